// Fonts, fills, borders and number formats of a tab: first whole columns, then areas.
import { columnLetters } from "../sheets/grid";
import { type SheetSpec } from "../sheets/writing/spec";
import { type CellStyle, styleOf, type StyleName } from "../sheets/writing/styles";
import { openColumnStyle } from "../sheets/writing/tab-layout/cell-style";
import { rowStyles } from "../sheets/writing/tab-layout/row-styles";
import { shortAddress } from "./chunks";
import { addressSteps, areaSteps, grouped, runs, step, type Step } from "./step";
import { formatPatches, patches } from "./style-areas";

const capital = { left: "Left", center: "Center", right: "Right", general: "General", top: "Top" } as const;
const lineColor = "#7F7F7F";

type Edge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideHorizontal" | "InsideVertical";

/** About how many operations a look takes. */
const lookOperations = 24;

/** Formats of whole columns: what is typed below the prepared rows keeps font, format and lock; IDs stay text. */
export function columnSteps({ columns }: SheetSpec): readonly Step[] {
  const byStyle = grouped([...columns.keys()], (column) => columns[column]?.style ?? "plain");
  return [...byStyle].flatMap(([name, members]) => {
    const style = openColumnStyle(styleOf(name));
    const addresses = runs(members).map(([first, last]) => `${columnLetters(first)}:${columnLetters(last)}`);
    // One value for a whole range is one operation in Excel, and "@" has to stand before any value (facts: 1×1 broadcast).
    const formats = addresses.map((address) =>
      step(3, (sheet) => {
        sheet.getRange(address).numberFormat = [[style.format]];
      }),
    );
    return [...formats, ...addressSteps(addresses, lookOperations, ({ format }) => drawLook(format, style))];
  });
}

/** Looks of areas, one operation for all areas that look alike. */
export function lookSteps(spec: SheetSpec): readonly Step[] {
  const keys = new Map<StyleName, string>();
  const keyOf = (name: StyleName): string => {
    const known = keys.get(name) ?? JSON.stringify({ ...styleOf(name), format: "" });
    keys.set(name, known);
    return known;
  };
  const found = patches(mapped(rowStyles(spec), (name) => (name === undefined ? undefined : keyOf(name))));
  const byShape = grouped(found, ({ value, area }) => JSON.stringify([value, area.bottom > area.top, area.right > area.left]));
  return [...byShape].flatMap(([shape, members]) => {
    const [look, isTall, isWide] = JSON.parse(shape) as [string, boolean, boolean];
    const style = JSON.parse(look) as CellStyle;
    return areaSteps(
      members.map(({ area }) => area),
      lookOperations,
      ({ format }) => {
        drawLook(format, style);
        drawBorders(format, style, isTall, isWide);
      },
    );
  });
}

/** Number formats of areas that differ from their columns'. */
export function formatSteps(spec: SheetSpec): readonly Step[] {
  return formatPatches(spec).map(({ area, value }) =>
    step(3, (sheet) => {
      sheet.getRange(shortAddress(area)).numberFormat = [[value]];
    }),
  );
}

function* mapped<T, U>(rows: Iterable<readonly T[]>, change: (value: T) => U): Generator<readonly U[]> {
  for (const row of rows) yield row.map(change);
}

function drawLook(format: Excel.RangeFormat, { font, fill, horizontal, vertical, wrap, unlocked }: CellStyle): void {
  format.font.name = font.name;
  format.font.size = font.size;
  format.font.bold = font.bold ?? false;
  format.font.color = `#${font.color ?? "000000"}`;
  format.horizontalAlignment = capital[horizontal];
  format.verticalAlignment = capital[vertical];
  format.wrapText = wrap ?? false;
  format.protection.locked = !unlocked;
  if (fill !== undefined) format.fill.color = `#${fill}`;
}

function drawBorders(format: Excel.RangeFormat, { border }: CellStyle, isTall: boolean, isWide: boolean): void {
  if (border === undefined) return;
  const edges: readonly Edge[] =
    border === "bottom"
      ? ["EdgeBottom", ...(isTall ? (["InsideHorizontal"] as const) : [])]
      : border === "dashed-top"
        ? ["EdgeTop", ...(isTall ? (["InsideHorizontal"] as const) : [])]
        : [
            "EdgeTop",
            "EdgeBottom",
            "EdgeLeft",
            "EdgeRight",
            ...(isTall ? (["InsideHorizontal"] as const) : []),
            ...(isWide ? (["InsideVertical"] as const) : []),
          ];
  for (const edge of edges) {
    const line = format.borders.getItem(edge);
    line.style = border === "dashed-top" ? "Dash" : "Continuous";
    line.color = lineColor;
  }
}
