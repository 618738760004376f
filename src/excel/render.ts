// A tab of ours as steps in Excel: formats of columns before values, values in blocks, everything else by area.
import { cellAddress, columnLetters, areaAddress } from "../sheets/grid";
import { type SheetSpec } from "../sheets/writing/spec";
import { requestBytes, rowBlocks, shortAddress, valueBytes } from "./chunks";
import { type LinkContext, linkTarget, outRows, type OutValue } from "./out-values";
import { chartSteps } from "./render-chart";
import { columnSteps, formatSteps, lookSteps } from "./render-looks";
import { pageSteps } from "./render-page";
import { pictureSteps } from "./render-picture";
import { highlightSteps, validationSteps } from "./render-rules";
import { linkMode } from "./style-areas";
import { addressSteps, grouped, optional, operationBytes, runs, step, type Step } from "./step";
import { widthPoints } from "./widths";

/** What a tab needs to know of its book. */
export interface RenderContext {
  readonly sheetName: LinkContext["sheetName"];
  /** The name that the hidden tab with the tab's long lists has now. */
  readonly listSheet: string;
}

/** office.js itself cuts values into slices of this many cells, each with its own operations. */
const sliceCells = 1500;

/** Everything that is to be done to a new sheet, in this order. */
export function renderSteps(spec: SheetSpec, context: RenderContext): readonly Step[] {
  const links = { mode: linkMode(spec), sheetName: context.sheetName };
  return [
    ...columnSteps(spec),
    ...formatSteps(spec),
    ...valueSteps(outRows(spec, links)),
    // A link brings a look of its own along, so ours come after it.
    ...linkSteps(spec, links),
    ...lookSteps(spec),
    ...(spec.merges ?? []).map((area) =>
      step(2, (sheet) => {
        sheet.getRange(areaAddress(area)).merge(false);
      }),
    ),
    ...sizeSteps(spec),
    ...validationSteps(spec, context.listSheet),
    ...highlightSteps(spec),
    ...chartSteps(spec.charts),
    ...pictureSteps(spec),
    ...frameSteps(spec),
    ...pageSteps(spec.page),
    ...hiddenSteps(spec),
  ];
}

function valueSteps(rows: readonly (readonly OutValue[])[]): readonly Step[] {
  const width = rows[0]?.length ?? 0;
  if (width === 0) return [];
  const weigh = (row: readonly OutValue[]): number =>
    row.reduce<number>((total, value) => total + valueBytes(value), 6) + (operationBytes * 4 * width) / sliceCells;
  return rowBlocks(rows, weigh, requestBytes - 4 * operationBytes).map(({ top, rows: block, bytes }) =>
    step(
      3,
      (sheet) => {
        const area = { top, left: 0, bottom: top + block.length - 1, right: width - 1 };
        // Excel copies what it is given before anything is sent.
        sheet.getRange(shortAddress(area)).values = block as OutValue[][];
      },
      bytes,
    ),
  );
}

function linkSteps({ rows }: SheetSpec, { mode, sheetName }: LinkContext): readonly Step[] {
  if (mode === "formulas") return [];
  return rows.flatMap((row, rowIndex) =>
    row.flatMap((cell, column) => {
      if (cell === null || typeof cell !== "object" || !("link" in cell) || cell.text === "") return [];
      const { text, link } = cell;
      const hyperlink = { documentReference: linkTarget(link, sheetName), textToDisplay: text };
      return [
        step(
          3,
          (sheet) => {
            sheet.getRange(cellAddress(rowIndex, column)).hyperlink = hyperlink;
          },
          400,
        ),
      ];
    }),
  );
}

function sizeSteps({ columns, heights }: SheetSpec): readonly Step[] {
  const widths = grouped([...columns.keys()], (column) => columns[column]?.width ?? 0);
  const rows = grouped([...(heights ?? [])], ([, height]) => height);
  return [
    ...[...widths].flatMap(([width, members]) =>
      addressSteps(
        runs(members).map(([first, last]) => `${columnLetters(first)}:${columnLetters(last)}`),
        1,
        ({ format }) => {
          format.columnWidth = widthPoints(width);
        },
      ),
    ),
    ...[...rows].flatMap(([height, members]) =>
      addressSteps(
        runs(members.map(([row]) => row)).map(([first, last]) => `${first + 1}:${last + 1}`),
        1,
        ({ format }) => {
          format.rowHeight = height;
        },
      ),
    ),
  ];
}

function frameSteps({ tabColor, freeze, filter }: SheetSpec): readonly Step[] {
  const frame = step(4, (sheet) => {
    if (tabColor !== undefined) sheet.tabColor = `#${tabColor}`;
    if (filter) sheet.autoFilter.apply(sheet.getRange(areaAddress(filter)));
  });
  return freeze && freeze.rows + freeze.columns > 0 ? [frame, optional(freezing(freeze))] : [frame];
}

// In one request with the rest, freezing fails in some Excels (office-js issue 2196), and in all while another workbook is in front.
function freezing({ rows, columns }: { readonly rows: number; readonly columns: number }): Step {
  return step(2, (sheet) => {
    if (columns === 0) sheet.freezePanes.freezeRows(rows);
    else if (rows === 0) sheet.freezePanes.freezeColumns(columns);
    else sheet.freezePanes.freezeAt(sheet.getRange(`A1:${cellAddress(rows - 1, columns - 1)}`));
  });
}

function hiddenSteps({ columns, hiddenRows = [] }: SheetSpec): readonly Step[] {
  const hidden = [...columns.keys()].filter((column) => columns[column]?.hidden);
  return [
    ...runs(hidden).map(([first, last]) =>
      step(3, (sheet) => {
        sheet.getRange(`${columnLetters(first)}:${columnLetters(last)}`).columnHidden = true;
      }),
    ),
    ...runs(hiddenRows).map(([first, last]) =>
      step(3, (sheet) => {
        sheet.getRange(`${first + 1}:${last + 1}`).rowHidden = true;
      }),
    ),
  ];
}
