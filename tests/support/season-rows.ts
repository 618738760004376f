// Rows of an invented season, built from a few words each: loans, bank rows and reports, with valid check digits.
import { checkCharacter } from "../../src/domain/identity/citizen-id";
import { day } from "../../src/domain/values/day";
import type { FieldValues, ReadingIssue, SheetRow } from "../../src/domain/record/field";
import { bookPayments } from "../../src/domain/bank/repayment";
import type { SheetColumns } from "../../src/domain/bank/payment";
import { type PersonKey, schoolKey } from "../../src/domain/identity/keys";
import { indexReports } from "../../src/domain/identity/report";
import { RosterIndex } from "../../src/domain/identity/roster-index";
import type { Registers } from "../../src/domain/record/registers";
import { standingsOf, type StandingSources } from "../../src/domain/standing/standing";
import type { Assignment, School } from "../../src/domain/places/jurisdiction";
import { fen } from "../../src/domain/values/money";
import { groupPersons } from "../../src/domain/record/person";
import type { Roster } from "../../src/domain/record/roster";

/** The ID of the n-th invented borrower. */
export function idOf(n: number): PersonKey {
  const first17 = `61052619940315${String(n % 1000).padStart(3, "0")}`;
  return (first17 + checkCharacter(first17)) as PersonKey;
}

/** The name of the n-th invented borrower. */
export function nameOf(n: number): string {
  return `测试${[...String(n)].map((digit) => "零一二三四五六七八九".charAt(Number(digit))).join("")}`;
}

let nextRow = 2;

/** A row of a sheet; every call is another row. */
export function row(sheet: string, values: FieldValues, issues: readonly ReadingIssue[] = []): SheetRow {
  return { place: { sheet, row: nextRow++ }, values, issues };
}

/** A loan of the n-th borrower with a due in yuan. */
export function loan(n: number, contractNo: string, due: number, values: FieldValues = {}): SheetRow {
  const amount = fen(Math.round(due * 100));
  return row("应还名单", { name: nameOf(n), citizenId: idOf(n), contractNo, principal: fen(0), interest: amount, due: amount, ...values });
}

/** The roster of these loans. */
export function rosterOf(...rows: readonly SheetRow[]): Roster {
  return { rows, persons: groupPersons(rows), copies: [] };
}

/** A bank row for a contract. Without a result it stands for a sheet without results. */
export function payment(contractNo: string, yuan: number | undefined, options: FieldValues & { readonly sheet?: string } = {}): SheetRow {
  const { sheet = "扣款结果", ...values } = options;
  const repaid = yuan === undefined ? {} : { repaid: fen(Math.round(yuan * 100)) };
  return row(sheet, { contractNo, deductionResult: "success", repaidOn: day("2019-12-05"), ...repaid, ...values });
}

/** A school of the table. */
export function school(name: string, code = "01", liaison = ""): School {
  return { name: schoolKey(name), code, aliases: [], liaison, liaisonPhone: "" };
}

/** Assigns every person of a roster to a school by the first letters of the key chosen; undefined leaves the person without one. */
export function assign(roster: Roster, choose: (index: number) => School | undefined): readonly Assignment[] {
  return roster.persons.map((person, index) => {
    const chosen = choose(index);
    return chosen ? { person, school: chosen, by: "township" } : { person, reason: "unknown-place", candidates: [] };
  });
}

/** What everybody's standing follows from, before anything is booked or indexed. */
export interface SeasonRows extends Omit<StandingSources, "booking" | "reports"> {
  readonly payments: readonly SheetRow[];
  readonly registers: Registers;
  readonly sheets?: readonly SheetColumns[];
}

/** Where everybody stands by these rows. */
export function standingsFrom({ payments, registers, sheets, ...rest }: SeasonRows): ReturnType<typeof standingsOf> {
  const index = new RosterIndex(rest.roster);
  const booking = bookPayments(index, payments, rest.asOf, sheets);
  return standingsOf({ ...rest, booking, reports: indexReports(index, registers).byPerson });
}
