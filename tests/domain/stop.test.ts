// Who may be approached: every reason to leave somebody in peace, and what lifts it.
import { describe, expect, test } from "@jest/globals";
import { addDays, day } from "../../src/domain/values/day";
import type { FieldValues, SheetRow } from "../../src/domain/record/field";
import type { PersonKey } from "../../src/domain/identity/keys";
import type { Registers } from "../../src/domain/record/registers";
import type { StopReason } from "../../src/domain/standing/stop";
import { caseInRemark } from "../../src/sheets/vocabulary/remark-words";
import { assign, idOf, loan, payment, rosterOf, row, school, type SeasonRows, standingsFrom } from "../support/season-rows";

const asOf = day("2019-12-11");

function stopOf(values: FieldValues, more: Partial<SeasonRows> = {}, registers: Partial<Registers> = {}): StopReason | undefined {
  const roster = rosterOf(loan(1, "HT-A", 1000, values));
  const standings = standingsFrom({
    ...{ roster, payments: [], asOf, held: new Set<PersonKey>(), caseIn: caseInRemark },
    registers: { deliveries: [], claims: [], visits: [], exceptions: [], ...registers },
    assignments: assign(roster, () => school("罕井镇中心校")),
    ...more,
  });
  return standings.get(idOf(1))?.stop;
}

const register = (values: FieldValues): readonly SheetRow[] => [row("登记", { contractNo: "HT-A", ...values })];

describe("words that ask for a look", () => {
  test.each(["学生已于2018年去世", "正在服刑", "现役军人", "住院", "失踪", "父亲去世", "已申请提前还款"])(
    "%s holds the letter back, whatever sheet says so",
    (words) => {
      expect([
        stopOf({ note: words }),
        stopOf({}, { payments: [payment("HT-A", undefined, { deductionResult: "failed", note: words })] }),
        stopOf({}, {}, { claims: register({ note: words }) }),
        stopOf({}, {}, { deliveries: register({ note: words }) }),
        stopOf({}, {}, { visits: register({ visitResult: words }) }),
        stopOf({}, {}, { exceptions: register({ exceptionKind: "hardship", exceptionNote: words }) }),
      ]).toEqual(Array.from({ length: 6 }, () => "to-verify"));
    },
  );

  test.each(["已退役", "2012年入伍，2016年退伍", "不是现役", "已出院", "家庭困难", "已电话联系", ""])("%s stops nobody", (words) => {
    expect(stopOf({ note: words })).toBeUndefined();
  });

  test("a case recorded by its kind keeps its own reason", () => {
    expect(stopOf({ note: "学生已去世", exceptionKind: "deceased" })).toBe("deceased");
  });

  test("仍发 lifts what it quotes and nothing else; 不发 stands whatever is said", () => {
    const decided = (verdict: "send" | "hold", words: readonly string[]) => ({
      decisions: new Map([[idOf(1), [{ verdict, words }]]]),
    });
    expect(stopOf({ note: "父亲去世" }, decided("send", ["父亲去世"]))).toBeUndefined();
    expect(stopOf({ note: "父亲去世，本人住院" }, decided("send", ["父亲去世"]))).toBe("to-verify");
    expect(stopOf({}, decided("hold", ["父亲去世"]))).toBe("to-verify");
  });
});

test.each(["许?同学", "王□", "赵yan", '=HYPERLINK("http://x","y")'])("nobody can write to %s", (name) => {
  expect(stopOf({ name })).toBe("name-unusable");
});

test.each(["阿卜杜拉·买买提", "Ali Khan", "司马䶮"])("%s is a name", (name) => {
  expect(stopOf({ name })).toBeUndefined();
});

describe("a word on money holds for a while", () => {
  const claim = (recordedOn: FieldValues["recordedOn"]) => ({
    claims: register({ repaymentStatus: "deposited", ...(recordedOn ? { recordedOn } : {}) }),
  });
  const asked = { undatedDeposit: "存了，没写日期" };
  test("money in the account: two weeks, or as 设置 says", () => {
    expect(stopOf({}, {}, claim(addDays(asOf, -14)))).toBe("deposited");
    expect(stopOf({}, {}, claim(addDays(asOf, -15)))).toBeUndefined();
    expect(stopOf({}, { freshDays: { deposited: 20, earlyApplied: 30 } }, claim(addDays(asOf, -15)))).toBe("deposited");
  });

  test("without a day of registration its own day counts, in the register and on the list; what is dated ahead does not count yet", () => {
    const said = (on: FieldValues["repaidOn"]): FieldValues => ({ repaymentStatus: "deposited", ...(on ? { repaidOn: on } : {}) });
    const both = (on: FieldValues["repaidOn"]) => [stopOf({}, asked, { claims: register(said(on)) }), stopOf(said(on), asked)];
    expect(both(addDays(asOf, -14))).toEqual(["deposited", "deposited"]);
    expect(both(addDays(asOf, -15))).toEqual([undefined, undefined]);
    expect(both(addDays(asOf, 1))).toEqual([undefined, undefined]);
  });

  test("without any day it counts for nothing, and the centre is asked: 仍发 lets the letter go, 不发 holds it, whatever the day", () => {
    const undated = claim(undefined);
    const decided = (verdict: "send" | "hold") => ({ ...asked, decisions: new Map([[idOf(1), [{ verdict, words: ["存了，没写日期"] }]]]) });
    for (const on of [asOf, addDays(asOf, 400)]) {
      expect([
        stopOf({}, { ...asked, asOf: on }, undated),
        stopOf({ repaymentStatus: "deposited" }, { ...asked, asOf: on }),
        stopOf({}, { ...decided("send"), asOf: on }, undated),
        stopOf({}, { ...decided("hold"), asOf: on }, undated),
      ]).toEqual(["to-verify", "to-verify", undefined, "to-verify"]);
    }
    expect(stopOf({}, { ...asked, payments: [payment("HT-A", 1000)] }, undated)).toBe("paid");
  });

  test("an application for early repayment: a month", () => {
    const applied = (recordedOn: FieldValues["recordedOn"]) => ({
      exceptions: register({ exceptionKind: "early-applied", ...(recordedOn ? { recordedOn } : {}) }),
    });
    expect(stopOf({}, {}, applied(addDays(asOf, -30)))).toBe("early-applied");
    expect(stopOf({}, {}, applied(addDays(asOf, -31)))).toBeUndefined();
  });
});
