// Faults on purpose: any batch can be made to fail, with any code, before, amid or after its work.
import { HostError } from "./model/errors";

/** A failure that a test wishes for. */
export interface Fault {
  /** The code that the program sees, such as `GeneralException` or `InvalidOperationInCellEditMode`. */
  readonly code: string;
  /** How much of the batch is done all the same; batches are not atomic. Codes that are refusals do nothing. */
  readonly done?: "nothing" | "half" | "all";
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

/** Where a batch of so many actions stops for a fault. */
export function stopFor(fault: Fault, actions: number): { readonly index: number; readonly error: HostError } {
  const index = fault.done === "all" ? actions - 1 : fault.done === "half" ? Math.floor(actions / 2) : 0;
  return { index: Math.max(0, index), error: new HostError(fault.code, "This fault was asked for.") };
}
