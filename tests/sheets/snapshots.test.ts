// The tab 反馈快照: it is read by its headings wherever they stand, and nothing that was changed in it is ever compared with.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type SnapshotDay, snapshotUpTo, type Stood, withSnapshot } from "../../src/domain/standing/snapshot";
import { schoolKey } from "../../src/domain/identity/keys";
import { day } from "../../src/domain/values/day";
import { fen } from "../../src/domain/values/money";
import type { CellValue, Grid } from "../../src/sheets/grid";
import { snapshotSheet, snapshotsIn } from "../../src/sheets/feedback/snapshots";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";

const stood = (state: Stood["state"], outstanding: number): Stood => ({
  state,
  outstanding: fen(outstanding),
  school: schoolKey("罕井镇中心校"),
});
const days = [
  [
    "2019-12-11",
    [
      ["4K7QX2MF", stood("unpaid", 149_400)],
      ["5M2QX7KD", stood("settled", 0)],
      ["6P3QX9AB", stood("withdrawn", -3)],
    ],
  ],
  [
    "2019-12-12",
    [
      ["4K7QX2MF", stood("settled", 0)],
      ["5M2QX7KD", stood("settled", 0)],
    ],
  ],
  [
    "2019-12-16",
    [
      ["4K7QX2MF", stood("settled", 0)],
      ["5M2QX7KD", stood("settled", 0)],
    ],
  ],
].reduce<readonly SnapshotDay[]>((kept, [on, people]) => withSnapshot(kept, day(on as string), new Map(people as [string, Stood][])), []);
const spec = snapshotSheet(days);
const grid = gridOfSpec(spec, spec.name);
const wide = grid.rows.map((row) => Array.from({ length: 5 }, (_, column): CellValue => row[column] ?? null));
const withRows = (rows: Grid["rows"]): Grid => ({ ...grid, rows });
const asText = (kept: readonly SnapshotDay[]) => kept.map(({ on }) => [on, [...snapshotUpTo(kept, on)].sort()]);

describe("the tab is what was written", () => {
  test("hidden, protected, one line for each change and one that closes each day", () => {
    expect([spec.visibility, spec.isProtected, spec.rows.length]).toEqual(["hidden", true, 2 + 3 + 1 + 2 + 1 + 1]);
    expect(spec.rows.slice(1, 3)).toEqual([
      ["日期", "人", "责任学校", "状态", "未还（分）"],
      [{ day: "2019-12-11" }, "4K7QX2MF", "罕井镇中心校", "未还", 149_400],
    ]);
  });

  test.each<readonly [string, Grid]>([
    ["as it is", grid],
    ["without our mark", { ...withRows(grid.rows), ownTab: "" }],
    [
      "columns in another order, one more between them",
      withRows(wide.map(([a, b, c, d, e]) => [e ?? null, "备用", d ?? null, b ?? null, c ?? null, a ?? null])),
    ],
    ["lines in another order", withRows([...wide.slice(0, 2), ...wide.slice(2).reverse()])],
    ["blank lines between, and no title", withRows(wide.slice(1).flatMap((row) => [row, []]))],
    [
      "days and amounts as text",
      withRows(
        wide.map((row) =>
          row.map((cell) =>
            typeof cell === "number" ? String(cell) : cell !== null && typeof cell === "object" && "day" in cell ? cell.day : cell,
          ),
        ),
      ),
    ],
  ])("read back %s", (_, changed) => {
    const read = snapshotsIn([changed]);
    expect(read.damagedAt).toBeUndefined();
    expect(asText(read.days)).toEqual(asText(days));
  });

  test("no tab is no snapshot, and somebody else's sheet of another name is none", () => {
    expect(snapshotsIn([])).toEqual({ days: [] });
    expect(snapshotsIn([{ ...grid, ownTab: "", name: "别的" }])).toEqual({ days: [] });
  });
});

describe("whatever is changed by hand is found", () => {
  const body = fc.tuple(fc.integer({ min: 2, max: wide.length - 1 }), fc.nat(4));
  const typed: fc.Arbitrary<CellValue> = fc.oneof(
    fc.constantFrom<CellValue>(null, "", "未还", "已还清", "撤销", "不在名单", "封存", 0, 1, -1, 1.5, true, { day: day("2019-12-12") }),
    fc.integer({ min: 0, max: 1_000_000 }),
    fc.string({ maxLength: 8 }),
  );

  test("any cell that means something else", () => {
    const shown = (cell: CellValue | undefined) => JSON.stringify(typeof cell === "string" ? cell.trim() : (cell ?? ""));
    fc.assert(
      fc.property(body, typed, ([at, column], value) => {
        const old = wide[at]?.[column];
        fc.pre(shown(old) !== shown(value) && String(old) !== String(value ?? ""));
        // What stands beside a closing line, or beside somebody who is gone, has no meaning.
        const [, print, , word] = wide[at] ?? [];
        fc.pre(!(print === "封存" && column === 2) && !(word === "不在名单" && (column === 2 || column === 4)));
        const changed = wide.map((row, index) => (index === at ? row.with(column, value) : row));
        const { days: read, damagedAt } = snapshotsIn([withRows(changed)]);
        expect([read, damagedAt?.startsWith("反馈快照!")]).toEqual([[], true]);
      }),
      { numRuns: 400 },
    );
  });

  test.each<readonly [string, Grid["rows"], string]>([
    ["a line taken out", wide.toSpliced(3, 1), "反馈快照!D5"],
    ["a line put in twice", wide.toSpliced(3, 0, wide[3]!), "反馈快照!B5"],
    ["a day's end taken out", wide.filter((row, index) => index < 3 || row[1] !== "封存"), "反馈快照!D2"],
    ["a whole day taken out of the middle", wide.filter(([on]) => JSON.stringify(on) !== '{"day":"2019-12-12"}'), "反馈快照!D7"],
    ["a heading renamed", wide.with(1, ["日期", "人", "学校", "状态", "未还（分）"]), "反馈快照!A2"],
    ["everything cleared", [], "反馈快照!A2"],
    ["only the headings left", wide.slice(0, 2), "反馈快照!A2"],
  ])("%s", (_, rows, place) => {
    expect(snapshotsIn([withRows(rows)])).toEqual({ days: [], damagedAt: place });
  });
});
