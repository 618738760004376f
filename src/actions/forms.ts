// Blank forms (附件1, 附件2): for a county that has no contacts or no mapping yet, with the names that its book knows filled in.
import type { FieldId } from "../domain/record/field";
import { contactForm, missingSheet } from "../sheets/forms/contact-form";
import { type FormId, formFiles } from "../sheets/forms/form-files";
import { formInput, missingOf } from "../sheets/forms/form-input";
import { territoryForm } from "../sheets/forms/territory-form";
import type { OpenSeason } from "./season";
import type { Ports } from "./workbook";

/** What making the forms has come to. */
export interface FormsOutcome {
  readonly files: readonly { readonly form: FormId; readonly file: string }[];
  /** The schools that the forms name; proposed ones when the book names none. */
  readonly schools: number;
  readonly isProposed: boolean;
  /** The schools of which 附件1 lacks something, with what. */
  readonly notReported: readonly { readonly school: string; readonly missing: readonly FieldId[] }[];
}

async function run({ book, schools }: OpenSeason, { files }: Pick<Ports, "files">): Promise<FormsOutcome> {
  const input = formInput(book, schools);
  const made = formFiles(book.season);
  await files.add(made.contacts.file, { title: made.contacts.title, sheets: contactForm(input) });
  await files.add(made.missing.file, { title: made.missing.title, sheets: [missingSheet(input)] });
  await files.add(made.jurisdictions.file, { title: made.jurisdictions.title, sheets: territoryForm(input) });
  const open = input.schools.map((school) => ({ school: school.name, missing: missingOf(school) }));
  return {
    files: (["contacts", "jurisdictions", "missing"] as const).map((form) => ({ form, file: made[form].file })),
    schools: input.schools.length,
    isProposed: input.schools.some(({ isProposed }) => isProposed),
    notReported: open.filter(({ missing }) => missing.length > 0),
  };
}

/** The forms; the same book gives the same files. */
export const forms = { id: "forms", run } as const;
