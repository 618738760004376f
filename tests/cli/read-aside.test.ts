// The reader beside the command line: one that does not come to an end is ended after fifteen seconds, and the refusal says so.
import { afterEach, expect, jest, test } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readerIn } from "../../src/cli/read-aside";
import { errorText } from "../../src/i18n/index";

let folder = "";
afterEach(async () => {
  jest.useRealTimers();
  await rm(folder, { recursive: true });
});

async function readerThat(program: string) {
  folder = await mkdtemp(join(tmpdir(), "reader-"));
  const path = join(folder, "reader.mjs");
  await writeFile(path, program);
  return readerIn(pathToFileURL(path));
}

const request = { name: "名单.xls", bytes: new Uint8Array([1]) };

test("one that hangs", async () => {
  const read = await readerThat("setInterval(() => undefined, 1000);");
  jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask"] });
  const reading = read(request);
  jest.advanceTimersByTime(15_000);
  await expect(reading).rejects.toMatchObject({ code: "too-slow", detail: "名单.xls" });
  expect(errorText("zh-CN", "too-slow", "名单.xls")).toBe(
    "“名单.xls”读了 15 秒还没有读完，已经停下，文件可能有损坏。请在 Excel 或 WPS 中打开，另存为 .xlsx 后再试。",
  );
});

test("one that breaks off", async () => {
  const read = await readerThat("process.exit(1);");
  await expect(read(request)).rejects.toMatchObject({ code: "not-readable", detail: "名单.xls: the reader broke off" });
});
