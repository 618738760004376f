// The office's own letter: the template tab, what stops it, which letters are printed, and what is remembered of it.
import { describe, expect, test } from "@jest/globals";
import { type NoticeChoice } from "../../src/actions/notice-choice";
import { notices } from "../../src/actions/notices";
import { OpenSeason } from "../../src/actions/season";
import type { ExampleRow } from "../../src/domain/checking/rule";
import { parseNoticeNumber, printNoticeNumber } from "../../src/domain/identity/notice-number";
import { day } from "../../src/domain/values/day";
import { cellText } from "../../src/sheets/grid";
import { fieldWords } from "../../src/sheets/notices/notice-template";
import { wordsFor } from "../../src/sheets/notices/paper-texts";
import type { CellOut } from "../../src/sheets/writing/spec";
import { cellValueOf } from "../../src/sheets/writing/spec-grid";
import { gridOf, settingsGrid } from "../support/builders";
import { contractOf, feedbackTable } from "../support/feedback-season";
import { RecordingFiles, RecordingWorkbook } from "../support/recording";
import { nameOf } from "../support/season-rows";

const people = [0, 1, 2, 3, 4].map((n) => contractOf(n, 0, 1000 + n));

/** A book whose tabs of ours stay while the list changes. */
class Office {
  tabs: RecordingWorkbook["tabs"] = new Map();

  async print(on: string, choice: NoticeChoice = {}, contracts: readonly ExampleRow[] = people) {
    const sheets = [settingsGrid({ 咨询电话: "0913-7200000" }), gridOf("应还名单", contracts, "2019年应还名单"), feedbackTable];
    const [workbook, files] = [new RecordingWorkbook(sheets), new RecordingFiles()];
    for (const [tab, spec] of this.tabs) workbook.tabs.set(tab, spec);
    const today = day(on);
    const season = await OpenSeason.open(workbook, { clock: today, today });
    const outcome = await notices.run(season, { workbook, files }, choice);
    this.tabs = workbook.tabs;
    const letters = files.added.flatMap(({ book }) => book.sheets.filter(({ tab }) => tab === "notices"));
    return { outcome, texts: letters.flatMap(({ rows }) => rows.flat().map((cell) => cellText(cellValueOf(cell ?? null)))) };
  }

  /** The texts of one of the further papers, which is a page. */
  async paper(tab: string, choice: NoticeChoice) {
    const sheets = [settingsGrid({ 咨询电话: "0913-7200000" }), gridOf("应还名单", people, "2019年应还名单"), feedbackTable];
    const [workbook, files] = [new RecordingWorkbook(sheets), new RecordingFiles()];
    for (const [own, spec] of this.tabs) workbook.tabs.set(own, spec);
    await notices.run(await OpenSeason.open(workbook, { clock: day("2019-11-25") }), { workbook, files }, choice);
    const [sheet] = files.added.flatMap(({ book }) => book.sheets.filter((own) => own.tab === tab));
    return { paper: (sheet?.rows ?? []).flat().map((cell) => cellText(cellValueOf(cell ?? null)).trim()) };
  }

  /** Types a text over one of the template's. */
  type(name: string, text: CellOut) {
    const spec = this.tabs.get("notice-template")!;
    this.tabs.set("notice-template", { ...spec, rows: spec.rows.map((row) => (row[0] === name ? row.with(1, text) : row)) });
  }

  register = () =>
    (this.tabs.get("notice-numbers")?.rows ?? []).slice(3).map((row) => [row[2], row[6] && cellText(cellValueOf(row[6])), row[7]]);
}

const schools = (files: readonly { readonly school: string; readonly notices: number }[]) =>
  files.map((file) => [file.school, file.notices]);

