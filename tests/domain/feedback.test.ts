// Daily feedback: everybody of a school in one of three places, what has come about since, and snapshots that keep every day whatever the order.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { feedbackCounts, type FeedbackSources, feedbackOf } from "../../src/domain/standing/feedback";
import {
  lastDayBefore,
  skippedBetween,
  type Snapshot,
  type SnapshotDay,
  snapshotUpTo,
  type Stood,
  withSnapshot,
} from "../../src/domain/standing/snapshot";
import type { Standing } from "../../src/domain/standing/standing";
import type { StopReason } from "../../src/domain/standing/stop";
import { addDays, type Day, day } from "../../src/domain/values/day";
import { fen } from "../../src/domain/values/money";
import { assign, loan, rosterOf, school } from "../support/season-rows";
import { aStanding } from "../support/standings";

const [east, west] = [school("东校", "01"), school("西校", "02")];
const roster = rosterOf(...[0, 1, 2, 3].map((n) => loan(n, `610526201500000${n}`, 100)));
const standingOf = (index: number, change: Partial<Standing> = {}): Standing => {
  const person = roster.persons[index]!;
  return { ...aStanding(person.loans), person, ...change };
};
const stood = (state: Stood["state"], outstanding: number, at = east): Stood => ({ state, outstanding: fen(outstanding), school: at.name });

/** The feedback on the first person, of 东校, who stands so; the others are in 西校 and unpaid as before. */
function ofFirst(change: Partial<Standing>, before?: Stood, others: Partial<FeedbackSources> = {}) {
  const standings = new Map(roster.persons.map(({ key }, index) => [key, standingOf(index, index === 0 ? change : {})]));
  const printOf: FeedbackSources["printOf"] = ({ key }) => key;
  const past = new Map(roster.persons.slice(1).map(({ key }) => [key, stood("unpaid", 10_000, west)]));
  if (before) past.set(roster.persons[0]!.key, before);
  const assignments = assign(roster, (index) => (index === 0 ? east : west));
  return feedbackOf({ schools: [east, west], assignments, standings, printOf, before: past, ...others });
}

describe("a person of a school", () => {
  const reasons: Readonly<Record<StopReason, Stood["state"]>> = {
    paid: "settled",
    "nothing-due": "withdrawn",
    waived: "withdrawn",
    accepted: "withdrawn",
    deposited: "withdrawn",
    "early-applied": "withdrawn",
    "to-verify": "withdrawn",
    deceased: "withdrawn",
    missing: "withdrawn",
    illness: "withdrawn",
    imprisoned: "withdrawn",
    enlisted: "withdrawn",
    "not-borrower": "withdrawn",
    "paid-not-shown": "withdrawn",
    "data-error": "withdrawn",
    "name-unusable": "withdrawn",
    unassigned: "withdrawn",
    withdrawn: "withdrawn",
  };
  test.each(Object.entries(reasons) as [StopReason, Stood["state"]][])("whom %s stops is %s", (stop, state) => {
    expect(ofFirst({ stop }).schools[0]?.people.map((one) => one.state)).toEqual([state]);
  });

  test("whom nothing stops is unpaid", () => {
    expect(ofFirst({}).schools[0]?.people.map((one) => one.state)).toEqual(["unpaid"]);
  });
});

