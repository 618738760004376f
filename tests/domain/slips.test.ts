// Slips: what each entry does to the register, the two clocks, and what asks for a look.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { PersonKey } from "../../src/domain/identity/keys";
import { printNoticeNumber } from "../../src/domain/identity/notice-number";
import { NoticeNumbers, type NumberEntry } from "../../src/domain/identity/notice-numbers";
import { resultOf, type SlipEntry, type SlipRecord } from "../../src/domain/returns/slip";
import { clocksOf, odditiesOf } from "../../src/domain/returns/slip-check";
import { takeSlips, type SlipVisit } from "../../src/domain/returns/take-slips";
import { day } from "../../src/domain/values/day";
import { saysBefore } from "../../src/sheets/returns/slip-register";

const numberOf = (sequence: number) => printNoticeNumber({ county: "PC", year: 2019, schoolCode: "07", sequence });
const [one, two, gone, spared] = [1, 2, 3, 4].map(numberOf) as [string, string, string, string];
const personOf = (number: string) => `person of ${number}` as PersonKey;
const entryOf = (number: string) =>
  ({ number, school: "罕井镇中心校", contracts: [], print: "", givenOn: day("2019-11-20") }) as unknown as NumberEntry;
const numbers = new NoticeNumbers(
  [one, two, gone, spared].map((number) => ({ entry: entryOf(number), person: number === gone ? undefined : personOf(number) })),
  0,
  { county: "PC", year: 2019 },
);

const entry = (number: string, values: SlipEntry["values"] = {}, more: Partial<SlipEntry> = {}): SlipEntry => ({
  ...{ input: "一.csv", number, values, unread: [] },
  ...more,
});
const signed = { signedBy: "王建民", signerRelation: "father", deliveredOn: day("2019-11-26"), deliveredBy: "李老师" } as const;

function taken(before: readonly SlipRecord[], entries: readonly SlipEntry[], visits: readonly SlipVisit[] = [], today = "2019-11-28") {
  return takeSlips(before, entries, {
    numbers,
    earlier: () => undefined,
    withdrawn: new Set([personOf(spared)]),
    hasVisit: (_, { on, by }) => visits.some((visit) => visit.on === on && visit.by === by),
    today: day(today),
    saysBefore,
  });
}

const record = (change: Partial<SlipRecord> = {}): SlipRecord => ({
  ...{ number: one, person: personOf(one), values: {}, receivedOn: day("2019-11-28"), hasOriginal: true },
  ...{ folder: "", note: "", source: "一.csv", history: [] },
  ...change,
});

describe("an entry", () => {
  test("of a signed slip makes a record with the original in", () => {
    expect(taken([], [entry(one, signed)])).toEqual({
      records: [record({ values: signed })],
      news: [{ record: record({ values: signed }), values: signed, visits: [] }],
      already: 0,
      unknown: [],
    });
  });

  test("that was made before says nothing new", () => {
    const { records } = taken([], [entry(one, signed)]);
    expect(taken(records, [entry(one, signed), entry(one)])).toEqual({ records, news: [], already: 2, unknown: [] });
  });

  test("that says something else corrects, and what was said before stays", () => {
    const { records } = taken([], [entry(one, signed)]);
    const [corrected] = taken(records, [entry(one, { signedBy: "王建国" }, { input: "二.csv" })]).records;
    expect(corrected).toEqual(
      record({
        values: { ...signed, signedBy: "王建国" },
        source: "二.csv",
        history: ["原为：王建民／父亲／2019-11-26／李老师（一.csv）"],
      }),
    );
  });

  test.each([
    ["of another county", printNoticeNumber({ county: "DL", year: 2019, schoolCode: "07", sequence: 1 }), "other-season"],
    ["of another season", printNoticeNumber({ county: "PC", year: 2018, schoolCode: "07", sequence: 1 }), "other-season"],
    ["that nobody was given", numberOf(99), "not-issued"],
    ["with a wrong check character", one.replace(/.$/, (check) => (check === "7" ? "8" : "7")), "check-character"],
    ["of somebody who left the list", gone, "withdrawn"],
    ["of somebody to whom no letter had to go", spared, "withdrawn"],
    ["that is none", "领导", "not-issued"],
  ] as const)("with a number %s is not taken, and said", (_, number, why) => {
    expect(taken([], [entry(number, signed)])).toEqual({ records: [], news: [], already: 0, unknown: [{ input: "一.csv", number, why }] });
  });
});

