// What went out and who changed schools: a person is withdrawn and added, or transferred, never both; what was sent stays written down.
import { expect, test } from "@jest/globals";
import { OpenSeason } from "../../src/actions/season";
import { split } from "../../src/actions/split";
import { day } from "../../src/domain/values/day";
import { passwordsIn } from "../../src/sheets/lists/password-list";
import { cellText, type Grid } from "../../src/sheets/grid";
import { tableIn } from "../../src/sheets/reading/own-table";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { aBorrower, gridOf } from "../support/builders";
import { RecordingFiles, RecordingWorkbook } from "../support/recording";
import { people } from "../support/standings";

const table = gridOf("辖区划分(附件2)", [
  { school: "罕井镇中心校", schoolCode: "01", township: "罕井镇", liaison: "周同志", liaisonPhone: "13900000001" },
  { school: "孙镇中心校", schoolCode: "02", township: "孙镇", liaison: "吴同志", liaisonPhone: "13900000002" },
]);
const contacts = gridOf("联系表(附件1)", [{ school: "孙镇中心校", contact: "田芳", contactPhone: "13900000003" }]);

/** Three contracts of two people of 罕井 and one of 孙镇, with what is different now. */
const list = (...changes: readonly { readonly township?: string; readonly school?: string; readonly address?: string }[]) =>
  gridOf(
    "应还名单",
    [0, 0, 1, 2].map((who, index) => {
      const [name, citizenId] = people[who] ?? people[0];
      return aBorrower({
        ...{ name, citizenId, contractNo: `61052620140001${String(index).padStart(2, "0")}`, principal: 1000, interest: 100, due: 1100 },
        ...{ phone: `139913${who}0018`, village: "", township: who === 2 ? "孙镇" : "罕井镇" },
        ...changes[who],
      });
    }),
  );

type Rows = readonly (readonly string[])[];

/** Splits a book of which our own tabs are as the run before left them. */
async function splitAgain(list: Grid, before: readonly Grid[], on: string, version: number, encrypt?: () => string) {
  const [workbook, files] = [new RecordingWorkbook([list, table, contacts, ...before]), new RecordingFiles()];
  const today = day(on);
  const season = await OpenSeason.open(workbook, { clock: today, today });
  const outcome = await split.run(season, { workbook, files }, { version, ...(encrypt ? { encrypt } : {}) });
  const made = [...workbook.tabs.values()].map((spec) => ({ ...gridOfSpec(spec, spec.name), ownTab: spec.tab }));
  const kept = before.filter(({ ownTab }) => !made.some((grid) => grid.ownTab === ownTab));
  const told = new Map(
    files.added.flatMap(({ name, book }): [string, Rows][] => {
      const sheet = book.sheets.find(({ tab }) => tab === "list-changes");
      return sheet
        ? [
            [
              name.split("_")[1] ?? "",
              gridOfSpec(sheet, sheet.name)
                .rows.slice(2)
                .map((row) => row.map(cellText)),
            ],
          ]
        : [];
    }),
  );
  return { outcome, tabs: [...made, ...kept], told, files: files.added };
}

/** The rows of a tab under these headings. */
function rowsOf(tabs: readonly Grid[], tab: string, headings: readonly string[]): Rows {
  const grid = tabs.find(({ ownTab }) => ownTab === tab);
  const found = grid && tableIn(grid, headings);
  return (found?.rows ?? []).map((row) => headings.map((heading) => found?.text(row, heading) ?? ""));
}

const sentHeadings = ["责任学校", "名单版本", "制表日期", "人数", "新增", "其中转入", "撤销", "其中转出", "打开密码"];
const movedHeadings = ["名单版本", "日期", "姓名", "转出学校", "转入学校", "划分依据", "原因"];
const filesIn = (rows: Rows) => rows.filter(([school = ""]) => school.endsWith("校"));
const toSunzhen = [{ township: "孙镇" }];

