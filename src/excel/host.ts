// What the adapter needs of the Excel it runs in; the entry points pass the real one, and tests the genuine client over the embedded host.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- Microsoft's types are global, and only this layer may know them
/// <reference path="../../node_modules/@microsoft/office-js/dist/office.d.ts" />
import { WorkbookError } from "../actions/workbook";

/** Why a job is waiting: the user is typing in a cell, another workbook is in front, or Excel asks for a pause. */
export type WaitReason = "cell-edit" | "other-workbook" | "busy";

/** What Excel refused: page set-up and frozen panes, the width of pages, which it passed over, or the user's own formulas about a tab that was replaced. */
export type Skipped = "looks" | "width" | "formulas";

/** What became of a writing that was cut short: it was tidied up; another pane may be at it still; or Excel did not let it be tidied up. */
export type Left = "tidied" | "at-work" | "stuck";

/** The Excel that the adapter talks to. */
export interface ExcelHost {
  /** A new context; its batches are sent one after another. */
  readonly context: () => Excel.RequestContext;
  /** Whether Excel has a requirement set of ExcelApi. */
  readonly hasSet: (version: string) => boolean;
  /** The document whose file may be had. */
  readonly document: () => Office.Document;
  /** Called once for each time that a job begins to wait; the job goes on by itself. */
  readonly onWait?: (reason: WaitReason) => void;
  /** Called when Excel did not do something though the tabs are complete. */
  readonly onSkip?: (what: Skipped) => void;
  /** Called when a reading finds what a writing that was cut short has left. */
  readonly onLeft?: (what: Left) => void;
  /** Ends the waiting, and with it the job. */
  readonly signal?: AbortSignal;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** What every Excel since 2021 has; older ones get a plain message. */
export const baseline = "1.9";

/**
 * The Excel of this page, once office.js is ready.
 *
 * Contexts are made here and not by `Excel.run`, which keeps every range of a batch alive in Excel until the run ends: a tab of notices has
 * thousands, and each would cost three more operations and a request of its own at the end. No range of ours outlives its batch.
 */
export function officeHost(options: Pick<ExcelHost, "onWait" | "onSkip" | "onLeft" | "signal"> = {}): ExcelHost {
  return {
    ...options,
    context: () => new Excel.RequestContext(),
    document: () => Office.context.document,
    hasSet: (version) => Office.context.requirements.isSetSupported("ExcelApi", version),
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}

/** @throws WorkbookError when this Excel is older than the add-in needs */
export function requireBaseline(host: ExcelHost): void {
  if (!host.hasSet(baseline)) throw new WorkbookError("old-excel", `ExcelApi ${baseline}`);
}
