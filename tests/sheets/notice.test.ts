// The notice: what a family reads, what must not stand on the receipt, and that every page fits its sheet of paper.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { day } from "../../src/domain/values/day";
import type { FieldValues } from "../../src/domain/record/field";
import { fen } from "../../src/domain/values/money";
import type { Season } from "../../src/domain/record/season";
import type { Standing } from "../../src/domain/standing/standing";
import { cellText } from "../../src/sheets/grid";
import { noticeSheets, pageCount } from "../../src/sheets/notices/notice";
import { pageHeight } from "../../src/sheets/notices/notice-page";
import { fillWords } from "../../src/sheets/notices/fill-words";
import { paperText } from "../../src/sheets/notices/notice-texts";
import { noticeTexts, paperTexts } from "../../src/sheets/notices/paper-texts";
import { textFaults } from "../../src/sheets/notices/text-faults";
import type { CellOut, SheetSpec } from "../../src/sheets/writing/spec";
import { cellValueOf } from "../../src/sheets/writing/spec-grid";
import { linesOf } from "../../src/sheets/writing/text-lines";
import { dumpSheet } from "../support/dump";
import { expectGolden } from "../support/golden";
import { aBorrower, aList, aLoan, aSchool, aSeason, aStanding, people } from "../support/standings";

const listOf = (standings: readonly Standing[]) => aList(standings.flatMap(({ person }) => person.loans));
const sheetOf = (standings: readonly Standing[], season: Season = aSeason()): SheetSpec => tabsOf(standings, season)[0]!;

const tabsOf = (standings: readonly Standing[], season: Season = aSeason()): readonly SheetSpec[] =>
  noticeSheets({
    school: aSchool(),
    contact: { name: "周老师", phone: "13800000000" },
    standings,
    season,
    index: listOf(standings),
    asOf: day("2019-11-20"),
    madeOn: day("2019-11-25"),
  });

const textOf = (cell: CellOut | undefined): string =>
  cell !== null && typeof cell === "object" && "fen" in cell ? (cell.fen / 100).toFixed(2) : cellText(cellValueOf(cell ?? null));

/** The pages of a sheet: the rows that each has, with their texts. */
function pagesOf(sheet: SheetSpec): readonly { readonly height: number; readonly texts: readonly string[] }[] {
  const ends = [...(sheet.page?.breaksAfter ?? []), sheet.rows.length - 1];
  return ends.map((end, index) => {
    const start = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1;
    const rows = sheet.rows.slice(start, end + 1);
    const height = rows.reduce((sum, _, row) => sum + (sheet.heights?.get(start + row) ?? Number.NaN), 0);
    return { height, texts: rows.flatMap((row) => row.map(textOf).filter((text) => text !== "")) };
  });
}

const receiptOf = (texts: readonly string[]): readonly string[] => texts.slice(texts.findIndex((text) => text.includes("沿此线剪下")));

describe("a page", () => {
  test.each([1, 3, 6, 12, 16])("with %i contracts reads like this", (contracts) => {
    expectGolden(`notice-${contracts}`, dumpSheet(sheetOf([aBorrower(0, contracts)])));
  });

  test("shares with every other page the very rows that say the same to everybody, and none that is a person's own", () => {
    const { rows, looks = [], repeated = new Set() } = sheetOf([aBorrower(0, 2), aBorrower(1, 2)]);
    const common = rows.filter((row) => repeated.has(row) && rows.indexOf(row) !== rows.lastIndexOf(row));
    expect(common.length).toBeGreaterThan(rows.length / 2);
    const styles = new Map(rows.map((row, at) => [row, looks[at]]));
    expect(rows.every((row, at) => !repeated.has(row) || styles.get(row) === looks[at])).toBe(true);
    const [name, id] = people[0];
    const own = rows.filter((row) => row.some((cell) => textOf(cell).includes(name) || textOf(cell).includes(id.slice(-4))));
    expect(own.length).toBeGreaterThan(0);
    expect(own.some((row) => repeated.has(row))).toBe(false);
  });

  test("of somebody who has paid a part says what is left", () => {
    expectGolden("notice-partly-paid", dumpSheet(sheetOf([aBorrower(1, 2, { taken: 50_000 })])));
  });

  test.each([1, 2, 3, 6, 10])("with %i contracts is one page, paid in part or not", (contracts) => {
    expect(pageCount(tabsOf([aBorrower(0, contracts)]))).toBe(1);
    expect(pageCount(tabsOf([aBorrower(0, contracts, { taken: 50_000 })]))).toBe(1);
  });

  test.each([
    [16, 2],
    [40, 3],
    [90, 4],
  ])("with %i contracts takes %i pages, and every contract is on one of them", (contracts, pages) => {
    const sheet = sheetOf([aBorrower(0, contracts)]);
    const read = pagesOf(sheet);
    expect(read).toHaveLength(pages);
    const all = read.flatMap(({ texts }) => texts);
    for (let index = 0; index < contracts; index++) expect(all).toContain(`6105262019${100_000 + index}`);
    expect(all.filter((text) => text === "助学贷款催收通知书签收单")).toHaveLength(1);
  });
});

