// Styles by name: Excel's own, as far as their looks are kept here, and those that programs add. Each lives in the one cell of a sheet that is in no book.
import { Sheet } from "./sheet";
import { plainStyle, type Restyle, type Style } from "./style";

/** A style by name. */
export interface NamedStyle {
  readonly name: string;
  readonly isBuiltIn: boolean;
  /** Its first cell looks like the style. */
  readonly sheet: Sheet;
  readonly options: Map<string, unknown>;
}

const marked = (fill: string, fontColor: string): Partial<Style> => ({ fill, fontColor });
const accents = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

/** The looks of Excel's own styles, by their names in `Excel.BuiltInStyle`. */
const looks: Readonly<Record<string, Partial<Style>>> = {
  Normal: {},
  Percent: { numberFormat: "0%" },
  Comma: { numberFormat: "#,##0.00" },
  Good: marked("#C6EFCE", "#006100"),
  Bad: marked("#FFC7CE", "#9C0006"),
  Neutral: marked("#FFEB9C", "#9C5700"),
  Input: marked("#FFCC99", "#3F3F76"),
  Calculation: { ...marked("#F2F2F2", "#FA7D00"), bold: true },
  Output: { ...marked("#F2F2F2", "#3F3F3F"), bold: true },
  CheckCell: { ...marked("#A5A5A5", "#FFFFFF"), bold: true },
  Note: { fill: "#FFFFCC" },
  WarningText: { fontColor: "#FF0000" },
  ExplanatoryText: { fontColor: "#7F7F7F", italic: true },
  Total: { bold: true },
  Heading1: { fontSize: 15, bold: true, fontColor: "#44546A" },
  Heading2: { fontSize: 13, bold: true, fontColor: "#44546A" },
  Heading3: { bold: true, fontColor: "#44546A" },
  Heading4: { bold: true, fontColor: "#44546A" },
  ...Object.fromEntries(accents.map((color, index) => [`Accent${index + 1}`, marked(color, "#FFFFFF")])),
};

/** A style of this name and look. */
export function newStyle(name: string, isBuiltIn = false, look: Partial<Style> = {}): NamedStyle {
  const sheet = new Sheet(`style:${name}`, name);
  sheet.cells.put(0, 0, { content: "", style: { ...plainStyle, ...look, named: name } });
  return { name, isBuiltIn, sheet, options: new Map() };
}

/** The change that gives a cell the style: Excel's own say nothing of what they do not name, except Normal, which says everything. */
export function givingStyle({ name, isBuiltIn, sheet }: NamedStyle): Restyle {
  const look = sheet.cells.styleAt(0, 0);
  if (!isBuiltIn || name === "Normal") return () => look;
  const said = Object.keys(looks[name] ?? {}) as (keyof Style)[];
  const parts = Object.fromEntries(said.map((key) => [key, look[key]])) as Partial<Style>;
  const made = new Map<Style, Style>();
  return (style) => {
    const known = made.get(style) ?? { ...style, ...parts, named: name };
    made.set(style, known);
    return known;
  };
}

/** Excel's own styles. */
export function builtInStyles(): NamedStyle[] {
  return Object.entries(looks).map(([name, look]) => newStyle(name, true, look));
}
