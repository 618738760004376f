// Workbooks made in a thread: what goes over, what comes back, and what is said when the thread breaks off.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deserialize } from "node:v8";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { WorkbookError } from "../../src/actions/workbook";
import { makerAside } from "../../src/cli/book-maker";
import { fen } from "../../src/domain/values/money";
import type { BookSpec } from "../../src/sheets/writing/spec";
import { readBook } from "../../src/xlsx/read-book";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "writer-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A writer whose program does this with each `id` and `question`. */
async function writerThat(name: string, does: string) {
  const path = join(folder, `${name}.mjs`);
  const start = 'import { parentPort } from "node:worker_threads";';
  await writeFile(path, `${start} parentPort.on("message", ({ id, question }) => { ${does} });`);
  return makerAside(pathToFileURL(path)).write;
}

const book: BookSpec = {
  sheets: [
    {
      tab: "school-list",
      name: "催收名单",
      columns: [{ width: 10, style: "cell" }],
      rows: [["王小明", null, { fen: fen(1234) }]],
      heights: new Map([[0, 30]]),
    },
  ],
};

test("a book goes over whole, with its password, and comes back as bytes", async () => {
  const write = await writerThat("echo", "parentPort.postMessage({ id, answer: { bytes: question } })");
  expect(deserialize(await write(book, "秘密"))).toEqual({ book, password: "秘密" });
});

test("a refusal comes back as one", async () => {
  const write = await writerThat("refusal", 'parentPort.postMessage({ id, answer: { refusal: { code: "not-writable", detail: "表" } } })');
  await expect(write(book, undefined)).rejects.toEqual(new WorkbookError("not-writable", "表"));
});

test("an error of the program comes back by its words", async () => {
  const write = await writerThat("error", 'parentPort.postMessage({ id, error: new RangeError("two tabs") })');
  await expect(write(book, undefined)).rejects.toThrow("two tabs");
});

test("a thread that breaks off answers neither what it was asked nor what comes later", async () => {
  const write = await writerThat("breaks", 'throw new Error("broken off")');
  const [first, second] = [write(book, undefined), write(book, undefined)];
  await expect(first).rejects.toThrow("broken off");
  await expect(second).rejects.toThrow("broken off");
  await expect(write(book, undefined)).rejects.toThrow("broken off");
});

test("what the thread has not come to is made here, once there is nothing else to do", async () => {
  const path = join(folder, "silent.mjs");
  await writeFile(path, 'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => undefined);');
  const maker = makerAside(pathToFileURL(path));
  const files = [maker.write(book, undefined), maker.write(book, undefined)];
  await maker.help();
  for (const bytes of await Promise.all(files))
    expect((await readBook(bytes, "书.xlsx")).grids.map(({ name, rows }) => [name, rows])).toEqual([
      ["催收名单", [["王小明", null, 12.34]]],
    ]);
  maker.end();
});
