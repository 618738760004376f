// Workbooks put together from hand-written XML, for what no library would write: faults, odd prefixes, lying sizes.
import { strToU8, zipSync } from "fflate";

const types = "http://schemas.openxmlformats.org/package/2006";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What a raw workbook consists of; parts given here replace the usual ones. */
export interface RawBook {
  readonly sheets?: readonly { readonly name?: string; readonly xml: string; readonly attributes?: string }[];
  readonly names?: string;
  readonly properties?: string;
  readonly styles?: string;
  readonly strings?: string;
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** A sheet part with these rows. */
export function sheetXml(rows: string, before = "", after = ""): string {
  return `<?xml version="1.0"?><worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** The bytes of a workbook. */
export function rawBook(book: RawBook): Uint8Array {
  const sheets = book.sheets ?? [{ xml: sheetXml("") }];
  const entries = sheets.map(
    ({ name, attributes }, at) => `<sheet name="${name ?? `表${at + 1}`}" sheetId="${at + 1}" ${attributes ?? ""} r:id="rId${at + 1}"/>`,
  );
  const links = sheets.map((_, at) => relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`));
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": relationships([relation("rId1", "officeDocument", "xl/workbook.xml")]),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}">${book.properties ?? ""}<sheets>${entries.join("")}</sheets>${book.names ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([
      ...(book.strings === undefined ? [] : [relation("rIdT", "sharedStrings", "sharedStrings.xml")]),
      ...links,
      ...(book.styles === undefined ? [] : [relation("rIdS", "styles", "styles.xml")]),
    ]),
    ...Object.fromEntries(sheets.map(({ xml }, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
    ...(book.styles === undefined ? {} : { "xl/styles.xml": book.styles }),
    ...(book.strings === undefined ? {} : { "xl/sharedStrings.xml": book.strings }),
    ...book.parts,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, typeof part === "string" ? strToU8(part) : part])));
}

function contentTypes(sheetCount: number): string {
  const part = (path: string, kind: string): string =>
    `<Override PartName="/xl/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const sheets = Array.from({ length: sheetCount }, (_, at) => part(`worksheets/sheet${at + 1}.xml`, "worksheet"));
  return `<Types xmlns="${types}/content-types"><Default Extension="xml" ContentType="application/xml"/>${part("workbook.xml", "sheet.main")}${sheets.join("")}</Types>`;
}

/** One relation. */
export function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
}

/** A part of relations. */
export function relationships(relations: readonly string[]): string {
  return `<Relationships xmlns="${types}/relationships">${relations.join("")}</Relationships>`;
}

/** Changes every place in the bytes where a little-endian number stands, as a liar would do with declared sizes. */
export function withNumber(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at++) if (view.getUint32(at, true) === from) view.setUint32(at, to, true);
  return copy;
}
