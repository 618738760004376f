// How a named style is written in a workbook's table of styles.
import { type CellStyle, styles } from "../../sheets/writing/styles";
import { type FileLook } from "../../sheets/writing/tab-layout/cell-style";
import { escapeAttribute } from "./clean-text";

/** The pieces of a style, as elements of a table of styles. */
export interface StyleXml {
  readonly font: string;
  readonly fill: string;
  readonly border: string;
  /** Alignment and protection, the children of the cell format. */
  readonly inner: string;
}

/** The font of a book that has no table of styles yet; columns are measured in its digits. */
export const defaultFont = `<font><sz val="${styles.plain.font.size}"/><name val="${styles.plain.font.name}"/><charset val="134"/></font>`;

/** The two fills that every table of styles begins with (ECMA-376 part 1 §18.8.21 leaves them to Excel, which insists). */
export const reservedFills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
] as const;

/** No border at all. */
export const noBorder = "<border><left/><right/><top/><bottom/><diagonal/></border>";

const line = (side: string, style: string, color = "7F7F7F"): string => `<${side} style="${style}"><color rgb="FF${color}"/></${side}>`;

const borders: Readonly<Record<NonNullable<CellStyle["border"]>, string>> = {
  thin: `<border>${["left", "right", "top", "bottom"].map((side) => line(side, "thin")).join("")}<diagonal/></border>`,
  bottom: `<border><left/><right/><top/>${line("bottom", "thin")}<diagonal/></border>`,
  "dashed-top": `<border><left/><right/>${line("top", "dashed")}<bottom/><diagonal/></border>`,
};

function borderXml(border: NonNullable<FileLook["border"]>): string {
  if (typeof border === "string") return borders[border];
  const sides = (["left", "right", "top", "bottom"] as const).map((side) => {
    const drawn = border[side];
    return drawn ? line(side, drawn.style, drawn.color) : `<${side}/>`;
  });
  return `<border>${sides.join("")}<diagonal/></border>`;
}

/** The pieces of a style. */
export function styleXml(style: FileLook): StyleXml {
  const { name, size, bold, italic, underline, color } = style.font;
  const strokes = `${bold ? "<b/>" : ""}${italic ? "<i/>" : ""}${underline ? "<u/>" : ""}`;
  const paint = color ? `<color rgb="FF${color}"/>` : "";
  return {
    font: `<font>${strokes}<sz val="${size}"/>${paint}<name val="${escapeAttribute(name)}"/><charset val="134"/></font>`,
    fill: style.fill
      ? `<fill><patternFill patternType="solid"><fgColor rgb="FF${style.fill}"/><bgColor indexed="64"/></patternFill></fill>`
      : reservedFills[0],
    border: style.border ? borderXml(style.border) : noBorder,
    inner:
      `<alignment horizontal="${style.horizontal}" vertical="${style.vertical}"${style.wrap ? ' wrapText="1"' : ""}/>` +
      (style.unlocked ? '<protection locked="0"/>' : ""),
  };
}

/** Excel's own numbers for formats (ECMA-376 part 1 §18.8.30); with `@` under its own number a column is text to every program. */
export const builtInFormats: ReadonlyMap<string, number> = new Map([
  ["General", 0],
  ["0", 1],
  ["0.00", 2],
  ["#,##0", 3],
  ["#,##0.00", 4],
  ["0%", 9],
  ["0.00%", 10],
  ["@", 49],
]);
