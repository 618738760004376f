// Samples as Script Lab keeps them, written for this test: read, played over the host, and judged.
import { expect, test } from "@jest/globals";
import { play } from "../samples/play";
import { sampleOf } from "../samples/sample";

const yaml = (script: string, { host = "EXCEL", needs = "'1.4'", html = '<button id="go">Go</button>' } = {}): string =>
  [
    "id: own-sample",
    `host: ${host}`,
    "api_set:",
    `    ExcelAPI: ${needs}`,
    "script:",
    "    content: |-",
    ...script.split("\n").map((line) => `        ${line}`),
    "template:",
    `    content: '${html}'`,
  ].join("\n");

async function failureOf(script: string, options?: Parameters<typeof yaml>[1]): Promise<string | undefined> {
  const sample = sampleOf(yaml(script, options));
  return sample && (await play(sample)).failure;
}

const pressed = (body: string): string => `document.getElementById("go").addEventListener("click", async () => {${body}});`;

test("a sample is its script without types, its page and the set it needs", () => {
  const html = '<input id="rows" value="3"><select id="kind"><option>pie</option></select><section><button id="go">Go</button></section>';
  expect(sampleOf(yaml("const count: number = 1;", { html }))).toEqual({
    name: "own-sample",
    needs: 4,
    script: "const count = 1;\n",
    fields: [
      { id: "rows", tag: "input", value: "3", isChecked: false },
      { id: "kind", tag: "select", value: "pie", isChecked: false },
      { id: "go", tag: "button", value: "Go", isChecked: false },
    ],
  });
});

test("what is for another program is no sample", () => expect(sampleOf(yaml("", { host: "WORD" }))).toBeUndefined());

const outcomes: readonly [string, string, string | undefined][] = [
  [
    "runs to its end",
    pressed('await Excel.run(async (context) => { context.workbook.worksheets.add("New"); await context.sync(); });'),
    undefined,
  ],
  ["fails where the script itself is wrong", "nowhere();", "nowhere is not defined"],
  ["fails by what it tells the console", pressed('console.error("no such row");'), "no such row"],
  [
    "fails by the name of what the host lacks",
    pressed("await Excel.run(async (context) => { context.workbook.slicers.getCount(); await context.sync(); });"),
    "ApiNotFound: Workbook.slicers: This host has no such member: Workbook.slicers",
  ],
];

test.each(outcomes)("a sample that %s", async (_, script, failure) => expect(await failureOf(script)).toBe(failure));
