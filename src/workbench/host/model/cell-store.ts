// The cells, rows and columns of one sheet; rows and columns know their size, whether they are hidden and how their empty cells look.
import { type Area } from "../../../sheets/grid";
import { columnLimit, isWholeColumns, isWholeRows, type Shift } from "./area";
import { type Cell } from "./cell";
import { plainStyle, type Restyle, type Style } from "./style";

/** What a row or a column is besides its cells. Sizes in points. */
export interface Band {
  readonly size?: number;
  readonly isHidden?: boolean;
  readonly style?: Style;
}

/** The cells of a sheet. */
export class CellStore {
  #cells: (Cell | undefined)[][] = [];
  #rows: (Band | undefined)[] = [];
  #columns: (Band | undefined)[] = [];

  /** The cell, when it was ever written or formatted by itself. */
  at(row: number, column: number): Cell | undefined {
    return this.#cells[row]?.[column];
  }

  /** How the cell looks: as itself, else as its row, else as its column. */
  styleAt(row: number, column: number): Style {
    return this.#cells[row]?.[column]?.style ?? this.#rows[row]?.style ?? this.#columns[column]?.style ?? plainStyle;
  }

  /** Puts a cell in place. */
  put(row: number, column: number, cell: Cell): void {
    let cells = this.#cells[row];
    if (!cells) this.#cells[row] = cells = [];
    cells[column] = cell;
  }

  /** Takes over all cells, rows and columns of another sheet; what they hold is never changed in place. */
  copyFrom(other: CellStore): void {
    this.#cells = other.#cells.map((row) => [...row]);
    this.#rows = [...other.#rows];
    this.#columns = [...other.#columns];
  }

  /** Leaves a place without a cell of its own. */
  remove(row: number, column: number): void {
    delete this.#cells[row]?.[column];
  }

  /** Changes how an area looks. Whole columns and rows change as such, and what stands in them. */
  restyle(area: Area, change: Restyle): void {
    if (isWholeColumns(area)) this.#restyleBands(this.#columns, area.left, area.right, change);
    else if (isWholeRows(area)) this.#restyleBands(this.#rows, area.top, area.bottom, change);
    else return this.#restyleCells(area, change);
    for (const [row, column, cell] of this.#existing(area)) this.put(row, column, { ...cell, style: change(cell.style) });
  }

  #restyleCells(area: Area, change: Restyle): void {
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const cell = this.at(row, column);
        const old = this.styleAt(row, column);
        const style = change(old);
        if (cell ? cell.style !== style : old !== style) this.put(row, column, { ...(cell ?? { content: "" }), style });
      }
    }
  }

  #restyleBands(bands: (Band | undefined)[], from: number, to: number, change: Restyle): void {
    for (let index = from; index <= to; index++) bands[index] = { ...bands[index], style: change(bands[index]?.style ?? plainStyle) };
  }

  /** The cells of an area that exist, with their places. */
  *#existing(area: Area): Generator<[number, number, Cell]> {
    const last = Math.min(area.bottom, this.#cells.length - 1);
    for (let row = area.top; row <= last; row++) {
      const cells = this.#cells[row];
      if (!cells) continue;
      for (let column = area.left; column <= Math.min(area.right, cells.length - 1); column++) {
        const cell = cells[column];
        if (cell) yield [row, column, cell];
      }
    }
  }

  /** Every cell of an area that exists, with its place. */
  existing(area: Area): readonly [row: number, column: number, cell: Cell][] {
    return [...this.#existing(area)];
  }

  /** The cells with formulas, with their places. */
  *formulas(): Generator<[row: number, column: number, cell: Cell & { readonly formula: string }]> {
    for (const [row, cells] of this.#cells.entries()) {
      if (!cells) continue;
      for (const [column, cell] of cells.entries()) if (cell && hasFormula(cell)) yield [row, column, cell];
    }
  }

  /** The smallest area with all cells in use: those with content, and unless only values count those with a look of their own. */
  used(valuesOnly: boolean): Area | undefined {
    let [top, left, bottom, right] = [-1, columnLimit, -1, -1];
    this.#cells.forEach((cells, row) => {
      // Rows that were pushed in hold nothing yet.
      if (!cells) return;
      const isUsed = (cell: Cell | undefined): boolean =>
        cell !== undefined && (cell.content !== "" || cell.formula !== undefined || (!valuesOnly && cell.style !== plainStyle));
      const first = cells.findIndex(isUsed);
      if (first < 0) return;
      if (top < 0) top = row;
      bottom = row;
      left = Math.min(left, first);
      if (right < cells.length - 1) right = Math.max(right, cells.findLastIndex(isUsed));
    });
    return top < 0 ? undefined : { top, left, bottom, right };
  }

  /** A row or a column as such. */
  band(axis: "rows" | "columns", index: number): Band | undefined {
    return (axis === "rows" ? this.#rows : this.#columns)[index];
  }

  /** Changes rows or columns as such. */
  setBands(axis: "rows" | "columns", span: readonly [number, number], change: Partial<Band>): void {
    const bands = axis === "rows" ? this.#rows : this.#columns;
    for (let index = span[0]; index <= span[1]; index++) bands[index] = { ...bands[index], ...change };
  }

  /** The rows or columns that are hidden. */
  hidden(axis: "rows" | "columns"): readonly number[] {
    return (axis === "rows" ? this.#rows : this.#columns).flatMap((band, index) => (band?.isHidden ? [index] : []));
  }

  /** Rows or columns with a size of their own. */
  sizes(axis: "rows" | "columns"): readonly (readonly [number, number])[] {
    return (axis === "rows" ? this.#rows : this.#columns).flatMap((band, index) =>
      band?.size === undefined ? [] : [[index, band.size] as const],
    );
  }

  /** Pushes cells away or pulls them in. Whole rows and columns take their height, width and look with them. */
  shift({ kind, axis, area }: Shift): void {
    if (axis === "rows") {
      if (isWholeRows(area)) {
        splice(this.#cells, kind, area.top, area.bottom);
        splice(this.#rows, kind, area.top, area.bottom);
      } else this.#shiftColumnCells(kind, area);
      return;
    }
    for (let row = area.top; row <= Math.min(area.bottom, this.#cells.length - 1); row++) {
      const cells = this.#cells[row];
      if (cells) splice(cells, kind, area.left, area.right);
    }
    if (isWholeColumns(area)) splice(this.#columns, kind, area.left, area.right);
  }

  #shiftColumnCells(kind: Shift["kind"], area: Area): void {
    for (let column = area.left; column <= area.right; column++) {
      const cells = Array.from({ length: this.#cells.length }, (_, row) => this.#cells[row]?.[column]);
      splice(cells, kind, area.top, area.bottom);
      for (let row = area.top; row < Math.max(cells.length, this.#cells.length); row++) {
        const cell = cells[row];
        if (cell) this.put(row, column, cell);
        else this.remove(row, column);
      }
    }
  }
}

function hasFormula(cell: Cell): cell is Cell & { readonly formula: string } {
  return cell.formula !== undefined;
}

function splice<T>(list: (T | undefined)[], kind: Shift["kind"], from: number, to: number): void {
  if (from >= list.length) return;
  const count = to - from + 1;
  if (kind === "delete") list.splice(from, count);
  else list.splice(from, 0, ...Array.from({ length: count }, () => undefined));
}
