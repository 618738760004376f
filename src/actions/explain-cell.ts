// Explaining a cell: what a cell of a roll-up tab shows, by the records that draw the tab, and the cells that it is made of.
import type { Day } from "../domain/values/day";
import { sumOf } from "../domain/explaining/source";
import { cellText, type CellValue, type Grid } from "../sheets/grid";
import { type Rollup, rollups, tracedRollup } from "../sheets/rollups/rollups";
import { cellValueOf } from "../sheets/writing/spec-grid";
import { changedSince, type ShiftCause } from "./compare-cell";
import { rollupInput } from "./rollup";
import type { OpenSeason } from "./season";
import { type SourceCell, sourceCells } from "./source-cells";

/** One sum with all its cells. */
export interface ExplainedSum {
  /** In fen; otherwise a count. */
  readonly isMoney: boolean;
  readonly value: number;
  readonly cells: readonly SourceCell[];
  /** Why it is another than on the earlier day that was asked about; amounts add up to the difference. */
  readonly causes?: readonly ShiftCause[];
}

/** Why a cell has nothing to explain: not on a roll-up tab, no figure, or in a line that is another one by now. */
export type Unexplained = "no-rollup" | "no-figure" | "other-line";

/** What a cell shows: one sum, or for a rate its part and its whole. */
export interface ExplainedCell {
  /** The line and the heading of its table. */
  readonly title: string;
  readonly asOf: Day;
  /** Whether the tab shows another value than the book gives now. */
  readonly isStale: boolean;
  readonly sums: readonly ExplainedSum[];
  /** The earlier day that was asked about; without causes where it cannot be told. */
  readonly since?: Day;
}

/** A cell, counted from 0. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

// What a line of a table is about stands in its first words.
const labelOf = (cells: readonly CellValue[]) => cells.map(cellText).find((text) => /\p{L}/u.test(text)) ?? "";

// Cells keep fractions of yuan and of one; a difference that no cent makes is none.
const isSame = (a: CellValue, b: CellValue) =>
  typeof a === "number" && typeof b === "number" ? Math.abs(a - b) < 0.000_05 : cellText(a) === cellText(b);

function gridAt(of: OpenSeason, sheet: string): Grid | undefined {
  return of.grids.find(({ name }) => name === sheet);
}

/**
 * Explains a cell of the book as of the season's day, or says why there is nothing to explain.
 * @param since an earlier day: what has changed since then is told apart
 */
export function explainCell(of: OpenSeason, { sheet, row, column }: CellPlace, since?: Day): ExplainedCell | Unexplained {
  const grid = gridAt(of, sheet);
  const rollup: Rollup | undefined = rollups.find(({ tab }) => tab === grid?.ownTab);
  if (!grid || !rollup) return "no-rollup";
  const { spec, figures } = tracedRollup(rollup, rollupInput(of));
  const [now, drawn] = [grid.rows[row] ?? [], (spec.rows[row] ?? []).map(cellValueOf)];
  if (labelOf(now) !== labelOf(drawn)) return "other-line";
  const figure = figures.find((one) => one.row === row && one.column === column);
  if (!figure) return "no-figure";
  const facts = of.factsOn(of.today);
  const changed = since === undefined ? undefined : changedSince(of, { rollup, figures, figure, since });
  const sums = figure.parts.map(({ isMoney, sources }, at): ExplainedSum => {
    const found = sources(facts);
    const causes = changed?.[at];
    return { isMoney, value: sumOf(found), cells: sourceCells(of.book, isMoney)(found), ...(causes ? { causes } : {}) };
  });
  const isStale = !isSame(now[column] ?? null, drawn[column] ?? null);
  return { title: figure.title, asOf: of.today, isStale, sums, ...(since === undefined ? {} : { since }) };
}
