// One run at a time writes into a folder: a lock file that says whose it is, so that the lock of a run that was killed is taken over.
import { join } from "node:path";
import { WorkbookError } from "../actions/workbook";
import { codeOf, ifThere, type Machine, writeNew } from "./machine";

const lockName = ".recovery.lock";
const pause = 200;
const patience = 10_000;
/** Writing what is ready takes seconds; a lock as old as this is nobody's, even where its process cannot be asked. */
const longest = 3_600_000;
/** Between making the lock and writing the owner into it is a moment; an empty lock older than this is of a run killed in it. */
const moment = 5_000;

/**
 * Does something in a folder while no other run may; waits a little for one that does.
 * @param job is given a way to make sure that the folder is still its own, to be asked before anything changes
 * @throws WorkbookError `busy` when another run goes on writing there
 */
export async function alone<T>(machine: Machine, folder: string, job: (assure: () => Promise<void>) => Promise<T>): Promise<T> {
  const path = join(folder, lockName);
  const owner = JSON.stringify({ pid: machine.pid, host: machine.host, run: crypto.randomUUID() });
  await take(machine, path, owner, folder);
  try {
    return await job(async () => {
      if ((await ifThere(machine.readFile(path, "utf8"))) !== owner) throw new WorkbookError("busy", folder);
    });
  } finally {
    await release(machine, path, owner);
  }
}

async function take(machine: Machine, path: string, owner: string, folder: string): Promise<void> {
  const until = machine.now() + patience;
  for (;;) {
    try {
      await writeNew(machine, path, owner);
      return;
    } catch (error) {
      if (codeOf(error) !== "EEXIST") {
        await release(machine, path, owner);
        throw error;
      }
    }
    if (await isLeft(machine, path)) await ifThere(machine.unlink(path));
    else if (machine.now() > until) throw new WorkbookError("busy", folder);
    else await machine.sleep(pause);
  }
}

// A lock that cannot be removed does no harm: its process ends, and the next run sees that.
async function release(machine: Machine, path: string, owner: string): Promise<void> {
  try {
    const found = await machine.readFile(path, "utf8");
    if (owner.startsWith(found)) await machine.unlink(path);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
  }
}

/** Whether the run that made the lock is gone. */
async function isLeft(machine: Machine, path: string): Promise<boolean> {
  const found = await ifThere(machine.lstat(path));
  if (!found?.isFile()) return false;
  const age = machine.now() - found.mtimeMs;
  const text = await ifThere(machine.readFile(path, "utf8"));
  const parts = /^\{"pid":(\d+),"host":("(?:[^"\\]|\\.)*"),"run":"[-\w]+"\}$/.exec(text ?? "");
  if (!parts) return age > moment && (text ?? "{").length < 300 && `{"pid":`.startsWith((text ?? "").slice(0, 7));
  return age > longest || (JSON.parse(parts[2] ?? '""') === machine.host && !machine.isAlive(Number(parts[1])));
}
