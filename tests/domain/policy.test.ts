// Loan policy by year: what holds is what docs/policy.md says, a new season changes data alone, and what nobody confirmed reaches no letter.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { factOn, factsOn, policyFacts, policyOf } from "../../src/domain/policy/policy";
import { seasonDates } from "../../src/domain/record/season";
import { fen, yuanText } from "../../src/domain/values/money";
import { policySources } from "../../src/sheets/vocabulary/policy-words";

const paper = readFileSync("docs/policy.md", "utf8");
const section = (number: string) => paper.split(/^## /m).find((part) => part.startsWith(`${number} `)) ?? "";
const cellsOf = (number: string) =>
  section(number)
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| -/.test(line))
    .slice(1)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
const years = Array.from({ length: 21 }, (_, index) => 2010 + index);

describe("docs/policy.md", () => {
  test("names every source", () => {
    expect(Object.fromEntries(cellsOf("1").map(([id = "", name]) => [id.replaceAll("`", ""), name]))).toEqual(policySources);
  });

  test("has every year's maximum, grace and longest term of loans", () => {
    const told = cellsOf("2").flatMap(([span = "", caps = "", grace = "", term = "", source = ""], index, all) => {
      const [first, last] = span.match(/\d{4}/g)?.map(Number) ?? [];
      const [from, to] = span.startsWith("until") ? [2010, first] : span.startsWith("from") ? [first, 2030] : [first, last ?? first];
      const longest = Number(/(\d+)(?!.*\d)/.exec(term === "the same" ? (all[index - 1]?.[3] ?? "") : term)?.[1] ?? 22);
      const [undergraduate, graduate] = (caps.match(/[\d,]{5,}/g) ?? []).map((text) => `${text.replace(",", "")}.00`);
      return years
        .filter((year) => year >= (from ?? 0) && year <= (to ?? 0))
        .map((year) => [year, undergraduate, graduate, Number.parseInt(grace), longest, source.replaceAll("`", "")] as const);
    });
    expect(told.map((row) => row.slice(0, 5))).toEqual(
      years.map((year) => {
        const cap = factOn("yearlyCap", year)?.value;
        return [
          year,
          yuanText(cap?.undergraduate ?? fen(0)),
          yuanText(cap?.graduate ?? fen(0)),
          factOn("grace", year)?.value,
          factOn("term", year)?.value.longest,
        ];
      }),
    );
  });

  test("has every year of relief, and whether anybody has confirmed it", () => {
    expect(
      cellsOf("5").map(([year = "", interest = "", principal = "", source = ""]) => [
        Number(year),
        !/待核实/.test(interest + principal),
        source.replaceAll("`", ""),
      ]),
    ).toEqual(
      policyFacts.filter(({ about }) => about === "waivedInterest").map(({ from, isConfirmed, source }) => [from, isConfirmed, source]),
    );
  });
});

describe("the policy of a season", () => {
  test.each([
    [2013, "6000.00"],
    [2014, "12000.00"],
    [2020, "12000.00"],
    [2021, "16000.00"],
    [2023, "20000.00"],
    [2024, "25000.00"],
    [2030, "25000.00"],
  ])("a loan of %d is at most %s yuan", (year, most) => {
    expect(yuanText(policyOf(2030).yearlyCap(year))).toBe(most);
  });

  test("every year from 1999 to 2099 has a maximum, a grace, a term, a due date and a way to pay", () => {
    for (let year = 1999; year < 2100; year++) {
      const { yearlyCap, graceYears, longestTerm, payWays } = policyOf(year);
      expect([yearlyCap(year) > 0, graceYears > 0, longestTerm > 0, payWays.length > 0, seasonDates(year).dueDate]).toEqual([
        ...[true, true, true, true],
        `${year}-12-20`,
      ]);
    }
  });

  test("what 设置 states goes before what was laid down", () => {
    const stated = { yearlyCap: fen(3_000_000), graceYears: 4, longestTerm: 25, payWays: ["card"], waivesInterest: true } as const;
    const { yearlyCap, waivedInterest, graceOf, ...rest } = policyOf(2019, stated);
    expect([2012, 2016].map(graceOf)).toEqual([4, 4]);
    expect({ ...rest, cap: yearlyCap(2012), by: waivedInterest?.source, isConfirmed: waivedInterest?.isConfirmed }).toEqual({
      ...{ year: 2019, graceYears: 4, longestTerm: 25, payWays: ["card"], cap: 3_000_000, by: "settings", isConfirmed: true },
    });
    expect([1998, 2013, 2014, 2015, 2020].map(policyOf(2019).graceOf)).toEqual([2, 2, 2, 3, 5]);
    expect(policyOf(2025, { waivesInterest: false }).waivedInterest).toBeUndefined();
  });

  test("what nobody has confirmed is known, and is no way to pay", () => {
    expect(factsOn("payWays", 2025).map(({ value, isConfirmed }) => [value, isConfirmed])).toEqual([
      [["alipay", "relatives"], true],
      [["card"], false],
    ]);
    expect([policyOf(2019).payWays, policyOf(2025).payWays]).toEqual([
      ["alipay", "card", "relatives"],
      ["alipay", "relatives"],
    ]);
  });

  test("facts hold for years in their order", () => {
    expect(policyFacts.filter(({ from, to = from }) => to < from)).toEqual([]);
  });
});
