// Row heights: a row without a height of its own is clipped or overprinted by programs that do not measure text, so every text is measured here.
import type { CellOut, SheetSpec } from "./spec";
import { styleOf, type StyleName } from "./styles";
import { rowStyles } from "./tab-layout/row-styles";
import { linesOf, pointsOf } from "./text-lines";

/** What Excel gives a row that says nothing, in points: a line of 宋体 11. */
const plainHeight = 15;
const padding = 4;

/** The height of a line of text of this size, in points. */
const lineHeight = (size: number): number => Math.ceil(size * 1.36);

const textOf = (cell: CellOut): string =>
  typeof cell === "string" ? cell : cell !== null && typeof cell === "object" && "text" in cell ? cell.text : "";

type Styles = readonly (StyleName | undefined)[];

/** A column of whose texts some may need more than any row has. */
interface HighColumn {
  readonly column: number;
  readonly size: number;
  /** How many characters a line holds where the cell is not merged; without it texts are not wrapped. */
  readonly characters: number | undefined;
}

/** Measures the texts of one tab, whose cells may be merged across columns. */
class Measure {
  /** The last column of each cell that is merged with those beside it, by row and column. */
  private readonly ends = new Map<number, Map<number, number>>();
  private readonly characters = new Map<number, number>();
  private readonly least: number;
  private readonly columns = new Map<Styles, readonly HighColumn[]>();

  constructor(private readonly spec: SheetSpec) {
    for (const { top, left, bottom, right } of spec.merges ?? [])
      if (top === bottom) this.ends.set(top, (this.ends.get(top) ?? new Map<number, number>()).set(left, right));
    this.least = [...(spec.heights?.values() ?? [])].reduce((least, height) => Math.min(least, height), plainHeight);
  }

  /** The points that the texts of a row need. */
  row(row: number, styles: Styles): number {
    const cells = this.spec.rows[row] ?? [];
    const ends = this.ends.get(row);
    let needed = 0;
    for (const { column, size, characters } of this.columnsIn(styles)) {
      const text = textOf(cells[column] ?? null);
      if (text === "") continue;
      const end = ends?.get(column);
      const room = end === undefined || characters === undefined ? characters : this.charactersIn(column, end, size);
      needed = Math.max(needed, (room === undefined ? 1 : linesOf(text, room)) * lineHeight(size));
    }
    return needed;
  }

  // Where a text may need more than any row has: a single line of plain type never does. The rows of a list share their styles.
  private columnsIn(styles: Styles): readonly HighColumn[] {
    const known = this.columns.get(styles);
    if (known) return known;
    const columns = styles.flatMap((style, column): readonly HighColumn[] => {
      if (style === undefined) return [];
      const {
        wrap,
        font: { size },
      } = styleOf(style);
      if (wrap) return [{ column, size, characters: this.charactersIn(column, column, size) }];
      return lineHeight(size) > this.least ? [{ column, size, characters: undefined }] : [];
    });
    this.columns.set(styles, columns);
    return columns;
  }

  private charactersIn(column: number, right: number, size: number): number {
    // A sheet has 16,384 columns.
    const key = (size * 16_384 + column) * 16_384 + right;
    const known = this.characters.get(key);
    if (known !== undefined) return known;
    const points = pointsOf(this.spec.columns.slice(column, right + 1).map(({ width }) => width));
    const found = Math.max(1, Math.floor((points / size) * 2) / 2);
    this.characters.set(key, found);
    return found;
  }
}

/**
 * The tab with a height for every row whose texts need more than a plain line. A height that the tab states is the least the row gets.
 * Sheets that pose as the user's stay as they are, and so do letters, which state every row's: they are set to fill their pages.
 */
export function withHeights(spec: SheetSpec): SheetSpec {
  if (spec.tab === "" || (spec.heights && spec.heights.size >= spec.rows.length)) return spec;
  const measure = new Measure(spec);
  const heights = new Map(spec.heights);
  let row = 0;
  for (const styles of rowStyles(spec)) {
    const needed = measure.row(row, styles);
    if (needed > (heights.get(row) ?? plainHeight)) heights.set(row, needed + padding);
    row++;
  }
  return { ...spec, heights };
}