describe("the tab 通知书模板", () => {
  test("lists every field that a letter may ask for, and is made with the first letters", async () => {
    expect(new Set(Object.keys(fieldWords))).toEqual(wordsFor("通知书开头"));
    const office = new Office();
    await office.print("2019-11-25");
    const before = office.tabs.get("notice-template");
    expect(before?.rows.find(([name]) => name === "通知书标题")?.[1]).toBe("生源地信用助学贷款催收通知书");
    const second = await office.print("2019-11-25");
    expect(office.tabs.get("notice-template")).toBe(before);
    expect(second.outcome.notices).toBe(5);
  });

  test("is what letters say, once the office has edited it", async () => {
    const office = new Office();
    await office.print("2019-11-25");
    office.type("通知书祝语", "{包联人}同志祝您顺利，请于{截止日期}前联系{咨询电话}。");
    office.type("咨询电话", "0913-1111111");
    const { texts } = await office.print("2019-11-25");
    expect(texts.filter((text) => text.includes("祝您顺利")).map((text) => text.trim())).toContain(
      "周同志同志祝您顺利，请于2019年12月20日前联系0913-1111111。",
    );
  });

  test("a text may name the school's address, left out where nobody gave it, and every contract with its amount", async () => {
    const office = new Office();
    await office.print("2019-11-25");
    office.type("通知书祝语", "〔校址：{校址}。〕{合同明细}。");
    const { texts } = await office.print("2019-11-25", { village: "第4村" });
    expect(texts.map((text) => text.trim()).filter((text) => text.startsWith("合同") && text.includes("应还"))).toEqual([
      `合同${people[4]?.contractNo}应还1,004.00元。`,
    ]);
  });

  test.each([
    ["an unknown field", "请还{应还总额}元", "{应还总额}"],
    ["half of a brace", "请于{截止日前还款", "{截止日前还款"],
    ["a word that shames", "列入老赖名单", "老赖"],
    ["office data that nobody gave", "请到{办公地址}办理", "{办公地址}"],
  ])("with %s stops the letters before any is made, and check says where", async (_, text, word) => {
    const office = new Office();
    await office.print("2019-11-25");
    office.type("通知书祝语", text);
    await expect(office.print("2019-11-25")).rejects.toMatchObject({ code: "settings-unfit", detail: expect.stringContaining(word) });
    const workbook = new RecordingWorkbook([settingsGrid(), gridOf("应还名单", people), feedbackTable]);
    for (const [tab, spec] of office.tabs) workbook.tabs.set(tab, spec);
    const { findings } = await OpenSeason.open(workbook, { clock: day("2019-11-25") });
    expect(
      findings.filter(({ sheet }) => sheet === "通知书模板").map(({ severity, params }) => [severity, params?.["value"]]),
    ).toContainEqual(["error", word]);
  });
});

