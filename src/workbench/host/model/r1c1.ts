// References by distance instead of by letters: `=A1` in B2 is `=R[-1]C[-1]` (Range.formulasR1C1). Copied formulas keep their distances.
import { columnIndex, columnLetters } from "../../../sheets/grid";
import { columnLimit, rowLimit } from "./area";
import { references } from "./formula";

/** A cell as the place of a formula, counted from 0. */
export type Place = readonly [row: number, column: number];

const corner = /^(\$?)([A-Z]*)(\$?)(\d*)$/i;

function distance(letter: "R" | "C", isFixed: boolean, to: number, from: number): string {
  return letter + (isFixed ? String(to + 1) : to === from ? "" : `[${to - from}]`);
}

/** The formula with its references by distance; what is no formula stays as it is. */
export function toR1C1(formula: string, [row, column]: Place): string {
  if (!formula.startsWith("=")) return formula;
  return formula.replace(references, (whole: string, ...rest: unknown[]) => {
    const { sheet = "", address } = rest.at(-1) as { sheet?: string; address?: string };
    if (address === undefined) return whole;
    const parts = address.split(":").map((part) => {
      const [, fixedColumn = "", letters = "", mark = "", digits = ""] = corner.exec(part) ?? [];
      // Of whole rows the first mark is the row's.
      const isFixedRow = letters === "" ? fixedColumn + mark !== "" : mark !== "";
      const down = digits === "" ? "" : distance("R", isFixedRow, Number(digits) - 1, row);
      return down + (letters === "" ? "" : distance("C", fixedColumn !== "", columnIndex(letters.toUpperCase()), column));
    });
    return sheet + [...new Set(parts)].join(":");
  });
}

const step = String.raw`(?:\d+|\[-?\d+\])?`;
const distances = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'`,
    String.raw`(?<![\p{L}\p{N}_.$\[])(?:(?<cell>R${step}C${step})|(?<rows>R${step}(?::R${step})?)|(?<columns>C${step}(?::C${step})?))(?![\p{L}\p{N}_.(\]])`,
  ].join("|"),
  "giu",
);

function index(text: string, from: number, limit: number): number | undefined {
  const [, fixed, by] = /^[RC](?:(\d+)|\[(-?\d+)\])?$/i.exec(text) ?? [];
  const found = fixed === undefined ? from + Number(by ?? 0) : Number(fixed) - 1;
  return found >= 0 && found < limit ? found : undefined;
}

function named(text: string, axis: "R" | "C", from: number): string | undefined {
  const found = index(text, from, axis === "R" ? rowLimit : columnLimit);
  if (found === undefined) return undefined;
  return (/\d$/.test(text) ? "$" : "") + (axis === "R" ? String(found + 1) : columnLetters(found));
}

/** The formula with its references by letters and numbers; those beyond the sheet are `#REF!`. */
export function fromR1C1(formula: string, [row, column]: Place): string {
  if (!formula.startsWith("=")) return formula;
  return formula.replace(distances, (whole: string, ...rest: unknown[]) => {
    const { cell, rows, columns } = rest.at(-1) as { cell?: string; rows?: string; columns?: string };
    if (cell !== undefined) {
      const at = cell.toUpperCase().indexOf("C");
      const down = named(cell.slice(0, at), "R", row);
      const along = named(cell.slice(at), "C", column);
      return down === undefined || along === undefined ? "#REF!" : along + down;
    }
    const axis = rows === undefined ? "C" : "R";
    const band = rows ?? columns;
    if (band === undefined) return whole;
    const [first = "", last = first] = band.split(":");
    const ends = [first, last].map((end) => named(end, axis, axis === "R" ? row : column));
    return ends.includes(undefined) ? "#REF!" : ends.join(":");
  });
}
