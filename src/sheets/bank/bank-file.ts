// A bank's file that was picked (扣款结果, 提前还款, 支付宝, POS 流水): told from a school's workbook by its columns, never by its name.
import type { FieldId, SheetRow } from "../../domain/record/field";
import { cellText, type Grid } from "../grid";
import type { TablesOf } from "../reading/read-sheet";
import type { SheetReading } from "../reading/reading";

/** The rows of one table of payments. */
export interface BankSource {
  /** The file, and its sheet where the file has several. */
  readonly name: string;
  /** When the bank exported it, as it says itself above the table; "" where it does not. */
  readonly exported: string;
  readonly columns: ReadonlySet<FieldId>;
  readonly rows: readonly SheetRow[];
}

const exportWords = /(?:导出|打印|查询|下载|生成|制表|制单)(?:时间|日期)\s*[:：]?\s*(.*)$/;
const moment = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s*(\d{1,2}:\d{2})(?::\d{2})?)?/;

/** When a table was exported, as the lines above it say. */
export function exportedIn({ grid, headerRow }: Pick<SheetReading, "grid" | "headerRow">): string {
  for (const row of grid.rows.slice(0, Math.max(0, headerRow - 1))) {
    const texts = row.map(cellText);
    const at = texts.findIndex((text) => exportWords.test(text));
    if (at < 0) continue;
    const said = [exportWords.exec(texts[at] ?? "")?.[1] ?? "", ...texts.slice(at + 1)].join(" ");
    const [, year, month = "", date = "", time] = moment.exec(said) ?? [];
    if (year) return `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}${time === undefined ? "" : ` ${time.padStart(5, "0")}`}`;
  }
  return "";
}

/** The payments of a file; undefined for a file that lists borrowers, or bears our numbers, and so is no bank's. */
export function bankSources(file: string, grids: readonly Grid[], read: TablesOf): readonly BankSource[] | undefined {
  if (grids.some(({ ownTab }) => ownTab)) return undefined;
  const readings = grids.flatMap(read);
  const payments = readings.filter(({ kind, columns, rows }) => kind === "repayments" && !columns.has("rowKey") && rows.length > 0);
  if (payments.length === 0 || readings.some(({ kind, columns }) => kind === "borrowers" || columns.has("rowKey"))) return undefined;
  return payments.map((reading, index) => {
    const { name, columns, rows } = reading;
    const isFirst = payments.findIndex((other) => other.name === name) === index;
    const sheet = isFirst ? name : `${name}(${index + 1})`;
    return {
      name: payments.length === 1 ? file : `${file}/${sheet}`,
      exported: exportedIn(reading),
      columns: new Set(columns.keys()),
      rows,
    };
  });
}
