// The book of the next season (结转): schools, mapping, contacts, leading group, corrections of recognition, texts, calendar and settings; everybody's data stays behind.
import { deadlinesOf, type Season, type SeasonDates } from "../../domain/record/season";
import { addDays } from "../../domain/values/day";
import { calendarLines, calendarSheet, dayWritten } from "../checking/calendar";
import { carriedTemplate, templatePairs } from "../notices/notice-template";
import { learnedWordsSheet } from "../returns/decided";
import type { CellOut, SheetSpec } from "../writing/spec";
import { cellText, type Grid } from "../grid";
import { organisationHeadings } from "../forms/organisation";
import { tableIn } from "../reading/own-table";
import type { SeasonBook, SheetReading } from "../reading/reading";
import { bookTitle } from "../vocabulary/book-title";
import { legalPart } from "../vocabulary/file-name";
import { type TabId, tabNames } from "../vocabulary/tabs";
import { carriedRows, carriedSheet } from "./carried-sheet";
import { type NextSettings, nextSettings, yearLater } from "./next-settings";

/** The new book, and what became of every sheet of the old one. */
export interface NextBook extends Omit<NextSettings, "sheet"> {
  readonly file: string;
  readonly title: string;
  readonly sheets: readonly SheetSpec[];
  /** The names of the sheets that go on, and of those that only the archive has: together all sheets of the book that people can see. */
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

// The season to come, as far as papers that go on speak of it.
function seasonAfter(season: Season): Season {
  const dates = Object.fromEntries(Object.entries(season.dates).map(([key, on]) => [key, yearLater(on)])) as unknown as SeasonDates;
  return { ...season, year: season.year + 1, today: yearLater(season.today), dates };
}

// Duties of the centre's own making go on a year later, and so does who answers for what; what was done belongs to the old season.
function nextCalendar({ year, ...season }: Season, grid: Grid): SheetSpec {
  const later = (cell: CellOut): CellOut => {
    const on = dayWritten(cell, year);
    return on === undefined ? cell : { day: yearLater(on) };
  };
  const lines = calendarLines([grid]).map((line) => ({ ...line, from: later(line.from), to: later(line.to), note: null }));
  const next = seasonAfter({ year, ...season });
  // Its first day is as good as any: nothing is past then.
  return calendarSheet({ ...next, today: addDays(deadlinesOf(next.dates).first, -1) }, lines);
}

// What the program has written of its own accord is written anew, with what the centre has put into it.
function redrawn(grid: Grid, season: Season): SheetSpec | undefined {
  if (isTab(grid, "notice-template")) return carriedTemplate(grid, seasonAfter(season));
  return isTab(grid, "calendar") ? nextCalendar(season, grid) : undefined;
}

function keptSheet({ grid, kind, headerRow }: SheetReading, season: Season): SheetSpec | undefined {
  const own = redrawn(grid, season);
  if (own) return own;
  const { year } = season;
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
    const spec = reading.grid === own ? settings : going.has(reading.grid) ? undefined : keptSheet(reading, season);
    if (spec) going.set(reading.grid, spec);
  }
  // Of what was decided about returned files, the meanings of words go on, without those about whom they were said.
  const words = learnedWordsSheet(sheets.map(({ grid }) => grid));
  const decided = words && sheets.find(({ grid }) => isTab(grid, "return-decisions"))?.grid;
  if (words && decided) going.set(decided, words);
  const names = [...new Set(sheets.map(({ grid }) => grid))];
  const stale = names
    .flatMap((grid) => [...(templatePairs(grid) ?? [])])
    .filter(([, { value }]) => cellText(value).includes(String(season.year)));
  const next = { ...season, year: season.year + 1 };
  return {
    ...told,
    toCheck: [...told.toCheck, ...stale.map(([name]) => name).filter((name) => !told.toCheck.includes(name))],
    file: `${legalPart(`${next.county}${next.year}年助学贷款本息回收`)}.xlsx`,
    title: bookTitle(next, "本息回收"),
    sheets: own ? [...going.values()] : [settings, ...going.values()],
    kept: names.filter((grid) => going.has(grid)).map(({ name }) => name),
    archived: names.filter((grid) => !going.has(grid) && grid.visibility !== "veryHidden").map(({ name }) => name),
  };
}
