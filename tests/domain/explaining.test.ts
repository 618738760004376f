// What a person's figures are made of, row by row: results without an amount, money given back, and who became settled by which row.
import { describe, expect, test } from "@jest/globals";
import { countedParts } from "../../src/domain/bank/counted-parts";
import { bookPayments } from "../../src/domain/bank/repayment";
import { changesOf, type Explained, type Facts, sourcesOf } from "../../src/domain/explaining/explain";
import { takenSources } from "../../src/domain/explaining/money-sources";
import { spread } from "../../src/domain/explaining/source";
import { RosterIndex } from "../../src/domain/identity/roster-index";
import { indexReports } from "../../src/domain/identity/report";
import type { SheetRow } from "../../src/domain/record/field";
import type { Standing } from "../../src/domain/standing/standing";
import { standingsOf } from "../../src/domain/standing/standing";
import { day } from "../../src/domain/values/day";
import { assign, loan, payment, rosterOf, school } from "../support/season-rows";

const asOf = day("2019-12-25");
const registers = { deliveries: [], claims: [], visits: [], exceptions: [] };

function known(loans: readonly SheetRow[], payments: readonly SheetRow[]): { readonly standing: Standing; readonly facts: Facts } {
  const roster = rosterOf(...loans);
  const index = new RosterIndex(roster);
  const booking = bookPayments(index, payments, asOf);
  const reports = indexReports(index, registers);
  const assignments = assign(roster, () => school("罕井镇中心校"));
  const [standing] = standingsOf({ roster, asOf, held: new Set(), assignments, booking, reports: reports.byPerson }).values();
  if (!standing) throw new RangeError("nobody on the list");
  return { standing, facts: { asOf, reports, parts: countedParts(index, booking) } };
}

const on = (date: number) => day(`2019-12-${String(date).padStart(2, "0")}`);
const paid = (yuan: number, date: number, contract = "HT-A") => payment(contract, yuan, { repaidOn: on(date) });
const back = (yuan: number, date: number) => payment("HT-A", yuan, { repaidOn: on(date), deductionResult: "reversed" });
const whole = (date: number) => payment("HT-A", undefined, { repaidOn: on(date), sheet: "全额扣款" });
const wholeBack = (date: number) => payment("HT-A", undefined, { repaidOn: on(date), sheet: "全额扣款", deductionResult: "reversed" });

/** Sheet, field, yuan. */
type Line = readonly [sheet: string, field: string | undefined, amount: number];
const lines = (figure: Explained, payments: readonly SheetRow[], unit = 100, loans = [loan(1, "HT-A", 1000)]): readonly Line[] => {
  const { standing, facts } = known(loans, payments);
  return sourcesOf(figure, standing, facts).map(({ place, field, amount }) => [place.sheet, field, amount / unit]);
};

describe("repaid", () => {
  test.each<[string, readonly SheetRow[], readonly Line[]]>([
    [
      "what is beyond the due does not count, the earlier day first",
      [paid(600, 20), paid(700, 5)],
      [
        ["扣款结果", "repaid", 700],
        ["扣款结果", "repaid", 300],
      ],
    ],
    ["a result without an amount rests on the due", [whole(5)], [["应还名单", "due", 1000]]],
    [
      "beside a part it is only what was left",
      [paid(400, 5), whole(20)],
      [
        ["扣款结果", "repaid", 400],
        ["应还名单", "due", 600],
      ],
    ],
    [
      "taken back it is gone",
      [whole(5), wholeBack(20)],
      [
        ["应还名单", "due", 1000],
        ["应还名单", "due", -1000],
      ],
    ],
    [
      "of what is given back, only what had counted",
      [paid(1200, 5), back(300, 20)],
      [
        ["扣款结果", "repaid", 1000],
        ["扣款结果", "repaid", -100],
      ],
    ],
    ["given back before it was taken", [back(500, 5), paid(700, 20)], [["扣款结果", "repaid", 200]]],
    [
      "on one day money is taken before it is given back",
      [back(500, 5), paid(500, 5)],
      [
        ["扣款结果", "repaid", 500],
        ["扣款结果", "repaid", -500],
      ],
    ],
  ])("%s", (_, payments, expected) => {
    expect(lines("repaid", payments)).toEqual(expected);
  });

  test("a contract number that stands twice: one row of the bank counts for both rows of the list", () => {
    const twice = [loan(1, "HT-A", 1000), loan(1, "HT-A", 500)];
    expect(lines("repaid", [paid(1300, 5)], 100, twice)).toEqual([
      ["扣款结果", "repaid", 1000],
      ["扣款结果", "repaid", 300],
    ]);
  });
});

test("the whole of a due that is nothing rests on the bank's own row", () => {
  const { facts } = known([loan(1, "HT-A", 0)], [back(5, 5), whole(20)]);
  const sources = takenSources(facts.parts).map(({ place, field, amount }) => [place.sheet, field, amount / 100]);
  expect(sources).toEqual([
    ["扣款结果", "repaid", -5],
    ["全额扣款", "deductionResult", 5],
  ]);
});

describe("settled", () => {
  const two = [loan(1, "HT-A", 1000), loan(1, "HT-B", 500)];
  test("by the row that came last", () => {
    const rows = [paid(1000, 20), paid(500, 5, "HT-B")];
    const { standing, facts } = known(two, rows);
    expect(sourcesOf("personsPaid", standing, facts).map(({ place }) => place)).toEqual([rows[0]?.place]);
  });

  test("nothing due: by the list", () => {
    expect(lines("personsPaid", [], 1, [loan(1, "HT-A", 0)])).toEqual([["应还名单", "due", 1]]);
  });

  test.each<[string, number, readonly (readonly [number, string | undefined])[]]>([
    ["before everything", 1, []],
    ["after it was paid", 6, [[-1, "reversed"]]],
    ["after it was given back", 21, []],
  ])("paid on the 5th, partly given back on the 20th, seen %s", (_, since, expected) => {
    const { standing, facts } = known([loan(1, "HT-A", 1000)], [paid(1000, 5), back(1, 20)]);
    expect(changesOf("personsPaid", standing, facts, on(since)).map(({ amount, cause }) => [amount, cause])).toEqual(expected);
  });
});

test("an amount is laid on its cells in their order, the last one takes what is left", () => {
  const cells = [300, 200].map((amount) => ({ place: { sheet: "甲", row: amount }, amount }));
  const amounts = (amount: number) => spread(amount, cells).map((one) => one.amount);
  expect([amounts(500), amounts(350), amounts(250), amounts(600), amounts(-350), amounts(0)]).toEqual([
    [300, 200],
    [300, 50],
    [250],
    [300, 300],
    [-300, -50],
    [],
  ]);
});
