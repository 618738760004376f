// _撤销, the very hidden tab in which runs that wrote into the book leave what they changed, so that the last of them can be taken back.
import { type Day, dayFromIso } from "../../domain/values/day";
import { cellText, type Grid } from "../grid";
import { ownTab, ownTable } from "../reading/own-table";
import { type TabId, tabNames } from "../vocabulary/tabs";
import type { CellOut, SheetSpec } from "../writing/spec";
import { gridOfSpec } from "../writing/spec-grid";
import { changeOf, isDerived, isLineTab, type Line, removalOf, type TabChange, withoutLines } from "./tab-change";
import { type Look, lookOf } from "./tab-look";

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
// Excel reads and writes the tab along with every run: about a megabyte.
const sizeLimit = 1_000_000;
const lookLimit = 30_000;
const chunk = 8000;
// Stands in the column of tabs for what says which file brought what.
const filesTab = "files";
// The number under which it is kept how tabs look now.
const looksNumber = "0";
// The log only grows, and a journal of the journal would not end.
const unrecorded: ReadonlySet<string> = new Set<TabId>(["change-log", "run-journal"]);

// Whatever Excel or a file might not carry over stands as an escape.
const ascii = (text: string) => text.replace(/[\ud800-\udfff\ufffe\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);

function chunksOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(1, Math.ceil(text.length / chunk)) }, (_, at) => text.slice(at * chunk, (at + 1) * chunk));
}

/** What a book can take back. */
interface Kept {
  /** Oldest first. */
  readonly runs: readonly JournalRun[];
  /** How tabs look now that go back as a whole. */
  readonly looks: ReadonlyMap<string, Look>;
}

interface RunTexts {
  readonly command: string;
  readonly on: string;
  readonly texts: Map<string, string>;
}

function keptIn(grids: readonly Grid[]): Kept | undefined {
  const table = ownTable(grids, "run-journal", headings);
  if (!table) return ownTab(grids, "run-journal") ? undefined : { runs: [], looks: new Map() };
  const runs = new Map<string, RunTexts>();
  for (const row of table.rows) {
    const [number = "", command = "", on = "", tab = ""] = headings.map((heading) => table.text(row, heading));
    const run = runs.get(number) ?? { command, on, texts: new Map() };
    runs.set(number, run);
    // A chunk may begin or end with a blank, which is part of it.
    const text = row[table.columnOf("内容")];
    run.texts.set(tab, (run.texts.get(tab) ?? "") + (typeof text === "string" ? text : cellText(text)));
  }
  try {
    const looks = new Map([...(runs.get(looksNumber)?.texts ?? [])].map(([tab, text]) => [tab, JSON.parse(text) as Look]));
    runs.delete(looksNumber);
    return { runs: [...runs.values()].map(runIn), looks };
  } catch {
    return undefined;
  }
}

function runIn({ command, on, texts }: RunTexts): JournalRun {
  const day = dayFromIso(on);
  if (!day) throw new SyntaxError("no day");
  const files = texts.get(filesTab);
  texts.delete(filesTab);
  const tabs = [...texts.values()].map((text) => JSON.parse(text) as TabChange);
  return { command, on: day, tabs, ...(files === undefined ? {} : { files: JSON.parse(files) as RunFiles }) };
}

/** The runs that a book can take back, oldest first; undefined when the tab is not what was written. */
export function journalIn(grids: readonly Grid[]): readonly JournalRun[] | undefined {
  return keptIn(grids)?.runs;
}

function journalSheet({ runs, looks }: Kept): SheetSpec {
  const lines = (
    number: string,
    { command, on }: { readonly command: string; readonly on: CellOut },
    [tab, content]: readonly [string, unknown],
  ) => chunksOf(ascii(JSON.stringify(content))).map((text): CellOut[] => [number, command, on, tab, text]);
  const ofRuns = runs.flatMap(({ command, on, tabs, files }, number) =>
    [...tabs.map((change) => [change.tab, change] as const), ...(files ? [[filesTab, files] as const] : [])].flatMap((content) =>
      lines(String(number + 1), { command, on: { day: on } }, content),
    ),
  );
  return {
    tab: "run-journal",
    name: tabNames["run-journal"],
    visibility: "veryHidden",
    columns: [8, 12, 12, 20, 60].map((width, at) => ({ width, style: at === 2 ? "cellDay" : "plain" })),
    rows: [headings, ...ofRuns, ...[...looks].flatMap((look) => lines(looksNumber, { command: "", on: null }, look))],
    isProtected: true,
  };
}

