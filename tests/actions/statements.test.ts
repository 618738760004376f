// Statements: who gets one, that each is one page whatever was written, and that the register of originals loses nothing.
import { expect, test } from "@jest/globals";
import { OpenSeason } from "../../src/actions/season";
import { statements } from "../../src/actions/statements";
import type { ExampleRow } from "../../src/domain/checking/rule";
import { day } from "../../src/domain/values/day";
import { cellText } from "../../src/sheets/grid";
import { pageHeight } from "../../src/sheets/notices/notice-page";
import { pageCount } from "../../src/sheets/notices/notice";
import { cellValueOf } from "../../src/sheets/writing/spec-grid";
import { gridOf, settingsGrid } from "../support/builders";
import { contractOf, feedbackTable } from "../support/feedback-season";
import { dumpSheet } from "../support/dump";
import { expectGolden } from "../support/golden";
import { RecordingFiles, RecordingWorkbook } from "../support/recording";
import { nameOf } from "../support/season-rows";

const today = day("2019-12-12");
const long = "家庭主要劳动力因病卧床，家中还有两位老人和一名在读学生。".repeat(60);

/** The run over a book with these contracts. */
async function made(contracts: readonly ExampleRow[], sheets: readonly ReturnType<typeof gridOf>[] = []) {
  const [workbook, files] = [
    new RecordingWorkbook([settingsGrid(), gridOf("应还名单", contracts, "2019年应还名单"), feedbackTable, ...sheets]),
    new RecordingFiles(),
  ];
  const season = await OpenSeason.open(workbook, { clock: today, today });
  const outcome = await statements.run(season, { workbook, files });
  return { outcome, files: files.added, register: workbook.tabs.get("statement-register"), workbook };
}
const texts = (rows: readonly (readonly unknown[])[]) => rows.flat().map((cell) => cellText(cellValueOf((cell ?? null) as never)));

const cases = [
  contractOf(0, 0, 1000, { exceptionKind: "重病或伤残", exceptionNote: "2019年6月起住院治疗，暂无收入。" }),
  contractOf(2, 0, 1000),
  contractOf(4, 0, 1000, { exceptionKind: "其他", exceptionNote: long }),
  contractOf(4, 1, 2000, { exceptionKind: "失联" }),
  contractOf(1, 0, 1000, { exceptionKind: "现役军人" }),
  contractOf(3, 0, 0, { exceptionKind: "死亡", principal: 0, interest: 0 }),
];

test("everybody with a special case who still owes something has one page, in the school's workbook", async () => {
  const { outcome, files } = await made(cases);
  expect({ files: outcome.files, statements: outcome.statements }).toEqual({
    files: [
      { school: "罕井镇中心校", file: "情况说明_罕井镇中心校.xlsx", statements: 2 },
      { school: "孙镇中心校", file: "情况说明_孙镇中心校.xlsx", statements: 1 },
    ],
    statements: 3,
  });
  for (const [at, { book }] of files.entries()) {
    expect(pageCount(book.sheets)).toBe(outcome.files[at]?.statements);
    for (const { rows, heights, page } of book.sheets) {
      const ends = [...(page?.breaksAfter ?? []), rows.length - 1];
      const sums = ends.map((end, index) => {
        const from = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1;
        return rows.slice(from, end + 1).reduce((sum, _, row) => sum + (heights?.get(from + row) ?? Number.NaN), 0);
      });
      for (const sum of sums) expect(sum).toBeLessThanOrEqual(pageHeight);
    }
  }
});

test("a page reads like this", async () => {
  const { files } = await made(cases.slice(0, 1));
  expectGolden("statement", dumpSheet(files[0]!.book.sheets[0]!));
});

test("a reason that no page has room for ends with a word on where the rest stands", async () => {
  const { files } = await made(cases);
  const said = texts(files[0]!.book.sheets[0]!.rows).filter((text) => text.startsWith("家庭主要劳动力"));
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/（全文见“特殊情况”表）$/);
});

test("the register keeps what the centre typed, and who is no special case any more", async () => {
  const first = await made(cases);
  const filled = {
    ...first.register!,
    rows: first.register!.rows.map((row, at) => (at === 3 ? row.with(5, { day: day("2019-12-16") }).with(6, "第3卷") : row)),
  };
  const workbook = first.workbook;
  workbook.tabs.set("statement-register", filled);
  const left = cases.filter(({ name }) => name !== nameOf(1));
  const sheets = [settingsGrid(), gridOf("应还名单", left, "2019年应还名单"), feedbackTable];
  const again = new RecordingWorkbook(sheets);
  for (const [tab, spec] of workbook.tabs) again.tabs.set(tab, spec);
  const season = await OpenSeason.open(again, { clock: today, today });
  const files = new RecordingFiles();
  await statements.run(season, { workbook: again, files });
  expect(again.tabs.get("statement-register")?.rows).toEqual(filled.rows);
});
