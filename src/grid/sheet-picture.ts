// A sheet as the grid draws it: which rows and columns are shown and how large, and the text and look of each cell.
import type { Area } from "../sheets/grid";
import type { ChartPicture, Stripe } from "./chart-picture";

/** A cell as it is drawn; merged cells are drawn as one that is as large as all of them. */
export interface CellPicture {
  readonly text: string;
  readonly style: Readonly<Record<string, string>>;
  /** The size of the merged area that begins here. */
  readonly merged?: { readonly width: string; readonly height: string };
  /** Whether the cell has a drop-down list. */
  readonly hasList?: boolean;
}

/** A picture of a sheet; cells are looked up when they come into view. */
export interface SheetPicture {
  /** Changes with everything that moves cells: sizes, hidden rows, frozen rows. */
  readonly shape: string;
  readonly rows: readonly Stripe[];
  readonly columns: readonly Stripe[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly charts: readonly ChartPicture[];
  /** The columns in which cells have drop-down lists. */
  readonly listColumns: readonly number[];
  readonly cell: (row: number, column: number) => CellPicture;
}

/** Pixels in a point. */
export const pixelsPerPoint = 96 / 72;
/** How high a row is that nobody gave a height, in pixels. */
export const rowHeight = 22;
/** How many rows and columns are drawn beyond what is filled, and at the least. */
const spare = { rows: 40, columns: 6 };
const least = { rows: 60, columns: 20 };
const width = { least: 64, most: 280, perCharacter: 7.4 };

/** How many rows and columns are drawn of a sheet that is filled as far as here. */
export function drawnCount({ bottom, right }: Pick<Area, "bottom" | "right">): { readonly rows: number; readonly columns: number } {
  return { rows: Math.max(bottom + 1 + spare.rows, least.rows), columns: Math.max(right + 1 + spare.columns, least.columns) };
}

/** What is known of the rows or columns of a sheet. */
export interface Bands {
  readonly count: number;
  readonly hidden: ReadonlySet<number>;
  /** Sizes in points. */
  readonly sizes: ReadonlyMap<number, number>;
  /** The size in pixels of one that has none of its own. */
  readonly usual: (at: number) => number;
}

/** The rows or columns that are shown. */
export function stripes({ count, hidden, sizes, usual }: Bands): readonly Stripe[] {
  const shown = Array.from({ length: count }, (_, at) => at).filter((at) => !hidden.has(at) && sizes.get(at) !== 0);
  return shown.map((at) => {
    const points = sizes.get(at);
    return { at, size: points === undefined ? usual(at) : Math.max(18, points * pixelsPerPoint) };
  });
}

/** How wide a column is that nobody gave a width: as most of its first rows' texts. */
export function widthFor(textAt: (row: number) => string): number {
  const characters = Array.from({ length: 40 }, (_, row) => [...textAt(row)].reduce((sum, char) => sum + (char > "\u00ff" ? 2 : 1), 0));
  return Math.min(width.most, Math.max(width.least, Math.max(...characters) * width.perCharacter + 12));
}

/** How much of a sheet is held fast: the grid would cut merged cells in two where that part ends, and there holds nothing. */
export function frozenOf(freeze: SheetPicture["frozen"] | undefined, merges: readonly Area[]): SheetPicture["frozen"] {
  const { rows, columns } = freeze ?? { rows: 0, columns: 0 };
  return {
    rows: merges.some(({ top, bottom }) => top < rows && bottom >= rows) ? 0 : rows,
    columns: merges.some(({ left, right }) => left < columns && right >= columns) ? 0 : columns,
  };
}

/** A cell below another one with which it is merged. */
export const covered: CellPicture = { text: "", style: { borderColor: "transparent" } };

/** Merged areas by each of their rows. */
export function mergesByRow(merges: readonly Area[]): ReadonlyMap<number, readonly Area[]> {
  const byRow = new Map<number, Area[]>();
  for (const merge of merges) for (let row = merge.top; row <= merge.bottom; row++) byRow.set(row, [...(byRow.get(row) ?? []), merge]);
  return byRow;
}

/** The size of an area as it is drawn. */
export function sizeOf({ top, left, bottom, right }: Area, rows: readonly Stripe[], columns: readonly Stripe[]) {
  const sum = (list: readonly Stripe[], from: number, to: number): number =>
    list.filter(({ at }) => at >= from && at <= to).reduce((total, { size }) => total + size, 0);
  return { width: `${sum(columns, left, right)}px`, height: `${sum(rows, top, bottom)}px` };
}

/** How a cell looks, as far as it is drawn. Colours are `#RRGGBB`. */
export interface ShownLook {
  readonly fill?: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly fontName?: string;
  readonly fontColor?: string;
  /** In points. */
  readonly fontSize: number;
  readonly align: "start" | "center" | "end";
  readonly top: boolean;
  readonly wrap: boolean;
  /** Neighbours share a line, so each cell draws only two of its own. */
  readonly lines: { readonly bottom?: ShownLine; readonly right?: ShownLine };
}

/** A line beside a cell. */
export interface ShownLine {
  readonly color: string;
  readonly isThin: boolean;
  readonly isDashed: boolean;
}

/** The look as styles of the page. */
export function cssOf({
  fill,
  bold,
  italic,
  underline,
  fontName,
  fontColor,
  fontSize,
  align,
  top,
  wrap,
  lines,
}: ShownLook): Record<string, string> {
  return {
    ...(fill === undefined ? {} : { backgroundColor: fill }),
    ...(bold ? { fontWeight: "600" } : {}),
    ...(fontName === undefined ? {} : { fontFamily: `"${fontName.replaceAll('"', "")}", var(--font)` }),
    ...(italic ? { fontStyle: "italic" } : {}),
    ...(underline ? { textDecoration: "underline" } : {}),
    ...(fontColor === undefined ? {} : { color: fontColor }),
    ...(fontSize > 12 ? { fontSize: `${fontSize * pixelsPerPoint * 0.9}px` } : {}),
    ...(align === "start" ? {} : { justifyContent: align === "end" ? "flex-end" : "center" }),
    ...(top ? { alignItems: "flex-start" } : {}),
    ...(wrap ? { whiteSpace: "pre-wrap" } : {}),
    ...(lines.bottom ? { borderBottom: cssLine(lines.bottom) } : {}),
    ...(lines.right ? { borderRight: cssLine(lines.right) } : {}),
  };
}

// Thin dark lines would be all that one sees on a screen; Excel draws them finer.
function cssLine({ color, isThin, isDashed }: ShownLine): string {
  return `${isThin ? 1 : 2}px ${isDashed ? "dashed" : "solid"} ${isThin ? "#bcc2ca" : color}`;
}
