// 情况说明登记: for whom a statement was printed, and whether the sealed original is in; what the centre typed stays.
import { dayFromIso, type Day } from "../../domain/values/day";
import { cellText, type Grid } from "../grid";
import { asWritten, ownTable } from "../reading/own-table";
import { tabNames } from "../vocabulary/tabs";
import type { CellOut, SheetSpec } from "../writing/spec";
import { registerFrame } from "../writing/tab-frames";

const headings = ["通知书编号", "责任学校", "姓名", "情况类别", "首次打印", "原件收到日期", "卷号", "备注"] as const;
const typed = ["原件收到日期", "卷号", "备注"] as const satisfies readonly (typeof headings)[number][];

/** One statement that was printed. */
export interface StatementLine {
  readonly number: string;
  readonly school: string;
  readonly name: string;
  readonly kind: string;
}

/** The register with these statements; lines of earlier runs stay in their order, whoever they are about. */
export function statementRegister(lines: readonly StatementLine[], grids: readonly Grid[], today: Day): SheetSpec {
  const table = ownTable(grids, "statement-register", headings);
  const before = (table?.rows ?? []).filter((row) => table?.text(row, "通知书编号") !== "");
  const now = new Map(lines.map((line) => [line.number, line]));
  const known = before.map((row): readonly CellOut[] => {
    const number = table?.text(row, "通知书编号") ?? "";
    const cell = (heading: (typeof headings)[number]) => asWritten(row[table?.columnOf(heading) ?? -1]);
    const line = now.get(number);
    now.delete(number);
    const own = line ? [line.school, line.name, line.kind] : [cell("责任学校"), cell("姓名"), cell("情况类别")];
    return [number, ...own, dayCell(cell("首次打印")), ...typed.map(cell)];
  });
  const added = [...now.values()].map(({ number, school, name, kind }): readonly CellOut[] => [
    number,
    school,
    name,
    kind,
    { day: today },
    null,
    null,
    null,
  ]);
  const right = headings.length - 1;
  const body = [...known, ...added];
  return {
    tab: "statement-register",
    name: tabNames["statement-register"],
    tabColor: "FFC107",
    columns: [
      { width: 18, style: "cell" },
      { width: 24, style: "cellWrapped" },
      { width: 10, style: "cellWrapped" },
      { width: 18, style: "cell" },
      { width: 12, style: "cellDay" },
      { width: 14, style: "fillDay" },
      { width: 10, style: "fill" },
      { width: 30, style: "fillWrapped" },
    ],
    rows: [
      [tabNames["statement-register"]],
      ["打印过情况说明的同学；收到加盖公章的原件后，请填写收到日期和卷号。没有填日期的，就是还没有交来的。"],
      headings,
      ...body,
    ],
    ...registerFrame({ right, count: body.length, least: 1, frozen: 3 }),
  };
}

function dayCell(cell: CellOut): CellOut {
  const day = typeof cell === "string" ? dayFromIso(cellText(cell)) : undefined;
  return day ? { day } : cell;
}
