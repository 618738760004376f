// How a cell looks and what it permits: one flat, shared, never changed value per look.

/** A line on a side of a cell. */
export interface Line {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

/** The sides of a cell that can have a line. */
export type Side = "top" | "bottom" | "left" | "right" | "diagonalDown" | "diagonalUp";

/** Everything about a cell but its value. Colours are `#RRGGBB`; an empty fill is none. */
export interface Style {
  readonly numberFormat: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly fontColor: string;
  readonly fill: string;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly shrink: boolean;
  readonly indent: number;
  readonly turn: number;
  readonly locked: boolean;
  readonly hidden: boolean;
  readonly lines: Readonly<Partial<Record<Side, Line>>>;
  /** The name of the style that it was given. */
  readonly named: string;
}

/** The look of cells that nobody has formatted. */
export const plainStyle: Style = {
  numberFormat: "General",
  fontName: "DengXian",
  fontSize: 11,
  bold: false,
  italic: false,
  underline: "None",
  strikethrough: false,
  fontColor: "#000000",
  fill: "",
  horizontal: "General",
  vertical: "Bottom",
  wrap: false,
  shrink: false,
  indent: 0,
  turn: 0,
  locked: true,
  hidden: false,
  lines: {},
  named: "Normal",
};

/** A change of look that remembers what it made, so that cells that looked alike still share one value. */
export type Restyle = (style: Style) => Style;

/** The change that sets one property. */
export function setting<K extends keyof Style>(key: K, value: Style[K]): Restyle {
  return remembered((style) => (style[key] === value ? style : { ...style, [key]: value }));
}

/** The change that draws or removes the line on one side. */
export function drawing(side: Side, change: Partial<Line>): Restyle {
  return remembered((style) => {
    const old = style.lines[side] ?? { style: "None", weight: "Thin", color: "#000000" };
    // Giving a line a colour or weight draws it; style None takes it away.
    const line = { ...old, ...(old.style === "None" && change.style === undefined ? { style: "Continuous" } : {}), ...change };
    const others = Object.entries(style.lines).filter(([name]) => name !== side);
    return { ...style, lines: Object.fromEntries(line.style === "None" ? others : [...others, [side, line]]) };
  });
}

function remembered(change: Restyle): Restyle {
  const made = new Map<Style, Style>();
  return (style) => {
    const known = made.get(style);
    if (known) return known;
    const changed = change(style);
    made.set(style, changed);
    return changed;
  };
}
