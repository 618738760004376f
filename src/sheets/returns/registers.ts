// The registers (送达登记, 还款台账, 上门记录, 特殊情况): tabs in which the centre keeps what schools report, and may write itself.
import { maskCitizenId } from "../../domain/identity/citizen-id";
import type { FieldId, FieldValues, SheetRow } from "../../domain/record/field";
import { fillInsOf, type Register } from "../../domain/record/registers";
import type { StoredRow } from "../../domain/returns/register-store";
import type { RosterIndex } from "../../domain/identity/roster-index";
import { cellOf } from "../vocabulary/cell-of";
import { choiceLabels, isChoiceField } from "../vocabulary/choices";
import { columns, headingOf } from "../vocabulary/columns";
import { cellText, type Grid } from "../grid";
import { asWritten } from "../reading/own-table";
import type { SheetReading } from "../reading/reading";
import type { CellOut, ColumnSpec, PageSpec, SheetSpec, Validation } from "../writing/spec";
import { registerFrame, registerHeadingRow } from "../writing/tab-frames";
import { tabNames } from "../vocabulary/tabs";

const subject = ["rowKey", "school", "name", "citizenId", "contractNo"] as const satisfies readonly FieldId[];
const origin = ["source", "recordedOn"] as const satisfies readonly FieldId[];

/** The columns of a register, in order. */
export function registerFields(tab: Register): readonly FieldId[] {
  return [...subject, ...(tab === "deliveries" ? (["noticeNo"] as const) : []), ...fillInsOf[tab], ...origin];
}

/** What stands in a register beyond our columns: columns that a person added, and lines that are no rows. */
export interface CarriedOver {
  readonly headings: readonly string[];
  /** By sheet and row (see `SheetRow.place`), the cells of those columns. */
  readonly cells: ReadonlyMap<string, readonly CellOut[]>;
  /** By sheet and row, the cells of our own columns that were not taken for what their headings say: 编号 without a single row key. */
  readonly own: ReadonlyMap<string, ReadonlyMap<FieldId, CellOut>>;
  /** Notes and totals below the rows, cell by cell. */
  readonly lines: readonly (readonly CellOut[])[];
}

const nothingCarried: CarriedOver = { headings: [], cells: new Map(), own: new Map(), lines: [] };
const placeKey = (sheet: string, row: number) => `${sheet}!${row}`;

/** What a person put into the register besides filling its columns. */
export function carriedOver(tab: Register, readings: readonly SheetReading[]): CarriedOver {
  const fields = registerFields(tab);
  const extras = new Map<string, number>();
  const tables = readings.filter(({ headerRow }) => headerRow > 0).map((reading) => tableOf(reading, fields, extras));
  const cells = new Map<string, readonly CellOut[]>();
  const own = new Map<string, ReadonlyMap<FieldId, CellOut>>();
  const lines: (readonly CellOut[])[] = [];
  for (const { reading, added, misread } of tables) {
    const cell = (row: number, column: number | undefined): CellOut => asWritten(reading.grid.rows[row - 1]?.[column ?? -1]);
    const addedCells = (row: number): CellOut[] => {
      const found: CellOut[] = Array.from({ length: extras.size }, () => null);
      for (const [position, column] of added) found[position] = cell(row, column);
      return found;
    };
    for (const { place } of reading.rows) {
      const key = placeKey(place.sheet, place.row);
      if (added.length > 0) cells.set(key, addedCells(place.row));
      if (misread.size > 0) own.set(key, new Map([...misread].map(([field, column]) => [field, cell(place.row, column)])));
    }
    for (const { row, why } of reading.ignored) {
      if (why !== "note" && why !== "total") continue;
      lines.push([...fields.map((field) => cell(row, reading.columns.get(field) ?? misread.get(field))), ...addedCells(row)]);
    }
  }
  return { headings: [...extras.keys()], cells, own, lines };
}

interface Table {
  readonly reading: SheetReading;
  /** The columns that are not the register's own, each with its position among all added ones. */
  readonly added: readonly (readonly [position: number, column: number])[];
  readonly misread: ReadonlyMap<FieldId, number>;
}

function tableOf(reading: SheetReading, fields: readonly FieldId[], extras: Map<string, number>): Table {
  const { grid, headerRow, columns: matched } = reading;
  const ours = new Set(fields.map((field) => matched.get(field)));
  const width = Math.max(0, ...grid.rows.slice(headerRow - 1).map((row) => row.length));
  const added: [position: number, column: number][] = [];
  const misread = new Map<FieldId, number>();
  for (let column = 0; column < width; column++) {
    if (ours.has(column) || !hasContent(grid, headerRow, column)) continue;
    const heading = cellText(grid.rows[headerRow - 1]?.[column]);
    const field = fields.find((own) => headingOf(own) === heading && !matched.has(own) && !misread.has(own));
    if (field) misread.set(field, column);
    else added.push([positionOf(heading, column, added, extras), column]);
  }
  return { reading, added, misread };
}

// Two added columns of one table may bear the same heading, or none.
function positionOf(heading: string, column: number, added: readonly (readonly [number, number])[], extras: Map<string, number>): number {
  const isTaken = added.some(([position]) => position === extras.get(heading));
  const name = isTaken ? `${heading}${column + 1}` : heading;
  const position = extras.get(name) ?? extras.size;
  extras.set(name, position);
  return position;
}

function hasContent(grid: Grid, headerRow: number, column: number): boolean {
  return grid.rows.slice(headerRow - 1).some((row) => cellText(row[column]) !== "");
}

