// Faults on purpose: any batch can be made to fail, with any code, before, amid or after its work.
import { actionType, type Batch } from "./engine/wire";
import { HostError } from "./model/errors";

/** A failure that a test wishes for. */
export interface Fault {
  /** The code that the program sees, such as `GeneralException` or `InvalidOperationInCellEditMode`. */
  readonly code: string;
  /** How much of the batch is done all the same, a number being that of its actions; batches are not atomic. Codes that are refusals do nothing. */
  readonly done?: "nothing" | "half" | "all" | number;
  /** The member that is said to have failed, such as `Worksheet.activate`. */
  readonly place?: string;
}

/** Asked for every batch of the add-in, counted from 1; a fault makes it fail. */
export type FaultPlan = (batch: { readonly number: number; readonly action: string; readonly actions: number }) => Fault | undefined;

/** Errors below the batch travel as numbers. */
const refusals: Readonly<Record<string, number>> = {
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  ActivityLimitReached: 5102,
};

/** The number of a refusal, when errors with this code are refusals. */
export function refusalOf(code: string): number | undefined {
  return refusals[code];
}

/** Where a batch stops for a fault: before the first, amid or after those actions that change something. */
export function stopFor(fault: Fault, { Actions }: Batch): { readonly index: number; readonly error: HostError } {
  const changes = Actions.flatMap(({ ActionType, Name }, index) =>
    ActionType === actionType.setProperty || (ActionType === actionType.method && !Name.startsWith("_")) ? [index] : [],
  );
  const half = changes[Math.ceil(changes.length / 2)] ?? Math.floor(Actions.length / 2);
  const words = { nothing: 0, half, all: Actions.length };
  const index = typeof fault.done === "number" ? fault.done : words[fault.done ?? "nothing"];
  return { index, error: new HostError(fault.code, "This fault was asked for.", fault.place) };
}
