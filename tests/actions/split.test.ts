// Splitting: everybody in exactly one place, nothing of one school in another's file, and the same result every time.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { OpenSeason } from "../../src/actions/season";
import { split, type SplitOptions } from "../../src/actions/split";
import { WorkbookError } from "../../src/actions/workbook";
import { day } from "../../src/domain/values/day";
import type { ExampleRow } from "../../src/domain/checking/rule";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import type { PersonKey } from "../../src/domain/identity/keys";
import type { Grid } from "../../src/sheets/grid";
import { readSeasonBook } from "../../src/sheets/reading/read-season";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { aBorrower, gridOf } from "../support/builders";
import { type AddedFile, RecordingFiles, RecordingWorkbook } from "../support/recording";
import { people } from "../support/standings";

const madeOn = day("2019-11-20");

type Options = SplitOptions & { readonly held?: ReadonlySet<string> };

async function splitBook(workbook: RecordingWorkbook, { held = new Set(), ...options }: Options = {}) {
  const files = new RecordingFiles();
  const book = readSeasonBook(await workbook.read(), { clock: madeOn });
  const outcome = await split.run(
    new OpenSeason(book, { held: held as ReadonlySet<PersonKey>, standings: new Map() }),
    { workbook, files },
    options,
  );
  return { outcome, files: files.added, book };
}

const splitGrids = (grids: readonly Grid[], options: Options = {}) => splitBook(new RecordingWorkbook(grids), options);

const places = [
  { township: "罕井镇", village: "东街村" },
  { township: "罕井", village: "西街村" },
  { township: "孙镇", village: "南街村" },
  { township: "孙镇镇" },
  { township: "罕并镇" },
  { school: "实验中学", township: "孙镇" },
  { middleSchool: "实验中学", township: "", village: "" },
  { township: "", village: "" },
] as const satisfies readonly ExampleRow[];

const table = gridOf("辖区划分(附件2)", [
  { school: "罕井镇中心校", schoolCode: "01", township: "罕井镇", liaison: "周同志" },
  { school: "孙镇中心校", schoolCode: "02", township: "孙镇", liaison: "吴同志" },
  { school: "实验中学", schoolCode: "03", middleSchool: "实验中学", liaison: "周同志" },
  { school: "龙阳镇中心校", schoolCode: "04", township: "龙阳镇" },
]);

/** Contracts of `people`, each at one of the places; every fact of a person tells whose it is. */
const contracts = (picks: readonly (readonly [who: number, place: number])[]): readonly ExampleRow[] =>
  picks.map(([who, place], index) => {
    const [name, citizenId] = people[who] ?? people[0];
    return aBorrower({
      ...{
        name,
        citizenId,
        contractNo: `61052620140001${String(index).padStart(2, "0")}`,
        principal: 1000 + index,
        interest: 100,
        due: 1100 + index,
      },
      ...{ phone: `139913${who}0018`, coBorrowerName: `家长${who}号`, coBorrowerPhone: `138913${who}0018`, address: `某巷${who}号院` },
      ...{ village: "", ...places[place % places.length] },
    });
  });

const list = (rows: readonly ExampleRow[]) => gridOf("应还名单", rows, "2019年应还名单");
const few = contracts([
  [0, 0],
  [1, 2],
  [0, 0],
  [2, 4],
  [3, 5],
  [4, 7],
]);

