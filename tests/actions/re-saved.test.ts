// Lists that LibreOffice opened and saved again come back as if nobody had touched them, whatever format they were saved in. What it saved is kept as
// golden files, so that no machine needs it.
import { expect, test } from "@jest/globals";
import { day } from "../../src/domain/values/day";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { collectInto, countyGrids, MemoryBook, registerValues, type SchoolFile, tabRows } from "../support/collecting";
import { type Entries, sentLists, withEntries } from "../support/filled-lists";
import { goldenBytes } from "../support/golden";
import { resaved, savedAs } from "../support/libre-office";

const grids = countyGrids(60, 7);
const filled: readonly Entries[] = [
  {
    0: { 送达日期: { day: day("2019-11-26") }, 送达方式: "入户送达", 签收人: "王建民", 与借款人关系: "父亲", 备注: "=1+1" },
    1: { 还款状态: "联系了", 联系电话: "13800000001" },
    2: { 还款状态: "已还", 实还合计: 1020.5, 应还合计: 1 },
  },
  { 0: { 送达日期: "2019.12.1", 送达方式: "邮寄" }, 2: { 特殊情况类别: "重病或伤残", 情况说明: "住院" }, 3: { 送达日期: "2019-11-31" } },
];

async function outcomeOf(files: readonly SchoolFile[]) {
  const book = new MemoryBook(grids);
  const { updated, unchanged, conflicts } = await collectInto(book, files);
  const shown = (text: unknown) => String(text).replace(/\.(?:xlsx|xls|ods)/g, "");
  return {
    ...{ updated, unchanged },
    conflicts: conflicts.map((one) => ({ ...one, file: "" })),
    registers: Object.values(registerValues(book.grids)).map((rows) => rows.map((row) => ({ ...row, source: shown(row.source) }))),
    asked: tabRows(book, "conflicts").map(({ 类型, 项目, 单元格, 名单或已登记内容, 交回内容 }) => [
      ...[类型, 项目, 单元格],
      ...[名单或已登记内容, 交回内容],
    ]),
  };
}

const fileOf = async (bytes: Uint8Array, name: string): Promise<SchoolFile> => ({ name, grids: (await readBook(bytes, name)).grids });

test.each(Object.keys(savedAs) as (keyof typeof savedAs)[])(
  "as .%s: every answer, every question and every untouched row is what it is in the file as it was made",
  async (kind) => {
    const lists = (await sentLists(grids, day("2019-11-20"))).slice(0, filled.length);
    const made = await Promise.all(lists.map(({ book }, at) => writeBook(withEntries(book, filled[at] ?? {}))));
    const again: Uint8Array[] = [];
    for (const [at, bytes] of made.entries())
      again.push(await goldenBytes(`re-saved-${at}.${kind}`, async () => (await resaved([bytes], kind))[0]!));
    const names = lists.map(({ name }) => name);
    const direct = await Promise.all(made.map((bytes, at) => fileOf(bytes, names[at]!)));
    const saved = await Promise.all(again.map((bytes, at) => fileOf(bytes, names[at]!.replace("xlsx", kind))));
    const expected = await outcomeOf(direct);
    expect(expected.asked).toHaveLength(4);
    expect(expected.updated).toBe(4);
    expect(await outcomeOf(saved)).toEqual(expected);
  },
);
