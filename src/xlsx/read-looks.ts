// How a file's sheets look: widths, heights, frozen rows and the looks of cells. Nothing depends on it but what people see in the grid.
import { type CellStyle as Styled, readXlsx, type Sheet } from "hucre/xlsx";
import type { SheetLooks } from "../sheets/shown-sheet";
import { type FileLine, type FileLook } from "../sheets/writing/tab-layout/cell-style";

/** The looks of the sheets of an unencrypted xlsx package; none when the engine that reads them stumbles, since no file is refused for its looks. */
export async function readLooks(xlsxPackage: Uint8Array): Promise<readonly SheetLooks[]> {
  try {
    const { sheets, themeColors = [], defaultFont } = await readXlsx(xlsxPackage, { readStyles: true });
    const known = new Map<string, FileLook>();
    const lookOf = (style: Styled): FileLook => {
      const key = JSON.stringify(style);
      const look = known.get(key) ?? fileLook(style, themeColors, defaultFont);
      known.set(key, look);
      return look;
    };
    return sheets.map((sheet) => looksOf(sheet, themeColors, lookOf));
  } catch {
    return [];
  }
}

function looksOf(sheet: Sheet, theme: readonly string[], lookOf: (style: Styled) => FileLook): SheetLooks {
  const { name, columns = [], rowDefs = new Map(), freezePane, cells = new Map(), view } = sheet;
  return {
    name,
    widths: new Map(columns.flatMap(({ width }, column) => (width === undefined ? [] : [[column, width] as const]))),
    heights: new Map([...rowDefs].flatMap(([row, { height }]) => (height === undefined ? [] : [[row, height] as const]))),
    freeze: { rows: freezePane?.rows ?? 0, columns: freezePane?.columns ?? 0 },
    tabColor: colorOf(view?.tabColor, theme),
    cells: [...cells].flatMap(([place, { style }]) => {
      const [row = 0, column = 0] = place.split(",").map(Number);
      return style ? [{ row, column, look: lookOf(style) }] : [];
    }),
  };
}

function fileLook(
  { font, fill, border, alignment, numFmt, protection }: Styled,
  theme: readonly string[],
  usual: Styled["font"],
): FileLook {
  const color = colorOf(font?.color, theme);
  const filled = fill?.type === "pattern" && fill.pattern !== "none" ? colorOf(fill.fgColor, theme) : undefined;
  const lines = (["top", "bottom", "left", "right"] as const).flatMap((side) => {
    const line = border?.[side];
    return line ? [[side, { style: line.style, color: colorOf(line.color, theme) ?? "000000" } satisfies FileLine] as const] : [];
  });
  return {
    font: {
      name: font?.name ?? usual?.name ?? "SimSun",
      size: font?.size ?? usual?.size ?? 11,
      ...(font?.bold ? { bold: true } : {}),
      ...(font?.italic ? { italic: true } : {}),
      ...(font?.underline ? { underline: true } : {}),
      ...(color === undefined ? {} : { color }),
    },
    horizontal: alignment?.horizontal ?? "general",
    vertical: alignment?.vertical ?? "bottom",
    format: numFmt ?? "General",
    ...(filled === undefined ? {} : { fill: filled }),
    ...(lines.length === 0 ? {} : { border: Object.fromEntries(lines) }),
    ...(alignment?.wrapText ? { wrap: true } : {}),
    ...(protection?.locked === false ? { unlocked: true } : {}),
  };
}

// The first four colours of a theme stand in pairs the other way round than they are counted (ECMA-376 part 1 §18.8.3 and §20.1.6.2).
const paired = [1, 0, 3, 2];

/** A colour as RRGGBB; those of the palette that Excel had before 2007 are left out. */
function colorOf(color: NonNullable<Styled["font"]>["color"], theme: readonly string[]): string | undefined {
  if (color?.rgb !== undefined) return color.rgb.slice(-6).toUpperCase();
  const plain = color?.theme === undefined ? undefined : theme[paired[color.theme] ?? color.theme];
  return plain === undefined ? undefined : tinted(plain, color?.tint ?? 0);
}

// A tint goes so far to white, a shade to black (ECMA-376 part 1 §18.8.19); per channel that is what it is for grey, and near enough for the rest.
function tinted(rgb: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  const turned = channels.map((value) => Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint));
  return turned
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
