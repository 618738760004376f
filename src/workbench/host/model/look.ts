// The properties of a look by their documented paths, each read and written in one place: formats of ranges and properties of cells share them.
import names from "color-name";
import { invalidArgument } from "./errors";
import { drawing, type Line, type Restyle, setting, type Side, type Style } from "./style";

/** One property of a look. */
export interface LookProperty {
  readonly get: (style: Style) => unknown;
  /** The change that sets it; refuses values that it cannot have. */
  readonly set: (value: unknown) => Restyle;
}

type Of<T> = { [K in keyof Style]: Style[K] extends T ? (T extends Style[K] ? K : never) : never }[keyof Style];

function truth(key: Of<boolean>): LookProperty {
  return {
    get: (style) => style[key],
    set: (value) => {
      if (typeof value !== "boolean") throw invalidArgument("true or false is wanted");
      return setting(key, value);
    },
  };
}

function numeric(key: Of<number>, [least, most]: readonly [number, number]): LookProperty {
  return {
    get: (style) => style[key],
    set: (value) => {
      if (typeof value !== "number" || value < least || value > most) throw invalidArgument(`a number from ${least} to ${most} is wanted`);
      return setting(key, value);
    },
  };
}

function word(key: Of<string>, words?: readonly string[]): LookProperty {
  return {
    get: (style) => style[key],
    set: (value) => {
      const found = words ? words.find((one) => one.toLowerCase() === String(value).toLowerCase()) : String(value);
      if (typeof value !== "string" || found === undefined) throw invalidArgument(`${String(value)} is no such word`);
      return setting(key, found);
    },
  };
}

/** A colour as `#RRGGBB`; HTML's names of colours are known. */
export function colorOf(value: unknown): string {
  const text = typeof value === "string" ? value.toLowerCase() : "";
  const named = Object.hasOwn(names, text) ? names[text as keyof typeof names] : undefined;
  const hex = named ? named.map((part) => part.toString(16).padStart(2, "0")).join("") : /^#?([0-9a-f]{6})$/.exec(text)?.[1];
  if (hex === undefined) throw invalidArgument("a colour is wanted");
  return `#${hex.toUpperCase()}`;
}

function color(key: Of<string>, none?: string): LookProperty {
  return { get: (style) => style[key] || none, set: (value) => setting(key, value === "" && none ? "" : colorOf(value)) };
}

const horizontals = ["General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed"];
const underlines = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"];

/** The properties by path, as `RangeFormat` and the cell properties name them. */
export const lookProperties: Readonly<Record<string, LookProperty>> = {
  horizontalAlignment: word("horizontal", horizontals),
  verticalAlignment: word("vertical", ["Top", "Center", "Bottom", "Justify", "Distributed"]),
  wrapText: truth("wrap"),
  shrinkToFit: truth("shrink"),
  indentLevel: numeric("indent", [0, 250]),
  textOrientation: numeric("turn", [-90, 180]),
  // An unfilled cell is said to be white (RangeFill.color).
  "fill/color": color("fill", "#FFFFFF"),
  "font/name": word("fontName"),
  // Sizes beyond 409 are refused (RangeFont.size).
  "font/size": numeric("fontSize", [1, 409]),
  "font/bold": truth("bold"),
  "font/italic": truth("italic"),
  "font/strikethrough": truth("strikethrough"),
  "font/underline": word("underline", underlines),
  "font/color": color("fontColor"),
  "protection/locked": truth("locked"),
  "protection/formulaHidden": truth("hidden"),
};

const lineStyles = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"];
const weights = ["Hairline", "Thin", "Medium", "Thick"];

/** The change of a line's property on one side. */
export function lineChange(side: Side, property: keyof Line, value: unknown): Restyle {
  if (property === "color") return drawing(side, { color: colorOf(value) });
  const words = property === "style" ? lineStyles : weights;
  const found = words.find((one) => one.toLowerCase() === String(value).toLowerCase());
  if (found === undefined) throw invalidArgument(`${String(value)} is no such ${property}`);
  return drawing(side, { [property]: found });
}
