// The number of a person's notice (通知书编号): the same in letter, receipt, list and register.
import type { School } from "../../domain/places/jurisdiction";
import type { Person } from "../../domain/record/person";
import type { RosterIndex } from "../../domain/identity/roster-index";
import { printRowKey } from "../../domain/identity/row-key";

/** The code of people without a school. */
const noSchool = { code: "00" } as const;

/** The number depends on the person's contracts and on the school that answers for the person, so that a notice made again keeps it. */
export function noticeNumber(
  person: Person,
  school: Pick<School, "code"> = noSchool,
  { year, index }: { readonly year: number; readonly index: RosterIndex },
): string {
  return printedNotice(index.noticePrint(person), school, year);
}

/** The number of the person with this print. */
export function printedNotice(fingerprint: string, { code }: Pick<School, "code">, year: number): string {
  return printRowKey({ kind: "notice", year, schoolCode: code, fingerprint });
}
