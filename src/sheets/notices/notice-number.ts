// The number of a person's notice (通知书编号): the same in letter, receipt, list and register.
import type { School } from "../../domain/places/jurisdiction";
import type { Person } from "../../domain/record/person";
import { contractIdentity, fingerprintOf, printRowKey } from "../../domain/identity/row-key";
import type { Season } from "../../domain/record/season";

/** The code of people without a school. */
const noSchool = { code: "00" } as const;

/** The number depends on the person's contracts and on the school that answers for the person, so that a notice made again keeps it. */
export function noticeNumber(person: Person, school: Pick<School, "code"> = noSchool, { year }: Pick<Season, "year">): string {
  const [first = ""] = person.loans.map(contractIdentity).sort();
  return printRowKey({ kind: "notice", year, schoolCode: school.code, fingerprint: fingerprintOf(`notice|${first}`) });
}
