// Every single operation on files fails once, fails for good, or is the last of a killed run: the folder is as before or complete, never between.
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { settle, putTogether } from "../../src/cli/whole-files";
import { run } from "../../src/cli/program";
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
    ["notices", () => ["notices", book()]],
    ["collect", () => ["collect", book(), join(folder, "交回")]],
    ["rollup", () => ["rollup", book()]],
    ["season", () => ["season", book()]],
    ["sample", () => ["sample", "--persons", "12"]],
  ];
  const command = async (args: readonly string[], out: string, fault: Fault, at: number) => {
    let err = "";
    const { machine, count } = faultyMachine(fault, at);
    const console = { out: () => undefined, err: (text: string) => (err += text), now: () => new Date(2019, 10, 20, 9), machine };
    const status = await run([...args, "--out", out], console);
    return { status, err, count: count() };
  };

  test.each(commands)(
    "%s: a refusal or a kill anywhere leaves the folder as before or complete",
    async (_, args) => {
      await mkdir(join(folder, "交回"), { recursive: true });
      const [out, old] = [join(folder, "out"), join(folder, "old")];
      for (const path of [out, old]) await rm(path, { recursive: true, force: true });
      await mkdir(old);
      await writeFile(join(old, "书.xlsx"), "old");
      const before = JSON.stringify(await filesIn(old));
      const reset = async () => {
        await rm(out, { recursive: true, force: true });
        await cp(old, out, { recursive: true });
      };
      await reset();
      const { status, count } = await command(args(), out, "none", 0);
      expect(status).toBe(0);
      const complete = Object.keys(visible(await filesIn(out))).sort();
      const odd: unknown[] = [];
      // Every operation at the ends, and some of the many alike in the middle, which the test above goes through one by one.
      const step = Math.max(1, Math.floor(count / 24));
      for (let at = 0; at < count; at += at < 8 || at > count - 12 ? 1 : step)
        for (const fault of ["once", "kill"] as const) {
          await reset();
          const { status: ended, err } = await command(args(), out, fault, at);
          if (
            fault === "once" &&
            ended !== 0 &&
            (/[A-Za-z]{3,}/.test(err.replaceAll(out, "").replaceAll(folder, "").replaceAll("xlsx", "")) || err === "")
          )
            odd.push([at, err]);
          await settle(faultyMachine("none", 0).machine, out);
          const after = await filesIn(out);
          const isComplete = JSON.stringify(Object.keys(after).sort()) === JSON.stringify(complete) && JSON.stringify(after) !== before;
          const isBefore = JSON.stringify(after) === before;
          if (ended === 0 ? !isComplete : fault === "once" ? !isBefore : !(isBefore || isComplete))
            odd.push([at, fault, ended, err, after]);
        }
      expect(odd).toEqual([]);
    },
    120_000,
  );
});
