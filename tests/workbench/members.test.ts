// The table of what the host can do: every line in it is a member that Office.js documents.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ExcelHost } from "../../src/workbench/host/excel-host";
import { expectDocument } from "../support/golden";
import { type OfficeClient, officeClient } from "../support/office-client";

let client: OfficeClient;
beforeAll(async () => {
  client = await officeClient();
});
afterAll(() => client.close());

/** Members of the client's own making, which Microsoft does not document. */
const ownToTheClient = ["Service.notifyActionHandlerReady()", "Workbook.createAndOpenWorkbook()"];

const kindsOf = ({ Excel }: OfficeClient) => Excel as unknown as Readonly<Record<string, { readonly prototype: object } | undefined>>;

test("every member of the host is one that the genuine client has", () => {
  const kinds = kindsOf(client);
  const unknown = ExcelHost.members.filter((member) => {
    const [kind = "", name = ""] = member.replace("()", "").split(".");
    const documented = kinds[kind]?.prototype;
    return !ownToTheClient.includes(member) && !(documented && name in documented);
  });
  expect(unknown).toEqual([]);
});

/** What every object of the client has, whatever it stands for. */
const common =
  /^(?:_|m_|toJSON$|set$|retrieve$|ensureUnchanged$|constructor$|context$|items$|setMockData$|update$|load$|isNull|untrack$|track$)/;

test("the documentation lists what works and what does not", () => {
  const kinds = kindsOf(client);
  const works = new Map<string, string[]>();
  for (const member of ExcelHost.members.filter((one) => !ownToTheClient.includes(one))) {
    const [kind = "", name = ""] = member.split(".");
    works.set(kind, [...(works.get(kind) ?? []), name]);
  }
  const lines = [...works].map(([kind, members]) => {
    const here = new Set(members.map((name) => name.replace("()", "")));
    const missing = Object.getOwnPropertyNames(kinds[kind]?.prototype ?? {}).filter((name) => !common.test(name) && !here.has(name));
    return `| ${kind} | ${members.join(", ")} | ${missing.sort().join(", ")} |`;
  });
  const count = [...works.values()].flat().length;
  expectDocument(
    "excel-members.md",
    [
      "# What the Excel stand-in can do",
      "",
      `Made by \`UPDATE_GOLDEN=1 npm run jest -- tests/workbench/members\`: ${count} members of ${works.size} kinds of object work.`,
      "A member that does not, and every kind that is not listed, fails by its name with `ApiNotFound`. `workbook.functions` has every function that formulas have.",
      "",
      "| kind | works | fails by name |",
      "| --- | --- | --- |",
      ...lines,
      "",
    ].join("\n"),
  );
});

test("nothing is listed twice", () => {
  expect(new Set(ExcelHost.members).size).toBe(ExcelHost.members.length);
});

test("a workbook of its own is opened in another window", async () => {
  await client.Excel.createWorkbook("UEsDBA==");
  expect(client.host.book.openedWorkbooks).toEqual(["UEsDBA=="]);
});
