// `recovery undo` and `recovery fix`: their contracts to the letter, over files.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { run } from "../../src/cli/program";
import type { Grid } from "../../src/sheets/grid";
import { registerValues } from "../support/collecting";
import { readBook } from "../../src/xlsx/read-book";

let folder = "";
let name = "";
const at = (...parts: string[]) => join(folder, ...parts);

async function recovery(...args: string[]) {
  let [out, err] = ["", ""];
  const status = await run(args, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    now: () => new Date(2019, 11, 11, 9),
  });
  return { status, out, err };
}

async function said(...args: string[]): Promise<unknown> {
  const { status, out, err } = await recovery(...args, "--json");
  expect([status, err]).toEqual([0, ""]);
  return JSON.parse(out);
}

const gridsOf = async (path: string): Promise<readonly Grid[]> => (await readBook(await readFile(path), name)).grids;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "round-trip-"));
  await recovery("sample", "--out", at("sample"), "--persons", "60", "--seed", "3", "--messy");
  name = (await readdir(at("sample"))).find((file) => file.endsWith(".xlsx") && !file.includes("清单")) ?? "";
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("undo takes a collect back to the letter; with nothing left it says why", async () => {
  const csv = "合同编号,姓名,身份证号,送达日期,送达方式,签收人,与借款人关系,送达人,还款状态,备注\n";
  const grids = await gridsOf(at("sample", name));
  const rows = grids.flatMap((grid) => {
    const headings = grid.rows.find((row) => row.includes("合同编号") && row.includes("身份证号"));
    const column = headings?.indexOf("合同编号") ?? -1;
    const texts = headings ? grid.rows.slice(grid.rows.indexOf(headings) + 1).map((row) => row[column]) : [];
    return texts.flatMap((text) => (typeof text === "string" && /^\d{15,}$/.test(text) ? [text] : []));
  });
  const lines = rows.slice(0, 5).map((contract) => `${contract},,,2019-11-26,入户送达,王建民,父亲,白老师,已还,x`);
  await writeFile(at("返回.csv"), csv + lines.join("\n"));
  await recovery("collect", at("sample", name), at("返回.csv"), "--out", at("collected"));
  expect(registerValues(await gridsOf(at("collected", name))).deliveries.length).toBeGreaterThan(0);
  expect(await said("undo", at("collected", name), "--out", at("one"), "--file", "返回.csv")).toEqual({
    undone: { command: "collect", on: "2019-12-11", file: "返回.csv" },
  });
  expect(registerValues(await gridsOf(at("one", name)))).toEqual({ deliveries: [], claims: [], visits: [], exceptions: [] });
  expect(await said("undo", at("collected", name), "--out", at("none"), "--file", "别的.xlsx")).toEqual({
    undone: null,
    reason: expect.stringContaining("没有可以单独撤销的这份文件"),
  });
  expect(await said("undo", at("collected", name), "--out", at("undone"))).toEqual({ undone: { command: "collect", on: "2019-12-11" } });
  expect(registerValues(await gridsOf(at("undone", name)))).toEqual({ deliveries: [], claims: [], visits: [], exceptions: [] });
  expect(await said("undo", at("undone", name), "--out", at("again"))).toEqual({ undone: null, reason: expect.stringMatching(/。$/) });
});

test("fix makes a workbook per school and says how many questions each has; the book stays as it is", async () => {
  const outcome = (await said("fix", at("sample", name), "--out", at("fixes"))) as {
    readonly files: readonly { readonly school: string; readonly file: string; readonly questions: number }[];
    readonly questions: number;
  };
  expect(outcome.questions).toBeGreaterThan(0);
  expect(outcome.files.reduce((sum, { questions }) => sum + questions, 0)).toBe(outcome.questions);
  expect((await readdir(at("fixes"))).sort()).toEqual(outcome.files.map(({ file }) => file).sort());
  expect(Object.keys(outcome.files[0] ?? {})).toEqual(["school", "file", "questions"]);
});