describe("nobody home", () => {
  const absent = (on: string) => entry(one, { deliveredOn: day(on), deliveredBy: "李老师" }, { outcome: "absent" });
  const visit = (on: string): SlipVisit => ({ on: day(on), by: "李老师", outcome: "absent" });

  test("is a visit, no delivery and no slip", () => {
    expect(taken([], [absent("2019-11-26")])).toEqual({
      records: [record({ chosen: "absent", attempts: 1, receivedOn: undefined, hasOriginal: false })],
      news: [
        {
          record: record({ chosen: "absent", attempts: 1, receivedOn: undefined, hasOriginal: false }),
          values: {},
          visits: [visit("2019-11-26")],
        },
      ],
      already: 0,
      unknown: [],
    });
  });

  test("again on another day is another visit; the same visit counts once, in one run or two", () => {
    const first = taken([], [absent("2019-11-26"), absent("2019-11-26"), absent("2019-11-27")]);
    expect([first.records[0]?.attempts, first.news[0]?.visits, first.already]).toEqual([2, [visit("2019-11-26"), visit("2019-11-27")], 1]);
    const again = taken(first.records, [absent("2019-11-27"), absent("2019-11-28")], [visit("2019-11-26"), visit("2019-11-27")]);
    expect([again.records[0]?.attempts, again.already]).toEqual([3, 1]);
  });

  test("without a day is told of today", () => {
    expect(taken([], [entry(one, {}, { outcome: "absent" })]).news[0]?.visits).toEqual([
      { on: "2019-11-28", by: undefined, outcome: "absent" },
    ]);
  });

  test.each([
    ["the slip", signed, "valid"],
    ["a photograph of it", {}, "unsaid"],
  ] as const)("and then %s: the original is in, the visits stay counted, and the correction is told", (_, values, result) => {
    const { records } = taken([], [absent("2019-11-26")]);
    const [after] = taken(records, [entry(one, values, { input: "二.csv" })], [visit("2019-11-26")], "2019-11-29").records;
    expect(after).toEqual(
      record({ values, attempts: 1, receivedOn: day("2019-11-29"), source: "二.csv", history: ["原为：无人在家／—／—／—／—（一.csv）"] }),
    );
    expect(after && resultOf(after, undefined)).toBe(result);
  });

  test("after the slip is a visit more, and the slip stays signed", () => {
    const { records } = taken([], [entry(one, signed)]);
    const [after] = taken(records, [absent("2019-11-25")]).records;
    expect([after?.attempts, after?.hasOriginal, after && resultOf(after, undefined), after?.history]).toEqual([1, true, "valid", []]);
  });
});

test("a refusal is a visit with a slip; who signs later corrects it", () => {
  const values = { deliveredOn: day("2019-11-26"), deliveredBy: "李老师" };
  const first = taken([], [entry(one, values, { outcome: "refused" })]);
  expect(first.records).toEqual([record({ values, chosen: "refused", attempts: 1 })]);
  const [after] = taken(first.records, [entry(one, signed)], first.news[0]?.visits).records;
  expect([after && resultOf(after, undefined), after?.attempts, after?.history]).toEqual([
    "valid",
    1,
    ["原为：拒签／—／—／2019-11-26／李老师（一.csv）"],
  ]);
});

test.each([
  ["a relation that is no parent's", { signedBy: "赵主任", signerRelation: "official" }, undefined],
  ["no relation", { signedBy: "赵主任" }, "proxy"],
] as const)("代签 with %s is 代签", (_, values, chosen) => {
  const [own] = taken([], [entry(one, values, { outcome: "proxy" })]).records;
  expect([own?.chosen, own && resultOf(own, undefined)]).toEqual([chosen, "proxy"]);
});

test("what the office chose stays when the same slips are taken again", () => {
  const chosen = record({ values: signed, chosen: "refused" });
  expect(taken([chosen], [entry(one, signed)])).toEqual({ records: [chosen], news: [], already: 1, unknown: [] });
});

