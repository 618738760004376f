// The looks of a file on the host's book, as far as the host knows them.
import type { SheetLooks } from "../sheets/shown-sheet";
import type { Book } from "./host/model/book";
import type { Sheet } from "./host/model/sheet";
import type { Style } from "./host/model/style";
import { pointsOf } from "../sheets/writing/column-width";
import { hostStyle } from "./saving/looks";

/** Gives the book's sheets the looks of those with the same name. */
export function dressBook(book: Book, looks: readonly SheetLooks[]): void {
  for (const sheetLooks of looks) {
    const sheet = book.sheet(sheetLooks.name);
    if (sheet) dress(sheet, sheetLooks);
  }
  book.takeChanges();
}

function dress(sheet: Sheet, { widths, heights, freeze, tabColor, cells }: SheetLooks): void {
  for (const [column, width] of widths) sheet.cells.setBands("columns", [column, column], { size: pointsOf(width) });
  for (const [row, size] of heights) sheet.cells.setBands("rows", [row, row], { size });
  if (freeze.rows + freeze.columns > 0) sheet.freeze = freeze;
  if (tabColor !== undefined) sheet.tabColor = `#${tabColor}`;
  const styles = new Map<SheetLooks["cells"][number]["look"], Style>();
  for (const { row, column, look } of cells) {
    const style = styles.get(look) ?? hostStyle(look);
    styles.set(look, style);
    const cell = sheet.cells.at(row, column) ?? { content: "" };
    sheet.cells.put(row, column, { ...cell, style: { ...style, numberFormat: formatFor(cell, style) } });
  }
}

// What was read as a day or as a number stays one, whatever its format says; texts are texts in a file without a format's help.
function formatFor({ content, style }: { readonly content: unknown; readonly style?: Style }, { numberFormat }: Style): string {
  const known = style?.numberFormat ?? "General";
  if (typeof content === "number" && /[ydeb]|aaa|m/i.test(numberFormat.replace(/"[^"]*"|\[[^\]]*\]/g, ""))) return known;
  return content === "" || known === "General" ? numberFormat : known;
}
