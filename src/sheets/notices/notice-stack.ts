// Pages one below the other on a sheet: what letters and statements are printed from.
import type { Area } from "../grid";
import type { CellOut, PictureSpec, SheetSpec } from "../writing/spec";
import { styleOf, type StyleName } from "../writing/styles";
import { columnWidths, lastColumn, type Line, page, type Piece } from "./notice-page";

const plain = "notice" satisfies StyleName;

/** A line as a row of a sheet. */
interface LineRow {
  readonly cells: readonly CellOut[];
  readonly looks: readonly StyleName[];
  readonly merged: readonly Pick<Area, "left" | "right">[];
}

function rowOf(pieces: readonly Piece[]): LineRow {
  const cells: CellOut[] = [];
  const looks: StyleName[] = [];
  const merged: Pick<Area, "left" | "right">[] = [];
  for (const { from, to, value, style } of pieces) {
    // Only lines need the cells behind a merged one; without lines they would double the file.
    const last = styleOf(style).border ? to : from;
    while (cells.length <= last) {
      looks.push(cells.length < from ? plain : style);
      cells.push(null);
    }
    cells[from] = value;
    if (to > from) merged.push({ left: from, right: to });
  }
  return { cells, looks, merged };
}

/** Pages as they are put one below the other; what they are made of need not be kept. */
export class PageStack {
  readonly #rows: (readonly CellOut[])[] = [];
  readonly #looks: (readonly StyleName[])[] = [];
  readonly #merges: Area[] = [];
  readonly #heights = new Map<number, number>();
  readonly #pictures: PictureSpec[] = [];
  /** The rows of common lines, by what they are made of: every letter has the very same. */
  readonly #common = new Map<readonly Piece[], LineRow>();
  readonly #repeated = new Set<readonly CellOut[]>();
  /** The last row of each page. */
  readonly #ends: number[] = [];

  /** How many pages there are. */
  get count(): number {
    return this.#ends.length;
  }

  /** Adds a page, line by line. */
  add(page: readonly Line[]): void {
    for (const { height, pieces, picture, isCommon } of page) {
      const row = this.#rows.length;
      const { cells, looks, merged } = isCommon ? this.#commonRow(pieces) : rowOf(pieces);
      for (const { left, right } of merged) this.#merges.push({ top: row, left, bottom: row, right });
      this.#heights.set(row, height);
      if (picture) this.#pictures.push({ row, ...picture });
      this.#rows.push(cells);
      this.#looks.push(looks);
    }
    this.#ends.push(this.#rows.length - 1);
  }

  #commonRow(pieces: readonly Piece[]): LineRow {
    const known = this.#common.get(pieces);
    if (known) return known;
    const row = rowOf(pieces);
    this.#common.set(pieces, row);
    this.#repeated.add(row.cells);
    return row;
  }

  /** A tab that prints nothing but these pages, each on a sheet of its own. */
  sheet({ tab, name }: Pick<SheetSpec, "tab" | "name">): SheetSpec {
    const ends = this.#ends;
    return {
      tab,
      name,
      columns: columnWidths.map((width) => ({ width, style: plain })),
      rows: this.#rows,
      looks: this.#looks,
      repeated: this.#repeated,
      merges: this.#merges,
      heights: this.#heights,
      ...(this.#pictures.length > 0 ? { pictures: this.#pictures } : {}),
      page: { ...page, area: { top: 0, left: 0, bottom: ends.at(-1) ?? 0, right: lastColumn }, breaksAfter: ends.slice(0, -1) },
    };
  }
}

/** A tab that prints nothing but these pages, each on a sheet of its own. */
export function paperSheet(tab: Pick<SheetSpec, "tab" | "name">, pages: readonly (readonly Line[])[]): SheetSpec {
  const stack = new PageStack();
  for (const lines of pages) stack.add(lines);
  return stack.sheet(tab);
}
