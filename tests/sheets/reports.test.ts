// The reports as people open them: reviewed as text, ranked and suggested by the rules that they print, and silent about single borrowers where they go round.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { SheetRow } from "../../src/domain/record/field";
import { cellText } from "../../src/sheets/grid";
import { definitionLines } from "../../src/sheets/rollups/rollup-words";
import { netDefinition } from "../../src/sheets/reports/report-words";
import { ruleVersion } from "../../src/sheets/reports/report-input";
import { reportFiles, reports } from "../../src/sheets/reports/reports";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { withHeights } from "../../src/sheets/writing/row-heights";
import { linesOf, pointsOf } from "../../src/sheets/writing/text-lines";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { drawSample } from "../../src/domain/standing/inspection";
import { fingerprintOf } from "../../src/domain/identity/row-key";
import { writeBook } from "../../src/xlsx/write-book";
import { dumpSheet } from "../support/dump";
import { expectGolden } from "../support/golden";
import { type Change, countyInput, loans, schools } from "../support/reporting";
import { idOf, loan, payment } from "../support/season-rows";

const sheetsOf = (kind: string, change: Change = {}): readonly SheetSpec[] =>
  reportFiles(countyInput(change)).find((file) => file.kind === kind)!.book.sheets;
const textsOf = (sheets: readonly SheetSpec[]) =>
  sheets.flatMap((sheet) => gridOfSpec(sheet, sheet.name).rows.map((row) => row.map(cellText)));
/** The rows of a table: below the heading that begins so, up to its totals, a text over the whole width or a gap. */
function tableOf(sheet: SheetSpec, ...heading: readonly string[]): readonly (readonly string[])[] {
  const rows = textsOf([sheet]);
  const at = rows.findIndex((row) => heading.every((text, index) => row[index] === text));
  const end = rows.findIndex((row, index) => index > at && ((row[0] ?? "") === "" || row.length === 1));
  return rows.slice(at + 1, end);
}

describe("the files as reviewed", () => {
  test.each(reports.map(({ kind }) => kind))("%s", (kind) => {
    expectGolden(`report-${kind}`, sheetsOf(kind).map(dumpSheet).join("\n"));
  });

  test("each is called as the contract says", () => {
    expect(reportFiles(countyInput()).map(({ kind, file }) => [kind, file])).toEqual([
      ["leadership", "领导总览.xlsx"],
      ["circular", "通报.xlsx"],
      ["talks", "约谈建议.xlsx"],
      ["inspection", "督查抽样.xlsx"],
      ["province", "上报_省厅.xlsx"],
      ["bank", "上报_国开行.xlsx"],
    ]);
  });

  test("every file bears the print, the version of the rules and the day", () => {
    for (const { file, book } of reportFiles(countyInput())) {
      const stamp = "内容校验码：0123-4567-89ab-cdef\u3000\u3000口径版本：2019.4\u3000\u3000截至日期：2019-12-11";
      const stamps = book.sheets.map((sheet) => {
        const texts = textsOf([sheet]).flat();
        return texts.filter((text) => /^(内容校验码|口径版本)：/.test(text)).join("\u3000\u3000");
      });
      expect([file, new Set(stamps)]).toEqual([file, new Set([stamp])]);
    }
  });

  test("whoever changes a definition raises the version of the rules", () => {
    const words = [
      ...definitionLines([
        "persons",
        "repaid",
        "recovery",
        "delivery",
        "undelivered",
        "claimed",
        "exceptions",
        "open",
        "rank",
        "percent",
        "unassigned",
      ]),
      netDefinition,
    ];
    expect([ruleVersion, fingerprintOf(words.join("\n"))]).toEqual(["2019.4", "9RBDAJQE"]);
  });

  test("unit and number come from 设置; a number that is missing leaves room for a pen", () => {
    const head = (change: Change) => textsOf(sheetsOf("province", change))[1]?.[0];
    expect([head({}), head({ documentNo: "" })]).toEqual([
      "单位：蒲城县学生资助管理中心\u3000\u3000文号：蒲教资〔2019〕7号",
      `单位：蒲城县学生资助管理中心\u3000\u3000文号：${"\u3000".repeat(10)}`.trim(),
    ]);
  });
});

