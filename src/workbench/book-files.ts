// Workbook files: one that is opened becomes the host's book; when that is saved, the sheets that nobody changed stay in the file as they came.
import { WorkbookError } from "../actions/workbook";
import { slotsOf, graftSlots } from "../xlsx/graft";
import { ZipPackage } from "../xlsx/package/zip-package";
import { readInWorker } from "../xlsx/in-browser/read-in-worker";
import { readBook } from "../xlsx/read-book";
import { readLooks } from "../xlsx/read-looks";
import { writeSheets } from "../xlsx/write-book";
import type { Grid } from "../sheets/grid";
import type { FileSheet } from "../sheets/writing/tab-layout/cell-style";
import type { Slot } from "../sheets/writing/tab-layout/layout";
import { dressBook } from "./dress-book";
import { bookOfGrids, gridOfSheet } from "./host/grids";
import type { Book } from "./host/model/book";
import type { Sheet } from "./host/model/sheet";
import { fileSheets } from "./saving/file-sheets";

/** The file that a book came from: its tabs, and its sheets as they were in the host at first. */
interface Origin {
  readonly xlsxPackage: Uint8Array;
  readonly slots: readonly Slot[];
  readonly sheets: ReadonlyMap<Sheet, { readonly slot: Slot; readonly grid: Grid }>;
}

/** Looks of larger files would take longer than they are worth. */
const dressedBytes = 5_000_000;

const origins = new WeakMap<Book, Origin>();

/**
 * The book of a file.
 * @throws WorkbookError
 */
export async function openBook(file: File): Promise<Book> {
  const { grids, xlsxPackage } = await readBook(new Uint8Array(await file.arrayBuffer()), file.name, { aside: readInWorker });
  const book = bookOfGrids(grids, file.name);
  if (xlsxPackage && xlsxPackage.length <= dressedBytes) dressBook(book, await readLooks(xlsxPackage));
  const origin = xlsxPackage && originOf(book, xlsxPackage);
  if (origin) origins.set(book, origin);
  return book;
}

function originOf(book: Book, xlsxPackage: Uint8Array): Origin | undefined {
  const slots = openSlots(xlsxPackage);
  if (!slots) return undefined;
  const sheets = book.sheets.flatMap((sheet) => {
    const slot = slots.find(({ name }) => name === sheet.name);
    return slot ? [[sheet, { slot, grid: gridOfSheet(book, sheet) }] as const] : [];
  });
  return { xlsxPackage, slots, sheets: new Map(sheets) };
}

// A file whose structure is protected takes no tabs; the book is then saved as a new file.
function openSlots(xlsxPackage: Uint8Array): readonly Slot[] | undefined {
  try {
    return slotsOf(xlsxPackage);
  } catch (error) {
    if (error instanceof WorkbookError) return undefined;
    throw error;
  }
}

/**
 * The book as an xlsx file, as it looks. Of a file that was opened, sheets in which nothing changed keep everything that this host does not know;
 * marks on them stay behind.
 * @throws WorkbookError
 */
export async function bytesOfBook(book: Book): Promise<Uint8Array> {
  const origin = origins.get(book);
  const specs = fileSheets(book);
  if (!origin) return writeSheets(specs);
  const pack = ZipPackage.open(origin.xlsxPackage);
  const slots = specs.map((spec, index) => originalSlot(book, origin, index) ?? newSlot(spec));
  const unseen = origin.slots.filter((slot) => ![...origin.sheets.values()].some((known) => known.slot === slot));
  await graftSlots(pack, [...slots, ...unseen]);
  return pack.bytes();
}

function originalSlot(book: Book, { sheets }: Origin, index: number): Slot | undefined {
  const sheet = book.sheets[index];
  const known = sheet && sheets.get(sheet);
  return known && isUnchanged(known.grid, gridOfSheet(book, sheet)) ? known.slot : undefined;
}

// The file has the book's own names already.
function newSlot({ names = [], ...spec }: FileSheet): Slot {
  const { name, tab } = spec;
  return { name, spec: { ...spec, names: names.filter(({ isOfBook }) => !isOfBook) }, ...(tab === "" ? {} : { tab }) };
}

const isUnchanged = (before: Grid, now: Grid): boolean => JSON.stringify(before) === JSON.stringify(now);
