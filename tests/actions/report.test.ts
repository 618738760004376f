// The action behind 上报材料: one print for one content, and what has changed since the last report that the book remembers.
import { describe, expect, test } from "@jest/globals";
import { report, type ReportOutcome } from "../../src/actions/report";
import type { Workbook } from "../../src/actions/workbook";
import { day } from "../../src/domain/values/day";
import type { BookSpec, SheetSpec } from "../../src/sheets/writing/spec";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import type { CellValue, Grid } from "../../src/sheets/grid";
import { writeBook } from "../../src/xlsx/write-book";
import { type Change, countyOn, loans, payments } from "../support/reporting";
import { loan, payment, row } from "../support/season-rows";

interface Ran {
  readonly outcome: ReportOutcome;
  readonly made: ReadonlyMap<string, BookSpec>;
  readonly tabs: readonly SheetSpec[];
}

async function run(change: Change = {}): Promise<Ran> {
  const made = new Map<string, BookSpec>();
  const tabs: SheetSpec[] = [];
  const workbook: Pick<Workbook, "write"> = {
    write: (written) => {
      tabs.push(...written);
      return Promise.resolve(written.map(({ name }) => name));
    },
  };
  const files = {
    incoming: [],
    add: (name: string, book: BookSpec) => {
      made.set(name, book);
      return Promise.resolve();
    },
  };
  return { outcome: await report.run(countyOn(change), { workbook: workbook as Workbook, files }), made, tabs };
}

const archive = ({ tabs }: Ran): Grid =>
  gridOfSpec(
    tabs.find(({ tab }) => tab === "report-archive")!,
    "上报存档",
  );

describe("the print", () => {
  test("is the same for the same book on the same day, and so is every byte", async () => {
    const [one, two] = [await run(), await run()];
    expect(two.outcome).toEqual(one.outcome);
    for (const [name, book] of one.made) expect([name, await writeBook(two.made.get(name)!)]).toEqual([name, await writeBook(book)]);
    expect(one.outcome.hash).toMatch(/^(?:[0-9a-f]{4}-){3}[0-9a-f]{4}$/);
  });

  const first = (other: Partial<Parameters<typeof loan>[3]>) => [
    loan(1, "6105262019000001", 100, { ...loans[0]!.values, ...other }),
    ...loans.slice(1),
  ];
  test.each<[string, Change]>([
    ["one fen more was taken", { payments: [payment("6105262019000001", 99.99), ...payments.slice(1)] }],
    ["one contract less is due", { loans: loans.slice(0, -1) }],
    ["one notice less was delivered", { registers: { deliveries: [] } }],
    [
      "one special case more was reported",
      { registers: { exceptions: [row("登记", { contractNo: "6105262019000002", exceptionKind: "other" })] } },
    ],
    ["a borrower is called by another name", { loans: first({ name: "测试甲" }) }],
    ["a borrower pays in another way", { loans: first({ channel: "bank-card" }) }],
    ["a standard for talks is another", { reporting: { talkDelivery: 9999 } }],
    ["a seed is given", { reporting: { sampleSeed: "三月" } }],
    ["another number stands in 设置", { documentNo: "蒲教资〔2019〕8号" }],
    ["another day", { asOf: "2019-12-12" }],
  ])("changes when %s", async (_, change) => {
    expect((await run(change)).outcome.hash).not.toBe((await run()).outcome.hash);
  });

  test("does not depend on the order of the bank's rows", async () => {
    expect((await run({ payments: [...payments].reverse() })).outcome.hash).toBe((await run()).outcome.hash);
  });

  test("stands on every file, and the seed of the draw comes of it unless 设置 gives one", async () => {
    const texts = ({ made }: Ran, file: string) =>
      made.get(file)!.sheets.flatMap(({ rows }) => rows.flat().filter((cell) => typeof cell === "string"));
    const ran = await run();
    for (const file of ran.made.keys()) expect(texts(ran, file).filter((text) => text.includes(ran.outcome.hash))).not.toEqual([]);
    const seedOf = (of: Ran) => /种子：(\S+)（/.exec(texts(of, "督查抽样.xlsx").join("\n"))?.[1];
    expect(seedOf(ran)).toBe(`20191211-${ran.outcome.hash.slice(0, 4)}`);
    expect(seedOf(await run({ reporting: { sampleSeed: "三月" } }))).toBe("三月");
  });
});

describe("the archive", () => {
  test("the first report has nothing to be compared with, and leaves a line", async () => {
    const ran = await run();
    expect([ran.outcome.since, ran.outcome.tabs]).toEqual([{ kind: "first" }, ["上报存档"]]);
    expect(archive(ran).rows.slice(2)).toEqual([
      [
        "截至日期",
        "内容校验码",
        "口径版本",
        "应还人数",
        "应还金额",
        "已还金额",
        "未还金额",
        "还清人数",
        "应送达人数",
        "有效送达人数",
        "代签人数",
        "特殊情况人数",
        "在催人数",
        "在催金额",
        "行校验",
      ],
      [
        { day: "2019-12-11" },
        ran.outcome.hash,
        "2019.4",
        20,
        2050.05,
        580,
        1470.05,
        4,
        19,
        11,
        1,
        3,
        15,
        1370.05,
        expect.stringMatching(/^[0-9A-Z]{8}$/),
      ],
    ]);
  });

  test("the same again is said to be the same, and adds no line", async () => {
    const grids = [archive(await run())];
    const again = await run({ grids });
    expect(again.outcome.since).toEqual({ kind: "compared", asOf: day("2019-12-11"), isSame: true, changes: [] });
    expect(archive(again).rows).toEqual(grids[0]!.rows);
  });

  test("what has changed is said figure by figure, and the new line stands below", async () => {
    const before = await run({ asOf: "2019-12-06" });
    const now = await run({ grids: [archive(before)] });
    expect(now.outcome.since).toEqual({
      kind: "compared",
      asOf: day("2019-12-06"),
      isSame: false,
      changes: [
        { measure: "repaid", before: 53005, now: 58000 },
        { measure: "outstanding", before: 152000, now: 147005 },
        { measure: "openAmount", before: 142000, now: 137005 },
      ],
    });
    expect(
      archive(now)
        .rows.slice(3)
        .map((cells) => cells[1]),
    ).toEqual([before.outcome.hash, now.outcome.hash]);
  });

  test("where only a list has changed no figure is named", async () => {
    const grids = [archive(await run())];
    const renamed = [
      loan(20, "6105262019000020", 100, { ...loans[19]!.values, name: "测试乙" }),
      ...loans.slice(0, 19),
      ...loans.slice(20),
    ];
    expect((await run({ grids, loans: renamed })).outcome.since).toMatchObject({ kind: "compared", isSame: false });
  });

  test("a line edited by hand is not believed, and stays as it is", async () => {
    const grid = archive(await run());
    const edit = (cells: readonly CellValue[], column: number, value: CellValue) =>
      cells.map((cell, index) => (index === column ? value : cell));
    for (const [column, value] of [
      [0, "十二月"],
      [1, "0000"],
      [5, 999],
      [14, null],
    ] as const) {
      const rows = [...grid.rows.slice(0, 3), edit(grid.rows[3]!, column, value)];
      const ran = await run({ grids: [{ ...grid, rows }] });
      expect([column, ran.outcome.since]).toEqual([column, { kind: "edited" }]);
      expect(archive(ran).rows[3]?.slice(0, 14)).toEqual(rows[3]?.slice(0, 14));
      expect(archive(ran).rows).toHaveLength(5);
    }
  });
});
