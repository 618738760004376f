// Every fen explained: on random counties each figure of each roll-up tab is the sum of the cells that it leads to, and two days differ by their causes.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { explain, figureNames, type Explanation } from "../../src/actions/explain";
import { changedSince } from "../../src/actions/compare-cell";
import { rollupInput } from "../../src/actions/rollup";
import { OpenSeason } from "../../src/actions/season";
import { split } from "../../src/actions/split";
import { sumOf } from "../../src/domain/explaining/source";
import type { Facts } from "../../src/domain/explaining/explain";
import type { FieldValues, SheetRow } from "../../src/domain/record/field";
import { addDays, type Day, day } from "../../src/domain/values/day";
import { fen } from "../../src/domain/values/money";
import { rate } from "../../src/domain/values/rate";
import { type Rollup, rollups, type TracedTab, tracedRollup } from "../../src/sheets/rollups/rollups";
import type { Grid } from "../../src/sheets/grid";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { RecordingFiles, RecordingWorkbook } from "../support/recording";
import { asOf, bookOf, type Given, schools, seasonOf } from "../support/rollup-books";
import { assign, loan, payment, row } from "../support/season-rows";

const firstDay = day("2019-11-20");
const dayAt = (offset: number): Day => addDays(firstDay, offset);

// Everything that a bank's row can say, in sheets with amounts, without amounts, with parts, without results and without days.
const bankRow = fc.record({
  kind: fc.constantFrom("success", "partial", "reversed", "negative", "failed", "whole", "whole-back", "early", "undated", "parts"),
  fen: fc.integer({ min: 1, max: 200_000 }),
  on: fc.integer({ min: 0, max: 40 }),
});
const anyLoan = fc.record({
  person: fc.integer({ min: 0, max: 9 }),
  due: fc.integer({ min: -1000, max: 150_000 }),
  says: fc.constantFrom("due", "parts", "parts", "nothing"),
  // Now and then a contract number stands twice, with the same or with another person.
  contract: fc.integer({ min: 0, max: 14 }),
  rows: fc.array(bankRow, { maxLength: 4 }),
});
const anyReport = fc.record({
  person: fc.integer({ min: 0, max: 9 }),
  contract: fc.integer({ min: 0, max: 14 }),
  on: fc.integer({ min: 0, max: 40 }),
  signer: fc.constantFrom("self", "father", "official", undefined),
  status: fc.constantFrom("paid", "partial", "deposited", "promised", "unreachable", "unpaid", undefined),
  kind: fc.constantFrom("deceased", "hardship", "unreachable", "early-applied", undefined),
  repaid: fc.option(fc.integer({ min: 0, max: 90_000 }), { nil: undefined }),
});
const anyCounty = fc.record({
  loans: fc.array(anyLoan, { minLength: 1, maxLength: 18 }),
  strangers: fc.array(bankRow, { maxLength: 2 }),
  reports: fc.array(anyReport, { maxLength: 12 }),
  places: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 10, maxLength: 10 }),
});
type County = typeof anyCounty extends fc.Arbitrary<infer T> ? T : never;
type BankRow = County["strangers"][number];

const numberOf = (contract: number) => `HT-${contract}`;

function loanRow({ person, due, says, contract }: County["loans"][number]): SheetRow {
  const [interest, penalty] = [Math.trunc(due / 3), Math.trunc(due / 7)];
  const { place, issues, values } = loan(person, numberOf(contract), 0);
  const { name = "", citizenId = "", contractNo = "" } = values;
  const parts: FieldValues = { principal: fen(due - interest - penalty), interest: fen(interest), penalty: fen(penalty) };
  const said = { due: { ...parts, due: fen(due) }, parts, nothing: {} } satisfies Record<string, FieldValues>;
  return { place, issues, values: { name, citizenId, contractNo, ...said[says as keyof typeof said] } };
}

