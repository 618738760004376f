// Rows that are hidden or shown, whoever does it.
import { columnLimit } from "./area";
import { type Book } from "./book";
import { type Sheet } from "./sheet";

/** Hides or shows rows; those whose state changes are told of, block by block. */
export function hideRows(book: Book, sheet: Sheet, [first, last]: readonly [number, number], isHidden: boolean): void {
  const blocks: [number, number][] = [];
  for (let row = first; row <= last; row++) {
    if ((sheet.cells.band("rows", row)?.isHidden === true) === isHidden) continue;
    const block = blocks[blocks.length - 1];
    if (block && block[1] === row - 1) block[1] = row;
    else blocks.push([row, row]);
  }
  for (const [top, bottom] of blocks) {
    sheet.cells.setBands("rows", [top, bottom], { isHidden });
    book.note({ kind: "rowsHidden", sheet, area: { top, bottom, left: 0, right: columnLimit - 1 }, isHidden });
  }
}