test("a person who moves is called 转出 at one school and 转入 at the other, and stands in 转入转出 once, whatever the number of contracts", async () => {
  const first = await splitAgain(list(), [], "2019-11-20", 1);
  const second = await splitAgain(list(...toSunzhen), first.tabs, "2019-12-01", 2);
  const number = /（(.+)）/.exec(second.told.get("孙镇中心校")?.[0]?.[1] ?? "")?.[1] ?? "";
  expect(number).not.toBe("");
  expect(second.told).toEqual(
    new Map([
      ["罕井镇中心校", [["转出", `（${number}）`, "已改由孙镇中心校负责，贵校不必再联系；已收到的签收单请照常交来，没送出的通知书请退回"]]],
      ["孙镇中心校", [["转入", `${people[0][0]}（${number}）`, "原由罕井镇中心校负责，从本版起请贵校联系送达；以前登记的情况见名单"]]],
    ]),
  );
  expect(rowsOf(second.tabs, "transfers", movedHeadings)).toEqual([
    ["v2", "2019-12-01", people[0][0], "罕井镇中心校", "孙镇中心校", "所在乡镇（街道）", ""],
  ]);
  expect(second.outcome.files.map(({ school, changes }) => [school, changes])).toEqual([
    ["罕井镇中心校", { added: 0, withdrawn: 1, changed: 0 }],
    ["孙镇中心校", { added: 1, withdrawn: 0, changed: 0 }],
  ]);
  expect(second.tabs.find(({ ownTab }) => ownTab === "change-log")?.rows.at(-1)?.[2]).toMatch(/；学校之间转移1人$/);
});

test("拆分清单 keeps every version that went out, with its sums and whether it has a password, and never the password", async () => {
  let count = 0;
  const encrypt = () => `abcd-efgh-000${++count}`;
  const first = await splitAgain(list(), [], "2019-11-20", 1, encrypt);
  const second = await splitAgain(list(...toSunzhen), first.tabs, "2019-12-01", 2);
  const rows = filesIn(rowsOf(second.tabs, "split-list", sentHeadings));
  expect(rows).toEqual([
    ["罕井镇中心校", "v2", "2019-12-01", "1", "0", "0", "1", "1", "无"],
    ["孙镇中心校", "v2", "2019-12-01", "2", "1", "1", "0", "0", "无"],
    ["罕井镇中心校", "v1", "2019-11-20", "2", "", "", "", "", "有，见密码清单"],
    ["孙镇中心校", "v1", "2019-11-20", "1", "", "", "", "", "有，见密码清单"],
  ]);
  expect(JSON.stringify(second.tabs)).not.toContain("abcd-efgh");
  const passwords = first.files.flatMap(({ book }) => passwordsIn(book.sheets.map((sheet) => gridOfSpec(sheet, sheet.name))));
  expect(passwords.map(({ password }) => password)).toEqual(["abcd-efgh-0001", "abcd-efgh-0002"]);
  const third = await splitAgain(list(...toSunzhen), second.tabs, "2019-12-02", 3);
  expect(filesIn(rowsOf(third.tabs, "split-list", sentHeadings)).slice(2)).toEqual(rows);
});

test("a line of what went out says to whom, and by its 内容码 two files of the same content are one", async () => {
  const headings = ["责任学校", "名单版本", "包联人", "包联电话", "联络员", "联络员电话", "内容码", "文件"];
  const first = filesIn(rowsOf((await splitAgain(list(), [], "2019-11-20", 1)).tabs, "split-list", headings));
  expect(first.map((row) => row.toSpliced(6, 1))).toEqual([
    ["罕井镇中心校", "v1", "周同志", "13900000001", "", "", "2019催收名单_罕井镇中心校_v1_20191120.xlsx"],
    ["孙镇中心校", "v1", "吴同志", "13900000002", "田芳", "13900000003", "2019催收名单_孙镇中心校_v1_20191120.xlsx"],
  ]);
  const prints = first.map((row) => row[6] ?? "");
  for (const print of prints) expect(print).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  const printsOf = async (grid: Grid) =>
    filesIn(rowsOf((await splitAgain(grid, [], "2019-11-20", 1)).tabs, "split-list", headings)).map((row) => row[6]);
  expect(await printsOf(list())).toEqual(prints);
  const [own, other] = await printsOf(list({}, { address: "别的地方1号" }));
  expect([own === prints[0], other === prints[1]]).toEqual([false, true]);
});

