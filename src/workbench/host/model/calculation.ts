// Calculation: formulas get their values in the order in which they depend on one another. Functions that nobody here has give #NAME?, as in an
// Excel that does not know them.
import { type Area } from "../../../sheets/grid";
import { type Cell, type Content, pending } from "./cell";
import { parseFormula, type Part } from "./formula";
import { call, volatileFunctions } from "./functions";
import { type Block, Failure, operation, type Result, single } from "./operators";
import { type NamedSheets } from "./name";
import { type Sheet } from "./sheet";

/** Row and column of the cell whose formula it is, counted from 0. */
type Place = readonly [number, number];

// Where a cell stands, by the reference itself (support: "ROW function", "COLUMN function").
function placeAsked({ name, parts }: Extract<Part, { readonly kind: "call" }>, at: Place): number | undefined {
  const [of] = parts;
  if (of && of.kind !== "cells") return undefined;
  const [row, column] = of ? [of.area.top, of.area.left] : at;
  return name === "ROW" ? row + 1 : name === "COLUMN" ? column + 1 : undefined;
}

const parsed = new Map<string, Part | undefined>();

function partOf(formula: string): Part | undefined {
  if (!parsed.has(formula)) parsed.set(formula, parseFormula(formula));
  return parsed.get(formula);
}

function dependsOnCells(part: Part | undefined): boolean {
  if (part?.kind === "cells" || part?.kind === "name" || (part?.kind === "call" && volatileFunctions.has(part.name))) return true;
  return part !== undefined && "parts" in part && part.parts.some(dependsOnCells);
}

/** One run through formulas; each is calculated once. */
export class Calculation {
  readonly #done = new Set<Cell>();
  readonly #open = new Set<Cell>();
  readonly #used = new Map<Sheet, Area | undefined>();
  /** The cells that were calculated anew or got another value, by sheet. */
  readonly changed = new Map<Sheet, Area[]>();

  constructor(
    private readonly book: NamedSheets,
    /** Whether formulas are calculated whose cells may have changed; else only those that have no value yet. */
    private readonly isAutomatic: boolean,
  ) {}

  /** Calculates what must be. */
  run(): void {
    for (const sheet of this.book.sheets) {
      for (const [row, column, cell] of sheet.cells.formulas()) this.#calculated(sheet, [row, column], cell);
    }
  }

  #calculated(sheet: Sheet, [row, column]: readonly [number, number], cell: Cell): Content {
    const { formula, content } = cell;
    if (formula === undefined || this.#done.has(cell)) return content;
    const part = partOf(formula);
    if (content !== pending && (!this.isAutomatic || !dependsOnCells(part))) return content;
    // A formula that depends on itself is 0 (support: "Remove or allow a circular reference").
    if (this.#open.has(cell)) return 0;
    this.#open.add(cell);
    const value = part ? single(this.#guarded(sheet, part, [row, column])) : { error: "#NAME?" };
    this.#open.delete(cell);
    if (isSame(value, content)) {
      this.#done.add(cell);
      return content;
    }
    const next = { ...cell, content: value === "" && part?.kind === "cells" ? 0 : value };
    sheet.cells.put(row, column, next);
    this.#done.add(next);
    this.changed.set(sheet, grown(this.changed.get(sheet) ?? [], row, column));
    return next.content;
  }

  #guarded(sheet: Sheet, part: Part, at: Place): Result {
    try {
      return this.#value(sheet, part, at);
    } catch (error) {
      if (error instanceof Failure) return { error: error.error };
      throw error;
    }
  }

  #value(sheet: Sheet, part: Part, at: Place): Result {
    switch (part.kind) {
      case "value":
        return part.value;
      case "cells": {
        const on = part.sheet === undefined ? sheet : this.book.sheet(part.sheet);
        if (!on) throw new Failure("#REF!");
        return this.#cells(on, part.area);
      }
      case "name":
        return this.#named(sheet, part.name, at);
      case "operation":
        return operation(
          part.operator,
          part.parts.map((one) => single(this.#value(sheet, one, at))),
        );
      case "call": {
        const place = placeAsked(part, at);
        // A function may want an error, as IFERROR does.
        return (
          place ??
          call(
            part.name,
            part.parts.map((one) => this.#guarded(sheet, one, at)),
          )
        );
      }
    }
  }

  #cells(sheet: Sheet, area: Area): Block {
    const used = this.#used.get(sheet) ?? sheet.cells.used(true);
    this.#used.set(sheet, used);
    // What lies below and right of everything is nothing.
    const bottom = Math.min(area.bottom, Math.max(area.top, used?.bottom ?? 0));
    const right = Math.min(area.right, Math.max(area.left, used?.right ?? 0));
    const rows: Content[][] = [];
    for (let row = area.top; row <= bottom; row++) {
      const values: Content[] = [];
      for (let column = area.left; column <= right; column++) {
        const cell = sheet.cells.at(row, column);
        values.push(cell ? this.#calculated(sheet, [row, column], cell) : "");
      }
      rows.push(values);
    }
    return { rows, isOpen: bottom < area.bottom };
  }

  #named(sheet: Sheet, name: string, at: Place): Result {
    const found = this.book.names.filter((one) => one.name.toLowerCase() === name.toLowerCase());
    const target = (found.find((one) => one.sheet === sheet) ?? found.find((one) => one.sheet === undefined))?.target;
    if (target === undefined) throw new Failure("#NAME?");
    if (typeof target !== "string") {
      if (!target.area || target.sheet.isDeleted) throw new Failure("#REF!");
      return this.#cells(target.sheet, target.area);
    }
    const part = partOf(target);
    if (!part) throw new Failure("#NAME?");
    return this.#value(sheet, part, at);
  }
}

function isSame(one: Content, other: Content): boolean {
  return typeof one === "object" && typeof other === "object" && other !== pending ? one.error === other.error : one === other;
}

// Cells come row by row: one that goes on to the right or below the last block makes it larger.
function grown(areas: Area[], row: number, column: number): Area[] {
  const last = areas[areas.length - 1];
  const isRight = last?.top === row && last.bottom === row && last.right === column - 1;
  const isBelow = last?.left === column && last.right === column && last.bottom === row - 1;
  if (last && isRight) areas[areas.length - 1] = { ...last, right: column };
  else if (last && isBelow) areas[areas.length - 1] = { ...last, bottom: row };
  else areas.push({ top: row, bottom: row, left: column, right: column });
  return areas;
}
