// What the bank's sheets say is paid: every payment once, nothing guessed.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { day } from "../../src/domain/values/day";
import type { FieldId, FieldValues, ReadingIssue, SheetRow } from "../../src/domain/record/field";
import { fen } from "../../src/domain/values/money";
import { type Booking, bookPayments, dueOf } from "../../src/domain/bank/repayment";
import { numberedContract } from "../../src/domain/identity/keys";
import { RosterIndex } from "../../src/domain/identity/roster-index";
import { idOf, loan, payment, rosterOf, row } from "../support/season-rows";

const asOf = day("2019-12-11");
const roster = rosterOf(loan(1, "HT-A", 1000), loan(2, "HT-B1", 300), loan(2, "HT-B2", 200));
const index = new RosterIndex(roster);
const book = (...payments: readonly SheetRow[]) => bookPayments(index, payments, asOf);
const a = numberedContract("HT-A");
const figures = (booking: Booking) => Object.fromEntries([...booking.byContract].map(([contract, { repaid }]) => [contract, repaid / 100]));
const noticed = (field: FieldId, kind: ReadingIssue["kind"] = "unreadable"): ReadingIssue => ({ field, kind, raw: "??" });
const without = (source: SheetRow, ...fields: readonly FieldId[]): SheetRow => ({
  ...source,
  values: Object.fromEntries(Object.entries(source.values).filter(([field]) => !fields.includes(field as FieldId))) as FieldValues,
});

describe("what counts as money", () => {
  test.each<[string, readonly SheetRow[], Record<string, number>]>([
    ["a success is booked in its amount", [payment("HT-A", 1000)], { "HT-A": 1000 }],
    ["a partial deduction is booked in its amount", [payment("HT-A", 400, { deductionResult: "partial" })], { "HT-A": 400 }],
    [
      "partial deductions of two days add up",
      [payment("HT-A", 400), payment("HT-A", 250, { repaidOn: day("2019-12-06") })],
      { "HT-A": 650 },
    ],
    [
      "without a total, principal and interest add up",
      [payment("HT-A", undefined, { repaidPrincipal: fen(60000), repaidInterest: fen(5000) })],
      { "HT-A": 650 },
    ],
    ["a failed deduction is no money, whatever its amount says", [payment("HT-A", 1000, { deductionResult: "failed" })], {}],
    ["an account with too little is no money either", [payment("HT-A", 1000, { deductionResult: "insufficient" })], {}],
    ["a deduction under way is no money yet", [payment("HT-A", 1000, { deductionResult: "pending" })], {}],
    ["a payment on the as-of day counts", [payment("HT-A", 1000, { repaidOn: asOf })], { "HT-A": 1000 }],
    ["a payment after the as-of day does not", [payment("HT-A", 1000, { repaidOn: day("2019-12-12") })], {}],
    [
      "a reversed payment is taken off again",
      [payment("HT-A", 1000), payment("HT-A", 1000, { deductionResult: "reversed", repaidOn: day("2019-12-08") })],
      { "HT-A": 0 },
    ],
    [
      "a reversal written as a negative amount is taken off once",
      [payment("HT-A", 1000), payment("HT-A", -400, { deductionResult: "reversed" })],
      { "HT-A": 600 },
    ],
    ["a negative amount is taken off", [payment("HT-A", 1000), payment("HT-A", -250)], { "HT-A": 750 }],
    ["more than the due is capped at the due", [payment("HT-A", 1200)], { "HT-A": 1000 }],
    ["more given back than taken leaves nothing repaid", [payment("HT-A", -50)], { "HT-A": 0 }],
    ["contract numbers match in either case", [payment("ht-a", 1000)], { "HT-A": 1000 }],
  ])("%s", (_, payments, expected) => {
    expect(figures(book(...payments))).toEqual(expected);
  });

  test("taken is uncapped, surplus says by how much, and the latest day is kept", () => {
    const booking = book(payment("HT-A", 900), payment("HT-A", 300, { repaidOn: day("2019-12-09") }));
    expect(booking.byContract.get(a)).toEqual({ repaid: 100000, taken: 120000, early: 0, lastOn: "2019-12-09" });
    expect(booking.surplus).toBe(20000);
  });

  test("more given back than taken is a shortfall", () => {
    expect(book(payment("HT-A", -50)).shortfall).toBe(5000);
  });
});

