// One sheet: its cells and everything that hangs on it, all of which follows when rows or columns come and go.
import { type Area } from "../../../sheets/grid";
import { isWholeColumns, isWholeRows, overlaps, type Shift, shiftArea } from "./area";
import {
  type Chart,
  type ConditionalFormat,
  newPageLayout,
  type PageLayout,
  type Protection,
  type Shape,
  type Table,
  type ValidationRule,
} from "./attachments";
import { CellStore } from "./cell-store";
import { invalidOperation } from "./errors";

/** How far a sheet can be seen. */
export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** A sheet of the book. */
export class Sheet {
  readonly cells = new CellStore();
  visibility: Visibility = "Visible";
  tabColor = "";
  showGridlines = true;
  showHeadings = true;
  standardWidth = 8.43;
  merges: readonly Area[] = [];
  freeze: { readonly rows: number; readonly columns: number } | undefined;
  /** The area with filter buttons and the criteria by column. */
  filter: { area: Area; criteria: Map<number, unknown> } | undefined;
  validations: ValidationRule[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  charts: Chart[] = [];
  tables: Table[] = [];
  /** Shapes, those at the back first. */
  shapes: Shape[] = [];
  /** Rows before which, and columns left of which, a new page begins. */
  rowBreaks: readonly Area[] = [];
  columnBreaks: readonly Area[] = [];
  page: PageLayout = newPageLayout();
  protection: Protection | undefined;
  readonly customProperties = new Map<string, string>();

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  /** Whether the sheet stands in the book still; references to deleted sheets fail. */
  isDeleted = false;

  /**
   * Pushes cells away or pulls them in, with all that stands on them.
   * @throws HostError when part of a merged area or of a table would be torn off
   */
  shift(shift: Shift): void {
    this.#assertWhole(shift);
    this.cells.shift(shift);
    const follow = (areas: readonly Area[]): Area[] => areas.map((area) => shiftArea(area, shift)).filter((area) => area !== undefined);
    this.merges = follow(this.merges);
    this.validations = this.validations.map((rule) => ({ ...rule, areas: follow(rule.areas) })).filter((rule) => rule.areas.length > 0);
    for (const format of this.conditionalFormats) format.areas = follow(format.areas);
    this.conditionalFormats = this.conditionalFormats.filter((format) => format.areas.length > 0);
    this.rowBreaks = follow(this.rowBreaks);
    this.columnBreaks = follow(this.columnBreaks);
    this.page.areas = follow(this.page.areas);
    this.tables = this.tables.filter((table) => follow([table.area]).length > 0);
    for (const table of this.tables) table.area = shiftArea(table.area, shift) ?? table.area;
    this.#followPrinting(shift);
    const filter = this.filter && shiftArea(this.filter.area, shift);
    this.filter = this.filter && filter ? { ...this.filter, area: filter } : undefined;
  }

  /** Takes over all that another sheet holds; its tables, charts, shapes and rules get identities of their own. */
  copyFrom(sheet: Sheet, next: () => number): void {
    this.cells.copyFrom(sheet.cells);
    const { tabColor, showGridlines, showHeadings, standardWidth, merges, freeze, rowBreaks, columnBreaks, visibility } = sheet;
    Object.assign(this, { tabColor, showGridlines, showHeadings, standardWidth, merges, freeze, rowBreaks, columnBreaks, visibility });
    this.filter = sheet.filter && { ...sheet.filter, criteria: new Map(sheet.filter.criteria) };
    this.page = structuredClone(sheet.page);
    this.protection = sheet.protection;
    this.validations = structuredClone(sheet.validations);
    const own = <T extends { readonly options: Map<string, unknown> }>(one: T): T => ({ ...one, options: new Map(one.options) });
    const ids = new Map(sheet.shapes.map(({ id }) => [id, `{shape-${next()}}`]));
    this.shapes = sheet.shapes.map((one) => ({
      ...own(one),
      id: ids.get(one.id) ?? one.id,
      place: { ...one.place },
      group: one.group === undefined ? undefined : ids.get(one.group),
    }));
    this.charts = sheet.charts.map((one) => ({
      ...own(one),
      id: `{chart-${next()}}`,
      place: { ...one.place },
      series: one.series.map(own),
    }));
    this.conditionalFormats = sheet.conditionalFormats.map((one) => ({ ...own(one), id: `{CF${String(next()).padStart(6, "0")}}` }));
    this.tables = sheet.tables.map((one) => {
      const number = next();
      return { ...one, id: String(number), name: `${one.name}_${number}`, criteria: new Map(one.criteria) };
    });
    for (const [key, value] of sheet.customProperties) this.customProperties.set(key, value);
  }

  #followPrinting(shift: Shift): void {
    const moved = (area: Area | undefined): Area | undefined => area && shiftArea(area, shift);
    this.page.titleRows = moved(this.page.titleRows);
    this.page.titleColumns = moved(this.page.titleColumns);
    for (const chart of this.charts) {
      chart.over = moved(chart.over);
      for (const series of chart.series) {
        series.values = moved(series.values);
        series.categories = moved(series.categories);
      }
    }
  }

  // Excel refuses to move some of the cells of a merged area or of a table.
  #assertWhole({ axis, area }: Shift): void {
    if (axis === "rows" ? isWholeRows(area) : isWholeColumns(area)) return;
    for (const block of [...this.merges, ...this.tables.map((table) => table.area)]) {
      const moves = axis === "rows" ? { ...area, bottom: Infinity } : { ...area, right: Infinity };
      const isInside =
        axis === "rows" ? block.left >= area.left && block.right <= area.right : block.top >= area.top && block.bottom <= area.bottom;
      if (overlaps(block, moves) && !isInside) throw invalidOperation("part of a merged area or table would move");
    }
  }
}
