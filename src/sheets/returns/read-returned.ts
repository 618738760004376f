// Reading a returned file: the school's list, its visits and its statements, found by their headings whatever was done to the file.
import type { FieldId, RowPlace, SheetRow } from "../../domain/record/field";
import { fillInsIn, type SheetRole } from "../../domain/returns/fill-in";
import type { School } from "../../domain/places/jurisdiction";
import type { ReturnedFile } from "../../domain/returns/returned-file";
import { claimedSchools, type SchoolFinder } from "./claimed-school";
import { cellAddress, cellText, type Grid } from "../grid";
import { contactsIn } from "../lists/school-contacts";
import { readMeta } from "../lists/meta";
import { asOwnList } from "./own-form";
import { type TablesOf, tablesOf } from "../reading/read-sheet";
import type { SheetReading } from "../reading/reading";
import { type TabId, tabNames } from "../vocabulary/tabs";

/** A column with content whose heading nobody knows, in a list that lacks one of the columns to fill in: somebody's entries may be in it. */
export interface UnknownColumn {
  readonly sheet: string;
  /** The heading's row as the user counts it. */
  readonly row: number;
  readonly cell: string;
  readonly heading: string;
}

/** A returned file as understood. */
export interface ReturnedReading {
  readonly returned: ReturnedFile;
  readonly unknownColumns: readonly UnknownColumn[];
  /** The version of the list that the file was (名单版本), by its own word or its name; undefined when neither says. */
  readonly version: number | undefined;
  /** What stands on the file's 联系表. */
  readonly contacts: string;
  /** The A1 address of a row's field; the row's first known cell where no field is meant or its column is missing. */
  readonly cellOf: (place: RowPlace, field?: FieldId) => string;
}

/** What is known of the season when a file is read. */
export interface ReturnedContext {
  readonly seasonYear: number;
  readonly schools: readonly School[];
  readonly find: SchoolFinder;
}

const keys: readonly FieldId[] = ["rowKey", "contractNo", "citizenId", "name"];
const amounts: readonly FieldId[] = ["principal", "interest", "due"];
const listOnly = fillInsIn.list.filter((field) => !fillInsIn.visits.includes(field) && !fillInsIn.exceptions.includes(field));

function roleOf({ columns, kind }: SheetReading): SheetRole | undefined {
  const has = (field: FieldId) => columns.has(field);
  if (!keys.some(has)) return undefined;
  if (kind === "repayments" && !has("rowKey")) return undefined;
  if (listOnly.some(has) || amounts.some(has) || kind === "borrowers") return "list";
  if (["visitedOn", "visitor", "metWith", "visitResult"].some((field) => has(field as FieldId))) return "visits";
  return has("exceptionKind") || has("exceptionNote") ? "exceptions" : undefined;
}

/** The lists, visits and statements of a returned file. Other sheets are left aside. */
export function readReturned(
  file: string,
  grids: readonly Grid[],
  context: ReturnedContext,
  read: TablesOf = tablesOf(context.seasonYear),
): ReturnedReading {
  const aside: readonly string[] = [tabNames.meta, tabNames["school-guide"], tabNames["school-contacts"]];
  const readings = grids
    .filter(({ name }) => !aside.includes(name))
    .flatMap(read)
    .map((reading) => asOwnList(reading, context.seasonYear))
    .flatMap((reading) => {
      const role = roleOf(reading);
      return role ? [{ role, reading }] : [];
    });
  // What is kept for addresses must not hold on to the whole file.
  const tables = readings.map(({ reading: { name, headerRow, columns } }): Table => ({ name, headerRow, columns }));
  return {
    returned: {
      file,
      claims: claimedSchools(file, grids, context),
      isCentres: grids.some(({ ownTab }) => ownTab && !schoolTabs.includes(ownTab)),
      sheets: readings.map(({ role, reading }) => ({
        role,
        name: reading.name,
        fields: new Set(reading.columns.keys()),
        rows: reading.rows.filter((row) => !isTotals(row)),
      })),
    },
    contacts: contactsIn(grids),
    version: readMeta(grids)?.version ?? versionInName(file),
    unknownColumns: readings.flatMap(({ role, reading }) => (role === "list" ? unknownColumns(reading) : [])),
    cellOf: (place, field) => cellIn(tables, place, field),
  };
}

// 蒲城县2019催收名单_永丰镇中心校_v2_20191205(1).xlsx
function versionInName(file: string): number | undefined {
  const version = Number(/_v(\d{1,3})(?=[_.(（\s])/i.exec(file)?.[1] ?? 0);
  return version > 0 ? version : undefined;
}

/** The tabs of ours that a school may have. */
const schoolTabs: readonly string[] = [
  "school-guide",
  "list-changes",
  "school-list",
  "school-visits",
  "school-exceptions",
  "school-contacts",
  "meta",
] satisfies readonly TabId[];

const totalWords = /^(?:合计|总计|小计|共计|累计|本页计|本页合计)[:：]?$/;

// 合计, or with its first column gone only the counts below names and numbers: 18人, 30笔.
function isTotals({ values: { rowKey = "", seq = "", name = "", contractNo = "", citizenId } }: SheetRow): boolean {
  if (citizenId !== undefined) return false;
  return (
    [rowKey, seq, name].some((text) => totalWords.test(text.replace(/\s+/g, ""))) ||
    (/^\d+人$/.test(name) && /^(?:\d+笔)?$/.test(contractNo))
  );
}

type Table = Pick<SheetReading, "name" | "headerRow" | "columns">;

// One sheet may hold several tables: a row belongs to the last one that begins above it.
function cellIn(tables: readonly Table[], { sheet, row }: RowPlace, field: FieldId | undefined): string {
  const own = tables.filter(({ name, headerRow }) => name === sheet && headerRow < row).sort((a, b) => b.headerRow - a.headerRow)[0];
  const column = (field && own?.columns.get(field)) ?? Math.min(...(own?.columns.values() ?? [0]));
  return cellAddress(row - 1, Number.isFinite(column) ? column : 0);
}

function unknownColumns({ grid, name, headerRow, columns, rows }: SheetReading): readonly UnknownColumn[] {
  if (headerRow === 0 || fillInsIn.list.every((field) => columns.has(field))) return [];
  const known = new Set(columns.values());
  return (grid.rows[headerRow - 1] ?? []).flatMap((cell, column): UnknownColumn[] => {
    const heading = cellText(cell);
    if (heading === "" || known.has(column)) return [];
    const isUsed = rows.some(({ place }) => cellText(grid.rows[place.row - 1]?.[column]) !== "");
    return isUsed ? [{ sheet: name, row: headerRow, cell: cellAddress(headerRow - 1, column), heading }] : [];
  });
}
