// Words around statements: names of their files, kinds in a row, the line of 变更日志.
import type { School } from "../../domain/places/jurisdiction";
import { schoolKey } from "../../domain/identity/keys";
import type { ExceptionKind } from "../../domain/record/choices";
import { choiceLabel } from "../vocabulary/choices";
import { schoolFileNames } from "../vocabulary/file-name";
import { tabNames } from "../vocabulary/tabs";
import { loggedAs } from "../checking/log-words";

/** The file of each school's statements, in their order; those of people without a school stay with the centre. */
export function statementFiles(schools: readonly Pick<School, "name" | "code">[]): readonly string[] {
  const named = schools.map((school) => (school.name === "" ? { ...school, name: schoolKey(tabNames.unassigned) } : school));
  return schoolFileNames(named, `${tabNames.statements}_`, ".xlsx").map((name, at) =>
    schools[at]?.name === "" ? `中心留存/${name}` : name,
  );
}

/** Kinds of special case as one text. */
export function kindWords(kinds: readonly ExceptionKind[]): string {
  return kinds.map((kind) => choiceLabel("exceptionKind", kind)).join("、");
}

/** The line of 变更日志. */
export function statementSummary(files: number, statements: number): { readonly action: string; readonly counts: string } {
  return { action: loggedAs.statements, counts: `生成${statements}份，${files}个文件` };
}
