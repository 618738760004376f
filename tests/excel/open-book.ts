// Books for the tests of the Excel adapter: the genuine office.js over the embedded host.
import { columnIndex } from "../../src/sheets/grid";
import { type ExcelHost as Adapter, officeHost } from "../../src/excel/host";
import { ExcelWorkbook } from "../../src/excel/excel-workbook";
import { ExcelHost } from "../../src/workbench/host/excel-host";
import { newTable } from "../../src/workbench/host/model/attachments";
import { Book } from "../../src/workbench/host/model/book";
import { type OfficeClient, officeClient } from "../support/office-client";
import { type PersonalSheet } from "../contract/workbook.contract";

/** An open book with the client that reached it. */
export interface OpenBook {
  readonly client: OfficeClient;
  readonly workbook: ExcelWorkbook;
  readonly host: Adapter;
}

/** The sheets as a person would have typed them; IDs and numbers as they are given. */
async function fill(client: OfficeClient, sheets: readonly PersonalSheet[]): Promise<void> {
  await client.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const [first] = sheets;
    if (first) worksheets.getItem("Sheet1").name = first.name;
    for (const { name, rows, formulas = {} } of sheets) {
      const sheet = name === first?.name ? worksheets.getItem(name) : worksheets.add(name);
      const width = Math.max(0, ...rows.map((row) => row.length));
      if (width === 0) continue;
      const values = rows.map((row) => Array.from({ length: width }, (_, column) => typed(row[column])));
      sheet.getRangeByIndexes(0, 0, rows.length, width).values = values;
      for (const [cell, formula] of Object.entries(formulas)) sheet.getRange(cell).values = [[`=${formula}`]];
    }
    await context.sync();
  });
}

function typed(value: string | number | undefined): string | number {
  return typeof value === "string" ? `'${value}` : (value ?? "");
}

/** The Excel of a client, for the adapter; it pauses no longer than it must. */
export function adapterOf(client: OfficeClient, options: Partial<Adapter> = {}): Adapter {
  return {
    ...officeHost(),
    context: () => new client.Excel.RequestContext(),
    document: () => client.Office.context.document,
    hasSet: (version) => client.Office.context.requirements.isSetSupported("ExcelApi", version),
    pause: () => Promise.resolve(),
    ...options,
  };
}

/** A book with these sheets, and nothing measured yet. */
export async function openBook(sheets: readonly PersonalSheet[], options: Partial<Adapter> = {}, requirements = "1.9"): Promise<OpenBook> {
  const excel = new ExcelHost(new Book("回收.xlsx"));
  const client = await officeClient({ host: excel, requirements: { ExcelApi: requirements } });
  await fill(client, sheets);
  const host = adapterOf(client, options);
  excel.book.sheets.forEach((sheet, index) => {
    const [, left = "", top = "", right = "", bottom = ""] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(sheets[index]?.table ?? "") ?? [];
    if (left === "") return;
    const area = { left: columnIndex(left), top: Number(top) - 1, right: columnIndex(right), bottom: Number(bottom) - 1 };
    sheet.tables.push({ ...newTable({ id: `table${index}`, name: `表${index}`, area, hasHeaders: true }), showTotals: true });
  });
  return { client, host, workbook: await ExcelWorkbook.open(host) };
}