test("whatever is entered, twice is once, no record is lost, and every entry is new, known or named", () => {
  const outcome = fc.constantFrom(undefined, "proxy", "refused", "absent");
  const entries = fc.array(
    fc
      .record({
        number: fc.constantFrom(one, two, gone, spared, "领导"),
        signedBy: fc.constantFrom(undefined, "王建民"),
        on: fc.constantFrom("2019-11-26", "2019-11-27"),
        outcome,
      })
      .map(({ number, signedBy, on, outcome: said }) =>
        entry(number, { ...(signedBy ? { signedBy } : {}), deliveredOn: day(on) }, said ? { outcome: said } : {}),
      ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(entries, (list) => {
      const first = taken([], list);
      expect(new Set(first.records.map(({ number }) => number)).size).toBe(first.records.length);
      const last = [...new Map(list.map((own) => [own.number, own])).values()];
      const visits = first.news.flatMap((news) => news.visits);
      const again = taken(first.records, last, visits);
      expect(again.records.map(({ number }) => number)).toEqual(first.records.map(({ number }) => number));
      expect(again.already + again.unknown.length + again.news.length).toBe(last.length);
    }),
  );
});

describe("the two clocks: letters by 12-01, slips by 11-29", () => {
  const dates = { deliveryTo: day("2019-12-01"), slipsDue: day("2019-11-29") };
  test.each([
    ["delivered and handed in before", "2019-11-26", "2019-11-28", false, false],
    ["handed in on the last day", "2019-11-28", "2019-11-29", false, false],
    ["handed in a day too late", "2019-11-26", "2019-11-30", false, true],
    ["delivered after slips were due, handed in on the day", "2019-11-30", "2019-11-30", false, false],
    ["delivered after slips were due, handed in the next day", "2019-11-30", "2019-12-01", false, false],
    ["delivered after slips were due, handed in two days later", "2019-11-30", "2019-12-02", false, true],
    ["delivered on the last day", "2019-12-01", "2019-12-02", false, false],
    ["delivered a day too late", "2019-12-02", "2019-12-03", true, false],
    ["handed in, nobody knows when it was delivered", undefined, "2019-11-30", undefined, true],
    ["delivered, nothing handed in", "2019-11-26", undefined, false, undefined],
  ])("%s", (_, delivered, received, isDeliveredLate, isHandedInLate) => {
    const own = record({
      values: delivered === undefined ? {} : { deliveredOn: day(delivered) },
      receivedOn: received === undefined ? undefined : day(received),
    });
    expect(clocksOf(own, dates)).toEqual({ isDeliveredLate, isHandedInLate });
  });

  test("follow the days that the office set", () => {
    const own = record({ values: { deliveredOn: day("2019-12-03") }, receivedOn: day("2019-12-05") });
    const later = { deliveryTo: day("2019-12-05"), slipsDue: day("2019-12-05") };
    expect([clocksOf(own, dates), clocksOf(own, later)]).toEqual([
      { isDeliveredLate: true, isHandedInLate: true },
      { isDeliveredLate: false, isHandedInLate: false },
    ]);
  });
});

describe("what asks for a look", () => {
  const slipsOf = (count: number, values: (at: number) => SlipRecord["values"]) =>
    Array.from({ length: count }, (_, at) => record({ number: numberOf(at + 1), values: values(at) }));
  const odd = (records: readonly SlipRecord[]) => [...odditiesOf(records, day("2019-11-20")).values()];
  const on = (at: number) => day(`2019-11-${25 + (at % 5)}`);

  test.each([
    ["days and signers that differ", slipsOf(6, (at) => ({ signedBy: `家长${at}`, deliveredOn: on(at) })), []],
    ["one date for all of five", slipsOf(5, (at) => ({ signedBy: `家长${at}`, deliveredOn: on(0) })), ["one-day"]],
    ["one date for all of four", slipsOf(4, (at) => ({ signedBy: `家长${at}`, deliveredOn: on(0) })), []],
    ["one signer for five families", slipsOf(5, (at) => ({ signedBy: "王建民", deliveredOn: on(at) })), ["one-signer"]],
    ["a signer who delivered it", slipsOf(1, () => ({ signedBy: "李老师", deliveredBy: "李老师" })), ["signer-delivers"]],
    ["a day before the lists went out", slipsOf(1, () => ({ deliveredOn: day("2019-11-19") })), ["before-lists"]],
    ["the day on which the lists went out", slipsOf(1, () => ({ deliveredOn: day("2019-11-20") })), []],
  ] as const)("%s", (_, records, oddities) => {
    expect(odd(records)).toEqual(records.map(() => oddities));
  });
});
