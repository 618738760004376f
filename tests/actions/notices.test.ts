// Issuing notices: who gets one, who must not, and that the files hold the notices and nothing else.
import { describe, expect, test } from "@jest/globals";
import { notices, type NoticesOutcome } from "../../src/actions/notices";
import { OpenSeason } from "../../src/actions/season";
import { type Files, type Ports, type Workbook, WorkbookError } from "../../src/actions/workbook";
import { day } from "../../src/domain/values/day";
import type { FieldValues, SheetRow } from "../../src/domain/record/field";
import type { Assignment, School } from "../../src/domain/places/jurisdiction";
import { fen } from "../../src/domain/values/money";
import type { Standing } from "../../src/domain/standing/standing";
import type { StopReason } from "../../src/domain/standing/stop";
import { pageCount } from "../../src/sheets/notices/notice";
import type { Grid } from "../../src/sheets/grid";
import { readSeasonBook } from "../../src/sheets/reading/read-season";
import type { SeasonBook } from "../../src/sheets/reading/reading";
import type { BookSpec, SheetSpec } from "../../src/sheets/writing/spec";
import { stopLabel } from "../../src/sheets/notices/withheld";
import { aBorrower, aLoan, aSchool, aSeason, aStanding, people } from "../support/standings";

const central = aSchool();
const county = aSchool({ name: "尧山中学", code: "22", aliases: ["尧中"] });

/** The n-th of a village of borrowers without ID numbers, so that there can be many of them. */
const aVillager = (index: number, values: FieldValues = {}, change: Partial<Standing> & { readonly taken?: number } = {}): Standing =>
  aStanding(
    [aLoan(index, { name: `村民${String(index).padStart(2, "0")}`, citizenId: "", phone: `138000000${10 + index}`, ...values })],
    change,
  );

function aBook(contacts: readonly SheetRow[] = [], texts: ReadonlyMap<string, string> = new Map()): SeasonBook {
  return {
    sheets: [],
    season: aSeason({ texts }),
    roster: { rows: [], persons: [], copies: [] },
    jurisdictions: undefined,
    contacts,
    payments: [],
    registers: { deliveries: [], claims: [], visits: [], exceptions: [] },
  };
}

interface Run {
  readonly outcome: NoticesOutcome;
  readonly made: ReadonlyMap<string, BookSpec>;
}

async function issue(people: readonly (readonly [Standing, School | undefined])[], book = aBook()): Promise<Run> {
  const made = new Map<string, BookSpec>();
  const files: Files = {
    incoming: [],
    add: (name, spec) => {
      made.set(name, spec);
      return Promise.resolve();
    },
  };
  const ours = ["notice-template", "notice-numbers", "change-log", "run-journal"];
  const untouched = new Proxy({} as Workbook, {
    get: (_, member) => {
      if (member !== "write") throw new Error(`notices must leave the open book alone: ${String(member)}`);
      return (tabs: readonly SheetSpec[]) => {
        expect(tabs.map(({ tab }) => tab)).toEqual(ours);
        return Promise.resolve(tabs.map(({ name }) => name));
      };
    },
  });
  const assignments = people.map(([{ person }, school]): Assignment =>
    school ? { person, school, by: "township" } : { person, reason: "unknown-place", candidates: [] },
  );
  const standings = new Map(people.map(([standing]) => [standing.person.key, standing]));
  const ports: Ports = { workbook: untouched, files };
  const season = new OpenSeason(book, { assignments, held: new Set(), standings });
  return { outcome: await notices.run(season, ports), made };
}

const textsOf = (book: BookSpec | undefined): string => JSON.stringify(book?.sheets.map(({ rows }) => rows));

