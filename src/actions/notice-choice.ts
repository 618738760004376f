// Which letters are printed (印发范围): the whole county, a school, a village, some numbers, selected rows, or only what is new or changed since the last printing.
import type { School } from "../domain/places/jurisdiction";
import type { SchoolKey } from "../domain/identity/keys";
import { contractIdentity } from "../domain/identity/keys";
import { fingerprintOf } from "../domain/identity/row-key";
import type { Standing } from "../domain/standing/standing";
import type { WithdrawnNotice } from "../sheets/notices/withdrawn-notices";
import type { OpenSeason } from "./season";
import { WorkbookError } from "./workbook";

/** Rows of one sheet. */
export interface SelectedRows {
  readonly sheet: string;
  readonly from: number;
  readonly to: number;
}

/** What is printed; everything when nothing is said. */
export interface NoticeChoice {
  readonly school?: string;
  readonly village?: string;
  /** The numbers of the persons. */
  readonly numbers?: readonly string[];
  /** The rows of a list in which the persons stand, the first and the last included, as the user counts them. */
  readonly rows?: SelectedRows;
  /** Only letters that were not printed yet, or would say something else now. */
  readonly onlyNew?: boolean;
  /** Besides the letters: the leaflet on policy (政策宣传页), and a letter to be filled in by hand (空白通知书). */
  readonly withLeaflet?: boolean;
  readonly withBlank?: boolean;
  /** Address labels (地址标签) of the letters, a file per school. */
  readonly withLabels?: boolean;
}

/** A print of what matters in a letter: to whom, and how much. The day that it bears does not. */
export function contentOf({ person, repaid }: Standing, school: School): string {
  const contracts = person.loans.map((loan) => {
    const { principal, interest, due, dueDate, alipayAccount } = loan.values;
    return [contractIdentity(loan), principal, interest, due, dueDate, alipayAccount];
  });
  return fingerprintOf(JSON.stringify([person.name, school.name, repaid, ...contracts]));
}

/**
 * Whether a letter belongs to the choice.
 * @throws WorkbookError `unknown-school` when no school of the book bears the name
 */
export function chooser(of: OpenSeason, choice: NoticeChoice): (standing: Standing, school: School) => boolean {
  const { school: wanted, village, rows, onlyNew } = choice;
  if (wanted !== undefined && !of.schools.some(({ name, aliases }) => name === wanted || aliases.includes(wanted)))
    throw new WorkbookError("unknown-school", wanted);
  const chosen = choice.numbers && new Set(choice.numbers.map((text) => of.index.personPrinted(text)?.key));
  return (standing, school) => {
    const { person } = standing;
    if (wanted !== undefined && school.name !== wanted && !school.aliases.includes(wanted)) return false;
    if (village !== undefined && !person.loans.some(({ values }) => values.village === village)) return false;
    if (rows && !person.loans.some(({ place }) => place.sheet === rows.sheet && place.row >= rows.from && place.row <= rows.to))
      return false;
    if (chosen && !chosen.has(person.key)) return false;
    return !onlyNew || of.numbers.entryOf(person)?.printing?.content !== contentOf(standing, school);
  };
}

/** The letters printed earlier for those who need none now, in the order of the schools. */
export function withdrawnLetters(of: OpenSeason): readonly WithdrawnNotice[] {
  const { numbers, index, schoolOrder: order } = of;
  const standings = of.standingsOn(of.today);
  const schoolOf = new Map(of.assignments.map(({ person, school }) => [person.key, school?.name]));
  return numbers.entries
    .flatMap(({ entry, person: key }): WithdrawnNotice[] => {
      if (!entry.printing) return [];
      const standing = key === undefined ? undefined : standings.get(key);
      const reason = key === undefined ? "withdrawn" : standing?.stop;
      if (reason === undefined) return [];
      const school: SchoolKey = (key === undefined ? undefined : schoolOf.get(key)) ?? entry.school;
      const name = key === undefined ? "" : (index.persons.get(key)?.name ?? "");
      return [{ number: entry.number, name, school, printedOn: entry.printing.lastOn, reason }];
    })
    .sort((a, b) => order(a.school, b.school));
}
