// What a run did to the lines of a tab, small enough to be kept and enough to take it back.
import { fingerprintOf } from "../identity/row-key";

/** Lines as they are compared, and as they are kept. */
export interface Lines<T> {
  readonly lines: readonly T[];
  readonly textOf: (line: T) => string;
}

/** The lines before a run: those that it left alone by their place among the lines after it (first and last), the others themselves. */
export type Before<T> = readonly (readonly [first: number, last: number] | { readonly line: T })[];

/** One tab's change. */
export interface LineChange<T> {
  readonly before: Before<T>;
  /** The prints of the lines after the run, one behind the other. */
  readonly after: string;
}

const printLength = 8;
const printsOf = <T>({ lines, textOf }: Lines<T>) => lines.map((line) => fingerprintOf(textOf(line)));

/** How the lines before a run are had from those after it; undefined when nothing has changed. */
export function lineChange<T, After = T>(
  before: readonly T[],
  after: readonly After[],
  textOf: (line: T | After) => string,
): LineChange<T> | undefined {
  const [old, now] = [printsOf({ lines: before, textOf }), printsOf({ lines: after, textOf })];
  if (old.length === now.length && old.every((print, at) => print === now[at])) return undefined;
  const places = new Map<string, number[]>();
  for (const [at, print] of now.entries()) {
    const known = places.get(print);
    if (known) known.push(at);
    else places.set(print, [at]);
  }
  const parts: ([number, number] | { line: T })[] = [];
  for (const [at, print] of old.entries()) {
    const place = places.get(print)?.shift();
    const last = parts.at(-1);
    if (place === undefined) parts.push({ line: before[at] as T });
    else if (Array.isArray(last) && last[1] === place - 1) last[1] = place;
    else parts.push([place, place]);
  }
  return { before: parts, after: now.join("") };
}

const printsIn = (after: string) =>
  Array.from({ length: after.length / printLength }, (_, at) => after.slice(at * printLength, (at + 1) * printLength));

/** The prints of the lines after a run: those that it wrote, and those that it left alone. */
export function runPrints<T>({ before, after }: LineChange<T>): {
  readonly written: ReadonlySet<string>;
  readonly left: ReadonlySet<string>;
} {
  const places = new Set(before.flatMap((part) => ("line" in part ? [] : range(part))));
  const prints = printsIn(after);
  return { written: new Set(prints.filter((_, at) => !places.has(at))), left: new Set(prints.filter((_, at) => places.has(at))) };
}

/** The lines before a run, had from those after it, on which nobody has changed anything. */
export function linesBefore<T>(after: readonly T[], before: Before<T>): readonly T[] {
  return before.flatMap((part) => ("line" in part ? [part.line] : after.slice(part[0], part[1] + 1)));
}

/** The lines taken back, and how many of those that the run wrote stay because somebody has changed them since. */
export interface TakenBack<T> {
  readonly lines: readonly T[];
  readonly kept: number;
}

/** The lines of a tab before a run, as far as nothing newer stands in its place. */
export function takenBack<T>(now: readonly T[], { before, after }: LineChange<T>, textOf: (line: T) => string): TakenBack<T> {
  const prints = printsIn(after);
  const paired = pairs(prints, printsOf({ lines: now, textOf }));
  const left = new Set(before.flatMap((part) => ("line" in part ? [] : range(part))));
  const lines: T[] = [];
  let kept = 0;
  // What the run wrote between two lines that it left alone.
  const written = (from: number, to: number): readonly number[] => range([from, to]).filter((at) => !left.has(at));
  let next = 0;
  for (const [index, part] of before.entries()) {
    if ("line" in part) {
      const gapEnd = nextKept(before, index) ?? prints.length;
      const own = written(next, gapEnd - 1);
      const literals = literalsFrom(before, index);
      const at = own.length >= literals ? own[0] : undefined;
      const newer = at === undefined ? undefined : paired.changed.get(at);
      lines.push(newer === undefined ? part.line : (now[newer] as T));
      if (newer !== undefined) kept++;
      if (at !== undefined) next = at + 1;
      continue;
    }
    kept += append(lines, now, written(next, part[0] - 1), paired);
    for (const at of range(part)) {
      const place = paired.same.get(at) ?? paired.changed.get(at);
      if (place !== undefined) lines.push(now[place] as T);
    }
    next = Math.max(next, part[1] + 1);
  }
  kept += append(lines, now, written(next, prints.length - 1), paired);
  for (const place of paired.further) lines.push(now[place] as T);
  return { lines, kept: kept + paired.further.length };
}

// Lines that the run added and somebody has changed since stay where they are.
function append<T>(lines: T[], now: readonly T[], added: readonly number[], { changed }: Pairs): number {
  let kept = 0;
  for (const at of added) {
    const place = changed.get(at);
    if (place === undefined) continue;
    lines.push(now[place] as T);
    kept++;
  }
  return kept;
}

const range = ([first, last]: readonly [number, number]): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);

function nextKept<T>(before: Before<T>, from: number): number | undefined {
  const part = before.slice(from).find((one): one is readonly [number, number] => !("line" in one));
  return part?.[0];
}

function literalsFrom<T>(before: Before<T>, from: number): number {
  const end = before.slice(from).findIndex((part) => !("line" in part));
  return end < 0 ? before.length - from : end;
}

interface Pairs {
  /** By a line's place after the run, its place now. */
  readonly same: ReadonlyMap<number, number>;
  /** The same for lines that have been changed since. */
  readonly changed: ReadonlyMap<number, number>;
  /** The places of lines that have come since. */
  readonly further: readonly number[];
}

function pairs(then: readonly string[], now: readonly string[]): Pairs {
  const same = new Map<number, number>();
  const changed = new Map<number, number>();
  const further: number[] = [];
  let [i, j] = [0, 0];
  while (i < then.length && j < now.length) {
    if (then[i] === now[j]) {
      same.set(i++, j++);
      continue;
    }
    const inNow = now.indexOf(then[i] as string, j + 1);
    const inThen = then.indexOf(now[j] as string, i + 1);
    if (inNow >= 0 && (inThen < 0 || inNow - j <= inThen - i)) {
      further.push(...range([j, inNow - 1]));
      j = inNow;
    } else if (inThen >= 0) i = inThen;
    else changed.set(i++, j++);
  }
  further.push(...range([j, now.length - 1]));
  return { same, changed, further };
}
