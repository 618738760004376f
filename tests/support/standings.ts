// Invented borrowers as the roll-up would see them: a sound person with so many contracts, and what the bank has taken.
import { day } from "../../src/domain/values/day";
import type { FieldValues, SheetRow } from "../../src/domain/record/field";
import type { School } from "../../src/domain/places/jurisdiction";
import { fen, subtractFen, sumFen } from "../../src/domain/values/money";
import { schoolKey } from "../../src/domain/identity/keys";
import { giveNumbers, type NumberedList, type NumberEntry } from "../../src/domain/identity/notice-numbers";
import { RosterIndex } from "../../src/domain/identity/roster-index";
import { fingerprintOf } from "../../src/domain/identity/row-key";
import { groupPersons, type Person } from "../../src/domain/record/person";
import { dueOf } from "../../src/domain/bank/repayment";
import { type Season, seasonDates } from "../../src/domain/record/season";
import { sortPersons } from "../../src/sheets/lists/sort-persons";
import type { Standing } from "../../src/domain/standing/standing";

/** The invented borrowers with their ID numbers, all with valid check digits. */
export const people = [
  ["李明", "610526199403150018"],
  ["王晓燕", "61212819910722402X"],
  ["张欣怡", "610526199602291235"],
  ["刘建国", "612128198910153369"],
  ["欧阳静雯", "610526199412311207"],
] as const;

/** One contract row; the numbers differ by contract so that sums can be told apart. */
export function aLoan(index: number, values: FieldValues = {}): SheetRow {
  const [name, citizenId] = people[0];
  const principal = fen(100_000 + index * 12_345);
  const interest = fen(43_210 + index * 1_007);
  return {
    place: { sheet: "应还名单", row: 4 + index },
    issues: [],
    values: {
      name,
      citizenId,
      contractNo: `6105262019${String(100_000 + index)}`,
      loanYear: String(2010 + (index % 8)),
      principal,
      interest,
      due: sumFen([values.principal ?? principal, values.interest ?? interest]),
      ...values,
    },
  };
}

/** What a person with these contracts owes after the bank took `repaid` fen. */
export function aStanding(loans: readonly SheetRow[], change: Partial<Standing> & { readonly taken?: number } = {}): Standing {
  const { taken = 0, ...rest } = change;
  const [person] = groupPersons(loans);
  if (!person) throw new RangeError("a standing needs a contract");
  const due = sumFen(loans.map(dueOf));
  const repaid = fen(taken);
  const state = taken > 0 ? "partial" : "undelivered";
  const outstanding = subtractFen(due, repaid);
  const nothing = { claimed: fen(0), deposited: fen(0), isEarly: false, delivery: "none", isUnreachable: false, visits: 0 } as const;
  return { person, contracts: loans.length, due, repaid, outstanding, state, ...nothing, ...rest };
}

/** A person of `people` with so many contracts. */
export function aBorrower(which: number, contracts: number, change: Partial<Standing> & { readonly taken?: number } = {}): Standing {
  const [name, citizenId] = people[which % people.length] ?? people[0];
  const alipayAccount = `610526a${String(which).padStart(4, "0")}.cdb@sina.cn`;
  return aStanding(
    Array.from({ length: contracts }, (_, index) => aLoan(which * 20 + index, { name, citizenId, alipayAccount })),
    change,
  );
}

/** The season of the notice. */
export function aSeason(change: Partial<Season> = {}): Season {
  return {
    county: "蒲城县",
    office: "蒲城县学生资助管理中心",
    documentNo: "",
    hotline: "0913-7200000",
    year: 2019,
    today: day("2019-11-20"),
    dates: seasonDates(2019),
    control: {},
    countyCodes: ["610526", "612128"],
    texts: new Map(),
    ...change,
  };
}

/** The list with these rows, ready for looking up, everybody being of one school and numbered in the order of its list. */
export function aList(rows: readonly SheetRow[], kept: readonly NumberEntry[] = []): RosterIndex {
  return aNumberedList(rows, (persons) => [{ school: aSchool(), persons: sortPersons(persons) }], kept);
}

/** The same with everybody on these schools' lists. */
export function aNumberedList(
  rows: readonly SheetRow[],
  listsOf: (persons: readonly Person[]) => readonly NumberedList[],
  kept: readonly NumberEntry[] = [],
): RosterIndex {
  const persons = groupPersons(rows);
  const numbers = () =>
    giveNumbers({
      kept,
      persons,
      lists: listsOf(persons),
      printOf: ({ key }) => index.prints.of(key),
      county: "PC",
      year: 2019,
      today: day("2019-11-20"),
    });
  const index: RosterIndex = new RosterIndex({ rows, persons, copies: [] }, fingerprintOf, numbers);
  return index;
}

/** A responsible school. */
export function aSchool({ name = "罕井镇中心校", ...change }: Partial<Omit<School, "name">> & { readonly name?: string } = {}): School {
  return { name: schoolKey(name), code: "07", aliases: ["罕井中心校"], liaison: "赵新", liaisonPhone: "13900000000", ...change };
}
