// _meta, the very hidden sheet of a school's workbook: a convenience for us; all of it can be told from the visible 编号 and title as well.
import { cellText, type Grid } from "../grid";
import type { SchoolPart } from "./school-list";
import type { SheetSpec } from "../writing/spec";
import { tabNames } from "../vocabulary/tabs";

/** What _meta says. */
export interface Meta {
  readonly season: number;
  readonly schoolCode: string;
  readonly school: string;
  readonly version: number;
  readonly madeOn: string;
  /** How many row keys the list had when it was made. */
  readonly rows: number;
}

/** The sheet _meta of a school's workbook. */
export function metaSheet({ season, school, version, madeOn, persons }: SchoolPart): SheetSpec {
  const meta: Meta = {
    season: season.year,
    schoolCode: school.code,
    school: school.name,
    version,
    madeOn,
    rows: persons.reduce((count, { loans }) => count + loans.length, 0),
  };
  return {
    tab: "meta",
    name: tabNames.meta,
    visibility: "veryHidden",
    columns: [
      { width: 12, style: "plain" },
      { width: 24, style: "plain" },
    ],
    rows: Object.entries(meta).map(([name, value]) => [name, String(value)]),
    isProtected: true,
  };
}

/** What the sheet _meta among the grids says; undefined when it is gone, as after a copy in another program, or incomplete. */
export function readMeta(grids: readonly Grid[]): Meta | undefined {
  const grid = grids.find(({ name }) => name === tabNames.meta);
  if (!grid) return undefined;
  const pairs = new Map(grid.rows.map(([name, value]) => [cellText(name), cellText(value)]));
  const text = (name: keyof Meta) => pairs.get(name) ?? "";
  const [season, version, rows] = [text("season"), text("version"), text("rows")].map(Number);
  if (!season || !version || rows === undefined || Number.isNaN(rows) || !text("schoolCode")) return undefined;
  return { season, schoolCode: text("schoolCode"), school: text("school"), version, madeOn: text("madeOn"), rows };
}
