// Calculation: formulas get their values in the order in which they depend on one another. Functions that this host does not have
// give #NAME?, as in an Excel that does not know them; the formulas of our own tabs and of the sample county need SUM and HYPERLINK.
import { type Area } from "../../../sheets/grid";
import { intersection } from "./area";
import { type Cell, type Content, pending } from "./cell";
import { parseFormula, type Part } from "./formula";
import { call, Failure, operation, type Result, single } from "./operators";
import { type NamedSheets } from "./name";
import { type Sheet } from "./sheet";

const parsed = new Map<string, Part | undefined>();

function partOf(formula: string): Part | undefined {
  if (!parsed.has(formula)) parsed.set(formula, parseFormula(formula));
  return parsed.get(formula);
}

function dependsOnCells(part: Part | undefined): boolean {
  if (part?.kind === "cells" || part?.kind === "name") return true;
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
    const value = part ? single(this.#guarded(sheet, part)) : { error: "#NAME?" };
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

  #guarded(sheet: Sheet, part: Part): Result {
    try {
      return this.#value(sheet, part);
    } catch (error) {
      if (error instanceof Failure) return { error: error.error };
      throw error;
    }
  }

  #value(sheet: Sheet, part: Part): Result {
    switch (part.kind) {
      case "value":
        return part.value;
      case "cells": {
        const on = part.sheet === undefined ? sheet : this.book.sheet(part.sheet);
        if (!on) throw new Failure("#REF!");
        return this.#cells(on, part.area);
      }
      case "name":
        return this.#named(sheet, part.name);
      case "operation":
        return operation(
          part.operator,
          part.parts.map((one) => single(this.#value(sheet, one))),
        );
      case "call":
        return call(
          part.name,
          part.parts.map((one) => this.#value(sheet, one)),
        );
    }
  }

  #cells(sheet: Sheet, area: Area): readonly Content[] {
    const used = this.#used.get(sheet) ?? sheet.cells.used(true);
    this.#used.set(sheet, used);
    const inUse = used && intersection(area, used);
    if (!inUse) return [];
    const values: Content[] = [];
    for (let row = inUse.top; row <= inUse.bottom; row++) {
      for (let column = inUse.left; column <= inUse.right; column++) {
        const cell = sheet.cells.at(row, column);
        if (cell) values.push(this.#calculated(sheet, [row, column], cell));
      }
    }
    return values;
  }

  #named(sheet: Sheet, name: string): Result {
    const found = this.book.names.filter((one) => one.name.toLowerCase() === name.toLowerCase());
    const target = (found.find((one) => one.sheet === sheet) ?? found.find((one) => one.sheet === undefined))?.target;
    if (target === undefined) throw new Failure("#NAME?");
    if (typeof target !== "string") {
      if (!target.area || target.sheet.isDeleted) throw new Failure("#REF!");
      return this.#cells(target.sheet, target.area);
    }
    const part = partOf(target);
    if (!part) throw new Failure("#NAME?");
    return this.#value(sheet, part);
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