function paymentRow(contractNo: string, { kind, fen: amount, on }: BankRow): SheetRow {
  const [yuan, repaidOn] = [amount / 100, dayAt(on)];
  switch (kind) {
    case "success":
    case "partial":
    case "failed":
    case "reversed":
      return payment(contractNo, yuan, { deductionResult: kind, repaidOn });
    case "negative":
      return payment(contractNo, -yuan, { repaidOn });
    case "whole":
      return payment(contractNo, undefined, { repaidOn, sheet: "全额扣款" });
    case "whole-back":
      return payment(contractNo, undefined, { repaidOn, deductionResult: "reversed", sheet: "全额扣款" });
    case "early":
      return row("提前还款", { contractNo, repaid: fen(amount), repaidOn });
    case "undated":
      return row("无日期流水", { contractNo, repaid: fen(amount) });
    case "parts":
      return row("本息分列", { contractNo, repaidOn, repaidPrincipal: fen(amount), repaidInterest: fen(Math.trunc(amount / 4)) });
  }
}

function given({ loans, strangers, reports }: County): Given {
  const report = ({ person, contract }: County["reports"][number], values: FieldValues) => {
    const own = loans.find((one) => one.person === person);
    return row("登记", { contractNo: numberOf(own?.contract ?? contract), ...values });
  };
  const some = <T>(value: T | undefined, values: (value: T) => FieldValues): FieldValues => (value === undefined ? {} : values(value));
  return {
    loans: loans.map(loanRow),
    payments: [
      ...loans.flatMap(({ contract, rows }) => rows.map((one) => paymentRow(numberOf(contract), one))),
      ...strangers.map((one) => paymentRow("HT-外县", one)),
    ],
    registers: {
      deliveries: reports.map((one) =>
        report(one, { deliveredOn: dayAt(one.on), ...some(one.signer, (signerRelation) => ({ signerRelation })) }),
      ),
      claims: reports.map((one) =>
        report(one, {
          ...some(one.status, (repaymentStatus) => ({ repaymentStatus, repaidOn: dayAt(one.on) })),
          ...some(one.repaid, (repaid) => ({ repaid: fen(repaid) })),
        }),
      ),
      visits: reports.filter(({ on }) => on % 2 === 0).map((one) => report(one, { visitedOn: dayAt(one.on) })),
      exceptions: reports.flatMap((one) => (one.kind === undefined ? [] : [report(one, { exceptionKind: one.kind })])),
    },
  };
}

const seasonIn = (county: Given, places: readonly number[], today: Day) =>
  seasonOf(bookOf(county, today), (index) => schools[places[index] ?? 4]);

interface Shown {
  readonly title: string;
  readonly value: number;
}

type Cell = TracedTab["spec"]["rows"][number][number] | undefined;

// What a cell shows, whether money, count or rate; undefined for words. A formula's value is in yuan where it is money.
function numberIn(cell: Cell, isMoney = false): number | undefined {
  if (typeof cell === "number") return cell;
  if (cell === null || cell === undefined || typeof cell !== "object") return undefined;
  if ("formula" in cell && typeof cell.value === "number") return isMoney ? Math.round(cell.value * 100) : cell.value;
  return "fen" in cell ? cell.fen : "rate" in cell ? cell.rate : undefined;
}

// What a program that calculates makes of a cell, in yuan where it is money: totals are sums, what is left is a difference.
function reckon(rows: TracedTab["spec"]["rows"], cell: Cell): number {
  if (cell === null || cell === undefined || typeof cell !== "object" || !("formula" in cell)) {
    const value = numberIn(cell) ?? 0;
    return cell !== null && typeof cell === "object" && "fen" in cell ? value / 100 : value;
  }
  const at = (address: string): readonly [row: number, column: number] => {
    const [, letters = "", digits = ""] = /^([A-Z])(\d+)$/.exec(address) ?? [];
    return [Number(digits) - 1, letters.charCodeAt(0) - 65];
  };
  const valueAt = (address: string) => {
    const [row, column] = at(address);
    return reckon(rows, rows[row]?.[column]);
  };
  const sum = (from: string, to: string) => {
    const [[top, column], [bottom]] = [at(from), at(to)];
    return rows.slice(top, bottom + 1).reduce((total, cells) => total + reckon(rows, cells[column]), 0);
  };
  const [, first, from = "", to = ""] = /^(?:([A-Z]\d+)-)?SUM\(([A-Z]\d+):([A-Z]\d+)\)$/.exec(cell.formula) ?? [];
  return first === undefined ? sum(from, to) : valueAt(first) - sum(from, to);
}

