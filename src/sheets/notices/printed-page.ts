// A page as it comes out of the printer, in points on A4: what a preview draws, from the lines that the sheet is made of.
import { groupedYuan } from "../../domain/values/money";
import { cellText } from "../grid";
import type { CellOut } from "../writing/spec";
import { cellValueOf } from "../writing/spec-grid";
import { type CellStyle, styleOf } from "../writing/styles";
import { textLines } from "../writing/text-lines";
import { columnWidths, page, type Piece } from "./notice-page";
import type { Page } from "./notice";

/** The sheet of paper, A4. */
export const paper = { width: 595, height: 842 } as const;

/** One value where it stands on the paper, its text in lines. */
export interface PrintedPiece {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly style: CellStyle;
  /** The font with those that stand in for it, as CSS names them. */
  readonly family: string;
}

/** A picture of black and white squares, all of one size. */
export interface PrintedPicture {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly squares: readonly string[];
  readonly label: string;
}

/** One page with everything on it. */
export interface PrintedPage {
  readonly pieces: readonly PrintedPiece[];
  readonly pictures: readonly PrintedPicture[];
}

// What stands in where a font is not installed.
const families: Readonly<Record<string, string>> = {
  仿宋: "FangSong, STFangsong, 仿宋, serif",
  黑体: "SimHei, STHeiti, 黑体, sans-serif",
  宋体: "SimSun, STSong, 宋体, serif",
};

// Excel rounds the digits of 宋体 11 up to 8 pixels.
const pointsPerCharacter = 6;
const padding = 6;

function textOf(value: CellOut): string {
  // As it stands: the blanks before a paragraph are part of it.
  if (typeof value === "string") return value;
  return value !== null && typeof value === "object" && "fen" in value ? groupedYuan(value.fen) : cellText(cellValueOf(value));
}

const widthOf = (from: number, to: number) =>
  columnWidths.slice(from, to).reduce((sum, characters) => sum + characters, 0) * pointsPerCharacter;

const left = (paper.width - widthOf(0, columnWidths.length)) / 2;

function printedPiece({ from, to, value, style: name }: Piece, y: number, height: number): PrintedPiece {
  const style = styleOf(name);
  const width = widthOf(from, to + 1);
  const characters = (width - padding) / style.font.size;
  const text = textOf(value);
  // Excel breaks text only; a day or an amount stays on its line.
  const lines = style.wrap && typeof value === "string" ? textLines(text, characters) : [text];
  return { x: left + widthOf(0, from), y, width, height, lines, style, family: families[style.font.name] ?? "sans-serif" };
}

/** Everything on a page, from top to bottom. */
export function printedPage(lines: Page): PrintedPage {
  const pieces: PrintedPiece[] = [];
  const pictures: PrintedPicture[] = [];
  let y = page.margins.top * 72;
  for (const { height, pieces: own, picture } of lines) {
    for (const piece of own) pieces.push(printedPiece(piece, y, height));
    if (picture) {
      const { column, left: beside, top, size, squares, label } = picture;
      pictures.push({ x: left + widthOf(0, column) + beside, y: y + top, size, squares, label });
    }
    y += height;
  }
  return { pieces, pictures };
}
