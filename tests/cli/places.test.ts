// Where results may stand: BOOK is never replaced, by whatever path its folder is named, and what goes to schools holds no plain byte of a list.
import { readdirSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import CFB from "cfb";
import { unzipSync } from "fflate";
import { type Machine, thisMachine } from "../../src/cli/machine";
import { run } from "../../src/cli/program";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { writeBook } from "../../src/xlsx/write-book";

const county = sampleCounty({ persons: 3, seed: 4 });
let folder = "";
let bytes: Uint8Array;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "places-"));
  bytes = await writeBook(countyBook(county));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function recovery(args: readonly string[], machine: Machine = thisMachine): Promise<void> {
  let err = "";
  const status = await run(args, { out: () => undefined, err: (text) => (err += text), now: () => new Date(2019, 10, 20, 9), machine });
  expect([status, err]).toEqual([0, ""]);
}

/** The path as it stands on the disk, in whatever case it was asked for. */
function found(path: string): string {
  if (dirname(path) === path) return path;
  const parent = found(dirname(path));
  const wanted = basename(path).toLowerCase();
  try {
    return join(parent, readdirSync(parent).find((name) => name.toLowerCase() === wanted) ?? basename(path));
  } catch {
    return join(parent, basename(path));
  }
}

/** A disk that ignores case, as those of Windows and macOS do. */
const anyCase = new Proxy(thisMachine, {
  get: (target, key) => {
    const value: unknown = Reflect.get(target, key);
    if (typeof value !== "function" || ["isAlive", "now", "sleep"].includes(String(key))) return value;
    const isPath = (at: number) => at === 0 || (at === 1 && (key === "rename" || key === "copyFile"));
    return (...args: unknown[]): unknown =>
      Reflect.apply(
        value,
        target,
        args.map((arg, at) => (isPath(at) ? found(String(arg)) : arg)),
      );
  },
});

describe.each(["check", "rollup", "season"])("%s never replaces BOOK", (command) => {
  test.each<[string, (at: string) => Promise<{ readonly book: string; readonly out: string; readonly machine?: Machine }>]>([
    ["its own folder", (at) => Promise.resolve({ book: join(at, "Book.xlsx"), out: at })],
    [
      "its folder through a link",
      async (at) => {
        await symlink(at, `${at}-link`);
        return { book: join(at, "Book.xlsx"), out: `${at}-link` };
      },
    ],
    [
      "BOOK through a link, its true folder",
      async (at) => {
        await symlink(join(at, "Book.xlsx"), `${at}-link.xlsx`);
        return { book: `${at}-link.xlsx`, out: at };
      },
    ],
    [
      "a link that has BOOK's name and leads to it",
      async (at) => {
        await mkdir(join(at, "links"));
        await symlink(join(at, "Book.xlsx"), join(at, "links", "Book.xlsx"));
        return { book: join(at, "links", "Book.xlsx"), out: at };
      },
    ],
    ["its folder in another case", (at) => Promise.resolve({ book: join(at, "BOOK.XLSX"), out: at.toUpperCase(), machine: anyCase })],
  ])("--out is %s", async (name, make) => {
    const at = join(folder, `${command} ${name.replaceAll(/[^A-Za-z]/g, "-")}`);
    await mkdir(at);
    await writeFile(join(at, "Book.xlsx"), bytes);
    const { book, out, machine } = await make(at);
    for (let time = 0; time < 2; time++) await recovery([command, book, "--out", out], machine);
    expect(Buffer.from(await readFile(join(at, "Book.xlsx"))).equals(Buffer.from(bytes))).toBe(true);
    expect((await readdir(at)).filter((file) => file.startsWith(".")).sort()).toEqual([]);
    expect((await readdir(at)).filter((file) => file !== "Book.xlsx" && /\.xlsx$/i.test(file)).length).toBeGreaterThan(0);
  });
});

/** Every byte of a file, and of what is packed in it, whatever packs it. */
function* bytesWithin(file: Uint8Array): Generator<Uint8Array> {
  yield file;
  if (file[0] === 0x50 && file[1] === 0x4b) for (const part of Object.values(unzipSync(file))) yield* bytesWithin(part);
  if (file[0] === 0xd0 && file[1] === 0xcf)
    for (const { content } of CFB.read(file, { type: "buffer" }).FileIndex as readonly { readonly content?: CFB.CFB$Blob }[])
      if (content?.length) yield* bytesWithin(Uint8Array.from(content));
}

async function filesBelow(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** The files below a folder in which a borrower's name or number can be read, in UTF-8 or UTF-16. */
async function tellingFiles(path: string): Promise<readonly string[]> {
  const secrets = county.persons.flatMap(({ name, citizenId, coBorrower }) => [name, citizenId, coBorrower.name]);
  const needles = secrets.flatMap((text) => [Buffer.from(text), Buffer.from(text, "utf16le")]);
  const telling: string[] = [];
  for (const file of await filesBelow(path)) {
    const pieces = [Buffer.from(basename(file)), ...bytesWithin(await readFile(file))];
    if (pieces.some((piece) => needles.some((needle) => Buffer.from(piece).includes(needle)))) telling.push(file.slice(path.length + 1));
  }
  return telling.sort();
}

test.each([
  ["split", "split"],
  ["season", "split"],
  ["season", "season"],
])(
  "after %s and then %s --encrypt no byte in 催收名单 tells of anybody, and no list is plain anywhere",
  async (first, second) => {
    const at = join(folder, `${first}-${second}`);
    await mkdir(join(at, "out"), { recursive: true });
    await writeFile(join(at, "书.xlsx"), bytes);
    await recovery([first, join(at, "书.xlsx"), "--out", join(at, "out")]);
    // The scan can see: before, lists tell of people.
    expect((await tellingFiles(join(at, "out"))).some((file) => file.includes("催收名单_"))).toBe(true);
    await recovery([second, join(at, "书.xlsx"), "--out", join(at, "out"), "--encrypt"]);
    const sent = await filesBelow(join(at, "out", "催收名单"));
    expect(sent.length).toBeGreaterThan(0);
    expect(await tellingFiles(join(at, "out", "催收名单"))).toEqual([]);
    expect((await tellingFiles(join(at, "out"))).filter((file) => file.includes("催收名单"))).toEqual([]);
  },
  120_000,
);
