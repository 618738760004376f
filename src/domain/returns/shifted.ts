// Shifted files (疑似错位): one column sorted without the others, so that facts stand beside other people's rows.
import type { Contract } from "../identity/contract-index";
import { factKey } from "./fact-key";
import type { FieldId, SheetRow } from "../record/field";
import { type FactChange, factOf, lockedFields } from "./locked-facts";

/** A returned row, the contract that it was found to be, and the facts in which it differs. */
export interface MatchedRow {
  readonly row: SheetRow;
  readonly contract: Contract;
  readonly changes: readonly FactChange[];
}

/** The column that was sorted alone and the first row that shows it. */
export interface Shift {
  readonly field: FieldId;
  readonly first: MatchedRow;
  /** How many rows carry a fact of another row. */
  readonly count: number;
}

// Fewer rows may be a slip of the hand; a sorted column moves nearly every row (docs/facts.md D35).
/** Fewer rows that are at odds are slips of the hand. */
export const leastRows = 3;
const leastShare = 0.2;

/**
 * The column of a list that was sorted alone, or undefined. Not every altered column is one: the facts that disagree with their rows must
 * be the same facts in another order.
 */
export function findShift(rows: readonly MatchedRow[]): Shift | undefined {
  const odd = rows.filter(({ changes }) => changes.length > 0);
  for (const field of lockedFields) {
    const strays = odd.filter(({ changes }) => changes.some((change) => change.field === field));
    if (strays.length < leastRows || strays.length < leastShare * rows.length) continue;
    const count = movedCount(strays, field);
    const [first] = strays;
    if (first && count >= leastRows && count >= leastShare * rows.length) return { field, first, count };
  }
  return undefined;
}

// How many of the values that were lost in one row turn up in another.
function movedCount(strays: readonly MatchedRow[], field: FieldId): number {
  const lost = new Map<string, number>();
  for (const { contract } of strays) {
    const value = factOf(contract.row, field);
    const key = value === undefined ? "" : factKey(field, value);
    if (key !== "") lost.set(key, (lost.get(key) ?? 0) + 1);
  }
  let count = 0;
  for (const { row } of strays) {
    const value = row.values[field];
    const key = value === undefined ? "" : factKey(field, value);
    const left = lost.get(key) ?? 0;
    if (left === 0) continue;
    lost.set(key, left - 1);
    count++;
  }
  return count;
}
