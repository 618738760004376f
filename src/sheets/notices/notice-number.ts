// The number of a person's notice (通知书编号): the same in letter, receipt, list and register.
import type { School } from "../../domain/places/jurisdiction";
import type { Person } from "../../domain/record/person";
import { contractIdentity, fingerprintOf, printRowKey } from "../../domain/identity/row-key";
import type { Season } from "../../domain/record/season";

/** The code of people without a school. */
const noSchool = { code: "00" } as const;

/** The number depends on the person's contracts and on the school that answers for the person, so that a notice made again keeps it. */
export function noticeNumber(person: Person, school: Pick<School, "code"> = noSchool, season: Pick<Season, "year">): string {
  return printedNotice(noticePrint(person), school, season);
}

/** The part of the number that is the person's, whichever school answers. */
export function noticePrint(person: Person): string {
  const [first = ""] = person.loans.map(contractIdentity).sort();
  return fingerprintOf(`notice|${first}`);
}

/** The number of the person with this print. */
export function printedNotice(fingerprint: string, { code }: Pick<School, "code">, { year }: Pick<Season, "year">): string {
  return printRowKey({ kind: "notice", year, schoolCode: code, fingerprint });
}
