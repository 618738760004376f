// Beginning a season (建立催收季): the tables that a book lacks, 设置, 附件1 and 附件2, as sheets of the centre's own, with what the book knows filled in.
import { contactForm } from "../sheets/forms/contact-form";
import { formInput } from "../sheets/forms/form-input";
import { territoryForm } from "../sheets/forms/territory-form";
import type { Grid } from "../sheets/grid";
import { freshSettings } from "../sheets/next/next-settings";
import type { SeasonOptions } from "../sheets/reading/read-season";
import { gridOfSpec } from "../sheets/writing/spec-grid";
import type { SheetSpec } from "../sheets/writing/spec";
import { OpenSeason, tablesIn } from "./season";

/** The tables without which a season is not complete, besides the list. */
export type Table = "settings" | "contacts" | "jurisdictions";

const tables: readonly Table[] = ["settings", "contacts", "jurisdictions"];

/** Whose season it is, as far as no 设置 says so. */
export interface Beginning {
  readonly county: string;
  readonly year: number;
}

/** The tables that a book lacks. */
export function missingTables(grids: readonly Grid[], options: SeasonOptions): readonly Table[] {
  const there = tablesIn(grids, options);
  return tables.filter((table) => !there.has(table));
}

/** The sheets that a book lacks; none of them poses as ours, since people go on in them. */
export function beginningSheets(grids: readonly Grid[], { county, year }: Beginning, options: SeasonOptions): readonly SheetSpec[] {
  const missing = missingTables(grids, options);
  const settings = missing.includes("settings") ? [freshSettings({ county: county.trim(), year })] : [];
  const known = [...grids, ...settings.map((sheet) => gridOfSpec(sheet, sheet.name))].map(asTheirs);
  const { book, schools } = OpenSeason.in(known, "", { ...options, mayLackList: true });
  const input = formInput(book, schools);
  return [
    ...settings,
    ...(missing.includes("contacts") ? contactForm(input) : []),
    ...(missing.includes("jurisdictions") ? territoryForm(input) : []),
  ];
}

// A sheet without a mark has none at all.
function asTheirs(grid: Grid): Grid {
  if (grid.ownTab !== "") return grid;
  const { ownTab, ...rest } = grid;
  void ownTab;
  return rest;
}
