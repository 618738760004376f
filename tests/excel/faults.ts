// Ways in which a round trip fails, and what the book is afterwards.
import { type Fault } from "../../src/workbench/host/faults";
import { type OfficeClient } from "../support/office-client";

const refusals = [
  "InvalidOperationInCellEditMode",
  "ActivityLimitReached",
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
  "InvalidOrTimedOutSession",
];
/** Every kind of failure. */
export const faults: readonly Fault[] = [
  ...refusals.map((code) => ({ code })),
  { code: "AccessDenied", done: "nothing" },
  { code: "InactiveWorkbook", done: "half" },
  { code: "GeneralException", done: "nothing" },
  { code: "GeneralException", done: "half" },
  { code: "GeneralException", done: "all" },
];

/** What a person could see of the book, and what our next run would; ids may differ. */
export function stateOf({ host: { book } }: OfficeClient): string {
  const sheets = book.sheets.map((sheet) => ({
    name: sheet.name,
    visibility: sheet.visibility,
    cells: [...sheet.cells.existing({ top: 0, left: 0, bottom: 99, right: 29 })].map(([row, column, { content }]) => [
      row,
      column,
      content,
    ]),
    marks: sheet.conditionalFormats.map(({ areas }) => areas),
    charts: sheet.charts.length,
    names: book.names.filter((name) => name.sheet === sheet).map(({ name, target, isVisible }) => [name, isVisible, target]),
    protection: sheet.protection !== undefined,
  }));
  return JSON.stringify({ sheets, settings: [...book.settings], names: book.names.filter((name) => !name.sheet).length });
}
