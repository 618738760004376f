// Whom to visit today and why: promises by their day, families together, and nobody whose case is closed.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { noReports } from "../../src/domain/identity/report";
import type { FieldValues } from "../../src/domain/record/field";
import { groupPersons } from "../../src/domain/record/person";
import type { Standing } from "../../src/domain/standing/standing";
import { familiesOf, visitStateOf } from "../../src/domain/standing/visit-case";
import { day } from "../../src/domain/values/day";
import { fen } from "../../src/domain/values/money";
import { loan, row } from "../support/season-rows";
import { aBorrower } from "../support/standings";

const asOf = day("2019-12-12");
const visits = (...rows: readonly FieldValues[]) => ({
  ...noReports,
  visits: rows.map((values) => ({ row: row("上门记录", values), identity: undefined })),
});
const on = (iso: string) => ({ visitedOn: day(iso) });

describe("one who owes", () => {
  const standing: Standing = { ...aBorrower(1, 1), outstanding: fen(100) };
  test.each<[string, readonly FieldValues[], string, string | undefined]>([
    ["nobody was there yet", [], "visit", "first"],
    ["somebody was there yesterday", [on("2019-12-11")], "visit", "again"],
    ["somebody was there today", [on("2019-12-11"), on("2019-12-12")], "visited", undefined],
    ["a visit that is still to come is none", [on("2019-12-13")], "visit", "first"],
    ["promised for tomorrow", [{ ...on("2019-12-11"), promisedOn: day("2019-12-13") }], "promised", undefined],
    ["promised for today", [{ ...on("2019-12-11"), promisedOn: day("2019-12-12") }], "visit", "promise-today"],
    ["promised for yesterday", [{ ...on("2019-12-10"), promisedOn: day("2019-12-11") }], "visit", "promise-past"],
    [
      "a promise that was put off counts by its last day",
      [
        { ...on("2019-12-10"), promisedOn: day("2019-12-11") },
        { ...on("2019-12-11"), promisedOn: day("2019-12-14") },
      ],
      "promised",
      undefined,
    ],
  ])("%s", (_, rows, kind, why) => {
    const state = visitStateOf(standing, visits(...rows), asOf);
    expect([state.kind, state.kind === "visit" ? state.case.why : undefined]).toEqual([kind, why]);
  });

  test.each<[string, Partial<Standing>]>([
    ["the bank says paid", { stop: "paid", outstanding: fen(0) }],
    ["a case is accepted", { stop: "accepted" }],
    ["the person is dead", { stop: "deceased" }],
    ["hardship is reported and not yet decided on", { exceptionKind: "hardship" }],
  ])("%s: closed", (_, change) => {
    expect(visitStateOf({ ...standing, ...change }, noReports, asOf)).toEqual({ kind: "closed" });
  });
});

describe("families", () => {
  const person = (n: number, values: FieldValues) => groupPersons([loan(n, `HT-${n}`, 10, values)])[0]!;
  test("who shares a co-borrower stands where the first of them does; a name alone joins nobody", () => {
    const people = [
      person(1, { coBorrowerName: "王某", coBorrowerPhone: "13991300001" }),
      person(2, { coBorrowerName: "李某", coBorrowerPhone: "13991300002" }),
      person(3, { coBorrowerName: "王某", coBorrowerPhone: "13991300001", coBorrowerId: "610526197001010011" }),
      person(4, { coBorrowerName: "王某" }),
      person(5, { coBorrowerId: "610526197001010011" }),
    ];
    const names = familiesOf(people, (one) => one).map((family) => family.map(({ loans }) => loans[0]?.values.contractNo));
    expect(names).toEqual([["HT-1", "HT-3", "HT-5"], ["HT-2"], ["HT-4"]]);
  });

  test("everybody once, whatever they share", () => {
    const any = fc.array(fc.record({ id: fc.integer({ min: 0, max: 4 }), phone: fc.integer({ min: 0, max: 4 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(any, (drawn) => {
        const people = drawn.map(({ id, phone }, n) =>
          person(n, {
            ...(id === 0 ? {} : { coBorrowerId: `x${id}` }),
            ...(phone === 0 ? {} : { coBorrowerName: "某", coBorrowerPhone: String(phone) }),
          }),
        );
        const families = familiesOf(people, (one) => one);
        expect(new Set(families.flat())).toEqual(new Set(people));
        expect(families.flat()).toHaveLength(people.length);
      }),
    );
  });
});
