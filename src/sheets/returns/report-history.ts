// The tab 填报历史: what a register row said before it was changed, who had reported that and from which file, and what changed it.
import type { ChoiceCode } from "../../domain/record/choices";
import { type FieldId, fieldTypes, type FieldValues, type SheetRow } from "../../domain/record/field";
import { fillInsOf, type Register, registerIds } from "../../domain/record/registers";
import type { StoredRow } from "../../domain/returns/register-store";
import type { Day } from "../../domain/values/day";
import { type Fen, groupedYuan } from "../../domain/values/money";
import { choiceLabel, isChoiceField } from "../vocabulary/choices";
import { headingOf } from "../vocabulary/columns";
import type { Grid } from "../grid";
import { asWritten, isFilled, ownTable } from "../reading/own-table";
import { tabNames } from "../vocabulary/tabs";
import type { CellOut, SheetSpec } from "../writing/spec";
import { registerFrame } from "../writing/tab-frames";

const headings = [
  "日期",
  "责任学校",
  "姓名",
  "合同编号",
  "登记表",
  "变动内容",
  "来源文件",
  "名单版本",
  "变动前内容",
  "变动前来源",
  "变动前登记日期",
] as const;
const widths = [12, 18, 10, 20, 12, 44, 40, 9, 50, 40, 14] as const;

/** The lines of a book so far, as they stand. */
export function reportHistoryIn(grids: readonly Grid[]): readonly (readonly CellOut[])[] {
  const table = ownTable(grids, "report-history", headings);
  return (table?.rows ?? []).filter(isFilled).map((row) => headings.map((heading) => asWritten(row[table?.columnOf(heading) ?? -1])));
}

function said(field: FieldId, values: FieldValues): string {
  const value = values[field];
  if (value === undefined) return "空";
  if (fieldTypes[field] === "money") return groupedYuan(value as Fen);
  return isChoiceField(field) ? choiceLabel(field, value as ChoiceCode) : String(value);
}

function lineOf(
  register: Register,
  before: SheetRow,
  { row, contract }: StoredRow,
  on: Day,
  version: number | undefined,
): readonly CellOut[] {
  const fields: readonly FieldId[] = fillInsOf[register];
  const changed = fields.filter((field) => before.values[field] !== row.values[field]);
  const stood = fields.filter((field) => before.values[field] !== undefined);
  const { name = "", contractNo = "" } = contract?.row.values ?? row.values;
  return [
    { day: on },
    contract?.school?.name ?? "",
    name,
    contractNo,
    tabNames[register],
    changed.map((field) => `${headingOf(field)}：${said(field, before.values)}→${said(field, row.values)}`).join("；"),
    row.values.source ?? "",
    version === undefined ? null : `v${version}`,
    stood.map((field) => `${headingOf(field)}：${said(field, before.values)}`).join("；"),
    before.values.source ?? "",
    before.values.recordedOn ? { day: before.values.recordedOn } : null,
  ];
}

/** The lines that a run adds: one for each register row that it changed. What is new stands in the register with its file. */
export function historyOf(
  registers: Readonly<Record<Register, readonly StoredRow[]>>,
  { on, versionOf }: { readonly on: Day; readonly versionOf: (file: string) => number | undefined },
): readonly (readonly CellOut[])[] {
  return registerIds.flatMap((register) =>
    registers[register].flatMap((stored) =>
      stored.before ? [lineOf(register, stored.before, stored, on, versionOf(stored.row.values.source ?? ""))] : [],
    ),
  );
}

/** The tab. */
export function reportHistorySheet(lines: readonly (readonly CellOut[])[]): SheetSpec {
  const right = headings.length - 1;
  return {
    tab: "report-history",
    name: tabNames["report-history"],
    columns: widths.map((width, at) => ({
      width,
      style: at === 0 || at === right ? "cellDay" : [5, 6, 8, 9].includes(at) ? "cellWrapped" : "cell",
    })),
    rows: [
      [tabNames["report-history"]],
      [
        "登记表里已有的内容被后来的文件或决定改动时，在这里记一行：改了什么、哪份文件改的、原来是什么、原来由哪份文件登记。首次登记的来源见各登记表。",
      ],
      headings,
      ...lines,
    ],
    ...registerFrame({ right, count: lines.length, footer: "仅供县资助中心使用" }),
  };
}
