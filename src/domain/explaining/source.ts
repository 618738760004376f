// Source (来源): one cell that a figure is made of, by its row and field, with the part of it that counts.
import type { FieldId, RowPlace, SheetRow } from "../record/field";
import type { Day } from "../values/day";

/** Why a figure is another than on an earlier day. */
export const causeKinds = ["deducted", "early", "reversed", "withdrawn", "added", "delivered", "corrected"] as const;

/** A cause. */
export type CauseKind = (typeof causeKinds)[number];

/** One cell and what it adds to a figure: fen, or 1 for one that is counted. */
export interface Source {
  readonly place: RowPlace;
  /** Absent for the row as a whole. */
  readonly field?: FieldId;
  readonly contractNo?: string;
  readonly amount: number;
  /** The day from which it counts; absent for what counts on every day. */
  readonly on?: Day;
  /** What happened on that day. */
  readonly cause?: CauseKind;
}

/** A source in a row, of the contract that the row itself names unless another is given. */
export function sourceIn(row: SheetRow, field: FieldId, amount: number, more: Partial<Source> = {}): Source {
  const { contractNo } = row.values;
  return { place: row.place, field, amount, ...(contractNo === undefined ? {} : { contractNo }), ...more };
}

/** The sum of sources. */
export function sumOf(sources: readonly Source[]): number {
  return sources.reduce((sum, { amount }) => sum + amount, 0);
}

/** An amount laid on the cells that it is made of, in their order, each up to what it says; the last one takes what is left. */
export function spread(amount: number, cells: readonly Source[]): readonly Source[] {
  let rest = amount;
  return cells.flatMap((cell, index): Source[] => {
    const most = Math.min(Math.abs(rest), Math.abs(cell.amount));
    const share = index === cells.length - 1 ? rest : Math.sign(rest) * most;
    rest -= share;
    return share === 0 ? [] : [{ ...cell, amount: share }];
  });
}
