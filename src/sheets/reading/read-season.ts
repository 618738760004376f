// Reading a whole workbook: every sheet recognised by its content, the borrower rows of all sheets made one roster.
import type { Day } from "../../domain/values/day";
import type { FieldId, SheetRow } from "../../domain/record/field";
import { groupPersons } from "../../domain/record/person";
import { eachRegister, registerIds } from "../../domain/record/registers";
import type { Roster } from "../../domain/record/roster";
import { amendedRows } from "./amended";
import { correctionsIn } from "./corrections";
import { cellText, type Grid } from "../grid";
import { jurisdictionsOf } from "./read-jurisdictions";
import { settingFaults } from "./setting-findings";
import { seasonOf, type SettingPairs, settingPairs } from "./read-settings";
import { templatePairs } from "../notices/notice-template";
import { readSheet, unreadSheet } from "./read-sheet";
import { registerReadings, type SeasonBook, type SheetKind, type SheetReading } from "./reading";
import { foldText } from "./values/clean";
import { tabNames } from "../vocabulary/tabs";

/** What the caller knows before reading. */
export interface SeasonOptions {
  /** The day the clock shows; 设置「今天」 takes precedence. */
  readonly clock: Day;
  /** A day that the user insists on; it takes precedence over 设置. */
  readonly today?: Day;
  /** The only borrower sheet to count, by name. */
  readonly sheet?: string;
  /** Whether a book will do in which nobody is listed yet, when it has 设置, 辖区划分 or 联系表. */
  readonly mayLackList?: boolean;
}

/** Two visible borrower sheets hold mostly the same contracts, and only the user can say which one counts. */
export class TwoListsError extends Error {
  constructor(
    readonly first: string,
    readonly second: string,
  ) {
    super(`two lists of the same contracts: ${first}, ${second}`);
    this.name = "TwoListsError";
  }
}

/**
 * The season that a workbook holds.
 * @throws TwoListsError when two visible sheets list the same contracts and `sheet` does not choose
 */
export function readSeasonBook(grids: readonly Grid[], options: SeasonOptions): SeasonBook {
  const settings = grids.map((grid) => (ownKind(grid) ? undefined : settingPairs(grid)));
  const templates = grids.map(templatePairs);
  // The letter's own tab says the last word on what both say.
  const pairs: SettingPairs = new Map([settings, templates].flatMap((all) => [...(all.find((found) => found !== undefined) ?? [])]));
  const season = seasonOf(pairs, { clock: options.clock, ...(options.today ? { today: options.today } : {}), ...titleHints(grids) });
  const corrections = correctionsIn(grids);
  const readings = grids.flatMap((grid, index): readonly SheetReading[] => {
    const kind = settings[index] ? "settings" : ownKind(grid);
    const correction = kind ? undefined : corrections.get(foldText(grid.name));
    const own = settings[index];
    if (own) return [{ ...unreadSheet(grid, "settings"), layout: settingFaults(own, season) }];
    const template = templates[index];
    if (template) return [{ ...unreadSheet(grid, "settings"), layout: settingFaults(template, season) }];
    if (isBankRows(grid)) return readSheet(grid, { seasonYear: season.year, kind: "repayments" });
    if (kind === "own") return [unreadSheet(grid, kind)];
    if (correction?.kind === "other") return [unreadSheet(grid, "other")];
    const known = kind ?? correction?.kind;
    return readSheet(grid, { seasonYear: season.year, ...(known ? { kind: known } : {}), ...(correction ? { correction } : {}) });
  });
  const sheets = chooseLists(readings, options.sheet);
  const rowsOf = (kind: SheetKind) => sheets.filter((sheet) => sheet.kind === kind).flatMap((sheet) => sheet.rows);
  const territory = rowsOf("jurisdictions");
  return {
    sheets,
    season,
    roster: rosterOf(amendedRows(rowsOf("borrowers"), grids, season.year)),
    jurisdictions: territory.length > 0 ? jurisdictionsOf(territory, season.county) : undefined,
    contacts: rowsOf("contacts"),
    payments: paymentsIn(sheets),
    registers: eachRegister((tab) => registerReadings(sheets, tab).flatMap((sheet) => sheet.rows)),
  };
}

const paymentsIn = (sheets: readonly SheetReading[]) =>
  sheets.filter((sheet) => sheet.kind === "repayments").flatMap((sheet) => sheet.rows.map((row) => payment(row, sheet)));

/** The book with this tab 银行流水 in place of the one it has. */
export function withBankRows(book: SeasonBook, grid: Grid): SeasonBook {
  const others = book.sheets.filter((sheet) => !isBankRows(sheet.grid));
  const sheets = [...others, ...readSheet(grid, { seasonYear: book.season.year, kind: "repayments" })];
  return { ...book, sheets, payments: paymentsIn(sheets) };
}

