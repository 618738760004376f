// Reads a sheet's XML in one pass over its bytes: the cells, and what else the reading code wants to know of the sheet.
import { WorkbookError } from "../../actions/workbook";
import { dayFromIso } from "../../domain/values/day";
import { cellText, columnIndex, type Area, type CellValue, subtotalFormula } from "../../sheets/grid";
import { numberAt } from "./cell-number";
import { dayCells, faultCell } from "./cells";
import { bookLimits } from "./limits";
import type { StyleMarks } from "./read-styles";
import { scanPieces, type PieceScanner } from "./scan-pieces";
import {
  elementText,
  equals,
  greaterThan,
  isNamed,
  lessThan,
  nextAttribute,
  nextTag,
  quote,
  richText,
  slash,
  tagEnd,
  textAt,
  type AttributeAt,
  type TagAt,
  type TextFound,
} from "./xml-bytes";
import { xmlAttribute, xmlFlag } from "./xml-tags";

/** What a sheet holds. Rows and columns are counted from 0. */
export interface SheetScan {
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  /** First and last column of each hidden run; the last may be the sheet's last column. */
  readonly hiddenColumns: readonly (readonly [number, number])[];
  readonly struckOut: number;
  /** Rows with a SUBTOTAL or AGGREGATE formula. */
  readonly subtotals: readonly number[];
}

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly texts: readonly string[];
  readonly styles: StyleMarks;
  readonly date1904: boolean;
  /** How many cells a sheet may hold. */
  readonly cellLimit: number;
}

/**
 * Scans the pieces of a sheet part.
 * @throws WorkbookError `not-readable` when the rows do not come to an end, `too-large`
 */
export async function scanSheet(pieces: AsyncIterable<Uint8Array>, name: string, context: CellContext): Promise<SheetScan> {
  const scan = new SheetScanner(name, context);
  await scanPieces(pieces, scan, name);
  return scan.result();
}

// The types of cells (`t`, ECMA-376-1, 18.18.11), told by their bytes.
type CellType = "number" | "shared" | "text" | "inline" | "boolean" | "error" | "day";

const types: Readonly<Record<string, CellType>> = { s: "shared", str: "text", inlineStr: "inline", b: "boolean", e: "error", d: "day" };

const noCells: readonly CellValue[] = [];

// How many rows of nothing nobody leaves inside a table.
const farBelow = 10_000;

class SheetScanner implements PieceScanner {
  private phase: "before" | "rows" | "after" = "before";
  private readonly rows: (readonly CellValue[])[] = [];
  private readonly merges: Area[] = [];
  private readonly hiddenRows: number[] = [];
  private readonly hiddenColumns: (readonly [number, number])[] = [];
  private readonly subtotals: number[] = [];
  private struckOut = 0;
  private cellCount = 0;

  private row = -1;
  private column = -1;
  // The cells of the row that is being read: the first `width` of a list that all rows use.
  private readonly cells: CellValue[] = [];
  private width = 0;

  private readonly tag: TagAt = { from: 0, nameFrom: 0, nameTo: 0, closes: false };
  private readonly child: TagAt = { from: 0, nameFrom: 0, nameTo: 0, closes: false };
  private readonly attribute: AttributeAt = { nameFrom: 0, nameTo: 0, from: 0, to: 0 };
  private readonly found: TextFound = { text: "", next: 0 };
  private readonly days: (serial: number) => CellValue;

  constructor(
    private readonly name: string,
    private readonly context: CellContext,
  ) {
    this.days = dayCells(context.date1904);
  }

  take(bytes: Uint8Array): number {
    let at = 0;
    while (at >= 0) {
      if (this.phase === "rows") at = this.plainCells(bytes, at);
      const to = nextTag(bytes, at, this.tag);
      if (to < 0) break;
      at = this.phase === "rows" ? this.inRows(bytes, to) : this.beside(bytes, to);
    }
    return this.tag.from;
  }

  private inRows(bytes: Uint8Array, to: number): number {
    const { tag } = this;
    const length = tag.nameTo - tag.nameFrom;
    if (!tag.closes && length === 1 && bytes[tag.nameFrom] === 0x63) return this.cell(bytes, to);
    if (!tag.closes && length === 3 && isNamed(bytes, tag, "row")) return this.startRow(bytes, to);
    const close = tagEnd(bytes, to);
    if (close >= 0 && tag.closes && isNamed(bytes, tag, "sheetData")) {
      this.endRow();
      this.phase = "after";
    }
    return close < 0 ? -1 : close + 1;
  }

