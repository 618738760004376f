// Starting the readers of pictures: two workers where the webview has them, beside the pane where it does not; loaded with the first picture.
import { wrap } from "comlink";
import { BoundWorker } from "../../xlsx/in-browser/bound-worker";
import type { ScanDesk } from "./scan-desk";
import { failureOf } from "./start-engine";

/** A place where pictures are read, wherever it is. */
export type ScanPort = Pick<ScanDesk, "unpack" | "read">;

/** The places where pictures are read at the same time. */
export interface Scanning {
  readonly desks: readonly [ScanPort, ...ScanPort[]];
  readonly close: () => void;
}

/** More threads than this are not there on the machines that offices have. */
const threadCount = 2;

/**
 * The readers, started.
 * @throws Error where pictures cannot be read at all
 */
export async function startScanning(): Promise<Scanning> {
  const workers: Worker[] = [];
  const close = () => workers.forEach((worker) => worker.terminate());
  try {
    const desks = Array.from({ length: threadCount }, () => startedDesk(workers));
    const [first, ...rest] = await Promise.all(desks);
    if (!first) throw new RangeError("no thread");
    return { desks: [first, ...rest], close };
  } catch {
    close();
    const { ScanDesk: Desk } = await import("./scan-desk");
    const desk = new Desk();
    await desk.start();
    return { desks: [desk], close: () => undefined };
  }
}

async function startedDesk(workers: Worker[]): Promise<ScanPort> {
  const worker = new BoundWorker(new URL("./scan.worker", import.meta.url), { name: "scan" });
  workers.push(worker);
  const remote = wrap<ScanDesk>(worker);
  await Promise.race([remote.start(), failureOf(worker)]);
  return { unpack: (files) => remote.unpack(files as File[]), read: (file) => remote.read(file) };
}
