// Files that appear together or not at all: staged in a hidden folder, journalled, swapped in; what goes wrong on the way is undone, at once or
// by the next run that comes to the folder.
//
// The hidden folder `.recovery-xxxxxxxx` holds new/ and old/, numbered files, and the journal: `plan.json` while files are swapped, `done.json`
// from the moment they all stand. A folder with `plan.json` is undone, any other is thrown away. Undoing can be cut short and begun again.
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { WorkbookError } from "../actions/workbook";
import { alone } from "./folder-lock";
import { codeOf, identityOf, ifThere, type Machine, syncFolder, writeNew } from "./machine";

/** What shall become of one path below the folder, its parts separated by `/`: new bytes, or nothing. */
export interface Change {
  readonly to: string;
  readonly bytes: Uint8Array | undefined;
}

interface Step {
  readonly to: string;
  /** The digest of the new bytes; null where the file goes. It tells our file from one that a person put there since. */
  readonly digest: string | null;
  /** Whether a copy of what stood there before lies in old/. */
  readonly hasOld: boolean;
}

interface Plan {
  readonly steps: readonly Step[];
  /** The folders that are made, outermost first. */
  readonly folders: readonly string[];
}

const workName = /^\.recovery-[0-9a-f]{8}$/;
const workEntries = new Set(["new", "old", "plan.tmp", "plan.json", "done.json"]);
const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Undoes what a killed run has left half done in a folder. */
export function settle(machine: Machine, folder: string): Promise<void> {
  return alone(machine, folder, () => settleHeld(machine, folder));
}

/**
 * Makes all changes in a folder, or none.
 * @param inputs the identities of files that were read, which are never replaced
 * @throws WorkbookError when something stands in the way, `undo-pending` when undoing failed as well; errors of the system as they are
 */
export function putTogether(machine: Machine, folder: string, changes: readonly Change[], inputs: ReadonlySet<string>): Promise<void> {
  return alone(machine, folder, async (assure) => {
    await settleHeld(machine, folder);
    const work = join(folder, `.recovery-${crypto.randomUUID().slice(0, 8)}`);
    try {
      const plan = await stage(machine, folder, work, changes, inputs);
      await assure();
      await machine.rename(join(work, "plan.tmp"), join(work, "plan.json"));
      await syncFolder(machine, work);
      await swap(machine, folder, work, plan);
      await machine.rename(join(work, "plan.json"), join(work, "done.json"));
    } catch (error) {
      await orPending(undo(machine, folder, work), folder);
      throw error;
    }
    // From here on the files stand. What cannot be cleared away now is thrown away by the next run.
    await clear(machine, work).catch(ignoreSystem);
  });
}

async function stage(
  machine: Machine,
  folder: string,
  work: string,
  changes: readonly Change[],
  inputs: ReadonlySet<string>,
): Promise<Plan> {
  for (const path of [work, join(work, "new"), join(work, "old")]) await machine.mkdir(path);
  const staged = await fewAtOnce([...changes.entries()], async ([index, { to, bytes }]) => {
    const folders = await missingFolders(machine, folder, to);
    const hasOld = await standsThere(machine, folder, to, inputs);
    if (hasOld) {
      const copy = join(work, "old", String(index));
      await machine.copyFile(join(folder, to), copy);
      await syncFile(machine, copy);
    }
    if (bytes) await writeNew(machine, join(work, "new", String(index)), bytes);
    return { folders, step: { to, digest: bytes ? digestOf(bytes) : null, hasOld } };
  });
  const plan = { steps: staged.map(({ step }) => step), folders: [...new Set(staged.flatMap(({ folders }) => folders))] };
  await writeNew(machine, join(work, "plan.tmp"), JSON.stringify(plan));
  for (const path of [join(work, "new"), join(work, "old"), work]) await syncFolder(machine, path);
  return plan;
}

// A disk that waits for one file takes three more meanwhile. What fails is said once nothing is under way any more, the first of it first.
const atOnce = 4;

async function fewAtOnce<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  for (let at = 0; at < items.length; at += atOnce) {
    for (const one of await Promise.allSettled(items.slice(at, at + atOnce).map(work))) {
      if (one.status === "rejected") throw one.reason;
      done.push(one.value);
    }
  }
  return done;
}

