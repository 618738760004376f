// Returned workbooks read ahead: the same files in the same order, a few of them under way, and what the thread cannot read is read here.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { thisMachine } from "../../src/cli/machine";
import { packed, unpacked } from "../../src/cli/packed-grid";
import type { ReadAhead } from "../../src/cli/read-ahead";
import { incomingFiles } from "../../src/cli/returned-files";
import { day } from "../../src/domain/values/day";
import type { CellValue, Grid } from "../../src/sheets/grid";

const gridOf = (rows: Grid["rows"]): Grid => ({
  name: "催收名单",
  visibility: "visible",
  rows,
  merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
  hiddenRows: [2],
  hiddenColumns: [],
  ownTab: "school-list",
});

test("a sheet that went to another thread and back is the same", () => {
  const cell = fc.oneof(
    fc.constantFrom<CellValue>(null, true, false, "", "本人", "王思齐", { day: day("2019-11-26") }, { fault: "error", text: "#REF!" }),
    fc.string(),
    fc.double({ noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell)), (rows) => {
      expect(unpacked(structuredClone(packed(gridOf(rows))))).toEqual(gridOf(rows));
    }),
  );
});

let folder = "";
const names = ["甲校.csv", "乙校.csv", "丙校.csv", "丁校.csv", "戊校.csv"].sort();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ahead-"));
  for (const name of names) await writeFile(join(folder, name), `学校,姓名\n${name},王思齐\n`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A thread that reads nothing itself but notes what it is asked. */
function noting(answer: (name: string) => readonly Grid[] | undefined) {
  const asked: string[] = [];
  let ended = 0;
  const ahead: ReadAhead = {
    read: ({ name }) => {
      asked.push(name);
      return Promise.resolve(answer(name));
    },
    help: () => Promise.resolve(),
    end: () => void ended++,
  };
  return { ahead, asked, ended: () => ended };
}

const firstCells = (grids: readonly Grid[]) => grids.map(({ rows }) => rows[1]?.[0]);

describe("files read ahead", () => {
  test("come in their order, three of them under way, and the thread ends with the last", async () => {
    const { ahead, asked, ended } = noting((name) => [gridOf([[], [`${name} beside`]])]);
    const files = await incomingFiles(thisMachine, [folder], {}, ahead);
    expect(files.map(({ name }) => name)).toEqual(names);
    const read: unknown[] = [];
    for (const [at, file] of files.entries()) {
      expect(ended()).toBe(0);
      read.push(...firstCells(await file.read()));
      await new Promise(setImmediate);
      expect(asked.length).toBeLessThanOrEqual(at + 4);
    }
    expect(read).toEqual(names.map((name) => `${name} beside`));
    expect([...asked].sort()).toEqual(names);
    expect(ended()).toBe(1);
  });

  test("are read here while the thread is busy: whoever waits lends a hand, and stops once the file is there", async () => {
    const waiting: { readonly name: string; readonly answer: () => Promise<void> }[] = [];
    const readHere: string[] = [];
    const ahead: ReadAhead = {
      read: ({ name }, here) =>
        new Promise((resolve) => {
          const answer = async () => {
            readHere.push(name);
            resolve(await here());
          };
          waiting.push({ name, answer });
        }),
      help: async (isWanted) => {
        while (isWanted() && waiting.length > 0) {
          // Which of them the disk gave first is chance.
          waiting.sort((one, other) => names.indexOf(one.name) - names.indexOf(other.name));
          await waiting.shift()?.answer();
          await new Promise(setImmediate);
        }
      },
      end: () => undefined,
    };
    const files = await incomingFiles(thisMachine, [folder], {}, ahead);
    for (const [at, file] of files.entries()) {
      while (!waiting.some(({ name }) => name === file.name)) await new Promise(setImmediate);
      expect(firstCells(await file.read())).toEqual([file.name]);
      expect(readHere).toEqual(names.slice(0, at + 1));
    }
  });

  test("are read here where the thread gives nothing, and whenever they are read again", async () => {
    const { ahead } = noting((name) => (name === names[0] ? [gridOf([[], ["beside"]])] : undefined));
    const files = await incomingFiles(thisMachine, [folder], {}, ahead);
    const twice = await Promise.all(files.map(async (file) => [...firstCells(await file.read()), ...firstCells(await file.read())]));
    expect(twice).toEqual(names.map((name, at) => [at === 0 ? "beside" : name, name]));
  });
});
