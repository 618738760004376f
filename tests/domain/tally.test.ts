// Sums, rates and ranks: parts make the whole, percents are exact, ties share a rank.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { bridgeOf } from "../../src/domain/standing/bridge";
import { day } from "../../src/domain/values/day";
import type { FieldValues, SheetRow } from "../../src/domain/record/field";
import { sumFen } from "../../src/domain/values/money";
import { rate, rateText, ranksOf } from "../../src/domain/values/rate";
import type { PersonKey } from "../../src/domain/identity/keys";
import { type CountyTally, tallyCounty } from "../../src/domain/standing/county-tally";
import { provenWhole, type Tally, tallyOf } from "../../src/domain/standing/tally";
import { assign, loan, payment, rosterOf, row, school, standingsFrom } from "../support/season-rows";

const asOf = day("2019-12-11");
const schools = [
  school("罕井镇中心校", "01", "甲"),
  school("孙镇中心校", "02", "乙"),
  school("兴镇中心校", "03", "甲"),
  school("空校", "04"),
];

describe("rates", () => {
  test.each<[string, number, number, string]>([
    ["two thirds", 2, 3, "66.67%"],
    ["a half of a hundredth is rounded up", 1, 20000, "0.01%"],
    ["just below the half is rounded down", 499, 10_000_000, "0.00%"],
    ["all", 7, 7, "100.00%"],
    ["nothing", 0, 7, "0.00%"],
    ["nearly all is not rounded up to all by more than half a hundredth", 99_994, 100_000, "99.99%"],
    ["nobody there", 0, 0, "—"],
    ["beyond the exact numbers of a double", 899_999_999_999_999, 900_000_000_000_000, "100.00%"],
  ])("%s", (_, part, whole, text) => {
    expect(rateText(rate(part, whole))).toBe(text);
  });
});

describe("ranks", () => {
  test.each<[string, readonly (readonly [number, number])[], readonly (number | null)[]]>([
    [
      "ties share a rank and the next is skipped",
      [
        [1, 2],
        [9, 10],
        [5, 10],
        [1, 10],
      ],
      [2, 1, 2, 4],
    ],
    [
      "equal fractions of different size tie",
      [
        [1, 3],
        [2, 6],
        [1, 2],
      ],
      [2, 2, 1],
    ],
    [
      "what prints alike but differs does not tie",
      [
        [9612_01, 10000_00],
        [9612_02, 10000_00],
      ],
      [2, 1],
    ],
    [
      "nobody has no rank and takes none away",
      [
        [0, 0],
        [1, 2],
        [1, 4],
      ],
      [null, 1, 2],
    ],
    [
      "all at nothing share the first place",
      [
        [0, 5],
        [0, 9],
      ],
      [1, 1],
    ],
    ["one school is first", [[0, 5]], [1]],
    ["no school", [], []],
  ])("%s", (_, ratios, expected) => {
    expect(ranksOf(ratios.map(([part, whole]) => ({ part, whole })))).toEqual(expected);
  });
});

interface Drawn {
  readonly due: number;
  readonly contracts: number;
  readonly taken: number;
  readonly early: boolean;
  readonly school: number;
  readonly signer: FieldValues["signerRelation"] | undefined;
  readonly exception: FieldValues["exceptionKind"] | undefined;
  readonly claim: FieldValues["repaymentStatus"] | undefined;
}

const drawn: fc.Arbitrary<readonly Drawn[]> = fc.array(
  fc.record({
    due: fc.integer({ min: 0, max: 2000 }),
    contracts: fc.integer({ min: 1, max: 3 }),
    taken: fc.integer({ min: 0, max: 2500 }),
    early: fc.boolean(),
    school: fc.integer({ min: 0, max: 4 }),
    signer: fc.constantFrom(undefined, "self", "official"),
    exception: fc.constantFrom(undefined, "deceased", "hardship", "early-applied"),
    claim: fc.constantFrom(undefined, "paid", "deposited", "unreachable", "promised"),
  }),
  { maxLength: 40 },
);

