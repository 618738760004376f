// The plain sheets of the centre's book: headings in the first row, lines below.
import type { CellOut, ColumnSpec, SheetSpec } from "../sheets/writing/spec";

/** The tab id of sheets that pose as the user's own: none, so that nothing takes them for ours. */
export const notOurs = "";

/** A column of a plain sheet: heading and look. */
export type PlainColumn = readonly [heading: string, look: ColumnSpec];

/** A sheet with one heading row. */
export function plainSheet(name: string, columns: readonly PlainColumn[], lines: readonly (readonly CellOut[])[]): SheetSpec {
  return {
    tab: notOurs,
    name,
    columns: columns.map(([, look]) => look),
    rows: [columns.map(([heading]) => heading), ...lines],
    styled: [{ area: { top: 0, left: 0, bottom: 0, right: columns.length - 1 }, style: "heading" }],
    freeze: { rows: 1, columns: 0 },
  };
}
