// Figures of the roll-up tabs: what a cell shows, noted while its table is drawn, so that the cells behind it can be found without reading the tab.
import { changesOf, type Explained, type Facts, figureOf, isMoney, sourcesOf } from "../../domain/explaining/explain";
import type { PersonPart } from "../../domain/explaining/shifts";
import type { Source } from "../../domain/explaining/source";
import type { Standing } from "../../domain/standing/standing";
import type { CellOut } from "../writing/spec";

/** One sum of cells. */
export interface FigurePart {
  /** In fen; otherwise every source counts 1. */
  readonly isMoney: boolean;
  /** @throws RangeError when the cells do not add up to what the figures of the persons say */
  readonly sources: (facts: Facts) => readonly Source[];
  /** For a figure of persons: what each of them adds, by key. */
  readonly persons?: (facts: Facts) => ReadonlyMap<string, PersonPart>;
}

/** What a cell shows: one sum, or for a rate its part and its whole. */
export interface Figure {
  /** The line and the heading of the table in which it stands. */
  readonly title: string;
  readonly parts: readonly FigurePart[];
}

/** A figure in its cell, counted from 0. */
export interface FigureAt extends Figure {
  readonly row: number;
  readonly column: number;
}

/** Takes note of a figure while a tab is drawn. */
export type NoteFigure = (figure: FigureAt) => void;

/** A cell with the sums that it shows. */
export interface TracedCell {
  readonly cell: CellOut;
  readonly parts: readonly FigurePart[];
}

/** What may stand in a table: a cell that leads nowhere, or one with its sums. */
export type StackCell = CellOut | TracedCell;

/** A cell with the sums that it shows. */
export function traced(cell: CellOut, ...parts: readonly FigurePart[]): TracedCell {
  return { cell, parts };
}

/** A figure of some persons. */
export function partOf(figure: Explained, standings: readonly Standing[]): FigurePart {
  return {
    isMoney: isMoney(figure),
    sources: (facts) => standings.flatMap((standing) => sourcesOf(figure, standing, facts)),
    persons: (facts) =>
      new Map(
        standings.map((standing): [string, PersonPart] => [
          standing.person.key,
          {
            value: figureOf(figure, standing),
            sources: sourcesOf(figure, standing, facts),
            changesSince: (since) => changesOf(figure, standing, facts, since),
          },
        ]),
      ),
  };
}

/** The cell of a table, and the sums that it shows. */
export function untraced(cell: StackCell): TracedCell {
  return cell !== null && typeof cell === "object" && "parts" in cell ? cell : { cell, parts: [] };
}
