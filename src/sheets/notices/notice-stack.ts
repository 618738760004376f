// Pages one below the other on a sheet: what letters and statements are printed from.
import type { Area } from "../grid";
import type { CellOut, PictureSpec, SheetSpec, StyledArea } from "../writing/spec";
import { styleOf } from "../writing/styles";
import { columnWidths, lastColumn, type Line, page } from "./notice-page";

type Stack = Pick<SheetSpec, "rows" | "styled" | "merges" | "heights" | "pictures">;

// The pages one below the other as rows of a sheet, with the last row of each page.
function stackPages(pages: readonly (readonly Line[])[]): { readonly content: Stack; readonly ends: readonly number[] } {
  const rows: CellOut[][] = [];
  const styled: StyledArea[] = [];
  const merges: Area[] = [];
  const heights = new Map<number, number>();
  const ends: number[] = [];
  const pictures: PictureSpec[] = [];
  for (const lines of pages) {
    for (const { height, pieces, picture } of lines) {
      const row = rows.length;
      const cells: CellOut[] = [];
      for (const { from, to, value, style } of pieces) {
        const area = { top: row, left: from, bottom: row, right: to };
        // Only lines need the cells behind a merged one; without lines they would double the file.
        const last = styleOf(style).border ? to : from;
        for (let column = cells.length; column <= last; column++) cells[column] = null;
        cells[from] = value;
        styled.push({ area: { ...area, right: last }, style });
        if (to > from) merges.push(area);
      }
      heights.set(row, height);
      if (picture) pictures.push({ row, ...picture });
      rows.push(cells);
    }
    ends.push(rows.length - 1);
  }
  return { content: { rows, styled, merges, heights, ...(pictures.length > 0 ? { pictures } : {}) }, ends };
}

/** A tab that prints nothing but these pages, each on a sheet of its own. */
export function paperSheet({ tab, name }: Pick<SheetSpec, "tab" | "name">, pages: readonly (readonly Line[])[]): SheetSpec {
  const { content, ends } = stackPages(pages);
  return {
    tab,
    name,
    columns: columnWidths.map((width) => ({ width, style: "notice" })),
    ...content,
    page: { ...page, area: { top: 0, left: 0, bottom: ends.at(-1) ?? 0, right: lastColumn }, breaksAfter: ends.slice(0, -1) },
  };
}
