// Where a person stands: the bank's word first, then the school's, and whether anybody may knock at the door.
import { describe, expect, test } from "@jest/globals";
import { day } from "../../src/domain/values/day";
import type { ExceptionKind, RepaymentStatus } from "../../src/domain/record/choices";
import type { FieldValues, SheetRow } from "../../src/domain/record/field";
import { fen } from "../../src/domain/values/money";
import type { Registers } from "../../src/domain/record/registers";
import { fingerprintOf, printRowKey } from "../../src/domain/identity/row-key";
import type { Standing } from "../../src/domain/standing/standing";
import { assign, idOf, loan, payment, rosterOf, row, school, standingsFrom } from "../support/season-rows";

const asOf = day("2019-12-11");
const none: Registers = { deliveries: [], claims: [], visits: [], exceptions: [] };

interface Case {
  readonly loans?: readonly SheetRow[];
  readonly payments?: readonly SheetRow[];
  readonly registers?: Partial<Registers>;
  readonly isHeld?: boolean;
  readonly isUnassigned?: boolean;
}

function standing({ loans, payments = [], registers = {}, isHeld = false, isUnassigned = false }: Case): Standing {
  const roster = rosterOf(...(loans ?? [loan(1, "HT-A", 1000)]));
  const [standing] = standingsFrom({
    roster,
    payments,
    registers: { ...none, ...registers },
    asOf,
    held: new Set(isHeld ? [idOf(1)] : []),
    assignments: assign(roster, () => (isUnassigned ? undefined : school("罕井镇中心校"))),
  }).values();
  if (!standing) throw new RangeError("nobody on the list");
  return standing;
}

const report = (values: FieldValues): readonly SheetRow[] => [row("登记", { contractNo: "HT-A", ...values })];
const delivered = (values: FieldValues) => ({ deliveries: report({ deliveredOn: day("2019-11-27"), ...values }) });
const claim = (repaymentStatus: RepaymentStatus, values: FieldValues = {}) => ({ claims: report({ repaymentStatus, ...values }) });
const special = (exceptionKind: ExceptionKind) => ({ exceptions: report({ exceptionKind }) });

describe("state, strongest first", () => {
  const two = [loan(1, "HT-A", 1000), loan(1, "HT-B", 500)];
  test.each<[string, Case, Standing["state"]]>([
    ["who owes nothing this season is done", { loans: [loan(1, "HT-A", 0)] }, "nothing-due"],
    ["every contract taken by the bank is paid", { payments: [payment("HT-A", 1000)] }, "paid"],
    ["one contract of two taken is partly paid", { loans: two, payments: [payment("HT-A", 1000)] }, "partial"],
    ["an overpaid contract does not pay the other", { loans: two, payments: [payment("HT-A", 1500)] }, "partial"],
    [
      "an unreadable due is never paid",
      { loans: [row("应还名单", { citizenId: idOf(1), contractNo: "HT-A" })], payments: [payment("HT-A", 9)] },
      "undelivered",
    ],
    ["part of the money weighs more than a school's word", { payments: [payment("HT-A", 1)], registers: claim("paid") }, "partial"],
    ["a school's word on money in the account", { registers: claim("deposited") }, "deposited"],
    ["a school's 已还 is a claim", { registers: claim("paid") }, "claimed"],
    ["a claim weighs more than a special case", { registers: { ...claim("paid"), ...special("hardship") } }, "claimed"],
    ["a special case", { registers: special("hardship") }, "excepted"],
    ["a promise by status", { registers: claim("promised") }, "promised"],
    ["a promise made at a visit", { registers: { visits: report({ visitedOn: asOf, promisedOn: day("2019-12-15") }) } }, "promised"],
    ["a notice validly delivered", { registers: delivered({ signerRelation: "self" }) }, "delivered"],
    ["a notice signed by somebody else", { registers: delivered({ signerRelation: "official" }) }, "proxy-signed"],
    ["未还 says nothing new", { registers: claim("unpaid") }, "undelivered"],
    ["nothing reported", {}, "undelivered"],
  ])("%s", (_, given, state) => {
    expect(standing(given).state).toBe(state);
  });
});

