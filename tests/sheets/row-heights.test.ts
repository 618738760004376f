// Every text has room: rows grow with what stands in them, whatever tab it is.
import { describe, expect, test } from "@jest/globals";
import { withHeights } from "../../src/sheets/writing/row-heights";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { readyTabs } from "../../src/sheets/writing/tab-layout/fit-sheets";

const tab = (rest: Partial<SheetSpec>): SheetSpec => ({
  tab: "returns",
  name: "回收登记",
  columns: [
    { width: 10, style: "cell" },
    { width: 13, style: "cellWrapped" },
  ],
  rows: [],
  ...rest,
});
const heightsOf = (spec: SheetSpec) => [...(withHeights(spec).heights ?? [])];
const text = "字".repeat(12);

describe("the height of a row", () => {
  test("a wrapped text gets as many lines as it needs, a text that does not wrap gets one", () => {
    expect(
      heightsOf(
        tab({
          rows: [
            [null, text],
            [text, null],
            [null, "短"],
          ],
        }),
      ),
    ).toEqual([[0, 49]]);
  });

  test("the highest cell decides; figures never wrap", () => {
    expect(
      heightsOf(
        tab({
          rows: [
            ["甲", `${text}${text}`],
            [null, 123_456_789.25],
          ],
        }),
      ),
    ).toEqual([[0, 79]]);
  });

  test("merged cells have the width of all their columns", () => {
    const merges = [{ top: 0, left: 0, bottom: 0, right: 1 }];
    const styled = [{ area: { top: 0, left: 0, bottom: 0, right: 1 }, style: "cellWrapped" as const }];
    expect(heightsOf(tab({ rows: [[text]], styled, merges }))).toEqual([[0, 34]]);
    expect(heightsOf(tab({ rows: [[text]], styled }))).toEqual([[0, 49]]);
  });

  test("headings wrap like everything else, and large type is high by itself", () => {
    const row = (at: number) => ({ top: at, left: 0, bottom: at, right: 1 });
    const styled = [
      { area: row(0), style: "title" as const },
      { area: row(1), style: "heading" as const },
    ];
    expect(heightsOf(tab({ rows: [["标题"], ["", "特殊情况未还金额\n（元）"]], styled }))).toEqual([
      [0, 26],
      [1, 49],
    ]);
  });

  test("a stated height is the least: it stays where it is enough and grows where it is not; a tab that states all has measured", () => {
    const stated = new Map([
      [0, 60],
      [1, 20],
    ]);
    expect(heightsOf(tab({ rows: [[null, text], [null, text], ["甲"]], heights: stated }))).toEqual([
      [0, 60],
      [1, 49],
    ]);
    expect(
      heightsOf(
        tab({
          rows: [
            [null, text],
            [null, text],
          ],
          heights: stated,
        }),
      ),
    ).toEqual([...stated]);
  });

  test("no row is higher than Excel allows, and a sheet that poses as the user's stays as it is", () => {
    const long = tab({ rows: [[null, "字".repeat(3000)]] });
    expect([...(readyTabs([long])[0]?.heights ?? [])]).toEqual([[0, 409.5]]);
    expect(withHeights({ ...long, tab: "" }).heights).toBeUndefined();
  });
});
