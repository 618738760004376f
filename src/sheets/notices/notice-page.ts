// The page of a notice: how its lines are set in type, how high they are, and where one sheet of A4 ends and the next begins.
import { linesOf, pointsOf } from "../writing/text-lines";
import type { CellOut, PageSpec, PictureSpec } from "../writing/spec";
import type { StyleName } from "../writing/styles";

/**
 * The columns of the sheet in characters. Together they fit A4 between the margins even where a wide font (DejaVu Sans, 7 points a digit)
 * stands in for 宋体 11; printing is never scaled, because Excel ignores page breaks when it fits sheets to pages.
 */
export const columnWidths = [12, 9, 9, 11, 12, 11, 12] as const;
/** The last column, counted from 0. */
export const lastColumn = columnWidths.length - 1;

/** A4, 842 points high, with these margins in inches. */
export const page = {
  paper: "A4",
  orientation: "portrait",
  margins: { top: 0.45, bottom: 0.35, left: 0.4, right: 0.4 },
  center: true,
} as const satisfies PageSpec;

/** What all rows of one page measure together, in points: 3.6% less than A4 leaves, since printers and programs disagree by as much. */
export const pageHeight = 756;

/** What stays free above the receipt at least, in points. */
export const gap = 6;

/** One piece of a line: a value across some columns. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly value: CellOut;
  readonly style: StyleName;
}

/** One row of a page with its height in points; rows that stretch share what is left over on the page. */
export interface Line {
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly stretch?: boolean;
  /** Its text needs more than a row can be high. */
  readonly isCut?: true;
  /** It stands in many letters. */
  readonly isCommon?: true;
  /** A picture that begins in this row. */
  readonly picture?: Omit<PictureSpec, "row">;
}

/**
 * Lines that stand in many letters, made once: by how they are set and what they say. The very same pieces are worth more than some that read
 * alike, since they are measured, laid out and written once.
 */
export class LinesOnce<Setting> {
  readonly #known = new Map<Setting, Map<string, readonly Line[]>>();

  of(setting: Setting, text: string, made: () => readonly Line[]): readonly Line[] {
    let known = this.#known.get(setting);
    if (!known) this.#known.set(setting, (known = new Map()));
    const lines = known.get(text) ?? made().map((line) => ({ ...line, isCommon: true as const }));
    if (known.size > 200) known.clear();
    known.set(text, lines);
    return lines;
  }
}

/** How large a notice is set. */
export interface Density {
  readonly body: StyleName;
  readonly strong: StyleName;
  /** The body's size in points. */
  readonly size: number;
  /** The heights of a row of the table and of a row of the receipt. */
  readonly row: number;
  readonly slipRow: number;
  /** What stays free above the signature for a seal, in points; the place before the receipt and the line of wishes add to it. */
  readonly seal: number;
  /** Centre and date share a row, and so do the lines of one text. */
  readonly isTight?: boolean;
}

/** From large to small; a notice is set in the first that fits its page. */
export const densities: readonly [Density, Density, ...Density[]] = [
  { body: "notice", strong: "noticeStrong", size: 12, row: 19.5, slipRow: 25.5, seal: 39 },
  { body: "noticeMedium", strong: "noticeMediumStrong", size: 11, row: 18, slipRow: 24, seal: 36 },
  { body: "noticeDense", strong: "noticeDenseStrong", size: 10.5, row: 16.5, slipRow: 22.5, seal: 30 },
  { body: "noticeSmall", strong: "noticeSmallStrong", size: 10, row: 15, slipRow: 19.5, seal: 0, isTight: true },
  { body: "noticeTiny", strong: "noticeTinyStrong", size: 9, row: 15, slipRow: 18, seal: 0, isTight: true },
];

/** The height of all lines together. */
export function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.height, 0);
}

// Substitute fonts for 仿宋 are up to 1.45 times as high as their size; Excel rounds heights to pixels of 0.75 points.
const toPixels = (points: number): number => Math.ceil(points / 0.75) * 0.75;

/** A row of Excel ends at 409 points. */
const highestRow = 408.75;

const neededHeight = (text: string, size: number, from: number, to: number): number =>
  toPixels(linesOf(text, charactersIn(size, from, to)) * size * 1.45 + 0.5);

/** The height in points that a text of this size needs in these columns, as far as a row can be as high. */
export function textHeight(text: string, size: number, from = 0, to: number = lastColumn): number {
  return Math.min(neededHeight(text, size, from, to), highestRow);
}

const characterCounts = new Map<number, number>();

// The pieces of a page have few widths and sizes.
function charactersIn(size: number, from: number, to: number): number {
  const key = (size * 8 + from) * 8 + to;
  const count = characterCounts.get(key) ?? Math.floor((pointsOf(columnWidths.slice(from, to + 1)) / size) * 2) / 2;
  characterCounts.set(key, count);
  return count;
}

/** The lines with what is left of the page shared out: a little to each line that stretches, the rest to the place before the last lines. */
export function fillPage(lines: readonly Line[], foot: readonly Line[]): readonly Line[] {
  const left = pageHeight - heightOf(lines) - heightOf(foot);
  const stretching = lines.filter((line) => line.stretch).length;
  const share = Math.min(6, Math.max(0, Math.floor((left - gap) / (stretching + 2) / 0.75) * 0.75));
  const spread = lines.map((line) => (line.stretch ? { ...line, height: Math.min(line.height + share, highestRow) } : line));
  const rest = pageHeight - heightOf(spread) - heightOf(foot);
  const blanks: Line[] = [];
  for (let blank = rest; blank > 0; blank -= 408) blanks.push(line(Math.min(blank, 408)));
  return [...spread, ...blanks, ...foot];
}

const noPieces: readonly Piece[] = [];

/** A row of this height. */
export const line = (height: number, ...pieces: readonly Piece[]): Line => ({ height, pieces: pieces.length === 0 ? noPieces : pieces });

/** A value across the columns from the first to the last one named. */
export const piece = (from: number, to: number, value: CellOut, style: StyleName): Piece => ({ from, to, value, style });

/** A row of text across the whole page, as high as the text needs in this size. */
export function wide(text: string, style: StyleName, size: number): Line {
  const height = neededHeight(text, size, 0, lastColumn);
  const set = piece(0, lastColumn, text, style);
  return height > highestRow ? { ...line(highestRow, set), isCut: true } : line(height, set);
}

const smalls = new LinesOnce<StyleName>();

/** A row of small print across the whole page. */
export function smallLine(text: string): readonly Line[] {
  return smalls.of("noticeSmall", text, () => [wide(text, "noticeSmall", 10)]);
}
