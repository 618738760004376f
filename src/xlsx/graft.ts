// Puts tabs of ours into a user's workbook file: every part of theirs stays as it is, but for the lists of tabs, parts and styles.
import { type SheetSpec } from "../sheets/writing/spec";
import { type FileSheet } from "../sheets/writing/tab-layout/cell-style";
import { ContentTypes } from "./package/content-types";
import { daySerials } from "./tabs/day-serial";
import { inDialect } from "./package/dialect";
import { dropOldParts } from "./package/drop-parts";
import { type Slot, placeTabs, removeTabs } from "../sheets/writing/tab-layout/layout";
import { lintSheets } from "../sheets/writing/tab-layout/lint";
import { type PlacedTab } from "./package/placed-tabs";
import { addSheetParts } from "./package/sheet-parts";
import { drawingParts } from "./tabs/drawing-parts";
import { isSameSheetName } from "../sheets/writing/tab-layout/sheet-names";
import { StyleTable } from "./package/style-table";
import { tabNames } from "./package/tab-names";
import { listTabOf } from "../sheets/writing/tab-layout/list-tabs";
import { inlineTexts } from "./tabs/texts";
import { WorkbookPart } from "./package/workbook-part";
import { ZipPackage } from "./package/zip-package";

const stylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/** A user's file with our tabs in it, and the names that the tabs got, in the order given. */
export interface Grafted {
  readonly bytes: Uint8Array;
  readonly names: readonly string[];
}

/**
 * The file with tabs of ours removed, then others put in: each replaces the tab with its id where it stands, or is added at the end.
 * @throws WorkbookError `protected` when the workbook's structure is locked
 * @throws RangeError when Excel would refuse or repair the file
 */
export async function graft(original: Uint8Array, tabs: readonly SheetSpec[], removed: readonly string[]): Promise<Grafted> {
  lintSheets(tabs);
  const pack = ZipPackage.open(original);
  const { slots, names } = placeTabs(removeTabs(new WorkbookPart(pack).slots(), removed), tabs);
  await graftSlots(pack, slots);
  return { bytes: await pack.bytes(), names };
}

/** The tabs of a file as they stand, and whether more may be put in (see `WorkbookPart.assertOpen`). */
export function slotsOf(original: Uint8Array): readonly Slot[] {
  const book = new WorkbookPart(ZipPackage.open(original));
  book.assertOpen();
  return book.slots();
}

/** Brings a package into this layout of tabs. */
export async function graftSlots(pack: ZipPackage, slots: readonly Slot[]): Promise<void> {
  const fresh = slots.flatMap(({ spec, name }) => (spec ? [{ spec, name }] : []));
  const book = new WorkbookPart(pack);
  book.assertOpen();
  const types = new ContentTypes(pack);
  dropOldParts(pack, book, types, slots);
  const parts = await writeTabs({ pack, book, types, fresh, sheetName: sheetNames(slots) });
  book.arrange(slots.map((slot) => placedTab(slot, book, parts)));
  book.save(pack);
  types.save(pack);
}

/** Finds the name of the tab with a tab's long lists. */
export function listSheets(tabs: readonly { readonly spec: FileSheet; readonly name: string }[]): (tab: string) => string {
  const names = new Map(tabs.map(({ spec, name }) => [spec.tab, name]));
  return (tab) => names.get(listTabOf(tab)) ?? "";
}

/** Finds the name of a tab that a link names as its spec wants it; the user's own tab of that name comes first, as findings point to source rows. */
export function sheetNames(slots: readonly Slot[]): (wanted: string) => string {
  const given = new Map(slots.flatMap(({ spec, name }) => (spec ? [[spec.name, name] as const] : [])));
  return (wanted) => {
    const foreign = slots.some(({ spec, name }) => !spec && isSameSheetName(name, wanted));
    return foreign ? wanted : (given.get(wanted) ?? wanted);
  };
}

function placedTab({ kept, tab, spec, name }: Slot, book: WorkbookPart, parts: ReadonlyMap<FileSheet, string>): PlacedTab {
  const part = spec ? parts.get(spec) : undefined;
  if (!spec || part === undefined) return kept === undefined ? {} : { kept };
  const state = spec.visibility ? { state: spec.visibility } : {};
  const replaced = tab === undefined ? undefined : book.sheets.find((sheet) => sheet.tab === tab);
  return { sheet: { name, part, names: tabNames(spec, name, tab), ...state }, ...(replaced ? { sheetId: replaced.sheetId } : {}) };
}

// What waits to be packed lies in memory unpacked: of 100,000 lines almost 80 MB.
const longTab = 50_000;

async function writeTabs(options: {
  readonly pack: ZipPackage;
  readonly book: WorkbookPart;
  readonly types: ContentTypes;
  readonly fresh: readonly { readonly spec: FileSheet; readonly name: string }[];
  readonly sheetName: (wanted: string) => string;
}): Promise<ReadonlyMap<FileSheet, string>> {
  const { pack, book, types, fresh, sheetName } = options;
  if (fresh.length === 0) return new Map();
  const stylesPart = book.related("styles", pack);
  const known = stylesPart === undefined ? undefined : pack.find(stylesPart);
  const styles = new StyleTable(known === undefined ? undefined : pack.text(known), book.dialect.main);
  const daySerial = daySerials(book.date1904);
  const drawn = await drawingParts(fresh);
  const sheetOptions = {
    texts: inlineTexts,
    daySerial,
    sheetName,
    listSheet: listSheets(fresh),
    styleId: styles.cell.bind(styles),
    highlightId: styles.highlight.bind(styles),
  };
  const parts = new Map<FileSheet, string>();
  for (const { spec } of fresh) {
    parts.set(spec, addSheetParts({ pack, types, dialect: book.dialect, spec, drawn: drawn.get(spec), sheetOptions }));
    if (spec.rows.length > longTab) await pack.settled();
  }
  saveStyles({ pack, book, types, name: known, text: inDialect(styles.text(), book.dialect) });
  return parts;
}

function saveStyles(options: {
  readonly pack: ZipPackage;
  readonly book: WorkbookPart;
  readonly types: ContentTypes;
  readonly name: string | undefined;
  readonly text: string;
}): void {
  const { pack, book, types, text } = options;
  const name = options.name ?? `${book.path.slice(0, book.path.lastIndexOf("/") + 1)}styles.xml`;
  pack.put(name, [text]);
  if (options.name !== undefined) return;
  types.set(name, stylesType);
  if (book.related("styles", pack) === undefined) book.relate("styles", name);
}