test("the same split again on the same day changes no line; a reason that somebody typed stays, also through later versions", async () => {
  const first = await splitAgain(list(), [], "2019-11-20", 1);
  const second = await splitAgain(list(...toSunzhen), first.tabs, "2019-12-01", 2);
  const typed = second.tabs.map((grid) =>
    grid.ownTab === "transfers"
      ? { ...grid, rows: grid.rows.map((row, at) => (at === 3 ? [...row.slice(0, 7), "随父母搬家"] : row)) }
      : grid,
  );
  const again = await splitAgain(list(...toSunzhen), typed, "2019-12-01", 2);
  const lines: Rows = [["v2", "2019-12-01", people[0][0], "罕井镇中心校", "孙镇中心校", "所在乡镇（街道）", "随父母搬家"]];
  expect(rowsOf(again.tabs, "transfers", movedHeadings)).toEqual(lines);
  expect(rowsOf(again.tabs, "split-list", sentHeadings)).toEqual(rowsOf(second.tabs, "split-list", sentHeadings));
  const back = await splitAgain(list(), again.tabs, "2019-12-05", 3);
  expect(rowsOf(back.tabs, "transfers", movedHeadings)).toEqual([
    ...lines,
    ["v3", "2019-12-05", people[0][0], "孙镇中心校", "罕井镇中心校", "所在乡镇（街道）", ""],
  ]);
});

test("a version made again on a later day counts nobody twice, and neither does a clock that goes back lose anything", async () => {
  const first = await splitAgain(list(), [], "2019-11-20", 1);
  const second = await splitAgain(list(...toSunzhen), first.tabs, "2019-12-01", 2);
  const later = await splitAgain(list(...toSunzhen), second.tabs, "2019-12-02", 2);
  expect(rowsOf(later.tabs, "transfers", movedHeadings)).toEqual(rowsOf(second.tabs, "transfers", movedHeadings));
  const sent = (tabs: readonly Grid[]) =>
    filesIn(rowsOf(tabs, "split-list", ["责任学校", "名单版本", "制表日期"])).map((row) => row.slice(1).join(" "));
  expect(sent(later.tabs)).toEqual(["v2 2019-12-02", "v2 2019-12-01", "v1 2019-11-20"].flatMap((one) => [one, one]));
  const back = await splitAgain(list(...toSunzhen), later.tabs, "2019-11-19", 3);
  expect(sent(back.tabs)).toEqual(["v3 2019-11-19", "v2 2019-12-02", "v2 2019-12-01", "v1 2019-11-20"].flatMap((one) => [one, one]));
});

test("what a school has reported of a move is the reason", async () => {
  const first = await splitAgain(list(), [], "2019-11-20", 1);
  const claims = gridOf("还款台账", [
    { contractNo: "6105262014000100", name: people[0][0], note: "全家已迁往孙镇", repaymentStatus: "未还" },
  ]);
  const second = await splitAgain(list(...toSunzhen), [...first.tabs, { ...claims, ownTab: "claims" }], "2019-12-01", 2);
  expect(rowsOf(second.tabs, "transfers", ["姓名", "原因"])).toEqual([[people[0][0], "学校报告：全家已迁往孙镇"]]);
});

test("who leaves the county's list, or comes onto it, is withdrawn or added and no transfer", async () => {
  const first = await splitAgain(list(), [], "2019-11-20", 1);
  const without = { ...list(), rows: list().rows.toSpliced(3, 1) };
  expect(without.rows.length).toBe(list().rows.length - 1);
  const second = await splitAgain(without, first.tabs, "2019-12-01", 2);
  const third = await splitAgain(list(), second.tabs, "2019-12-02", 3);
  const kinds = ({ told }: typeof third) => [...told].map(([school, rows]) => [school, rows.map(([kind]) => kind)]);
  expect([kinds(second), kinds(third)]).toEqual([[["罕井镇中心校", ["撤销"]]], [["罕井镇中心校", ["新增"]]]]);
  expect(third.tabs.some(({ ownTab }) => ownTab === "transfers")).toBe(false);
});
