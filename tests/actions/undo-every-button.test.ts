// Taking back whatever button was pressed last: the book is what it was, to the look of its tabs, and what somebody typed since stays.
import { beforeAll, describe, expect, test } from "@jest/globals";
import { type ActionId, actions } from "../../src/actions/index";
import { perform, type Press } from "../../src/actions/perform";
import type { Finding } from "../../src/domain/record/finding";
import { type Day, day } from "../../src/domain/values/day";
import type { Grid } from "../../src/sheets/grid";
import { journalIn, RunJournal } from "../../src/sheets/undoing/run-journal";
import type { CellOut, SheetSpec } from "../../src/sheets/writing/spec";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { countyGrids, fillList, incoming, MemoryBook, schoolFiles, seasonOf, tabRows } from "../support/collecting";

/** A book that keeps how its tabs were drawn last, and its marks. */
class DrawnBook extends MemoryBook {
  readonly drawn = new Map<string, SheetSpec>();
  marks: readonly Finding[] = [];
  constructor(grids: readonly Grid[]) {
    super(grids);
    const { write, remove } = this;
    this.write = (tabs, findings?: readonly Finding[], gone?: readonly string[]) => {
      for (const spec of tabs) this.drawn.set(spec.tab, spec);
      this.marks = findings ?? this.marks;
      return write(tabs, findings, gone);
    };
    this.remove = (tabs) => {
      for (const tab of tabs) this.drawn.delete(tab);
      return remove(tabs);
    };
    this.clearMarks = () => {
      this.marks = [];
      return Promise.resolve();
    };
  }

  /** Another with the same sheets. */
  copy(): DrawnBook {
    const other = new DrawnBook(this.grids);
    for (const [tab, spec] of this.drawn) other.drawn.set(tab, spec);
    other.marks = this.marks;
    return other;
  }
}

const list = countyGrids(60, 3);
const [school] = [...schoolFiles(list).values()];
const filled = fillList(school!, {
  0: { 送达日期: "2019-11-26", 送达方式: "入户送达", 签收人: "王建民", 与借款人关系: "父亲" },
  3: { 特殊情况类别: "经济困难", 情况说明: "母亲失业" },
});
const late = fillList(school!, {
  1: { 送达日期: "2019-11-27", 送达方式: "入户送达", 签收人: "王建民", 与借款人关系: "父亲" },
  4: { 特殊情况类别: "重病或伤残", 情况说明: "住院" },
});

const [first, second] = [day("2019-12-11"), day("2019-12-12")];
async function press(book: MemoryBook, action: ActionId, today: Day, wish: Omit<Press, "action"> = {}) {
  const season = seasonOf(book, today);
  const files = {
    incoming: action === "collect" ? incoming([today === first ? filled : late]).incoming : [],
    add: () => Promise.resolve(),
  };
  return (await perform(season, { workbook: book, files }, { action, ...wish })).result;
}

const extras: Partial<Record<ActionId, Omit<Press, "action">>> = { split: { tabs: true, version: 1 } };
const again: Partial<Record<ActionId, Omit<Press, "action">>> = { split: { tabs: true, version: 2, leavesOut: true } };
// These write no tab of ours, or are what is tried.
const writing = actions.map(({ id }) => id).filter((id) => !["forms", "fix", "next-season", "undo"].includes(id));

async function undone(book: DrawnBook) {
  const result = await press(book, "undo", second);
  if (result.action !== "undo") throw new Error(result.action);
  return result;
}

const unsaid = (cell: CellOut | undefined) => cell === null || cell === undefined || cell === "";

function trimmed(rows: SheetSpec["rows"]): SheetSpec["rows"] {
  const short = rows.map((row) => row.slice(0, row.findLastIndex((cell) => !unsaid(cell)) + 1).map((cell) => (unsaid(cell) ? null : cell)));
  return short.slice(0, short.findLastIndex((row) => row.length > 0) + 1);
}

// The log only grows.
const stateOf = (book: DrawnBook) =>
  book.grids
    .filter(({ ownTab }) => ownTab !== "change-log" && ownTab !== "run-journal")
    .map(({ name, ownTab, rows }) => ({ name, ownTab, rows: rows.map((row) => [...row]) }));