describe("sheets with missing columns", () => {
  test("an early-repayment sheet without a result column counts by amount and is marked as early", () => {
    const booking = book(without(payment("HT-A", 600, { sheet: "提前还款" }), "deductionResult"));
    expect(booking.byContract.get(a)).toEqual({ repaid: 60000, taken: 60000, early: 60000, lastOn: "2019-12-05" });
  });

  test("a result column whose cells are still blank is no money", () => {
    const pending = without(payment("HT-A", 600), "deductionResult");
    const columns = new Map<FieldId, number>([
      ["contractNo", 0],
      ["repaid", 1],
      ["deductionResult", 2],
    ]);
    const booking = bookPayments(index, [pending], asOf, [{ name: "扣款结果", columns }]);
    expect(booking.byContract.size).toBe(0);
    expect(booking.ignored).toEqual([{ row: pending, why: "result-missing" }]);
  });

  test("success in a sheet without any amount column means the whole due, however often it is said", () => {
    const booking = book(payment("HT-A", undefined), payment("HT-A", undefined, { batch: "2", repaidOn: day("2019-12-06") }));
    expect(figures(booking)).toEqual({ "HT-A": 1000 });
    expect(booking.surplus).toBe(0);
  });

  test("success without an amount in a sheet that has amounts is listed, never guessed", () => {
    const blank = payment("HT-A", undefined);
    const booking = book(blank, payment("HT-B1", 300));
    expect(figures(booking)).toEqual({ "HT-B1": 300 });
    expect(booking.ignored).toEqual([{ row: blank, why: "amount-missing" }]);
  });

  test("a sheet in which no row is dated counts whole", () => {
    expect(figures(book(without(payment("HT-A", 1000), "repaidOn")))).toEqual({ "HT-A": 1000 });
  });

  test.each<[string, SheetRow, string]>([
    ["a row without a day among dated rows", without(payment("HT-A", 1000), "repaidOn"), "day-missing"],
    ["an unreadable day", { ...without(payment("HT-A", 1000), "repaidOn"), issues: [noticed("repaidOn")] }, "day-unreadable"],
    ["an unreadable amount", { ...payment("HT-A", undefined), issues: [noticed("repaid")] }, "amount-unreadable"],
    [
      "a result that is on no list",
      { ...without(payment("HT-A", 1000), "deductionResult"), issues: [noticed("deductionResult", "unknown-word")] },
      "result-unknown",
    ],
    ["a success of nothing", payment("HT-A", 0), "amount-missing"],
  ])("%s is listed and not counted", (_, odd, why) => {
    const booking = book(odd, payment("HT-B1", 300));
    expect(figures(booking)).toEqual({ "HT-B1": 300 });
    expect(booking.ignored).toEqual([{ row: odd, why }]);
  });
});

describe("each payment once", () => {
  test("the same sheet imported twice counts once", () => {
    const again = payment("HT-A", 400, { sheet: "扣款结果 (2)" });
    const first = payment("HT-A", 400);
    const booking = book(first, again);
    expect(figures(booking)).toEqual({ "HT-A": 400 });
    expect(booking.duplicates).toEqual([{ row: again, of: first }]);
  });

  test("two payments of one day under different batch ids count twice", () => {
    expect(figures(book(payment("HT-A", 400, { batch: "1" }), payment("HT-A", 400, { batch: "2" })))).toEqual({ "HT-A": 800 });
  });

  test("a cumulative list without batches repeats the batch that it sums up", () => {
    const cumulative = payment("HT-A", 400, { sheet: "累计" });
    expect(figures(book(cumulative, payment("HT-A", 400, { batch: "1" })))).toEqual({ "HT-A": 400 });
    expect(figures(book(payment("HT-A", 400, { batch: "1" }), payment("HT-A", 400, { batch: "2" }), cumulative))).toEqual({ "HT-A": 800 });
  });

  test("different days or amounts are different payments", () => {
    const booking = book(payment("HT-A", 400), payment("HT-A", 400, { repaidOn: day("2019-12-06") }), payment("HT-A", 100));
    expect(figures(booking)).toEqual({ "HT-A": 900 });
  });

  test("a failed deduction imported twice is listed once", () => {
    const failed = payment("HT-A", 400, { deductionResult: "failed" });
    expect(book(failed, { ...failed, place: { sheet: "再次导入", row: 2 } }).ignored).toEqual([{ row: failed, why: "failed" }]);
  });
});