const sizeOf = (content: unknown) => JSON.stringify(content).length;

// What can be drawn anew goes first, the largest first.
function slimmed(run: JournalRun): JournalRun {
  let size = sizeOf(run);
  const large = run.tabs
    .filter(({ tab, isNew }) => isDerived(tab) && !isNew)
    .map((change) => ({ change, own: sizeOf(change) }))
    .sort((a, b) => b.own - a.own);
  const gone = new Set<TabChange>();
  for (const { change, own } of large) {
    if (size <= sizeLimit) break;
    gone.add(change);
    size -= own;
  }
  return gone.size === 0 ? run : { ...run, tabs: run.tabs.map((change) => (gone.has(change) ? withoutLines(change) : change)) };
}

// The last run stays whatever its size.
function bounded(runs: readonly JournalRun[]): readonly JournalRun[] {
  const kept: JournalRun[] = [];
  let size = 0;
  for (const run of [...runs].reverse().slice(0, runLimit)) {
    size += sizeOf(run);
    if (kept.length > 0 && size > sizeLimit) break;
    kept.unshift(run);
  }
  return kept;
}

/** The journal of a book while one run follows another. */
export class RunJournal {
  #kept: Kept;
  readonly #grids: readonly Grid[];
  // What was written since the book was read; undefined where a tab was taken away.
  readonly #written = new Map<string, SheetSpec | undefined>();

  constructor(grids: readonly Grid[]) {
    this.#grids = grids;
    this.#kept = keptIn(grids) ?? { runs: [], looks: new Map() };
  }

  /** The tab with one more run, which writes tabs and takes others away; undefined when that changes nothing. */
  add(specs: readonly SheetSpec[], run: Omit<JournalRun, "tabs">, removed: readonly string[] = []): SheetSpec | undefined {
    const { runs, looks } = this.#kept;
    const tabs = [
      ...specs.flatMap((spec) => (unrecorded.has(spec.tab) ? [] : (changeOf(spec, this.#linesOf(spec.tab), looks.get(spec.tab)) ?? []))),
      ...removed.flatMap((tab) => {
        const lines = this.#linesOf(tab);
        return lines ? [removalOf(tab, lines, looks.get(tab))] : [];
      }),
    ];
    return tabs.length === 0 ? undefined : this.#after(bounded([...runs, slimmed({ ...run, tabs })]), specs, removed);
  }

  /** The tab without its last run, now that these tabs stand as they did and others are gone. */
  takeBack(specs: readonly SheetSpec[], removed: readonly string[]): SheetSpec {
    return this.#after(this.#kept.runs.slice(0, -1), specs, removed);
  }

  #linesOf(tab: string): readonly Line[] | undefined {
    const spec = this.#written.get(tab);
    if (spec) return gridOfSpec(spec, spec.name).rows;
    return this.#written.has(tab) ? undefined : ownTab(this.#grids, tab as TabId)?.rows;
  }

  #after(runs: readonly JournalRun[], specs: readonly SheetSpec[], removed: readonly string[]): SheetSpec {
    const looks = new Map(this.#kept.looks);
    for (const spec of specs) {
      this.#written.set(spec.tab, spec);
      if (unrecorded.has(spec.tab) || isLineTab(spec.tab) || spec.tab === "notice-numbers") continue;
      const look = lookOf(spec);
      if (sizeOf(look) <= lookLimit) looks.set(spec.tab, look);
      else looks.delete(spec.tab);
    }
    for (const tab of removed) {
      this.#written.set(tab, undefined);
      looks.delete(tab);
    }
    this.#kept = { runs, looks };
    return journalSheet(this.#kept);
  }
}
