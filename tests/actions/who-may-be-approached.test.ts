// One answer asked everywhere: lists mark, visits leave out, letters withhold the same people, and what the centre decides is carried on.
import { describe, expect, test } from "@jest/globals";
import { OpenSeason } from "../../src/actions/season";
import { check } from "../../src/actions/check";
import { collect } from "../../src/actions/collect";
import { split } from "../../src/actions/split";
import { day } from "../../src/domain/values/day";
import type { ExampleRow } from "../../src/domain/checking/rule";
import { cellText, type Grid } from "../../src/sheets/grid";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { listFields } from "../../src/sheets/lists/school-list";
import { aBorrower, gridOf } from "../support/builders";
import { RecordingFiles, RecordingWorkbook } from "../support/recording";
import { people } from "../support/standings";

const place = { township: "罕井镇", village: "东街村" };
const table = gridOf("辖区划分(附件2)", [{ school: "罕井镇中心校", schoolCode: "01", township: "罕井镇", liaison: "周同志" }]);
const borrowers = (notes: readonly string[], change: ExampleRow = {}): readonly ExampleRow[] =>
  notes.map((note, who) => {
    const [name, citizenId] = people[who] ?? people[0];
    return aBorrower({
      ...{
        name,
        citizenId,
        contractNo: `6105262014000${who}0`,
        principal: 1000,
        interest: 100,
        due: 1100,
        note,
        phone: `139913${who}0018`,
      },
      ...place,
      ...(who === 1 ? change : {}),
    });
  });

async function splitOn(grids: readonly Grid[], version: number, leavesOut = false) {
  const [workbook, files] = [new RecordingWorkbook(grids), new RecordingFiles()];
  const today = day("2019-12-11");
  const season = await OpenSeason.open(workbook, { clock: today });
  const standings = season.standingsOn(today);
  const outcome = await split.run(season, { workbook, files }, { version, leavesOut });
  const sheets = new Map(
    files.added[0]?.book.sheets.map((sheet) => [sheet.tab, gridOfSpec(sheet, sheet.tab).rows.map((row) => row.map(cellText))]),
  );
  const tabs = ["stop-decisions", "list-versions", "split-list"].flatMap((tab) => {
    const spec = workbook.tabs.get(tab);
    return spec ? [{ ...gridOfSpec(spec, spec.name), ownTab: tab }] : [];
  });
  const hints = (sheets.get("school-list") ?? [])
    .slice(2, -2)
    .map((row) => [row[listFields.indexOf("name")], row[listFields.indexOf("contactHint")] ?? ""]);
  return {
    outcome,
    sheets,
    tabs,
    file: files.added[0]?.book,
    splitList:
      tabs
        .find(({ ownTab }) => ownTab === "split-list")
        ?.rows.slice(2)
        .map((row) => row.map(cellText)) ?? [],
    hints: new Map(hints as [string, string][]),
    stops: new Map([...standings.values()].map((one) => [one.person.name, one.stop])),
  };
}

const dead = "学生已于2018年去世";