describe("which letters are printed", () => {
  test.each([
    [
      "the whole county",
      {},
      [
        ["罕井镇中心校", 3],
        ["孙镇中心校", 2],
      ],
    ],
    ["a school", { school: "孙镇中心校" }, [["孙镇中心校", 2]]],
    ["a village", { village: "第4村" }, [["罕井镇中心校", 1]]],
    ["one selected row", { rows: { sheet: "应还名单", from: 7, to: 7 } }, [["罕井镇中心校", 1]]],
    [
      "selected rows, the heading among them",
      { rows: { sheet: "应还名单", from: 2, to: 4 } },
      [
        ["罕井镇中心校", 1],
        ["孙镇中心校", 1],
      ],
    ],
    ["rows of a sheet that is no list", { rows: { sheet: "设置", from: 1, to: 9 } }, []],
    ["nobody", { village: "没有的村" }, []],
  ] as const)("%s", async (_, choice, expected) => {
    const { outcome } = await new Office().print("2019-11-25", choice);
    expect(schools(outcome.files)).toEqual(expected);
  });

  test("a school that the book does not have is said, not passed over", async () => {
    await expect(new Office().print("2019-11-25", { school: "别县中学" })).rejects.toMatchObject({ code: "unknown-school" });
  });

  test("by their numbers", async () => {
    const office = new Office();
    await office.print("2019-11-25");
    const number = String(office.tabs.get("notice-numbers")?.rows[4]?.[0]);
    const { outcome } = await office.print("2019-11-25", { numbers: [number.toLowerCase()] });
    expect([outcome.notices, outcome.unknown]).toEqual([1, []]);
  });

  test("numbers of another county, another season, or nobody are named, and no letter is made for them", async () => {
    const office = new Office();
    await office.print("2019-11-25");
    const number = parseNoticeNumber(String(office.tabs.get("notice-numbers")?.rows[4]?.[0]))!;
    const others = [{ county: "DL" }, { year: 2018 }, { sequence: 987 }].map((change) => printNoticeNumber({ ...number, ...change }));
    const { outcome } = await office.print("2019-11-25", { numbers: [...others, "领导"] });
    expect([outcome.notices, outcome.unknown]).toEqual([0, [...others, "领导"]]);
  });

  test("only what is new or changed since the last printing, and the log remembers every printing", async () => {
    const office = new Office();
    await office.print("2019-11-25", { school: "罕井镇中心校" });
    expect((await office.print("2019-11-26", { onlyNew: true })).outcome.notices).toBe(2);
    expect((await office.print("2019-11-26", { onlyNew: true })).outcome.notices).toBe(0);
    const changed = [...people.slice(0, 4), contractOf(4, 0, 2000), contractOf(6, 0, 500)];
    const { outcome } = await office.print("2019-11-27", { onlyNew: true }, changed);
    expect(schools(outcome.files)).toEqual([["罕井镇中心校", 2]]);
    expect(office.register()).toEqual([
      [nameOf(0), "2019-11-25", 1],
      [nameOf(2), "2019-11-25", 1],
      [nameOf(4), "2019-11-27", 2],
      [nameOf(1), "2019-11-26", 1],
      [nameOf(3), "2019-11-26", 1],
      [nameOf(6), "2019-11-27", 1],
    ]);
  });
});

test("who drops out after printing is told to be taken back, and no longer once the letter is right again", async () => {
  const office = new Office();
  await office.print("2019-11-25");
  const { outcome } = await office.print("2019-11-27", {}, [contractOf(0, 0, 1000, { exceptionKind: "死亡" }), ...people.slice(2)]);
  expect(outcome.withdrawn).toBe(2);
  expect(
    office.tabs
      .get("notices-withdrawn")
      ?.rows.slice(3)
      .map((row) => row.slice(3).map((cell) => cellText(cellValueOf(cell ?? null)))),
  ).toEqual([
    [nameOf(0), "2019-11-25", "死亡，不再联系"],
    ["", "2019-11-25", "已不在名单，不再联系"],
  ]);
  await office.print("2019-11-28");
  expect(office.tabs.get("notices-withdrawn")?.rows).toHaveLength(3);
});

describe("a text that is too long", () => {
  const check = async (office: Office) => {
    const workbook = new RecordingWorkbook([settingsGrid({ 咨询电话: "0913-7200000" }), gridOf("应还名单", people), feedbackTable]);
    for (const [tab, spec] of office.tabs) workbook.tabs.set(tab, spec);
    const { findings } = await OpenSeason.open(workbook, { clock: day("2019-11-25") });
    const found = findings.filter(({ rule }) => rule === "text-spills");
    return found.map(({ severity, sheet, cell, params }) => [severity, sheet, cell, params?.["heading"], params?.["value"]]);
  };
  const cellOf = (office: Office, name: string) =>
    `B${(office.tabs.get("notice-template")?.rows.findIndex(([own]) => own === name) ?? -2) + 1}`;

  test.each([
    ["通知书祝语", 80, [`${[0, 1, 2].map(nameOf).join("、")}等5人的通知书`, "空白通知书"]],
    ["宣传页防骗", 130, ["政策宣传页"]],
    ["情况说明核实", 60, ["情况说明"]],
  ])("%s: check says which paper would spill, or whose", async (name, times, papers) => {
    const office = new Office();
    await office.print("2019-11-25");
    expect(await check(office)).toEqual([]);
    office.type(name, "祝您工作顺利，阖家安康！".repeat(times));
    expect(await check(office)).toEqual(papers.map((paper) => ["warning", "通知书模板", cellOf(office, name), name, paper]));
  });
});