describe("the number of a paper", () => {
  const headed = (change: Change) =>
    reports.map(({ kind }) => {
      const texts = textsOf(sheetsOf(kind, change)).flat();
      return [kind, [...new Set(texts.flatMap((text) => /文号：(.*)$/.exec(text)?.[1]?.trim() ?? []))]];
    });

  test("is its own where 设置 gives it one, on every sheet of it, else that of the season", () => {
    expect(headed({ documentNos: { circular: "蒲教字〔2019〕88号", bank: "蒲资助函〔2019〕3号" } })).toEqual([
      ["leadership", ["蒲教资〔2019〕7号"]],
      ["circular", ["蒲教字〔2019〕88号"]],
      ["talks", ["蒲教资〔2019〕7号"]],
      ["inspection", ["蒲教资〔2019〕7号"]],
      ["province", ["蒲教资〔2019〕7号"]],
      ["bank", ["蒲资助函〔2019〕3号"]],
    ]);
    expect(headed({ documentNo: "" }).map(([, numbers]) => numbers)).toEqual([[], [""], [""], [""], [""], [""]]);
  });
});

describe("what goes round names nobody", () => {
  const secrets = loans.flatMap(({ values: { name, citizenId, phone, contractNo, address, village } }) => [
    name,
    citizenId,
    phone,
    contractNo,
    address,
    village,
  ]) as string[];

  test.each(reports.filter(({ isImpersonal }) => isImpersonal).map(({ kind }) => kind))("%s", (kind) => {
    const texts = textsOf(sheetsOf(kind)).flat();
    expect(texts.filter((text) => secrets.some((secret) => text.includes(secret)) || /\d{6}\*+|\d{15,}|1[3-9]\d{9}/.test(text))).toEqual(
      [],
    );
  });

  test("leaders and schools read no liaison's name either", () => {
    const texts = [...textsOf(sheetsOf("leadership")), ...textsOf(sheetsOf("circular"))].flat();
    expect(texts.filter((text) => text.includes("包联"))).toEqual([]);
  });

  test("inspectors and the province get masked numbers only; the bank gets full ones as text", () => {
    const texts = (kind: string) => textsOf(sheetsOf(kind)).flat();
    expect([...texts("inspection"), ...texts("province")].filter((text) => /\d{17}[\dX]|1[3-9]\d{9}/.test(text))).toEqual([]);
    const bank = sheetsOf("bank")[1]!;
    const list = bank.rows.filter((row) => typeof row[0] === "number");
    expect(list.map((row) => [typeof row[2], typeof row[3]])).toEqual(list.map(() => ["string", "string"]));
    // The person with two contracts has two lines.
    expect(list.map((row) => [row[1], row[3], row[5]])).toEqual([
      ["测试四", "6105262019000004", "死亡"],
      ["测试一", "6105262019000001", "现役军人"],
      ["测试一", "6105262019000021", "现役军人"],
      ["测试一零", "6105262019000010", "经济困难"],
    ]);
  });
});

describe("领导总览 on a phone and on paper", () => {
  test("is as wide as a phone, nothing frozen, and two pages with thirty schools", () => {
    const [sheet] = sheetsOf("leadership");
    const { columns, freeze, rows, heights, page, charts = [] } = withHeights(sheet!);
    expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(48);
    expect([freeze, page?.fitWidth, page?.breaksAfter?.length]).toEqual([undefined, false, 1]);
    const end = page!.breaksAfter![0]! + 1;
    const points = (from: number, to: number) => rows.slice(from, to).reduce((sum, _, row) => sum + (heights?.get(from + row) ?? 15), 0);
    for (const [from, to] of [
      [0, end],
      [end, rows.length],
    ] as const)
      expect(points(from, to) * (page!.scale! / 100)).toBeLessThanOrEqual(841.89 - (page!.margins.top + page!.margins.bottom) * 72);
    expect(charts.map(({ kind }) => kind)).toEqual(["line", "bar"]);
  });

  test("the stamp stands in lines that the phone is wide enough for", () => {
    const [sheet] = sheetsOf("leadership");
    const characters = pointsOf(sheet!.columns.map(({ width }) => width)) / 10;
    const stamps = textsOf([sheet!]).flatMap(([text = ""]) => (/^(内容校验码|口径版本)：/.test(text) ? [text] : []));
    expect(stamps.map((text) => linesOf(text, characters))).toEqual([1, 1]);
  });

  test("rates stand by persons and by amount, with and without special cases that stop collection", () => {
    // 20 persons owe 2050.05; 4 have repaid all; person 4, who died, owes 100 and leaves both sides.
    expect(tableOf(sheetsOf("leadership")[0]!, "口径", "", "按人数")).toEqual([
      ["全部应还", "", String(4 / 20), String(Math.round((580 / 2050.05) * 10_000) / 10_000)],
      ["扣除特殊情况暂停", "", String(Math.round((4 / 19) * 10_000) / 10_000), String(Math.round((580 / 1950.05) * 10_000) / 10_000)],
    ]);
  });

  test("the line shows what the bank had taken by the end of each day", () => {
    expect(tableOf(sheetsOf("leadership")[0]!, "日期").map((row) => [row[0], row[3]])).toEqual([
      ["12月05日", "430.05"],
      ["12月06日", "530.05"],
      ["12月08日", "580"],
    ]);
  });
});

