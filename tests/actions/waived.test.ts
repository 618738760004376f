// Waived people are no debtors: no letter, no visit, a step of the bridge of their own, and every sum still adds up.
import { describe, expect, test } from "@jest/globals";
import { feedback } from "../../src/actions/feedback";
import { notices } from "../../src/actions/notices";
import { OpenSeason } from "../../src/actions/season";
import { rollup } from "../../src/actions/rollup";
import { split } from "../../src/actions/split";
import { bridgeOf } from "../../src/domain/standing/bridge";
import { day } from "../../src/domain/values/day";
import type { ExampleRow } from "../../src/domain/checking/rule";
import { cellText, type Grid } from "../../src/sheets/grid";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { aBorrower, gridOf, settingsGrid } from "../support/builders";
import { RecordingFiles, RecordingWorkbook } from "../support/recording";
import { people } from "../support/standings";

const table = gridOf("辖区划分(附件2)", [{ school: "罕井镇中心校", schoolCode: "01", township: "罕井镇", liaison: "周同志" }]);
const nothing = { principal: 0, interest: 0, due: 0 };

/** A book with one person for each of these rows. */
function bookOf(rows: readonly ExampleRow[], lines: Readonly<Record<string, string | number>> = {}): readonly Grid[] {
  const borrowers = rows.map((row, who) => {
    const [name, citizenId] = people[who] ?? people[0];
    const gender = Number(citizenId[16]) % 2 === 1 ? "男" : "女";
    return aBorrower({ name, citizenId, gender, contractNo: `6105262014000${who}0`, phone: `139913${who}0018`, ...row });
  });
  return [settingsGrid(lines), gridOf("应还名单", borrowers), table];
}

async function run(rows: readonly ExampleRow[], lines: Readonly<Record<string, string | number>> = {}) {
  const grids = bookOf(rows, lines);
  const [workbook, files] = [new RecordingWorkbook(grids), new RecordingFiles()];
  const season = await OpenSeason.open(workbook, { clock: day("2019-12-11") });
  const outcome = await notices.run(season, { workbook, files });
  const standings = season.standingsOn(season.today);
  const letters = files.added.flatMap(({ name, book }) =>
    name.startsWith("催收通知书") ? book.sheets.flatMap((sheet) => gridOfSpec(sheet, sheet.name).rows.flat().map(cellText)) : [],
  );
  return {
    ...{ season, workbook, grids },
    withheld: Object.fromEntries(outcome.withheld.map(({ name, reason }) => [name, reason])),
    letters,
    findings: season.check.findings.map(({ rule, cell, stops }) => [rule, cell, ...(stops ? ["stops"] : [])]),
    bridge: bridgeOf(standings.values()).map(({ step, persons, amount }) => [step, persons, amount]),
  };
}

const season2025 = { 年度: 2025, 今天: "2025-12-11", 应还日: "2025-12-20", 名单下发: "2025-11-20" };
const of2025 = { dueDate: "2025-12-20" };

