// A machine whose every operation on files can be counted, refused or be the last one before the process is killed.
import type { FileHandle } from "node:fs/promises";
import { type Machine, thisMachine } from "../../src/cli/machine";

/** The process is gone: whatever it would do next fails as well, cleaning up included. */
export class Killed extends Error {}

/** What happens at an operation by its number: nothing, a refusal of the system, or the end. */
export type Fault = "none" | "once" | "from then on" | "kill";

const refusal = (operation: string) =>
  Object.assign(new Error(`EIO: i/o error, ${operation}`), { code: "EIO", syscall: operation, errno: -5 });

/** A machine that is watched. */
export interface FaultyMachine {
  readonly machine: Machine;
  /** How many operations there were. */
  readonly count: () => number;
  /** How many there were before a folder for files to be put together was made. */
  readonly before: () => number;
}

/** A machine with one fault. */
export function faultyMachine(fault: Fault, at: number): FaultyMachine {
  let count = 0;
  let before: number | undefined;
  let time = Date.now();
  const strike = (operation: string) => {
    const now = count++;
    if (fault === "kill" && now >= at) throw new Killed(operation);
    if ((fault === "once" && now === at) || (fault === "from then on" && now >= at)) throw refusal(operation);
  };
  const handle = (file: FileHandle): FileHandle =>
    new Proxy(file, {
      // A proxy that is awaited is asked for `then`, which it has not.
      get: (_, key) =>
        key === "then"
          ? undefined
          : async (bytes?: string) => {
              try {
                strike(String(key));
              } catch (error) {
                // What fails while writing has written a part; an open file of a dead process is closed by the system.
                if (key === "writeFile" && bytes !== undefined) await file.writeFile(bytes.slice(0, bytes.length >> 1));
                if (key === "close" || error instanceof Killed) await file.close().catch(() => undefined);
                throw error;
              }
              return Reflect.apply(Reflect.get(file, key) as () => unknown, file, [bytes]);
            },
    });
  const machine = new Proxy(thisMachine, {
    get: (target, key) => {
      if (key === "now") return () => time;
      if (key === "sleep") return async (milliseconds: number) => (time += milliseconds);
      if (key === "isAlive") return () => false;
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== "function") return value;
      return async (...args: unknown[]) => {
        if (key === "mkdir" && /\.recovery-\w+$/.test(String(args[0]))) before ??= count;
        strike(String(key));
        const result: unknown = await Reflect.apply(value, target, args);
        return key === "open" ? handle(result as FileHandle) : result;
      };
    },
  });
  return { machine, count: () => count, before: () => before ?? count };
}
