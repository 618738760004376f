// One tab of ours as a part of the file, in the order that the standard wants (CT_Worksheet, ECMA-376 part 1 §18.3.1.99).
import { areaAddress, cellAddress, columnLetters } from "../../sheets/grid";
import {
  type FileLook,
  type FileSheet,
  type FileStyle,
  lookOf,
  openColumnStyle,
  styleForKind,
  type ValueKind,
} from "../../sheets/writing/tab-layout/cell-style";
import { quoteSheetName } from "../../sheets/writing/tab-layout/sheet-names";
import { transitional } from "../package/dialect";
import { CellXml } from "./cell-xml";
import { escapeAttribute } from "./clean-text";
import { hasDrawing } from "./drawing-parts";
import { dimension, rowsXml, usedArea } from "./sheet-data";
import { pageXml } from "./sheet-page";
import { highlightsXml, type RuleContext, validationsXml } from "./sheet-rules";
import { type Texts } from "./texts";

/** What a tab needs to know of its book. */
export interface SheetPartOptions extends RuleContext {
  readonly texts: Texts;
  readonly styleId: (style: FileLook) => number;
  /** The name that a tab has in the book, from the name that was wanted for it. */
  readonly sheetName: (wanted: string) => string;
}

const head =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  `<worksheet xmlns="${transitional.main}" xmlns:r="${transitional.relationship}">`;

/** The part as pieces of XML; the drawing over it is referred to as its first relation. */
export function* sheetPart(sheet: FileSheet, options: SheetPartOptions): Generator<string | Uint8Array<ArrayBuffer>, void, undefined> {
  const { texts, daySerial, styleId } = options;
  const location = (link: { readonly sheet: string; readonly cell: string }): string =>
    `${quoteSheetName(options.sheetName(link.sheet))}!${link.cell}`;
  const cells = new CellXml({ styleId: styleNumbers(styleId), texts, daySerial, location });
  const used = usedArea(sheet);
  yield [
    head,
    propertiesXml(sheet),
    `<dimension ref="${dimension(used)}"/>`,
    `<sheetViews>${viewXml(sheet)}</sheetViews><sheetFormatPr defaultRowHeight="15"/>`,
    columnsXml(sheet, styleId),
    "<sheetData>",
  ].join("");
  yield* rowsXml(sheet, used, cells);
  const { isProtected, filter, merges = [], page } = sheet;
  const links = cells.links.map((link) => `<hyperlink ref="${link.address}" location="${escapeAttribute(location(link))}"/>`);
  const merged = merges.map((area) => `<mergeCell ref="${areaAddress(area)}"/>`);
  yield [
    "</sheetData>",
    isProtected ? '<sheetProtection sheet="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>' : "",
    filter ? `<autoFilter ref="${areaAddress(filter)}"/>` : "",
    merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join("")}</mergeCells>` : "",
    highlightsXml(sheet, options),
    validationsXml(sheet, options),
    links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : "",
    pageXml(page),
    digitTexts(sheet, used.bottom + 1),
    hasDrawing(sheet) ? '<drawing r:id="rId1"/>' : "",
    "</worksheet>",
  ].join("");
}

function styleNumbers(styleId: (style: FileLook) => number): (style: FileStyle, kind: ValueKind) => number {
  return (style, kind) => styleId(styleForKind(lookOf(style), kind));
}

function propertiesXml({ tabColor, page }: FileSheet): string {
  const inner = (tabColor ? `<tabColor rgb="FF${tabColor}"/>` : "") + (page?.fitWidth ? '<pageSetUpPr fitToPage="1"/>' : "");
  return inner && `<sheetPr>${inner}</sheetPr>`;
}

function viewXml({ freeze }: FileSheet): string {
  const { rows, columns } = freeze ?? { rows: 0, columns: 0 };
  if (rows === 0 && columns === 0) return '<sheetView workbookViewId="0"/>';
  const splits = (columns > 0 ? ` xSplit="${columns}"` : "") + (rows > 0 ? ` ySplit="${rows}"` : "");
  const pane = rows === 0 ? "topRight" : columns === 0 ? "bottomLeft" : "bottomRight";
  const first = cellAddress(rows, columns);
  return `<sheetView workbookViewId="0"><pane${splits} topLeftCell="${first}" state="frozen" activePane="${pane}"/></sheetView>`;
}

// Without a style on the column itself, an ID typed below the prepared rows would lose its last digits.
function columnsXml({ columns }: FileSheet, styleId: (style: FileLook) => number): string {
  const open = new Map<FileStyle, number>();
  const all = columns.map(({ width, hidden, style }, index) => {
    const id = open.get(style) ?? styleId(openColumnStyle(lookOf(style)));
    open.set(style, id);
    return `<col min="${index + 1}" style="${id}" max="${index + 1}" width="${width}" customWidth="true"${hidden ? ' hidden="true"' : ""}/>`;
  });
  return all.length === 0 ? "" : `<cols>${all.join("")}</cols>`;
}

// Excel marks IDs in text columns with green corners, "number stored as text"; a page of them hides the marks that matter.
function digitTexts(sheet: FileSheet, rows: number): string {
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
