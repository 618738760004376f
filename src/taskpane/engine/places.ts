// Where that is to be seen and settled which keeps an outcome from being green: a control figure, a printed total, the columns in which the centre decides.
import type { CheckResult } from "../../actions/check-book";
import { printedTotalsOff } from "../../domain/checking/roster-totals";
import { cellAddress, type Grid } from "../../sheets/grid";
import { openVerdicts } from "../../sheets/checking/stop-decisions";
import { openPlaces } from "../../sheets/lists/unassigned";
import { openQuestions } from "../../sheets/returns/conflicts";
import { controlCell, settingPairs } from "../../sheets/reading/read-settings";
import type { SheetSpec } from "../../sheets/writing/spec";
import { gridOfSpec } from "../../sheets/writing/spec-grid";

/** A cell of the book. */
export interface Place {
  readonly sheet: string;
  readonly cell: string;
}

/** A place in a column that is to be filled in, with how many cells of it are blank. */
export interface OpenPlace extends Place {
  readonly count: number;
}

/** The first place of each kind; a kind is absent where everything is right. */
export interface Places {
  readonly control?: Place;
  readonly printed?: Place;
  readonly unassigned?: OpenPlace;
  readonly verify?: OpenPlace;
  /** Questions on which the centre has not decided. */
  readonly conflicts?: OpenPlace;
}

/** A tab as it was written. */
export interface WrittenTab {
  readonly name: string;
  readonly spec: SheetSpec;
}

/** The places of a book: its sheets as they were read, and the tabs that have been written since, by their ids. */
export function placesIn(grids: readonly Grid[], written: ReadonlyMap<string, WrittenTab>, { control, findings }: CheckResult): Places {
  const [printed] = printedTotalsOff(findings);
  const figure = control.find(({ ok }) => !ok)?.figure;
  const stated = figure && statedAt(grids, figure);
  const open = (tab: "unassigned" | "stop-decisions" | "conflicts", openIn: (grid: Grid) => readonly string[]): OpenPlace | undefined => {
    const now = written.get(tab);
    const grid = now ? gridOfSpec(now.spec, now.name) : grids.find(({ ownTab }) => ownTab === tab);
    const cells = grid ? openIn(grid) : [];
    return grid && cells[0] !== undefined ? { sheet: grid.name, cell: cells[0], count: cells.length } : undefined;
  };
  const [unassigned, verify] = [open("unassigned", openPlaces), open("stop-decisions", openVerdicts)];
  const conflicts = open("conflicts", openQuestions);
  return {
    ...(stated ? { control: stated } : {}),
    ...(printed ? { printed: { sheet: printed.sheet, cell: printed.cell } } : {}),
    ...(unassigned ? { unassigned } : {}),
    ...(verify ? { verify } : {}),
    ...(conflicts ? { conflicts } : {}),
  };
}

function statedAt(grids: readonly Grid[], figure: CheckResult["control"][number]["figure"]): Place | undefined {
  for (const grid of grids) {
    const pairs = settingPairs(grid);
    const cell = pairs && controlCell(pairs, figure);
    if (cell) return { sheet: grid.name, cell: cellAddress(cell.row, cell.column) };
  }
  return undefined;
}
