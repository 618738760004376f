// `recovery report` over files: every figure against sums made here, cell by cell, from what the bank and the schools wrote; and not a byte of anybody's in what goes round.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { run } from "../../src/cli/program";
import { cellText, type CellValue } from "../../src/sheets/grid";
import { readBook } from "../../src/xlsx/read-book";

let folder = "";
const bookName = "蒲城县2019年助学贷款本息回收.xlsx";
const at = (...parts: string[]) => join(folder, ...parts);
const asOf = "2019-12-11";

async function recovery(...args: string[]) {
  let [out, err] = ["", ""];
  const status = await run(args, { out: (text) => (out += text), err: (text) => (err += text), now: () => new Date(2020, 4, 1) });
  return { status, out, err };
}

type Rows = readonly (readonly CellValue[])[];

async function rowsOf(path: string, sheet: string): Promise<Rows> {
  return (await readBook(await readFile(path), "x.xlsx")).grids.find(({ name }) => name === sheet)!.rows;
}

/** The rows below a heading row as records by heading. */
function records(rows: Rows, first: string): readonly Readonly<Record<string, CellValue>>[] {
  const top = rows.findIndex((row) => row.includes(first));
  const headings = rows[top]!.map((cell) => cellText(cell).replaceAll("\n", ""));
  return rows.slice(top + 1).map((row) => Object.fromEntries(headings.map((heading, column) => [heading, row[column] ?? null])));
}

const fen = (cell: CellValue | undefined) => Math.round(Number(cell) * 100);
const percent = (part: number, whole: number) => (whole === 0 ? "—" : Math.floor((part * 20_000 + whole) / (2 * whole)) / 10_000);

interface Sums {
  persons: number;
  due: number;
  repaid: number;
  settled: number;
  valid: number;
  proxy: number;
  /** Persons who were to get a letter. */
  expected: number;
  netPersons: number;
  netDue: number;
  netRepaid: number;
}

interface Borrower {
  readonly name: string;
  school: string;
  readonly channel: string;
  readonly contracts: { readonly no: string; readonly due: number; repaid: number; early: boolean }[];
  signer: string;
  kind: string;
}

const people = new Map<string, Borrower>();
const liaisonOf = new Map<string, string>();

async function countHere(): Promise<void> {
  const original = at("demo", "原始工作簿", bookName);
  const byContract = new Map<string, Borrower["contracts"][number]>();
  for (const row of records(await rowsOf(original, "应还名单"), "身份证号")) {
    const id = cellText(row["身份证号"]);
    if (!/^\d{17}[\dX]$/.test(id)) continue;
    const person = people.get(id) ?? {
      name: cellText(row["姓名"]),
      school: "",
      channel: cellText(row["还款方式"]),
      contracts: [],
      signer: "",
      kind: "",
    };
    people.set(id, person);
    const contract = { no: cellText(row["合同编号"]), due: fen(row["应还合计"]), repaid: 0, early: false };
    person.contracts.push(contract);
    byContract.set(contract.no, contract);
  }
  for (const sheet of ["提前还款名单", "扣款结果"]) {
    for (const row of records(await rowsOf(original, sheet), "扣款日期")) {
      const contract = byContract.get(cellText(row["合同编号"]));
      if (!contract || !["成功", "部分"].includes(cellText(row["扣款结果"]))) continue;
      contract.repaid = Math.min(contract.due, contract.repaid + fen(row["扣款金额"]));
      contract.early ||= sheet === "提前还款名单";
    }
  }
  for (const row of records(await rowsOf(original, "辖区划分(附件2)"), "责任学校"))
    liaisonOf.set(cellText(row["责任学校"]), cellText(row["包联人"]));
  for (const part of ["催收名单", "学校交回"]) {
    for (const file of (await readdir(at("demo", part))).filter((name) => name.includes("催收名单_"))) {
      const rows = await rowsOf(at("demo", part, file), "催收名单");
      const school = /（(.+)）/.exec(cellText(rows[0]?.[0]))![1]!;
      for (const row of records(rows, "编号")) {
        const person = people.get(cellText(row["身份证号"]));
        if (!person) continue;
        person.school = school;
        if (part !== "学校交回") continue;
        if (cellText(row["送达日期"]) !== "") person.signer = cellText(row["与借款人关系"]);
        person.kind ||= cellText(row["特殊情况类别"]);
      }
    }
  }
}

const isSettled = ({ contracts }: Borrower) => contracts.every(({ due, repaid }) => repaid >= due);
const isValid = ({ signer }: Borrower) => ["本人", "父亲", "母亲"].includes(signer);

