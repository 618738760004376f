// The built command line as real processes: two at once into one folder, and one that is killed somewhere; the folder is never mixed.
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { thisMachine } from "../../src/cli/machine";
import { settle } from "../../src/cli/whole-files";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { writeBook } from "../../src/xlsx/write-book";

let folder = "";
const books: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "processes-"));
  for (const seed of [1, 2]) {
    await mkdir(join(folder, String(seed)));
    books.push(join(folder, String(seed), "书.xlsx"));
    await writeFile(join(folder, String(seed), "书.xlsx"), await writeBook(countyBook(sampleCounty({ persons: 12, seed }))));
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = (book: string, out: string): ChildProcess =>
  spawn(process.execPath, ["dist/recovery.mjs", "season", book, "--out", out, "--today", "2019-11-20"], {
    stdio: ["ignore", "ignore", "pipe"],
  });

async function ended(child: ChildProcess): Promise<{ readonly status: number | null; readonly said: string }> {
  const [said, [status]] = await Promise.all([child.stderr ? text(child.stderr) : "", once(child, "exit") as Promise<[number | null]>]);
  return { status, said };
}

async function filesIn(path: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true })) {
    const own = join(entry.parentPath, entry.name);
    if (entry.isFile())
      found.set(
        own.slice(path.length + 1),
        createHash("sha1")
          .update(await readFile(own))
          .digest("hex"),
      );
  }
  return found;
}

async function alone(book: string, out: string): Promise<ReadonlyMap<string, string>> {
  expect(await ended(start(book, out))).toEqual({ status: 0, said: "" });
  return filesIn(out);
}

test("two at once: each is done or says that the other is busy, and all files are of one of them", async () => {
  const [one, two] = [await alone(books[0] ?? "", join(folder, "one")), await alone(books[1] ?? "", join(folder, "two"))];
  const shared = [...one.keys()].filter((name) => two.has(name));
  expect(shared.length).toBeGreaterThan(5);
  expect(shared.filter((name) => one.get(name) === two.get(name))).toEqual([]);
  for (let round = 0; round < 2; round++) {
    const out = join(folder, `both${round}`);
    const results = await Promise.all(books.map((book) => ended(start(book, out))));
    for (const { status, said } of results)
      expect([status, said]).toEqual(status === 0 ? [0, ""] : [1, `另一次运行正在写入文件夹“${out}”。请等它结束后再试。\n`]);
    expect(results.some(({ status }) => status === 0)).toBe(true);
    const files = await filesIn(out);
    const whole = [one, two].filter((run) => [...run].every(([name, digest]) => files.get(name) === digest));
    expect(whole).toHaveLength(1);
    expect([...files.keys()].filter((name) => !one.has(name) && !two.has(name))).toEqual([]);
  }
}, 120_000);

test("killed anywhere: after the next run's first look the folder is as before or complete", async () => {
  const complete = await alone(books[0] ?? "", join(folder, "whole"));
  const began = Date.now();
  const before = await alone(books[1] ?? "", join(folder, "killed"));
  const length = Date.now() - began;
  const seen: string[] = [];
  for (const share of [0.1, 0.3, 0.6, 0.75, 0.85, 0.92, 0.97]) {
    const out = join(folder, "killed");
    const child = start(books[0] ?? "", out);
    const end = ended(child);
    await setTimeout(length * share);
    child.kill("SIGKILL");
    await end;
    await settle(thisMachine, out);
    const files = await filesIn(out);
    const isWhole = [...complete].every(([name, digest]) => files.get(name) === digest);
    const isBefore = files.size === before.size && [...before].every(([name, digest]) => files.get(name) === digest);
    seen.push(isWhole ? "complete" : isBefore ? "before" : "mixed");
    if (isWhole) expect(await ended(start(books[1] ?? "", out))).toEqual({ status: 0, said: "" });
    if (isWhole) for (const name of complete.keys()) if (!before.has(name)) await rm(join(out, name));
  }
  expect(seen).not.toContain("mixed");
  expect(seen).toContain("before");
}, 120_000);

test("a reader that has heard enough, like head, stops nothing and hears no complaint", async () => {
  const child = spawn(process.execPath, ["dist/recovery.mjs", "check", books[0] ?? "", "--json", "--today", "2019-11-20"]);
  const end = ended(child);
  child.stdout.destroy();
  expect(await end).toEqual({ status: 0, said: "" });
});

const full = process.platform === "linux" ? "/dev/full" : undefined;
test("text that finds no room is told in a sentence, and the status says so", async () => {
  const nowhere = full ? await open(full, "w") : undefined;
  const child = spawn(process.execPath, ["dist/recovery.mjs", "check", books[0] ?? "", "--json", "--today", "2019-11-20"], {
    stdio: ["ignore", nowhere?.fd ?? "ignore", "pipe"],
  });
  expect(await ended(child)).toEqual(
    nowhere ? { status: 1, said: "结果文字没有完整写出，输出的位置可能已满。请换一个位置再运行一次。\n" } : { status: 0, said: "" },
  );
  await nowhere?.close();
});
