// One tab of ours as a part of the file: hucre's frame with our cells, column styles and links put in.
import { areaAddress, columnLetters } from "../../sheets/grid";
import {
  type FileLook,
  type FileStyle,
  lookOf,
  openColumnStyle,
  styleForKind,
  type ValueKind,
} from "../../sheets/writing/tab-layout/cell-style";
import { CellXml } from "./cell-xml";
import { escapeAttribute } from "./clean-text";
import { type DaySerial } from "./day-serial";
import { dimension, rowCount, rowsXml, type SheetRows } from "./sheet-data";
import { quoteSheetName } from "../../sheets/writing/tab-layout/sheet-names";
import { type Texts } from "./texts";

/** What a tab needs to know of its book. */
export interface SheetPartOptions {
  /** hucre's frame of the tab. */
  readonly frame: string;
  readonly texts: Texts;
  readonly daySerial: DaySerial;
  readonly styleId: (style: FileLook) => number;
  /** The numbers that the book gave to hucre's looks of conditional formats. */
  readonly highlightIds: readonly number[];
  /** The name that a tab has in the book, from the name that was wanted for it. */
  readonly sheetName: (wanted: string) => string;
}

/** The part as pieces of XML. */
export function* sheetPart(sheet: SheetRows, options: SheetPartOptions): Generator<string, void, undefined> {
  const { texts, daySerial } = options;
  const [head = "", tail = ""] = options.frame.split("<sheetData/>");
  const location = (link: { readonly sheet: string; readonly cell: string }): string =>
    `${quoteSheetName(options.sheetName(link.sheet))}!${link.cell}`;
  const cells = new CellXml({ styleId: styleNumbers(options.styleId), texts, daySerial, location });
  yield `${withColumnStyles(withDimension(head, sheet), sheet, options.styleId)}<sheetData>`;
  yield* rowsXml(sheet, cells);
  yield "</sheetData>";
  const links = cells.links.map((link) => `<hyperlink ref="${link.address}" location="${escapeAttribute(location(link))}"/>`);
  const parts = insertBefore(tail, /<(?:printOptions|pageMargins)\b/, links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : "");
  const complete = insertBefore(parts, /<drawing\b|<\/worksheet>/, digitTexts(sheet));
  yield complete.replace(
    /(<cfRule [^>]*\bdxfId=")(\d+)/g,
    (_, start: string, id: string) => `${start}${options.highlightIds[Number(id)] ?? 0}`,
  );
}

function styleNumbers(styleId: (style: FileLook) => number): (style: FileStyle, kind: ValueKind) => number {
  return (style, kind) => styleId(styleForKind(lookOf(style), kind));
}

function insertBefore(xml: string, place: RegExp, inserted: string): string {
  const at = xml.search(place);
  return at < 0 || inserted === "" ? xml : xml.slice(0, at) + inserted + xml.slice(at);
}

function withDimension(head: string, sheet: SheetRows): string {
  const note = `<dimension ref="${dimension(sheet)}"/>`;
  return head.includes("<dimension ") ? head.replace(/<dimension [^>]*>/, note) : head.replace("<sheetViews>", `${note}<sheetViews>`);
}

// Without a style on the column itself, an ID typed below the prepared rows would lose its last digits.
function withColumnStyles(head: string, sheet: SheetRows, styleId: (style: FileLook) => number): string {
  const open = new Map<FileStyle, number>();
  return head.replace(/<col min="(\d+)"/g, (start, position: string) => {
    const name = sheet.columns[Number(position) - 1]?.style;
    if (name === undefined) return start;
    const id = open.get(name) ?? styleId(openColumnStyle(lookOf(name)));
    open.set(name, id);
    return `${start} style="${id}"`;
  });
}

// Excel marks IDs in text columns with green corners, "number stored as text"; a page of them hides the marks that matter.
function digitTexts(sheet: SheetRows): string {
  const rows = rowCount(sheet);
  const areas = sheet.columns.flatMap(({ style }, column) => (lookOf(style).format === "@" ? [column] : []));
  if (rows === 0 || areas.length === 0) return "";
  const ranges: { left: number; right: number }[] = [];
  for (const column of areas) {
    const last = ranges.at(-1);
    if (last && last.right === column - 1) last.right = column;
    else ranges.push({ left: column, right: column });
  }
  const refs = ranges.map(({ left, right }) =>
    rows === 1 && left === right ? `${columnLetters(left)}1` : areaAddress({ top: 0, left, bottom: rows - 1, right }),
  );
  return `<ignoredErrors><ignoredError sqref="${refs.join(" ")}" numberStoredAsText="1"/></ignoredErrors>`;
}
