// One odd value anywhere in the book, carried through every command: no job stops for it, and it is found where it should be.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { run } from "../../src/cli/program";
import { day } from "../../src/domain/values/day";
import type { Finding } from "../../src/domain/record/finding";
import type { FieldId } from "../../src/domain/record/field";
import { headingOf } from "../../src/sheets/vocabulary/columns";
import { cellText } from "../../src/sheets/grid";
import type { CellOut, SheetSpec } from "../../src/sheets/writing/spec";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";
import { people } from "../support/standings";
import { soundBorrower } from "../support/builders";

let folder = "";
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "odd-"))));
afterAll(() => rm(folder, { recursive: true, force: true }));

type Row = { readonly [F in FieldId]?: CellOut };
const sheetOf = (name: string, rows: readonly Row[]): SheetSpec => {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row) as FieldId[]))];
  return {
    tab: "",
    name,
    columns: fields.map(() => ({ width: 14, style: "cell" })),
    rows: [fields.map(headingOf), ...rows.map((row) => fields.map((field) => row[field] ?? null))],
  };
};

/** A place in the book where the odd value stands. */
interface Odd {
  readonly on: "borrower" | "territory" | "payment" | "settings";
  readonly field: FieldId | string;
  readonly value: string | number | { readonly day: ReturnType<typeof day> };
}

// What no writer of ours would put into a file stands there all the same: a short mark is written and replaced in the package.
const mark = "此处换成长文";

async function bookWith({ on, field, value }: Odd): Promise<Uint8Array> {
  const isLong = typeof value === "string" && value.length > 1000;
  const cell = isLong ? mark : value;
  const odd = (where: Odd["on"]) => (where === on ? { [field]: cell } : {});
  const { village, ...sound } = soundBorrower;
  const borrowers = people.slice(0, 3).map(([name, citizenId], index): Row => ({
    ...sound,
    village,
    name,
    citizenId,
    contractNo: `6105262013000${index}01`,
    phone: `1399130001${index}`,
    ...(index === 1 ? odd("borrower") : {}),
  }));
  const payment: Row = {
    name: people[0][0],
    citizenId: people[0][1],
    contractNo: "6105262013000001",
    repaid: 1494,
    deductionResult: "成功",
  };
  const settings: Record<string, CellOut> = {
    县名: "蒲城县",
    单位: "蒲城县学生资助管理中心",
    年度: 2019,
    咨询电话: "0913-7000000",
    应还日: { day: day("2019-12-20") },
    今天: { day: day("2019-12-11") },
    ...odd("settings"),
  };
  const packed = await writeBook({
    sheets: [
      {
        ...sheetOf("设置", []),
        columns: [20, 40].map((width) => ({ width, style: "cell" })),
        rows: [["项目", "内容"], ...Object.entries(settings)],
      },
      sheetOf("应还名单", borrowers),
      sheetOf("辖区划分", [{ school: "罕井镇中心校", schoolCode: "01", township: "罕井镇", liaison: "周同志", ...odd("territory") }]),
      sheetOf("扣款结果", [{ ...payment, repaidOn: { day: day("2019-12-05") }, ...odd("payment") }]),
    ],
  });
  if (!isLong) return packed;
  const parts = Object.entries(unzipSync(packed)).map(([name, bytes]): [string, Uint8Array] => {
    const text = strFromU8(bytes);
    return [name, text.includes(mark) ? strToU8(text.replaceAll(mark, value)) : bytes];
  });
  return zipSync(Object.fromEntries(parts), { level: 1 });
}

async function recovery(...args: string[]) {
  let [out, err] = ["", ""];
  const status = await run(args, { out: (text) => (out += text), err: (text) => (err += text), now: () => new Date(2019, 11, 11, 9) });
  return { status, out, err };
}

async function filesBelow(path: string): Promise<readonly string[]> {
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Every command over the book; what each answered, what check found, and every text that stands in the files made. */
async function everyCommand(odd: Odd) {
  const at = await mkdtemp(join(folder, "run-"));
  const book = join(at, "名单.xlsx");
  await writeFile(book, await bookWith(odd));
  const out = (name: string) => ["--out", join(at, name)];
  const check = await recovery("check", book, "--json", ...out("check"));
  const answers = [
    check,
    await recovery("split", book, ...out("split")),
    await recovery("split", book, "--list-version", "2", "--leave-out-settled", ...out("split2")),
    await recovery("notices", book, ...out("notices")),
    await recovery("collect", book, join(at, "split"), ...out("collect")),
    await recovery("rollup", book, "--as-of", "2019-12-11", ...out("rollup")),
  ];
  const findings = check.status === 0 ? (JSON.parse(check.out) as { findings: (Finding & { message: string })[] }).findings : [];
  const texts: string[] = [];
  for (const path of await filesBelow(at)) {
    if (path === book || !path.endsWith(".xlsx")) continue;
    const { grids } = await readBook(await readFile(path), "x.xlsx");
    for (const { rows, ownTab } of grids) if (ownTab !== undefined || !path.endsWith("名单.xlsx")) texts.push(...rows.flat().map(cellText));
  }
  return { answers: answers.map(({ status, err }) => [status, err]), findings, texts };
}

const long = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length);

