// Checks tabs of ours before they are written: what Excel would "repair" on opening is a mistake of ours, found here.
import { type Area, cellAddress } from "../../grid";
import { type ChartSpec, type Highlight, type PageSpec, type PictureSpec, type Validation } from "../spec";
import { type FileSheet } from "./cell-style";
import { lintCells, type Refuse } from "./lint-cells";

// Excel's limits: https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
const limits = {
  row: 1_048_575,
  column: 16_383,
  width: 255,
  height: 409.5,
  breaks: 1026,
  headerText: 255,
  formula: 8192,
  drawn: 10_000_000,
};

/** @throws RangeError when Excel would refuse or repair a book with these tabs */
export function lintSheets(tabs: readonly FileSheet[]): void {
  const seen = new Set<string>();
  for (const spec of tabs) {
    if (spec.tab !== "" && seen.has(spec.tab)) throw new RangeError(`two tabs ${spec.tab}`);
    seen.add(spec.tab);
    lintSheet(spec);
  }
}

function lintSheet(spec: FileSheet): void {
  const refuse: Refuse = (what) => {
    throw new RangeError(`tab ${spec.tab}: ${what}`);
  };
  if (!/^[^"<>&\p{C}]{0,100}$/u.test(spec.tab)) refuse("not an id");
  lintSize(spec, refuse);
  lintCells(spec, refuse);
  for (const { area } of spec.styled ?? []) lintArea(area, "style", refuse);
  lintMerges(spec.merges ?? [], refuse);
  if (spec.filter) lintArea(spec.filter, "filter", refuse);
  if (spec.tabColor !== undefined) lintColor(spec.tabColor, refuse);
  spec.validations?.forEach((validation) => lintValidation(validation, refuse));
  lintOverlaps(spec.validations ?? [], refuse);
  spec.highlights?.forEach((highlight) => lintHighlight(highlight, refuse));
  spec.charts?.forEach((chart) => lintChart(chart, refuse));
  spec.pictures?.forEach((picture) => lintPicture(picture, refuse));
  if (spec.page) lintPage(spec.page, refuse);
}

function lintSize({ columns, rows, heights, hiddenRows = [], freeze }: FileSheet, refuse: Refuse): void {
  if (rows.length > limits.row + 1) refuse(`${rows.length} rows`);
  if (columns.length > limits.column + 1) refuse(`${columns.length} columns`);
  for (const { width } of columns) if (!(width >= 0 && width <= limits.width)) refuse(`column width ${width}`);
  for (const [row, height] of heights ?? []) {
    if (!isWithin(row, limits.row) || !(height >= 0 && height <= limits.height)) refuse(`row ${row + 1}: height ${height}`);
  }
  for (const row of hiddenRows) if (!isWithin(row, limits.row)) refuse(`hidden row ${row}`);
  if (freeze && !(isWithin(freeze.rows, limits.row) && isWithin(freeze.columns, limits.column))) refuse("freeze");
}

function isWithin(value: number, limit: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= limit;
}

function lintArea({ top, left, bottom, right }: Area, what: string, refuse: Refuse): void {
  const isInside =
    isWithin(top, limits.row) && isWithin(bottom, limits.row) && isWithin(left, limits.column) && isWithin(right, limits.column);
  if (!isInside || bottom < top || right < left) refuse(`${what}: no area ${top},${left}–${bottom},${right}`);
}

function lintMerges(merges: readonly Area[], refuse: Refuse): void {
  const taken = new Set<number>();
  const inOrder = followEachOther(merges);
  let drawn = 0;
  for (const area of merges) {
    lintArea(area, "merge", refuse);
    drawn += (area.bottom - area.top + 1) * (area.right - area.left + 1);
    if (area.top === area.bottom && area.left === area.right) refuse(`merge of one cell ${cellAddress(area.top, area.left)}`);
    if (drawn > limits.drawn) refuse("merges of more than ten million cells");
    if (inOrder) continue;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const key = row * (limits.column + 1) + column;
        if (taken.has(key)) refuse(`merges overlap at ${cellAddress(row, column)}`);
        taken.add(key);
      }
    }
  }
}