  // Columns stand in front of the rows, merged cells behind them.
  private beside(bytes: Uint8Array, to: number): number {
    const { tag } = this;
    const close = tagEnd(bytes, to);
    if (close < 0) return -1;
    if (tag.closes) return close + 1;
    const attributes = (): string => new TextDecoder().decode(bytes.subarray(tag.nameTo, close));
    if (this.phase === "after") {
      if (isNamed(bytes, tag, "mergeCell")) this.merges.push(...areaOf(xmlAttribute(attributes(), "ref") ?? ""));
    } else if (isNamed(bytes, tag, "sheetData")) this.phase = bytes[close - 1] === slash ? "after" : "rows";
    else if (isNamed(bytes, tag, "col")) {
      const column = attributes();
      if (xmlFlag(column, "hidden")) this.hiddenColumns.push(columnRun(column));
    }
    return close + 1;
  }

  private startRow(bytes: Uint8Array, to: number): number {
    const close = tagEnd(bytes, to);
    if (close < 0) return -1;
    this.endRow();
    const { attribute } = this;
    let hidden = false;
    this.row++;
    this.column = -1;
    for (let at = nextAttribute(bytes, to, attribute); attribute.nameFrom >= 0 && at >= 0; at = nextAttribute(bytes, at, attribute)) {
      const length = attribute.nameTo - attribute.nameFrom;
      const first = bytes[attribute.nameFrom];
      if (length === 1 && first === 0x72) {
        const number = numberAt(bytes, attribute.from, attribute.to);
        if (number >= 1 && number <= 9_999_999) this.row = number - 1;
      } else if (length === 6 && first === 0x68) hidden = bytes[attribute.from] === 0x31 || bytes[attribute.from] === 0x74;
    }
    if (hidden) this.hiddenRows.push(this.row);
    return close + 1;
  }

  private endRow(): void {
    if (this.width === 0) return;
    const { rows, row } = this;
    const { cellLimit } = this.context;
    this.cellCount += this.width;
    if (this.cellCount > cellLimit) throw new WorkbookError("too-large", "", { why: "cells", count: cellLimit });
    // Blanks typed far below everything else are no content.
    if (row > rows.length + farBelow && this.cells.slice(0, this.width).every((cell) => cellText(cell ?? null) === "")) {
      this.width = 0;
      return;
    }
    while (rows.length <= row) rows.push(noCells);
    const cells = this.cells.slice(0, this.width);
    // A row that comes twice keeps what either says.
    const before = rows[row] ?? noCells;
    for (let column = 0; column < before.length; column++) cells[column] ??= before[column] ?? null;
    rows[row] = cells;
    this.width = 0;
  }

  private put(column: number, value: CellValue): void {
    if (value === null || value === "") return;
    if (column >= bookLimits.columns || this.row >= bookLimits.rows) {
      // Blanks typed far below or far to the right are no content; anything else there is.
      if (cellText(value) === "") return;
      const why = this.row >= bookLimits.rows ? "rows" : "columns";
      throw new WorkbookError("too-large", "", { why, sheet: this.name, count: bookLimits[why] });
    }
    for (; this.width < column; this.width++) this.cells[this.width] = null;
    this.cells[column] = value;
    if (column === this.width) this.width++;
  }

