// What every open book promises, whether it is a file or Excel itself: the same sentences are run for each.
import { describe, expect, test } from "@jest/globals";
import { type Workbook } from "../../src/actions/workbook";
import { cellText, type Grid } from "../../src/sheets/grid";
import { type CellOut, type SheetSpec } from "../../src/sheets/writing/spec";

/** A sheet that a person made, before any of ours. */
export interface PersonalSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number)[])[];
  /** Formulas in place of the values in `rows`, by the cell's address. */
  readonly formulas?: Readonly<Record<string, string>>;
  /** The area of a table with a totals row. */
  readonly table?: string;
}

/** How the suite gets at a kind of book. */
export interface WorkbookMaker {
  /** A book with these sheets. */
  readonly make: (sheets: readonly PersonalSheet[]) => Promise<Workbook>;
  /** Whether such a book has formulas and tables. */
  readonly hasFormulas: boolean;
  /** The same book after it was saved, closed and opened; left out where books cannot be saved. */
  readonly reopen?: (workbook: Workbook) => Promise<Workbook>;
}

const personal: readonly PersonalSheet[] = [
  {
    name: "贷款学生",
    rows: [
      ["姓名", "身份证号"],
      ["王小明", "610526199403150018"],
    ],
  },
  { name: "核对结果", rows: [["我自己的笔记"]] },
  { name: "汇总", rows: [["合计", 3917]] },
];

function aTab(tab: string, name: string, rows: readonly (readonly CellOut[])[] = [[name]]): SheetSpec {
  return {
    tab,
    name,
    rows,
    columns: [
      { width: 20, style: "cell" },
      { width: 20, style: "cell" },
    ],
  };
}

function texts(grid: Grid | undefined): readonly (readonly string[])[] | undefined {
  return grid?.rows.map((row) => row.map(cellText));
}

function names(grids: readonly Grid[]): readonly string[] {
  return grids.map((grid) => grid.name);
}

function own(grids: readonly Grid[], tab: string): Grid | undefined {
  return grids.find((grid) => grid.ownTab === tab);
}

/** Four borrowers, and two rows that are nobody's. */
function list(more: readonly string[] = []): PersonalSheet {
  const row = (id: string, amount: number) => ["王小明", id, amount, ...more];
  const people = ["610526199403150018", "61212819910722402X", "610526199601012000"].map((id, at) => row(id, 100 + at));
  return {
    name: "应还名单",
    rows: [
      ["姓名", "身份证号", "应还合计", ...more.map(() => "备注")],
      ...people.slice(0, 2),
      ["", "", 201],
      ...people.slice(2),
      ["", "", 303],
    ],
  };
}

/** What may differ between two readings of an unchanged book is left out: nothing but names, order, marks and values counts. */
function essence(grids: readonly Grid[]): unknown {
  return grids.map((grid) => [grid.name, grid.ownTab ?? null, texts(grid)]);
}

