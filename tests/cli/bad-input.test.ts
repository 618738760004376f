// What goes wrong with money in an office: each case is a finding or a sentence with the next step, and no figure is bent by it.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { run } from "../../src/cli/program";
import type { ExampleRow } from "../../src/domain/checking/rule";
import type { Grid } from "../../src/sheets/grid";
import { asWritten } from "../../src/sheets/reading/own-table";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { gridOf, settingsGrid } from "../support/builders";
import { contractOf, feedbackTable } from "../support/feedback-season";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bad-input-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const specOf = ({ name, rows, ownTab, visibility }: Grid): SheetSpec => ({
  tab: ownTab ?? "",
  name,
  ...(visibility === "visible" ? {} : { visibility }),
  columns: (rows[0] ?? []).map(() => ({ width: 14, style: "plain" })),
  rows: rows.map((row) => row.map(asWritten)),
});

/** A book in a file of this name. */
async function bookOf(name: string, ...grids: readonly Grid[]): Promise<string> {
  const path = join(folder, `${name}.xlsx`);
  await writeFile(path, await writeBook({ sheets: grids.map(specOf) }));
  return path;
}

async function recovery(...args: readonly string[]) {
  let [out, err] = ["", ""];
  const status = await run([...args], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    now: () => new Date(2019, 11 /* Dec */, 12, 9),
  });
  return { status, out, err };
}

const json = async <T>(...args: readonly string[]) => JSON.parse((await recovery(...args, "--json")).out) as T;

interface Found {
  readonly rule: string;
  readonly sheet: string;
  readonly message: string;
}
interface Rolled {
  readonly county: { readonly persons: number; readonly due: string; readonly repaid: string };
  readonly schools: readonly {
    readonly school: string;
    readonly persons: number;
    readonly recoveryRate: string;
    readonly rank: number | null;
  }[];
}

const contracts = [0, 1, 2, 3].map((who) => contractOf(who, 0, 1000));
const list = gridOf("应还名单", contracts, "2019年应还名单");
const settings = settingsGrid({ 今天: "2019-12-12" });
const paid = (who: number, yuan: number, change: ExampleRow = {}): ExampleRow => {
  const { name = "", contractNo = "" } = contractOf(who, 0, 0);
  return { name, contractNo, repaidOn: "2019-12-05", repaid: yuan, deductionResult: "成功", batch: "第1批", ...change };
};
const batch = [0, 1, 2].map((who) => paid(who, 1000));
const stranger = (who: number) => paid(who, 500, { contractNo: `61052820180000${who}`, name: `外县${"甲乙丙"[who] ?? ""}` });

describe("batches of the bank", () => {
  test.each<[string, readonly Grid[], rule: string, sentence: RegExp, repaid: string]>([
    [
      "imported twice: counted once, and said",
      [gridOf("扣款结果", batch), gridOf("扣款结果(2)", batch)],
      "batch-repeated",
      /第1批”的 3 行在别处都已有，只计一次/,
      "3000.00",
    ],
    [
      "of another county: shown, and nobody's",
      [gridOf("扣款结果", batch), gridOf("邻县扣款", [0, 1, 2].map(stranger))],
      "batch-elsewhere",
      /不在名单/,
      "3000.00",
    ],
    [
      "in 万元: shown, and counted as it stands",
      [
        gridOf(
          "扣款结果",
          [0, 1, 2].map((who) => paid(who, 0.1)),
        ),
      ],
      "batch-in-wan",
      /万元/,
      "0.30",
    ],
    [
      "of a day that is still to come: shown, and not counted yet",
      [gridOf("扣款结果", [paid(0, 1000), paid(1, 1000, { repaidOn: "2019-12-21" })])],
      "payment-in-future",
      /2019-12-21/,
      "1000.00",
    ],
  ])("%s", async (name, sheets, rule, sentence, repaid) => {
    const path = await bookOf(name.slice(0, 12), settings, list, feedbackTable, ...sheets);
    const { findings } = await json<{ readonly findings: readonly Found[] }>("check", path);
    const own = findings.filter((finding) => finding.rule === rule);
    expect(own.map(({ message }) => message)).toEqual([expect.stringMatching(sentence)]);
    const { county } = await json<Rolled>("rollup", path, "--out", join(folder, `${rule}-out`), "--as-of", "2019-12-12");
    expect(county).toMatchObject({ persons: 4, due: "4000.00", repaid });
  });
});

