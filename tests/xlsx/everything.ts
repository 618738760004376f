// One tab with everything that a tab of ours can have; the people in it are invented.
import { day } from "../../src/domain/values/day";
import { fen } from "../../src/domain/values/money";
import { type Area } from "../../src/sheets/grid";
import { type CellOut, type SheetSpec } from "../../src/sheets/writing/spec";

function area(top: number, left: number, bottom: number, right: number): Area {
  return { top, left, bottom, right };
}

const ids = ["610526199403150018", "61212819910722402X"] as const;

function row(count: number): CellOut[] {
  const id = ids[count % 2] ?? ids[0];
  const tail = [{ day: day(`2019-12-2${count}`) }, { rate: 9612 - count * 1000 }, count === 3 ? "=1+1" : null, null, null];
  return [count, `第${count}中学 & <分校>`, id, { fen: fen(445601809 * count) }, ...tail];
}

const error = { title: "请检查", message: "请从列表中\n选择" };

/** The tab. */
export const everything: SheetSpec = {
  tab: "rollup",
  name: "分学校 汇总'表",
  tabColor: "70AD47",
  columns: [
    { width: 8, style: "cellCenter" },
    { width: 24, style: "cell" },
    { width: 22, style: "cell" },
    { width: 14, style: "cellMoney" },
    { width: 12, style: "cellDay" },
    { width: 10, style: "cellRate" },
    { width: 16, style: "fill" },
    { width: 14, style: "fillDay" },
    { width: 12, style: "fillMoney", hidden: true },
  ],
  rows: [
    ["助学贷款回收分学校汇总表", null, null, null, null, null, null, null, null],
    ["截至 2019-12-20，单位：元"],
    ["序号", "学校", "身份证号", "已还", "日期", "回收率", "联系电话", "送达日期", "金额"],
    ...[1, 2, 3, 4, 5].map(row),
    [
      "合计",
      null,
      { text: "查看", link: { sheet: "分学校 汇总'表", cell: "A1" } },
      { formula: "SUM(D4:D8)", value: 66840271.35 },
      { error: "#REF!" },
    ],
  ],
  styled: [
    { area: area(0, 0, 0, 8), style: "title" },
    { area: area(2, 0, 2, 5), style: "heading" },
    { area: area(2, 6, 2, 8), style: "headingFill" },
    { area: area(8, 0, 8, 8), style: "total" },
    { area: area(8, 3, 8, 3), style: "totalMoney" },
    { area: area(9, 6, 20, 8), style: "fill" },
  ],
  merges: [area(0, 0, 0, 8), area(1, 0, 1, 8)],
  heights: new Map([
    [0, 30],
    [2, 32.5],
  ]),
  hiddenRows: [6],
  freeze: { rows: 3, columns: 2 },
  filter: area(2, 0, 7, 8),
  validations: [
    { area: area(3, 6, 20, 6), rule: { kind: "list", values: ["失联", "家庭困难"] }, error, prompt: { title: "原因", message: "选一个" } },
    { area: area(3, 1, 20, 1), rule: { kind: "list", values: Array.from({ length: 60 }, (_, index) => `第${index}村,甲组`) }, error },
    { area: area(3, 7, 20, 7), rule: { kind: "day", from: day("2019-01-01"), to: day("2020-12-31") }, error },
    { area: area(3, 8, 20, 8), rule: { kind: "amount", from: fen(0), to: fen(1_000_001) }, error },
    { area: area(3, 0, 20, 0), rule: { kind: "whole", from: 0, to: 9999 }, error },
    { area: area(3, 2, 20, 2), rule: { kind: "length", to: 18 }, error },
  ],
  highlights: [
    { area: area(3, 5, 7, 5), formula: "F4<0.7", fill: "F8CBAD", fontColor: "9C0006" },
    { area: area(3, 3, 7, 3), bar: "63BE7B" },
  ],
  charts: [
    {
      kind: "column",
      title: "回收率",
      categories: area(3, 1, 7, 1),
      series: [{ name: "回收率", values: area(3, 5, 7, 5) }],
      over: area(22, 0, 36, 4),
      percent: true,
    },
    {
      kind: "bar",
      title: "已还",
      categories: area(3, 1, 7, 1),
      series: [{ name: "已还", values: area(3, 3, 7, 3) }],
      over: area(22, 5, 36, 8),
    },
    {
      kind: "pie",
      title: "占比",
      categories: area(3, 1, 7, 1),
      series: [{ name: "已还", values: area(3, 3, 7, 3) }],
      over: area(38, 0, 52, 4),
    },
    {
      kind: "line",
      title: "每日",
      categories: area(3, 4, 7, 4),
      series: [{ name: "已还", values: area(3, 3, 7, 3) }],
      over: area(38, 5, 52, 8),
    },
  ],
  isProtected: true,
  page: {
    paper: "A4",
    orientation: "landscape",
    margins: { top: 0.7, bottom: 0.7, left: 0.5, right: 0.5 },
    fitWidth: true,
    center: true,
    area: area(0, 0, 52, 8),
    repeatRows: [2, 2],
    breaksAfter: [21],
    header: "&R内部资料",
    footer: "&C第 &P 页 共 &N 页",
  },
};