function sumsOf(group: readonly Borrower[]): Sums {
  const money = (of: readonly Borrower[], what: "due" | "repaid") =>
    of.flatMap(({ contracts }) => contracts).reduce((sum, one) => sum + one[what], 0);
  // Of the cases that the sample's schools report, service alone stops all dunning.
  const net = group.filter((one) => isSettled(one) || one.kind !== "现役军人");
  const neededNone = (one: Borrower) => one.contracts.every(({ early, due, repaid }) => early && repaid >= due);
  return {
    persons: group.length,
    due: money(group, "due"),
    repaid: money(group, "repaid"),
    settled: group.filter(isSettled).length,
    valid: group.filter(isValid).length,
    proxy: group.filter((one) => one.signer !== "" && !isValid(one)).length,
    expected: group.filter((one) => isValid(one) || !neededNone(one)).length,
    netPersons: net.length,
    netDue: money(net, "due"),
    netRepaid: money(net, "repaid"),
  };
}

const everybody = () => [...people.values()];
const schoolsHere = () => [...new Set(everybody().map(({ school }) => school))];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "report-"));
  expect((await recovery("demo", "--out", at("demo"), "--persons", "300", "--seed", "9")).status).toBe(0);
  await countHere();
  const { status, err } = await recovery("report", at("demo", bookName), "--out", at("out"), "--as-of", asOf);
  expect([status, err]).toEqual([0, ""]);
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the files", () => {
  test("are the contract's six, and a copy of the book with 上报存档", async () => {
    expect((await readdir(at("out"))).sort()).toEqual(
      ["领导总览.xlsx", "通报.xlsx", "约谈建议.xlsx", "督查抽样.xlsx", "上报_省厅.xlsx", "上报_国开行.xlsx", bookName].sort(),
    );
    expect(await rowsOf(at("out", bookName), "上报存档")).toHaveLength(4);
  });

  test("made again they are the same byte for byte; --json names them and the print that stands on them", async () => {
    const { status, out } = await recovery("report", at("demo", bookName), "--out", at("again"), "--as-of", asOf, "--json");
    const said = JSON.parse(out) as { hash: string };
    expect([status, said]).toEqual([
      0,
      {
        asOf,
        hash: expect.any(String),
        files: [
          { kind: "leadership", file: "领导总览.xlsx" },
          { kind: "circular", file: "通报.xlsx" },
          { kind: "talks", file: "约谈建议.xlsx" },
          { kind: "inspection", file: "督查抽样.xlsx" },
          { kind: "province", file: "上报_省厅.xlsx" },
          { kind: "bank", file: "上报_国开行.xlsx" },
        ],
      },
    ]);
    for (const file of await readdir(at("again")))
      expect([file, await readFile(at("again", file))]).toEqual([file, await readFile(at("out", file))]);
    expect((await rowsOf(at("out", "领导总览.xlsx"), "领导总览")).flat().map(cellText).join("\n")).toContain(said.hash);
  });

  test("made from the copy, the terminal says what has changed since", async () => {
    const same = await recovery("report", at("out", bookName), "--out", at("same"), "--as-of", asOf);
    expect(same.out).toContain(`与上次（截至 ${asOf}）完全相同`);
    const { out } = await recovery("report", at("out", bookName), "--out", at("earlier"), "--as-of", "2019-12-09");
    const { repaid, due } = sumsOf(everybody());
    const early = everybody()
      .flatMap(({ contracts }) => contracts)
      .reduce((sum, one) => sum + (one.early ? one.repaid : 0), 0);
    const yuan = (amount: number) => `${(amount / 100).toLocaleString("en", { minimumFractionDigits: 2 })}元`;
    expect(out).toContain(
      `与上次（截至 ${asOf}）相比：\n  已还金额：${yuan(repaid)} → ${yuan(early)}\n  未还金额：${yuan(due - repaid)} → ${yuan(due - early)}`,
    );
  });

  test("without --as-of it is wrong usage", async () => {
    expect((await recovery("report", at("demo", bookName), "--out", at("none"))).status).toBe(2);
  });
});

