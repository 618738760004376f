// A file read in a process of its own, which is ended when it takes too long. (A thread would not do: an engine that runs out of memory takes the
// whole process along.)
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import { WorkbookError } from "../actions/workbook";
import { asideMilliseconds, type ReadAnswer, readingOf } from "../xlsx/read-aside";
import type { BookReading, ReadRequest } from "../xlsx/read-book";

const memoryMegabytes = 1000;

/**
 * What a reader is started with so that it ends itself after this time, even where the program that started it is gone and the engine never
 * comes to rest: a thread beside it kills the process.
 */
export function endingItself(milliseconds: number): readonly string[] {
  const kill = `setTimeout(process.kill,${milliseconds},process.pid,'SIGKILL')`;
  const start = `import{Worker}from'node:worker_threads';new Worker(${JSON.stringify(kill)},{eval:true,execArgv:[]}).unref()`;
  return ["--import", `data:text/javascript,${encodeURIComponent(start)}`];
}

/** Reads with the program `script`, which is ended after this time; what its engines print goes nowhere. */
export function readerIn(script: URL, milliseconds = asideMilliseconds): (request: ReadRequest) => Promise<BookReading> {
  return async (request) => {
    const { spawn } = await import("node:child_process");
    const limits = [`--max-old-space-size=${memoryMegabytes}`, ...endingItself(milliseconds + 1000)];
    const child = spawn(process.execPath, [...limits, fileURLToPath(script)], {
      stdio: ["pipe", "ignore", "ignore", "pipe"],
      windowsHide: true,
    });
    const ended = new Promise<void>((resolve, reject) => child.once("close", () => resolve()).once("error", reject));
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill("SIGKILL");
    }, milliseconds);
    // A reader that has ended takes nothing more; that it has, its missing answer says.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(serialize(request));
    const [answer] = await Promise.all([buffer(child.stdio[3] as Readable), ended]).finally(() => clearTimeout(timer));
    if (isLate) throw new WorkbookError("too-slow", request.name);
    if (answer.length === 0) throw new WorkbookError("not-readable", request.name, { why: "no-answer" });
    return readingOf(deserialize(answer) as ReadAnswer);
  };
}
