// Findings treated: what is accepted counts from then on, what is dismissed is heard no more until its cell changes, and both are taken back at one press.
import { describe, expect, test } from "@jest/globals";
import { OpenSeason } from "../../src/actions/season";
import { treat, treatable, type Treatment } from "../../src/actions/treat";
import { undo } from "../../src/actions/undo";
import { sampleCounty } from "../../src/sample/county";
import { messyBook } from "../../src/sample/messy";
import { isDismissible } from "../../src/sheets/checking/dismissed";
import { cellText, type Grid } from "../../src/sheets/grid";
import { foreignGrids } from "../support/checked";
import { collectingDay as clock, incoming, MemoryBook, tabRows, typeInto } from "../support/collecting";

const grids = foreignGrids(messyBook(sampleCounty({ persons: 60, seed: 7 })).book);
const seasonIn = (sheets: readonly Grid[]) => OpenSeason.in(sheets, "回收.xlsx", { clock, today: clock });
const treatIn = (own: MemoryBook, treatment: Partial<Treatment>) =>
  treat(seasonIn(own.grids), { workbook: own, files: incoming([]) }, { accept: [], dismiss: [], reason: "", ...treatment });
const keyed = (sheets: readonly Grid[]) => {
  const season = seasonIn(sheets);
  const about = treatable(season);
  return season.findings.map((finding) => ({ ...finding, ...about(finding) }));
};
const source = (own: MemoryBook) => own.grids.filter(({ ownTab }) => ownTab === undefined);
const found = keyed(grids);
const repairs = found.filter(({ repair }) => repair !== undefined);
const [note] = found.filter((finding) => finding.repair === undefined && finding.row > 0 && isDismissible(finding));

test("the messy county has proposals of several rules, and something to dismiss", () => {
  expect(new Set(repairs.map(({ rule }) => rule)).size).toBeGreaterThan(2);
  expect(note).toBeDefined();
});

describe("accepting", () => {
  test("every proposal of the messy county: each is gone from the check, no source cell is touched, nothing else is found anew", async () => {
    const own = new MemoryBook(grids);
    expect(await treatIn(own, { accept: repairs.map(({ key }) => key) })).toEqual({ accepted: repairs.length, dismissed: 0 });
    const after = new Set(keyed(own.grids).map(({ key }) => key));
    expect(repairs.filter(({ key }) => after.has(key))).toEqual([]);
    expect(source(own)).toEqual(grids);
    const before = new Set(found.map(({ key }) => key));
    expect([...after].filter((key) => !before.has(key))).toEqual([]);
    expect(tabRows(own, "change-log", 1).map(({ 操作, 结果 }) => [操作, 结果])).toEqual([
      ["处理问题", `采纳建议${repairs.length}条，记入“更正”`],
    ]);
  });

  test("twice: the second time there is nothing to do", async () => {
    const own = new MemoryBook(grids);
    const accept = repairs.slice(0, 3).map(({ key }) => key);
    await treatIn(own, { accept });
    const once = own.grids;
    expect(await treatIn(own, { accept })).toEqual({ accepted: 0, dismissed: 0 });
    expect(own.grids).toEqual(once);
  });
});

describe("dismissing", () => {
  const { key = "", sheet = "", row = 0 } = note ?? {};

  test("with a reason: it is heard no more, all else is; the line without its reason, or gone, has it said again", async () => {
    const own = new MemoryBook(grids);
    expect(await treatIn(own, { dismiss: [key], reason: "已电话核实" })).toEqual({ accepted: 0, dismissed: 1 });
    const rest = found.filter((finding) => finding.key !== key).map((finding) => finding.key);
    expect(keyed(own.grids).map((finding) => finding.key)).toEqual(rest);
    expect(seasonIn(own.grids).check.dismissed).toBe(found.length - rest.length);
    expect(tabRows(own, "dismissed", 2).map(({ 工作表, 理由 }) => [工作表, 理由])).toEqual([[sheet, "已电话核实"]]);
    typeInto(own, "dismissed", () => true, { 理由: "" });
    expect(keyed(own.grids)).toHaveLength(found.length);
  });

  test("it stays dismissed when rows move, and comes again when its cell changes", async () => {
    const own = new MemoryBook(grids);
    await treatIn(own, { dismiss: [key], reason: "已电话核实" });
    const isDismissedIn = (change: (rows: Grid["rows"]) => Grid["rows"]) => {
      const changed = own.grids.map((grid) => (grid.name === sheet ? { ...grid, rows: change(grid.rows) } : grid));
      return !keyed(changed).some((finding) => finding.key === key);
    };
    expect(isDismissedIn((rows) => [[], ...rows])).toBe(true);
    const edited = own.grids.map((grid) =>
      grid.name !== sheet
        ? grid
        : {
            ...grid,
            rows: grid.rows.map((line, at) =>
              at === row - 1 ? line.map((cell) => (cellText(cell) === "" ? cell : `${cellText(cell)}9`)) : line,
            ),
          },
    );
    expect(seasonIn(edited).check.dismissed).toBe(0);
  });

  test("without a reason nothing is, and an error never", async () => {
    const own = new MemoryBook(grids);
    const errors = found.filter(({ severity }) => severity === "error").map((finding) => finding.key);
    expect(await treatIn(own, { dismiss: [key], reason: " " })).toEqual({ accepted: 0, dismissed: 0 });
    expect(await treatIn(own, { dismiss: errors, reason: "不管了" })).toEqual({ accepted: 0, dismissed: 0 });
    expect(own.grids).toEqual(grids);
  });
});

test("both in one go are taken back at one press", async () => {
  const own = new MemoryBook(grids);
  await treatIn(own, { accept: [repairs[0]?.key ?? ""], dismiss: [note?.key ?? ""], reason: "已核实" });
  const back = await undo.run(seasonIn(own.grids), { workbook: own, files: incoming([]) });
  expect(back).toMatchObject({ undone: { command: "treat" }, kept: 0 });
  expect(keyed(own.grids).map(({ key }) => key)).toEqual(found.map(({ key }) => key));
  expect(own.grids.some(({ ownTab }) => ownTab === "dismissed" || ownTab === "amendments")).toBe(false);
});