// The bank's early repayments come as a sheet or a batch of that name; they are told apart in the county's bridge.
function payment(row: SheetRow, { name, grid }: SheetReading): SheetRow {
  const source = (isBankRows(grid) && row.values.source) || name;
  const isEarly = row.values.paymentKind === undefined && /提前还/.test(`${source}${row.values.batch ?? ""}`);
  return { ...row, values: { ...row.values, source, ...(isEarly ? { paymentKind: "early" } : {}) } };
}

const registerNames: ReadonlySet<string> = new Set(registerIds.map((tab) => tabNames[tab]));

/** The tabs of ours that are known by their name where a foreign program dropped their mark. */
const unmarkedTabs: ReadonlySet<string> = new Set(
  (
    [
      "corrections",
      "feedback-snapshots",
      "notice-numbers",
      "notice-template",
      "slips",
      "statement-register",
      "amendments",
      "conflicts",
      "return-decisions",
      "report-history",
      "run-journal",
    ] as const
  ).map((tab) => tabNames[tab]),
);

/** Whether a tab is one of ours: by its mark, or, for registers whose mark a foreign program dropped, by name. */
function ownKind(grid: Grid): "register" | "own" | undefined {
  if (grid.ownTab) return registerIds.some((tab) => tab === grid.ownTab) ? "register" : "own";
  if (unmarkedTabs.has(grid.name)) return "own";
  return registerNames.has(grid.name) ? "register" : undefined;
}

// The rows of bank files that were picked, which keep the names of their files.
const isBankRows = ({ ownTab, name }: Grid) => ownTab === "bank-rows" || (!ownTab && name === tabNames["bank-rows"]);

/** The county and the year that titles speak of (蒲城县2019年…), for books without 设置. */
function titleHints(grids: readonly Grid[]): { readonly year?: number; readonly county?: string } {
  for (const grid of grids) {
    for (const row of grid.rows.slice(0, 3)) {
      for (const cell of row) {
        const match = /^\s*(\p{Script=Han}{1,7}[县区市旗])?.{0,12}?(20\d{2})年/u.exec(cellText(cell));
        if (match) return { year: Number(match[2]), ...(match[1] === undefined ? {} : { county: match[1] }) };
      }
    }
  }
  return {};
}

// Several borrower sheets (one per town or per year) are one roster; two that list the same contracts are two versions of one list.
function chooseLists(readings: readonly SheetReading[], chosen: string | undefined): readonly SheetReading[] {
  const left = new Set<SheetReading>();
  const lists = readings.filter((reading) => reading.kind === "borrowers");
  if (chosen !== undefined && lists.some((list) => list.name === chosen)) {
    for (const list of lists) if (list.name !== chosen) left.add(list);
  } else if (lists.length > 1) {
    const contracts = new Map(lists.map((list) => [list, new Set(list.rows.flatMap((row) => row.values.contractNo ?? []))]));
    for (const [index, first] of lists.entries()) {
      for (const second of lists.slice(index + 1)) {
        if (left.has(first) || left.has(second) || !overlap(contracts.get(first), contracts.get(second))) continue;
        const [a, b] = [first.grid.visibility === "visible", second.grid.visibility === "visible"];
        if (a === b) throw new TwoListsError(first.name, second.name);
        left.add(a ? second : first);
      }
    }
  }
  return left.size === 0
    ? readings
    : readings.map((reading) => (left.has(reading) ? { ...unreadSheet(reading.grid, "other"), headerRow: reading.headerRow } : reading));
}

function overlap(first: ReadonlySet<string> | undefined, second: ReadonlySet<string> | undefined): boolean {
  if (!first || !second) return false;
  const [small, large] = first.size < second.size ? [first, second] : [second, first];
  let shared = 0;
  for (const contract of small) if (large.has(contract)) shared++;
  return shared >= 5 && shared * 2 > small.size;
}

const unimportant = new Set<FieldId>(["seq", "note", "source"]);

/** All rows as one roster: rows that repeat another row of the same contract in every value are set aside and counted once (docs/facts.md D23). */
export function rosterOf(all: readonly SheetRow[]): Roster {
  // Nearly every contract stands once; a list is made for those that do not.
  const first = new Map<string, SheetRow>();
  const others = new Map<string, SheetRow[]>();
  const rows: SheetRow[] = [];
  const copies: { row: SheetRow; of: SheetRow }[] = [];
  for (const row of all) {
    const { contractNo } = row.values;
    const earlier = contractNo ? first.get(contractNo) : undefined;
    const more = contractNo && earlier && others.get(contractNo);
    const same = earlier && [earlier, ...(more || [])].find((candidate) => isSame(candidate, row));
    if (same) {
      copies.push({ row, of: same });
      continue;
    }
    rows.push(row);
    if (more) more.push(row);
    else if (contractNo && earlier) others.set(contractNo, [row]);
    else if (contractNo) first.set(contractNo, row);
  }
  return { rows, persons: groupPersons(rows), copies };
}

function isSame(a: SheetRow, b: SheetRow): boolean {
  const fields = new Set([...Object.keys(a.values), ...Object.keys(b.values)] as FieldId[]);
  for (const field of fields) if (!unimportant.has(field) && a.values[field] !== b.values[field]) return false;
  return true;
}