describe("whose payment", () => {
  const byId = (n: number, yuan: number) => without(payment("", yuan, { citizenId: idOf(n) }), "contractNo");

  test("without a contract number the ID decides for a person with one contract", () => {
    expect(figures(book(byId(1, 700)))).toEqual({ "HT-A": 700 });
  });

  test("a person with two contracts is not guessed at", () => {
    const row = byId(2, 300);
    expect(book(row).unmatched).toEqual([{ row, amount: 30000 }]);
  });

  test("a contract that is not on the list stays unmatched even when the person is", () => {
    const row = payment("HT-OTHER", 700, { citizenId: idOf(1) });
    expect(book(row).unmatched).toEqual([{ row, amount: 70000 }]);
  });

  test("a contract number that has lost its digits is not replaced by the person's only contract", () => {
    const row = { ...payment("HT-A", 700, { citizenId: idOf(1) }), issues: [noticed("contractNo", "digits-lost")] };
    expect(book(row).unmatched).toEqual([{ row, amount: 70000 }]);
  });

  test("a failed deduction of somebody who is not on the list is unmatched without money", () => {
    const row = payment("HT-OTHER", 700, { deductionResult: "failed" });
    expect(book(row).unmatched).toEqual([{ row, amount: 0 }]);
  });

  test("two list rows with one contract number share its money in their order", () => {
    const [first, second] = [loan(1, "HT-X", 100), loan(2, "HT-X", 100)];
    const booking = bookPayments(new RosterIndex(rosterOf(first, second)), [payment("HT-X", 130)], asOf);
    expect([booking.byLoan.get(first), booking.byLoan.get(second)]).toEqual([10000, 3000]);
  });
});

describe("what a contract owes", () => {
  test.each<[string, FieldValues, number | undefined]>([
    ["the stated total", { due: fen(100), principal: fen(70), interest: fen(20) }, 100],
    ["else principal, interest and penalty", { principal: fen(70), interest: fen(20), penalty: fen(5) }, 95],
    ["nothing in the grace period is nothing", { due: fen(0) }, 0],
    ["unreadable amounts are no number at all", {}, undefined],
  ])("%s", (_, values, expected) => {
    expect(dueOf(row("应还名单", values))).toBe(expected);
  });
});

describe("for any bank sheets", () => {
  const anyPayment = fc.record({
    contract: fc.constantFrom("HT-A", "HT-B1", "HT-B2", "HT-NONE"),
    yuan: fc.option(fc.integer({ min: -600, max: 1500 }), { nil: undefined }),
    result: fc.constantFrom("success", "partial", "failed", "insufficient", "reversed", "pending"),
    date: fc.constantFrom("2019-11-21", "2019-12-05", "2019-12-11", "2019-12-21"),
    batch: fc.constantFrom(undefined, "1", "2"),
    sheet: fc.constantFrom("第一批", "第二批"),
  });
  const rowOf = ({ contract, yuan, result, date, batch, sheet }: typeof anyPayment extends fc.Arbitrary<infer T> ? T : never) =>
    payment(contract, yuan, { deductionResult: result, repaidOn: day(date), sheet, ...(batch ? { batch } : {}) });
  const sums = ({ byContract, surplus, shortfall, unmatched }: Booking) => ({
    byContract: [...byContract].sort(([a], [b]) => (a < b ? -1 : 1)),
    surplus,
    shortfall,
    unmatched: unmatched.reduce((total, { amount }) => total + amount, 0),
  });

  test("importing everything again under other sheet names changes nothing", () => {
    fc.assert(
      fc.property(fc.array(anyPayment), (words) => {
        const rows = words.map(rowOf);
        const copies = rows.map((source, index) => ({ ...source, place: { sheet: `${source.place.sheet} (2)`, row: index + 2 } }));
        expect(sums(book(...rows, ...copies))).toEqual(sums(book(...rows)));
      }),
    );
  });

  test("the order of rows does not matter", () => {
    fc.assert(
      fc.property(fc.array(anyPayment), (words) => {
        const rows = words.map(rowOf);
        expect(sums(book(...[...rows].reverse()))).toEqual(sums(book(...rows)));
      }),
    );
  });

  test("every row is counted, a duplicate, ignored or unmatched; nothing repaid exceeds its due; all money is accounted for", () => {
    fc.assert(
      fc.property(fc.array(anyPayment), (words) => {
        const rows = words.map(rowOf);
        const booking = book(...rows);
        expect(booking.counted.length + booking.duplicates.length + booking.ignored.length + booking.unmatched.length).toBe(rows.length);
        let repaid = 0;
        let taken = 0;
        for (const paid of booking.byContract.values()) {
          repaid += paid.repaid;
          taken += paid.taken;
        }
        for (const own of roster.rows) expect(booking.byLoan.get(own) ?? 0).toBeLessThanOrEqual(dueOf(own) ?? 0);
        expect(taken).toBe(repaid + booking.surplus - booking.shortfall);
      }),
    );
  });
});