describe("league tables", () => {
  const league = (at: number, change: Change = {}) => tableOf(sheetsOf("circular", change)[at]!, "名次", "责任学校");

  test("delivery: equal rates share a rank, small schools are marked, schools that reported nothing have none", () => {
    expect(
      league(0).map(([rank, name, due, valid, missing, proxy, rate, remark]) => [rank, name, due, valid, missing, proxy, rate, remark]),
    ).toEqual([
      ["1", "孙镇中心校", "6", "6", "0", "0", "1", undefined],
      ["2", "罕井镇中心校", "6", "4", "2", "1", "0.6667", undefined],
      ["3", "蒲城中学", "2", "1", "1", "0", "0.5", "基数小"],
      ["—", "桥陵镇中心校", "0", "0", "0", "0", "—", "无应送达"],
      ["—", "龙池镇中心校", "5", "0", "5", "0", "—", "尚未上报"],
      // Nobody may be written to whose school is not known.
      ["—", "待划分", "0", "0", "0", "0", "—", "不排名"],
    ]);
  });

  test("recovery: 1, 2, 2, 4", () => {
    const paid = [1, 7, 13].map((n) => payment(`6105262019${String(n).padStart(6, "0")}`, 100));
    const even = loans.slice(0, 20);
    expect(league(1, { loans: even, payments: paid }).map(([rank, name]) => [rank, name])).toEqual([
      ["1", "蒲城中学"],
      ["2", "罕井镇中心校"],
      ["2", "孙镇中心校"],
      ["4", "龙池镇中心校"],
      ["—", "桥陵镇中心校"],
      ["—", "待划分"],
    ]);
  });

  test("schools may only write their objections", () => {
    for (const sheet of sheetsOf("circular")) {
      const [open] = sheet.styled!.filter(({ style }) => style.startsWith("fill")).map(({ area }) => [area.left, area.right]);
      const heading = sheet.rows.find((row) => row[0] === "名次")!;
      expect([sheet.isProtected, open]).toEqual([true, [heading.length - 1, heading.length - 1]]);
      expect(heading.at(-1)).toBe("申诉（学校填写）");
    }
  });
});

