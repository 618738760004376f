// What is known of the open book from the last look at it: its sheets, and the cells of those in which nothing has changed since.
import { type Area, type CellValue } from "../sheets/grid";
import { type AskedLast, nothingAsked } from "./read-blocks";
import { type Shape, type Used } from "./shapes";

/** The cells of a sheet, row by row from A1. */
export type Rows = readonly (readonly CellValue[])[];

/** A sheet as it was last seen. */
export interface Seen {
  readonly part: Used;
  readonly shape: Shape;
  readonly rows: Rows;
  /** The rows, counted from 0, that are totals by their formulas or by the word of a table. */
  readonly totals: readonly number[];
  /** Whether it was asked which cells are merged; if not, none are taken to be. */
  readonly isMergesKnown: boolean;
}

/** Where formulas stand on a sheet that is not ours. */
export interface FormulaPlaces {
  readonly id: string;
  readonly name: string;
  readonly areas: readonly Area[];
}

interface Remembered extends Seen {
  /** Whether the cells have changed since. */
  isStale: boolean;
}

/** The adapter's memory. Where Excel does not tell of changes, cells are not to be relied on. */
export class Memory {
  /** @param onStale hears that a sheet is no longer as it was read; tabs that we write are new sheets, which nobody has read */
  constructor(private readonly onStale: () => void = () => undefined) {}

  /** Who writes, by a name that says nothing of anybody. */
  readonly writer = Math.random().toString(36).slice(2);
  /** Whether what another pane has left is tidied up though it may be at work still. */
  isTidying = false;
  // The sheets of the last reading, and those that were written since; undefined before a first one.
  #known: Set<string> | undefined;
  readonly #sheets = new Map<string, Remembered | undefined>();
  readonly #changes = new Map<string, number>();
  #heard = 0;
  #places: readonly FormulaPlaces[] = [];
  /** Whether Excel tells of changes of cells. */
  isWatched = false;
  /** What was asked for at the last reading. */
  asked: AskedLast = nothingAsked;
  /** In how many of a sheet's first rows merged areas are looked for. */
  mergeRows = 0;

  /** Whether of every sheet on which something stands it is known, as far as this Excel tells, which cells are merged. */
  get knowsMerges(): boolean {
    return this.mergeRows === 0 || [...this.#sheets.values()].every((seen) => !seen || seen.isMergesKnown);
  }

  /** Excel's ids of the sheets that were there at the last look. */
  get ids(): readonly string[] {
    return [...this.#sheets.keys()];
  }

  /** The sheet as it was last seen, if anything stood on it. */
  seen(id: string): Seen | undefined {
    return this.#sheets.get(id);
  }

  /** The cells of a sheet, unless they have changed or nobody would have told. */
  rows(id: string): Rows | undefined {
    const found = this.#sheets.get(id);
    return found && this.isWatched && !found.isStale ? found.rows : undefined;
  }

  /** How often a sheet has been heard to change; asked before reading, so that a change meanwhile is not overlooked. */
  changes(id: string): number {
    return this.#changes.get(id) ?? 0;
  }

  /** Keeps what was read of a sheet. */
  keep(id: string, seen: Seen, changesBefore: number): void {
    this.#sheets.set(id, { ...seen, isStale: this.changes(id) !== changesBefore });
  }

  /** How often any sheet has been heard to change. */
  get heard(): number {
    return this.#heard;
  }

  /** Where formulas stand on these sheets, by their ids or names, if that was asked and nothing in the book has changed since. */
  placesOn(sheets: readonly string[]): readonly FormulaPlaces[] | undefined {
    const found = sheets.flatMap((key) => this.#places.find(({ id, name }) => key === id || key === name) ?? []);
    return found.length === sheets.length ? found : undefined;
  }

  /** Keeps where formulas stand, where Excel tells of changes. */
  keepPlaces(places: readonly FormulaPlaces[], heardBefore: number): void {
    if (this.isWatched && this.#heard === heardBefore) this.#places = places;
  }

  /** Hears that cells of a sheet have changed. */
  hear(id: string): void {
    this.#changes.set(id, this.changes(id) + 1);
    this.#heard += 1;
    this.#places = [];
    const found = this.#sheets.get(id);
    if (!found || found.isStale) return;
    found.isStale = true;
    this.onStale();
  }

  /** Trusts no cells any more. */
  doubt(): void {
    for (const id of this.#sheets.keys()) this.hear(id);
  }

  /** Keeps to the sheets that are there. */
  meet(ids: readonly string[]): void {
    const present = new Set(ids);
    for (const id of this.#sheets.keys()) if (!present.has(id)) this.#sheets.delete(id);
    for (const id of ids) if (!this.#sheets.has(id)) this.#sheets.set(id, undefined);
  }

  /** The book was read: these are its sheets. */
  readAll(ids: readonly string[]): void {
    this.#known = new Set(ids);
  }

  /** These are sheets that we have written. */
  wrote(ids: readonly string[]): void {
    for (const id of ids) this.#known?.add(id);
  }

  /** Whether a sheet is another than was read: put there by another pane, or typed into since. */
  isOther(id: string): boolean {
    return this.#known !== undefined && (!this.#known.has(id) || this.#sheets.get(id)?.isStale === true);
  }

  /** Forgets sheets that are about to go. */
  forget(ids: readonly string[]): void {
    for (const id of ids) this.#sheets.delete(id);
  }
}
