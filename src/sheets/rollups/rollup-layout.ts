// SheetStack: blocks of text and tables one below the other on one sheet, with what each needs in styles, merged cells and row heights.
import { type Area, cellAddress } from "../grid";
import { type NoteFigure, type StackCell, untraced } from "./figures";
import { signatureLine } from "../writing/signature";
import type { CellOut, SheetSpec, StyledArea } from "../writing/spec";
import type { StyleName } from "../writing/styles";

/** A piece of a row: what stands in it, how it looks, and how many columns of the sheet it spans. */
export interface Piece {
  readonly cell: StackCell;
  /** What the figure in it is called; absent: as its table says. */
  readonly title?: string;
  readonly style: StyleName;
  readonly span?: number;
}

/** A column of a stacked table. */
export interface StackColumn {
  readonly heading: string;
  readonly style: StyleName;
  readonly span?: number;
}

/** A table to be stacked; rows have one cell for each column. */
export interface StackTable {
  readonly columns: readonly StackColumn[];
  readonly rows: readonly (readonly StackCell[])[];
  readonly total?: readonly StackCell[];
  /** The columns, counted from 0, whose total is written as the sum of the cells above it, so that a reader can check it. */
  readonly sums?: readonly number[];
  /** The height of its rows in points; absent: as their text needs. */
  readonly rowHeight?: number;
}

const totalStyles: { readonly [S in StyleName]?: StyleName } = { cellMoney: "totalMoney", cellCount: "totalCount", cellRate: "totalRate" };
const headingHeight = 21;

/** The height of rows in tables that people read on paper, in points. */
export const airyRow = 18.75;

// The line of a table says what it is about in its first words.
function titleIn(row: readonly StackCell[], column: StackColumn | undefined): string {
  const label = row.find((cell) => typeof cell === "string" && cell !== "" && cell !== "—");
  const heading = column?.heading.replace(/\n/g, "") ?? "";
  return typeof label === "string" ? `${label}：${heading}` : heading;
}

// The value stands beside the formula: programs that do not calculate show the same.
function sumCell(
  given: StackCell,
  { top, bottom, column }: { readonly top: number; readonly bottom: number; readonly column: number },
): StackCell {
  const { cell: value, parts } = untraced(given);
  const sum =
    typeof value === "number" ? value : value !== null && typeof value === "object" && "fen" in value ? value.fen / 100 : undefined;
  if (sum === undefined || bottom < top) return given;
  return { cell: { formula: `SUM(${cellAddress(top, column)}:${cellAddress(bottom, column)})`, value: sum }, parts };
}

/** Rows of a sheet under construction; every block goes below the last one. */
export class SheetStack {
  private readonly rows: CellOut[][] = [];
  private readonly styled: StyledArea[] = [];
  private readonly merges: Area[] = [];
  private readonly heights = new Map<number, number>();

  /** @param note told of every figure that leads somewhere */
  constructor(
    private readonly widths: readonly number[],
    private readonly note: NoteFigure = () => undefined,
  ) {}

  /** The row, counted from 0, that the next block begins in. */
  get next(): number {
    return this.rows.length;
  }

  private right(): number {
    return this.widths.length - 1;
  }

  /** One row of pieces from the left. */
  row(pieces: readonly Piece[], height?: number): void {
    const top = this.next;
    const cells: CellOut[] = [];
    for (const { cell: given, style, title = "", span = 1 } of pieces) {
      const cell = this.noted(given, cells.length, title);
      const area = { top, left: cells.length, bottom: top, right: cells.length + span - 1 };
      this.styled.push({ area, style });
      if (span > 1) this.merges.push(area);
      cells.push(cell, ...Array.from({ length: span - 1 }, () => null));
    }
    this.rows.push(cells);
    if (height !== undefined) this.heights.set(top, height);
  }

  /** A text over the whole width. */
  across(text: string, style: StyleName, height?: number): void {
    this.row([{ cell: text, style, span: this.widths.length }], height);
  }

  /** A heading of a section. */
  section(text: string): void {
    this.across(text, "section", 21);
  }

  /** The line to be signed and sealed, from this column on. */
  signature(by: "school" | "centre", from: number): void {
    const { cells, styled, height } = signatureLine(by, this.next, from, this.right());
    this.rows.push([...cells]);
    this.styled.push(styled);
    this.merges.push(styled.area);
    this.heights.set(...height);
  }

  /** Empty rows. */
  gap(count = 1): void {
    for (let index = 0; index < count; index++) this.rows.push([]);
  }

  /** A table with headings and, where given, a totals row; returns the area of its body over the full width of the table. */
  table({ columns, rows, total, sums = [], rowHeight }: StackTable): Area {
    this.row(
      columns.map(({ heading, span = 1 }) => ({ cell: heading, style: "heading", span })),
      headingHeight,
    );
    const top = this.next;
    const lefts = columns.map((_, index) => columns.slice(0, index).reduce((left, { span = 1 }) => left + span, 0));
    for (const row of rows) this.rows.push(this.spread(row, columns, lefts));
    const bottom = this.next - 1;
    const right = columns.reduce((sum, { span = 1 }) => sum + span, 0) - 1;
    for (const [index, { style, span = 1 }] of columns.entries()) {
      const left = lefts[index] ?? 0;
      if (rows.length > 0) this.styled.push({ area: { top, left, bottom, right: left + span - 1 }, style });
    }
    if (total) {
      const cells = columns.map(({ style, span = 1 }, index): Piece => ({
        cell: sums.includes(index) ? sumCell(total[index] ?? null, { top, bottom, column: lefts[index] ?? 0 }) : (total[index] ?? null),
        title: titleIn(total, columns[index]),
        style: totalStyles[style] ?? "total",
        span,
      }));
      this.row(cells);
    }
    if (rowHeight !== undefined) for (let row = top; row < this.next; row++) this.heights.set(row, rowHeight);
    return { top, left: 0, bottom, right };
  }

  private noted(given: StackCell, column: number, title: string): CellOut {
    const { cell, parts } = untraced(given);
    if (parts.length > 0) this.note({ row: this.next, column, title, parts });
    return cell;
  }

  private spread(row: readonly StackCell[], columns: readonly StackColumn[], lefts: readonly number[]): CellOut[] {
    const cells: CellOut[] = [];
    for (const [index, { span = 1 }] of columns.entries()) {
      const left = lefts[index] ?? 0;
      if (span > 1) this.merges.push({ top: this.next, left, bottom: this.next, right: left + span - 1 });
      const cell = this.noted(row[index] ?? null, left, titleIn(row, columns[index]));
      cells.push(cell, ...Array.from({ length: span - 1 }, () => null));
    }
    return cells;
  }

  /** The sheet with all blocks; the rest of the description comes from the tab. */
  spec(tab: Omit<SheetSpec, "columns" | "rows" | "styled" | "merges" | "heights">): SheetSpec {
    const { rows, styled, merges, heights, widths } = this;
    return { ...tab, columns: widths.map((width) => ({ width, style: "plain" })), rows, styled, merges, heights };
  }

  /** The area of whole rows over the width of the sheet. */
  band(top: number, bottom: number): Area {
    return { top, left: 0, bottom, right: this.right() };
  }
}
