// _撤销, the very hidden tab in which runs that wrote into the book leave what they changed, so that the last of them can be taken back.
import { type LineChange, lineChange } from "../../domain/record/line-changes";
import { fingerprintOf } from "../../domain/identity/row-key";
import { type Day, dayFromIso } from "../../domain/values/day";
import { cellText, type CellValue, type Grid } from "../grid";
import { ownTab, ownTable } from "../reading/own-table";
import { type TabId, tabNames } from "../vocabulary/tabs";
import type { CellOut, SheetSpec } from "../writing/spec";
import { gridOfSpec } from "../writing/spec-grid";

/** One line of a tab as it was read. */
export type Line = readonly CellValue[];

/** What a run did to one tab; without lines before it, the run made it. */
export interface TabChange {
  readonly tab: string;
  readonly isNew: boolean;
  readonly change: LineChange<Line>;
}

/** Which file brought what, so that one of them can be taken back alone. */
export interface RunFiles {
  readonly files: readonly string[];
  /** Of lines of registers to which several files contributed, by the line's print: the files that said each entry, first the one that counts. */
  readonly mixed: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** One run that can be taken back. */
export interface JournalRun {
  /** The command's name, as the command line has it. */
  readonly command: string;
  readonly on: Day;
  readonly tabs: readonly TabChange[];
  readonly files?: RunFiles;
}

const headings = ["批次", "操作", "日期", "表", "内容"] as const;
// Whoever takes back more than this takes back a season.
const runLimit = 5;
const chunk = 8000;
// Stands in the column of tabs for what says which file brought what.
const filesTab = "files";
// The log only grows, numbers that may stand on paper are never given again, and a journal of the journal would not end.
const unrecorded: ReadonlySet<string> = new Set<TabId>(["change-log", "notice-numbers", "run-journal"]);

/** A line as it is compared: the same whether it was just written or comes out of a file. */
export function lineText(line: Line): string {
  const texts = line.map(cellText);
  while (texts.at(-1) === "") texts.pop();
  return JSON.stringify(texts);
}

/** What a line is known by among those that a run wrote. */
export const linePrint = (line: Line) => fingerprintOf(lineText(line));

/** What a run that writes these tabs changes in a book; undefined when all of them say what they said. */
export function runOf(grids: readonly Grid[], specs: readonly SheetSpec[], run: Omit<JournalRun, "tabs">): JournalRun | undefined {
  const tabs = specs
    .filter(({ tab }) => !unrecorded.has(tab))
    .flatMap((spec): TabChange[] => {
      const before = ownTab(grids, spec.tab as TabId);
      const change = lineChange<Line>(before?.rows ?? [], gridOfSpec(spec, spec.name).rows, lineText);
      return change ? [{ tab: spec.tab, isNew: before === undefined, change }] : [];
    });
  return tabs.length > 0 ? { ...run, tabs } : undefined;
}

// Whatever Excel or a file might not carry over stands as an escape.
const ascii = (text: string) => text.replace(/[\ud800-\udfff\ufffe\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);

function chunksOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(1, Math.ceil(text.length / chunk)) }, (_, at) => text.slice(at * chunk, (at + 1) * chunk));
}

/** The runs that a book can take back, oldest first; undefined when the tab is not what was written. */
export function journalIn(grids: readonly Grid[]): readonly JournalRun[] | undefined {
  const table = ownTable(grids, "run-journal", headings);
  if (!table) return ownTab(grids, "run-journal") ? undefined : [];
  const runs = new Map<string, { command: string; on: string; texts: Map<string, string> }>();
  for (const row of table.rows) {
    const [number = "", command = "", on = "", tab = ""] = headings.map((heading) => table.text(row, heading));
    const run = runs.get(number) ?? { command, on, texts: new Map() };
    runs.set(number, run);
    // A chunk may begin or end with a blank, which is part of it.
    const text = row[table.columnOf("内容")];
    run.texts.set(tab, (run.texts.get(tab) ?? "") + (typeof text === "string" ? text : cellText(text)));
  }
  try {
    return [...runs.values()].map(({ command, on, texts }) => {
      const day = dayFromIso(on);
      if (!day) throw new SyntaxError("no day");
      const files = texts.get(filesTab);
      texts.delete(filesTab);
      const tabs = [...texts.values()].map((text) => JSON.parse(text) as TabChange);
      return { command, on: day, tabs, ...(files === undefined ? {} : { files: JSON.parse(files) as RunFiles }) };
    });
  } catch {
    return undefined;
  }
}

/** The tab with these runs. */
export function journalSheet(runs: readonly JournalRun[]): SheetSpec {
  const rows = runs
    .slice(-runLimit)
    .flatMap(({ command, on, tabs, files }, number) =>
      [...tabs.map((change) => [change.tab, change] as const), ...(files ? [[filesTab, files] as const] : [])].flatMap(
        ([tab, content]): CellOut[][] =>
          chunksOf(ascii(JSON.stringify(content))).map((text) => [String(number + 1), command, { day: on }, tab, text]),
      ),
    );
  return {
    tab: "run-journal",
    name: tabNames["run-journal"],
    visibility: "veryHidden",
    columns: [8, 12, 12, 20, 60].map((width, at) => ({ width, style: at === 2 ? "cellDay" : "plain" })),
    rows: [headings, ...rows],
    isProtected: true,
  };
}

/** The journal of a book with one more run; undefined when the run changes nothing. */
export function withRun(grids: readonly Grid[], specs: readonly SheetSpec[], run: Omit<JournalRun, "tabs">): SheetSpec | undefined {
  const made = runOf(grids, specs, run);
  return made && journalSheet([...(journalIn(grids) ?? []), made]);
}
