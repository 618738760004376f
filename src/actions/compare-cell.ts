// Comparing a cell (两日之差): what a cell of a roll-up tab would have shown on an earlier day, and the cells that make the difference.
import type { Facts } from "../domain/explaining/explain";
import { type DayParts, type Shift, type ShiftKind, shiftKinds, shiftsOf, totalOf, type TwoDays } from "../domain/explaining/shifts";
import type { Day } from "../domain/values/day";
import { groupBy } from "../domain/values/group-by";
import type { Assignment } from "../domain/places/jurisdiction";
import type { FigureAt, FigurePart } from "../sheets/rollups/figures";
import { type Rollup, tracedRollup } from "../sheets/rollups/rollups";
import { rollupInput } from "./rollup";
import type { OpenSeason } from "./season";
import { type SourceCell, sourceCells } from "./source-cells";

/** Why a sum is another than on an earlier day, with the cells of it. */
export interface ShiftCause {
  readonly kind: ShiftKind;
  readonly amount: number;
  readonly rows: readonly SourceCell[];
}

// A line is known by what it is called; of several that are called the same, the order tells which is which, when there are as many.
function twinOf(wanted: FigureAt, now: readonly FigureAt[], then: readonly FigureAt[]): FigureAt | "absent" | undefined {
  const [own, others] = [now, then].map((figures) => figures.filter(({ title }) => title === wanted.title));
  if (!others || others.length === 0) return "absent";
  return own?.length === others.length ? others[own.indexOf(wanted)] : undefined;
}

const nobody: DayParts = { sources: [], persons: new Map() };

function partsOn({ sources, persons }: FigurePart, facts: Facts): DayParts {
  return { sources: sources(facts), ...(persons ? { persons: persons(facts) } : {}) };
}

function schoolsByContract(assignments: readonly Assignment[]): ReadonlyMap<string, string> {
  return new Map(
    assignments.flatMap(({ person, school }) =>
      person.loans.flatMap(({ values: { contractNo } }) => (contractNo === undefined ? [] : [[contractNo, school?.name ?? ""] as const])),
    ),
  );
}

function causesOf(of: OpenSeason, shifts: readonly Shift[], isMoney: boolean): readonly ShiftCause[] {
  const byKind = groupBy(shifts, ({ cause }) => cause);
  const cells = sourceCells(of.book, isMoney);
  return shiftKinds.flatMap((kind): ShiftCause[] => {
    const own = byKind.get(kind);
    return own ? [{ kind, amount: totalOf(own), rows: cells(own) }] : [];
  });
}

/**
 * What has changed each sum of a figure since an earlier day, kind by kind; the amounts add up to the difference. Undefined where the earlier day
 * cannot be told: in lists of single cases, and where several lines of the tab bear one name.
 */
export function changedSince(
  of: OpenSeason,
  { rollup, figures, figure, since }: { rollup: Rollup; figures: readonly FigureAt[]; figure: FigureAt; since: Day },
): readonly (readonly ShiftCause[])[] | undefined {
  if (rollup.isListing) return undefined;
  const past = of.on(since);
  const twin = twinOf(figure, figures, tracedRollup(rollup, rollupInput(past)).figures);
  if (twin === undefined) return undefined;
  const [placesNow, placesThen] = [schoolsByContract(of.divided), schoolsByContract(past.divided)];
  const days: TwoDays = { since, hasMoved: (contractNo) => placesNow.get(contractNo) !== placesThen.get(contractNo) };
  const [facts, factsThen] = [of.factsOn(of.today), past.factsOn(since)];
  return figure.parts.map((part, at) => {
    const then = twin === "absent" ? undefined : twin.parts[at];
    return causesOf(of, shiftsOf(partsOn(part, facts), then ? partsOn(then, factsThen) : nobody, days), part.isMoney);
  });
}
