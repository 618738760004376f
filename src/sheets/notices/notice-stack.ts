// Pages one below the other on a sheet: what letters and statements are printed from.
import type { Area } from "../grid";
import type { CellOut, PictureSpec, SheetSpec, StyledArea } from "../writing/spec";
import { styleOf } from "../writing/styles";
import { columnWidths, lastColumn, type Line, page } from "./notice-page";

/** Pages as they are put one below the other; what they are made of need not be kept. */
export class PageStack {
  readonly #rows: CellOut[][] = [];
  readonly #styled: StyledArea[] = [];
  readonly #merges: Area[] = [];
  readonly #heights = new Map<number, number>();
  readonly #pictures: PictureSpec[] = [];
  /** The last row of each page. */
  readonly #ends: number[] = [];

  /** How many pages there are. */
  get count(): number {
    return this.#ends.length;
  }

  /** Adds a page, line by line. */
  add(page: readonly Line[]): void {
    for (const { height, pieces, picture } of page) {
      const row = this.#rows.length;
      const cells: CellOut[] = [];
      for (const { from, to, value, style } of pieces) {
        const area = { top: row, left: from, bottom: row, right: to };
        // Only lines need the cells behind a merged one; without lines they would double the file.
        const last = styleOf(style).border ? to : from;
        for (let column = cells.length; column <= last; column++) cells[column] = null;
        cells[from] = value;
        this.#styled.push({ area: last === to ? area : { ...area, right: last }, style });
        if (to > from) this.#merges.push(area);
      }
      this.#heights.set(row, height);
      if (picture) this.#pictures.push({ row, ...picture });
      this.#rows.push(cells);
    }
    this.#ends.push(this.#rows.length - 1);
  }

  /** A tab that prints nothing but these pages, each on a sheet of its own. */
  sheet({ tab, name }: Pick<SheetSpec, "tab" | "name">): SheetSpec {
    const ends = this.#ends;
    return {
      tab,
      name,
      columns: columnWidths.map((width) => ({ width, style: "notice" })),
      rows: this.#rows,
      styled: this.#styled,
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