describe("talks", () => {
  const talks = (change: Change = {}) => tableOf(sheetsOf("talks", change)[0]!, "序号", "责任学校").map((row) => [row[1], row[7]]);

  test("before the time for the work is over nothing is asked for, unless 设置 says so", () => {
    expect(talks({ asOf: "2019-12-01" })).toEqual([]);
    expect(talks({ asOf: "2019-12-01", reporting: { talkRecovery: 100 } })).toEqual([
      ["罕井镇中心校", "回收率0.00%，低于1.00%"],
      ["孙镇中心校", "回收率0.00%，低于1.00%"],
      ["龙池镇中心校", "回收率0.00%，低于1.00%"],
    ]);
  });

  test("then by the usual standards: low delivery, nothing reported, the last quarter of the ranking; small schools are left out", () => {
    expect(talks()).toEqual([
      ["罕井镇中心校", "送达率66.67%，低于80.00%"],
      ["龙池镇中心校", "尚未上报任何送达情况；回收率排名靠后（第3名，共4所参加排名）"],
    ]);
  });

  test("places are those of the ranking, small schools among them: nobody is fourth of three", () => {
    const payments = [1, 7, 13].map((n) => payment(`6105262019${String(n).padStart(6, "0")}`, 100));
    expect(talks({ loans: loans.slice(0, 20), payments }).filter(([, reasons]) => reasons?.includes("排名"))).toEqual([
      ["龙池镇中心校", "尚未上报任何送达情况；回收率排名靠后（第4名，共4所参加排名）"],
    ]);
  });

  test("by those of 设置: exact limits, and so many last places, equal ones alike", () => {
    expect(talks({ reporting: { talkDelivery: 6667, talkLast: 0 } })).toEqual([
      ["罕井镇中心校", "送达率66.67%，低于66.67%"],
      ["龙池镇中心校", "尚未上报任何送达情况"],
    ]);
    const none = { payments: [] as readonly SheetRow[] };
    expect(talks({ ...none, reporting: { talkDelivery: 0, talkLast: 1 } }).map(([name]) => name)).toEqual([
      "罕井镇中心校",
      "孙镇中心校",
      "龙池镇中心校",
    ]);
  });

  test("it is a suggestion, and says so", () => {
    expect(textsOf(sheetsOf("talks")).flat()).toContain("仅供领导决定是否约谈时参考；助手不会自动发送或通知任何人，也不作评价。");
  });
});

describe("the sample for inspection", () => {
  const drawn = (change: Change = {}, seed?: string) => {
    const input = countyInput(change);
    const stamped = seed === undefined ? input : { ...input, stamp: { hash: "", seed } };
    const sheet = reportFiles(stamped).find(({ kind }) => kind === "inspection")!.book.sheets[0]!;
    return sheet.rows.filter((row) => typeof row[0] === "number").map((row) => [row[1], row[3]] as const);
  };

  test("is the same for the same seed, whatever the order of rows, and another for another", () => {
    const one = drawn({ reporting: { sampleSize: 2 } });
    expect(one.map(([group]) => group)).toEqual(["包联甲", "包联甲", "包联乙", "包联乙"]);
    const seeds = Array.from({ length: 20 }, (_, seed) => JSON.stringify(drawn({ reporting: { sampleSize: 2 } }, String(seed))));
    expect(new Set(seeds).size).toBeGreaterThan(10);
    expect(drawn({ reporting: { sampleSize: 2 } }, "7")).toEqual(drawn({ reporting: { sampleSize: 2 } }, "7"));
  });

  test("draws everybody alike: over many seeds each of six is drawn about equally often", () => {
    const counts = new Map<string, number>();
    const notices = Array.from({ length: 6 }, (_, index) => ({ key: idOf(index), group: "包联乙" }));
    for (let seed = 0; seed < 300; seed++)
      for (const { key } of drawSample(notices, 1, String(seed))) counts.set(key, (counts.get(key) ?? 0) + 1);
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 50)).toBeLessThan(25);
  });

  test("holds only delivered notices, 代签 among them and marked", () => {
    const all = sheetsOf("inspection", { reporting: { sampleSize: 99 } })[0]!.rows.filter((row) => typeof row[0] === "number");
    expect(all.map((row) => row[3]).sort()).toEqual(
      [
        "测试一",
        "测试二",
        "测试三",
        "测试四",
        "测试五",
        "测试七",
        "测试八",
        "测试九",
        "测试一零",
        "测试一一",
        "测试一二",
        "测试一三",
      ].sort(),
    );
    expect(all.filter((row) => String(row[9]).includes("代签")).map((row) => [row[3], row[5], row[9]])).toEqual([
      ["测试五", "139****0005", "某某／村干部（代签）"],
    ]);
  });

  test("a long name with the longest relation and 代签 stands in one line", () => {
    const [sheet] = sheetsOf("inspection");
    const characters = Math.floor((pointsOf([sheet!.columns[9]!.width]) / 11) * 2) / 2;
    expect(linesOf("欧阳静雯／其他亲属（代签）", characters)).toBe(1);
  });
});