async function syncFile(machine: Machine, path: string): Promise<void> {
  const file = await machine.open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The folders above a path that are yet to be made, outermost first; links are not followed. */
async function missingFolders(machine: Machine, folder: string, to: string): Promise<readonly string[]> {
  const parents = to.split("/").slice(0, -1);
  const missing: string[] = [];
  for (const [depth] of parents.entries()) {
    const parent = parents.slice(0, depth + 1).join("/");
    const found = await ifThere(machine.lstat(join(folder, parent)));
    if (!found) missing.push(parent);
    else if (found.isSymbolicLink()) throw new WorkbookError("link-in-way", parent);
    else if (!found.isDirectory()) throw new WorkbookError("not-a-folder", parent);
  }
  return missing;
}

/** Whether a file stands at the place, one that may be replaced. */
async function standsThere(machine: Machine, folder: string, to: string, inputs: ReadonlySet<string>): Promise<boolean> {
  const found = await ifThere(machine.lstat(join(folder, to)));
  if (!found) return false;
  if (found.isSymbolicLink()) throw new WorkbookError("link-in-way", to);
  if (!found.isFile()) throw new WorkbookError("folder-in-way", to);
  if (inputs.has((await identityOf(machine, join(folder, to))) ?? "")) throw new WorkbookError("input-in-way", to);
  return true;
}

async function swap(machine: Machine, folder: string, work: string, { steps, folders }: Plan): Promise<void> {
  for (const made of folders) await machine.mkdir(join(folder, made));
  for (const [index, { to, digest, hasOld }] of steps.entries()) {
    if (digest !== null) await machine.rename(join(work, "new", String(index)), join(folder, to));
    else if (hasOld) await machine.unlink(join(folder, to));
  }
  await syncTouched(machine, folder, steps, folders);
}

async function syncTouched(machine: Machine, folder: string, steps: readonly Step[], folders: readonly string[]): Promise<void> {
  const touched = new Set([...steps.map(({ to }) => to), ...folders].map((path) => dirname(join(folder, path))));
  for (const path of touched) if (await ifThere(machine.lstat(path))) await syncFolder(machine, path);
}

async function settleHeld(machine: Machine, folder: string): Promise<void> {
  for (const name of await machine.readdir(folder))
    if (workName.test(name)) await orPending(undo(machine, folder, join(folder, name)), folder);
}

/** Takes back what a run has done so far, and throws its hidden folder away; a folder that holds anything else is not ours. */
async function undo(machine: Machine, folder: string, work: string): Promise<void> {
  const found = await ifThere(machine.lstat(work));
  if (!found?.isDirectory()) return;
  const entries = await machine.readdir(work);
  if (!entries.every((entry) => workEntries.has(entry))) return;
  if (entries.includes("plan.json")) {
    const { steps, folders } = JSON.parse(await machine.readFile(join(work, "plan.json"), "utf8")) as Plan;
    if ([...steps.map(({ to }) => to), ...folders].some((to) => to.split(/[\\/]/).includes(".."))) return;
    for (const [index, step] of steps.entries()) await takeBack(machine, folder, join(work, "old", String(index)), step);
    for (const made of [...folders].reverse()) await removeEmpty(machine, join(folder, made));
    await syncTouched(machine, folder, steps, folders);
  }
  await clear(machine, work);
}

// A place that holds neither ours nor the old file was changed by a person since, and stays.
async function takeBack(machine: Machine, folder: string, old: string, { to, digest, hasOld }: Step): Promise<void> {
  const path = join(folder, to);
  const info = await ifThere(machine.lstat(path));
  if (info && !info.isFile()) return;
  const bytes = info && (await machine.readFile(path));
  if ((bytes ? digestOf(bytes) : null) !== digest) return;
  if (!hasOld) {
    if (bytes) await machine.unlink(path);
  } else if (await ifThere(machine.lstat(old))) await machine.rename(old, path);
}

async function removeEmpty(machine: Machine, path: string): Promise<void> {
  const found = await ifThere(machine.lstat(path));
  if (found?.isDirectory() && (await machine.readdir(path)).length === 0) await machine.rmdir(path);
}

/** Throws a hidden folder away, its journal first: without it nothing of it counts any more. */
async function clear(machine: Machine, work: string): Promise<void> {
  await ifThere(machine.unlink(join(work, "plan.json")));
  for (const part of ["new", "old"].map((name) => join(work, name))) {
    for (const name of (await ifThere(machine.readdir(part))) ?? []) await machine.unlink(join(part, name));
    await ifThere(machine.rmdir(part));
  }
  for (const name of ["plan.tmp", "done.json"]) await ifThere(machine.unlink(join(work, name)));
  await machine.rmdir(work);
}

async function orPending(undoing: Promise<void>, folder: string): Promise<void> {
  await undoing.catch((error: unknown) => {
    if (codeOf(error) === undefined) throw error;
    throw new WorkbookError("undo-pending", folder);
  });
}

function ignoreSystem(error: unknown): void {
  if (codeOf(error) === undefined) throw error;
}
