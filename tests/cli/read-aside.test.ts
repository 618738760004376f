// A reader in a process of its own: one that hangs, breaks off or eats all memory is ended, and what people get is a sentence.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { endingItself, readerIn } from "../../src/cli/read-aside";
import { errorText } from "../../src/i18n";
import { WorkbookError } from "../../src/actions/workbook";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "reader-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A program that leaves its number in a file, then does this. */
async function programOf(name: string, does: string): Promise<{ readonly path: string; readonly pid: () => Promise<number> }> {
  const path = join(folder, `${name}.mjs`);
  const note = join(folder, `${name}.pid`);
  await writeFile(path, `import { writeFileSync } from "node:fs"; writeFileSync(${JSON.stringify(note)}, String(process.pid)); ${does}`);
  return { path, pid: async () => Number(await readFile(note, "utf8")) };
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const late = "“名单.xls”读了 15 秒还没有读完，已经停下，文件可能有损坏。请在 Excel 或 WPS 中打开，另存为 .xlsx 后再试。";
const broken = "文件“名单.xls”已损坏或不完整（读取没能在限定的时间和内存内完成），无法读取。请重新导出或向发件人索取后再试。";

describe("a reader that gives no answer is ended, leaves no process and has its sentence", () => {
  test.each([
    ["hangs", "for (;;);", 1500],
    ["waits for ever", "setInterval(() => undefined, 1000);", 1500],
    [
      "will not be asked to end",
      'for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => undefined); for (;;);',
      1500,
    ],
    ["breaks off", "process.exit(3);", 15_000],
    ["fails", 'throw new Error("engine");', 15_000],
    ["eats all memory", "const all = []; for (;;) all.push(new Array(1e6).fill(1.5));", 15_000],
  ])("%s", async (name, does, milliseconds) => {
    const { path, pid } = await programOf(name.replaceAll(" ", "-"), does);
    const began = Date.now();
    const thrown: unknown = await readerIn(
      pathToFileURL(path),
      milliseconds,
    )({ bytes: new Uint8Array(1 << 20), name: "名单.xls" }).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(WorkbookError);
    expect(errorText("zh-CN", thrown as WorkbookError)).toBe(milliseconds < 15_000 ? late : broken);
    expect(Date.now() - began).toBeLessThan(14_000);
    expect(isAlive(await pid())).toBe(false);
  });
});

test("a reader that hangs ends by itself when the program that started it is gone", async () => {
  const { path } = await programOf("orphan", "for (;;);");
  const [, signal] = (await once(spawn(process.execPath, [...endingItself(500), path]), "exit")) as [number | null, string | null];
  expect(signal).toBe("SIGKILL");
});