const tableStarts = new Set<unknown>(["序号", "名次", "项目", "流水去向", "事项", "工作"]);
const noFigures = new Set<unknown>(["序号", "名次", "学校数", "涉及学校"]);
const stated = new Set<unknown>(["控制数", "加：名单比控制数多（少为负）"]);

// Numbers that add up no cells of the book: places in an order, schools that are counted, and what 设置 states with its difference.
function isNoFigure({ spec: { rows } }: TracedTab, top: number, column: number): boolean {
  const above = rows.slice(0, top).findLast((cells) => tableStarts.has(cells[0]));
  return noFigures.has(above?.[column]) || stated.has(rows[top]?.[0]);
}

function untraced(tab: TracedTab): readonly string[] {
  const at = new Set(tab.figures.map(({ row: top, column }) => `${top},${column}`));
  return tab.spec.rows.flatMap((cells, top) =>
    cells.flatMap((cell, column) => {
      const isFigure = numberIn(cell) !== undefined && !isNoFigure(tab, top, column);
      return isFigure && !at.has(`${top},${column}`) ? [`${tab.tab} ${top},${column}`] : [];
    }),
  );
}

function shown({ spec, figures }: TracedTab): readonly (Shown | undefined)[] {
  return figures.map(({ row: top, column, title, parts }) => {
    const value = numberIn(spec.rows[top]?.[column], parts[0]?.isMoney);
    return value === undefined ? undefined : { title, value };
  });
}

function added({ figures, spec }: TracedTab, facts: Facts): readonly (Shown | undefined)[] {
  return figures.map(({ row: top, column, title, parts }) => {
    const sums = parts.map(({ sources, isMoney }) => {
      const found = sources(facts);
      if (!isMoney) expect(found.filter(({ amount }) => amount !== 1)).toEqual([]);
      return sumOf(found);
    });
    const [part = 0, whole] = sums;
    const value = whole === undefined ? part : rate(part, whole);
    return value === undefined || numberIn(spec.rows[top]?.[column]) === undefined ? undefined : { title, value };
  });
}

async function explanations(of: OpenSeason, since?: Day): Promise<readonly Explanation[]> {
  const places = [undefined, ...schools.map(({ name }) => name), "待划分"];
  const asked = places.flatMap((school) => figureNames.map((figure) => ({ figure, ...(school ? { school } : {}) })));
  return Promise.all(asked.map((one) => explain.run(of, {}, since === undefined ? one : { ...one, since })));
}

// The days on which lists are made, and what each loan is in the list of each: absent, as it was, or corrected; and whose school everybody's is.
const stages = [5, 15, 25] as const;
const walkedCounty = anyCounty.chain((county) =>
  fc.record({
    county: fc.constant({ ...county, loans: county.loans.map((one, index) => ({ ...one, contract: one.person * 100 + index })) }),
    lives: fc.array(fc.tuple(...stages.map(() => fc.constantFrom("as-is", "as-is", "absent", "corrected"))), {
      minLength: county.loans.length,
      maxLength: county.loans.length,
    }),
    moves: fc.tuple(...stages.map(() => fc.integer({ min: 0, max: 2 }))),
  }),
);
type Walked = typeof walkedCounty extends fc.Arbitrary<infer T> ? T : never;

