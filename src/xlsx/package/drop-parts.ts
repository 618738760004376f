// Takes the parts of tabs that are replaced or removed out of a package.
import { type ContentTypes } from "./content-types";
import { type Slot } from "../../sheets/writing/tab-layout/layout";
import { reachableParts } from "./part-relations";
import { type WorkbookPart } from "./workbook-part";
import { type ZipPackage } from "./zip-package";

/** Takes out the parts of tabs that go; drawings, charts and comments go along unless another part needs them too. */
export function dropOldParts(pack: ZipPackage, book: WorkbookPart, types: ContentTypes, slots: readonly Slot[]): void {
  const kept = new Set(slots.map((slot) => slot.kept));
  const gone = book.sheets.filter((_, index) => !kept.has(index));
  if (gone.length === 0) return;
  const goneParts = new Set(gone.map((sheet) => sheet.part));
  const needed = reachableParts(pack, [""], (part, { target }) => part === book.path && goneParts.has(target));
  const old = [...reachableParts(pack, [...goneParts])].filter((part) => !needed.has(part));
  const sheetIds = gone.map((sheet) => sheet.sheetId);
  for (const part of [...old, ...brokenCalcChain(pack, book, sheetIds)]) {
    types.remove(part);
    book.dropPart(pack, part);
  }
}

// Excel's order of calculation names formulas by tab; when it names cells of a tab that goes, Excel would report a damaged file.
// It is made anew on opening.
function brokenCalcChain(pack: ZipPackage, book: WorkbookPart, sheetIds: readonly number[]): readonly string[] {
  const name = book.related("calcChain", pack);
  const part = name === undefined ? undefined : pack.find(name);
  if (part === undefined) return [];
  const xml = pack.text(part);
  return sheetIds.some((id) => xml.includes(` i="${id}"`)) ? [part] : [];
}
