// The project's own papers in docs/: what the code cites stands there, and what the code counts, refuses and dates is explained there.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { run } from "../src/cli/program";
import { conflictKinds } from "../src/domain/returns/conflict";
import { type Day, day, addDays } from "../src/domain/values/day";
import { seasonDates } from "../src/domain/record/season";
import { measures } from "../src/domain/standing/tally";
import { paneZhCN } from "../src/i18n/pane-zh-CN";
import { ribbonWords } from "../src/i18n/ribbon";
import { seasonOf, settingPairs } from "../src/sheets/reading/read-settings";
import { bridgeWords } from "../src/sheets/rollups/rollup-words";

const folder = (name: string) =>
  readdirSync(name, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:ts|mjs|scss|html)$/.test(file))
    .map((file) => join(name, file));
const papers = ["README.md", ...readdirSync("docs").map((file) => join("docs", file))].filter((file) => file.endsWith(".md"));
const sources = [...folder("src"), ...folder("tests")].filter((file) => file !== join("tests", "docs.test.ts"));
const textOf = (file: string) => readFileSync(file, "utf8");

/** Whether a paper has a section (§6.1) or an entry (D11) of this number. */
function has(paper: string, number: string): boolean {
  const lines = textOf(paper).split("\n");
  return number.startsWith("§")
    ? lines.some((line) => line.startsWith("#") && line.replace(/^#+ /, "").startsWith(`${number.slice(1)} `))
    : lines.some((line) => line.startsWith(`- **${number}** `));
}

const citation = /docs\/[\w.-]+\.\w+/g;
const numbers = /^`?,?(?:[ ,]+(?:§\d+(?:\.\d+)*|[RDT]\d+)(?!\w))+/;

/** The citations in a text that lead nowhere. */
function broken(text: string): readonly string[] {
  return [...text.matchAll(citation)].flatMap((found) => {
    const [paper] = found;
    if (!existsSync(paper)) return [paper];
    const cited = numbers.exec(text.slice(found.index + paper.length))?.[0].match(/§[\d.]*\d|[RDT]\d+/g) ?? [];
    return cited.filter((number) => !has(paper, number)).map((number) => `${paper} ${number}`);
  });
}

describe("citations", () => {
  test("a citation of a paper, a section or a number that is not there is found", () => {
    const text = "docs/facts.md D11, D51 and docs/facts.md §6.1, §6.9; (docs/none.md D1), `docs/requirements.md` R99, docs/letter.png";
    expect(broken(text)).toEqual(["docs/facts.md D51", "docs/facts.md §6.9", "docs/none.md", "docs/requirements.md R99"]);
  });

  test.each([...sources, ...papers].filter((file) => /docs\//.test(textOf(file))))("every citation in %s leads somewhere", (file) => {
    expect(broken(textOf(file))).toEqual([]);
  });

  test("no paper is cited that the repository lacks", () => {
    const strangers = sources.flatMap((file) => (/domain\.md/.test(textOf(file)) ? [file] : []));
    expect(strangers).toEqual([]);
  });

  test("every behaviour of Excel that is relied on names tests that are there", () => {
    const rows = textOf(join("docs", "excel.md"))
      .split("\n")
      .filter((line) => /^\| (?!behaviour|---)/.test(line));
    const [cited, without] = [rows.map((row) => row.match(/tests\/[\w./-]+\.ts/g) ?? []), rows.filter((row) => !/tests\//.test(row))];
    expect(cited.flat().filter((file) => !existsSync(file))).toEqual([]);
    expect(without.every((row) => row.includes("not by a test of its own"))).toBe(true);
    expect(rows.every((row) => row.split("|").length === 6)).toBe(true);
  });

  test("every break that the sample plants is described under its number", () => {
    const planted = folder(join("src", "sample")).flatMap((file) =>
      [...textOf(file).matchAll(/"(D\d{1,2})"/g)].map(([, code = ""]) => code),
    );
    expect(planted.length).toBeGreaterThan(100);
    expect([...new Set(planted)].filter((code) => !has("docs/facts.md", code))).toEqual([]);
  });

  test.each([
    ["docs/requirements.md", "R", 57],
    ["docs/facts.md", "D", 50],
    ["docs/facts.md", "T", 13],
  ])("%s has every number from %s1 to %s once", (paper, letter, last) => {
    const found = [...textOf(paper).matchAll(new RegExp(`^- \\*\\*${letter}(\\d+)\\*\\* `, "gm"))].map(([, number]) => Number(number));
    expect(found).toEqual(Array.from({ length: last }, (_, index) => index + 1));
  });
});

const textOfSection = (paper: string, number: string) =>
  textOf(paper)
    .split(/^## /m)
    .find((part) => part.startsWith(`${number} `)) ?? "";

/** The rows of a section's table that are about something in the code, without their headings. */
function rowsOf(paper: string, number: string): readonly (readonly string[])[] {
  const rows = textOfSection(paper, number)
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  return rows.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`(.*)`$/, "$1")),
  );
}

describe("docs/definitions.md", () => {
  test("every figure of a tally and every kind of conflict is explained", () => {
    expect([...measures, ...conflictKinds].filter((name) => !textOf("docs/definitions.md").includes(`\`${name}\``))).toEqual([]);
  });

  test("the bridge is explained step by step, in the words of the tabs", () => {
    expect(Object.fromEntries(rowsOf("docs/definitions.md", "6"))).toEqual(bridgeWords);
  });

  test("every reason not to approach somebody is explained, in the words of the pane", () => {
    const words = Object.entries(paneZhCN).flatMap(([key, word]) => (key.startsWith("stop.") ? [[key.slice("stop.".length), word]] : []));
    expect(Object.fromEntries(rowsOf("docs/definitions.md", "8"))).toEqual(Object.fromEntries(words));
  });
});

test("docs/commands.md has a heading for every command of the program", async () => {
  let help = "";
  await run(["--help"], { out: (text) => (help += text), err: () => undefined, now: () => new Date() });
  const commands = [...help.matchAll(/^ {2}([a-z]+) (?:\[|<| )/gm)].map(([, name = ""]) => name);
  const headings =
    textOf("docs/commands.md")
      .match(/^## .*/gm)
      ?.join("\n") ?? "";
  expect(commands).toEqual(expect.arrayContaining(["check", "sample"]));
  expect(commands.filter((name) => !new RegExp(`\\b${name}\\b`).test(headings))).toEqual([]);
});

describe("docs/calendar.md", () => {
  const dated = rowsOf("docs/calendar.md", "1");

  test("has the dates of the notice", () => {
    expect(Object.fromEntries(dated.map(([key, , on]) => [key, on]))).toEqual(seasonDates(2019));
  });

  test("names every date as 设置 may name it", () => {
    const later = (on: string): Day => addDays(day(on), 1);
    const rows = dated.map(([, name = "", on = ""]) => [name, later(on)]);
    const pairs = settingPairs({ name: "设置", visibility: "visible", rows, merges: [], hiddenRows: [], hiddenColumns: [] });
    const season = pairs && seasonOf(pairs, { clock: day("2019-11-18"), year: 2019 });
    expect(season?.dates).toEqual(Object.fromEntries(Object.entries(seasonDates(2019)).map(([key, on]) => [key, later(on)])));
  });

  test("tells of every button", () => {
    const told = textOf("docs/calendar.md");
    const labels = Object.entries(ribbonWords["zh-CN"].buttons).flatMap(([id, { label }]) => (id === "pane" ? [] : [label]));
    expect(labels.filter((label) => !told.includes(`**${label}**`))).toEqual([]);
  });
});