/** Runs the suite for one kind of book. */
export function describeWorkbook(kind: string, { make, reopen, hasFormulas }: WorkbookMaker): void {
  describe(`${kind} keeps the promises of an open book`, () => {
    const states: [string, (workbook: Workbook) => Promise<readonly Grid[]>][] = [["at once", (workbook) => workbook.read()]];
    if (reopen) states.push(["after saving and opening", async (workbook) => (await reopen(workbook)).read()]);

    test("all sheets are read in the order of the tabs, none of them ours", async () => {
      const grids = await (await make(personal)).read();
      expect(names(grids)).toEqual(personal.map((sheet) => sheet.name));
      expect(grids.map((grid) => grid.ownTab)).toEqual([undefined, undefined, undefined]);
      expect(texts(grids[0])).toEqual(personal[0]?.rows);
    });

    test.each(states)("new tabs stand at the end under the names that were told (%s)", async (_, read) => {
      const workbook = await make(personal);
      const given = await workbook.write([aTab("roster", "名单", [["身份证号"], ["61212819910722402X"]]), aTab("rollup", "分校汇总")]);
      const grids = await read(workbook);
      expect(given).toEqual(["名单", "分校汇总"]);
      expect(names(grids)).toEqual([...personal.map((sheet) => sheet.name), "名单", "分校汇总"]);
      expect(texts(own(grids, "roster"))).toEqual([["身份证号"], ["61212819910722402X"]]);
    });

    test.each(states)("a tab of ours is replaced where it stands, whatever is written after it (%s)", async (_, read) => {
      const workbook = await make(personal);
      await workbook.write([aTab("a", "甲"), aTab("b", "乙")]);
      await workbook.write([aTab("a", "甲", [["新"]])]);
      const grids = await read(workbook);
      expect(names(grids).slice(-2)).toEqual(["甲", "乙"]);
      expect(texts(own(grids, "a"))).toEqual([["新"]]);
    });

    test("a tab is replaced in a book that was saved in between", async () => {
      if (!reopen) return;
      const first = await make(personal);
      await first.write([aTab("a", "甲"), aTab("b", "乙")]);
      const second = await reopen(first);
      expect(await second.write([aTab("a", "甲", [["新"]]), aTab("c", "丙")])).toEqual(["甲", "丙"]);
      const grids = await (await reopen(second)).read();
      expect(names(grids).slice(-3)).toEqual(["甲", "乙", "丙"]);
      expect(texts(own(grids, "a"))).toEqual([["新"]]);
    });

    test.each(states)("names are legal and unique, whatever was wanted (%s)", async (_, read) => {
      const workbook = await make(personal);
      const wanted = ["2019/2020 [县]:*?\\", "长".repeat(40), "History", "", "ABC", "abc", "'引号'", "核对结果"];
      const given = await workbook.write(wanted.map((name, index) => aTab(`t${index}`, name)));
      const all = names(await read(workbook));
      expect(all.slice(personal.length)).toEqual(given);
      expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(all.length);
      for (const name of given) {
        expect(name).toMatch(/^(?!')[^\\/?*[\]:]{1,31}(?<!')$/);
        expect(name.toLowerCase()).not.toBe("history");
      }
    });

    test.each(states)("a person's sheet is never touched, not even one with the name of ours (%s)", async (_, read) => {
      const workbook = await make(personal);
      const [given] = await workbook.write([aTab("findings", "核对结果", [["第 3 行"]])]);
      await workbook.write([aTab("findings", "核对结果", [["第 4 行"]])]);
      const grids = await read(workbook);
      expect(given).not.toBe("核对结果");
      expect(grids.slice(0, 3).map(texts)).toEqual(personal.map((sheet) => sheet.rows.map((row) => row.map(String))));
      expect(texts(own(grids, "findings"))).toEqual([["第 4 行"]]);
    });

    test.each(states)("all tabs of one call are written, or none (%s)", async (_, read) => {
      const workbook = await make(personal);
      const area = { top: 0, left: 0, bottom: 1, right: 1 };
      const broken: SheetSpec = { ...aTab("b", "乙"), merges: [area, area] };
      await expect(workbook.write([aTab("a", "甲"), broken])).rejects.toThrow(RangeError);
      expect(names(await read(workbook))).toEqual(personal.map((sheet) => sheet.name));
    });

    test.each(states)("only tabs of ours are removed; ids that are not there do not matter (%s)", async (_, read) => {
      const workbook = await make(personal);
      await workbook.write([aTab("a", "甲"), aTab("b", "乙"), aTab("汇总", "丙")]);
      await workbook.remove(["a", "汇总", "贷款学生", "nothing"]);
      expect(names(await read(workbook))).toEqual([...personal.map((sheet) => sheet.name), "乙"]);
    });

    test.each(states)("tabs go along with those that come, of ours alone (%s)", async (_, read) => {
      const workbook = await make(personal);
      await workbook.write([aTab("a", "甲"), aTab("b", "乙"), aTab("c", "丙")]);
      expect(await workbook.write([aTab("b", "乙", [["新"]]), aTab("d", "甲")], undefined, ["a", "c", "贷款学生", "nothing"])).toEqual([
        "乙",
        "甲",
      ]);
      const grids = await read(workbook);
      expect(names(grids)).toEqual([...personal.map((sheet) => sheet.name), "乙", "甲"]);
      expect(texts(own(grids, "b"))).toEqual([["新"]]);
      await workbook.write([], undefined, ["b", "d"]);
      expect(names(await read(workbook))).toEqual(personal.map((sheet) => sheet.name));
    });

    test.each(states)("the same job run twice leaves the same book (%s)", async (_, read) => {
      const workbook = await make(personal);
      const tabs = [aTab("a", "核对结果", [["一", { rate: 9612 }]]), aTab("b", "B/b"), aTab("c", "b／B")];
      const first = await workbook.write(tabs);
      const before = essence(await read(workbook));
      expect(await workbook.write(tabs)).toEqual(first);
      expect(essence(await read(workbook))).toEqual(before);
    });

    test.each(states)("text stays text: formulas, IDs and error names are shown as they were given (%s)", async (_, read) => {
      const workbook = await make(personal);
      const rows = [
        ['=HYPERLINK("http://x")', "+86"],
        ["#REF!", "007"],
        ["a\nb", "_x0041_ <&>"],
      ];
      await workbook.write([aTab("a", "甲", rows)]);
      expect(own(await read(workbook), "a")?.rows).toEqual(rows);
    });

    const totals: readonly [string, PersonalSheet, readonly number[] | undefined][] = [
      [
        "subtotals without a word, wherever they stand",
        { ...list(), formulas: { C4: "SUBTOTAL(9,C2:C3)", C6: "SUBTOTAL(109,C2:C5)" } },
        [3, 5],
      ],
      ["AGGREGATE within a larger formula", { ...list(), formulas: { C6: "ROUND(AGGREGATE(9,5,C2:C5),2)" } }, [5]],
      ["the totals row of a table", { ...list(), table: "A1:C6" }, [5]],
      ["a table whose totals row is a SUBTOTAL", { ...list(), table: "A1:C6", formulas: { C6: "SUBTOTAL(109,C2:C5)" } }, [5]],
      [
        "no total: other formulas, and texts that look like one",
        { ...list(["SUBTOTAL(9,C2:C3)"]), formulas: { C4: "SUM(C2:C3)" } },
        undefined,
      ],
    ];
    if (hasFormulas)
      test.each(totals)("rows that the book itself calls totals are known: %s", async (_, sheet, rows) => {
        const [grid] = await (await make([sheet])).read();
        expect(grid?.totalRows && [...new Set(grid.totalRows)].sort()).toEqual(rows);
      });

    test("marks leave nothing behind", async () => {
      const workbook = await make(personal);
      const before = essence(await workbook.read());
      await workbook.write([], [{ rule: "citizen-id-check-digit", severity: "error", sheet: "贷款学生", row: 2, cell: "B2", params: {} }]);
      await workbook.clearMarks();
      expect(essence(await workbook.read())).toEqual(before);
    });
  });
}
