// Plays a sample: its script runs beside the genuine office.js over our host, and every button of its page is pressed once.
import vm from "node:vm";
import { setTimeout as pause } from "node:timers/promises";
import { type OfficeClient, officeClient } from "../support/office-client";
import { type Field, type Sample } from "./sample";

/** How a sample went: the first failure in words, or none when it came to its end. */
export interface Played {
  readonly sample: Sample;
  readonly failure: string | undefined;
}

interface Part {
  readonly id: string;
  readonly listeners: (() => unknown)[];
  [name: string]: unknown;
}

/** How long a button may take. */
const patience = 5000;

/** Runs a sample to its end or its first failure. */
export async function play(sample: Sample): Promise<Played> {
  // Its members beyond the declared sets shall be refused by the host, by name, not by the client.
  const client = await officeClient({ requirements: { ExcelApi: "1.20" }, isGuarded: false });
  const failures: unknown[] = [];
  // What the script starts without waiting for it.
  const onStray = (reason: unknown): void => void failures.push(reason);
  process.on("unhandledRejection", onStray).on("uncaughtException", onStray);
  try {
    const parts = page(client, sample.fields, failures);
    vm.runInContext(sample.script, client.window as vm.Context, { filename: sample.name });
    for (const field of sample.fields.filter(({ tag }) => tag === "button")) {
      await press(parts.get(field.id));
      if (failures.length > 0) break;
    }
  } catch (error) {
    failures.unshift(error);
  } finally {
    process.off("unhandledRejection", onStray).off("uncaughtException", onStray);
    client.close();
  }
  return { sample, failure: failures.length > 0 ? inWords(failures[0]) : undefined };
}

async function press(part: Part | undefined): Promise<void> {
  const late = pause(patience, "late", { ref: false });
  for (const listen of part?.listeners ?? []) {
    if ((await Promise.race([Promise.resolve(listen()), late])) === "late") throw new Error(`${part?.id} does not come to an end`);
  }
  // Handlers of events, and what the page does without being waited for.
  await pause(20);
}

// What the script finds as its page: the fields by their ids, and a console whose errors are the sample's failures.
function page({ window }: OfficeClient, fields: readonly Field[], failures: unknown[]): ReadonlyMap<string, Part> {
  const document = window["document"] as Record<string, unknown>;
  const parts = new Map(fields.map((field) => [field.id, part(field)]));
  document["getElementById"] = (id: string) => parts.get(id) ?? null;
  document["createElement"] = (tag: string) => part({ id: "", tag, value: "", isChecked: false });
  const quiet = (): void => undefined;
  const fail = (...words: readonly unknown[]): void => void failures.push(words.find((word) => word instanceof Object) ?? words.join(" "));
  window["console"] = { log: quiet, info: quiet, warn: quiet, table: quiet, error: fail };
  return parts;
}

function part({ id, value, isChecked }: Field): Part {
  const listeners: (() => unknown)[] = [];
  const children: unknown[] = [];
  return {
    id,
    value,
    checked: isChecked,
    listeners,
    children,
    style: {},
    innerHTML: "",
    addEventListener: (_: string, listen: () => unknown) => listeners.push(listen),
    appendChild: (child: unknown) => children.push(child),
    removeChild: (child: unknown) => children.splice(children.indexOf(child), 1),
    setAttribute: () => undefined,
    removeAttribute: () => undefined,
    hasAttribute: () => false,
    focus: () => undefined,
    click: () => undefined,
  };
}

function inWords(error: unknown): string {
  const { code, message, debugInfo } = error as { code?: string; message?: string; debugInfo?: { errorLocation?: string } };
  const place = debugInfo?.errorLocation ? `${debugInfo.errorLocation}: ` : "";
  return code === undefined ? (message ?? String(error)) : `${code}: ${place}${message ?? ""}`;
}