function seasonOf(people: readonly Drawn[]) {
  const loans = people.flatMap((one, n) => Array.from({ length: one.contracts }, (_, k) => loan(n, `HT-${n}-${k}`, one.due)));
  const roster = rosterOf(...loans);
  const payments = people.flatMap((one, n) => {
    const taken = payment(`HT-${n}-0`, one.taken, { sheet: one.early ? "提前还款" : "扣款结果" });
    const early = Object.fromEntries(Object.entries(taken.values).filter(([field]) => field !== "deductionResult"));
    return one.taken === 0 ? [] : [one.early ? { ...taken, values: early } : taken];
  });
  const reports = (values: (one: Drawn) => FieldValues | undefined): readonly SheetRow[] =>
    people.flatMap((one, n) => (values(one) ? [row("登记", { contractNo: `HT-${n}-0`, ...values(one) })] : []));
  const registers = {
    deliveries: reports(({ signer }) => (signer === undefined ? undefined : { deliveredOn: asOf, signerRelation: signer })),
    claims: reports(({ claim }) => (claim === undefined ? undefined : { repaymentStatus: claim })),
    visits: reports(({ claim }) => (claim === "promised" ? { visitedOn: asOf } : undefined)),
    exceptions: reports(({ exception }) => (exception === undefined ? undefined : { exceptionKind: exception })),
  };
  const assignments = assign(roster, (index) => schools[people[index]?.school ?? 4]);
  return { roster, payments, registers, assignments, asOf, held: new Set<PersonKey>() };
}

const plain = ({ kinds, ...figures }: Tally) => ({ ...figures, kinds: [...kinds].sort() });
const countyOf = (season: ReturnType<typeof seasonOf>): CountyTally =>
  tallyCounty({ standings: standingsFrom(season), assignments: season.assignments, schools });

// Of a line what people read; its persons are proven by the sums.
const linesOf = (standings: Parameters<typeof bridgeOf>[0]) =>
  bridgeOf(standings).map(({ step, persons, amount }) => ({ step, persons, amount }));