describe("since the feedback before", () => {
  const paid = { stop: "paid", outstanding: fen(0) } as const;
  const partly = { outstanding: fen(4_000), state: "partial" } as const;
  const nobody = { newlyPaid: 0, settled: 0, unpaid: 0, withdrawn: 0, changed: 0 };
  type Counts = typeof nobody;
  const cases: readonly (readonly [string, Stood | undefined, Partial<Standing>, Partial<Counts>, string | undefined])[] = [
    ["unpaid, now settled: newly paid", stood("unpaid", 10_000), paid, { newlyPaid: 1, settled: 1 }, undefined],
    ["withdrawn, now settled: newly paid", stood("withdrawn", 10_000), paid, { newlyPaid: 1, settled: 1 }, undefined],
    ["settled as before: told once only", stood("settled", 0), paid, { settled: 1 }, undefined],
    ["unpaid as before", stood("unpaid", 10_000), {}, { unpaid: 1 }, undefined],
    ["unpaid, a part taken", stood("unpaid", 10_000), partly, { unpaid: 1, changed: 1 }, "amount"],
    ["settled, the bank gave it back", stood("settled", 0), {}, { unpaid: 1, changed: 1 }, "reversed"],
    ["withdrawn, to be approached again", stood("withdrawn", 10_000), {}, { unpaid: 1, changed: 1 }, "resumed"],
    ["on no list before", undefined, {}, { unpaid: 1, changed: 1 }, "added"],
    ["on no list before, and settled", undefined, paid, { newlyPaid: 1, settled: 1 }, undefined],
    ["on no list before, and withdrawn", undefined, { stop: "deceased" }, { withdrawn: 1 }, undefined],
    ["newly withdrawn", stood("unpaid", 10_000), { stop: "deceased" }, { withdrawn: 1 }, undefined],
    ["withdrawn as before", stood("withdrawn", 10_000), { stop: "enlisted" }, { withdrawn: 1 }, undefined],
    [
      "withdrawn as before, a part taken",
      stood("withdrawn", 10_000),
      { ...partly, stop: "enlisted" },
      { withdrawn: 1, changed: 1 },
      "amount",
    ],
    ["on another school's list before", stood("unpaid", 10_000, west), {}, { unpaid: 1, changed: 1 }, "added"],
    ["settled at another school: told already", stood("settled", 0, west), paid, { settled: 1 }, undefined],
    ["its school has another name now", stood("unpaid", 10_000, school("旧名")), {}, { unpaid: 1 }, undefined],
  ];
  test.each(cases)("%s", (_, before, change, counts, kind) => {
    const { schools } = ofFirst(change, before);
    expect(schools[0] && feedbackCounts(schools[0])).toEqual({ ...nobody, ...counts });
    expect(schools[0]?.people[0]?.change).toBe(kind);
  });

  test("a first feedback tells all who are settled or withdrawn as new, and nothing as changed", () => {
    const standings = [paid, {}, { stop: "illness" } as const, {}].map((change, index) => standingOf(index, change));
    const { schools } = feedbackOf({
      schools: [east],
      assignments: assign(roster, () => east),
      standings: new Map(standings.map((standing) => [standing.person.key, standing])),
      printOf: ({ key }) => key,
    });
    expect(schools.map(feedbackCounts)).toEqual([{ newlyPaid: 1, settled: 1, unpaid: 2, withdrawn: 1, changed: 0 }]);
    expect(schools[0]?.people.map(({ isNew }) => isNew)).toEqual([true, false, true, false]);
  });

  test("who is gone from the list is called back from the school that had them, once, unless settled or withdrawn already", () => {
    const before = new Map([
      ["A", stood("unpaid", 5)],
      ["B", stood("settled", 0)],
      ["C", stood("withdrawn", 5)],
      ["D", stood("unpaid", 5, school("旧名"))],
    ]);
    const { schools, snapshot } = ofFirst({}, undefined, { before });
    expect(schools.map(({ gone }) => gone)).toEqual([[{ print: "A", before: stood("unpaid", 5), why: "left" }], []]);
    expect(feedbackCounts(schools[0]!)).toMatchObject({ unpaid: 1, withdrawn: 1 });
    expect([...snapshot.keys()]).toEqual(roster.persons.map(({ key }) => key));
    const moved = ofFirst({}, stood("unpaid", 10_000, west)).schools;
    expect(moved.map(({ gone }) => gone.map(({ why }) => why))).toEqual([[], ["moved"]]);
    const assignments = assign(roster, (index) => (index === 0 ? undefined : west));
    const held = ofFirst({}, stood("unpaid", 10_000), { assignments }).schools;
    expect(held.map(({ gone }) => gone.map(({ why }) => why))).toEqual([["held"], []]);
  });

  test("whoever is in no part, or in two, stops everything", () => {
    const assignments = assign(roster, () => east);
    expect(() => ofFirst({}, undefined, { assignments: assignments.slice(1) })).toThrow("the parts are not all persons once");
    expect(() => ofFirst({}, undefined, { assignments: [...assignments.slice(1), assignments[1]!] })).toThrow(RangeError);
  });
});

const first = day("2019-12-11");
const dates = fc.integer({ min: 0, max: 9 }).map((count) => addDays(first, count));
const places = fc
  .tuple(fc.constantFrom<Stood["state"]>("settled", "unpaid", "withdrawn"), fc.nat(3), fc.constantFrom(east, west))
  .map(([state, outstanding, at]) => stood(state, outstanding, at));
const snapshots: fc.Arbitrary<Snapshot> = fc
  .array(fc.tuple(fc.constantFrom("A", "B", "C", "D"), places), { maxLength: 6 })
  .map((entries) => new Map(entries));

describe("snapshots", () => {
  test("whatever days are fed back in whatever order and however often, each keeps what was said of it last", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(dates, snapshots), { minLength: 1, maxLength: 14 }), (runs) => {
        let days: readonly SnapshotDay[] = [];
        const said = new Map<Day, Snapshot>();
        for (const [on, snapshot] of runs) {
          days = withSnapshot(days, on, snapshot);
          said.set(on, snapshot);
          const known = [...said.keys()].sort();
          expect(days.map((kept) => kept.on)).toEqual(known);
          for (const [date, stands] of said) expect(snapshotUpTo(days, date)).toEqual(stands);
          expect(lastDayBefore(days, on)).toBe(known.filter((date) => date < on).at(-1));
          const again = withSnapshot(days, on, snapshot);
          expect(again).toEqual(days);
        }
      }),
    );
  });

  test("a day costs only what is other than the day before", () => {
    const many = new Map(Array.from({ length: 500 }, (_, index) => [`P${index}`, stood("unpaid", 100)]));
    const days = withSnapshot(withSnapshot([], first, many), addDays(first, 1), new Map(many).set("P7", stood("settled", 0)));
    expect(days.map(({ changes }) => changes.size)).toEqual([500, 1]);
  });

  test("every calendar day between is named, workday or not, unless there was a feedback", () => {
    const days = [first, addDays(first, 2)].reduce<readonly SnapshotDay[]>((kept, on) => withSnapshot(kept, on, new Map()), []);
    expect(skippedBetween(days, first, addDays(first, 1))).toEqual([]);
    expect(skippedBetween(days, first, day("2019-12-16"))).toEqual(["2019-12-12", "2019-12-14", "2019-12-15"]);
  });
});
