// The table of what the host can do: every line in it is a member that Office.js documents.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ExcelHost } from "../../src/workbench/host/excel-host";
import { type OfficeClient, officeClient } from "../support/office-client";

let client: OfficeClient;
beforeAll(async () => {
  client = await officeClient();
});
afterAll(() => client.close());

/** Members of the client's own making, which Microsoft does not document. */
const ownToTheClient = ["Service.notifyActionHandlerReady()", "Workbook.createAndOpenWorkbook()"];

test("every member of the host is one that the genuine client has", () => {
  const kinds = client.Excel as unknown as Record<string, { readonly prototype: object }>;
  const unknown = ExcelHost.members.filter((member) => {
    const [kind = "", name = ""] = member.replace("()", "").split(".");
    return !ownToTheClient.includes(member) && !(kinds[kind] && name in kinds[kind].prototype);
  });
  expect(unknown).toEqual([]);
});

test("nothing is listed twice", () => {
  expect(new Set(ExcelHost.members).size).toBe(ExcelHost.members.length);
});

test("a workbook of its own is opened in another window", async () => {
  await client.Excel.createWorkbook("UEsDBA==");
  expect(client.host.book.openedWorkbooks).toEqual(["UEsDBA=="]);
});
