// What the pane shows of an explanation: the figure, and so many of its cells as anybody reads in a pane.
import type { ExplainedSum, Unexplained, CellPlace } from "../../actions/explain-cell";
import { explainCell } from "../../actions/explain-cell";
import { type Cause, explain, type FigureName } from "../../actions/explain";
import type { OpenSeason } from "../../actions/season";
import type { CauseKind } from "../../domain/explaining/source";
import type { Day } from "../../domain/values/day";
import { cellAddress } from "../../sheets/grid";
import { tabNames } from "../../sheets/vocabulary/tabs";

/** What is to be explained: a cell, or a figure of the county or of a place. */
export type Question = { readonly at: CellPlace } | { readonly figure: FigureName; readonly school?: string; readonly since?: Day };

/** One sum as it is shown. */
export interface ShownSum extends ExplainedSum {
  /** How many cells it has in all. */
  readonly count: number;
}

/** Why a figure is another than on an earlier day: a cause with its cells. */
export interface ShownCause extends ShownSum {
  readonly kind: CauseKind;
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
      /** The earlier day that was asked about, and the causes whose sum is the difference. */
      readonly since?: Day;
      readonly causes?: readonly ShownCause[];
    };

/** An answer, with the places that can be asked about besides the county. */
export interface Explained {
  readonly answer: Answer | undefined;
  readonly places: readonly string[];
}

/** How many cells of a sum travel to the pane. */
export const shownCells = 300;

const shown = (sum: ExplainedSum): ShownSum => ({ ...sum, count: sum.cells.length, cells: sum.cells.slice(0, shownCells) });

async function answerTo(season: OpenSeason, question: Question): Promise<Answer> {
  if ("at" in question) {
    const { at } = question;
    const found = explainCell(season, at);
    if (typeof found === "string") return { kind: "none", why: found, sheet: at.sheet, cell: cellAddress(at.row, at.column) };
    return { kind: "sums", ...found, sums: found.sums.map(shown) };
  }
  // A day that is still to come is no day to compare with.
  const { since: wanted, ...rest } = question;
  const asked = wanted === undefined || wanted > season.today ? rest : { ...rest, since: wanted };
  const { figure, school, asOf, isMoney, value, rows, since, causes = [] } = await explain.run(season, {}, asked);
  const sums = [shown({ isMoney, value, cells: rows })];
  const shownCause = ({ kind, amount, rows: cells }: Cause): ShownCause => ({ kind, ...shown({ isMoney, value: amount, cells }) });
  return {
    kind: "sums",
    figure,
    ...(school === undefined ? {} : { school }),
    asOf,
    isStale: false,
    sums,
    ...(since === undefined ? {} : { since, causes: causes.map(shownCause) }),
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
