// 设置 of the next season: the year raised, dates moved by a year, the old season's own figures taken out, everything else as it stood.
import { type Day, dayFromParts, dayParts } from "../../domain/values/day";
import { papers, type Season, seasonDates } from "../../domain/record/season";
import { cellText, type Grid } from "../grid";
import { headingDates } from "./setting-dates";
import { type PaperNumber, type SettingKey, settingDates, settingDay, settingKeyOf, settingPairs } from "../reading/read-settings";
import { policyPrompts } from "../vocabulary/policy-words";
import type { CellOut, SheetSpec } from "../writing/spec";
import { carriedRows, carriedSheet } from "./carried-sheet";

/** The sheet, and what the centre has to see to. */
export interface NextSettings {
  readonly sheet: SheetSpec;
  /** Lines that are blank now because they belonged to the old season. */
  readonly toFill: readonly string[];
  /** Lines that still speak of the old year. */
  readonly toCheck: readonly string[];
}

// What only one season can say.
const ofOneSeason: ReadonlySet<SettingKey> = new Set<SettingKey>([
  "persons",
  "principal",
  "interest",
  "due",
  "documentNo",
  ...papers.map((paper): PaperNumber => `${paper}No`),
  "waivesInterest",
  "defersPrincipal",
  "sampleSeed",
]);

/** The same day of the next year; 28 February for the 29th. */
export function yearLater(value: Day): Day {
  const { year, month, date } = dayParts(value);
  return dayFromParts(year + 1, month, date) ?? dayFromParts(year + 1, 2, 28) ?? value;
}

const headings = ["项目", "内容", "说明"] as const;

const isDate = (key: SettingKey | undefined): boolean => settingDates.some((date) => date === key);

// Blank lines with what the year's policy has to say of them: nothing is decided for the centre.
function prompts(year: number, known: ReadonlySet<SettingKey | undefined>, column: number): CellOut[][] {
  const blank = Array.from({ length: column }, () => null);
  return policyPrompts(year)
    .filter(({ key }) => !known.has(key))
    .map(({ name, text }): CellOut[] => [...blank, name, null, text]);
}

// The control figures, which come with the list.
const ofTheList: readonly string[] = ["应还人数", "应还本金", "应还利息", "应还合计"];

/** 设置 of a season that begins: the notice's dates of its year, everything else to be filled in. */
export function freshSettings({ county, office, year }: Pick<Season, "county" | "year"> & { readonly office?: string }): SheetSpec {
  const dates = seasonDates(year);
  const rows: (readonly CellOut[])[] = [
    headings,
    ["县名", county],
    ["单位", office ?? `${county}学生资助管理中心`],
    ["年度", year],
    ...ofTheList.map((name): CellOut[] => [name, null]),
    ...settingDates.map((key): CellOut[] => [headingDates[key], { day: dates[key] }]),
    ...prompts(year, new Set(), 0),
  ];
  const grid: Grid = { name: "设置", visibility: "visible", rows: [], merges: [], hiddenRows: [], hiddenColumns: [] };
  const columns = [18, 30, 60].map((width) => ({ width, style: "cell" as const }));
  return { ...carriedSheet(grid, 0, rows), columns };
}

/** 设置 of the season after this one, made of the sheet of the book; a new one with the notice's dates where the book has none. */
export function nextSettings(grid: Grid | undefined, season: Season): NextSettings {
  const pairs = grid && settingPairs(grid);
  if (!pairs) return { sheet: freshSettings({ ...season, year: season.year + 1 }), toFill: ofTheList, toCheck: [] };
  const rows = carriedRows(grid).map((row) => [...row]);
  const [from, to] = [`${season.year}年`, `${season.year + 1}年`];
  const toFill: string[] = [];
  const toCheck: string[] = [];
  const put = (row: number, column: number, value: CellOut) => {
    const cells = rows[row];
    if (cells) cells[column] = value;
  };
  for (const [name, { row, column, value }] of pairs) {
    const key = settingKeyOf(name);
    const label = rows[row]?.[column - 1];
    if (typeof label === "string") put(row, column - 1, label.replace(from, to));
    const day = isDate(key) ? settingDay(value, season.year) : undefined;
    if (key === "year") put(row, column, season.year + 1);
    else if (key === "today") put(row, column, null);
    else if (key !== undefined && ofOneSeason.has(key)) {
      if (cellText(value) !== "") toFill.push(name);
      put(row, column, null);
    } else if (day !== undefined) put(row, column, { day: yearLater(day) });
    else if (cellText(value).includes(String(season.year)) || (isDate(key) && cellText(value) !== "")) toCheck.push(name);
  }
  // What stands above the first line is a title.
  const first = Math.min(...[...pairs.values()].map(({ row }) => row));
  for (let at = 0; at < first; at++) {
    rows[at] = (rows[at] ?? []).map((cell) => (typeof cell === "string" ? cell.replace(from, to) : cell));
  }
  // Lines that are there need no second one; the policy of the year is explained beside those that are missing.
  const known = new Set([...pairs.keys()].map(settingKeyOf));
  const [[, place] = [undefined, { column: 1 }]] = pairs;
  rows.push(...prompts(season.year + 1, known, place.column - 1));
  // Its own headings, 项目 and 内容, are a pair like any other.
  const heading = pairs.get(headings[0])?.row ?? -1;
  return { sheet: carriedSheet(grid, heading, rows), toFill, toCheck };
}
