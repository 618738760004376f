// Walks once through a sheet's XML for what the value stream does not tell: merges, hidden rows and columns, faults, where the content ends.
import { WorkbookError } from "../../actions/workbook";
import { columnIndex, type Area, subtotalFormula } from "../../sheets/grid";
import type { StyleMarks } from "./read-styles";
import { markRow, markPatterns, type CellMark, type MarkPatterns } from "./mark-cells";
import { xmlAttribute, xmlFlag, xmlTags } from "./xml-tags";

/** What a sheet's XML says besides values. Rows and columns are counted from 0. */
export interface SheetScan {
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  /** First and last column of each hidden run; the last may be the sheet's last column. */
  readonly hiddenColumns: readonly (readonly [number, number])[];
  readonly marks: ReadonlyMap<number, readonly CellMark[]>;
  readonly struckOut: number;
  /** Rows with a SUBTOTAL or AGGREGATE formula. */
  readonly subtotals: readonly number[];
  /** How many row elements there are down to the last that holds anything; 0 for a blank sheet. */
  readonly rowElements: number;
  /** How many blank ones there are below. */
  readonly blankElements: number;
}

// A row of 300 columns with the longest texts that Excel allows is about 10 MB; nothing real is longer.
const rowLimit = 24 << 20;

/** Scans the pieces of a sheet part. */
export function scanSheet(pieces: Iterable<Uint8Array>, name: string, styles: StyleMarks): SheetScan {
  const scan = new RowScan(name, styles);
  const decoder = new TextDecoder();
  for (const piece of pieces) scan.take(decoder.decode(piece, { stream: true }));
  return scan.finish(decoder.decode());
}

class RowScan {
  private waiting = "";
  private before: string | undefined;
  private after: string[] | undefined;
  private patterns: MarkPatterns | undefined;
  private rowStart = /<row[\s/>]/g;
  private row = -1;
  private elements = 0;
  private rowElements = 0;
  private struckOut = 0;
  private readonly subtotals: number[] = [];
  private readonly hiddenRows: number[] = [];
  private readonly marks = new Map<number, readonly CellMark[]>();

  constructor(
    private readonly name: string,
    private readonly styles: StyleMarks,
  ) {}

  take(text: string): void {
    if (this.after) {
      this.after.push(text);
      return;
    }
    this.waiting += text;
    if (this.before === undefined && !this.begin()) return;
    const end = this.patterns ? this.waiting.indexOf(this.patterns.sheetDataEnd) : -1;
    if (end >= 0) {
      this.rows(this.waiting.slice(0, end));
      this.after = [this.waiting.slice(end)];
      this.waiting = "";
      return;
    }
    const last = this.waiting.lastIndexOf(this.patterns?.row ?? "<row");
    if (last > 0) {
      this.rows(this.waiting.slice(0, last));
      this.waiting = this.waiting.slice(last);
    }
    this.checkRow(this.waiting.length);
  }

  // The text before the rows holds the column widths and tells the prefix that all tags carry.
  private begin(): boolean {
    const start = /<((?:[\w.-]+:)?)sheetData(?:\s[^<>]*?)?\s*(\/?)>/.exec(this.waiting);
    if (!start) {
      if (this.waiting.length > rowLimit) throw new WorkbookError("not-readable", "", { why: "damaged-sheet", sheet: this.name });
      return false;
    }
    this.before = this.waiting.slice(0, start.index);
    this.patterns = markPatterns(start[1] ?? "", this.styles);
    this.rowStart = new RegExp(`<${start[1] ?? ""}row(?=[\\s/>])([^<>]*)>`, "g");
    this.waiting = this.waiting.slice(start.index + (start[2] === "/" ? 0 : start[0].length));
    if (start[2] === "/") this.waiting = this.waiting.replace(start[0], this.patterns.sheetDataEnd);
    return true;
  }

  private rows(text: string): void {
    const patterns = this.patterns;
    if (!patterns) return;
    const filled = patterns.content.test(text);
    const marked = patterns.anyMark.test(text);
    const hasSubtotals = subtotalFormula.test(text);
    const starts = this.rowStart;
    starts.lastIndex = 0;
    let match = starts.exec(text);
    while (match) {
      const attributes = match[1] ?? "";
      const from = starts.lastIndex;
      const next = starts.exec(text);
      this.checkRow((next?.index ?? text.length) - from);
      this.elements++;
      this.row = rowNumber(attributes) ?? this.row + 1;
      if (attributes.includes("hidden") && xmlFlag(attributes, "hidden")) this.hiddenRows.push(this.row);
      if (hasSubtotals && subtotalFormula.test(text.slice(from, next?.index ?? text.length))) this.subtotals.push(this.row);
      if (filled || marked) this.cells(text.slice(from, next?.index ?? text.length), marked, patterns);
      match = next;
    }
  }

  private checkRow(length: number): void {
    if (length > rowLimit) throw new WorkbookError("too-large", "", { why: "long-row", sheet: this.name, count: length });
  }

  private cells(text: string, marked: boolean, patterns: MarkPatterns): void {
    if (patterns.content.test(text)) this.rowElements = this.elements;
    if (!marked || !patterns.anyMark.test(text)) return;
    const { marks, struckOut } = markRow(text, patterns);
    this.struckOut += struckOut;
    if (marks.length > 0) this.marks.set(this.row, marks);
  }

  finish(text: string): SheetScan {
    this.take(text);
    if (!this.after) throw new WorkbookError("not-readable", "", { why: "cut-off" });
    const after = this.after.join("");
    return {
      merges: [...xmlTags(after, "mergeCell")].flatMap(({ attributes }) => areaOf(xmlAttribute(attributes, "ref") ?? "")),
      hiddenRows: this.hiddenRows,
      hiddenColumns: [...xmlTags(this.before ?? "", "col")]
        .filter(({ attributes }) => xmlFlag(attributes, "hidden"))
        .map(({ attributes }) => columnRun(attributes)),
      marks: this.marks,
      struckOut: this.struckOut,
      subtotals: this.subtotals,
      rowElements: this.rowElements,
      blankElements: this.elements - this.rowElements,
    };
  }
}

function rowNumber(attributes: string): number | undefined {
  const number = /(?:^|\s)r\s*=\s*["'](\d{1,7})["']/.exec(attributes)?.[1];
  return number === undefined ? undefined : Number(number) - 1;
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