describe("schools", () => {
  test.each([["split"], ["feedback", "--as-of", "2019-12-12"]])(
    "none at all: %s says what is wanting, and leaves nothing",
    async (...command) => {
      const path = await bookOf("没有学校", settings, list);
      const [name = "", ...more] = command;
      const { status, out, err } = await recovery(name, path, "--out", join(folder, "none"), ...more);
      expect([status, out, err]).toEqual([1, "", expect.stringContaining("没有辖区划分表，名单里也没有责任学校。请补上附件2的划分表")]);
      expect(await readdir(join(folder, "none"))).toEqual([]);
    },
  );

  test("one with nobody: no file, no rank, no rate, and the others are as without it", async () => {
    const path = await bookOf(
      "有空学校",
      settings,
      gridOf("应还名单", [contracts[0]!, contracts[2]!]),
      feedbackTable,
      gridOf("扣款结果", batch),
    );
    const { files } = await json<{ readonly files: readonly { readonly school: string }[] }>(
      ...["feedback", path, "--out", join(folder, "empty"), "--as-of", "2019-12-12"],
    );
    expect(files.map(({ school }) => school)).toEqual(["罕井镇中心校"]);
    const { schools } = await json<Rolled>("rollup", path, "--out", join(folder, "empty-sums"), "--as-of", "2019-12-12");
    expect(schools.map(({ school, persons, recoveryRate, rank }) => [school, persons, recoveryRate, rank])).toEqual([
      ["罕井镇中心校", 2, "100.00%", 1],
      ["孙镇中心校", 0, "—", null],
    ]);
  });
});

test("a figure without any row says so, and is nothing", async () => {
  const path = await bookOf("还没有扣款", settings, list, feedbackTable);
  const asked = ["explain", path, "--figure", "repaid", "--as-of", "2019-12-12"];
  expect((await recovery(...asked)).out).toBe("全县 已还金额，截至 2019-12-12：0.00 元\n没有组成这个数的单元格\n");
  expect(await json(...asked, "--since", "2019-12-01")).toMatchObject({ value: "0.00", rows: [], causes: [] });
});

test("a snapshot that somebody has edited is compared with nothing: the next feedback says how to go on, and makes no file", async () => {
  const path = await bookOf("反馈", settings, list, feedbackTable, gridOf("扣款结果", batch));
  expect((await recovery("feedback", path, "--out", join(folder, "first"), "--as-of", "2019-12-12")).status).toBe(0);
  const copy = (await readdir(join(folder, "first"), { recursive: true })).find((name) => name.endsWith("反馈.xlsx")) ?? "";
  const { grids } = await readBook(await readFile(join(folder, "first", copy)), "反馈.xlsx");
  const edited = grids.map((grid) =>
    grid.ownTab === "feedback-snapshots"
      ? { ...grid, rows: grid.rows.map((row, at) => (at === grid.rows.length - 1 ? [...row.slice(0, -1), "改过"] : row)) }
      : grid,
  );
  expect(edited.some(({ ownTab }) => ownTab === "feedback-snapshots")).toBe(true);
  const { status, err } = await recovery(
    "feedback",
    await bookOf("改过", ...edited),
    "--out",
    join(folder, "second"),
    "--as-of",
    "2019-12-13",
  );
  expect([status, err]).toEqual([1, expect.stringMatching(/以前各次反馈的底账被改动过.*本次没有做反馈。请撤销改动/)]);
  expect(await readdir(join(folder, "second"))).toEqual([]);
});
