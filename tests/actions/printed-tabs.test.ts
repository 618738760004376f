// How our tabs come out of a printer: whatever people see is as wide as its paper and says which page of how many it is, and a long name is not cut off.
import { expect, test } from "@jest/globals";
import { type ActionId, actions } from "../../src/actions/index";
import { perform, type Press } from "../../src/actions/perform";
import { OpenSeason } from "../../src/actions/season";
import { day } from "../../src/domain/values/day";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { styleOf } from "../../src/sheets/writing/styles";
import { countyGrids, fillList, incoming, MemoryBook, schoolFiles } from "../support/collecting";

const grids = countyGrids(60, 3);
const [school] = [...schoolFiles(grids).values()];
const filled = fillList(school!, {
  0: { 送达日期: "2019-11-26", 送达方式: "入户送达", 签收人: "王建民", 与借款人关系: "父亲" },
  3: { 特殊情况类别: "经济困难", 情况说明: "母亲失业" },
});

/** Everything that every button makes, tabs and sheets of files, by name; split twice, so that the second tells what has changed. */
async function everySheet(): Promise<ReadonlyMap<string, SheetSpec>> {
  const made = new Map<string, SheetSpec>();
  const book = new MemoryBook(grids);
  const { write } = book;
  book.write = (tabs, ...more) => {
    for (const spec of tabs) made.set(spec.tab, spec);
    return write(tabs, ...more);
  };
  const wishes: readonly (readonly [ActionId, Omit<Press, "action">?])[] = [
    ["split", { tabs: true, version: 1 }],
    ...actions.map(({ id }) => [id] as const).filter(([id]) => id !== "split" && id !== "undo"),
    ["split", { version: 2 }],
  ];
  for (const [at, [action, wish]] of wishes.entries()) {
    const today = day(at === 0 ? "2019-11-20" : "2019-12-11");
    const season = OpenSeason.in(book.grids, book.name, { clock: today, today });
    const files = {
      incoming: action === "collect" ? incoming([filled]).incoming : [],
      add: (name: string, { sheets }: { readonly sheets: readonly SheetSpec[] }) => {
        for (const spec of sheets) made.set(`${name.replace(/_.*/, "")} ${spec.tab}`, spec);
        return Promise.resolve();
      },
    };
    await perform(season, { workbook: book, files }, { action, ...wish });
  }
  return made;
}

// A page is one paper of its own there, set to its very point.
const papers = new Set(["notices", "statements"]);

test("whatever people see of ours fits its paper, and its pages are numbered", async () => {
  const seen = [...(await everySheet())].filter(([, { tab, visibility }]) => tab !== "" && visibility === undefined);
  expect(seen.map(([name]) => name)).toEqual(expect.arrayContaining(["list-versions", "notice-template"]));
  expect(seen.some(([, { tab }]) => tab === "list-changes")).toBe(true);
  const faulty = seen.filter(([, { tab, page }]) => {
    if (papers.has(tab)) return page?.area === undefined;
    return !page || !(page.fitWidth || page.scale) || !page.footer?.includes("第 &P 页 共 &N 页");
  });
  expect(faulty.map(([name]) => name)).toEqual([]);
});

test("names of people and schools are wrapped in their columns: beside filled cells a long one would be cut off", async () => {
  const cut = [...(await everySheet())].flatMap(([name, { tab, rows, columns, styled = [], visibility }]) => {
    const headingRow = rows.findIndex((row) => row.includes("姓名") && row.length > 3);
    if (tab === "" || visibility || papers.has(tab) || headingRow < 0) return [];
    const below = headingRow + 1;
    return ["姓名", "责任学校", "共同借款人", "村(社区)"].flatMap((heading) => {
      const column = rows[headingRow]?.indexOf(heading) ?? -1;
      if (column < 0) return [];
      const area = styled.findLast(({ area }) => area.top <= below && below <= area.bottom && area.left <= column && column <= area.right);
      return styleOf(area?.style ?? columns[column]!.style).wrap ? [] : [`${name} ${heading}`];
    });
  });
  expect(cut).toEqual([]);
});