describe("a county", () => {
  test("persons, money, deliveries and special cases are counted once per person", () => {
    const two: Drawn = {
      due: 100,
      contracts: 2,
      taken: 100,
      early: false,
      school: 0,
      signer: "self",
      exception: undefined,
      claim: undefined,
    };
    const one: Drawn = {
      due: 300,
      contracts: 1,
      taken: 300,
      early: true,
      school: 0,
      signer: "official",
      exception: undefined,
      claim: undefined,
    };
    const dead: Drawn = {
      due: 50,
      contracts: 1,
      taken: 0,
      early: false,
      school: 1,
      signer: undefined,
      exception: "deceased",
      claim: undefined,
    };
    const { county, schools: parts, unassigned } = countyOf(seasonOf([two, one, dead]));
    expect(county).toMatchObject({
      persons: 3,
      contracts: 4,
      due: 55000,
      repaid: 40000,
      outstanding: 15000,
      personsPaid: 1,
      personsPartial: 1,
    });
    expect(county).toMatchObject({ delivered: 1, proxy: 1, undelivered: 1, undeliveredOpen: 0, exceptions: 1, open: 1, openAmount: 10000 });
    expect(parts.map(({ school: { name }, tally: { persons }, rank }) => [name, persons, rank])).toEqual([
      ["罕井镇中心校", 2, 1],
      ["孙镇中心校", 1, 2],
      ["兴镇中心校", 0, null],
      ["空校", 0, null],
    ]);
    expect(unassigned.persons).toBe(0);
  });

  test("who was rightly sent no letter is not undelivered, and is looked for only while in collection", () => {
    const one = { due: 100, contracts: 1, taken: 0, early: false, school: 0, signer: undefined, exception: undefined, claim: undefined };
    const standings = [...standingsFrom(seasonOf([one, one, { ...one, signer: "official" as const }])).values()];
    const [spared, ...others] = standings.map((standing, index) => ({ ...standing, neededNoLetter: index === 0 }));
    const { toDeliver, delivered, proxy, undelivered, undeliveredOpen } = tallyOf([spared!, ...others]);
    expect([toDeliver, delivered, proxy, undelivered, undeliveredOpen]).toEqual([2, 0, 1, 1, 2]);
  });

  test("a liaison answers for all schools of that name", () => {
    const one = { due: 100, contracts: 1, taken: 0, early: false, signer: undefined, exception: undefined, claim: undefined };
    const { liaisons } = countyOf(seasonOf([0, 1, 2].map((index) => ({ ...one, school: index }))));
    expect(liaisons.map(({ liaison, schools: count, tally: { persons } }) => [liaison, count, persons])).toEqual([
      ["甲", 2, 2],
      ["乙", 1, 1],
      ["", 1, 0],
    ]);
  });

  test("a school that only the list names is tallied too", () => {
    const season = seasonOf([
      { due: 1, contracts: 1, taken: 0, early: false, school: 0, signer: undefined, exception: undefined, claim: undefined },
    ]);
    const { schools: parts } = tallyCounty({ standings: standingsFrom(season), assignments: season.assignments, schools: [] });
    expect(parts.map(({ school: { name } }) => name)).toEqual(["罕井镇中心校"]);
  });

  test("a sum that does not come out is refused", () => {
    const part = tallyOf([]);
    expect(() => provenWhole([part, { ...part, persons: 1 }], part)).toThrow(RangeError);
    expect(() => provenWhole([part], { ...part, kinds: new Map([["deceased", 1]]) })).toThrow(RangeError);
  });

  test("the totals are those of the list, and schools with the unassigned make the county", () => {
    fc.assert(
      fc.property(drawn, (people) => {
        const season = seasonOf(people);
        const { county, schools: parts, unassigned } = countyOf(season);
        expect(county.persons).toBe(season.roster.persons.length);
        expect(county.contracts).toBe(season.roster.rows.length);
        expect(county.due).toBe(sumFen(season.roster.rows.map(({ values }) => values.due)));
        expect(county.repaid + county.outstanding).toBe(county.due);
        expect(county.repaid).toBeLessThanOrEqual(county.due);
        expect(county.delivered + county.proxy + county.undelivered).toBe(county.persons);
        expect(plain(provenWhole([...parts.map(({ tally }) => tally), unassigned], county))).toEqual(plain(county));
      }),
    );
  });

  test("importing the bank's sheets twice, or rows in another order, changes nothing", () => {
    fc.assert(
      fc.property(drawn, (people) => {
        const season = seasonOf(people);
        const before = countyOf(season);
        const again = season.payments.map((source) => ({ ...source, place: { ...source.place, sheet: `${source.place.sheet} (2)` } }));
        const twice = countyOf({ ...season, payments: [...again, ...season.payments].reverse() });
        expect(twice.schools.map(({ tally, rank }) => [plain(tally), rank])).toEqual(
          before.schools.map(({ tally, rank }) => [plain(tally), rank]),
        );
        const turned = { ...season.roster, persons: [...season.roster.persons].reverse() };
        expect(plain(countyOf({ ...season, roster: turned }).county)).toEqual(plain(before.county));
      }),
    );
  });

  test("a due below nothing is a line of the bridge and in no other sum", () => {
    const none = { contracts: 1, taken: 0, early: false, school: 0, signer: undefined, exception: undefined, claim: undefined };
    const season = { ...seasonOf([100, -14].map((due) => ({ ...none, due }))), held: new Set<PersonKey>() };
    const standings = standingsFrom({ ...season, held: new Set(season.roster.persons.slice(1).map(({ key }) => key)) });
    expect([...standings.values()].map(({ stop }) => stop)).toEqual([undefined, "data-error"]);
    const lines = linesOf(standings.values()).filter(({ persons }) => persons > 0);
    expect(lines).toEqual([
      { step: "list", persons: 2, amount: 8600 },
      { step: "negative", persons: 1, amount: -1400 },
      { step: "open", persons: 1, amount: 10_000 },
    ]);
    expect(countyOf(season).county).toMatchObject({ open: 1, openAmount: 10_000 });
  });

  test("the bridge leads from everybody on the list to those in collection", () => {
    fc.assert(
      fc.property(drawn, (people) => {
        const season = seasonOf(people);
        const { county } = countyOf(season);
        const lines = linesOf(standingsFrom(season).values());
        expect(lines[0]).toEqual({ step: "list", persons: county.persons, amount: county.due });
        expect(lines.at(-1)).toEqual({ step: "open", persons: county.open, amount: county.openAmount });
      }),
    );
  });
});