describe("who may be approached", () => {
  test("a person whose remark asks for a look is marked, has no prepared visit, and stands in 核实决定 with the words", async () => {
    const { hints, sheets, tabs, stops, outcome } = await splitOn([gridOf("应还名单", borrowers(["", dead])), table], 1);
    expect(stops).toEqual(
      new Map([
        ["李明", undefined],
        ["王晓燕", "to-verify"],
      ]),
    );
    expect(hints).toEqual(
      new Map([
        ["李明", ""],
        ["王晓燕", "待核实，暂勿联系、勿上门"],
      ]),
    );
    expect((sheets.get("school-visits") ?? []).slice(2).flatMap((row) => row[1] || [])).toEqual(["李明"]);
    expect(outcome.reconciled).toBe(true);
    const decisions = tabs.find(({ ownTab }) => ownTab === "stop-decisions");
    expect(decisions?.rows.slice(3).map((row) => row.slice(1, 6).map(cellText))).toEqual([
      ["罕井镇中心校", "王晓燕", dead, "应还名单 第3行"],
    ]);
  });

  test("money that is said to lie in the account since nobody knows when: a finding, a question in 核实决定, and 仍发 settles it", async () => {
    const list = gridOf("应还名单", borrowers(["", ""]));
    const ledger: Grid = {
      ...gridOf("还款台账", []),
      ownTab: "claims",
      rows: [
        ["合同编号", "姓名", "还款状态"],
        ["610526201400010", "王晓燕", "已存待扣"],
      ],
    };
    const first = await splitOn([list, table, ledger], 1);
    expect(first.stops.get("王晓燕")).toBe("to-verify");
    const asked = first.tabs.find(({ ownTab }) => ownTab === "stop-decisions");
    expect(asked?.rows.slice(3).map((row) => row.slice(2, 6).map(cellText))).toEqual([
      ["王晓燕", "已存待扣，没有写日期", "还款台账 第2行"],
    ]);
    const found = OpenSeason.in([list, table, ledger], "b.xlsx", { clock: day("2019-12-11") }).findings;
    expect(found.flatMap(({ rule, sheet, cell, stops }) => (rule === "deposit-undated" ? [[sheet, cell, stops]] : []))).toEqual([
      ["还款台账", "C2", true],
    ]);
    const decided = {
      ...asked!,
      rows: asked!.rows.map((row, at) => (at === 3 ? [...row.slice(0, 5), "仍发", "电话核实没有存", null] : row)),
    };
    expect((await splitOn([list, table, ledger, decided], 2)).stops.get("王晓燕")).toBeUndefined();
  });

  test("an amount that cannot be right: a finding, a question in 核实决定 with the amount, and 仍发 settles that amount and no other", async () => {
    const grids = (principal: number) => [
      gridOf("应还名单", borrowers(["", ""], { principal, due: principal + 100, loanAmount: 5000, balance: principal })),
      table,
    ];
    const first = await splitOn(grids(1_234_567.89), 1);
    expect(first.stops).toEqual(
      new Map([
        ["李明", undefined],
        ["王晓燕", "to-verify"],
      ]),
    );
    const asked = first.tabs.find(({ ownTab }) => ownTab === "stop-decisions");
    expect(asked?.rows.slice(3).map((row) => row.slice(2, 6).map(cellText))).toEqual([
      ["王晓燕", "“应还本金”为 1,234,567.89 元，远超一年的贷款数额", "应还名单 第3行"],
    ]);
    const found = OpenSeason.in(grids(1_234_567.89), "b.xlsx", { clock: day("2019-12-11") }).findings;
    expect(found.flatMap(({ rule, cell, stops }) => (rule === "amount-too-large" ? [[cell, stops]] : []))).toHaveLength(1);
    expect(found.every(({ rule, stops }) => rule !== "amount-too-large" || stops === true)).toBe(true);
    const decided = {
      ...asked!,
      rows: asked!.rows.map((row, at) => (at === 3 ? [...row.slice(0, 5), "仍发", "确实如此", null] : row)),
    };
    const stopAt = async (principal: number) => (await splitOn([...grids(principal), decided], 2)).stops.get("王晓燕");
    expect([await stopAt(1_234_567.89), await stopAt(1_234_568), await stopAt(1000)]).toEqual([undefined, "to-verify", undefined]);
  });

  test("仍发 lifts the stop through two more runs, and new words ask again on a line of their own", async () => {
    const first = await splitOn([gridOf("应还名单", borrowers(["", dead])), table], 1);
    const decided = first.tabs.map((grid) =>
      grid.ownTab === "stop-decisions"
        ? { ...grid, rows: grid.rows.map((row, at) => (at === 3 ? [...row.slice(0, 5), "仍发", "是祖父", null] : row)) }
        : grid,
    );
    const second = await splitOn([gridOf("应还名单", borrowers(["", dead])), table, ...decided], 2);
    expect(second.stops.get("王晓燕")).toBeUndefined();
    expect(second.outcome.files.map(({ changes }) => changes)).toEqual([{ added: 1, withdrawn: 0, changed: 0 }]);
    const third = await splitOn([gridOf("应还名单", borrowers(["", `${dead}，本人住院`])), table, ...second.tabs], 3);
    expect(third.stops.get("王晓燕")).toBe("to-verify");
    expect(third.outcome.files.map(({ changes }) => changes)).toEqual([{ added: 0, withdrawn: 1, changed: 0 }]);
    const lines = third.tabs.find(({ ownTab }) => ownTab === "stop-decisions")?.rows.slice(3);
    expect(lines?.map((row) => row.slice(3, 7).map(cellText))).toEqual([
      [dead, "应还名单 第3行", "仍发", "是祖父"],
      [`${dead}，本人住院`, "应还名单 第3行"],
    ]);
  });

  test("a remark longer than any cell can be decided on too; what is added far behind asks again", async () => {
    const long = "学生已于2018年去世。".repeat(8_000);
    const first = await splitOn([gridOf("应还名单", borrowers(["", long])), table], 1);
    const decided = first.tabs.map((grid) =>
      grid.ownTab === "stop-decisions"
        ? { ...grid, rows: grid.rows.map((row, at) => (at === 3 ? [...row.slice(0, 5), "仍发", "是祖父", null] : row)) }
        : grid,
    );
    const [quoted = ""] = decided.flatMap(({ ownTab, rows }) => (ownTab === "stop-decisions" ? [cellText(rows[3]?.[3])] : []));
    expect([quoted.length, quoted.slice(0, 11), quoted.slice(-8)]).toEqual([1008, "学生已于2018年去世", "…(96000)"]);
    const stopWith = async (note: string) =>
      (await splitOn([gridOf("应还名单", borrowers(["", note])), table, ...decided], 2)).stops.get("王晓燕");
    expect([await stopWith(long), await stopWith(`${long}重病住院`)]).toEqual([undefined, "to-verify"]);
  });

  test("a later list says whom it adds, withdraws and changes against the one before", async () => {
    const before = await splitOn([gridOf("应还名单", borrowers(["", "", ""]).slice(0, 2)), table], 1);
    const now = borrowers([dead, "", ""], { phone: "13991390018" });
    const { outcome, sheets } = await splitOn([gridOf("应还名单", now), table, ...before.tabs], 2);
    expect(outcome.files.map(({ changes }) => changes)).toEqual([{ added: 1, withdrawn: 1, changed: 1 }]);
    expect((sheets.get("list-changes") ?? []).slice(2).map(([kind, who = ""]) => [kind, who.replace(/（.*/, "")])).toEqual([
      ["撤销", "李明"],
      ["新增", "张欣怡"],
      ["变更", "王晓燕"],
    ]);
  });
});

