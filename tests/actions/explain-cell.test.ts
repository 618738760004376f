// Cells of roll-up tabs as they stand in a book: each figure that was written is found again, and what cannot be explained is said.
import { beforeAll, describe, expect, test } from "@jest/globals";
import { explainCell, type ExplainedCell, type Unexplained } from "../../src/actions/explain-cell";
import { rollup, rollupInput } from "../../src/actions/rollup";
import { OpenSeason } from "../../src/actions/season";
import { type Day, day } from "../../src/domain/values/day";
import { rate } from "../../src/domain/values/rate";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { type Grid } from "../../src/sheets/grid";
import { foreignGrids } from "../support/checked";
import { RecordingWorkbook } from "../support/recording";

const [clock, before] = [day("2019-12-22"), day("2019-11-20")];
const inBook = (grids: readonly Grid[], today: Day = clock) => OpenSeason.in(grids, "台账.xlsx", { clock, today });
let grids: readonly Grid[];

beforeAll(async () => {
  const workbook = new RecordingWorkbook(foreignGrids(countyBook(sampleCounty({ persons: 40, seed: 5 }))));
  await rollup.run(inBook(await workbook.read()), { workbook });
  grids = await workbook.read();
});

/** What a cell comes to: its title and value, stale or not; or why it has none. */
function told(found: ExplainedCell | Unexplained): unknown {
  if (typeof found === "string") return found;
  const [part, whole] = found.sums;
  return [found.title, whole ? rate(part?.value ?? 0, whole.value) : part?.value, found.isStale];
}

/** The cell in the line that begins so, under the first heading of that name. */
function cellAt(book: readonly Grid[], sheet: string, label: string, heading: string) {
  const rows = book.find(({ name }) => name === sheet)?.rows ?? [];
  const top = rows.findIndex((cells) => cells.includes(heading));
  const row = rows.findIndex((cells, index) => index > top && cells.includes(label));
  return { sheet, row, column: rows[top]?.indexOf(heading) ?? -1 };
}

const tabs = ["还款汇总", "异常汇总", "领导总览", "学校汇总"] as const;

test.each(tabs)("%s: every figure that stands in the book is the sum of the cells that it leads to", (sheet) => {
  const season = inBook(grids);
  const { rows } = grids.find(({ name }) => name === sheet)!;
  const found = rows.flatMap((cells, row) =>
    cells.flatMap((value, column) => {
      const one = typeof value === "number" ? explainCell(season, { sheet, row, column }) : "no-figure";
      if (typeof one === "string") return [];
      const [part, whole] = one.sums;
      const sum = whole ? (rate(part?.value ?? 0, whole.value) ?? 0) / 10_000 : (part?.value ?? 0) / (part?.isMoney ? 100 : 1);
      return [{ value: Number((value as number).toFixed(4)), sum, isStale: one.isStale }];
    }),
  );
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter(({ value, sum, isStale }) => isStale || value !== sum)).toEqual([]);
});

test.each<[string, string, readonly [row: number, column: number], Unexplained]>([
  ["a cell of the list", "应还名单", [3, 2], "no-rollup"],
  ["a sheet that is gone", "没有的表", [0, 0], "no-rollup"],
  ["a title", "还款汇总", [0, 0], "no-figure"],
  ["a heading", "还款汇总", [3, 6], "no-figure"],
  ["a place in an order", "还款汇总", [4, 0], "no-figure"],
  ["a name", "还款汇总", [4, 2], "no-figure"],
  ["a cell beyond all lines", "还款汇总", [900, 40], "no-figure"],
])("%s is no figure", (_, sheet, [row, column], why) => {
  expect(explainCell(inBook(grids), { sheet, row, column })).toBe(why);
});

describe("a tab that is older than the book", () => {
  test("another day: the figure of now, said to be another than the tab shows", () => {
    const season = inBook(grids, before);
    const at = (heading: string) => explainCell(season, cellAt(grids, "还款汇总", "全县", heading));
    const { county } = rollupInput(season).tally;
    expect(told(at("已还金额"))).toEqual(["合计：已还金额", county.repaid, true]);
    expect(told(at("应还金额"))).toEqual(["合计：应还金额", county.due, false]);
  });

  test("lines in another order are not guessed at", () => {
    const turned = grids.map((grid) => {
      if (grid.name !== "还款汇总") return grid;
      const { row } = cellAt(grids, "还款汇总", "罕井镇中心校", "已还金额");
      const rows = [...grid.rows];
      [rows[row], rows[row + 1]] = [rows[row + 1] ?? [], rows[row] ?? []];
      return { ...grid, rows };
    });
    const at = cellAt(turned, "还款汇总", "罕井镇中心校", "已还金额");
    expect(explainCell(inBook(turned), at)).toBe("other-line");
  });
});

describe("compared with an earlier day", () => {
  const season = () => inBook(grids);
  const compared = (sheet: string, label: string, heading: string, since = before) => {
    const found = explainCell(season(), cellAt(grids, sheet, label, heading), since);
    if (typeof found === "string") throw new RangeError(found);
    return found.sums.map(({ causes }) => causes?.map(({ kind, amount }) => [kind, amount]));
  };
  const figures = () => [season(), inBook(grids, before)].map((of) => rollupInput(of).tally.county);

  test("money by what the bank did, persons by what settled them, a rate by its part and its whole", () => {
    const [now, then] = figures();
    const [repaid, ...rest] = compared("还款汇总", "全县", "已还金额");
    expect(rest).toEqual([]);
    expect(new Set(repaid?.map(([kind]) => kind))).toEqual(new Set(["deducted"]));
    expect(repaid?.reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(now!.repaid - then!.repaid);
    expect(compared("还款汇总", "全县", "还清人数")[0]?.reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(
      now!.personsPaid - then!.personsPaid,
    );
    expect(compared("还款汇总", "全县", "回收率\n（金额）")).toEqual([repaid, []]);
  });

  test("who counts no more without a day of its own is said to count no more", () => {
    const [now, then] = figures();
    expect(compared("学校汇总", "全县", "在催人数")).toEqual([[["left", now!.open - then!.open]]]);
  });

  test("the same day is no difference; lines of single cases are not compared", () => {
    expect(compared("还款汇总", "全县", "已还金额", clock)).toEqual([[]]);
    const { rows } = grids.find(({ name }) => name === "异常明细")!;
    const [row, column] = rows.flatMap((cells, at) =>
      cells.flatMap((cell, index) => (typeof cell === "number" && index > 1 ? [[at, index]] : [])),
    )[0]!;
    const found = explainCell(season(), { sheet: "异常明细", row: row!, column: column! }, before);
    expect(typeof found === "string" ? found : found.sums.map(({ causes }) => causes)).toEqual([undefined]);
  });
});
