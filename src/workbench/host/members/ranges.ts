// Ranges as the members use them: from addresses and names, with their cells for sure, and what protection forbids.
import { type Area } from "../../../sheets/grid";
import { hold, type HostObject } from "../engine/subjects";
import {
  columnLimit,
  formatAddress,
  isWholeColumns,
  isWholeRows,
  parseAddress,
  quoteSheetName,
  rowLimit,
  splitReference,
} from "../model/area";
import { type Book } from "../model/book";
import { type Anchor } from "../model/name";
import { accessDenied, HostError, invalidArgument } from "../model/errors";
import { type Sheet } from "../model/sheet";

/** The range over these cells. */
export function rangeAt(sheet: Sheet, area: Area): HostObject<"Range"> {
  return hold("Range", { sheet, area });
}

/** The cells of a range; fails when they or their sheet were deleted. */
export function cellsOf(anchor: Anchor): Area {
  if (!anchor.area || anchor.sheet.isDeleted) throw new HostError("InvalidReference", "The cells of this range are gone.");
  return anchor.area;
}

/** The range moved and sized relative to another; refused when it leaves the sheet. */
export function rangeWithin(sheet: Sheet, top: number, left: number, size: readonly [rows: number, columns: number]): HostObject<"Range"> {
  const area = { top, left, bottom: top + size[0] - 1, right: left + size[1] - 1 };
  const isOnSheet = top >= 0 && left >= 0 && size[0] > 0 && size[1] > 0 && area.bottom < rowLimit && area.right < columnLimit;
  if (!isOnSheet) throw invalidArgument("the range leaves the sheet");
  return rangeAt(sheet, area);
}

/** What an address or a defined name stands for, seen from a sheet. */
export function anchorOf(book: Book, sheet: Sheet, reference: string): Anchor {
  // Longer addresses are cut or refused (excel-add-ins-troubleshooting).
  if (reference.length > 8192) throw invalidArgument("an address has 8192 characters at most");
  const { sheet: sheetName, address } = splitReference(reference);
  const target = sheetName === undefined ? sheet : book.sheet(sheetName);
  const area = parseAddress(address);
  if (target && area) return { sheet: target, area };
  const wanted = address.toLowerCase();
  const named = book.names.filter(({ name }) => name.toLowerCase() === wanted);
  const name = named.find((one) => one.sheet === (target ?? sheet)) ?? named.find((one) => one.sheet === undefined);
  if (!name || typeof name.target === "string" || !name.target.area || name.target.sheet.isDeleted) throw invalidArgument("the address");
  return { sheet: name.target.sheet, area: name.target.area };
}

/** The ranges of a list of addresses separated by commas, all on one sheet. */
export function anchorsOfList(book: Book, sheet: Sheet, list: string): readonly Anchor[] {
  if (list.length > 8192) throw invalidArgument("an address has 8192 characters at most");
  return list.split(",").map((address) => {
    const anchor = anchorOf(book, sheet, address.trim());
    if (anchor.sheet !== sheet) throw invalidArgument("the areas are on different sheets");
    return anchor;
  });
}

/** The address with its sheet's name, as `Range.address` gives it. */
export function fullAddress(anchor: Anchor): string {
  return `${quoteSheetName(anchor.sheet.name)}!${formatAddress(cellsOf(anchor))}`;
}

/** Refuses to touch cells of a protected sheet unless all of them are unlocked. */
export function assertUnlocked(sheet: Sheet, area: Area): void {
  if (!sheet.protection) return;
  const isOpen =
    isWholeColumns(area) || isWholeRows(area) ? false : everyCell(area, (row, column) => !sheet.cells.styleAt(row, column).locked);
  if (!isOpen) throw accessDenied("the sheet is protected");
}

/** Refuses what protection forbids unless the sheet was protected with this permission. */
export function assertPermitted(sheet: Sheet, permission: string): void {
  if (sheet.protection && sheet.protection.options[permission] !== true) throw accessDenied("the sheet is protected");
}

/** Whether something holds for every cell of an area. */
export function everyCell(area: Area, holds: (row: number, column: number) => boolean): boolean {
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) if (!holds(row, column)) return false;
  }
  return true;
}
