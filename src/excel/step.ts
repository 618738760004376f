// One step of writing a tab, small enough to share a request with others.
import { shortAddress, addressLists, requestBytes } from "./chunks";
import { type Area } from "../sheets/grid";

/** Something to be done to a sheet that is being written, and about how much of a request it takes. */
export interface Step {
  readonly bytes: number;
  readonly draw: (sheet: Excel.Worksheet) => void;
  /** Asks, where Excel may pass over it without a word, whether it was done; the answer is there after the next round trip. */
  readonly readBack?: (sheet: Excel.Worksheet) => () => boolean;
  /** Left out where Excel refuses it: the tab is complete without. */
  readonly isOptional?: true;
}

/** The step as one that a tab is complete without. */
export function optional(one: Step): Step {
  return { ...one, isOptional: true };
}

/** About what one operation on the object model takes in a request. */
export const operationBytes = 180;

/** A step of some operations. */
export function step(operations: number, draw: (sheet: Excel.Worksheet) => void, bytes = 0): Step {
  if (bytes > requestBytes) throw new RangeError(`a step of ${bytes} bytes`);
  return { bytes: operations * operationBytes + bytes, draw };
}

/** One step for every list of areas that Excel takes at once; a lone area is a plain range. */
export function areaSteps(
  areas: readonly Area[],
  operations: number,
  draw: (cells: Excel.Range | Excel.RangeAreas, sheet: Excel.Worksheet) => void,
): readonly Step[] {
  return addressSteps(areas.map(shortAddress), operations, draw);
}

/** The same for addresses, such as those of whole columns. */
export function addressSteps(
  addresses: readonly string[],
  operations: number,
  draw: (cells: Excel.Range | Excel.RangeAreas, sheet: Excel.Worksheet) => void,
): readonly Step[] {
  return addressLists(addresses).map((list) =>
    step(
      operations + 2,
      (sheet) => {
        draw(list.includes(",") ? sheet.getRanges(list) : sheet.getRange(list), sheet);
      },
      list.length,
    ),
  );
}

/** The items under the same key, in the order of their first appearance. */
export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Whole numbers as runs of neighbours, ends included. */
export function runs(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}