  /**
   * Reads the cells from `at` on for as long as they are written as nearly all programs write nearly all cells, `<c r="AB12" s="3" t="s"><v>7</v></c>`:
   * a number, or the number of a text. Gives the place of the first that is written otherwise, or is not there whole.
   */
  private plainCells(bytes: Uint8Array, start: number): number {
    const { texts, styles } = this.context;
    let cell = start;
    for (;;) {
      if (bytes[cell] !== lessThan || bytes[cell + 1] !== 0x63) return cell;
      let at = cell + 2;
      let column = this.column + 1;
      let style = 0;
      let isText = false;
      while (bytes[at] === 0x20 && bytes[at + 2] === equals && bytes[at + 3] === quote) {
        const name = bytes[at + 1];
        at += 4;
        if (name === 0x72) {
          let letters = 0;
          for (let byte = bytes[at] as number; byte >= 0x41 && byte <= 0x5a; byte = bytes[++at] as number)
            letters = letters * 26 + byte - 0x40;
          if (letters > bookLimits.columns) return cell;
          if (letters > 0) column = letters - 1;
          while ((bytes[at] as number) >= 0x30 && (bytes[at] as number) <= 0x39) at++;
        } else if (name === 0x73) {
          for (let byte = bytes[at] as number; byte >= 0x30 && byte <= 0x39; byte = bytes[++at] as number) style = style * 10 + byte - 0x30;
        } else if (name === 0x74 && bytes[at] === 0x73) {
          isText = true;
          at++;
        } else return cell;
        if (bytes[at] !== quote) return cell;
        at++;
      }
      if (bytes[at] === slash && bytes[at + 1] === greaterThan) {
        this.column = column;
        cell = at + 2;
        continue;
      }
      if (bytes[at] !== greaterThan || bytes[at + 1] !== lessThan || bytes[at + 2] !== 0x76 || bytes[at + 3] !== greaterThan) return cell;
      const from = at + 4;
      at = from;
      let number = 0;
      for (let byte = bytes[at] as number; byte >= 0x30 && byte <= 0x39; byte = bytes[++at] as number) number = number * 10 + byte - 0x30;
      // Up to 15 digits are exact as they are; anything else is looked at again.
      const isWhole = bytes[at] === lessThan && at - from <= 15;
      while ((bytes[at] as number) > 0x20 && bytes[at] !== lessThan) at++;
      // `</v></c>`
      if (at === from || bytes[at] !== lessThan || bytes[at + 1] !== slash || bytes[at + 4] !== lessThan || bytes[at + 5] !== slash)
        return cell;
      if (bytes[at + 2] !== 0x76 || bytes[at + 6] !== 0x63 || bytes[at + 7] !== greaterThan) return cell;
      if (!isWhole) number = numberAt(bytes, from, at);
      const value = isText ? texts[number] : styles.isDay[style] ? this.days(number) : number;
      if (value === undefined || Number.isNaN(number)) return cell;
      if (styles.isStruckOut[style]) this.struckOut++;
      this.put(column, value);
      this.column = column;
      cell = at + 8;
    }
  }

  private cell(bytes: Uint8Array, to: number): number {
    const { attribute } = this;
    let column = this.column + 1;
    let style = 0;
    let type: CellType = "number";
    let at = nextAttribute(bytes, to, attribute);
    for (; at >= 0 && attribute.nameFrom >= 0; at = nextAttribute(bytes, at, attribute)) {
      if (attribute.nameTo - attribute.nameFrom !== 1) continue;
      const name = bytes[attribute.nameFrom];
      if (name === 0x72) column = columnAt(bytes, attribute.from, attribute.to) ?? column;
      else if (name === 0x73) style = numberAt(bytes, attribute.from, attribute.to);
      else if (name === 0x74) type = this.typeAt(bytes);
    }
    if (at < 0) return -1;
    if (bytes[at - 1] !== slash) {
      at = this.content(bytes, at + 1, column, style, type);
      if (at < 0) return -1;
    } else at++;
    this.column = column;
    return at;
  }

  private typeAt(bytes: Uint8Array): CellType {
    const { from, to } = this.attribute;
    if (to - from === 1 && bytes[from] === 0x73) return "shared";
    return types[textAt(bytes, from, to)] ?? "number";
  }

