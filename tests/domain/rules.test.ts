// Every rule speaks where its own examples say so and nowhere else; the examples go through the whole reader, as a clerk typed them.
import { describe, expect, test } from "@jest/globals";
import { day } from "../../src/domain/values/day";
import type { Finding } from "../../src/domain/record/finding";
import { layoutSeverities } from "../../src/domain/record/layout-code";
import type { Example, Rule } from "../../src/domain/checking/rule";
import { rules } from "../../src/domain/checking/rules/index";
import { runRules } from "../../src/domain/checking/run-rules";
import { cellFinder, readingsOf, ruleContext } from "../../src/actions/rule-context";
import { readSeasonBook } from "../../src/sheets/reading/read-season";
import { exampleBook, officeDay } from "../support/builders";
import { answersIn } from "../support/checked";
import { expectGolden } from "../support/golden";

const allRules: readonly Rule[] = rules;

function findingsIn(example: Example, sheet: Rule["examplesIn"], settings?: Rule["settings"]): readonly Finding[] {
  const book = readSeasonBook(exampleBook(example, sheet, settings), { clock: day(officeDay) });
  const readingOf = readingsOf(book);
  return runRules(book.roster, ruleContext(book, readingOf, answersIn(book)), cellFinder(readingOf));
}

const say = (example: Example) => JSON.stringify(example).slice(0, 100);
const cases = (kind: "good" | "bad") =>
  allRules.flatMap((rule) => rule[kind].map((example) => [rule.code, say(example), rule, example] as const));

test("codes are kebab-case and no two rules share one", () => {
  const codes = allRules.map(({ code }) => code);
  expect(codes.filter((code) => !/^[a-z]+(?:-[a-z0-9]+)+$/.test(code))).toEqual([]);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test("codes and gravities are as reviewed: codes are permanent, and gravity decides who is held back", () => {
  const lines = [
    ...allRules.map(({ code, severity }) => [severity, code]),
    ...Object.entries(layoutSeverities).map(([code, severity]) => [severity, code]),
  ];
  expectGolden("rules", `${lines.map(([severity, code]) => `${severity} ${code}`).join("\n")}\n`);
});

test("every rule has rows in which it keeps silent and rows in which it speaks", () => {
  expect(allRules.filter(({ good, bad }) => good.length === 0 || bad.length === 0).map(({ code }) => code)).toEqual([]);
});

test("telephones and co-borrowers' numbers never hold anybody's list back", () => {
  const gentle = allRules.filter(({ code }) => /^(?:phone|co-borrower)-/.test(code));
  expect(gentle.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([]);
});

test("a sound borrower gives no finding at all, nor do several contracts, an interest-only row or the county's old number", () => {
  for (const sound of [
    {},
    [{}, {}, {}, {}],
    { principal: 0, due: 294 },
    { citizenId: "61212819910722402X", gender: "女", name: "李桃" },
    { name: "欧阳春晓" },
    { name: "阿卜杜拉·买买提" },
    [{}, { citizenId: "610526199306070219" }],
    { phone: "0913-7200018" },
    { principal: "", due: 294 },
    { citizenId: "612128198910153369", gender: "女", coBorrowerId: "" },
  ] satisfies Example[]) {
    expect(findingsIn(sound, undefined)).toEqual([]);
  }
});

test("a sound payment and a sound table give no finding", () => {
  expect(findingsIn({}, "repayments")).toEqual([]);
  expect(findingsIn({ school: "罕井镇中心校", township: "罕井镇" }, "jurisdictions")).toEqual([]);
});

describe("keeps silent", () => {
  test.each(cases("good"))("%s: %s", (code, _, rule, example) => {
    expect(findingsIn(example, rule.examplesIn, rule.settings).filter((finding) => finding.rule === code)).toEqual([]);
  });
});

describe("speaks", () => {
  test.each(cases("bad"))("%s: %s", (code, _, rule, example) => {
    const own = findingsIn(example, rule.examplesIn, rule.settings).filter((finding) => finding.rule === code);
    expect(own.map(({ severity }) => severity)).toContain(rule.severity);
    // Every finding leads to a cell of the sheet it names.
    expect(own.filter(({ cell, row }) => !new RegExp(`^[A-Z]+${row}$`).test(cell))).toEqual([]);
  });
});