function stagedSeason({ county, lives, moves }: Walked, stage: number, today: Day, grids: readonly Grid[] = []): OpenSeason {
  const loans = county.loans.flatMap((one, index) => {
    const life = lives[index]?.[stage];
    return life === "absent" ? [] : [{ ...one, due: life === "corrected" ? one.due + 1700 + stage : one.due }];
  });
  // Somebody must be on the list; nobody else is like this one.
  const rows = [...loans.map(loanRow), loan(99, "HT-有人", 1)];
  const book = bookOf({ ...given(county), loans: rows, grids }, today);
  const assignments = assign(book.roster, (at) => {
    const person = Number(book.roster.persons[at]?.citizenId.slice(14, 17));
    return schools[((county.places[person] ?? 0) + (person < (moves[stage] ?? 0) ? 1 : 0)) % 5];
  });
  return new OpenSeason(book, { assignments, held: new Set() });
}

// The lists of every stage, made one after another by the button.
async function listsThrough(county: Walked): Promise<readonly Grid[]> {
  let grids: readonly Grid[] = [];
  for (const [stage, at] of stages.entries()) {
    const [workbook, files] = [new RecordingWorkbook(grids), new RecordingFiles()];
    await split.run(stagedSeason(county, stage, dayAt(at), grids), { workbook, files }, { version: stage + 1 });
    const spec = workbook.tabs.get("list-versions");
    if (!spec) throw new RangeError("no 名单版本");
    grids = [{ ...gridOfSpec(spec, spec.name), ownTab: "list-versions" }];
  }
  return grids;
}

/** Of every figure of the tabs that can be compared: what it was on the earlier day, what it is, and what its causes make. */
function compared(now: OpenSeason, then: OpenSeason, since: Day): readonly (readonly [told: string, difference: number, made: number])[] {
  const drawn = (of: OpenSeason, rollup: Rollup) => ({ facts: of.factsOn(of.today), ...tracedRollup(rollup, rollupInput(of)) });
  return rollups.flatMap((rollup: Rollup) => {
    if (rollup.isListing) return [];
    const [after, before] = [drawn(now, rollup), drawn(then, rollup)];
    return after.figures.flatMap((figure) => {
      const named = (tab: TracedTab) => tab.figures.filter(({ title }) => title === figure.title);
      const twin = named(before)[named(after).indexOf(figure)];
      const causes = changedSince(now, { rollup, figures: after.figures, figure, since });
      if (!causes) return [];
      return figure.parts.map((part, at) => {
        const was = twin?.parts[at] ? sumOf(twin.parts[at].sources(before.facts)) : 0;
        const made = causes[at] ?? [];
        for (const { amount, rows } of made) expect(sumOf(rows as never)).toBe(amount);
        return [
          `${rollup.tab} ${figure.title} ${at}`,
          sumOf(part.sources(after.facts)) - was,
          made.reduce((sum, { amount }) => sum + amount, 0),
        ] as const;
      });
    });
  });
}

const wrong = (figures: ReturnType<typeof compared>) => figures.filter(([, difference, made]) => difference !== made);

