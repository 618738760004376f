// What the pane shows of an explanation: the figure, and so many of its cells as anybody reads in a pane.
import type { ExplainedSum, Unexplained, CellPlace } from "../../actions/explain-cell";
import { explainCell } from "../../actions/explain-cell";
import type { ShiftCause } from "../../actions/compare-cell";
import { explain, type FigureName } from "../../actions/explain";
import type { OpenSeason } from "../../actions/season";
import type { ShiftKind } from "../../domain/explaining/shifts";
import type { Day } from "../../domain/values/day";
import { cellAddress } from "../../sheets/grid";
import { tabNames } from "../../sheets/vocabulary/tabs";

/** What is to be explained: a cell, or a figure of the county or of a place; and the earlier day that it is compared with. */
export type Question = ({ readonly at: CellPlace } | { readonly figure: FigureName; readonly school?: string }) & { readonly since?: Day };

/** Some cells as they are shown. */
export interface ShownCells extends Omit<ExplainedSum, "causes"> {
  /** How many there are in all. */
  readonly count: number;
}

/** Why a sum is another than on an earlier day: a cause with its cells. */
export interface ShownCause extends ShownCells {
  readonly kind: ShiftKind;
}

/** One sum as it is shown. */
export interface ShownSum extends ShownCells {
  /** Those whose sum is the difference; absent where none was asked for, and where the earlier day cannot be told. */
  readonly causes?: readonly ShownCause[];
}

/** The answer. */
export type Answer =
  | { readonly kind: "none"; readonly why: Unexplained; readonly sheet: string; readonly cell: string }
  | {
      readonly kind: "sums";
      /** What the tab calls it; absent for a figure that was asked for by its name. */
      readonly title?: string;
      readonly figure?: FigureName;
      readonly school?: string;
      readonly asOf: Day;
      readonly isStale: boolean;
      readonly sums: readonly ShownSum[];
      /** The earlier day that was asked about. */
      readonly since?: Day;
    };

/** An answer, with the places that can be asked about besides the county. */
export interface Explained {
  readonly answer: Answer | undefined;
  readonly places: readonly string[];
}

/** How many cells of a sum travel to the pane. */
export const shownCells = 300;

const someCells = ({ isMoney, value, cells }: ExplainedSum): ShownCells => ({
  isMoney,
  value,
  count: cells.length,
  cells: cells.slice(0, shownCells),
});

function shown(sum: ExplainedSum): ShownSum {
  const { isMoney, causes } = sum;
  const shownCause = ({ kind, amount, rows }: ShiftCause): ShownCause => ({ kind, ...someCells({ isMoney, value: amount, cells: rows }) });
  return { ...someCells(sum), ...(causes ? { causes: causes.map(shownCause) } : {}) };
}

async function answerTo(season: OpenSeason, { since: wanted, ...question }: Question): Promise<Answer> {
  // A day that is still to come is no day to compare with.
  const compared = wanted === undefined || wanted > season.today ? {} : { since: wanted };
  if ("at" in question) {
    const { at } = question;
    const found = explainCell(season, at, compared.since);
    if (typeof found === "string") return { kind: "none", why: found, sheet: at.sheet, cell: cellAddress(at.row, at.column) };
    return { kind: "sums", ...found, sums: found.sums.map(shown) };
  }
  const { figure, school, asOf, isMoney, value, rows, since, causes } = await explain.run(season, {}, { ...question, ...compared });
  const sum: ExplainedSum = { isMoney, value, cells: rows, ...(causes ? { causes } : {}) };
  return {
    kind: "sums",
    figure,
    ...(school === undefined ? {} : { school }),
    asOf,
    isStale: false,
    sums: [shown(sum)],
    ...(since === undefined ? {} : { since }),
  };
}

/**
 * Explains in the season that lies open; without a question only the places are told.
 * @throws WorkbookError
 */
export async function explained(season: OpenSeason, question?: Question): Promise<Explained> {
  const answer = question && (await answerTo(season, question));
  return { answer, places: [...season.schools.map(({ name }) => name), tabNames.unassigned] };
}
