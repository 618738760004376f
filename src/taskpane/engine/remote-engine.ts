// The engine as it is called from another thread: big results are handed over instead of copied, and the open book is called back.
import { type Remote, transfer } from "comlink";
import type { MergesAsked, Workbook } from "../../actions/workbook";
import type { Grid } from "../../sheets/grid";
import type { Engine, Outcome, Plan } from "./engine";
import type { FoundSheet } from "./found-sheets";
import type { Saving } from "./made-files";
import type { SheetToCorrect } from "./sheet-to-correct";
import type { Step } from "./step";

/** A book that is sent over only when it is not the one that was sent last. */
export type SentBook = Omit<Workbook, "read" | "name"> & { readonly read: (merges?: MergesAsked) => Promise<readonly Grid[] | undefined> };

/** The pane's side of a book: big books take their time to cross, so the same array of sheets does not cross twice. */
export function sentBook(workbook: Workbook): SentBook {
  let sent: readonly Grid[] | undefined;
  return {
    read: async (merges) => {
      const grids = await workbook.read(merges);
      if (grids === sent) return undefined;
      sent = grids;
      return grids;
    },
    write: (...args) => workbook.write(...args),
    remove: (tabs) => workbook.remove(tabs),
    clearMarks: () => workbook.clearMarks(),
  };
}

/** The worker's side of the line. */
export class RemoteEngine {
  constructor(private readonly engine: Engine) {}

  /** @param workbook the pane's book, which the worker calls back */
  attach(name: string, workbook: Remote<SentBook>): void {
    let grids: readonly Grid[] = [];
    this.engine.attach({
      name,
      read: async (merges) => (grids = (await workbook.read(merges)) ?? grids),
      write: (...args) => workbook.write(...args),
      remove: (tabs) => workbook.remove(tabs),
      clearMarks: () => workbook.clearMarks(),
    });
  }

  openFile(...args: Parameters<Engine["openFile"]>): Promise<void> {
    return this.engine.openFile(...args);
  }

  trySample(...args: Parameters<Engine["trySample"]>): Promise<void> {
    return this.engine.trySample(...args);
  }

  foundSheets(): readonly FoundSheet[] {
    return this.engine.foundSheets();
  }

  look(...args: Parameters<Engine["look"]>): ReturnType<Engine["look"]> {
    return this.engine.look(...args);
  }

  findings(...args: Parameters<Engine["findings"]>): ReturnType<Engine["findings"]> {
    return this.engine.findings(...args);
  }

  missingTables(...args: Parameters<Engine["missingTables"]>): ReturnType<Engine["missingTables"]> {
    return this.engine.missingTables(...args);
  }

  begin(...args: Parameters<Engine["begin"]>): ReturnType<Engine["begin"]> {
    return this.engine.begin(...args);
  }

  repairs(...args: Parameters<Engine["repairs"]>): ReturnType<Engine["repairs"]> {
    return this.engine.repairs(...args);
  }

  treat(...args: Parameters<Engine["treat"]>): ReturnType<Engine["treat"]> {
    return this.engine.treat(...args);
  }

  untreat(...args: Parameters<Engine["untreat"]>): ReturnType<Engine["untreat"]> {
    return this.engine.untreat(...args);
  }

  lostFormulas(...args: Parameters<Engine["lostFormulas"]>): ReturnType<Engine["lostFormulas"]> {
    return this.engine.lostFormulas(...args);
  }

  tabs(): ReturnType<Engine["tabs"]> {
    return this.engine.tabs();
  }

  sheet(name: string): ReturnType<Engine["sheet"]> {
    return this.engine.sheet(name);
  }

  isUntouched(): boolean {
    return this.engine.isUntouched();
  }

  sheetNames(): readonly string[] {
    return this.engine.sheetNames();
  }

  correctableSheets(): readonly string[] {
    return this.engine.correctableSheets();
  }

  sheetToCorrect(...args: Parameters<Engine["sheetToCorrect"]>): SheetToCorrect {
    return this.engine.sheetToCorrect(...args);
  }

  correct(...args: Parameters<Engine["correct"]>): Promise<void> {
    return this.engine.correct(...args);
  }

  unpack(...args: Parameters<Engine["unpack"]>): ReturnType<Engine["unpack"]> {
    return this.engine.unpack(...args);
  }

  unlock(...args: Parameters<Engine["unlock"]>): ReturnType<Engine["unlock"]> {
    return this.engine.unlock(...args);
  }

  questions(): ReturnType<Engine["questions"]> {
    return this.engine.questions();
  }

  slipOf(...args: Parameters<Engine["slipOf"]>): ReturnType<Engine["slipOf"]> {
    return this.engine.slipOf(...args);
  }

  slipsOn(...args: Parameters<Engine["slipsOn"]>): ReturnType<Engine["slipsOn"]> {
    return this.engine.slipsOn(...args);
  }

  slipsIn(...args: Parameters<Engine["slipsIn"]>): ReturnType<Engine["slipsIn"]> {
    return this.engine.slipsIn(...args);
  }

  letter(...args: Parameters<Engine["letter"]>): ReturnType<Engine["letter"]> {
    return this.engine.letter(...args);
  }

  plan(...args: Parameters<Engine["plan"]>): Promise<Plan> {
    return this.engine.plan(...args);
  }

  async run(request: Parameters<Engine["run"]>[0], fileCount: number, step: Step): Promise<Outcome> {
    const outcome = await this.engine.run(request, fileCount, step);
    return handedOver(outcome, outcome.saving);
  }

  canMakeForms(...args: Parameters<Engine["canMakeForms"]>): boolean {
    return this.engine.canMakeForms(...args);
  }

  explain(...args: Parameters<Engine["explain"]>): ReturnType<Engine["explain"]> {
    return this.engine.explain(...args);
  }

  madeFile(name: string): Uint8Array {
    return this.engine.madeFile(name);
  }

  cancel(): void {
    this.engine.cancel();
  }

  async copyOfFile(): Promise<Saving> {
    const saving = await this.engine.copyOfFile();
    // A copy: the engine goes on working on its own bytes.
    const copy = { ...saving, bytes: saving.bytes.slice() };
    return handedOver(copy, copy);
  }
}

function handedOver<T>(value: T, saving: Saving | undefined): T {
  return saving ? transfer(value, [saving.bytes.buffer as ArrayBuffer]) : value;
}
