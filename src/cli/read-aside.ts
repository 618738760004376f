// A file read in a process of its own, which is ended when it takes too long. (A thread would not do: an engine that runs out of memory takes the
// whole process along.)
import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import { WorkbookError } from "../actions/workbook";
import { asideMilliseconds, type ReadAnswer, readingOf } from "../xlsx/read-aside";
import type { BookReading, ReadRequest } from "../xlsx/read-book";

const memoryMegabytes = 1000;

/** Reads with the program `script`; what its engines print goes nowhere. */
export function readerIn(script: URL): (request: ReadRequest) => Promise<BookReading> {
  return async (request) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${memoryMegabytes}`, fileURLToPath(script)], {
      stdio: ["pipe", "ignore", "ignore", "pipe"],
      windowsHide: true,
    });
    const ended = new Promise<void>((resolve, reject) => child.once("close", () => resolve()).once("error", reject));
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill("SIGKILL");
    }, asideMilliseconds);
    // A reader that has ended takes nothing more; that it has, its missing answer says.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(serialize(request));
    const [answer] = await Promise.all([buffer(child.stdio[3] as Readable), ended]).finally(() => clearTimeout(timer));
    if (isLate) throw new WorkbookError("too-slow", request.name);
    if (answer.length === 0) throw new WorkbookError("not-readable", `${request.name}: the reader broke off`);
    return readingOf(deserialize(answer) as ReadAnswer);
  };
}