test("collect says what each file is: school, version, rows, what is filled in, new and odd; asked for the plan alone it writes nothing", async () => {
  await recovery("split", at("sample", name), "--out", at("lists"));
  const made = (await readdir(at("lists"))).filter((file) => file.includes("催收名单"));
  const [first = ""] = made;
  const [, school = ""] = /名单_(.+)_v1/.exec(first) ?? [];
  await writeFile(at("lists", "坏.xlsx"), "no workbook");
  const files = [first, "坏.xlsx"].map((file) => at("lists", file));
  const { status, out } = await recovery("collect", at("sample", name), ...files, "--out", at("planned"), "--plan");
  expect([status, (await readdir(folder)).includes("planned")]).toEqual([0, false]);
  expect(out).toMatch(new RegExp(`\n  合并：${first}，${school}，第 1 版，\\d+ 行，填了 0 行，新内容 0 行\n  未合并：坏.xlsx（`));
  const done = await recovery("collect", at("sample", name), ...files, "--out", at("planned"));
  expect(done.out).toBe(out);
  expect(await readdir(at("planned"))).toEqual([name]);
});

test("a file whose password fits no school stays out with a plain sentence, and the others are merged all the same", async () => {
  await recovery("split", at("sample", name), "--out", at("locked"), "--encrypt");
  await recovery("split", at("sample", name), "--out", at("open"));
  const made = (await readdir(at("open"))).filter((file) => file.includes("催收名单"));
  const [first = "", second = ""] = made;
  const locked = (await readdir(at("locked"), { recursive: true })).find((file) => file.endsWith(first)) ?? "";
  const files = [at("locked", locked), at("open", second)];
  const { files: told } = (await said("collect", at("sample", name), ...files, "--out", at("some"), "--password", "abcd-2345-efgh")) as {
    readonly files: readonly { readonly status: string; readonly reason?: string; readonly school: string | null }[];
  };
  expect(told).toMatchObject([
    { status: "rejected", school: null, reason: expect.stringMatching(/密码.*。$/) },
    { status: "merged", school: /名单_(.+)_v1/.exec(second)?.[1] },
  ]);
});

test("ZIP files are opened, names in GBK and all, and the centre's list of passwords opens the files of its schools", async () => {
  const locked = await readdir(at("locked"), { recursive: true });
  const [first = "", second = "", third = ""] = (await readdir(at("open"))).filter((file) => file.includes("催收名单"));
  const list = locked.find((file) => file.includes("密码清单")) ?? "";
  const encrypted = locked.find((file) => file.endsWith(first)) ?? "";
  const zip = zipSync({
    "ABCD.xlsx": await readFile(at("open", second)),
    "__MACOSX/._x.xlsx": new Uint8Array(3),
    "照片.jpg": new Uint8Array(3),
  });
  // 永丰 as Chinese Windows writes it.
  const gbk = Buffer.from(Buffer.from(zip).toString("latin1").replaceAll("ABCD", "\u00d3\u00c0\u00b7\u00e1"), "latin1");
  await writeFile(at("微信.zip"), gbk);
  await writeFile(at("坏.zip"), gbk.subarray(0, 200));
  await writeFile(at("名.zip"), zipSync({ [third]: await readFile(at("open", third)) }));
  const files = [at("locked", encrypted), at("locked", list), at("微信.zip"), at("坏.zip"), at("名.zip")];
  const { files: told } = (await said("collect", at("sample", name), ...files, "--out", at("zipped"))) as {
    readonly files: readonly { readonly file: string; readonly status: string; readonly school: string | null; readonly reason?: string }[];
  };
  const schoolIn = (file: string) => /名单_(.+)_v1/.exec(file)?.[1];
  expect(told).toMatchObject([
    { file: first, status: "merged", school: schoolIn(first) },
    { file: "永丰.xlsx", status: "merged", school: schoolIn(second) },
    { file: "坏.zip", status: "rejected", school: null, reason: expect.stringMatching(/。$/) },
    { file: third, status: "merged", school: schoolIn(third) },
  ]);
});
