// The numbers on everybody's papers: no slip of the key goes unnoticed, and a number stays with its person.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { indexContracts } from "../../src/domain/identity/contract-index";
import { parseNoticeNumber, printNoticeNumber, readNoticeNumber } from "../../src/domain/identity/notice-number";
import type { NumberEntry } from "../../src/domain/identity/notice-numbers";
import type { RosterIndex } from "../../src/domain/identity/roster-index";
import { fingerprintOf, printRowKey } from "../../src/domain/identity/row-key";
import { contractIdentity } from "../../src/domain/identity/keys";
import type { FieldValues, SheetRow } from "../../src/domain/record/field";
import { groupPersons } from "../../src/domain/record/person";
import { sortPersons } from "../../src/sheets/lists/sort-persons";
import { keptNumbers, numberRegister } from "../../src/sheets/notices/number-register";
import { countyLetters } from "../../src/sheets/vocabulary/county-letters";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { assign, idOf, loan, nameOf, rosterOf, row, school } from "../support/season-rows";
import { aNumberedList } from "../support/standings";

const numbers = fc.record({
  county: fc.stringMatching(/^[A-Z]{1,4}$/),
  year: fc.integer({ min: 2000, max: 2099 }),
  schoolCode: fc.stringMatching(/^[0-9A-Z]{1,8}$/),
  sequence: fc.integer({ min: 1, max: 99_999 }),
});
const characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

describe("a number", () => {
  test("is printed and read back, whatever spaces, width, case and hyphens it comes in", () => {
    const number = { county: "PC", year: 2019, schoolCode: "07", sequence: 123 };
    const printed = printNoticeNumber(number);
    expect(printed).toMatch(/^PC19-07-0123-[0-9A-Z]$/);
    for (const text of [printed, ` ${printed} `, printed.toLowerCase(), printed.replaceAll("-", ""), printed.replaceAll("-", "－")])
      expect(readNoticeNumber(text)).toEqual({ kind: "number", text: printed, number });
    fc.assert(fc.property(numbers, (made) => expect(parseNoticeNumber(printNoticeNumber(made))).toEqual(made)));
  });

  test.each(["", "PC19", "0123", "ZD19-07-4K7QX2MF-A", "领导"])("%j is none", (text) => {
    expect(readNoticeNumber(text)).toEqual({ kind: "no-number" });
  });

  test("with any one character wrong is noticed, whichever and wherever it is", () => {
    fc.assert(
      fc.property(numbers, fc.nat(), (made, where) => {
        const printed = printNoticeNumber(made);
        const at = where % printed.length;
        const wrong = [...characters]
          .filter((character) => character !== printed[at])
          .map((character) => printed.slice(0, at) + character + printed.slice(at + 1));
        expect(wrong.filter((text) => parseNoticeNumber(text))).toEqual([]);
      }),
    );
  });

  test("with two neighbours in each other's place is noticed, hyphens between them or not", () => {
    fc.assert(
      fc.property(numbers, (made) => {
        const printed = printNoticeNumber(made);
        const places = [...printed].flatMap((character, at) => (character === "-" ? [] : [at]));
        const swapped = places.slice(1).flatMap((at, index) => {
          const before = places[index] ?? 0;
          const [a = "", b = ""] = [printed[before], printed[at]];
          return a === b ? [] : [printed.slice(0, before) + b + printed.slice(before + 1, at) + a + printed.slice(at + 1)];
        });
        expect(swapped.filter((text) => parseNoticeNumber(text))).toEqual([]);
      }),
    );
  });
});

test.each([
  ["蒲城县", "PC"],
  ["大荔县", "DL"],
  ["华阴市", "HY"],
  ["", "ZX"],
])("the letters of %j are %s", (county, letters) => {
  expect(countyLetters(county)).toBe(letters);
});

const [a, b] = [school("甲校", "01"), school("乙校", "02")];
const at = (village: string): FieldValues => ({ township: "罕井镇", village });

/** Everybody whose contract number begins with B is of 乙校. */
function numbered(rows: readonly SheetRow[], kept: readonly NumberEntry[] = []): RosterIndex {
  const isOfB = ({ values }: SheetRow) => values.contractNo?.startsWith("B") ?? false;
  return aNumberedList(
    rows,
    (persons) => [
      { school: a, persons: sortPersons(persons.filter(({ loans }) => !loans.some(isOfB))) },
      { school: b, persons: sortPersons(persons.filter(({ loans }) => loans.some(isOfB))) },
    ],
    kept,
  );
}

/** Everybody's number without its check character, by name. */
const numbersIn = (index: RosterIndex) =>
  Object.fromEntries(index.roster.persons.map((person) => [person.name, index.numberOf(person).slice(2, -2)]));

/** The entries of the register as the next run reads them. */
function keptBy(index: RosterIndex, before: readonly NumberEntry[] = []): readonly NumberEntry[] {
  const spec = numberRegister(index.numbers, index, []);
  const read = keptNumbers([{ ...gridOfSpec(spec, spec.name), ownTab: "notice-numbers" }]);
  expect(read.slice(0, before.length).map(({ number }) => number)).toEqual(before.map(({ number }) => number));
  return read;
}

const first = [loan(1, "A1", 10, at("西街")), loan(2, "A2", 10, at("东街")), loan(2, "A3", 10, at("东街")), loan(3, "B1", 10, at("南街"))];