const borrower = (field: FieldId, value: Odd["value"]): Odd => ({ on: "borrower", field, value });
const setting = (field: string, value: Odd["value"]): Odd => ({ on: "settings", field, value });
const tooLong = (sheet: string, cell: string) => [["text-too-long", sheet, cell]] as const;

/** What each value is found as, and whether the file made hold no more than its beginning, ended with …, where Excel holds no more. */
const values: readonly (readonly [what: string, odd: Odd, found: readonly (readonly [rule: string, sheet: string, cell: string])[]])[] = [
  ["an address of 400 characters", borrower("address", long("蒲城县罕井镇东街村二组", 400)), tooLong("应还名单", "U3")],
  [
    "a name of 32,767 characters",
    borrower("name", long("王晓燕", 32_767)),
    [
      ["text-too-long", "应还名单", "B3"],
      ["name-garbled", "应还名单", "B3"],
    ],
  ],
  [
    "a name of 32,768 characters",
    borrower("name", long("王晓燕", 32_768)),
    [
      ["text-too-long", "应还名单", "B3"],
      ["name-garbled", "应还名单", "B3"],
    ],
  ],
  ["a school of 300 characters", { on: "territory", field: "school", value: long("罕井镇中心学校", 300) }, tooLong("辖区划分", "A2")],
  ["a due date in 9999", borrower("dueDate", "9999-12-20"), [["day-unreadable", "应还名单", "O3"]]],
  ["a due date in 1899", borrower("dueDate", "1899-12-20"), [["day-unreadable", "应还名单", "O3"]]],
  ["a payment in 9999", { on: "payment", field: "repaidOn", value: "9999-12-20" }, [["day-unreadable", "扣款结果", "F2"]]],
  ["a county of 40,000 characters", setting("县名", long("蒲城县", 40_000)), [["setting-too-long", "设置", "B2"]]],
  ["an office of 40,000 characters", setting("单位", long("资助中心", 40_000)), [["setting-too-long", "设置", "B3"]]],
  ["a phone of 5,000 characters", borrower("phone", long("13991300018，", 5_000)), tooLong("应还名单", "P3")],
  [
    "a remark of 100,000 characters",
    borrower("note", long("学生已于2018年去世。", 100_000)),
    [
      ["note-stops-dunning", "应还名单", "X3"],
      ["text-too-long", "应还名单", "X3"],
    ],
  ],
  ["a contract number of 40,000 digits", borrower("contractNo", long("6105262013", 40_000)), tooLong("应还名单", "E3")],
  ["a village of 40,000 characters", borrower("village", "村".repeat(40_000)), tooLong("应还名单", "W3")],
  ["the year 99999", setting("年度", 99_999), [["setting-year-unreadable", "设置", "B4"]]],
  ["the year 19", setting("年度", 19), [["setting-year-unreadable", "设置", "B4"]]],
  ["the year abc", setting("年度", "abc"), [["setting-year-unreadable", "设置", "B4"]]],
];

/** What is found in a sound book: nothing but this may come with the odd value. */
const usual = new Set(["day-as-text", "gender-differs"]);

test.each(values)("%s stops no command, is found, and is shortened visibly where it has no room", async (_, odd, found) => {
  const { answers, findings, texts } = await everyCommand(odd);
  const stopsLetters = odd.on === "settings" && odd.field === "年度";
  expect(answers.map(([status]) => status)).toEqual([0, 0, 0, stopsLetters ? 1 : 0, 0, 0]);
  expect(answers.map(([, err]) => err).join("")).not.toMatch(/内部错误|[A-Za-z]Error/);
  const told = findings.flatMap(({ rule, sheet, cell }) => (usual.has(rule) ? [] : [[rule, sheet, cell]]));
  expect(told).toEqual(expect.arrayContaining(found.map((one) => [...one])));
  for (const { message } of findings) expect(message.length).toBeLessThan(700);
  for (const text of texts) if (text.length > 10_000 && text !== odd.value) expect([text.length, text.at(-1)]).toEqual([32_767, "…"]);
});
