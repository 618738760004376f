// One sheet laid open for correction: its use, its heading row and its columns as they are read now, and what a correction of it comes to.
import type { FieldId } from "../../domain/record/field";
import { columns as vocabulary, headingOf } from "../../sheets/vocabulary/columns";
import { type Correction, correctionsIn, correctionsSheet } from "../../sheets/reading/corrections";
import { cellText, columnLetters, type Grid } from "../../sheets/grid";
import { blockAt, findHeader, type HeaderBlock } from "../../sheets/reading/header-row";
import { matchColumns } from "../../sheets/reading/match-columns";
import { settingPairs } from "../../sheets/reading/read-settings";
import { sheetKind } from "../../sheets/reading/sheet-kind";
import type { SheetSpec } from "../../sheets/writing/spec";
import { isFilled } from "./found-sheets";
import { tabNames } from "../../sheets/vocabulary/tabs";
import { registerIds } from "../../domain/record/registers";
import { foldText } from "../../sheets/reading/values/clean";

/** What a sheet may be used for. */
export type SheetUse = "borrowers" | "jurisdictions" | "contacts" | "repayments" | "other";

/** One column of the sheet. */
export interface ColumnToCorrect {
  /** Counted from 0. */
  readonly column: number;
  readonly letters: string;
  readonly heading: string;
  /** The first values below the heading, cut short. */
  readonly samples: readonly string[];
  /** The field that the heading alone stands for. */
  readonly automatic: FieldId | undefined;
}

/** A sheet as it is read now. */
export interface SheetToCorrect {
  readonly name: string;
  readonly use: SheetUse;
  /** As the user counts rows. */
  readonly headerRow: number;
  readonly lastRow: number;
  readonly columns: readonly ColumnToCorrect[];
  /** The field of each column that has one. */
  readonly fields: ReadonlyMap<number, FieldId>;
  readonly isCorrected: boolean;
  /** Every field that a column may stand for, with our heading. */
  readonly choices: readonly { readonly field: FieldId; readonly heading: string }[];
}

/** What the user says a sheet is. */
export interface Wanted {
  readonly use: SheetUse;
  readonly headerRow: number;
  readonly fields: ReadonlyMap<number, FieldId>;
}

const sampleCount = 3;
const sampleLength = 18;
const sampledRows = 200;
const ours: ReadonlySet<FieldId> = new Set(["source", "recordedOn"]);
const uses: readonly string[] = ["borrowers", "jurisdictions", "contacts", "repayments"] satisfies SheetUse[];
const ownNames: ReadonlySet<string> = new Set([...registerIds.map((tab) => tabNames[tab]), tabNames.corrections]);

/** The sheets that can be corrected: the user's own with something on them, 设置 left aside. */
export function correctableSheets(grids: readonly Grid[]): readonly string[] {
  return grids.filter((grid) => !grid.ownTab && !ownNames.has(grid.name) && isFilled(grid) && !settingPairs(grid)).map(({ name }) => name);
}

/**
 * The sheet as it is read now.
 * @param row a heading row that the user tries, as the user counts rows
 * @throws RangeError when there is no such sheet
 */
export function sheetToCorrect(grids: readonly Grid[], name: string, row?: number): SheetToCorrect {
  const grid = gridOf(grids, name);
  const saved = correctionsIn(grids).get(foldText(name));
  const headerRow = row ?? saved?.headerRow ?? foundRow(grid) ?? likelyRow(grid);
  const block = blockOf(grid, headerRow);
  const automatic = inverted(matchColumns(grid, block).columns);
  const matched = matchColumns(grid, block, { chosen: saved?.columns ?? new Map() }).columns;
  const kind = saved?.kind ?? sheetKind(new Set(matched.keys()), name);
  return {
    name,
    use: uses.includes(kind) ? (kind as SheetUse) : "other",
    headerRow,
    lastRow: grid.rows.length,
    columns: columnsOf(grid, block, automatic),
    fields: inverted(matched),
    isCorrected: saved !== undefined,
    choices: (Object.keys(vocabulary) as FieldId[])
      .filter((field) => !ours.has(field))
      .map((field) => ({ field, heading: headingOf(field) })),
  };
}

/** What is to be done to the book so that it remembers: the tab 识别更正 with all corrections; undefined when none is left and the tab may go. */
export function correctedTab(grids: readonly Grid[], name: string, wanted: Wanted | undefined): SheetSpec | undefined {
  const corrections = new Map(correctionsIn(grids));
  corrections.delete(foldText(name));
  if (wanted) corrections.set(name, correctionOf(gridOf(grids, name), wanted));
  // A tab of that name written by hand counts as long as no tab of ours stands beside it.
  const isByHand = grids.some((grid) => !grid.ownTab && grid.name === tabNames.corrections);
  return corrections.size > 0 || isByHand ? correctionsSheet(corrections) : undefined;
}

// Columns are said all or not at all: with some of them said, the headings of the others are read more cautiously.
function correctionOf(grid: Grid, { use, headerRow, fields }: Wanted): Correction {
  if (use === "other") return { kind: use, columns: new Map() };
  const automatic = inverted(matchColumns(grid, blockOf(grid, headerRow)).columns);
  const isSame = fields.size === automatic.size && [...fields].every(([column, field]) => automatic.get(column) === field);
  return {
    kind: use,
    ...(headerRow === foundRow(grid) ? {} : { headerRow }),
    columns: isSame ? new Map<FieldId, number>() : inverted(fields),
  };
}

function gridOf(grids: readonly Grid[], name: string): Grid {
  const grid = grids.find((candidate) => candidate.name === name);
  if (!grid) throw new RangeError(`no sheet ${name}`);
  return grid;
}

function foundRow(grid: Grid): number | undefined {
  const found = findHeader(grid);
  return found && found.bottom + 1;
}

const filled = (cells: Grid["rows"][number]) => cells.filter((cell) => cellText(cell) !== "").length;

// A title fills one cell, headings fill more.
function likelyRow(grid: Grid): number {
  return (
    Math.max(
      0,
      grid.rows.slice(0, sampledRows).findIndex((cells) => filled(cells) > 1),
    ) + 1
  );
}

// Headings that were found may take several rows; a row that the user names stands alone.
function blockOf(grid: Grid, row: number): HeaderBlock {
  const found = findHeader(grid);
  return found && found.bottom + 1 === row ? found : blockAt(grid, row - 1);
}

function columnsOf(grid: Grid, block: HeaderBlock, automatic: ReadonlyMap<number, FieldId>): readonly ColumnToCorrect[] {
  const below = grid.rows.slice(block.bottom + 1, block.bottom + 1 + sampledRows);
  const width = Math.max(block.labels.length, ...below.map((cells) => cells.length));
  return Array.from({ length: width }, (_, column): ColumnToCorrect => {
    const values = below.map((cells) => cellText(cells[column])).filter((text) => text !== "");
    const samples = values.slice(0, sampleCount).map((text) => (text.length > sampleLength ? `${text.slice(0, sampleLength)}…` : text));
    const heading = (block.labels[column]?.text ?? "").replace(/\s+/g, "");
    return { column, letters: columnLetters(column), heading, samples, automatic: automatic.get(column) };
  }).filter(({ heading, samples }) => heading !== "" || samples.length > 0);
}

function inverted<K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<V, K> {
  return new Map([...map].map(([key, value]) => [value, key]));
}
