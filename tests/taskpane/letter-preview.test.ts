// Letters before they are printed: the preview is the sheet that prints, piece for piece, and leads to the hard cases.
import { expect, test } from "@jest/globals";
import { notices } from "../../src/actions/notices";
import { OpenSeason } from "../../src/actions/season";
import { day } from "../../src/domain/values/day";
import { groupedYuan } from "../../src/domain/values/money";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { cellText } from "../../src/sheets/grid";
import type { CellOut } from "../../src/sheets/writing/spec";
import { cellValueOf } from "../../src/sheets/writing/spec-grid";
import { textLines } from "../../src/sheets/writing/text-lines";
import { letterPreview } from "../../src/taskpane/engine/letter-preview";
import { letterCases } from "../../src/taskpane/engine/letter-wish";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { gridOf, settingsGrid } from "../support/builders";
import { contractOf, feedbackTable } from "../support/feedback-season";
import { RecordingFiles, RecordingWorkbook } from "../support/recording";

const today = day("2019-12-22");
const bytes = await writeBook(countyBook(sampleCounty({ persons: 80, seed: 7 })));
const { grids } = await readBook(bytes, "回收.xlsx");
const season = OpenSeason.in(grids, "回收.xlsx", { clock: today, today });

const printedText = (cell: CellOut) =>
  typeof cell === "string"
    ? cell
    : cell !== null && typeof cell === "object" && "fen" in cell
      ? groupedYuan(cell.fen)
      : cellText(cellValueOf(cell));

test("letter after letter, the preview has the text of the sheets that print, in their order", async () => {
  const files = new RecordingFiles();
  const outcome = await notices.run(season, { workbook: new RecordingWorkbook(grids), files });
  const onPaper = files.added
    .flatMap(({ book }) => book.sheets.filter(({ tab }) => tab === "notices"))
    .flatMap(({ rows }) => rows.flat().map((cell) => printedText(cell ?? null)))
    .filter(Boolean);
  const shown = Array.from({ length: outcome.notices }, (_, at) => letterPreview(season, { at }));
  expect(shown.map(({ letter, total }) => [letter?.at, total])).toEqual(shown.map((_, at) => [at, outcome.notices]));
  const pieces = shown.flatMap(({ letter }) => letter?.pages.flatMap(({ pieces }) => pieces) ?? []);
  const text = (parts: readonly string[]) => parts.join("").replace(/\n/g, "");
  expect(text(pieces.flatMap(({ lines }) => lines))).toBe(text(onPaper));
  const blanks = "\u3000\u3000";
  expect(pieces.some(({ lines }) => lines[0]?.startsWith(`${blanks}您好`))).toBe(true);
  expect(pieces.filter(({ lines }) => /^\d{4}-\d/.test(lines[0] ?? "") && lines.length > 1)).toEqual([]);
  const a4 = { width: 595, height: 842 };
  expect(pieces.filter(({ x, y, width, height }) => x < 0 || y < 0 || x + width > a4.width || y + height > a4.height)).toEqual([]);
});

test.each(letterCases)("%s leads to the same letter each time, and that is such a letter", (like) => {
  const { letter } = letterPreview(season, { like });
  expect(letter).toEqual(letterPreview(season, { at: letter?.at ?? -1 }).letter);
  const person = season.index.personPrinted(letter?.number);
  const standing = person && season.standingsOn(today).get(person.key);
  const all = Array.from({ length: letterPreview(season, { at: 0 }).total }, (_, at) => letterPreview(season, { at }).letter);
  const most = Math.max(...all.map((own) => season.index.personPrinted(own?.number)?.loans.length ?? 0));
  const isSuch = {
    longest: () => (letter?.pages.length ?? 0) > 0,
    "most-contracts": () => person?.loans.length === most,
    "zero-principal": () => person?.loans.every(({ values }) => values.principal === 0),
    "partly-paid": () => (standing?.repaid ?? 0) > 0,
  };
  expect(isSuch[like]()).toBe(true);
});

test("a person is found by a part of the name or number, again the next one, and nobody is said to be nobody", () => {
  const first = letterPreview(season, { at: 3 }).letter;
  expect(letterPreview(season, { text: ` ${first?.number.toLowerCase()} `, after: 10 }).letter).toEqual(first);
  const one = letterPreview(season, { text: "-", after: 0 }).letter;
  expect([one?.at, letterPreview(season, { text: "-", after: one?.at ?? 0 }).letter?.at]).toEqual([1, 2]);
  expect(letterPreview(season, { text: "查无此人", after: 0 }).letter).toBeUndefined();
});

test.each([
  ["", 8, [""]],
  ["最迟于2019年12月20日还清", 8, ["最迟于2019年12", "月20日还清"]],
  ["甲乙\n丙", 8, ["甲乙", "丙"]],
  ["一二三四，五", 4, ["一二三", "四，五"]],
])("%j in lines of %i characters", (text, characters, lines) => {
  expect(textLines(text, characters)).toEqual(lines);
});

test("the statements that print are previewed a page each; where there are none, there is nothing to see", () => {
  const cases = [
    contractOf(0, 0, 1000, { exceptionKind: "重病或伤残", exceptionNote: "住院治疗" }),
    contractOf(2, 0, 1000),
    contractOf(4, 0, 1000, { exceptionKind: "失联" }),
  ];
  const special = OpenSeason.in([settingsGrid(), gridOf("应还名单", cases, "2019年应还名单"), feedbackTable], "回收.xlsx", {
    clock: today,
    today,
  });
  const pages = letterPreview(special, { form: "statements" }).letter?.pages ?? [];
  expect(
    pages.map(({ pieces }) =>
      pieces
        .flatMap(({ lines }) => lines)
        .join("")
        .includes("住院治疗"),
    ),
  ).toEqual([true, false]);
  expect(letterPreview(season, { form: "statements" }).letter).toBeUndefined();
});
