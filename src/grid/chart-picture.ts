// Where charts lie on the page.
import type { ChartData } from "./chart-data";

/** A row or column that is shown: its place in the sheet, counted from 0, and its size in pixels. */
export interface Stripe {
  readonly at: number;
  readonly size: number;
}

/** A chart and the pixels that it covers, counted from the first cell that is not held fast. */
export interface ChartPicture {
  readonly data: ChartData;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Stripes = { readonly rows: readonly Stripe[]; readonly columns: readonly Stripe[] };

/** The place of a chart among the rows and columns that are shown. */
export function chartPicture(
  data: ChartData,
  frozen: { readonly rows: number; readonly columns: number },
  { rows, columns }: Stripes,
): ChartPicture {
  const { top, left, bottom, right } = data.over;
  const size = (list: readonly Stripe[], from: number, to: number): number =>
    list.filter(({ at }) => at >= from && at < to).reduce((sum, stripe) => sum + stripe.size, 0);
  const start = (list: readonly Stripe[], from: number, to: number): number => size(list, from, to) - size(list, to, from);
  return {
    data,
    left: start(columns, frozen.columns, left),
    top: start(rows, frozen.rows, top),
    width: size(columns, left, right + 1),
    height: size(rows, top, bottom + 1),
  };
}
