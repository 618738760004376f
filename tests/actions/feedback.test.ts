// Daily feedback: a season day by day, late batches among them, against another computation; and nobody of another school in any file.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { OpenSeason } from "../../src/actions/season";
import { WorkbookError } from "../../src/actions/workbook";
import type { ExampleRow } from "../../src/domain/checking/rule";
import { addDays, day, daysBetween } from "../../src/domain/values/day";
import { cellText } from "../../src/sheets/grid";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { cellValueOf, gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { collectInto, MemoryBook } from "../support/collecting";
import { dumpSheet } from "../support/dump";
import { contractOf, feedbackBookOf, FeedbackSeason } from "../support/feedback-season";
import { expectGolden } from "../support/golden";
import type { AddedFile } from "../support/recording";
import { idOf, nameOf } from "../support/season-rows";

const paid = (n: number, on: string, amount: number, change: ExampleRow = {}): ExampleRow => {
  const { name = "", citizenId = "", contractNo = "" } = contractOf(n, 1, amount);
  return { ...{ name, citizenId, contractNo, repaidOn: on, repaid: amount, deductionResult: "成功", batch: `${on}第${n}批` }, ...change };
};

/** What a sheet says, a line per row. */
const said = ({ name, rows }: SheetSpec) =>
  [
    `[${name}]`,
    ...rows.map((row) =>
      row
        .map((cell) => cellText(cellValueOf(cell)))
        .join(" | ")
        .replace(/[ |]+$/, ""),
    ),
  ].join("\n");

const people = (changes: Readonly<Record<number, ExampleRow>> = {}, left: readonly number[] = []) =>
  [0, 1, 2, 3, 4, 5, 6].filter((n) => !left.includes(n)).map((n) => contractOf(n, 1, 1000 + n, changes[n]));

describe("a season from 12-11 to 12-16", () => {
  const early = [paid(0, "2019-12-11", 1000)];
  const second = [
    ...early,
    paid(2, "2019-12-12", 400, { deductionResult: "部分" }),
    paid(1, "2019-12-12", 0, { deductionResult: "余额不足" }),
  ];
  // The batch of the 11th comes on the 14th; the first money is given back.
  const late = [...second, paid(3, "2019-12-11", 1003), paid(0, "2019-12-14", 1000, { deductionResult: "冲正" })];
  const last = [...late, paid(2, "2019-12-16", 602)];
  const dead = { 4: { exceptionKind: "死亡" } };
  const moved = { ...dead, 6: { township: "孙镇" } };
  const days = [
    ["2019-12-11", feedbackBookOf(people(), early)],
    ["2019-12-12", feedbackBookOf(people(), second)],
    ["2019-12-14", feedbackBookOf(people(dead), late)],
    // One is not on the list any more, another belongs elsewhere now.
    ["2019-12-15", feedbackBookOf(people(moved, [5]), late)],
    ["2019-12-16", feedbackBookOf(people({ 6: moved[6] }, [5]), last)],
    // A day is made good, and nothing of the others changes.
    ["2019-12-13", feedbackBookOf(people(), second)],
  ] as const;

  test("each day says what has come about, to the golden", async () => {
    const season = new FeedbackSeason();
    for (const [on, grids] of days) {
      const { outcome, files } = await season.on(on, grids);
      const text = files.flatMap(({ name, book }) => [`== ${name} · ${book.title ?? ""}`, ...book.sheets.map(said)]);
      expectGolden(`feedback-${on}`, `${[JSON.stringify(outcome, null, 1), ...text].join("\n")}\n`);
      const tabs = season.tabs;
      const again = await season.on(on, grids);
      expect(again).toEqual({ outcome, files });
      expect(season.tabs).toEqual(tabs);
    }
    expectGolden("feedback-snapshots", dumpSheet(season.tabs.get("feedback-snapshots")!));
  });

  test("any two days can be compared; a day without a feedback cannot", async () => {
    const season = new FeedbackSeason();
    for (const [on, grids] of days.slice(0, 3)) await season.on(on, grids);
    const [, , [asOf, grids]] = days;
    const { outcome } = await season.on(asOf, grids, { since: day("2019-12-11") });
    expect([outcome.since, outcome.skipped]).toEqual(["2019-12-11", ["2019-12-13"]]);
    expect(outcome.files.map(({ newlyPaid, changed }) => [newlyPaid, changed])).toEqual([
      [0, 2],
      [1, 0],
    ]);
    for (const since of ["2019-12-10", "2019-12-14"])
      await expect(season.on(asOf, grids, { since: day(since) })).rejects.toEqual(new WorkbookError("no-snapshot", since));
  });

  test("whoever is held back for errors is in no file, called back by number only, and listed anew once mended", async () => {
    const season = new FeedbackSeason();
    const [[on], [next], [later]] = days;
    const grids = feedbackBookOf(people());
    const all = await season.on(on, grids);
    const held = await season.on(next, grids, { held: [idOf(2)] });
    const mended = await season.on(later, grids);
    const figures = (run: typeof all) => run.outcome.files.map(({ unpaid, withdrawn, changed }) => [unpaid, withdrawn, changed]);
    expect([all, held, mended].map(figures)).toEqual([
      [
        [4, 0, 0],
        [3, 0, 0],
      ],
      [
        [3, 1, 0],
        [3, 0, 0],
      ],
      [
        [4, 0, 1],
        [3, 0, 0],
      ],
    ]);
    const text = JSON.stringify(held.files);
    expect(text).toContain("资料待县资助中心核实，暂勿联系、勿上门");
    expect([nameOf(2), idOf(2), "PC19-01-0002-"].map((word) => text.includes(word))).toEqual([false, false, true]);
  });

  test("a snapshot that was changed by hand is compared with nothing, and nothing is handed out", async () => {
    const season = new FeedbackSeason();
    await season.on(...days[0]);
    const tab = season.tabs.get("feedback-snapshots")!;
    season.tabs = new Map([[tab.tab, { ...tab, rows: tab.rows.map((row, at) => (at === 3 ? row.with(4, 1) : row)) }]]);
    await expect(season.on(...days[1])).rejects.toMatchObject({
      code: "snapshots-damaged",
      detail: expect.stringMatching(/^反馈快照!D\d+$/),
    });
    const grids = [...days[1][1], ...[...season.tabs.values()].map((spec) => gridOfSpec(spec, spec.name))];
    const { findings } = OpenSeason.in(grids, "台账.xlsx", { clock: day(days[1][0]) });
    const damaged = findings.filter(({ rule }) => rule === "snapshots-damaged");
    expect(damaged.map(({ severity, sheet, cell, row }) => [severity, sheet, cell === `D${row}`])).toEqual([["warning", "反馈快照", true]]);
  });

  test("the sheets of a school's workbook, as they look", async () => {
    const season = new FeedbackSeason();
    for (const [on, grids] of days.slice(0, 3)) await season.on(on, grids);
    const { files } = await season.on(...days[3]);
    expectGolden("feedback-book", files[0]!.book.sheets.map(dumpSheet).join("\n"));
  });
});

describe("a school that sends the feedback back instead of its list", () => {
  const returned = async (mark: (tab: string) => { ownTab: string } | object) => {
    const grids = feedbackBookOf(people());
    const { files } = await new FeedbackSeason().on("2019-12-11", grids);
    const [{ name, book }] = files as [AddedFile];
    const sheets = book.sheets.map((spec) => {
      const { ownTab, ...grid } = gridOfSpec(spec, spec.name);
      return { ...grid, ...mark(ownTab ?? "") };
    });
    return collectInto(new MemoryBook(grids), [{ name, grids: sheets }]);
  };
  test.each([
    ["as it is", "centre-book", (ownTab: string) => ({ ownTab })],
    ["saved by a program that drops our marks", "no-list", () => ({})],
  ])("is told so, and counts as not having answered: %s", async (_, code, mark) => {
    const { files, updated, notReturned } = await returned(mark);
    expect(files.map(({ status, refusal }) => [status, refusal?.code])).toEqual([["rejected", code]]);
    expect([updated, notReturned]).toEqual([0, ["罕井镇中心校", "孙镇中心校"]]);
  });
});

interface Took {
  /** Persons 0 to 5; the n-th has one contract, those from 3 on two. */
  readonly who: number;
  readonly contract: number;
  readonly on: number;
  readonly part: "成功" | "部分" | "冲正";
  /** The run from which on the bank's row is in the book. */
  readonly from: number;
}

const dueOf = (who: number, contract: number) => 100 + who * 10 + contract;
const contractsOf = (who: number) => (who < 3 ? [1] : [1, 2]);
const first = day("2019-12-09");
const took: fc.Arbitrary<Took> = fc.record({
  who: fc.nat(5),
  contract: fc.constantFrom(1, 2),
  on: fc.nat(8),
  part: fc.constantFrom("成功", "成功", "部分", "冲正"),
  from: fc.nat(5),
});
const amountOf = ({ who, contract, part }: Took) => (part === "部分" ? 50 : dueOf(who, contract));

/** Where a person stands, worked out anew: yuan left of every contract, the rows in the book and up to the day counted once each. */
function standsOn(who: number, rows: readonly Took[], asOf: number, isStopped: boolean): { state: string; left: number } {
  const left = contractsOf(who).map((contract) => {
    const sum = rows
      .filter((row) => row.who === who && row.contract === contract && row.on <= asOf)
      .reduce((total, row) => total + (row.part === "冲正" ? -amountOf(row) : amountOf(row)), 0);
    return dueOf(who, contract) - Math.min(Math.max(sum, 0), dueOf(who, contract));
  });
  const all = left.reduce((total, one) => total + one, 0);
  return { state: all === 0 ? "settled" : isStopped ? "withdrawn" : "unpaid", left: all };
}

test("whatever the batches, late and out of order, and whatever days are fed back: the figures are those of another computation, and files keep to their people", async () => {
  const runs = fc.array(fc.tuple(fc.nat(9), fc.subarray([0, 1, 2, 3, 4, 5])), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(took, { maxLength: 14 }), runs, async (all, chosen) => {
      const rows = all.filter(({ who, contract }) => contractsOf(who).includes(contract));
      const season = new FeedbackSeason();
      const kept = new Map<number, ReadonlyMap<number, { state: string; left: number }>>();
      for (const [run, [asOf, stopped]] of chosen.entries()) {
        const known = rows.filter(({ from }) => from <= run);
        const roster = [0, 1, 2, 3, 4, 5].flatMap((who) =>
          contractsOf(who).map((contract) =>
            contractOf(who, contract, dueOf(who, contract), stopped.includes(who) ? { exceptionKind: "服刑" } : {}),
          ),
        );
        const bank = known.map((row, index): ExampleRow => {
          const { name = "", citizenId = "", contractNo = "" } = contractOf(row.who, row.contract, 0);
          return {
            ...{ name, citizenId, contractNo, repaidOn: addDays(first, row.on), repaid: amountOf(row), deductionResult: row.part },
            batch: `批${rows.indexOf(row)}-${index}`,
          };
        });
        const { outcome, files } = await season.on(addDays(first, asOf), feedbackBookOf(roster, bank));

        const now = new Map([0, 1, 2, 3, 4, 5].map((who) => [who, standsOn(who, known, asOf, stopped.includes(who))]));
        const since = Math.max(-1, ...[...kept.keys()].filter((date) => date < asOf));
        const before = kept.get(since);
        expect(outcome.since).toBe(before ? addDays(first, since) : null);
        expect(outcome.skipped).toEqual(
          before
            ? Array.from({ length: daysBetween(addDays(first, since), addDays(first, asOf)) - 1 }, (_, at) =>
                addDays(first, since + 1 + at),
              )
            : [],
        );
        const counted = [0, 1].map((side) => {
          const own = [...now].filter(([who]) => who % 2 === side);
          const count = (holds: (state: string, left: number, old: { state: string; left: number } | undefined) => boolean) =>
            own.filter(([who, { state, left }]) => holds(state, left, before?.get(who))).length;
          return {
            newlyPaid: count((state, _, old) => state === "settled" && old?.state !== "settled"),
            unpaid: count((state) => state === "unpaid"),
            withdrawn: count((state) => state === "withdrawn"),
            changed: count(
              (state, left, old) =>
                old !== undefined &&
                ((state === "unpaid" && old.state !== "unpaid") || (state !== "settled" && old.state === state && old.left !== left)),
            ),
          };
        });
        expect(outcome.files.map(({ newlyPaid, unpaid, withdrawn, changed }) => ({ newlyPaid, unpaid, withdrawn, changed }))).toEqual(
          counted,
        );
        kept.set(asOf, now);

        for (const [side, { book }] of files.entries()) {
          const text = JSON.stringify(book);
          for (const who of [0, 1, 2, 3, 4, 5]) {
            const { phone = "", coBorrowerName = "", coBorrowerPhone = "", address = "", village = "" } = contractOf(who, 1, 0);
            const words = [
              nameOf(who),
              idOf(who),
              `********${idOf(who).slice(-4)}`,
              village,
              phone,
              coBorrowerName,
              coBorrowerPhone,
              address,
            ];
            const found = words.filter((word) => text.includes(String(word)));
            if (who % 2 !== side) expect(found).toEqual([]);
            // What a list needs and no more: no whole number of a person, no phone, no address.
            else expect(found.every((word) => words.indexOf(word) === 0 || words.indexOf(word) === 2 || word === village)).toBe(true);
          }
          const [summary] = book.sheets;
          const figure = (at: number) => Number(cellText(cellValueOf(summary!.rows[4 + at]?.[1] ?? null)));
          expect([figure(0) + figure(1) + figure(2), figure(3)]).toEqual([3, 3]);
        }
      }
    }),
    { numRuns: 60 },
  );
});
