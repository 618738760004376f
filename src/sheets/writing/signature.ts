// Where a paper is signed and sealed: a line below everything else, whose first word tells every reader that it is no row of the table.
import type { Area } from "../grid";
import type { CellOut, StyledArea } from "./spec";

const blank = (characters: number) => "\u3000".repeat(characters);
const signed = (first: string, second: string, sealed: string) =>
  `${first}：${blank(8)}${second}：${blank(8)}${sealed}（盖章）：${blank(12)}年${blank(2)}月${blank(2)}日`;

const lines = {
  school: signed("填表人", "负责人", "学校"),
  centre: signed("制表人", "审核人", "单位"),
} as const;

/** A round seal is four centimetres wide and may reach over the line above. */
const height = 84;

/** The last line of a sheet: what stands in it, merged over its columns and high enough for a seal. */
export interface SignatureLine {
  readonly cells: readonly CellOut[];
  readonly styled: StyledArea;
  readonly height: readonly [row: number, points: number];
}

/** The line at this row, over the columns from the first to the last one named, in a table of so many columns. */
export function signatureLine(by: keyof typeof lines, row: number, from: number, to: number, width = to + 1): SignatureLine {
  const area: Area = { top: row, left: from, bottom: row, right: to };
  const cells = Array.from({ length: width }, (_, column): CellOut => (column === from ? lines[by] : null));
  return { cells, styled: { area, style: "signature" }, height: [row, height] };
}
