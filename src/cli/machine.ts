// The disk and the clock as the command line sees them: a narrow port, so that tests can let every single operation fail.
import * as disk from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { WorkbookError } from "../actions/workbook";

type DiskOperation = "copyFile" | "lstat" | "mkdir" | "open" | "readFile" | "readdir" | "realpath" | "rename" | "rmdir" | "stat" | "unlink";

/** What is asked of the computer. */
export interface Machine extends Pick<typeof disk, DiskOperation> {
  /** This process, and where it runs. */
  readonly pid: number;
  readonly host: string;
  /** Whether a process of this computer still runs. */
  isAlive(pid: number): boolean;
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
}

/** The computer that the program runs on. */
export const thisMachine: Machine = {
  ...disk,
  pid: process.pid,
  host: hostname(),
  isAlive,
  now: () => Date.now(),
  sleep: (milliseconds) => setTimeout(milliseconds),
};

// Signal 0 is no signal: it asks only. A process of somebody else is alive, though it may not be asked.
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

/** The system's code of an error, such as ENOSPC; undefined when it is none of the system's. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("syscall" in error && "code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** What an operation gives, or undefined where there is nothing at its path. */
export function ifThere<T>(found: Promise<T>): Promise<T | undefined> {
  return found.catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  });
}

/** Writes a new file and waits until the disk has it; what stands there already is never opened. */
export async function writeNew(machine: Machine, path: string, bytes: Uint8Array | string): Promise<void> {
  const file = await machine.open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Waits until the disk has the entries of a folder. Windows has no such thing, and some network folders refuse it as meaningless. */
export async function syncFolder(machine: Machine, path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await machine.open(path, "r");
  try {
    await folder.sync();
  } catch (error) {
    if (codeOf(error) !== "EINVAL") throw error;
  } finally {
    await folder.close();
  }
}

/** What tells a file from every other, whatever it is called: through links, in any case, by any path; undefined where there is none. */
export async function identityOf(machine: Machine, path: string): Promise<string | undefined> {
  const found = await ifThere(machine.stat(path, { bigint: true }));
  return found && `${found.dev}:${found.ino}`;
}

/** The folders in which a file stands: by the path that was typed, and with its links followed. */
export async function foldersOf(machine: Machine, path: string): Promise<readonly (string | undefined)[]> {
  const folders = [dirname(path), dirname(await machine.realpath(path))];
  return Promise.all(folders.map((folder) => identityOf(machine, folder)));
}

const readingCodes = {
  ENOENT: "not-found",
  ENOTDIR: "not-found",
  EISDIR: "is-folder",
  EACCES: "no-access",
  EPERM: "no-access",
  EBUSY: "locked",
  ENAMETOOLONG: "path-too-long",
} as const;

const writingCodes = {
  ENOTDIR: "not-a-folder",
  EEXIST: "not-a-folder",
  EBUSY: "locked",
  ETXTBSY: "locked",
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  ENAMETOOLONG: "path-too-long",
} as const;

/** Why a file could not be read, as a refusal of the world; what is no error of the system is passed on as it is. */
export function readingError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  return new WorkbookError(code in readingCodes ? readingCodes[code as keyof typeof readingCodes] : "read-failed", path);
}

/** Why a file or folder could not be written, as a refusal of the world; what is no error of the system is passed on as it is. */
export function writingError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  return new WorkbookError(code in writingCodes ? writingCodes[code as keyof typeof writingCodes] : "not-writable", path);
}
