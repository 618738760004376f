// What tabs of one kind have in common around their rows: registers that the program keeps, and tabs on which the centre decides.
import type { PageSpec, SheetSpec, StyledArea } from "./spec";

/** Where the headings of a list stand, counted from 0: below its title and a line on what it is for. */
export const registerHeadingRow = 2;

interface Frame {
  /** The last column, counted from 0. */
  readonly right: number;
  /** How many columns stay in sight. */
  readonly frozen?: number;
  /** The last column of the title. */
  readonly titleTo?: number;
  /** Inches left free at the sides of the paper. */
  readonly margin?: number;
  /** What the foot says besides the page. */
  readonly footer?: string;
  /** What is otherwise on paper. */
  readonly page?: Partial<PageSpec>;
}

/** How tabs print: A4 across, as wide as the paper, the number of the page at the foot between what it says left and right of it. */
export function tabPage({
  margin = 0.4,
  left = "",
  right = "",
  ...page
}: Partial<PageSpec> & { readonly margin?: number; readonly left?: string; readonly right?: string } = {}): PageSpec {
  return {
    paper: "A4",
    orientation: "landscape",
    margins: { top: 0.6, bottom: 0.6, left: margin, right: margin },
    fitWidth: true,
    footer: `${left && `&L${left}`}&C第 &P 页 共 &N 页${right && `&R${right}`}`,
    ...page,
  };
}

/** A list: title, a line on what it is for, headings that stand on every page. */
export function listFrame({
  right,
  frozen = 0,
  titleTo = right,
  margin = 0.5,
  footer = "",
  title = "title",
  filterTo,
  styled = [],
  page,
}: Frame & {
  readonly title?: "title" | "titleLeft";
  /** The last row of the filter, counted from 0; without it there is none. */
  readonly filterTo?: number;
  /** What else is styled. */
  readonly styled?: readonly StyledArea[];
}) {
  const row = (at: number, to = right) => ({ top: at, left: 0, bottom: at, right: to });
  return {
    styled: [
      { area: row(0), style: title },
      { area: row(1), style: "subtitle" },
      { area: row(registerHeadingRow), style: "heading" },
      ...styled,
    ],
    merges: [row(0, titleTo), row(1, titleTo)],
    freeze: { rows: registerHeadingRow + 1, columns: frozen },
    ...(filterTo === undefined ? {} : { filter: { top: registerHeadingRow, left: 0, bottom: filterTo, right } }),
    page: tabPage({ margin, repeatRows: [registerHeadingRow, registerHeadingRow], right: footer, ...page }),
  } as const satisfies Partial<SheetSpec>;
}

/** A register that the program keeps: a list that can be filtered, its title where the eye begins. */
export function registerFrame({
  count,
  least = 0,
  ...frame
}: Frame & {
  /** How many rows it has, and how many the filter covers at least. */
  readonly count: number;
  readonly least?: number;
}) {
  return listFrame({ margin: 0.4, ...frame, title: "titleLeft", filterTo: registerHeadingRow + Math.max(least, count) });
}

/** A tab on which the centre decides: what it is about, how to decide, headings, those of the columns to fill in yellow. */
export function decisionFrame({
  right,
  typedFrom,
  headingRow,
  frozen,
}: {
  readonly right: number;
  /** The first column that is filled in, counted from 0. */
  readonly typedFrom: number;
  readonly headingRow: number;
  readonly frozen: number;
}) {
  const row = (at: number, left = 0) => ({ top: at, left, bottom: at, right });
  return {
    styled: [
      { area: row(0), style: "section" },
      { area: row(1), style: "subtitle" },
      { area: row(headingRow), style: "heading" },
      { area: row(headingRow, typedFrom), style: "headingFill" },
    ],
    merges: [row(0), row(1)],
    heights: new Map([
      [0, 28],
      [headingRow, 26],
    ]),
    freeze: { rows: headingRow + 1, columns: frozen },
    page: tabPage({ repeatRows: [headingRow, headingRow], right: "仅供县资助中心使用" }),
  } as const satisfies Partial<SheetSpec>;
}
