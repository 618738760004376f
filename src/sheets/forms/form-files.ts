// What the files of the forms are called.
import type { Season } from "../../domain/record/season";
import { bookTitle } from "../vocabulary/book-title";
import { legalPart } from "../vocabulary/file-name";

/** The forms, and the list that only the centre keeps. */
export type FormId = "contacts" | "jurisdictions" | "missing";

/** The name and title of each form's file. */
export function formFiles(season: Season): Readonly<Record<FormId, { readonly file: string; readonly title: string }>> {
  const named = (paper: string, number = "") => ({
    file: `${legalPart(`${season.county}${season.year}${paper}${number}`)}.xlsx`,
    title: bookTitle(season, paper),
  });
  return { contacts: named("催收联系表", "_附件1"), jurisdictions: named("包联辖区划分表", "_附件2"), missing: named("联系表未报名单") };
}