describe("sums that a reader would check", () => {
  const cells = reportFiles(countyInput()).flatMap(({ book }) => book.sheets.map((sheet) => ({ sheet })));

  /** The value of the formulas that reports use, reckoned anew from the cells. */
  function reckon(sheet: SheetSpec, formula: string): number {
    const value = (address: string): number => {
      const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address)!;
      const column = [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const cell = sheet.rows[Number(row) - 1]?.[column] ?? null;
      if (typeof cell === "number") return cell;
      return cell !== null && typeof cell === "object" && "fen" in cell ? cell.fen / 100 : 0;
    };
    const sum = (from: string, to: string) => {
      const [letters] = /^[A-Z]+/.exec(from)!;
      const [top, bottom] = [from, to].map((address) => Number(/\d+$/.exec(address)![0])) as [number, number];
      return Array.from({ length: bottom - top + 1 }, (_, index) => value(`${letters}${top + index}`)).reduce((a, b) => a + b, 0);
    };
    const [, first, from = "", to = ""] = /^(?:([A-Z]+\d+)-)?SUM\(([A-Z]+\d+):([A-Z]+\d+)\)$/.exec(formula)!;
    return first === undefined ? sum(from, to) : value(first) - sum(from, to);
  }

  test("are formulas whose cells make the value that stands there", () => {
    const formulas = cells.flatMap(({ sheet }) =>
      sheet.rows.flatMap((row) =>
        row.flatMap((cell) => (cell !== null && typeof cell === "object" && "formula" in cell ? [{ sheet, cell }] : [])),
      ),
    );
    expect(formulas.length).toBeGreaterThan(40);
    for (const { sheet, cell } of formulas)
      expect([sheet.name, cell.formula, Math.round(Number(cell.value) * 100)]).toEqual([
        sheet.name,
        cell.formula,
        Math.round(reckon(sheet, cell.formula) * 100),
      ]);
  });
});

describe("thin counties", () => {
  const nothing = { deliveries: [], claims: [], visits: [], exceptions: [] };
  test.each<[string, Change]>([
    ["no schools", { schools: [] }],
    ["no deliveries, no payments, no cases", { registers: nothing, payments: [] }],
    ["one person who owes nothing", { loans: [loan(1, "HT-1", 0)], payments: [], registers: nothing, schools: schools.slice(0, 1) }],
    ["a season before its first day", { loans: [], payments: [], registers: nothing }],
  ])("%s: six plain files, which can be written", async (_, change) => {
    const files = reportFiles(countyInput(change));
    expect(files).toHaveLength(6);
    for (const { file, book } of files) expect([file, (await writeBook(book)).length]).toEqual([file, expect.any(Number)]);
    const texts = files.flatMap(({ book }) => textsOf(book.sheets).flat());
    expect(texts.filter((text) => /NaN|undefined|Infinity/.test(text))).toEqual([]);
  });

  test("any county can be reported, whoever owes what and wherever the bank took it", () => {
    const anyLoan = fc.record({
      person: fc.integer({ min: 1, max: 12 }),
      due: fc.integer({ min: -5, max: 3000 }),
      taken: fc.integer({ min: -100, max: 4000 }),
    });
    fc.assert(
      fc.property(fc.array(anyLoan, { maxLength: 25 }), fc.integer({ min: 0, max: 5 }), (drawn, count) => {
        const change = {
          loans: drawn.map(({ person, due }, index) => loan(person, `HT-${index}`, due)),
          payments: drawn.flatMap(({ taken }, index) => (taken === 0 ? [] : [payment(`HT-${index}`, taken)])),
          schools: schools.slice(0, count),
        };
        expect(reportFiles(countyInput(change))).toEqual(reportFiles(countyInput(change)));
      }),
      { numRuns: 40 },
    );
  });

  test("before the first day no rate is a hundred percent of nothing", () => {
    const files = reportFiles(countyInput({ loans: [], payments: [], registers: nothing }));
    expect(files.flatMap(({ book }) => textsOf(book.sheets).flat()).filter((text) => text.includes("100.00%"))).toEqual([]);
  });

  test("what nobody has is said in words", () => {
    expect(textsOf(sheetsOf("talks", { schools: [] })).flat()).toContain("按现行标准，没有建议约谈的。");
    const texts = (kind: string) => textsOf(sheetsOf(kind, { registers: nothing })).flat();
    expect(texts("inspection")).toContain("还没有登记任何送达，没有可抽的通知书。");
    expect(texts("bank")).toContain("本期没有上报的特殊情况。");
  });
});
