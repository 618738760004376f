// The rectangles of a tab that look alike, so that formats go to Excel by area and never cell by cell.
import { type Area } from "../sheets/grid";
import { type CellOut, type SheetSpec } from "../sheets/writing/spec";
import { type CellStyle, styleOf } from "../sheets/writing/styles";
import { kindOf, styleForKind } from "../sheets/writing/tab-layout/cell-style";
import { rowStyles } from "../sheets/writing/tab-layout/row-styles";

/** An area whose cells share something, such as a look. */
export interface Patch<T> {
  readonly area: Area;
  readonly value: T;
}

/** What a cell needs as its number format. */
export function formatOf(cell: CellOut | undefined, style: CellStyle, links: LinkMode): string {
  const isLink = cell !== null && typeof cell === "object" && "link" in cell;
  // Excel takes a first apostrophe for a mark of its own; whether it does so in a cell formatted as text too is not documented.
  const isGeneral = isLink ? links === "formulas" : typeof cell === "string" && cell.startsWith("'");
  if (isGeneral) return style.format === "@" ? "General" : style.format;
  return styleForKind(style, kindOf(cell)).format;
}

/** How links are written: each as a property of its cell, or, where there are many, as formulas within the values. */
export type LinkMode = "properties" | "formulas";

/** A link of its own takes Excel about as long as a hundred values. */
const linkLimit = 500;

/** How this tab's links are written. */
export function linkMode({ rows }: SheetSpec): LinkMode {
  let count = 0;
  for (const row of rows) for (const cell of row) if (cell !== null && typeof cell === "object" && "link" in cell) count++;
  return count > linkLimit ? "formulas" : "properties";
}

/** The rectangles of equal values: runs within a row, joined with the same run of the rows above. */
export function patches<T>(rows: Iterable<readonly (T | undefined)[]>): readonly Patch<T>[] {
  const done: Patch<T>[] = [];
  let open: Patch<T>[] = [];
  let index = 0;
  for (const row of rows) {
    const runs = runsOf(row, index);
    const byLeft = new Map(open.map((patch) => [patch.area.left, patch]));
    const next = runs.map((run) => {
      const above = byLeft.get(run.area.left);
      if (above?.area.right !== run.area.right || above.value !== run.value) return run;
      byLeft.delete(run.area.left);
      return { value: run.value, area: { ...above.area, bottom: index } };
    });
    done.push(...byLeft.values());
    open = next;
    index++;
  }
  return [...done, ...open];
}

function runsOf<T>(row: readonly (T | undefined)[], index: number): readonly Patch<T>[] {
  const runs: Patch<T>[] = [];
  let left = 0;
  for (let column = 1; column <= row.length; column++) {
    const value = row[left];
    if (column < row.length && row[column] === value) continue;
    if (value !== undefined) runs.push({ value, area: { top: index, bottom: index, left, right: column - 1 } });
    left = column;
  }
  return runs;
}

// A blank cell shows no format; only one that people are to fill in needs its own.
function isGap(style: CellStyle): boolean {
  return style.format === "@" && !style.unlocked;
}

/** The number formats of cells where they differ from their column's. */
export function formatPatches(spec: SheetSpec): readonly Patch<string>[] {
  const whole = spec.columns.map((column) => styleOf(column.style).format);
  const links = linkMode(spec);
  const formats: (string | undefined)[][] = [];
  // A gap takes the format above, so that a column of amounts with gaps stays one area.
  const above: (string | undefined)[] = [];
  let row = 0;
  for (const styles of rowStyles(spec)) {
    const cells = spec.rows[row++] ?? [];
    formats.push(
      styles.map((name, column) => {
        const style = name === undefined ? undefined : styleOf(name);
        const cell = cells[column] ?? null;
        if (!style) return undefined;
        const format = cell === null && isGap(style) && name === spec.columns[column]?.style ? above[column] : formatOf(cell, style, links);
        above[column] = format;
        return format === whole[column] ? undefined : format;
      }),
    );
  }
  return patches(formats);
}
