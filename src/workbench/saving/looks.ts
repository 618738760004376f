// How cells of the host look, as files describe it.
import type { CellStyle } from "../../sheets/writing/styles";
import type { FileLine, FileLook } from "../../sheets/writing/tab-layout/cell-style";
import { type Line, plainStyle, type Style } from "../host/model/style";

const horizontals: Readonly<Record<string, FileLook["horizontal"]>> = {
  General: "general",
  Left: "left",
  Center: "center",
  Right: "right",
  Fill: "fill",
  Justify: "justify",
  CenterAcrossSelection: "centerContinuous",
  Distributed: "distributed",
};

const verticals: Readonly<Record<string, FileLook["vertical"]>> = {
  Top: "top",
  Center: "center",
  Bottom: "bottom",
  Justify: "justify",
  Distributed: "distributed",
};

/** Lines that are no thin, medium or thick ones have a name of their own (ECMA-376 part 1 §18.18.3). */
const drawn: Readonly<Record<string, string>> = {
  Dash: "dashed",
  DashDot: "dashDot",
  DashDotDot: "dashDotDot",
  Dot: "dotted",
  Double: "double",
  SlantDashDot: "slantDashDot",
};
const continuous: Readonly<Record<string, string>> = { Hairline: "hair", Thin: "thin", Medium: "medium", Thick: "thick" };

/** A colour without its `#`, as files write it. */
export function rgb(color: string): string {
  return color.replace("#", "");
}

function lineOf({ style, weight, color }: Line): FileLine {
  return { style: drawn[style] ?? continuous[weight] ?? "thin", color: rgb(color) };
}

function lookOf(style: Style): FileLook {
  const { fontName, fontSize, bold, italic, underline, fontColor, fill, lines } = style;
  const sides = Object.entries(lines).map(([side, line]) => [side, lineOf(line)] as const);
  return {
    font: {
      name: fontName,
      size: fontSize,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(underline === "None" ? {} : { underline: true }),
      ...(fontColor === plainStyle.fontColor ? {} : { color: rgb(fontColor) }),
    },
    horizontal: horizontals[style.horizontal] ?? "general",
    vertical: verticals[style.vertical] ?? "bottom",
    format: style.numberFormat,
    ...(fill === "" ? {} : { fill: rgb(fill) }),
    ...(sides.length === 0 ? {} : { border: Object.fromEntries(sides) }),
    ...(style.wrap ? { wrap: true } : {}),
    ...(style.locked ? {} : { unlocked: true }),
  };
}

const wordOf = (words: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.keys(words).find((word) => words[word] === name);

function hostLine({ style, color }: FileLine): Line {
  const word = wordOf(drawn, style);
  return { style: word ?? "Continuous", weight: wordOf(continuous, style) ?? "Thin", color: `#${color}` };
}

/** The lines of our named styles (see `src/xlsx/tabs/style-xml.ts`). */
const grey = "#7F7F7F";
const thin: Line = { style: "Continuous", weight: "Thin", color: grey };
const named: Readonly<Record<NonNullable<CellStyle["border"]>, Style["lines"]>> = {
  thin: { top: thin, bottom: thin, left: thin, right: thin },
  bottom: { bottom: thin },
  "dashed-top": { top: { ...thin, style: "Dash" } },
};

function hostLines(border: FileLook["border"]): Style["lines"] {
  if (border === undefined) return {};
  if (typeof border === "string") return named[border];
  return Object.fromEntries(Object.entries(border).map(([side, line]) => [side, hostLine(line)]));
}

/** The style of a look, the other way round. */
export function hostStyle({ font, fill, border, horizontal, vertical, wrap, format, unlocked }: FileLook): Style {
  return {
    ...plainStyle,
    numberFormat: format,
    fontName: font.name,
    fontSize: font.size,
    bold: font.bold === true,
    italic: font.italic === true,
    underline: font.underline ? "Single" : "None",
    fontColor: `#${font.color ?? "000000"}`,
    fill: fill === undefined ? "" : `#${fill}`,
    horizontal: wordOf(horizontals, horizontal) ?? "General",
    vertical: wordOf(verticals, vertical) ?? "Bottom",
    wrap: wrap === true,
    locked: unlocked !== true,
    lines: hostLines(border),
  };
}

/** Says how styles look; cells that share a style share its look. */
export function looks(): (style: Style) => FileLook {
  const known = new Map<Style, FileLook>();
  return (style) => {
    const look = known.get(style) ?? lookOf(style);
    known.set(style, look);
    return look;
  };
}