describe("waived", () => {
  test.each<[string, ExampleRow, Readonly<Record<string, string | number>>]>([
    ["by a remark", { note: "本年利息已免除" }, {}],
    ["by its column", { waiver: "免息" }, {}],
    ["as a debt by its column", { waiver: "已减免" }, {}],
    ["by 设置", {}, { 免息: "是" }],
    ["by the policy of 2025", of2025, season2025],
  ])("%s: withheld as waived, and in the bridge apart from those who owe nothing otherwise", async (_, row, lines) => {
    const other = "年度" in lines ? of2025 : {};
    const { withheld, bridge, letters } = await run(
      [{ ...row, ...nothing }, { ...other, ...nothing, balance: 0, graduation: "2017-07" }, other],
      {
        ...lines,
      },
    );
    const isOwing = !letters.every((text) => text === "");
    expect([withheld, isOwing, bridge]).toEqual([
      { 李明: "waived", 王晓燕: "nothing-due", ...("免息" in lines ? { 张欣怡: "data-error" } : {}) },
      !("免息" in lines),
      [
        ["list", 3, 149_400],
        ["nothing-due", 1, 0],
        ["waived", 1, 0],
        ["settled-early", 0, 0],
        ["settled-deducted", 0, 0],
        ["part-repaid", 0, 0],
        ["excused", 0, 0],
        ["in-transit", 0, 0],
        ["open", 1, 149_400],
      ],
    ]);
  });

  test("policy that nobody has confirmed waives nobody, and says nothing in letters", async () => {
    const lines = { 年度: 2024, 今天: "2024-12-11", 应还日: "2024-12-20", 名单下发: "2024-11-20" };
    const { withheld, letters } = await run(
      [
        { dueDate: "2024-12-20", ...nothing },
        { dueDate: "2024-12-20", interest: 0, due: 1200 },
      ],
      lines,
    );
    expect([withheld, letters.filter((text) => /免/.test(text.replace("以免", "")))]).toEqual([{ 李明: "nothing-due" }, []]);
  });

  test("不减免 in the column goes before remark, 设置 and policy", async () => {
    const { withheld } = await run([{ ...of2025, ...nothing, waiver: "否", note: "本年免息" }], { ...season2025, 免息: "是" });
    expect(withheld).toEqual({ 李明: "nothing-due" });
  });

  test("whoever owes principal without interest gets a letter that says why", async () => {
    const { withheld, letters } = await run([{ interest: 0, due: 1200, note: "利息已免除" }]);
    expect([withheld, letters.some((text) => text.includes("今年应还利息已免除，只需归还本金。"))]).toEqual([{}, true]);
  });
});

describe("a waiver that the amounts deny", () => {
  test("by its column or by 设置 is an error, and the person is held back", async () => {
    const byColumn = await run([{ waiver: "免息" }]);
    const bySetting = await run([{}], { 免息: "是" });
    expect([byColumn.withheld, byColumn.findings]).toEqual([{ 李明: "data-error" }, [["waived-but-due", "L2"]]]);
    expect([bySetting.withheld, bySetting.findings]).toEqual([{ 李明: "data-error" }, [["interest-though-waived", "L2"]]]);
  });

  test("by a remark waits for the centre's word in 核实决定", async () => {
    const { withheld, findings, season, workbook } = await run([{ note: "贷款已代偿" }]);
    await split.run(season, { workbook, files: new RecordingFiles() }, { version: 1 });
    const asked = workbook.tabs.get("stop-decisions");
    expect([withheld, findings]).toEqual([{ 李明: "to-verify" }, [["note-waived-but-due", "X2", "stops"]]]);
    expect(asked?.rows.slice(3).map((row) => [row[2], row[3]])).toEqual([["李明", "贷款已代偿"]]);
  });

  test("by the year's policy is a question, once a sheet", async () => {
    const { withheld, findings } = await run([of2025, of2025], season2025);
    expect([withheld, findings.filter(([rule]) => /relief|waived/.test(String(rule)))]).toEqual([{}, [["interest-in-relief-year", "L2"]]]);
  });
});

test("roll-ups, lists and feedback hold a waived person and still add up", async () => {
  const { season, grids } = await run([{ ...nothing, note: "本年免息" }, {}, { ...nothing, waiver: "免息" }]);
  const ports = { workbook: new RecordingWorkbook(grids), files: new RecordingFiles() };
  const { county } = await rollup.run(season, ports);
  const { files } = await feedback.run(season, ports);
  const lists = await split.run(season, ports, { version: 1 });
  expect([county.persons, county.due, files.map(({ withdrawn, unpaid, newlyPaid }) => [withdrawn, unpaid, newlyPaid])]).toEqual([
    3,
    149_400,
    [[2, 1, 0]],
  ]);
  expect(lists.files.map(({ persons, due }) => [persons, due])).toEqual([[3, 149_400]]);
});
