// What happens to a book that listeners may want to hear of.
import { type Area } from "../../../sheets/grid";
import { isWholeColumns, isWholeRows, type Shift } from "./area";
import { type Content } from "./cell";
import { type Sheet, type Visibility } from "./sheet";

/** Cells that got other contents, or that came, went or moved. */
export interface CellsChange {
  readonly kind: "cells";
  readonly sheet: Sheet;
  readonly area: Area;
  /** As `Excel.DataChangeType` names it. */
  readonly type: string;
  /** Of a single cell that was edited: what it held before. */
  readonly before?: Content;
  /** Where the neighbours went when cells, but no whole rows or columns, came or went. */
  readonly direction?: "Up" | "Down" | "Left" | "Right";
}

/** Cells that look otherwise. */
export interface AreaChange {
  readonly kind: "formats";
  readonly sheet: Sheet;
  readonly area: Area;
}

/** Rows or columns that changed places. */
export interface SortChange {
  readonly kind: "rowsSorted" | "columnsSorted";
  readonly sheet: Sheet;
  readonly area: Area;
}

/** One thing that happened. */
export type Change =
  | CellsChange
  | AreaChange
  | SortChange
  | { readonly kind: "calculated"; readonly sheet: Sheet; readonly areas: readonly Area[] }
  | { readonly kind: "selection"; readonly sheet: Sheet; readonly area: Area }
  | { readonly kind: "rowsHidden"; readonly sheet: Sheet; readonly area: Area; readonly isHidden: boolean }
  | { readonly kind: "added" | "deleted" | "activated" | "deactivated"; readonly sheet: Sheet }
  | { readonly kind: "renamed"; readonly sheet: Sheet; readonly before: string; readonly after: string }
  | { readonly kind: "shown"; readonly sheet: Sheet; readonly before: Visibility; readonly after: Visibility }
  | { readonly kind: "moved"; readonly sheet: Sheet; readonly before: number; readonly after: number };

/** Whether formulas may have other values after a change. */
export function mayCalculate({ kind }: Change): boolean {
  return kind === "cells" || kind === "added" || kind === "deleted" || kind === "renamed";
}

/** The changes with those joined that are one: the client cuts large writes into slices of rows. */
export function joined(changes: readonly Change[]): readonly Change[] {
  const left: Change[] = [];
  for (const change of changes) {
    const last = left[left.length - 1];
    const whole = last && wholeOf(last, change);
    if (whole) left[left.length - 1] = whole;
    else left.push(change);
  }
  return left;
}

function wholeOf(last: Change, next: Change): Change | undefined {
  if (!isWritten(last) || !isWritten(next) || last.kind !== next.kind || last.sheet !== next.sheet) return undefined;
  const isSlice = last.kind !== "cells" || (last.type === "RangeEdited" && last.before === undefined);
  const isBelow = last.area.left === next.area.left && last.area.right === next.area.right && last.area.bottom + 1 === next.area.top;
  return isSlice && isBelow ? { ...last, area: { ...last.area, bottom: next.area.bottom } } : undefined;
}

function isWritten(change: Change): change is CellsChange | AreaChange {
  return change.kind === "cells" || change.kind === "formats";
}

/** What came or went, as `Excel.DataChangeType` and, for cells that are no whole rows or columns, `ChangeDirectionState` name it. */
export function shiftWords({ kind, axis, area }: Shift): Pick<CellsChange, "type" | "direction"> {
  const done = kind === "insert" ? "Inserted" : "Deleted";
  if (axis === "rows") {
    return isWholeRows(area) ? { type: `Row${done}` } : { type: `Cell${done}`, direction: kind === "insert" ? "Down" : "Up" };
  }
  return isWholeColumns(area) ? { type: `Column${done}` } : { type: `Cell${done}`, direction: kind === "insert" ? "Right" : "Left" };
}