// Letters are tens of thousands of merged lines one below the other, of which none can overlap.
function followEachOther(merges: readonly Area[]): boolean {
  let [row, right] = [-1, -1];
  for (const area of merges) {
    if (area.top !== area.bottom || area.top < row || (area.top === row && area.left <= right)) return false;
    row = area.top;
    right = area.right;
  }
  return true;
}

function lintValidation({ area, rule, prompt, error }: Validation, refuse: Refuse): void {
  lintArea(area, "validation", refuse);
  const where = `validation at ${cellAddress(area.top, area.left)}`;
  if (rule.kind === "list" && rule.values.length === 0) refuse(`${where}: empty list`);
  if (rule.kind === "list" && rule.values.some((value) => value === "")) refuse(`${where}: empty value in the list`);
  if ("from" in rule && rule.from > rule.to) refuse(`${where}: from after to`);
  if (rule.kind === "length" && !isWithin(rule.to, 32_767)) refuse(`${where}: length ${rule.to}`);
  if (error.title.length > 32 || error.message.length > 225) refuse(`${where}: error text too long`);
  if (prompt && (prompt.title.length > 32 || prompt.message.length > 255)) refuse(`${where}: prompt too long`);
}

// In Excel the later of two rules takes a cell away from the earlier, whose prompt is then gone.
function lintOverlaps(validations: readonly Validation[], refuse: Refuse): void {
  for (const [index, { area }] of validations.entries()) {
    const other = validations.slice(index + 1).find((later) => isCommon(area, later.area))?.area;
    if (other) refuse(`two validations at ${cellAddress(Math.max(area.top, other.top), Math.max(area.left, other.left))}`);
  }
}

function isCommon(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

function lintColor(color: string, refuse: Refuse): void {
  if (!/^[0-9A-F]{6}$/i.test(color)) refuse(`colour ${color}`);
}

function lintHighlight(highlight: Highlight, refuse: Refuse): void {
  lintArea(highlight.area, "highlight", refuse);
  if ("bar" in highlight) return lintColor(highlight.bar, refuse);
  const { formula, fill, fontColor } = highlight;
  if (formula === "" || formula.startsWith("=") || formula.length > limits.formula) refuse(`highlight formula ${formula.slice(0, 40)}`);
  lintColor(fill, refuse);
  if (fontColor !== undefined) lintColor(fontColor, refuse);
}

function lintChart({ title, series, categories, over, kind }: ChartSpec, refuse: Refuse): void {
  const areas = [categories, ...series.map(({ values }) => values)];
  for (const area of [...areas, over]) lintArea(area, "chart", refuse);
  if (series.length === 0 || series.length > 255) refuse(`chart ${title}: ${series.length} series`);
  if (kind === "pie" && series.length > 1) refuse(`chart ${title}: a pie has one series`);
  if (areas.some((area) => area.top !== area.bottom && area.left !== area.right))
    refuse(`chart ${title}: an area of several rows and columns`);
}

function lintPicture({ row, column, left, top, size, squares, label }: PictureSpec, refuse: Refuse): void {
  if (!isWithin(row, limits.row) || !isWithin(column, limits.column)) refuse(`picture ${label}: no cell ${row},${column}`);
  if (!(left >= 0 && top >= 0 && size > 0)) refuse(`picture ${label}: ${size} points at ${left},${top}`);
  const side = squares.length;
  if (side < 2 || side > 60 || squares.some((line) => line.length !== side)) refuse(`picture ${label}: not a square`);
}

function lintPage({ area, repeatRows, breaksAfter = [], header = "", footer = "", margins }: PageSpec, refuse: Refuse): void {
  if (area) lintArea(area, "print area", refuse);
  if (repeatRows) lintArea({ top: repeatRows[0], bottom: repeatRows[1], left: 0, right: 0 }, "repeated rows", refuse);
  if (breaksAfter.length > limits.breaks) refuse(`${breaksAfter.length} page breaks, Excel keeps ${limits.breaks}`);
  if (breaksAfter.some((row) => !isWithin(row, limits.row - 1))) refuse("page break outside the sheet");
  if (header.length > limits.headerText || footer.length > limits.headerText) refuse("header or footer too long");
  if (Object.values(margins).some((margin) => !(margin >= 0 && margin < 49))) refuse("margins");
}
