// A backup of the open book: Office hands its file over in slices, and it reads as the book does.
import { expect, test } from "@jest/globals";
import { ExcelWorkbook } from "../../src/excel/excel-workbook";
import { bytesOfBook } from "../../src/workbench/book-files";
import { ExcelHost } from "../../src/workbench/host/excel-host";
import { sampleBook } from "../../src/workbench/sample-book";
import { readBook } from "../../src/xlsx/read-book";
import { officeClient } from "../support/office-client";
import { adapterOf } from "./open-book";

async function opened() {
  const host = new ExcelHost(sampleBook("回收.xlsx", 12));
  const client = await officeClient({ host });
  return { client, host, workbook: await ExcelWorkbook.open(adapterOf(client)) };
}

test("the file is the book as it stands, however many slices it takes and however often it is asked for", async () => {
  const { client, host, workbook } = await opened();
  const padding = new Uint8Array(9 << 20).fill(7);
  host.fileOf = async (book) => new Uint8Array([...(await bytesOfBook(book))]);
  for (let time = 0; time < 3; time++) {
    const { grids } = await readBook(await workbook.bytes(), "备份.xlsx");
    expect(grids.map(({ name, rows }) => [name, rows])).toEqual((await workbook.read()).map(({ name, rows }) => [name, rows]));
  }
  host.fileOf = async () => padding;
  expect(Buffer.compare(await workbook.bytes(), padding)).toBe(0);
  client.close();
});

test("where Office does not hand it over, that is said as a refusal", async () => {
  const { client, workbook } = await opened();
  await expect(workbook.bytes()).rejects.toMatchObject({ code: "not-readable" });
  client.close();
});