describe("a small county", () => {
  test("each school gets its own people; who has no school stays with the centre", async () => {
    const { outcome, files } = await splitGrids([list(few), table]);
    expect(outcome.files.map(({ school, file, persons, contracts: count, due }) => [school, file, persons, count, due])).toEqual([
      ["罕井镇中心校", "2019催收名单_罕井镇中心校_v1_20191120.xlsx", 1, 2, 220_200],
      ["孙镇中心校", "2019催收名单_孙镇中心校_v1_20191120.xlsx", 1, 1, 110_100],
      ["实验中学", "2019催收名单_实验中学_v1_20191120.xlsx", 1, 1, 110_400],
    ]);
    expect(outcome.unassigned).toMatchObject({ persons: 2, contracts: 2, due: 220_800 });
    expect(outcome.totals).toMatchObject({ persons: 5, contracts: 6, due: 661_500 });
    expect(outcome.reconciled).toBe(true);
    expect(outcome.tabs).toEqual(["拆分清单", "待划分", "名单版本"]);
    expect(files.map(({ name }) => name)).toEqual([...outcome.files.map(({ file }) => file), "待划分.xlsx"]);
  });

  test("persons with errors are held back and stay in the whole", async () => {
    const { outcome, files } = await splitGrids([list(few), table], { held: new Set([people[0][1]]) });
    expect(outcome.files.map(({ school }) => school)).toEqual(["孙镇中心校", "实验中学"]);
    expect(outcome.unassigned).toMatchObject({ persons: 3, contracts: 4 });
    const held = files.at(-1)?.book.sheets[0]?.rows.filter((row) => row[4] === people[0][0]);
    expect(held?.map((row) => row.slice(1, 4))).toEqual([
      ["信息有误，更正后再下发（见校验结果）", "罕井镇中心校", null],
      ["信息有误，更正后再下发（见校验结果）", "罕井镇中心校", null],
    ]);
  });

  test("without anybody left over there is no 待划分", async () => {
    const workbook = new RecordingWorkbook([list(few.slice(0, 3)), table]);
    await workbook.write([{ tab: "unassigned", name: "待划分", columns: [], rows: [] }]);
    const { outcome, files } = await splitBook(workbook);
    expect(outcome.unassigned.contracts).toBe(0);
    expect(files.map(({ name }) => name)).not.toContain("待划分.xlsx");
    expect([...workbook.tabs.keys()]).toEqual(["split-list", "list-versions", "notice-numbers", "change-log", "run-journal"]);
  });

  test("hand-written schools do without a table; without either the job cannot be done", async () => {
    const { outcome } = await splitGrids([list(few)]);
    expect(outcome.files.map(({ school, persons }) => [school, persons])).toEqual([["实验中学", 1]]);
    await expect(splitGrids([list(few.slice(0, 3))])).rejects.toEqual(new WorkbookError("no-jurisdictions", "台账.xlsx"));
  });

  test("encrypted files have a password each, and only the centre has the list", async () => {
    let count = 0;
    const { outcome, files } = await splitGrids([list(few), table], { encrypt: () => `abcd-efgh-000${++count}` });
    expect(outcome.files.map(({ password }) => password)).toEqual(["abcd-efgh-0001", "abcd-efgh-0002", "abcd-efgh-0003"]);
    expect(files.map(({ name, password }) => [name, password])).toEqual([
      ...outcome.files.map(({ file, password }) => [file, password]),
      ["中心留存/密码清单.xlsx", undefined],
      ["待划分.xlsx", undefined],
    ]);
    expect(JSON.stringify(files.at(-2)?.book)).toContain("abcd-efgh-0003");
    for (const { book } of files.slice(0, 3)) expect(JSON.stringify(book)).not.toContain("abcd-efgh");
  });

  test("one tab per school when asked; tabs of schools that have nobody any more go away", async () => {
    const workbook = new RecordingWorkbook([list(few), table]);
    expect((await splitBook(workbook, { tabs: true })).outcome.tabs).toEqual([
      "拆分清单",
      "待划分",
      "名单版本",
      "罕井镇中心校",
      "孙镇中心校",
      "实验中学",
    ]);
    await splitBook(workbook, { tabs: true, held: new Set([people[0][1]]) });
    const tabs = [...workbook.tabs.keys()].filter((tab) => tab !== "change-log" && tab !== "run-journal");
    expect(tabs).toEqual(["split-list", "unassigned", "list-versions", "school-list:02", "school-list:03", "notice-numbers"]);
  });
});

describe("what the centre decides on 待划分", () => {
  const openOf = (files: readonly AddedFile[]) => files.find(({ name }) => name === "待划分.xlsx")?.book.sheets[0]?.rows.length ?? 3;

  test("goes out with the next split and is kept for the one after", async () => {
    const workbook = new RecordingWorkbook([list(few), table]);
    const before = await splitBook(workbook);
    expect(openOf(before.files)).toBe(5);
    const tab = workbook.tabs.get("unassigned");
    if (!tab) throw new RangeError("no tab");
    const rows = tab.rows.map((row) => (row[4] === people[2][0] ? row.with(3, "龙阳镇中心校") : row));
    workbook.tabs.set("unassigned", { ...tab, rows });

    const after = await splitBook(workbook);
    expect(after.outcome.files.map(({ school, persons }) => [school, persons])).toEqual([
      ["罕井镇中心校", 1],
      ["孙镇中心校", 1],
      ["实验中学", 1],
      ["龙阳镇中心校", 1],
    ]);
    expect(openOf(after.files)).toBe(4);
    const again = await splitBook(workbook);
    expect(again.outcome).toEqual(after.outcome);
    expect(again.files).toEqual(after.files);
    const decided = new OpenSeason(again.book).assignments.filter(({ person }) => person.key === people[2][1]);
    expect(decided.map(({ school, person }) => [school?.name, again.book.roster.persons.includes(person)])).toEqual([
      ["龙阳镇中心校", true],
    ]);
  });
});