describe("delivery", () => {
  test.each<[string, FieldValues, Standing["delivery"]]>([
    ["signed by the borrower", { signerRelation: "self" }, "valid"],
    ["signed by the father", { signerRelation: "father" }, "valid"],
    ["signed by the mother", { signerRelation: "mother" }, "valid"],
    ["signed by a parent", { signerRelation: "parent" }, "valid"],
    ["signed by the husband or wife", { signerRelation: "spouse" }, "proxy"],
    ["signed by a village official", { signerRelation: "official" }, "proxy"],
    ["the borrower's name without a relation", { signedBy: "测试一" }, "valid"],
    ["another name without a relation", { signedBy: "路人甲" }, "proxy"],
    ["nobody signed", {}, "none"],
    ["posted on the door", { signerRelation: "self", deliveryMethod: "posted" }, "none"],
    ["nobody at home", { signerRelation: "self", deliveryMethod: "failed" }, "none"],
    ["on the as-of day", { signerRelation: "self", deliveredOn: asOf }, "valid"],
    ["after the as-of day", { signerRelation: "self", deliveredOn: day("2019-12-12") }, "none"],
  ])("%s", (_, values, expected) => {
    expect(standing({ registers: delivered(values) }).delivery).toBe(expected);
  });

  test("one delivery at any of the person's contracts is enough", () => {
    const loans = [loan(1, "HT-A", 1000), loan(1, "HT-B", 500)];
    const slip = { contractNo: "HT-B", deliveredOn: day("2019-11-27") };
    const deliveries = [row("送达登记", { ...slip, signerRelation: "other" }), row("送达登记", { ...slip, signerRelation: "self" })];
    expect(standing({ loans, registers: { deliveries } }).delivery).toBe("valid");
  });

  test("a report finds its person by row key, by contract number and by ID", () => {
    const rowKey = printRowKey({ kind: "list", year: 2019, schoolCode: "07", fingerprint: fingerprintOf("HT-A") });
    for (const values of [{ rowKey }, { contractNo: "ht-a" }, { citizenId: idOf(1) }] satisfies FieldValues[]) {
      const deliveries = [row("送达登记", { ...values, deliveredOn: day("2019-11-27"), signerRelation: "self" })];
      expect(standing({ registers: { deliveries } }).delivery).toBe("valid");
    }
  });
});

describe("what schools say of money", () => {
  test.each<[string, Case, readonly [number, number]]>([
    ["已还 without an amount claims all that is left", { registers: claim("paid") }, [1000, 0]],
    ["已还 with an amount claims that", { registers: claim("paid", { repaid: fen(60000) }) }, [600, 0]],
    [
      "what the bank confirms is no claim any more",
      { payments: [payment("HT-A", 400)], registers: claim("paid", { repaid: fen(60000) }) },
      [200, 0],
    ],
    ["a claim never exceeds the due", { registers: claim("paid", { repaid: fen(900000) }) }, [1000, 0]],
    ["a part of unknown size is no sum", { registers: claim("partial") }, [0, 0]],
    ["a part of known size is one", { registers: claim("partial", { repaid: fen(5000) }) }, [50, 0]],
    ["money in the account waits for the bank", { registers: claim("deposited") }, [0, 1000]],
    ["a claim dated after the as-of day is left out", { registers: claim("paid", { repaidOn: day("2019-12-20") }) }, [0, 0]],
    ["once the bank has all, nothing is claimed", { payments: [payment("HT-A", 1000)], registers: claim("paid") }, [0, 0]],
  ])("%s", (_, given, [claimed, deposited]) => {
    const { claimed: c, deposited: d } = standing(given);
    expect([c / 100, d / 100]).toEqual([claimed, deposited]);
  });

  test("what is repaid and what is outstanding make the due", () => {
    const { due, repaid, outstanding } = standing({ payments: [payment("HT-A", 333.33)] });
    expect([due, repaid, outstanding]).toEqual([100000, 33333, 66667]);
  });
});

describe("who is left in peace", () => {
  test.each<[string, Case, Standing["stop"]]>([
    ["paid", { payments: [payment("HT-A", 1000)], isHeld: true }, "paid"],
    ["nothing due", { loans: [loan(1, "HT-A", 0)] }, "nothing-due"],
    ["died", { registers: special("deceased"), isHeld: true }, "deceased"],
    ["missing", { registers: special("missing") }, "missing"],
    ["gravely ill", { registers: special("illness") }, "illness"],
    ["in prison", { registers: special("imprisoned") }, "imprisoned"],
    ["in the army", { registers: special("enlisted") }, "enlisted"],
    ["somebody else of that name", { registers: special("not-borrower") }, "not-borrower"],
    ["early repayment applied for", { registers: special("early-applied") }, "early-applied"],
    ["paid, but the system does not show it", { registers: special("paid-not-shown") }, "paid-not-shown"],
    ["hardship is no reason to stop", { registers: special("hardship") }, undefined],
    ["an error stands on a row", { isHeld: true, isUnassigned: true }, "data-error"],
    ["no school yet", { isUnassigned: true }, "unassigned"],
    ["a claim does not stop the notice", { registers: claim("paid") }, undefined],
    ["a part paid does not stop the notice", { payments: [payment("HT-A", 1)] }, undefined],
  ])("%s", (_, given, stop) => {
    expect(standing(given).stop).toBe(stop);
  });

  test("of several special cases the one that stops counts", () => {
    const exceptions = [...special("hardship").exceptions, ...special("deceased").exceptions];
    expect(standing({ registers: { exceptions } })).toMatchObject({ exceptionKind: "deceased", stop: "deceased" });
  });

  test("失联 is known from the status as well as from the special case", () => {
    expect(standing({ registers: claim("unreachable") }).isUnreachable).toBe(true);
    expect(standing({ registers: special("unreachable") }).isUnreachable).toBe(true);
  });
});