describe("on every sheet", () => {
  const many = Array.from({ length: 24 }, (_, index) => aBorrower(index, (index % 6) + 1, index % 5 === 0 ? { taken: 100 } : {}));

  test("pages are the notices, in order, each with its own receipt", () => {
    const pages = pagesOf(sheetOf(many));
    expect(pages).toHaveLength(24);
    for (const [index, { texts }] of pages.entries()) {
      expect(texts[2]).toBe(`尊敬的${many[index]!.person.name}同学及家长：`);
      expect(texts.filter((text) => text.includes("沿此线剪下"))).toHaveLength(1);
    }
  });

  test("every row has a height and every page the same one, within the paper", () => {
    const { margins } = sheetOf(many).page!;
    const paper = 841.89 - (margins.top + margins.bottom) * 72;
    expect(pageHeight).toBeLessThan(paper * 0.965);
    for (const { height } of pagesOf(sheetOf(many))) expect(height).toBeCloseTo(pageHeight, 6);
  });

  test("the print area is the whole sheet, and all columns together fit between the margins at full size", () => {
    const { page, columns, rows } = sheetOf(many);
    expect(page?.area).toEqual({ top: 0, left: 0, bottom: rows.length - 1, right: columns.length - 1 });
    expect(page?.fitWidth).toBeUndefined();
    // A digit is 6 points wide in Excel's 宋体 11, and 7 in DejaVu Sans, the widest font that stands in for it.
    const points = columns.reduce((sum, { width }) => sum + width, 0) * 7;
    expect(points).toBeLessThan(595.28 - (page!.margins.left + page!.margins.right) * 72);
  });

  test("no ID number is written out, and the receipt has neither amounts nor any part of it nor a contract number", () => {
    for (const { texts } of pagesOf(sheetOf(many))) {
      for (const [, id] of people) expect(texts.join("\n")).not.toContain(id);
      const receipt = receiptOf(texts).join("\n");
      expect(receipt).not.toMatch(/\d\.\d\d|元|\*{4}|6105262019|大写/);
      for (const [, id] of people) expect(receipt).not.toContain(id.slice(-4));
    }
  });

  test("the same people give the same sheet", () => {
    expect(sheetOf(many)).toEqual(sheetOf(many));
  });

  test("no text needs more lines than its row is high, however long names and texts are", () => {
    const letters = fc.string({ unit: fc.constantFrom("贷", "款", "，", "a", "1", " ", "。"), maxLength: 900 });
    fc.assert(
      fc.property(letters, fc.integer({ min: 1, max: 15 }), (text, contracts) => {
        const season = aSeason({ texts: new Map([["通知书信用", text]]) });
        const pages = pagesOf(sheetOf([aBorrower(0, contracts)], season));
        for (const { height } of pages) expect(height).toBeLessThanOrEqual(pageHeight + 1e-6);
        expect(pages.flatMap(({ texts }) => texts).filter((line) => line.includes("签收人签名"))).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a seal", () => {
  /** The points from the wishes, a short line that leaves the right half free, to the cut line; name and date stand in their middle. */
  function sealRoom(sheet: SheetSpec): number {
    const textsAt = (row: number) => sheet.rows[row]!.map(textOf).join("");
    const rows = sheet.rows.map((_, row) => row);
    const [wishes, cut] = ["阖家安康", "沿此线剪下"].map((words) => rows.findIndex((row) => textsAt(row).includes(words)));
    return rows.slice(wishes, cut).reduce((sum, row) => sum + (sheet.heights?.get(row) ?? 0), 0);
  }

  test.each([1, 2, 3, 4, 5, 6])("has three centimetres with %i contracts, and the letter stays one page", (contracts) => {
    const sheet = sheetOf([aBorrower(0, contracts)]);
    expect(sealRoom(sheet)).toBeGreaterThanOrEqual((3 / 2.54) * 72);
    expect(pagesOf(sheet)).toHaveLength(1);
  });

  test("is asked for beside the centre's name", () => {
    expect(pagesOf(sheetOf([aBorrower(0, 2)]))[0]!.texts).toContain(`${aSeason().office}（盖章）`);
  });
});

describe("an Alipay account", () => {
  const account = "a-very-long-account.of.forty@example.com".padEnd(40, "m");
  const withAccounts = (accounts: readonly string[]): Standing => {
    const { person, ...standing } = aBorrower(0, 3);
    const loans = person.loans.map((loan, index) => ({
      ...loan,
      values: { ...loan.values, alipayAccount: accounts[index % accounts.length] },
    }));
    return { ...standing, person: { ...person, loans: loans as typeof person.loans } };
  };

  test("of forty characters stands on a line of its own, unbroken", () => {
    const sheet = sheetOf([withAccounts([account])]);
    const row = sheet.rows.findIndex((cells) => textOf(cells[0]) === `支付宝账户：${account}`);
    expect(sheet.heights?.get(row)).toBeLessThan(24);
    expect(pagesOf(sheet)).toHaveLength(1);
  });

  test("is followed by the others that the contracts name; without any the line is left out", () => {
    expect(pagesOf(sheetOf([withAccounts(["甲@a.cn", "乙@b.cn"])]))[0]!.texts).toContain("支付宝账户：甲@a.cn、乙@b.cn");
    expect(pagesOf(sheetOf([withAccounts([])]))[0]!.texts.filter((text) => text.includes("支付宝账户："))).toEqual([]);
  });
});

describe("the letter says", () => {
  const textsOf = (standing: Standing, season?: Season) => pagesOf(sheetOf([standing], season))[0]!.texts;

  test("the sums of the contracts, once in figures and once in words", () => {
    const texts = textsOf(aBorrower(0, 2));
    expect(texts).toEqual(expect.arrayContaining(["2123.45", "874.27", "2997.72", "人民币贰仟玖佰玖拾柒元柒角贰分"]));
    expect(texts.find((text) => text.includes("2,997.72元"))).toContain("2019年12月20日");
  });

  test("what the bank has taken, and asks only for the rest", () => {
    const texts = textsOf(aBorrower(0, 2, { taken: 99_772 }));
    expect(texts).toEqual(expect.arrayContaining(["银行已收（元）", "997.72", "2000.00", "人民币贰仟元整"]));
    expect(texts.find((text) => text.includes("2019年12月20日前（含当日）"))).toContain("2,000.00元");
  });

  test("that penalties are inside the sums, and that contracts may have other due dates", () => {
    const loan = aLoan(0, { principal: fen(0), interest: fen(50_000), penalty: fen(1_250), due: fen(51_250), dueDate: day("2019-09-20") });
    const note = textsOf(aStanding([loan])).find((text) => text.startsWith("注："));
    expect(note).toContain("罚息等其他应还款项共12.50元");
    expect(note).toContain("以表中应还日期为准");
  });

  test.each([
    [{}, "到蒲城县学生资助管理中心刷卡还款。"],
    [{ officeAddress: "东大街1号" }, "到蒲城县学生资助管理中心（东大街1号）刷卡还款。"],
    [
      { officeAddress: "东大街1号", officeHours: "工作日8:30—17:30" },
      "到蒲城县学生资助管理中心（东大街1号）刷卡还款，办公时间工作日8:30—17:30。",
    ],
    [{ officeHours: "工作日" }, "到蒲城县学生资助管理中心刷卡还款，办公时间工作日。"],
  ])("where and when to pay by card, as far as it is known: %j", (change, expected) => {
    const texts = textsOf(aBorrower(0, 1), aSeason(change));
    expect(texts.find((text) => text.includes("刷卡："))).toBe(`2. 刷卡：本人或家人持借记卡，${expected}`);
  });

  test("nothing about a contact or an account that is not known", () => {
    const season = aSeason({ hotline: "" });
    const [sheet] = noticeSheets({
      school: aSchool(),
      standings: [aStanding([aLoan(0)])],
      season,
      index: aList([aLoan(0)]),
      asOf: season.today,
      madeOn: season.today,
    });
    const texts = pagesOf(sheet!)[0]!.texts.join("\n");
    expect(texts).toContain("咨询电话：国家开发银行热线95593");
    expect(texts).toContain("助学贷款支付宝账户的余额");
    expect(texts).not.toMatch(/[{}〔〕]|undefined/);
  });
});

test("more than 1,000 pages go on in another tab: Excel keeps 1,026 page breaks on a sheet", () => {
  const tabs = tabsOf(Array.from({ length: 1003 }, () => aBorrower(0, 1)));
  expect(tabs.map((tab) => [tab.tab, tab.name, pageCount([tab])])).toEqual([
    ["notices", "催收通知书", 1000],
    ["notices:2", "催收通知书2", 3],
  ]);
});

describe("the texts of 设置", () => {
  test("replace ours, have their words filled in, and may be left out", () => {
    const texts = new Map([
      ["通知书开头", "{姓名}，你好！\n请看下表。"],
      ["通知书代还", "无"],
      ["通知书祝语", "  "],
    ]);
    const page = pagesOf(sheetOf([aBorrower(0, 1)], aSeason({ texts })))[0]!.texts;
    expect(page).toEqual(expect.arrayContaining(["李明，你好！", "请看下表。", "祝您工作顺利，阖家安康！"]));
    expect(page.some((text) => text.includes("代您还款"))).toBe(false);
  });

  test("cannot bring an amount onto the receipt", () => {
    const texts = new Map([["通知书签收说明", "{姓名}应还{应还合计}元"]]);
    const receipt = receiptOf(pagesOf(sheetOf([aBorrower(0, 1)], aSeason({ texts })))[0]!.texts);
    expect(receipt).toContain("李明应还{应还合计}元");
  });

  test("that hurt or threaten are named", () => {
    expect(textFaults("通知书信用", "再不还款将曝光并起诉")).toEqual([
      { kind: "harsh", word: "曝光" },
      { kind: "harsh", word: "起诉" },
    ]);
    expect(Object.entries(paperTexts).flatMap(([name, text]) => textFaults(name, text))).toEqual([]);
    expect(textFaults("备注", "{随便} 起诉")).toEqual([]);
  });

  test("with words that nothing replaces, or half of a bracket, are named", () => {
    expect(textFaults("通知书期限", "请于{截止日前还清{未还合计}元")).toEqual([{ kind: "braces", word: "{截止日前还清" }]);
    expect(textFaults("通知书开头", "应还{应还合计大写}，{应还总额}元〔，{学校}")).toEqual([
      { kind: "braces", word: "{应还总额}" },
      { kind: "braces", word: "〔，" },
    ]);
    expect(textFaults("通知书签收说明", "今收到{未还合计}元的通知书")).toEqual([{ kind: "braces", word: "{未还合计}" }]);
  });

  test("without a word of their own are ours", () => {
    expect(paperText(aSeason(), "通知书祝语", day("2019-11-25"))).toBe(noticeTexts["通知书祝语"]);
  });

  test("keep an unknown placeholder, drop a bracket whose word is empty", () => {
    expect(fillWords("{姓名}{姓}〔（{联络员}）〕〔，{学校}〕", { 姓名: "李明", 联络员: "", 学校: "一中" })).toBe("李明{姓}，一中");
  });
});

describe("a letter made once its days have passed", () => {
  const late = noticeSheets({
    school: aSchool(),
    standings: [aBorrower(0, 2)],
    season: aSeason(),
    index: listOf([aBorrower(0, 2)]),
    asOf: day("2019-12-10"),
    madeOn: day("2019-12-26"),
  });
  const text = pagesOf(late[0]!)
    .flatMap(({ texts }) => texts)
    .join("");

  test("says that they have passed, asks for nothing ahead of them, and is as fresh as the bank's last word", () => {
    expect(text).toContain("本期应还日（2019年12月20日）已过，请您尽快");
    expect(text).toContain("集中上报情况说明的时间2019年12月18日已过，仍可补报");
    expect(text).toContain("送达当日上交");
    expect(text).toContain("数据截至2019年12月10日");
    expect(text).not.toMatch(/提前几天|提前告诉|12月18日前|11月29日/);
  });
});

test("a due date of another season is never printed, and a fen of rounding is no penalty", () => {
  const loan = aLoan(0, { dueDate: day("2109-12-20"), principal: fen(0), interest: fen(31_267), due: fen(31_268) });
  const texts = pagesOf(sheetOf([aStanding([loan])]))
    .flatMap((page) => page.texts)
    .join("|");
  expect(texts).not.toMatch(/2109|罚息/);
  expect(texts).toContain("2019-12-20");
});

test("a due date that cannot be read is left open, and whoever owes no principal is told why", () => {
  const unread = { ...aLoan(0, { principal: fen(0), interest: fen(29_400), due: fen(29_400) }) };
  const loan = { ...unread, issues: [{ field: "dueDate" as const, kind: "unreadable" as const, raw: "2019-02-30" }] };
  const texts = pagesOf(sheetOf([aStanding([loan])])).flatMap((page) => page.texts);
  expect(texts).toContain("—");
  expect(texts).not.toContain("2019-12-20");
  expect(texts.join("|")).toContain("还本宽限期内，今年只还利息。");
});

test("penalty is named by its sum, and a part that nobody stated is none", () => {
  const note = (values: FieldValues) =>
    pagesOf(sheetOf([aStanding([aLoan(0, values), aLoan(1)])]))
      .flatMap((page) => page.texts)
      .filter((text) => text.includes("罚息"))
      .map((text) => /罚息.*元/.exec(text)?.[0]);
  const parts = { principal: fen(100_000), interest: fen(20_000) };
  expect(note({ ...parts, penalty: fen(150), due: fen(120_150) })).toEqual(["罚息等其他应还款项共1.50元"]);
  expect(note({ ...parts, due: fen(120_002) })).toEqual([]);
  const { interest, ...principalOnly } = parts;
  expect(note({ ...principalOnly, interest: undefined as never, due: fen(100_000 + interest) })).toEqual([]);
});

test("letter and receipt bear the number that the list gives the person", () => {
  const standing = aBorrower(0, 3);
  const number = listOf([standing]).numberOf(standing.person);
  expect(number).toMatch(/^PC19-07-0001-[0-9A-Z]$/);
  const texts = pagesOf(sheetOf([standing])).flatMap((page) => page.texts);
  expect(texts.filter((text) => text.includes(number))).toEqual([`编号：${number}`, number]);
});

describe("linesOf", () => {
  test.each([
    ["", 10, 1],
    ["一二三四五六七八九十", 10, 1],
    ["一二三四五六七八九十一", 10, 2],
    // The full stop may not begin a line, so it takes its neighbour along.
    ["一二三四五六七八九十。", 10, 2],
    ["一\n二", 10, 2],
    // A number is not broken where it fits a line of its own.
    ["一二三四五六123456789012", 10, 2],
    ["1".repeat(40), 10, 3],
  ])("%j in lines of %i characters: %i", (text, characters, lines) => {
    expect(linesOf(text, characters)).toBe(lines);
  });
});