const byName = <T extends { readonly name: string }>(sheets: readonly T[]) => [...sheets].sort((a, b) => (a.name < b.name ? -1 : 1));
const looksOf = (book: DrawnBook) =>
  [...book.drawn.values()]
    .filter(({ tab }) => tab !== "change-log" && tab !== "run-journal")
    .map(({ rows, ...rest }) => ({ ...rest, rows: trimmed(rows) }))
    .sort((a, b) => (a.tab < b.tab ? -1 : 1));

let used: DrawnBook;
beforeAll(async () => {
  used = new DrawnBook(list);
  for (const id of writing) await press(used, id, first, extras[id]);
});

const tabOf = (book: DrawnBook, tab: string) => book.grids.find(({ ownTab }) => ownTab === tab);

function typeAt(book: DrawnBook, tab: string, [row, column]: readonly [number, number], text: string): void {
  book.grids = book.grids.map((grid) => {
    if (grid.ownTab !== tab) return grid;
    const width = Math.max(grid.rows[row]?.length ?? 0, column + 1);
    const typed = Array.from({ length: width }, (_, at) => (at === column ? text : (grid.rows[row]?.[at] ?? null)));
    return { ...grid, rows: grid.rows.map((own, at) => (at === row ? typed : own)) };
  });
}

describe("the button pressed last is taken back", () => {
  test.each(writing)("%s, pressed for the first time: its tabs and its marks are gone", async (id) => {
    const book = new DrawnBook(list);
    const before = stateOf(book);
    await press(book, id, first, extras[id]);
    expect(book.grids.length).toBeGreaterThan(list.length);
    const isRun = tabOf(book, "run-journal") !== undefined;
    const { undone: run, removed, stays, kept } = await undone(book);
    // With nothing to decide and no file, nothing is written but the log.
    expect([run?.on, stays, kept]).toEqual([isRun ? first : undefined, [], 0]);
    expect(removed.every((name) => book.grids.every((grid) => grid.name !== name))).toBe(true);
    // A number that was given may stand on paper.
    expect(stateOf(book).filter(({ ownTab }) => ownTab !== "notice-numbers")).toEqual(before);
    expect(book.marks).toEqual([]);
  });

  test.each(writing)("%s, pressed again the day after: the book is what it was, to the look of its tabs", async (id) => {
    const book = used.copy();
    // Another case has come in meanwhile.
    if (id === "statements") await press(book, "collect", second);
    const [before, looks] = [stateOf(book), looksOf(book)];
    await press(book, id, second, again[id]);
    expect(stateOf(book)).not.toEqual(before);
    const { stays, kept } = await undone(book);
    expect([stays, kept]).toEqual([[], 0]);
    // What a run took away comes back at the end.
    expect(byName(stateOf(book))).toEqual(byName(before));
    expect(looksOf(book)).toEqual(looks);
    expect(tabRows(book, "change-log", 1).at(-1)).toMatchObject({ 操作: "撤销上一步" });
  });

  test("five buttons, the last first; a sixth is no more to be had", async () => {
    const book = used.copy();
    const pressed = ["check", "calendar", "feedback", "exception-rollup", "circular"] as const;
    const states: unknown[] = [];
    for (const id of pressed) {
      states.push(stateOf(book));
      await press(book, id, second);
    }
    const runs: unknown[] = [];
    for (const state of [...states].reverse()) {
      runs.push((await undone(book)).undone?.command);
      expect(stateOf(book)).toEqual(state);
    }
    expect(runs).toEqual(["rollup", "rollup", "feedback", "calendar", "check"]);
    expect(await undone(book)).toMatchObject({ undone: null, reason: expect.stringContaining("没有可以撤销的操作") });
  });
});