describe("the papers besides letters", () => {
  test("come when they are asked for, on one page each, and are nobody's own", async () => {
    const office = new Office();
    const { outcome } = await office.print("2019-11-25", { withLeaflet: true, withBlank: true });
    expect(outcome.papers).toEqual(["政策宣传页.xlsx", "空白通知书.xlsx"]);
    expect((await office.print("2019-11-25")).outcome.papers).toEqual([]);
  });

  test("labels are those of the letters, a file per school, in their order", async () => {
    const office = new Office();
    const { outcome } = await office.print("2019-11-25", { withLabels: true, village: "第1村" });
    expect(outcome.papers).toEqual(["地址标签_孙镇中心校.xlsx"]);
    const { paper } = await office.paper("labels", { withLabels: true, school: "罕井镇中心校" });
    const numbers = office.register().map(([name]) => name);
    expect(numbers).toContain(nameOf(0));
    expect(paper.filter((text) => text.endsWith("收"))).toEqual([0, 2, 4].map((n) => `${nameOf(n)}同学及家长\u3000收`));
  });

  test("say what the office has written on the tab", async () => {
    const office = new Office();
    await office.print("2019-11-25");
    office.type("宣传页祝语", "{中心}祝您{年度}年一切顺利。");
    const { paper } = await office.paper("leaflet", { withLeaflet: true });
    expect(paper).toContain("蒲城县学生资助管理中心祝您2019年一切顺利。");
  });

  test("too long for a page are not made, and nothing else is either", async () => {
    const office = new Office();
    await office.print("2019-11-25");
    office.type("宣传页祝语", "祝您工作顺利，阖家安康！".repeat(150));
    await expect(office.print("2019-11-25", { withLeaflet: true })).rejects.toMatchObject({
      code: "settings-unfit",
      detail: "通知书模板：政策宣传页超过一页，请改短文字",
    });
    expect((await office.print("2019-11-25")).outcome.notices).toBe(5);
  });
});

test("a tab of an earlier version gets the texts that it lacks, and keeps what the office wrote, lines of its own among it", async () => {
  const office = new Office();
  await office.print("2019-11-25");
  office.type("通知书祝语", "祝您一切都好！");
  const full = office.tabs.get("notice-template")!;
  const earlier = full.rows.filter(([name]) => !/^(?:宣传页|情况说明|签收单)/.test(cellText(cellValueOf(name ?? null))));
  office.tabs.set("notice-template", { ...full, rows: [...earlier, ["备忘", "去年的说法", null, null]] });
  await office.print("2019-11-25");
  const now = office.tabs.get("notice-template")!.rows.map(([name, text]) => [name, text]);
  const said = new Map(full.rows.map(([name, text]) => [name, text]));
  expect(now.filter(([name]) => said.has(name ?? null)).map(([name, text]) => [name, text])).toEqual(
    full.rows.filter(([name]) => name !== null).map(([name, text]) => [name, text]),
  );
  expect(now).toContainEqual(["备忘", "去年的说法"]);
});

test("a letter that takes more than a page is said by name", async () => {
  const office = new Office();
  await office.print("2019-11-25");
  office.type("通知书祝语", "祝您工作顺利，阖家安康！".repeat(80));
  const { outcome } = await office.print("2019-11-25", { village: "第4村" });
  expect(outcome.spilled).toEqual([nameOf(4)]);
});
