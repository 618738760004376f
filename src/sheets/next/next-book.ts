// The book of the next season (结转): schools, mapping, contacts, leading group, corrections of recognition and settings; everybody's data stays behind.
import { learnedWordsSheet } from "../returns/decided";
import type { SheetSpec } from "../writing/spec";
import type { Grid } from "../grid";
import { organisationHeadings } from "../forms/organisation";
import { tableIn } from "../reading/own-table";
import type { SeasonBook, SheetReading } from "../reading/reading";
import { bookTitle } from "../vocabulary/book-title";
import { legalPart } from "../vocabulary/file-name";
import { type TabId, tabNames } from "../vocabulary/tabs";
import { carriedRows, carriedSheet } from "./carried-sheet";
import { type NextSettings, nextSettings } from "./next-settings";

/** The new book, and what became of every sheet of the old one. */
export interface NextBook extends Omit<NextSettings, "sheet"> {
  readonly file: string;
  readonly title: string;
  readonly sheets: readonly SheetSpec[];
  /** The names of the sheets that go on, and of those that only the archive has: together all sheets of the book. */
  readonly kept: readonly string[];
  readonly archived: readonly string[];
}

// What the program has learned of the user goes on; what it knows of persons does not.
const keptTabs: readonly TabId[] = ["corrections"];

const isTab = ({ ownTab, name }: Grid, tab: TabId) => ownTab === tab || (!ownTab && name === tabNames[tab]);
const isLearned = (grid: Grid) => keptTabs.some((tab) => isTab(grid, tab));

// Titles above a table bear the year.
function tableOf(grid: Grid, headingRow: number, year: number): SheetSpec {
  const rows = carriedRows(grid).map((row, at) =>
    at >= headingRow ? row : row.map((cell) => (typeof cell === "string" ? cell.replaceAll(`${year}年`, `${year + 1}年`) : cell)),
  );
  return carriedSheet(grid, headingRow, rows);
}

function keptSheet({ grid, kind, headerRow }: SheetReading, year: number): SheetSpec | undefined {
  if (kind === "jurisdictions" || kind === "contacts") return tableOf(grid, headerRow - 1, year);
  if (isLearned(grid)) return carriedSheet(grid, tableIn(grid, ["工作表", "项目", "更正为"])?.headingRow ?? -1);
  const organisation = kind === "other" ? tableIn(grid, organisationHeadings) : undefined;
  return organisation && tableOf(grid, organisation.headingRow, year);
}

/** The book of the season after this one. */
export function nextBook({ sheets, season }: SeasonBook): NextBook {
  const own = sheets.find(({ kind, grid }) => kind === "settings" && !grid.ownTab)?.grid;
  const { sheet: settings, ...told } = nextSettings(own, season);
  const going = new Map<Grid, SheetSpec>();
  for (const reading of sheets) {
    const spec = reading.grid === own ? settings : going.has(reading.grid) ? undefined : keptSheet(reading, season.year);
    if (spec) going.set(reading.grid, spec);
  }
  // Of what was decided about returned files, the meanings of words go on, without those about whom they were said.
  const words = learnedWordsSheet(sheets.map(({ grid }) => grid));
  const decided = words && sheets.find(({ grid }) => isTab(grid, "return-decisions"))?.grid;
  if (words && decided) going.set(decided, words);
  const names = [...new Set(sheets.map(({ grid }) => grid))];
  const next = { ...season, year: season.year + 1 };
  return {
    ...told,
    file: `${legalPart(`${next.county}${next.year}年助学贷款本息回收`)}.xlsx`,
    title: bookTitle(next, "本息回收"),
    sheets: own ? [...going.values()] : [settings, ...going.values()],
    kept: names.filter((grid) => going.has(grid)).map(({ name }) => name),
    archived: names.filter((grid) => !going.has(grid)).map(({ name }) => name),
  };
}