describe("what somebody has changed since", () => {
  test.each([
    ["a tab that the run made", new DrawnBook(list), "calendar", "任务日历"],
    ["a tab that the run replaced", undefined, "exception-rollup", "异常汇总"],
  ] as const)("%s stays as it is, which is said, and the others go back", async (_, fresh, id, name) => {
    const book = fresh ?? used.copy();
    const before = stateOf(book);
    await press(book, id, second);
    const tab = book.grids.find((grid) => grid.name === name)?.ownTab ?? "";
    typeAt(book, tab, [4, 3], "县中心批注");
    const typed = tabOf(book, tab);
    expect(await undone(book)).toMatchObject({
      undone: { on: second },
      stays: [name],
      reason: `“${name}”在那次操作之后有人改过，保留现在的样子。`,
    });
    expect(tabOf(book, tab)?.rows).toEqual(typed?.rows);
    expect(stateOf(book).filter((sheet) => sheet.name !== name)).toEqual(before.filter((sheet) => sheet.name !== name));
    expect(tabRows(book, "change-log", 1).at(-1)?.["结果"]).toContain(`“${name}”之后有人改过，保留不动`);
  });

  test("a tab that somebody has deleted stays deleted, and one that a run took away comes back", async () => {
    const book = used.copy();
    book.grids = book.grids.map((grid) => (grid.ownTab === "unassigned" ? { ...grid, ownTab: "school-list:99", name: "旧校" } : grid));
    const before = stateOf(book);
    await press(book, "split", second, again.split);
    expect(tabOf(book, "school-list:99")).toBeUndefined();
    await book.remove(["transfers", "split-list"]);
    await undone(book);
    expect(stateOf(book).filter(({ ownTab }) => ownTab === "school-list:99")).toEqual(
      before.filter(({ ownTab }) => ownTab === "school-list:99"),
    );
    expect(tabOf(book, "split-list")).toBeUndefined();
  });
});

test("letters taken back are new again, and nobody's number changes", async () => {
  const book = new DrawnBook(list);
  const numbers = () => tabRows(book, "notice-numbers").map(({ 通知书编号, 最近印发, 印发次数 }) => [通知书编号, 最近印发, 印发次数]);
  const printedNew = async (on: Day) => {
    const result = await press(book, "notices", on, { letters: { onlyNew: true } });
    return result.action === "notices" ? result.notices : -1;
  };
  const all = await printedNew(first);
  const once = numbers();
  expect(await printedNew(second)).toBe(0);
  await press(book, "notices", second);
  expect(numbers()).toEqual(once.map(([number, on]) => (on ? [number, { day: second }, 2] : [number, null, null])));
  await undone(book);
  expect(numbers()).toEqual(once);
  await undone(book);
  expect(numbers()).toEqual(once.map(([number]) => [number, null, null]));
  expect(await printedNew(second)).toBe(all);
});

describe("what is kept is bounded", () => {
  const sheet = (tab: string, text: string): SheetSpec => ({
    tab,
    name: tab,
    columns: [{ width: 10, style: "cell" }],
    rows: Array.from({ length: 1000 }, (_, at) => [`${text}${at}`.padEnd(700, "。")]),
  });
  const grid = (spec: SheetSpec) => gridOfSpec(spec, spec.name);
  const run = (command: string) => ({ command, on: first });

  test("of runs that are together too large, the oldest cannot be taken back any more", () => {
    const journal = new RunJournal([grid(sheet("split-list", "一"))]);
    journal.add([sheet("split-list", "二")], run("split"));
    const kept = journal.add([sheet("split-list", "三")], run("split"));
    const [only, ...others] = journalIn([grid(kept!)]) ?? [];
    expect([only?.tabs[0]?.change.before.length, others]).toEqual([1000, []]);
  });

  test("of a run that is too large by itself, tabs that a button draws anew are not kept: taken back, they are gone", async () => {
    const before = [sheet("findings", "甲"), sheet("leadership", "乙"), sheet("split-list", "丙")];
    const book = new DrawnBook([...list, ...before.map(grid)]);
    const after = before.map((spec) => sheet(spec.tab, "丁"));
    const journal = new RunJournal(book.grids).add(after, run("split"));
    await book.write([...after, journal!]);
    expect((await undone(book)).removed).toEqual(["findings", "leadership"]);
    expect(tabOf(book, "split-list")?.rows).toEqual(before[2]?.rows);
  });
});