const picks = fc.array(fc.tuple(fc.nat(people.length - 1), fc.nat(places.length - 1)), { minLength: 1, maxLength: 14 });

describe("whatever the list", () => {
  test("the files and 待划分 are a partition by rows, persons and 分", async () => {
    await fc.assert(
      fc.asyncProperty(picks, fc.subarray(people.map(([, id]) => id)), async (chosen, held) => {
        const { outcome, book } = await splitGrids([list(contracts(chosen)), table], { held: new Set(held) });
        const parts = [...outcome.files, outcome.unassigned];
        const sum = (of: "persons" | "contracts" | "principal" | "interest" | "due") => parts.reduce((total, part) => total + part[of], 0);
        expect(sum("contracts")).toBe(chosen.length);
        expect(sum("persons")).toBe(new Set(chosen.map(([who]) => who)).size);
        expect(sum("due")).toBe(chosen.reduce((total, _, index) => total + (1100 + index) * 100, 0));
        expect(sum("principal") + sum("interest")).toBe(sum("due"));
        expect(book.roster.rows).toHaveLength(chosen.length);
      }),
    );
  });

  test("no word about a person stands in another school's file", async () => {
    await fc.assert(
      fc.asyncProperty(picks, async (chosen) => {
        const { files } = await splitGrids([list(contracts(chosen)), table]);
        const texts = files.map(({ book }) => JSON.stringify(book));
        for (const [who, [name, id]] of people.entries()) {
          for (const word of [name, id, id.slice(6, 14), `家长${who}号`, `139913${who}0018`, `138913${who}0018`, `某巷${who}号院`]) {
            expect([word, texts.filter((text) => text.includes(word)).length <= 1]).toEqual([word, true]);
          }
        }
      }),
    );
  });

  test("the order of the rows makes no difference, and a second run changes nothing", async () => {
    const stable = (files: readonly AddedFile[]) => files.filter(({ name }) => name !== "待划分.xlsx");
    await fc.assert(
      fc.asyncProperty(picks, fc.infiniteStream(fc.nat(1000)), async (chosen, luck) => {
        const rows = contracts(chosen);
        const shuffled = rows
          .map((row) => ({ row, at: luck.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        const workbook = new RecordingWorkbook([list(rows), table]);
        const first = await splitBook(workbook);
        const tabs = () => [...workbook.tabs.values()].filter(({ tab }) => tab !== "change-log");
        const before = tabs();
        const second = await splitBook(workbook);
        expect(second.files).toEqual(first.files);
        expect(second.outcome).toEqual(first.outcome);
        expect(tabs()).toEqual(before);
        const other = await splitGrids([list(shuffled), table]);
        expect(other.outcome).toEqual(first.outcome);
        // 待划分 names the row of the source sheet, which is another one now.
        expect(stable(other.files)).toEqual(stable(first.files));
      }),
    );
  });
});

/** A sheet as the centre made it, without the mark of ours. */
const unmarked = ({ name, visibility, rows, merges, hiddenRows, hiddenColumns }: Grid): Grid => ({
  ...{ name, visibility, rows, merges, hiddenRows, hiddenColumns },
});

test("the invented county is split to the cent, each person to the school of the sample", async () => {
  const county = sampleCounty({ persons: 600, seed: 7 });
  const grids = countyBook(county).sheets.map((spec) => unmarked(gridOfSpec(spec, spec.name)));
  const { outcome, book } = await splitGrids(grids);
  expect(outcome.totals).toMatchObject(county.totals);
  const expected = new Map(county.persons.map(({ citizenId, school }) => [citizenId, school]));
  const found = new OpenSeason(book).assignments.map(({ person, school }) => [person.key, school?.name ?? ""]);
  expect(found.filter(([key = "", school]) => expected.get(key) !== school)).toEqual([]);
});
