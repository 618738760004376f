// Blank forms: what the book knows stands in them, a filled form is read like any sheet of the office, and who has not reported is listed.
import { describe, expect, test } from "@jest/globals";
import { forms } from "../../src/actions/forms";
import { OpenSeason } from "../../src/actions/season";
import { day } from "../../src/domain/values/day";
import { cellText, type Grid } from "../../src/sheets/grid";
import { readSeasonBook } from "../../src/sheets/reading/read-season";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { gridOf, rosterGrid, settingsGrid, territoryGrid } from "../support/builders";
import { RecordingFiles, RecordingWorkbook } from "../support/recording";
import { people } from "../support/standings";

const list = rosterGrid(
  [
    {},
    { township: "孙镇镇", village: "南街村" },
    { township: "孙镇", village: "南街" },
    { township: "", village: "", middleSchool: "尧山中学" },
  ].map((row, who) => ({ ...row, name: people[who]?.[0] ?? "", citizenId: people[who]?.[1] ?? "" })),
);
const contacts = gridOf("联系表(附件1)", [
  {
    school: "罕井镇中心校",
    headmaster: "李校",
    leader: "王副校",
    leaderPhone: "13991300101",
    contact: "周老师",
    contactPhone: "13991300102",
  },
  { school: "孙镇中心校", headmaster: "赵校", contact: "钱老师" },
]);

async function run(...grids: readonly Grid[]) {
  const files = new RecordingFiles();
  const season = await OpenSeason.open(new RecordingWorkbook([...grids, settingsGrid()]), { clock: day("2019-11-18") });
  const outcome = await forms.run(season, { files });
  const sheets = new Map(files.added.flatMap(({ book }) => book.sheets.map((sheet) => [sheet.name, gridOfSpec(sheet, sheet.name)])));
  const texts = (name: string) =>
    (sheets.get(name)?.rows ?? [])
      .slice(3)
      .map((row) => Array.from({ length: sheets.get(name)?.rows[2]?.length ?? 0 }, (_, column) => cellText(row[column])))
      .filter((row) => row.some((text) => text !== "") && !row.some((text) => text.startsWith("填表人") || text.startsWith("制表人")));
  return { outcome, season, sheets, texts };
}

describe("without tables", () => {
  test("every township of the list has a proposed school, and whoever has no township stands by the former school", async () => {
    const { outcome, texts } = await run(list);
    expect(outcome).toEqual({
      files: [
        { form: "contacts", file: "蒲城县2019催收联系表_附件1.xlsx" },
        { form: "jurisdictions", file: "蒲城县2019包联辖区划分表_附件2.xlsx" },
        { form: "missing", file: "蒲城县2019联系表未报名单.xlsx" },
      ],
      schools: 2,
      isProposed: true,
      notReported: ["罕井镇中心校", "孙镇中心校"].map((school) => ({
        school,
        missing: ["headmaster", "leader", "leaderPhone", "contact", "contactPhone"],
      })),
    });
    expect(texts("辖区划分（附件2）").map((row) => [row[0], row[1], row[2], row[3], row[6]])).toEqual([
      ["罕井镇", "", "", "罕井镇中心校", "中心校"],
      ["孙镇", "", "", "孙镇中心校", "中心校"],
      ["", "", "尧山中学", "", ""],
    ]);
    expect(texts("名单中的地名")).toEqual([
      ["罕井镇", "东街村", "", "1"],
      ["孙镇", "南街", "", "2"],
      ["", "", "尧山中学", "1"],
    ]);
  });

  test("the roles of the leading group are the notice's, with whom 设置 names", async () => {
    const { texts } = await run({ ...settingsGrid({ 组长: "李主任" }), name: "本年设置" }, list);
    expect(texts("领导小组").map((row) => row.slice(0, 2))).toEqual([
      ["组长", "李主任"],
      ["副组长", ""],
      ["成员", ""],
      ["办公室主任", ""],
    ]);
    const named = await run(list, {
      ...gridOf("领导小组", []),
      rows: [
        ["小组职务", "姓名", "单位及职务", "联系电话"],
        ["组长", "李主任", "教育局", ""],
      ],
    });
    expect(named.texts("领导小组")).toEqual([["组长", "李主任", "教育局", ""]]);
  });
});

