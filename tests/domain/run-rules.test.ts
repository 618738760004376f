// Running rules: findings come sorted, whatever order the rows came in; copies are reported once and never checked twice.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { cellFinder, readingsOf, ruleContext } from "../../src/actions/rule-context";
import type { Finding } from "../../src/domain/record/finding";
import { heldPersons } from "../../src/domain/checking/held";
import { groupPersons } from "../../src/domain/record/person";
import { runRules } from "../../src/domain/checking/run-rules";
import { couldBeMeant } from "../../src/domain/checking/rules/typing-errors";
import { nameKey } from "../../src/sheets/vocabulary/name-key";
import { isSameName } from "../../src/domain/checking/rules/names";
import { messyBook } from "../../src/sample/messy";
import { sampleCounty } from "../../src/sample/county";
import type { SeasonBook } from "../../src/sheets/reading/reading";
import { rosterGrid, settingsGrid, territoryGrid } from "../support/builders";
import { answersIn, bookOf, checked, foreignGrids } from "../support/checked";

function findingsOf(book: SeasonBook): readonly Finding[] {
  const readingOf = readingsOf(book);
  return runRules(book.roster, ruleContext(book, readingOf, answersIn(book)), cellFinder(readingOf));
}

const said = (findings: readonly Finding[]) => findings.map(({ sheet, cell, severity, rule }) => `${sheet}!${cell} ${severity} ${rule}`);

test("findings come by row, and within a row in report order", () => {
  const grid = rosterGrid([
    { phone: "1399", interest: 300 },
    { citizenId: "610526199403150019", gender: "" },
    { contractNo: "", citizenId: 610526199403150000, township: "罕并镇" },
  ]);
  expect(said(findingsOf(bookOf([settingsGrid(), grid, territoryGrid()])))).toEqual([
    "应还名单!M2 error due-not-sum",
    "应还名单!P2 warning phone-invalid",
    "应还名单!C3 error citizen-id-check-digit",
    "应还名单!C3 info citizen-id-elsewhere",
    "应还名单!C4 error citizen-id-digits-lost",
    "应还名单!E4 error contract-no-missing",
    "应还名单!C4 info citizen-id-elsewhere",
    "应还名单!V4 warning place-unknown",
  ]);
});

test("a rule is not asked where its column is missing", () => {
  const grid = rosterGrid({});
  const bare = { ...grid, rows: grid.rows.map((row) => row.slice(0, 13)) };
  const book = bookOf([settingsGrid(), bare]);
  expect(book.roster.rows).toHaveLength(1);
  expect(findingsOf(book)).toEqual([]);
});

test("a proposal is given only where a better spelling is evident, and is never applied", () => {
  const book = bookOf([
    settingsGrid(),
    rosterGrid([{}, { citizenId: "61052619940315001" }, { citizenId: "６１０５２６１９９４０３１５００１８" }]),
  ]);
  expect(findingsOf(book).map(({ rule, proposal }) => [rule, proposal])).toEqual([
    ["citizen-id-length", undefined],
    ["citizen-id-elsewhere", "610526199403150018"],
    ["full-width-characters", "610526199403150018"],
  ]);
  expect(book.roster.rows[1]?.values.citizenId).toBe("61052619940315001");
});

test("rows in another order give the same findings", () => {
  const { book: spec } = messyBook(sampleCounty({ persons: 400, seed: 7 }));
  const book = bookOf(foreignGrids(spec));
  const expected = findingsOf(book);
  expect(expected.length).toBeGreaterThan(300);
  const inOrder = (findings: readonly Finding[]) => findings.map((finding) => JSON.stringify(finding)).sort();
  fc.assert(
    fc.property(fc.shuffledSubarray([...book.roster.rows], { minLength: book.roster.rows.length }), (rows) => {
      const shuffled = { ...book, roster: { ...book.roster, rows, persons: groupPersons(rows) } };
      expect(inOrder(findingsOf(shuffled))).toEqual(inOrder(expected));
    }),
    { numRuns: 5, seed: 20191113 },
  );
});

describe("held persons", () => {
  const heldIn = (...grids: Parameters<typeof bookOf>) => {
    const book = bookOf(...grids);
    return [...heldPersons(book, checked(...grids).findings)];
  };

  test("an error on one contract holds the whole person, a warning nobody", () => {
    const rows = [{}, { interest: 1 }, { citizenId: "61212819910722402X", gender: "女", name: "李桃", phone: "空号" }];
    expect(heldIn([settingsGrid(), rosterGrid(rows)])).toEqual(["610526199403150018"]);
  });

  test("a row that stands twice holds its person once", () => {
    const twin = { contractNo: "6105262013000077", loanYear: 2013, interest: 1 };
    expect(heldIn([settingsGrid(), rosterGrid([twin, twin])])).toEqual(["610526199403150018"]);
  });
});

test.each([
  ["61052619940315001", "610526199403150018", false, true],
  ["6105261994031500188", "610526199403150018", false, true],
  ["610526199403510018", "610526199403150018", false, true],
  ["61O526199403150018", "610526199403150018", false, true],
  ["610526199412311207", "610526199403150018", false, false],
  ["610526********0018", "610526199403150018", false, true],
  ["610526********0019", "610526199403150018", false, false],
  ["610526199403150000", "610526199403150018", true, true],
  ["610526199403149952", "610526199403150018", true, true],
  ["610526199403160000", "610526199403150018", true, false],
  ["6.10526E+17", "610526199403150018", true, false],
])("%s could be meant for %s (lost: %s): %s", (typed, sound, isLost, expected) => {
  expect(couldBeMeant(typed, sound, isLost)).toBe(expected);
});

test.each([
  ["王婷", "王亭", true],
  ["张 三", "张三", true],
  ["王?齐", "王思齐", true],
  ["王yan齐", "王䶮齐", true],
  ["王思齐", "王思明", false],
  ["王思", "王思齐", false],
  ["李大山", "王思齐", false],
])("%s and %s can be one person's name: %s", (first, second, expected) => {
  expect(isSameName(first, second, nameKey)).toBe(expected);
  expect(isSameName(second, first, nameKey)).toBe(expected);
});