  // The value lies between `from` and `to`, or in `text` where it is more than plain bytes.
  private content(bytes: Uint8Array, start: number, column: number, style: number, type: CellType): number {
    const { child, found } = this;
    let from = -1;
    let to = -1;
    let text: string | undefined;
    let formula: string | undefined;
    for (let at = start; ;) {
      const nameEnd = nextTag(bytes, at, child);
      if (nameEnd < 0) return -1;
      const close = bytes[nameEnd] === greaterThan ? nameEnd : tagEnd(bytes, nameEnd);
      if (close < 0) return -1;
      at = close + 1;
      const length = child.nameTo - child.nameFrom;
      const first = bytes[child.nameFrom];
      if (child.closes) {
        if (length === 1 && first === 0x63) {
          if (formula !== undefined && subtotalFormula.test(formula) && this.subtotals.at(-1) !== this.row) this.subtotals.push(this.row);
          if ((text ?? "") !== "" || to > from) {
            if (this.context.styles.isStruckOut[style]) this.struckOut++;
          }
          this.put(column, this.valueOf(bytes, from, to, text, formula, style, type));
          return at;
        }
      } else if (length === 1 && first === 0x76) {
        from = to = at;
        if (bytes[close - 1] === slash) continue;
        const end = bytes.indexOf(0x3c, at);
        if (end < 0) return -1;
        if (bytes[end + 1] === slash) to = at = end;
        else if (elementText(bytes, at, found)) {
          text = found.text;
          at = found.next;
        } else return -1;
      } else if (length === 1 && first === 0x66) {
        formula = "";
        if (bytes[close - 1] === slash) continue;
        if (!elementText(bytes, at, found)) return -1;
        formula = found.text;
        at = found.next;
      } else if (length === 2 && isNamed(bytes, child, "is") && bytes[close - 1] !== slash) {
        if (!richText(bytes, at, "is", found)) return -1;
        text = found.text;
        at = found.next;
      }
    }
  }

  private valueOf(
    bytes: Uint8Array,
    from: number,
    to: number,
    mixed: string | undefined,
    formula: string | undefined,
    style: number,
    type: CellType,
  ): CellValue {
    const isBlank = mixed === undefined ? isBlankAt(bytes, from, to) : mixed.trim() === "";
    if (type === "error") return faultCell("error", (mixed ?? textAt(bytes, Math.max(from, 0), Math.max(to, 0))).trim() || "#VALUE!");
    // A formula that gave empty text is written with t="str" and an empty value; without a type it was never calculated.
    if (isBlank && formula !== undefined && !(type === "text" && from >= 0)) return faultCell("uncalculated", `=${formula}`);
    if (type === "text" || type === "inline") return mixed ?? (to > from ? textAt(bytes, from, to) : null);
    if (isBlank) return null;
    if (type === "shared") {
      const index = mixed === undefined ? numberAt(bytes, from, to) : Number(mixed);
      // The text is not in the file any more.
      return this.context.texts[index] ?? faultCell("error", "#REF!");
    }
    if (type === "number") {
      const number = mixed === undefined ? numberAt(bytes, from, to) : Number(mixed);
      if (Number.isNaN(number)) return mixed ?? textAt(bytes, from, to);
      return this.context.styles.isDay[style] ? this.days(number) : number;
    }
    const text = mixed ?? textAt(bytes, from, to);
    if (type === "boolean") return text.trim() === "1" || text.trim().toLowerCase() === "true";
    const day = dayFromIso(text.slice(0, 10));
    return day ? { day } : text;
  }

  result(): SheetScan {
    if (this.phase === "before") throw new WorkbookError("not-readable", "", { why: "damaged-sheet", sheet: this.name });
    if (this.phase === "rows") throw new WorkbookError("not-readable", "", { why: "cut-off" });
    const { rows, merges, hiddenRows, hiddenColumns, struckOut, subtotals } = this;
    return { rows, merges, hiddenRows, hiddenColumns, struckOut, subtotals };
  }
}

function isBlankAt(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = Math.max(from, 0); at < to; at++) if ((bytes[at] as number) > 0x20) return false;
  return true;
}

// The column of an address such as `AB12`, counted from 0.
function columnAt(bytes: Uint8Array, from: number, to: number): number | undefined {
  let column = 0;
  for (let at = from; at < to && at < from + 3; at++) {
    const letter = (bytes[at] as number) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  return column === 0 ? undefined : column - 1;
}

function columnRun(attributes: string): readonly [number, number] {
  return [Number(xmlAttribute(attributes, "min") ?? 0) - 1, Number(xmlAttribute(attributes, "max") ?? 0) - 1];
}

function areaOf(ref: string): Area[] {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref);
  if (!match) return [];
  const [, left = "", top = "", right = "", bottom = ""] = match;
  return [{ top: Number(top) - 1, left: columnIndex(left), bottom: Number(bottom) - 1, right: columnIndex(right) }];
}