describe("numbers of a season", () => {
  test("are given school by school in the order of the lists, one to a person", () => {
    expect(numbersIn(numbered(first))).toEqual({ [nameOf(1)]: "19-01-0002", [nameOf(2)]: "19-01-0001", [nameOf(3)]: "19-02-0001" });
  });

  test("are the same whether the register has been written or not, in whatever order the rows stand", () => {
    const kept = keptBy(numbered(first));
    const turned = [...first].reverse();
    expect(numbersIn(numbered(turned))).toEqual(numbersIn(numbered(first)));
    expect(numbersIn(numbered(turned, kept))).toEqual(numbersIn(numbered(first)));
    expect(numbered(turned, kept).numbers.news).toBe(0);
  });

  test("stay when others come before them, when one moves to another school and when one leaves; nobody gets a number that was given", () => {
    const before = numbered(first);
    const kept = keptBy(before);
    const second = [
      loan(4, "A4", 10, at("安街")),
      loan(2, "A2", 10, at("东街")),
      loan(2, "B3", 10, at("东街")),
      loan(3, "B1", 10, at("南街")),
      loan(5, "B5", 10, at("安街")),
    ];
    const after = numbered(second, kept);
    expect(numbersIn(after)).toEqual({
      [nameOf(4)]: "19-01-0003",
      [nameOf(2)]: "19-01-0001",
      [nameOf(3)]: "19-02-0001",
      [nameOf(5)]: "19-02-0002",
    });
    const gone = before.numberOf({ key: idOf(1) });
    expect(after.numbers.find(gone)).toMatchObject({ entry: { number: gone }, person: undefined });
    expect(numbersIn(numbered(first, keptBy(after, kept)))).toEqual(numbersIn(before));
  });

  test("stay with a person whose ID is corrected", () => {
    const kept = keptBy(numbered([...first, loan(6, "A6", 10, { ...at("北街"), citizenId: "6105" })]));
    const mended = numbered([...first, loan(6, "A6", 10, at("北街"))], kept);
    expect(numbersIn(mended)[nameOf(6)]).toBe("19-01-0001");
    expect(mended.numbers.news).toBe(0);
  });

  test("of two persons who turn out to be one: the older stays, and the other leads to the same person", () => {
    const kept = keptBy(numbered([loan(1, "A1", 10), { ...loan(1, "A2", 10), values: { ...loan(1, "A2", 10).values, citizenId: "61" } }]));
    const one = numbered([loan(1, "A1", 10), loan(1, "A2", 10)], kept);
    expect(kept.map(({ number }) => one.personPrinted(number)?.key)).toEqual([idOf(1), idOf(1)]);
    expect(one.numberOf({ key: idOf(1) })).toBe(kept[0]?.number);
  });

  test("of other seasons and counties, and numbers that nobody bears, are told apart from a slip of the key", () => {
    const { numbers: own } = numbered(first);
    const print = (change: Partial<Parameters<typeof printNoticeNumber>[0]>) =>
      printNoticeNumber({ county: "PC", year: 2019, schoolCode: "01", sequence: 1, ...change });
    const wrong = print({}).replace(/.$/, (check) => (check === "0" ? "1" : "0"));
    const why = (text: string) => {
      const found = own.find(text);
      return found.entry ? found.entry.number : found.why;
    };
    expect([print({}), wrong, print({ year: 2018 }), print({ county: "DL" }), print({ sequence: 99 }), "王老师"].map(why)).toEqual([
      print({}),
      "check-character",
      "other-season",
      "other-season",
      "not-issued",
      "not-issued",
    ]);
  });

  test("a letter printed twice on one day was printed once", () => {
    const { numbers: own } = numbered(first);
    const number = own.entries[0]?.entry.number ?? "";
    const on = own.entries[0]!.entry.givenOn;
    const twice = own.printed(new Map([[number, "X"]]), on).printed(new Map([[number, "Y"]]), on);
    expect(twice.entries[0]?.entry.printing).toEqual({ lastOn: on, times: 1, content: "Y" });
    expect(twice.entries.slice(1).map(({ entry }) => entry.printing)).toEqual([undefined, undefined]);
  });
});

describe("a returned row with a person's number", () => {
  const years = [loan(1, "A1", 10, { loanYear: "2013" }), loan(1, "A2", 20, { loanYear: "2014" }), loan(2, "A3", 30, { loanYear: "2013" })];
  const index = numbered(years);
  const contracts = indexContracts(
    index,
    assign(rosterOf(...years), () => a),
  );
  const [one, two] = groupPersons(years).map((person) => index.numberOf(person)) as [string, string];
  const matched = (values: FieldValues) => contracts.match(row("催收名单", values)).contract?.identity;

  test.each([
    ["by the contract's number", { contractNo: "A2" }, "A2"],
    ["by the year when the contract's number was changed", { contractNo: "A99", loanYear: "2014" }, "A2"],
    [
      "by the amounts when nothing else is left",
      { principal: years[1]!.values.principal!, interest: years[1]!.values.interest!, due: years[1]!.values.due! },
      "A2",
    ],
    ["to none of several when nothing tells them apart", {}, undefined],
  ] as const)("comes back %s", (_, values, contract) => {
    expect(matched({ rowKey: one, ...values })).toBe(contract);
  });

  test("comes back to a person's only contract whatever else was changed", () => {
    expect(matched({ rowKey: two, contractNo: "A99", loanYear: "1999" })).toBe("A3");
  });

  test("and one with the number of an earlier list comes back as before", () => {
    const earlier = years.map((own) =>
      printRowKey({ kind: "list", year: 2019, schoolCode: "01", fingerprint: fingerprintOf(contractIdentity(own)) }),
    );
    expect(earlier.map((rowKey) => matched({ rowKey }))).toEqual(["A1", "A2", "A3"]);
  });

  test("of visits means the person", () => {
    expect(contracts.matchPerson(row("上门记录", { rowKey: one })).contract?.identity).toBe("A1");
  });
});
