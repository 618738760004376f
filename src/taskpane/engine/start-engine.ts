// Starting the engine: in a worker where the webview has one, beside the pane where it does not.
import { proxy, type Remote, wrap } from "comlink";
import type { Workbook } from "../../actions/workbook";
import { BoundWorker } from "../../xlsx/in-browser/bound-worker";
import type { Engine } from "./engine";
import { carryErrors } from "./errors-across";
import { type RemoteEngine, type SentBook, sentBook } from "./remote-engine";

/** The engine as the pane calls it, wherever it runs. */
export type EnginePort = {
  readonly [Call in keyof Engine]: (...args: Parameters<Engine[Call]>) => Promise<Awaited<ReturnType<Engine[Call]>>>;
};

/** The engine, started. */
export async function startEngine(): Promise<EnginePort> {
  let worker: Worker | undefined;
  try {
    worker = new BoundWorker(new URL("./season.worker", import.meta.url), { name: "season" });
    const engine = acrossThreads(worker);
    await Promise.race([engine.sheetNames(), failureOf(worker)]);
    return engine;
  } catch {
    worker?.terminate();
    // Old webviews and some policies refuse workers: the work is the same, only the pane pauses while it lasts.
    return besidePane();
  }
}

/** Fails when a worker does not start; never resolves. */
export function failureOf(worker: Worker): Promise<never> {
  return new Promise((_, reject) => worker.addEventListener("error", () => reject(new Error("the worker did not start")), { once: true }));
}

function acrossThreads(worker: Worker): EnginePort {
  carryErrors();
  const remote: Remote<RemoteEngine> = wrap<RemoteEngine>(worker);
  return {
    attach: (workbook: Workbook) => remote.attach(workbook.name, proxy(sentBook(workbook)) as unknown as Remote<SentBook>),
    openFile: (...args) => remote.openFile(...args),
    trySample: (name) => remote.trySample(name),
    foundSheets: () => remote.foundSheets(),
    look: (...args) => remote.look(...args),
    findings: (...args) => remote.findings(...args),
    missingTables: (...args) => remote.missingTables(...args),
    begin: (...args) => remote.begin(...args),
    repairs: (...args) => remote.repairs(...args),
    treat: (...args) => remote.treat(...args),
    untreat: (...args) => remote.untreat(...args),
    lostFormulas: (...args) => remote.lostFormulas(...args),
    tabs: () => remote.tabs(),
    sheet: (name) => remote.sheet(name),
    isUntouched: () => remote.isUntouched(),
    sheetNames: () => remote.sheetNames(),
    canMakeForms: (options) => remote.canMakeForms(options),
    correctableSheets: () => remote.correctableSheets(),
    sheetToCorrect: (...args) => remote.sheetToCorrect(...args),
    correct: (...args) => remote.correct(...args),
    unpack: (...args) => remote.unpack(...args),
    unlock: (...args) => remote.unlock(...args),
    questions: () => remote.questions(),
    slipOf: (...args) => remote.slipOf(...args),
    slipsOn: (...args) => remote.slipsOn(...args),
    slipsIn: (...args) => remote.slipsIn(...args),
    letter: (...args) => remote.letter(...args),
    plan: (...args) => remote.plan(...args),
    run: (request, fileCount, step) => remote.run(request, fileCount, proxy(step)),
    explain: (...args) => remote.explain(...args),
    madeFile: (name) => remote.madeFile(name),
    cancel: () => remote.cancel(),
    copyOfFile: () => remote.copyOfFile(),
  };
}

async function besidePane(): Promise<EnginePort> {
  const { Engine } = await import("./engine");
  const engine = new Engine();
  const promised =
    <Args extends readonly unknown[], T>(call: (...args: Args) => T) =>
    async (...args: Args): Promise<Awaited<T>> =>
      await call(...args);
  return {
    attach: promised((workbook) => engine.attach(workbook)),
    openFile: (...args) => engine.openFile(...args),
    trySample: (name) => engine.trySample(name),
    foundSheets: promised(() => engine.foundSheets()),
    look: (...args) => engine.look(...args),
    findings: promised((options, filter) => engine.findings(options, filter)),
    missingTables: promised((options) => engine.missingTables(options)),
    begin: (...args) => engine.begin(...args),
    repairs: promised((options, filter, rule) => engine.repairs(options, filter, rule)),
    treat: (...args) => engine.treat(...args),
    untreat: (...args) => engine.untreat(...args),
    lostFormulas: (...args) => engine.lostFormulas(...args),
    tabs: () => engine.tabs(),
    sheet: (name) => engine.sheet(name),
    isUntouched: promised(() => engine.isUntouched()),
    sheetNames: promised(() => engine.sheetNames()),
    canMakeForms: promised((options) => engine.canMakeForms(options)),
    correctableSheets: promised(() => engine.correctableSheets()),
    sheetToCorrect: promised((name, row) => engine.sheetToCorrect(name, row)),
    correct: (...args) => engine.correct(...args),
    unpack: promised((files) => engine.unpack(files)),
    unlock: (...args) => engine.unlock(...args),
    questions: () => engine.questions(),
    slipOf: promised((number, options) => engine.slipOf(number, options)),
    slipsOn: promised((codes, options) => engine.slipsOn(codes, options)),
    slipsIn: (...args) => engine.slipsIn(...args),
    letter: (...args) => engine.letter(...args),
    plan: (...args) => engine.plan(...args),
    run: (...args) => engine.run(...args),
    explain: (...args) => engine.explain(...args),
    madeFile: promised((name) => engine.madeFile(name)),
    cancel: promised(() => engine.cancel()),
    copyOfFile: () => engine.copyOfFile(),
  };
}