describe("notices", () => {
  test("each school gets one workbook with its own people's notices, as many pages as notices", async () => {
    const { outcome, made } = await issue([
      [aBorrower(0, 2), county],
      [aBorrower(1, 3), central],
      [aBorrower(2, 6), central],
    ]);
    expect(outcome).toEqual({
      files: [
        { school: "罕井镇中心校", file: "催收通知书_罕井镇中心校.xlsx", notices: 2, pages: 2 },
        { school: "尧山中学", file: "催收通知书_尧山中学.xlsx", notices: 1, pages: 1 },
      ],
      offered: [
        { school: "罕井镇中心校", villages: [] },
        { school: "尧山中学", villages: [] },
      ],
      papers: [],
      unknown: [],
      spilled: [],
      withdrawn: 0,
      withheld: [],
      notices: 3,
    });
    expect([...made.keys()]).toEqual(["催收通知书_罕井镇中心校.xlsx", "催收通知书_尧山中学.xlsx"]);
    for (const { file, notices: count } of outcome.files) {
      const sheets = made.get(file)!.sheets;
      expect(sheets.map(({ tab }) => tab)).toEqual(["notices"]);
      expect(pageCount(sheets)).toBe(count);
    }
    expect(textsOf(made.get("催收通知书_尧山中学.xlsx"))).not.toContain(people[1][0]);
    expect(textsOf(made.get("催收通知书_罕井镇中心校.xlsx"))).not.toContain("尧山");
  });

  test("twenty families of one school are twenty pages", async () => {
    const { outcome } = await issue(Array.from({ length: 20 }, (_, index) => [aVillager(index), central] as const));
    expect(outcome.files).toEqual([{ school: central.name, file: "催收通知书_罕井镇中心校.xlsx", notices: 20, pages: 20 }]);
  });

  test("pages lie in the order of the school's list, by village and name", async () => {
    const { made } = await issue([
      [aVillager(2, { township: "罕井镇", village: "东街村" }), central],
      [aVillager(3, { township: "罕井镇", village: "上王村" }), central],
      [aVillager(1, { township: "罕井镇", village: "东街村" }), central],
    ]);
    const letters = textsOf(made.get("催收通知书_罕井镇中心校.xlsx"));
    const order = ["村民01", "村民02", "村民03"].map((name) => letters.indexOf(`尊敬的${name}`));
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test("somebody who has paid a part or whose deduction failed still gets a notice", async () => {
    const { outcome } = await issue([
      [aBorrower(0, 2, { taken: 100 }), central],
      [aBorrower(1, 1, { state: "claimed", claimed: fen(500) }), central],
      [aBorrower(2, 1, { state: "promised", exceptionKind: "hardship" }), central],
    ]);
    expect(outcome.notices).toBe(3);
    expect(outcome.withheld).toEqual([]);
  });

  const reasons: readonly StopReason[] = [
    "paid",
    "nothing-due",
    "deceased",
    "missing",
    "illness",
    "imprisoned",
    "enlisted",
    "not-borrower",
    "early-applied",
    "paid-not-shown",
    "waived",
    "deposited",
    "to-verify",
    "name-unusable",
    "withdrawn",
    "data-error",
    "unassigned",
  ];

  test.each(reasons)("nobody whose standing says %s gets a notice; the centre reads why", async (reason) => {
    const { outcome, made } = await issue([[aBorrower(0, 1, { stop: reason }), central]]);
    expect(outcome).toEqual({
      files: [],
      withheld: [{ name: "李明", reason, school: central.name }],
      notices: 0,
      offered: [],
      papers: [],
      unknown: [],
      spilled: [],
      withdrawn: 0,
    });
    expect([...made.keys()]).toEqual(["中心留存/暂不发送名单.xlsx"]);
    const { rows } = made.get("中心留存/暂不发送名单.xlsx")!.sheets[0]!;
    expect(rows.slice(3)).toEqual([[1, "李明", "610526********0018", central.name, stopLabel(reason)]]);
    expect(stopLabel(reason)).toMatch(/^\p{Script=Han}/u);
  });

  test("the standing alone decides: without a reason in it a person with a school gets a notice, one without waits", async () => {
    const { outcome } = await issue([
      [aBorrower(0, 1), central],
      [aBorrower(1, 1), undefined],
    ]);
    expect(outcome.withheld).toEqual([{ name: "王晓燕", reason: "unassigned" }]);
    expect(outcome.notices).toBe(1);
  });

  test("no file holds an ID number in full", async () => {
    const { made } = await issue(
      people.map((_, index) => [aBorrower(index, 2, index === 4 ? { stop: "deceased" } : {}), central] as const),
    );
    for (const book of made.values()) for (const [, id] of people) expect(textsOf(book)).not.toContain(id);
  });

  test("the school's own contact is named when 附件1 has it, under any of the school's names", async () => {
    const contact = {
      place: { sheet: "联系表", row: 3 },
      issues: [],
      values: { school: "尧中", contact: "周文", contactPhone: "13811112222" },
    };
    const { made } = await issue([[aBorrower(0, 1), county]], aBook([contact]));
    expect(textsOf(made.get("催收通知书_尧山中学.xlsx"))).toContain("尧山中学联络员周文13811112222；");
  });

  test("names of schools become legal and different file names", async () => {
    const twins = [aSchool({ name: "一中/高中部", code: "01" }), aSchool({ name: "一中:高中部", code: "02" })] as const;
    const { outcome } = await issue([
      [aBorrower(0, 1), twins[0]],
      [aBorrower(1, 1), twins[1]],
    ]);
    expect(outcome.files.map(({ file }) => file)).toEqual(["催收通知书_一中_高中部(02).xlsx", "催收通知书_一中_高中部(01).xlsx"]);
  });

  test.each([
    ["a harsh word", "通知书信用", "列入失信名单", "设置!B4 通知书信用（失信）"],
    ["a placeholder that is not closed", "通知书期限", "请于{截止日前还款", "设置!B4 通知书期限（{截止日前还款）"],
    ["a date that the calendar does not have", "应还日", "2019-02-30", "设置!B4 应还日（2019-02-30）"],
    ["a date far from the season", "应还日", "2109-12-20", "设置!B4 应还日（2109-12-20）"],
  ])("no letter is made while 设置 holds %s", async (_, name, value, detail) => {
    const rows = [
      ["县名", "蒲城县"],
      ["年度", 2019],
      ["单位", "蒲城县学生资助管理中心"],
      [name, value],
    ] as const;
    const grid: Grid = { name: "设置", visibility: "visible", rows, merges: [], hiddenRows: [], hiddenColumns: [] };
    const { sheets, season } = readSeasonBook([grid], { clock: day("2019-11-25") });
    await expect(issue([[aBorrower(0, 1), central]], { ...aBook(), sheets, season })).rejects.toEqual(
      new WorkbookError("settings-unfit", detail),
    );
  });

  test("running it twice makes the same files; the order of the people makes no difference to them", async () => {
    const all = people.map((_, index) => [aBorrower(index, index + 1), index % 2 ? central : county] as const);
    const first = await issue(all);
    expect(await issue(all)).toEqual(first);
    const turned = await issue([...all].reverse());
    expect(turned.outcome.files).toEqual(first.outcome.files);
    expect(turned.made).toEqual(first.made);
  });
});