// Who and what a row is about comes from the roster where it can, the entries always from the register.
function registerValues({ row, contract }: StoredRow, index: RosterIndex): FieldValues {
  if (!contract) return row.values;
  const { name, citizenId, contractNo } = contract.row.values;
  const number = index.numberOf(contract.person);
  const values: { -readonly [F in FieldId]?: FieldValues[F] } = { ...row.values };
  if (number !== "") values.rowKey = values.noticeNo = number;
  if (contract.school) values.school = contract.school.name;
  if (name !== undefined) values.name = name;
  if (citizenId !== undefined) values.citizenId = maskCitizenId(citizenId);
  if (contractNo !== undefined) values.contractNo = contractNo;
  return values;
}

/** The rows of a register as they are read back from its tab. */
export function registeredRows(tab: Register, rows: readonly StoredRow[], index: RosterIndex): readonly SheetRow[] {
  return rows.map((stored, at) => ({
    place: { sheet: tabNames[tab], row: registerHeadingRow + 2 + at },
    values: registerValues(stored, index),
    issues: stored.row.issues,
  }));
}

/** The cell of a register's field; words that nobody could read stand as they were written. */
function registerCell(field: FieldId, values: FieldValues, issues: SheetRow["issues"]): CellOut {
  if (values[field] !== undefined) return cellOf(field, values);
  return issues.length === 0 ? null : (issues.find((issue) => issue.field === field)?.raw ?? null);
}

const centred: ReadonlySet<FieldId> = new Set(["deliveryMethod", "signerRelation", "repaymentStatus", "exceptionKind"]);

// A file's name on one line: two lines for each row would double the pages of a register.
const sourceWidth = 54;

// Where the statement is what the register is about, it gets the room to be read.
const widthOf = (field: FieldId, tab: Register): number =>
  field === "rowKey" || field === "noticeNo"
    ? 18
    : field === "source"
      ? sourceWidth
      : field === "exceptionNote" && tab === "exceptions"
        ? 60
        : columns[field].width;

function look(field: FieldId, tab: Register): ColumnSpec {
  const width = widthOf(field, tab);
  if (field === "repaid") return { width, style: "fillMoney" };
  if (field === "deliveredOn" || field === "repaidOn" || field === "visitedOn" || field === "promisedOn")
    return { width, style: "fillDay" };
  if (field === "recordedOn") return { width, style: "cellDay" };
  if (field === "exceptionNote" || field === "visitResult" || field === "note") return { width, style: "fillWrapped" };
  if (field === "source" || field === "school" || field === "name") return { width, style: "cellWrapped" };
  const isOurs = [...subject, "noticeNo", ...origin].some((own) => own === field);
  return { width, style: isOurs ? (centred.has(field) ? "cellCenter" : "cell") : "fill" };
}

const remarks: Readonly<Record<Register, string>> = {
  deliveries: "各校填报的送达情况由“合并回收表”自动登记，也可在此直接填写；再次合并不会改动已填内容。",
  claims: "学校填报的还款情况，仅作为“学校称已还”；是否还清以银行扣款结果为准。",
  visits: "每次上门一行，可在此直接补登；再次合并不会重复登记。",
  exceptions: "各校填报的特殊情况由“合并回收表”自动登记，也可在此直接填写；再次合并不会改动已填内容。",
};

/** Room below the rows in which drop-downs still work. */
const spareRows = 500;

/**
 * A register as a tab. Reading it back gives the same rows.
 * @param registered those rows, where they are known already
 */
export function registerSheet(
  tab: Register,
  rows: readonly StoredRow[],
  index: RosterIndex,
  carried: CarriedOver = nothingCarried,
  registered: readonly SheetRow[] = registeredRows(tab, rows, index),
): SheetSpec {
  const fields = registerFields(tab);
  const right = fields.length + carried.headings.length - 1;
  const blank = carried.headings.map(() => null);
  const hasMore = blank.length > 0 || carried.own.size > 0;
  const body = registered.map(({ values, issues }, at): readonly CellOut[] => {
    const cells = fields.map((field) => registerCell(field, values, issues));
    const place = hasMore ? rows[at]?.row.place : undefined;
    if (!place) return cells;
    const key = placeKey(place.sheet, place.row);
    const own = carried.own.get(key);
    return [...cells.map((cell, column) => cell ?? own?.get(fields[column] as FieldId) ?? null), ...(carried.cells.get(key) ?? blank)];
  });
  return {
    tab,
    name: tabNames[tab],
    tabColor: "FFC107",
    columns: [...fields.map((field) => look(field, tab)), ...carried.headings.map((): ColumnSpec => ({ width: 16, style: "fillWrapped" }))],
    rows: [[tabNames[tab]], [remarks[tab]], [...fields.map(headingOf), ...carried.headings], ...body, ...carried.lines],
    ...registerFrame({ right, count: body.length, least: 1, frozen: 3, ...(tab === "exceptions" ? { page: sealedPage } : {}) }),
    validations: choiceValidations(fields, registerHeadingRow + 1, registerHeadingRow + body.length + spareRows),
  };
}

// A line of signatures among the rows would come back as somebody's note; statements are sealed at the foot of each page.
const sealedPage: Partial<PageSpec> = {
  margins: { top: 0.6, bottom: 1.2, left: 0.4, right: 0.4 },
  footer: "&L制表人：　　　　　　　审核人：&C第 &P 页 共 &N 页&R单位（盖章）：　　　　　　　　　　",
};

function choiceValidations(fields: readonly FieldId[], top: number, bottom: number): readonly Validation[] {
  return fields.flatMap((field, column): Validation[] =>
    isChoiceField(field)
      ? [
          {
            area: { top, left: column, bottom, right: column },
            rule: { kind: "list", values: choiceLabels(field) },
            error: { title: headingOf(field), message: "请从下拉列表中选一项。" },
          },
        ]
      : [],
  );
}
