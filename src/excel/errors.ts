// What Excel answers when it refuses, in the words of the port; decided by the code, since messages are translated.
import { WorkbookError, type WorkbookErrorCode } from "../actions/workbook";
import { type WaitReason } from "./host";

/** The code of an error of office.js, "" for any other error. */
export function officeCode(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" && !(error instanceof WorkbookError) ? error.code : "";
}

/** Whether Excel refused to list merged areas: it does so where a range has more than 512 (Range.getMergedAreasOrNullObject). */
export function isAboutMerges(error: unknown): boolean {
  return officeCode(error) !== "" && errorLocation(error).includes("MergedAreas");
}

function httpStatus(error: unknown): unknown {
  return typeof error === "object" && error !== null && "httpStatusCode" in error ? error.httpStatusCode : undefined;
}

// https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
const waits: Readonly<Record<string, WaitReason>> = {
  InvalidOperationInCellEditMode: "cell-edit",
  InactiveWorkbook: "other-workbook",
  InvalidSelection: "other-workbook",
  ActivityLimitReached: "busy",
  ServiceNotAvailable: "busy",
  TooManyRequests: "busy",
};

// Adding, freezing, activating and selecting fail in so many words while another workbook is in front (docs: excel-add-ins-troubleshooting).
const needFocus = /^(?:WorksheetCollection\.add|WorksheetFreezePanes\.\w+|Worksheet\.activate|Range\.select)$/i;

/** Whether the failure is most likely, but not for sure, due to another workbook being in front: worth waiting for, not for long. */
export function isLikelyInactive(error: unknown): boolean {
  return officeCode(error) === "GeneralException" && needFocus.test(errorLocation(error));
}

/** What to wait for before the same work is tried again, or undefined when waiting does not help. */
export function waitReason(error: unknown): WaitReason | undefined {
  const code = officeCode(error);
  if (code === "") return undefined;
  if (isLikelyInactive(error)) return "other-workbook";
  return Object.hasOwn(waits, code) ? waits[code] : httpStatus(error) === 429 || httpStatus(error) === 503 ? "busy" : undefined;
}

/** Whether less at a time may go through. */
export function isPayloadError(error: unknown): boolean {
  return [
    "RequestPayloadSizeLimitExceeded",
    "ResponsePayloadSizeLimitExceeded",
    "MemoryLimitReached",
    "OperationCellsExceedLimit",
    "RangeExceedsLimit",
  ].includes(officeCode(error));
}

const codes: Readonly<Record<string, WorkbookErrorCode>> = {
  AccessDenied: "protected",
  ItemNotFound: "not-found",
  InvalidReference: "not-found",
  InvalidOrTimedOutSession: "locked",
  Aborted: "locked",
  RequestAborted: "locked",
};

/** The error in the words of the port; errors of ours and mistakes in the program are passed on as they are. */
export function portError(error: unknown, doing: "not-readable" | "not-writable"): unknown {
  const code = officeCode(error);
  if (code === "") return error;
  const known = Object.hasOwn(codes, code) ? codes[code] : undefined;
  const refusal = new WorkbookError(
    isPayloadError(error) ? "too-large" : waitReason(error) ? "locked" : (known ?? doing),
    // No name of a sheet or file is known here; what stands behind the colon is for the curious.
    `: ${[code, errorLocation(error)].filter(Boolean).join(" ")}`,
  );
  refusal.cause = error;
  return refusal;
}

// Names a member of the object model such as `Range.values`; never a cell's content.
function errorLocation(error: unknown): string {
  const info = typeof error === "object" && error !== null && "debugInfo" in error ? error.debugInfo : undefined;
  const location = typeof info === "object" && info !== null && "errorLocation" in info ? info.errorLocation : undefined;
  return typeof location === "string" ? location : "";
}