describe("figures", () => {
  const values = async (file: string, sheet: string, first: string) => records(await rowsOf(at("out", file), sheet), first);

  test("领导总览: the large figures, the rates both ways, and every school", async () => {
    const rows = await rowsOf(at("out", "领导总览.xlsx"), "领导总览");
    const all = sumsOf(everybody());
    const below = (label: string) => {
      const at = rows.findIndex((row) => row.includes(label));
      return rows[at + 1]![rows[at]!.indexOf(label)];
    };
    expect(["应还人数", "应还金额（元）", "已还金额（元）", "回收率（金额）", "送达率", "特殊情况人数"].map(below)).toEqual([
      all.persons,
      all.due / 100,
      all.repaid / 100,
      percent(all.repaid, all.due),
      percent(all.valid, all.expected),
      everybody().filter(({ kind }) => kind !== "").length,
    ]);
    const line = (label: string) => rows.find((row) => row[0] === label)!.filter((cell) => typeof cell === "number");
    expect([line("全部应还"), line("扣除特殊情况暂停")]).toEqual([
      [percent(all.settled, all.persons), percent(all.repaid, all.due)],
      [percent(all.settled, all.netPersons), percent(all.netRepaid, all.netDue)],
    ]);
    const shown = records(rows, "名次").slice(0, schoolsHere().length);
    const rates = new Map(shown.map((row) => [row["责任学校"], [row["回收率"], row["送达率"]]]));
    for (const name of schoolsHere()) {
      const own = everybody().filter(({ school }) => school === name);
      const { repaid, due, valid, expected } = sumsOf(own);
      const hasReported = own.some(({ signer, kind }) => signer !== "" || kind !== "");
      expect([name, rates.get(name)]).toEqual([name, [percent(repaid, due), hasReported ? percent(valid, expected) : "—"]]);
    }
  });

  test("通报: both tables, school by school, ranks by their own rates, and the county below", async () => {
    const delivery = await values("通报.xlsx", "送达通报", "名次");
    const recovery = await values("通报.xlsx", "回收通报", "名次");
    const groups = [
      ...schoolsHere().map((name) => [name, everybody().filter(({ school }) => school === name)] as const),
      ["全县", everybody()] as const,
    ];
    const row = (rows: typeof delivery, name: string) => rows.find((one) => one["责任学校"] === name)!;
    for (const [name, group] of groups) {
      const sums = sumsOf(group);
      const { 应送达人数: expected, 有效送达人数: valid, 未有效送达人数: missing, "代签人数（另列）": proxy } = row(delivery, name);
      expect([name, expected, valid, missing, proxy]).toEqual([name, sums.expected, sums.valid, sums.expected - sums.valid, sums.proxy]);
      const { 应还人数: persons, "应还金额（元）": due, "已还金额（元）": repaid, 还清人数: settled, ...rates } = row(recovery, name);
      expect([name, persons, fen(due), fen(repaid), settled]).toEqual([name, sums.persons, sums.due, sums.repaid, sums.settled]);
      expect([rates["回收率（金额）"], rates["还款率（人数）"], rates["净回收率（金额）"]]).toEqual([
        percent(sums.repaid, sums.due),
        percent(sums.settled, sums.persons),
        percent(sums.netRepaid, sums.netDue),
      ]);
    }
    for (const name of schoolsHere()) {
      const ratio = (one: string) => {
        const { repaid, due } = sumsOf(everybody().filter(({ school }) => school === one));
        return repaid / due;
      };
      expect([name, row(recovery, name)["名次"]]).toEqual([name, 1 + schoolsHere().filter((other) => ratio(other) > ratio(name)).length]);
    }
  });

  test("包联人汇总: each liaison's schools together", async () => {
    const rows = await values("督查抽样.xlsx", "包联人汇总", "包联人");
    for (const liaison of new Set(liaisonOf.values())) {
      const { persons, expected, valid, due, repaid } = sumsOf(everybody().filter(({ school }) => liaisonOf.get(school) === liaison));
      const shown = rows.find((row) => row["包联人"] === liaison)!;
      expect([
        liaison,
        shown["应还人数"],
        shown["应送达人数"],
        shown["有效送达人数"],
        fen(shown["应还金额"]),
        fen(shown["已还金额"]),
      ]).toEqual([liaison, persons, expected, valid, due, repaid]);
    }
  });

  test.each(["上报_省厅.xlsx", "上报_国开行.xlsx"])(
    "%s: special cases by kind and channels add up to what schools and the bank wrote",
    async (file) => {
      const rows = await rowsOf(at("out", file), "回收情况");
      const line = (label: string) => rows.find((row) => row[0] === label)?.filter((cell) => typeof cell === "number");
      const cents = (cells: readonly CellValue[] | undefined) => cells?.map((cell, index) => (index < 2 ? cell : fen(cell)));
      const sums = (group: readonly Borrower[]) => {
        const { due, repaid } = sumsOf(group);
        return { persons: group.length, contracts: group.flatMap(({ contracts }) => contracts).length, due, repaid };
      };
      for (const kind of new Set(
        everybody()
          .map((one) => one.kind)
          .filter((one) => one !== ""),
      )) {
        const { persons, contracts, due, repaid } = sums(everybody().filter((one) => one.kind === kind));
        expect([kind, cents(line(kind))]).toEqual([kind, [persons, contracts, due, due - repaid]]);
      }
      for (const channel of new Set(everybody().map((one) => one.channel))) {
        const { persons, contracts, due, repaid } = sums(everybody().filter((one) => one.channel === channel));
        expect([channel, cents(line(channel === "POS" ? "POS机" : channel))]).toEqual([channel, [persons, contracts, due, repaid]]);
      }
    },
  );

  test("the bank's list has every contract of every special case, IDs and numbers as text", async () => {
    const list = (await values("上报_国开行.xlsx", "特殊情况名单", "合同编号")).filter((row) => typeof row["序号"] === "number");
    const expected = [...people].flatMap(([id, { name, kind, contracts }]) =>
      kind === "" ? [] : contracts.map(({ no, due, repaid }) => [name, id, no, kind, due, repaid, due - repaid].join(" ")),
    );
    const shown = list.map((row) =>
      [
        row["姓名"],
        row["身份证号"],
        row["合同编号"],
        row["类别"],
        fen(row["应还金额（元）"]),
        fen(row["已还金额（元）"]),
        fen(row["未还金额（元）"]),
      ].join(" "),
    );
    expect(expected.length).toBeGreaterThan(5);
    expect([...shown].sort()).toEqual([...expected].sort());
    expect(list.filter((row) => typeof row["身份证号"] !== "string" || typeof row["合同编号"] !== "string")).toEqual([]);
  });

  test("the sample is drawn from those who signed, as many of each liaison as 设置 says", async () => {
    const list = (await values("督查抽样.xlsx", "督查抽样", "通知书编号")).filter((row) => typeof row["序号"] === "number");
    const byName = new Map(everybody().map((one) => [`${one.school} ${one.name}`, one]));
    for (const row of list) {
      const person = byName.get(`${cellText(row["责任学校"])} ${cellText(row["姓名"])}`);
      expect([row["姓名"], person?.signer === ""]).toEqual([row["姓名"], false]);
      expect(liaisonOf.get(cellText(row["责任学校"]))).toBe(row["包联人"]);
      expect(cellText(row["电话"])).toMatch(/^1\d{2}\*{4}\d{4}$/);
    }
    for (const liaison of new Set(liaisonOf.values())) {
      const signed = everybody().filter(({ school, signer }) => signer !== "" && liaisonOf.get(school) === liaison).length;
      expect([liaison, list.filter((row) => row["包联人"] === liaison).length]).toEqual([liaison, Math.min(5, signed)]);
    }
  });
});

