// Layout codes: what may be remarkable about a sheet as a whole rather than about one of its cells.
import type { Severity } from "./finding";

/** Every code of a layout finding with its gravity, in report order; codes are permanent. */
export const layoutSeverities = {
  /** Without this column no row can be told apart or counted. */
  "column-missing": "error",
  /** The sheet is usable, but a figure cannot be divided or checked. */
  "column-wanted": "warning",
  "column-ambiguous": "warning",
  "column-duplicated": "warning",
  /** The sheet says so itself, and its figures are converted; rounded ten-thousands may not add up to the 分. */
  "units-not-yuan": "warning",
  "total-differs": "warning",
  "header-repeated": "info",
  "rows-ignored": "info",
  "hidden-rows": "warning",
  "hidden-columns": "warning",
  "merged-cells-filled": "info",
  "comments-unread": "warning",
  /** A quote without its other half in a text file: every line was read by itself. */
  "quote-unmatched": "warning",
  /** Letters would carry another date than the one that stands there. */
  "setting-date-unreadable": "error",
  "setting-date-far": "error",
  "setting-year-unreadable": "error",
  /** Titles, letters and file names show its beginning. */
  "setting-too-long": "warning",
  "setting-control-unreadable": "warning",
  /** No feedback can be compared with an earlier one until it is as it was. */
  "snapshots-damaged": "warning",
  /** Talks and samples go by what is usual instead. */
  "setting-report-unreadable": "warning",
  /** Letters would ask for what was remitted, or name a way to pay that nobody confirmed. */
  "setting-policy-unreadable": "error",
  /** Letters would carry a placeholder, or half of one. */
  "text-braces": "error",
  /** Letters would hurt or threaten a family. */
  "text-harsh": "error",
  /** Letters would have a gap where the office should say how it is reached. */
  "text-missing": "error",
  /** Letters would take a second page, or another paper would. */
  "text-spills": "warning",
} as const satisfies Record<string, Severity>;

/** The code of a layout finding. */
export type LayoutCode = keyof typeof layoutSeverities;
