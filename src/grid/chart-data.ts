// What a chart shows, and the marks of its axis.
import type { Area } from "../sheets/grid";

/** A chart as numbers and words. */
export interface ChartData {
  readonly kind: "bar" | "column" | "line" | "pie";
  readonly title: string;
  readonly isPercent: boolean;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** The cells that it covers. */
  readonly over: Area;
}

/** The cells of an area, row by row. */
export function cellsIn({ top, left, bottom, right }: Area): readonly (readonly [row: number, column: number])[] {
  const cells: [number, number][] = [];
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) cells.push([row, column]);
  return cells;
}

/**
 * The marks of an axis from 0: a round step, and as many steps as the largest value needs.
 * @example marksUpTo(0.83) // [0, 0.2, 0.4, 0.6, 0.8, 1]
 */
export function marksUpTo(largest: number): readonly number[] {
  if (!(largest > 0)) return [0, 1];
  const rough = largest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999) ?? rough;
  const count = Math.ceil(largest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
