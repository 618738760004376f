// Every single operation on files fails once, fails for good, or is the last of a killed run: the folder is as before or complete, never between.
import { createHash } from "node:crypto";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { thisMachine } from "../../src/cli/machine";
import { settle, putTogether } from "../../src/cli/whole-files";
import { run } from "../../src/cli/program";
import { errorText } from "../../src/i18n/index";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { writeBook } from "../../src/xlsx/write-book";
import { type Fault, faultyMachine, Killed } from "../support/faulty-machine";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "faults-"));
  await writeFile(join(folder, "书.xlsx"), await writeBook(countyBook(sampleCounty({ persons: 12, seed: 4 }))));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every file below a folder with a digest of its bytes; hidden ones included, folders with nothing in them too. */
async function filesIn(path: string): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true })) {
    const own = join(entry.parentPath, entry.name);
    found[own.slice(path.length + 1)] = entry.isDirectory()
      ? "folder"
      : createHash("sha1")
          .update(await readFile(own))
          .digest("hex");
  }
  return found;
}

const isHidden = (name: string) => name.startsWith(".recovery");
const visible = (files: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(files).filter(([name]) => !isHidden(name)));

describe("changes in a folder", () => {
  const changes = [
    { to: "名单/一.xlsx", bytes: Buffer.from("new one") },
    { to: "书.xlsx", bytes: Buffer.from("new book") },
    { to: "旧.xlsx", bytes: undefined },
    { to: "名单/深/二.xlsx", bytes: Buffer.from("new two") },
  ];
  const before = async (out: string) => {
    await rm(out, { recursive: true, force: true });
    await mkdir(out);
    for (const [name, text] of [
      ["书.xlsx", "old book"],
      ["旧.xlsx", "old list"],
      ["书.xlsx.bak", "mine"],
      ["书.xlsx.tmp", "mine too"],
    ] as const)
      await writeFile(join(out, name), text);
    return filesIn(out);
  };

  test.each<Fault>(["once", "from then on", "kill"])("a fault at every operation: %s", async (fault) => {
    const out = join(folder, "swap");
    await before(out);
    const { machine, count } = faultyMachine("none", 0);
    await putTogether(machine, out, changes, new Set());
    const complete = await filesIn(out);
    expect(Object.keys(complete).sort()).toEqual(
      ["书.xlsx", "书.xlsx.bak", "书.xlsx.tmp", "名单", "名单/一.xlsx", "名单/深", "名单/深/二.xlsx"].sort(),
    );
    const odd: unknown[] = [];
    for (let at = 0; at < count(); at++) {
      const old = await before(out);
      const thrown: unknown = await putTogether(faultyMachine(fault, at).machine, out, changes, new Set()).then(
        () => undefined,
        (error: unknown) => error,
      );
      const left = await filesIn(out);
      if (fault === "once" && thrown !== undefined && JSON.stringify(left) !== JSON.stringify(old)) {
        // A single refusal while clearing away may leave hidden things; nothing that people see.
        if (JSON.stringify(visible(left)) !== JSON.stringify(old)) odd.push([at, "not as before", left]);
      }
      if (thrown === undefined && JSON.stringify(visible(left)) !== JSON.stringify(complete)) odd.push([at, "not complete", left]);
      if (fault === "kill" && thrown !== undefined && !(thrown instanceof Killed)) odd.push([at, String(thrown)]);
      await settle(faultyMachine("none", 0).machine, out);
      const after = JSON.stringify(await filesIn(out));
      const wanted = thrown === undefined || (fault === "kill" && after === JSON.stringify(complete)) ? complete : old;
      if (after !== JSON.stringify(wanted)) odd.push([at, "after the next run", JSON.parse(after)]);
    }
    expect(odd).toEqual([]);
  });
});

