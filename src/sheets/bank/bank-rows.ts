// The tab 银行流水: the rows of bank files that were picked, as the bank gave them, each with the file that it came from.
import type { FieldId, SheetRow } from "../../domain/record/field";
import type { Day } from "../../domain/values/day";
import { cellText, type Grid } from "../grid";
import { asWritten, isFilled, ownTab, tableIn } from "../reading/own-table";
import { cellOf } from "../vocabulary/cell-of";
import { headingOf } from "../vocabulary/columns";
import { tabNames } from "../vocabulary/tabs";
import type { CellOut, ColumnSpec, SheetSpec } from "../writing/spec";
import { cellValueOf } from "../writing/spec-grid";
import type { BankSource } from "./bank-file";
import { registerFrame } from "../writing/tab-frames";

const fields = [
  "contractNo",
  "name",
  "citizenId",
  "repaidOn",
  "repaidPrincipal",
  "repaidInterest",
  "repaid",
  "deductionResult",
  "paymentKind",
  "batch",
  "note",
  "source",
  "recordedOn",
] as const satisfies readonly FieldId[];
type Field = (typeof fields)[number];

const looks: Readonly<Record<Field, ColumnSpec>> = {
  contractNo: { width: 20, style: "cell" },
  name: { width: 10, style: "cell" },
  citizenId: { width: 21, style: "cell" },
  repaidOn: { width: 12, style: "cellDay" },
  repaidPrincipal: { width: 12, style: "cellMoney" },
  repaidInterest: { width: 12, style: "cellMoney" },
  repaid: { width: 12, style: "cellMoney" },
  deductionResult: { width: 10, style: "cellCenter" },
  paymentKind: { width: 10, style: "cellCenter" },
  batch: { width: 18, style: "cell" },
  note: { width: 20, style: "cellWrapped" },
  source: { width: 36, style: "cellWrapped" },
  recordedOn: { width: 12, style: "cellDay" },
};

/** What a picked file says nothing of where it has a column for it; read again, it is as little an answer as a blank there was. */
export const leftBlank = "未填";

const asked: readonly Field[] = ["deductionResult", "repaid", "repaidOn"];

function cellsOf(row: SheetRow, { name, columns }: BankSource, on: Day): readonly CellOut[] {
  const { values, issues } = row;
  const hasAmount = [values.repaid, values.repaidPrincipal, values.repaidInterest].some((amount) => amount !== undefined);
  return fields.map((field): CellOut => {
    if (field === "source") return name;
    if (field === "recordedOn") return { day: on };
    if (values[field] !== undefined) return cellOf(field, values);
    const raw = issues.find((issue) => issue.field === field)?.raw;
    if (raw !== undefined && raw !== "") return raw;
    const isAsked = asked.includes(field) && (columns.has(field) || (field === "repaid" && columns.has("repaidPrincipal")));
    return isAsked && !(field === "repaid" && hasAmount) ? leftBlank : null;
  });
}

const said = fields.length - 2;
const lineText = (cells: readonly CellOut[]) =>
  cells
    .slice(0, said)
    .map((cell) => cellText(cellValueOf(cell)))
    .join("|");

function keptLines(grids: readonly Grid[]): readonly (readonly CellOut[])[] {
  const grid = ownTab(grids, "bank-rows");
  const headings = fields.map(headingOf);
  const table = grid && tableIn(grid, headings);
  return (table?.rows ?? [])
    .filter(isFilled)
    .map((row) => headings.map((heading): CellOut => asWritten(row[table?.columnOf(heading) ?? -1])));
}

/** The rows of picked sources that the tab does not hold yet, batch by batch and row by row. */
export function newBankRows(grids: readonly Grid[], sources: readonly BankSource[], on: Day): readonly BankSource[] {
  const known = new Set(keptLines(grids).map(lineText));
  return sources.map((source) => ({
    ...source,
    rows: source.rows.filter((row) => {
      const text = lineText(cellsOf(row, source, on));
      const isNew = !known.has(text);
      known.add(text);
      return isNew;
    }),
  }));
}

/** The tab with the rows that it has and these below them. */
export function bankRowsSheet(grids: readonly Grid[], sources: readonly BankSource[], on: Day): SheetSpec {
  const kept = keptLines(grids);
  const added = sources.flatMap((source) => source.rows.map((row) => cellsOf(row, source, on)));
  const right = fields.length - 1;
  return {
    tab: "bank-rows",
    name: tabNames["bank-rows"],
    tabColor: "2E75B6",
    columns: fields.map((field) => looks[field]),
    rows: [
      [tabNames["bank-rows"]],
      ["选取的银行文件里的流水，按原样登记，金额单位：元；同一批次的同一行再次选取不会重复登记。选错的批次可整行删去。"],
      fields.map(headingOf),
      ...kept,
      ...added,
    ],
    ...registerFrame({ right, count: kept.length + added.length, least: 1, frozen: 2, footer: "仅供县资助中心使用" }),
  };
}
