// Our own forms come back: where a sheet still bears our headings, they mean what we meant, wherever the columns stand now.
import { type FieldId, type FieldValues, type ReadingIssue, type SheetRow } from "../../domain/record/field";
import { fillInsIn } from "../../domain/returns/fill-in";
import { headingKey, headingOf } from "../vocabulary/columns";
import { cellText } from "../grid";
import type { SheetReading } from "../reading/reading";
import { listFields } from "../lists/school-list";
import { readCell } from "../reading/values/read-cell";

// Fewer of our headings may be a chance.
const leastOwn = 4;

/**
 * The reading with every column that bears our heading for one of these fields taken for it. In general a heading is judged by its neighbours
 * and by what stands below it (联系电话 after a parent's name, 还款日期 with one and the same day), by which columns in another order, or a
 * school that registered all repayments on one day, would be misread. The row key keeps its own test: 编号 may be anybody's numbering.
 */
export function byOwnHeadings(reading: SheetReading, fields: readonly FieldId[], seasonYear: number): SheetReading {
  const exact = exactColumns(reading, fields);
  const wrong = [...exact].filter(([field, column]) => reading.columns.get(field) !== column);
  if (wrong.length === 0) return reading;
  const moved = new Set(wrong.map(([, column]) => column));
  const columns = new Map([...reading.columns].filter(([, column]) => !moved.has(column)));
  for (const [field, column] of wrong) columns.set(field, column);
  const affected = new Set(
    [...reading.columns.keys(), ...columns.keys()].filter((field) => columns.get(field) !== reading.columns.get(field)),
  );
  return { ...reading, columns, rows: reading.rows.map((row) => rereadRow(row, reading, { affected, columns, seasonYear })) };
}

/** A returned sheet read by our headings when it is recognisably our 催收名单; as it was read otherwise. */
export function asOwnList(reading: SheetReading, seasonYear: number): SheetReading {
  const exact = exactColumns(reading, fillInsIn.list);
  return exact.size < leastOwn ? reading : byOwnHeadings(reading, listFields, seasonYear);
}

function exactColumns({ grid, headerRow }: SheetReading, fields: readonly FieldId[]): ReadonlyMap<FieldId, number> {
  const byKey = new Map(fields.filter((field) => field !== "rowKey").map((field) => [headingKey(headingOf(field)), field]));
  const found = new Map<FieldId, number>();
  for (const [column, cell] of (grid.rows[headerRow - 1] ?? []).entries()) {
    const field = byKey.get(headingKey(cellText(cell)));
    if (field && !found.has(field)) found.set(field, column);
  }
  return found;
}

interface Reread {
  readonly affected: ReadonlySet<FieldId>;
  readonly columns: ReadonlyMap<FieldId, number>;
  readonly seasonYear: number;
}

function rereadRow(row: SheetRow, { grid }: SheetReading, { affected, columns, seasonYear }: Reread): SheetRow {
  const issues: ReadingIssue[] = row.issues.filter(({ field }) => !affected.has(field));
  const kept = Object.entries(row.values).filter(([field]) => !affected.has(field as FieldId));
  const values: Partial<Record<FieldId, string | number>> = Object.fromEntries(kept);
  for (const field of affected) {
    const column = columns.get(field);
    const cell = column === undefined ? null : grid.rows[row.place.row - 1]?.[column];
    const value = readCell(field, cell, seasonYear, (issue) => issues.push(issue));
    if (value !== undefined) values[field] = value;
  }
  // readCell gives each field the type that fieldTypes states.
  return { ...row, values: values as FieldValues, issues };
}
