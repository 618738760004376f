// Shifts (两日之差): what made any figure another than on an earlier day, cell by cell, so that the cells add up to the difference.
import { groupBy } from "../values/group-by";
import type { Day } from "../values/day";
import { causeKinds, type Source, sumOf } from "./source";

/** Why a cell counts otherwise than on the earlier day: the causes, and for what is counted in or out without one of them. */
export const shiftKinds = [...causeKinds, "entered", "left"] as const;

/** Such a reason. */
export type ShiftKind = (typeof shiftKinds)[number];

/** A cell with what it makes of the difference, and why. */
export type Shift = Omit<Source, "cause"> & { readonly cause: ShiftKind };

/** What one person adds to a figure on a day. */
export interface PersonPart {
  readonly value: number;
  readonly sources: readonly Source[];
  /** What has changed it since an earlier day, where every change bears its own day. */
  readonly changesSince: (since: Day) => readonly Source[];
}

/** What a figure is made of on one day: its cells, and for a figure of persons the part of each. */
export interface DayParts {
  readonly sources: readonly Source[];
  readonly persons?: ReadonlyMap<string, PersonPart>;
}

/** The two days that are compared. */
export interface TwoDays {
  readonly since: Day;
  /** Whether a contract was, by the list, elsewhere or nowhere on the other day: then the list is the cause. */
  readonly hasMoved: (contractNo: string) => boolean;
}

// What is owed and what a result without an amount repays may stand in one cell; they are told apart by the day.
const keyOf = ({ place, field, contractNo, on }: Source) => [place.sheet, place.row, field, contractNo, on].join("|");

function cellShifts(now: readonly Source[], then: readonly Source[], { since, hasMoved }: TwoDays): readonly Shift[] {
  const [present, past] = [groupBy(now, keyOf), groupBy(then, keyOf)];
  return [...new Set([...past.keys(), ...present.keys()])].flatMap((key): Shift[] => {
    const [after, before] = [present.get(key) ?? [], past.get(key) ?? []];
    const amount = sumOf(after) - sumOf(before);
    const cell = after[0] ?? before[0];
    if (cell === undefined || amount === 0) return [];
    const { cause: own, on, contractNo } = cell;
    const isDated = own !== undefined && on !== undefined && on > since;
    const byList = contractNo !== undefined && hasMoved(contractNo);
    const undated: ShiftKind =
      after.length === 0 ? (byList ? "withdrawn" : "left") : before.length > 0 ? "corrected" : byList ? "added" : "entered";
    return [{ ...cell, amount, cause: isDated ? own : undated }];
  });
}

const caused = (changes: readonly Source[]): readonly Shift[] =>
  changes.flatMap(({ cause, ...source }) => (cause === undefined ? [] : [{ ...source, cause }]));

function personShifts(now: PersonPart | undefined, then: PersonPart | undefined, days: TwoDays): readonly Shift[] {
  if (now && then) {
    const changes = caused(now.changesSince(days.since));
    if (totalOf(changes) === now.value - then.value) return changes;
  }
  return cellShifts(now?.sources ?? [], then?.sources ?? [], days);
}

/**
 * Why a figure is another than on an earlier day.
 * @throws RangeError when the shifts do not add up to the difference
 */
export function shiftsOf(now: DayParts, then: DayParts, days: TwoDays): readonly Shift[] {
  const [present, past] = [now.persons, then.persons];
  const shifts =
    present && past
      ? [...new Set([...present.keys(), ...past.keys()])].flatMap((key) => personShifts(present.get(key), past.get(key), days))
      : cellShifts(now.sources, then.sources, days);
  const [difference, made] = [sumOf(now.sources) - sumOf(then.sources), totalOf(shifts)];
  if (made !== difference) throw new RangeError(`a figure has changed by ${difference}, its shifts make ${made}`);
  return shifts;
}

/** The sum of shifts. */
export function totalOf(shifts: readonly Pick<Shift, "amount">[]): number {
  return shifts.reduce((sum, { amount }) => sum + amount, 0);
}