describe("without a list", () => {
  const open = (...grids: readonly Grid[]) => OpenSeason.in(grids, "b.xlsx", { clock: day("2019-11-18"), mayLackList: true });

  test("settings alone: blank forms with room for names, and nothing that speaks of a list", async () => {
    const files = new RecordingFiles();
    const outcome = await forms.run(open(settingsGrid()), { files });
    expect([outcome.schools, outcome.isProposed, outcome.notReported]).toEqual([0, false, []]);
    expect(files.added.map(({ book }) => book.sheets.map(({ name }) => name))).toEqual([
      ["联系表（附件1）", "领导小组"],
      ["未报名单"],
      ["辖区划分（附件2）"],
    ]);
  });

  test("tables of last year: their schools and places stand in the forms as they do with a list", async () => {
    const [bare, full] = [new RecordingFiles(), new RecordingFiles()];
    const outcome = await forms.run(open(settingsGrid(), territoryGrid(), contacts), { files: bare });
    const listed = await forms.run(open(settingsGrid(), territoryGrid(), contacts, rosterGrid({})), { files: full });
    expect(outcome).toEqual(listed);
    const contactForm = ({ added }: RecordingFiles) => added[0]?.book.sheets[0]?.rows;
    expect(contactForm(bare)).toEqual(contactForm(full));
  });
});

describe("with tables", () => {
  test("the schools of the table stand in their order with what they have reported, and the rest is asked for", async () => {
    const { outcome, texts } = await run(list, territoryGrid(), contacts);
    expect(texts("联系表（附件1）").map((row) => row.slice(1, 8))).toEqual([
      ["罕井镇中心校", "中心校", "李校", "王副校", "13991300101", "周老师", "13991300102"],
      ["孙镇中心校", "中心校", "赵校", "", "", "钱老师", ""],
      ["城关镇中", "", "", "", "", "", ""],
      ["实验中学", "", "", "", "", "", ""],
    ]);
    expect(outcome.notReported.map(({ school, missing }) => [school, missing.length])).toEqual([
      ["孙镇中心校", 3],
      ["城关镇中", 5],
      ["实验中学", 5],
    ]);
    expect(texts("未报名单").map((row) => row.slice(1, 4))).toEqual([
      ["孙镇中心校", "分管领导、分管领导电话、联络员电话", ""],
      ["城关镇中", "整表未报", ""],
      ["实验中学", "整表未报", ""],
    ]);
  });

  test("the forms read back are the tables themselves, with a line for every place that nobody answers for", async () => {
    const { season, sheets } = await run(list, territoryGrid(), contacts);
    const form = sheets.get("辖区划分（附件2）");
    const filled = sheets.get("联系表（附件1）");
    if (!form || !filled) throw new Error("no forms");
    const again = readSeasonBook([settingsGrid(), list, form, filled], { clock: day("2019-11-18") });
    const told = ({ jurisdictions, contacts: rows }: typeof again) => ({
      schools: jurisdictions?.schools,
      territories: jurisdictions?.territories.map(({ township, village, middleSchool, school }) => [
        township,
        village,
        middleSchool,
        school,
      ]),
      contacts: rows
        .filter(({ values }) => values.contact !== undefined)
        .map(({ values: { school, headmaster, leader, leaderPhone, contact, contactPhone } }) => [
          ...[school, headmaster, leader, leaderPhone, contact, contactPhone],
        ]),
    });
    expect(told(again)).toEqual(told(season.book));
    expect(form.rows.some((row) => cellText(row[2]) === "尧山中学")).toBe(true);
  });
});
