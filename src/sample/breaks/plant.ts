// Planting breaks in the list: every break once, then again while there are borrowers enough.
import type { FieldId } from "../../domain/record/field";
import type { CellOut } from "../../sheets/writing/spec";
import { borrowerColumns } from "../borrower-columns";
import { at } from "../dice";
import type { Draft, DraftRow, Mark } from "../draft";
import { amountBreaks } from "./amounts";
import type { Break, Changes } from "./break";
import { citizenIdBreaks } from "./citizen-ids";
import { contractBreaks } from "./contracts";
import { dayBreaks } from "./days";
import type { Host, Hosts, LoanDraftRow } from "./hosts";
import { nameBreaks } from "./names";
import { phoneBreaks } from "./phones";
import { placeBreaks } from "./places";

const families: readonly (readonly Break[])[] = [
  citizenIdBreaks,
  nameBreaks,
  contractBreaks,
  amountBreaks,
  dayBreaks,
  phoneBreaks,
  placeBreaks,
];

/** Every break that spoils cells: first one of each number, then the seconds, so that a small county still shows every kind. */
export const cellBreaks: readonly Break[] = inTurn(families.flat());

function inTurn(breaks: readonly Break[]): readonly Break[] {
  const seen = new Map<string, number>();
  const turns = breaks.map((item) => {
    const turn = seen.get(item.code) ?? 0;
    seen.set(item.code, turn + 1);
    return { item, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn).map(({ item }) => item);
}

const columnOf: ReadonlyMap<FieldId, number> = new Map(borrowerColumns.map(({ field }, index) => [field, index]));

/** The place of a field in the list, counted from 0. */
export function listColumn(field: FieldId): number {
  const column = columnOf.get(field);
  if (column === undefined) throw new RangeError(`the list has no column for ${field}`);
  return column;
}

/** Puts other values in cells of a row of the list. */
export function change(row: DraftRow, changes: Changes): void {
  for (const [field, cell] of Object.entries(changes) as [FieldId, CellOut][]) row.cells[listColumn(field)] = cell;
}

/** The note of a break in a row of the list. */
export function markOf(row: DraftRow, { code, field, severity, what }: Pick<Break, "code" | "field" | "severity" | "what">): Mark {
  return { on: row, column: listColumn(field), code, field, severity, what };
}

function rowsOf({ rows }: Host, which: Break["rows"]): readonly LoanDraftRow[] {
  if (which === "all") return rows;
  return [at(rows, which === "first" ? 0 : rows.length - 1)];
}

/** Plants every break of cells so many times, as far as there are borrowers whom it suits. */
export function plantCells(draft: Draft, hosts: Hosts, rounds: number): void {
  for (let round = 0; round < rounds; round += 1) {
    for (const item of cellBreaks) {
      const host = hosts.take(item.suits);
      if (!host) continue;
      for (const [index, row] of rowsOf(host, item.rows).entries()) {
        change(row, { ...item.also?.(row.loan), [item.field]: item.write(row.loan, index) });
        draft.marks.push(markOf(row, item));
      }
    }
  }
}