describe("on any county", () => {
  test("every total that is a formula shows what a program that calculates makes of the cells above it", () => {
    let count = 0;
    fc.assert(
      fc.property(anyCounty, (county) => {
        const sheets = rollups.map(({ draw }) => draw(rollupInput(seasonIn(given(county), county.places, asOf))));
        for (const { name, rows } of sheets)
          for (const cell of rows.flat()) {
            if (cell === null || typeof cell !== "object" || !("formula" in cell)) continue;
            count += 1;
            // Adding nothing makes a sum that is a hair below nothing plain nothing.
            const [value, reckoned] = [Number(cell.value), reckon(rows, cell)].map((one) => Math.round(one * 100) + 0);
            expect([name, cell.formula, value]).toEqual([name, cell.formula, reckoned]);
          }
      }),
      { numRuns: 30 },
    );
    expect(count).toBeGreaterThan(1000);
  });

  test("every figure of every roll-up tab differs from that of an earlier day by its causes, to the cent", () => {
    const days = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
    let count = 0;
    fc.assert(
      fc.property(anyCounty, days, (county, [one, other]) => {
        const [since, until] = [dayAt(Math.min(one, other)), dayAt(Math.max(one, other))];
        const rows = given(county);
        const found = compared(seasonIn(rows, county.places, until), seasonIn(rows, county.places, since), since);
        count += found.filter(([, difference]) => difference !== 0).length;
        expect(wrong(found)).toEqual([]);
      }),
      { numRuns: 15 },
    );
    expect(count).toBeGreaterThan(100);
  });

  test("the same where the list itself has changed since", async () => {
    await fc.assert(
      fc.asyncProperty(walkedCounty, fc.integer({ min: 5, max: 40 }), async (county, sinceAt) => {
        const [since, until] = [dayAt(sinceAt), dayAt(40)];
        const tabs = await listsThrough(county);
        const stage = stages.filter((at) => at <= sinceAt).length - 1;
        const now = stagedSeason(county, stages.length - 1, until, tabs);
        expect(wrong(compared(now, stagedSeason(county, stage, since, tabs), since))).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  test("every number of every roll-up tab leads to cells that add up to it exactly", () => {
    fc.assert(
      fc.property(anyCounty, (county) => {
        const season = seasonIn(given(county), county.places, asOf);
        const [facts, input] = [season.factsOn(asOf), rollupInput(season)];
        for (const rollup of rollups) {
          const tab = tracedRollup(rollup, input);
          expect(untraced(tab)).toEqual([]);
          expect(added(tab, facts)).toEqual(shown(tab));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("every figure of the county, of each school and of 待划分 is the sum of its rows, and two days differ by their causes", async () => {
    const days = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
    await fc.assert(
      fc.asyncProperty(anyCounty, days, async (county, [one, other]) => {
        const [since, until] = [dayAt(Math.min(one, other)), dayAt(Math.max(one, other))];
        const rows = given(county);
        const before = await explanations(seasonIn(rows, county.places, since));
        const after = await explanations(seasonIn(rows, county.places, until), since);
        for (const [index, { figure, isMoney, value, rows: cells, causes = [] }] of after.entries()) {
          const told = `${figure} ${after[index]?.school ?? ""}`;
          expect([told, sumOf(cells as never)]).toEqual([told, value]);
          if (!isMoney) expect(cells.every(({ amount }) => amount === 1)).toBe(true);
          const difference = causes.reduce((sum, { amount }) => sum + amount, 0);
          expect([told, difference]).toEqual([told, value - (before[index]?.value ?? 0)]);
          for (const cause of causes) expect(sumOf(cause.rows as never)).toBe(cause.amount);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("when the list itself changes, what was withdrawn, added and corrected makes the rest of the difference", async () => {
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(walkedCounty, fc.integer({ min: 5, max: 40 }), async (county, sinceAt) => {
        const [since, until] = [dayAt(sinceAt), dayAt(40)];
        const tabs = await listsThrough(county);
        const stage = stages.filter((at) => at <= sinceAt).length - 1;
        const before = await explanations(stagedSeason(county, stage, since));
        const after = await explanations(stagedSeason(county, stages.length - 1, until, tabs), since);
        for (const [index, { figure, school: place = "", value, causes = [] }] of after.entries()) {
          const told = `${figure} ${place}`;
          const difference = causes.reduce((sum, { amount }) => sum + amount, 0);
          expect([told, difference]).toEqual([told, value - (before[index]?.value ?? 0)]);
          for (const { kind, amount, rows } of causes) {
            kinds.add(kind);
            expect(sumOf(rows as never)).toBe(amount);
            expect(rows.filter(({ sheet }) => !/\p{L}/u.test(sheet))).toEqual([]);
          }
        }
      }),
      { numRuns: 25 },
    );
    expect([...kinds].filter((kind) => ["withdrawn", "added", "corrected"].includes(kind)).sort()).toEqual([
      "added",
      "corrected",
      "withdrawn",
    ]);
  });
});