describe("every command that writes", () => {
  const book = () => join(folder, "书.xlsx");
  const commands: readonly (readonly [string, () => readonly string[]])[] = [
    ["check", () => ["check", book()]],
    ["split", () => ["split", book()]],
    ["split --encrypt", () => ["split", book(), "--encrypt"]],
    ["notices", () => ["notices", book()]],
    ["collect", () => ["collect", book(), join(folder, "交回")]],
    ["feedback", () => ["feedback", book(), "--as-of", "2019-12-11"]],
    ["rollup", () => ["rollup", book()]],
    ["season", () => ["season", book()]],
    ["sample", () => ["sample", "--persons", "3"]],
    ["sample --messy", () => ["sample", "--persons", "3", "--messy"]],
    ["demo", () => ["demo", "--persons", "3"]],
  ];
  const command = async (args: readonly string[], out: string, fault: Fault, at: number) => {
    let err = "";
    const { machine, count, before } = faultyMachine(fault, at);
    const console = { out: () => undefined, err: (text: string) => (err += text), now: () => new Date(2019, 10, 20, 9), machine };
    const status = await run([...args, "--out", out], console);
    return { status, err, count: count(), first: before() };
  };
  const [out, earlier] = [() => join(folder, "out"), () => join(folder, "old")];
  /** The folder as an earlier run and a person left it. */
  const reset = async () => {
    await rm(out(), { recursive: true, force: true });
    await cp(earlier(), out(), { recursive: true });
  };

  beforeAll(async () => {
    // A county so small that every operation can be tried: three people, three schools at most.
    await writeFile(book(), await writeBook(countyBook(sampleCounty({ persons: 3, seed: 4 }))));
    await mkdir(earlier());
    await writeFile(join(earlier(), "书.xlsx"), "old");
    await mkdir(join(folder, "交回"));
    await command(["split", book()], join(folder, "lists"), "none", 0);
    for (const name of await readdir(join(folder, "lists")))
      if (name.includes("催收名单_")) await cp(join(folder, "lists", name), join(folder, "交回", name));
  });

  // What comes before the files are put together is tried in the whole program, and so are a few places in between; putting them together, which
  // knows nothing of the command, is tried at every operation with the very files that the command has made.
  test.each(commands)(
    "%s: whatever fails once, fails for good or is the last thing done, the folder is as before or complete",
    async (_, args) => {
      await reset();
      const old = await filesIn(out());
      const before = JSON.stringify(old);
      const { status, count, first } = await command(args(), out(), "none", 0);
      expect(status).toBe(0);
      const files = await filesIn(out());
      const complete = JSON.stringify(Object.keys(files).sort());
      const changes = await Promise.all(
        Object.entries(files).flatMap(([to, digest]) =>
          digest === "folder" || digest === old[to] ? [] : [readFile(join(out(), to)).then((bytes) => ({ to, bytes }))],
        ),
      );
      const after = async () => {
        await settle(faultyMachine("none", 0).machine, out());
        const found = await filesIn(out());
        const text = JSON.stringify(found);
        return text === before ? "before" : JSON.stringify(Object.keys(found).sort()) === complete ? "complete" : text;
      };
      const odd: unknown[] = [];
      const judge = async (at: number, fault: Fault, isDone: boolean, said: string) => {
        const state = await after();
        const isRight = isDone ? state === "complete" : state === "before" || (fault === "kill" && state === "complete");
        const isSaid =
          isDone ||
          fault === "kill" ||
          (said !== "" && !/[A-Za-z]{3,}/.test(said.replaceAll(out(), "").replaceAll(folder, "").replaceAll("xlsx", "")));
        if (!isRight || !isSaid) odd.push([at, fault, isDone, said, state]);
      };

      await reset();
      const whole = faultyMachine("none", 0);
      await putTogether(whole.machine, out(), changes, new Set());
      const faults = ["once", "from then on", "kill"] as const;
      const places = [...Array.from({ length: first }, (__, at) => at), Math.floor((first + count) / 2), count - 2];
      for (const at of places)
        for (const fault of at < 10 ? faults : (["once", "kill"] as const)) {
          await reset();
          const { status: ended, err } = await command(args(), out(), fault, at);
          await judge(at, fault, ended === 0, err);
        }
      for (let at = 0; at < whole.count(); at++)
        for (const fault of faults) {
          await reset();
          const isDone = await putTogether(faultyMachine(fault, at).machine, out(), changes, new Set()).then(
            () => true,
            () => false,
          );
          await judge(first + at, fault, isDone, "见上");
        }
      expect(odd).toEqual([]);
    },
    300_000,
  );
});

describe("a book and a folder that are read-only", () => {
  const recovery = async (args: readonly string[], machine = thisMachine) => {
    let err = "";
    const console = { out: () => undefined, err: (text: string) => (err += text), now: () => new Date(2019, 10, 20, 9), machine };
    return { status: await run([...args], console), err };
  };

  test("a read-only book is worked on: the result stands beside it, and it is as it was", async () => {
    const place = join(folder, "只读");
    await mkdir(place);
    const book = join(place, "书.xlsx");
    await cp(join(folder, "书.xlsx"), book);
    await chmod(book, 0o444);
    const before = await filesIn(place);
    expect(await recovery(["check", book, "--out", place])).toMatchObject({ status: 0 });
    const after = await filesIn(place);
    expect(Object.keys(after)).toHaveLength(2);
    expect(after["书.xlsx"]).toBe(before["书.xlsx"]);
  });

  test.each(["EROFS", "EACCES", "EPERM"])(
    "a folder in which nothing may be written (%s): said with the next step, nothing is made",
    async (code) => {
      const refuse = () => Promise.reject(Object.assign(new Error(code), { code, syscall: "mkdir" }));
      const machine = new Proxy(thisMachine, { get: (target, key) => (key === "mkdir" ? refuse : (Reflect.get(target, key) as unknown)) });
      const before = await filesIn(folder);
      const out = join(folder, "不能写");
      const { status, err } = await recovery(["split", join(folder, "书.xlsx"), "--out", out], machine);
      expect(status).not.toBe(0);
      expect(err).toContain(errorText("zh-CN", { code: "not-writable", detail: out }));
      expect(await filesIn(folder)).toEqual(before);
    },
  );
});