describe("what goes round", () => {
  const secretColumns = [
    "姓名",
    "身份证号",
    "合同编号",
    "联系电话",
    "共同借款人",
    "共同借款人身份证号",
    "共同借款人电话",
    "家庭住址",
    "支付宝账号",
  ];

  test.each(["领导总览.xlsx", "通报.xlsx", "约谈建议.xlsx"])("%s has nothing of anybody in any byte", async (file) => {
    const rows = records(await rowsOf(at("demo", "原始工作簿", bookName), "应还名单"), "身份证号");
    // Liaisons are officials: 约谈建议 is for the bureau's leaders and names them.
    const officials = file === "约谈建议.xlsx" ? new Set(liaisonOf.values()) : new Set<string>();
    const secrets = new Set(
      rows.flatMap((row) => secretColumns.map((column) => cellText(row[column]))).filter((text) => text.length > 1 && !officials.has(text)),
    );
    expect(secrets.size).toBeGreaterThan(2000);
    const bytes = Object.values(unzipSync(await readFile(at("out", file)))).map((part) => new TextDecoder().decode(part));
    const found = [...secrets].filter((secret) => bytes.some((text) => text.includes(secret)));
    expect(found).toEqual([]);
  });

  test("leaders and schools read no official's name either", async () => {
    const officials = records(await rowsOf(at("demo", "原始工作簿", bookName), "联系表(附件1)"), "校长").flatMap((row) =>
      ["校长", "分管领导", "联络员"].map((column) => cellText(row[column])),
    );
    for (const file of ["领导总览.xlsx", "通报.xlsx"]) {
      const bytes = Object.values(unzipSync(await readFile(at("out", file)))).map((part) => new TextDecoder().decode(part));
      const names = [...officials, ...liaisonOf.values()].filter((name) => name.length > 1);
      expect([file, names.filter((name) => bytes.some((text) => text.includes(name)))]).toEqual([file, []]);
    }
  });
});

test("a book that cannot be read leaves nothing behind", async () => {
  await writeFile(at("bad.xlsx"), "nothing");
  const { status, err } = await recovery("report", at("bad.xlsx"), "--out", at("never"), "--as-of", asOf);
  expect([status, err.trim().split("\n").length, await readdir(at("never"))]).toEqual([1, 1, []]);
});