describe("bank batches between two versions of the lists", () => {
  const four = borrowers(["", "", "", ""]);
  const batch = gridOf("扣款结果1", [
    { name: people[0][0], contractNo: "610526201400000", repaid: 1100, repaidOn: "2019-12-05", deductionResult: "成功" },
    { name: people[1][0], contractNo: "610526201400010", repaid: 300, repaidOn: "2019-12-05", deductionResult: "部分" },
    { name: people[2][0], contractNo: "610526201400020", repaid: 1100, repaidOn: "2019-12-05", deductionResult: "余额不足" },
  ]);
  // Before, the third was said to be dead; since then the remark is gone, and the fourth has moved house.
  const earlier = four.map((row, who) => (who === 2 ? { ...row, note: dead } : row));
  const now = four.map((row, who) => (who === 3 ? { ...row, address: "蒲城县罕井镇西街村" } : row));

  test.each([
    [
      "marks",
      false,
      4,
      [
        ["李明", "已还清，不再联系"],
        ["王晓燕", ""],
        ["张欣怡", ""],
        ["刘建国", ""],
      ],
    ],
    [
      "leaves out",
      true,
      3,
      [
        ["王晓燕", ""],
        ["张欣怡", ""],
        ["刘建国", ""],
      ],
    ],
  ] as const)("v2 %s who is settled, and says exactly who was withdrawn, added and changed", async (_, leavesOut, persons, hinted) => {
    const before = await splitOn([gridOf("应还名单", earlier), table], 1);
    const { outcome, sheets, hints, splitList } = await splitOn([gridOf("应还名单", now), table, batch, ...before.tabs], 2, leavesOut);
    expect([...hints].sort()).toEqual([...hinted].map((pair) => [...pair]).sort());
    expect(outcome.files.map((file) => [file.persons, file.changes])).toEqual([[persons, { added: 1, withdrawn: 1, changed: 1 }]]);
    expect((sheets.get("list-changes") ?? []).slice(2).map(([kind, who = "", words]) => [kind, who.replace(/（.*/, ""), words])).toEqual([
      ["撤销", "李明", "已还清，不再联系"],
      ["新增", "张欣怡", "请联系送达"],
      ["变更", "刘建国", "姓名、地址、电话或金额有更正，以本版名单为准"],
    ]);
    expect(
      (sheets.get("school-visits") ?? [])
        .slice(2)
        .flatMap((row) => row[1] || [])
        .sort(),
    ).toEqual(["刘建国", "张欣怡", "王晓燕"]);
    const figures = (label: string) => splitList.find((row) => row[1] === label)?.slice(3, 8);
    const changes = (label: string) => splitList.find((row) => row[1] === label)?.slice(10, 13);
    expect([splitList[0]?.slice(10, 13), changes("罕井镇中心校")]).toEqual([
      ["新增", "撤销", "变更"],
      ["1", "1", "1"],
    ]);
    expect([outcome.leftOut, figures("未列入：已还清"), figures("名单全部"), figures("差额")]).toEqual([
      leavesOut ? [{ reason: "paid", persons: 1, contracts: 1, principal: 100_000, interest: 10_000, due: 110_000 }] : [],
      leavesOut ? ["1", "1", "1000", "100", "1100"] : undefined,
      ["4", "4", "4000", "400", "4400"],
      ["0", "0", "0", "0", "0"],
    ]);
    expect(figures("罕井镇中心校")?.slice(0, 2)).toEqual([String(persons), String(persons)]);
  });

  test("a later version goes on from one that left people out: who has to pay after all is added again", async () => {
    const first = await splitOn([gridOf("应还名单", four), table], 1);
    const second = await splitOn([gridOf("应还名单", four), table, batch, ...first.tabs], 2, true);
    const third = await splitOn([gridOf("应还名单", four), table, ...second.tabs], 3, true);
    expect([second, third].map(({ outcome }) => outcome.files[0]?.changes)).toEqual([
      { added: 0, withdrawn: 1, changed: 0 },
      { added: 1, withdrawn: 0, changed: 0 },
    ]);
  });

  test("a school all of whose people are left out gets no file, and its line says that it must be told", async () => {
    const all = ["0", "1", "2", "3"].map((who) => ({
      contractNo: `6105262014000${who}0`,
      repaid: 1100,
      repaidOn: "2019-12-05",
      deductionResult: "成功",
    }));
    const first = await splitOn([gridOf("应还名单", four), table], 1);
    const { outcome, splitList } = await splitOn([gridOf("应还名单", four), table, gridOf("扣款结果", all), ...first.tabs], 2, true);
    expect([outcome.files, outcome.leftOut.map(({ reason, persons }) => [reason, persons])]).toEqual([[], [["paid", 4]]]);
    expect(splitList.find((row) => row[1] === "罕井镇中心校")?.slice(10)).toEqual([
      ...["0", "4", "0", "0", "0", "周同志", "", "", "", "", ""],
      "这一版没有要联系的人，请告知学校不必再联系",
    ]);
  });

  test("a first version leaves nobody out", async () => {
    const { outcome, splitList } = await splitOn([gridOf("应还名单", four), table, batch], 1, true);
    expect([outcome.leftOut, outcome.files[0]?.persons, splitList[0]]).toEqual([[], 4, expect.not.arrayContaining(["撤销"])]);
  });

  test("rows that the list left out are not missed when it comes back", async () => {
    const first = await splitOn([gridOf("应还名单", four), table], 1);
    const second = await splitOn([gridOf("应还名单", four), table, batch, ...first.tabs], 2, true);
    const returned = {
      name: "交回.xlsx",
      read: () => Promise.resolve((second.file?.sheets ?? []).map((sheet) => gridOfSpec(sheet, sheet.name))),
    };
    const conflictsWith = async (tabs: readonly Grid[]) => {
      const workbook = new RecordingWorkbook([gridOf("应还名单", four), table, batch, ...tabs]);
      const season = await OpenSeason.open(workbook, { clock: day("2019-12-11") });
      const { conflicts } = await collect.run(season, { workbook, files: new RecordingFiles([returned]) });
      return conflicts.map(({ kind, contractNo }) => [kind, contractNo]);
    };
    expect(await conflictsWith(second.tabs)).toEqual([]);
    expect(await conflictsWith(first.tabs)).toEqual([["row-missing", "610526201400000"]]);
  });
});

