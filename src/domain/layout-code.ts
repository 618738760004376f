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
  "units-not-yuan": "error",
  "total-differs": "warning",
  "header-repeated": "info",
  "rows-ignored": "info",
  "hidden-rows": "warning",
  "hidden-columns": "warning",
  "merged-cells-filled": "info",
  "comments-unread": "warning",
} as const satisfies Record<string, Severity>;

/** Codes that spoil every row of their sheet: nobody on it gets a list or notice until they are settled. */
export const spoilingCodes: ReadonlySet<string> = new Set<LayoutCode>(["units-not-yuan"]);

/** The code of a layout finding. */
export type LayoutCode = keyof typeof layoutSeverities;
