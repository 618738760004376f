// Figures that count rows rather than persons: rows of the bank's sheets, lines of 异常明细, of 冲突与无法匹配 and of 未回收.
import type { FieldId, RowPlace, SheetRow } from "../../domain/record/field";
import type { Facts } from "../../domain/explaining/explain";
import { amountCells, dueCells, excessSources, loanRepaidSources, takenSources } from "../../domain/explaining/money-sources";
import { type Source, sourceIn, spread, sumOf } from "../../domain/explaining/source";
import type { PartsByContract } from "../../domain/bank/counted-parts";
import { contractIdentity } from "../../domain/identity/keys";
import type { UnmatchedPayment } from "../../domain/bank/repayment";
import { type FigurePart, type StackCell, traced } from "./figures";

const telling = ["contractNo", "citizenId", "name", "repaid", "deductionResult"] as const satisfies readonly FieldId[];

/** A row by the cell that says whose it is. */
export function rowCell(row: SheetRow): Source {
  const field = telling.find((one) => row.values[one] !== undefined);
  return field === undefined ? { place: row.place, amount: 1 } : sourceIn(row, field, 1);
}

/** A count of these cells. */
export function countOf(sources: readonly Source[]): FigurePart {
  return { isMoney: false, sources: () => sources };
}

/** How many rows these are. */
export function countedRows(rows: readonly SheetRow[]): StackCell {
  return traced(rows.length, countOf(rows.map(rowCell)));
}

/** How many lines of a tab of ours these are; a dash before there is such a tab. */
export function linesCell(lines: readonly RowPlace[] | undefined): StackCell {
  return lines === undefined ? "—" : traced(lines.length, countOf(lines.map((place) => ({ place, amount: 1 }))));
}

/** Money in cells. */
export function moneyOf(sources: FigurePart["sources"]): FigurePart {
  return { isMoney: true, sources };
}

/** All sums of money in one. */
export function allOf(parts: readonly FigurePart[]): FigurePart {
  return moneyOf((facts) => parts.flatMap(({ sources }) => sources(facts)));
}

/** Everything that the bank has taken, whatever was due. */
export const taken: FigurePart = moneyOf(({ parts }) => takenSources(parts));

/** The money of rows that belong to no contract of the list. */
export function strange(unmatched: readonly UnmatchedPayment[]): FigurePart {
  return moneyOf(() => unmatched.flatMap(({ row, amount }) => spread(amount, amountCells(row))));
}

/** What a bank row says of its amount, whether or not it counts. */
export function statedIn(row: SheetRow): FigurePart {
  return moneyOf(() => (row.values.repaid === undefined ? [] : amountCells(row)));
}

/** What is left to pay on one row of the list. */
export function leftOn(loan: SheetRow): FigurePart {
  return moneyOf(({ parts }: Facts) => [
    ...dueCells(loan),
    ...loanRepaidSources(loan, parts).map((source) => ({ ...source, amount: -source.amount })),
  ]);
}

/** What was taken on one contract beyond its due; below nothing: given back beyond what was taken. */
export function excessOn(loan: SheetRow): FigurePart {
  return moneyOf(({ parts }) => excessSources(parts.get(contractIdentity(loan)) ?? []));
}

const excesses = (parts: PartsByContract) => [...parts.values()].map(excessSources);

/** What was taken beyond the dues, over all contracts. */
export const surplus: FigurePart = moneyOf(({ parts }) => excesses(parts).flatMap((sources) => (sumOf(sources) > 0 ? sources : [])));

/** What was given back beyond all that was taken, over all contracts. */
export const shortfall: FigurePart = moneyOf(({ parts }) =>
  excesses(parts).flatMap((sources) => (sumOf(sources) < 0 ? sources.map((source) => ({ ...source, amount: -source.amount })) : [])),
);