describe("核实决定 is written by whoever finds somebody to verify", () => {
  const today = day("2019-12-11");
  const linesOf = (workbook: RecordingWorkbook) => {
    const spec = workbook.tabs.get("stop-decisions");
    return (
      spec &&
      gridOfSpec(spec, spec.name)
        .rows.slice(3)
        .map((row) => Array.from({ length: 7 }, (_, at) => cellText(row[at] ?? null)).slice(1))
    );
  };
  const press = async (workbook: RecordingWorkbook, button: "check" | "collect", returned: readonly (readonly Grid[])[] = []) => {
    const season = await OpenSeason.open(workbook, { clock: today });
    const incoming = returned.map((grids, index) => ({ name: `交回${index}.xlsx`, read: () => Promise.resolve(grids) }));
    if (button === "check") return (await check.run(season, { workbook })).tabs;
    return (await collect.run(season, { workbook, files: new RecordingFiles(incoming) })).tabs;
  };

  test("check writes it, keeps what was typed, and takes off who is not in question any more", async () => {
    const workbook = new RecordingWorkbook([gridOf("应还名单", borrowers(["", dead, "重病住院"])), table]);
    expect(await press(workbook, "check")).toEqual(["校验结果", "核实决定"]);
    expect(linesOf(workbook)).toEqual([
      ["罕井镇中心校", "王晓燕", dead, "应还名单 第3行", "", ""],
      ["罕井镇中心校", "张欣怡", "重病住院", "应还名单 第4行", "", ""],
    ]);
    const tab = workbook.tabs.get("stop-decisions")!;
    const decided = new RecordingWorkbook([gridOf("应还名单", borrowers(["", dead, ""])), table]);
    decided.tabs.set("stop-decisions", {
      ...tab,
      rows: tab.rows.map((row, at) => (at === 3 ? [...row.slice(0, 5), "不发", "已核实", null] : row)),
    });
    await press(decided, "check");
    expect(linesOf(decided)).toEqual([["罕井镇中心校", "王晓燕", dead, "应还名单 第3行", "不发", "已核实"]]);
  });

  test("without anybody to verify there is no such tab", async () => {
    const workbook = new RecordingWorkbook([gridOf("应还名单", borrowers(["", ""])), table]);
    expect(await press(workbook, "check")).toEqual(["校验结果"]);
    await press(workbook, "collect");
    expect(linesOf(workbook)).toBeUndefined();
  });

  test("collect asks at once about what a school has just reported, with the place in the register", async () => {
    const workbook = new RecordingWorkbook([gridOf("应还名单", borrowers(["", ""])), table]);
    const { file } = await splitOn(workbook.sheets, 1);
    const grids = (file?.sheets ?? []).map((sheet) => gridOfSpec(sheet, sheet.name));
    const told = grids.map((grid) => {
      if (grid.name !== "催收名单") return grid;
      const [nameAt, noteAt] = [listFields.indexOf("name"), listFields.indexOf("exceptionNote")];
      const withNote = (row: Grid["rows"][number]) =>
        Array.from({ length: listFields.length }, (_, at) => (at === noteAt ? "家长说正在服刑" : (row[at] ?? null)));
      return { ...grid, rows: grid.rows.map((row) => (row[nameAt] === "李明" ? withNote(row) : row)) };
    });
    expect(await press(workbook, "collect", [told])).toContain("核实决定");
    expect(linesOf(workbook)).toEqual([["罕井镇中心校", "李明", "家长说正在服刑", "特殊情况 第4行", "", ""]]);
    const again = await OpenSeason.open(workbook, { clock: today });
    expect([...again.standingsOn(today).values()].map(({ person, stop, stopWords }) => [person.name, stop, stopWords?.[0]?.place])).toEqual(
      [
        ["李明", "to-verify", { sheet: "特殊情况", row: 4 }],
        ["王晓燕", undefined, undefined],
      ],
    );
  });
});
