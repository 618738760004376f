// Undoing one file (撤销一份文件): what it brought goes, what other files said counts in its place, and the rest of the run stays.
import { runPrints } from "../domain/record/line-changes";
import { eachRegister, type Register, registerIds } from "../domain/record/registers";
import { storeReports, type StoredRow } from "../domain/returns/register-store";
import { withoutFile } from "../domain/returns/without-file";
import { groupBy } from "../domain/values/group-by";
import { logOf } from "../sheets/checking/change-log";
import { cellText, type Grid } from "../sheets/grid";
import { ownTab } from "../sheets/reading/own-table";
import { registerReadings } from "../sheets/reading/reading";
import { questionLinesIn } from "../sheets/returns/conflicts";
import type { QuestionLine } from "../sheets/returns/question-line";
import { carriedOver, registerSheet } from "../sheets/returns/registers";
import { returnLines } from "../sheets/returns/returns";
import { fileNamer, type FileTab, fileTabs } from "../sheets/undoing/file-lines";
import type { JournalRun } from "../sheets/undoing/run-journal";
import { type Line, linePrint, type LineTab } from "../sheets/undoing/tab-change";
import { undoReason, undoSummary } from "../sheets/undoing/undo-words";
import type { TabId } from "../sheets/vocabulary/tabs";
import { gridOfSpec } from "../sheets/writing/spec-grid";
import { contractsOf, reportsOf } from "./rulings";
import type { OpenSeason } from "./season";
import { looks, restored, type UndoOutcome, withoutRun } from "./taken-back";
import type { Ports } from "./workbook";
import { writeRun } from "./write-run";

const changeOf = (run: JournalRun, tab: TabId) => run.tabs.find((one) => one.tab === tab)?.change;

type Since = "written" | "left" | "changed";

/** What a line is to a run: written by it as it still stands, left alone, or changed since. */
function sinceRun(run: JournalRun, tab: TabId): (line: Line) => Since {
  const change = changeOf(run, tab);
  if (!change) return () => "left";
  const { written, left } = runPrints(change);
  return (line) => {
    const print = linePrint(line);
    return written.has(print) ? "written" : left.has(print) ? "left" : "changed";
  };
}

function writtenBy(run: JournalRun, tab: TabId): (line: Line) => boolean {
  const since = sinceRun(run, tab);
  return (line) => since(line) === "written";
}

/** The files that a run merged and whose lines still stand. */
function filesOf(grids: readonly Grid[], run: JournalRun): readonly string[] {
  const merged = run.files?.files ?? [];
  const found = new Set<string>();
  for (const tab of ["returns", "bank-rows"] as const) {
    const grid = ownTab(grids, tab);
    if (!grid || merged.length === 0) continue;
    const [isWritten, isNamed] = [writtenBy(run, tab), fileNamer(tab, grid)];
    const names = new Set(merged);
    for (const line of grid.rows) if (isWritten(line)) isNamed(line, (name) => names.has(name) && found.add(name).has(name));
  }
  return merged.filter((file) => found.has(file));
}

/** The files that may be taken back alone, those of the last run first. */
export function filesToUndo(grids: readonly Grid[], runs: readonly JournalRun[]): readonly string[] {
  return [...new Set([...runs].reverse().flatMap((run) => filesOf(grids, run)))];
}

/** Takes one file of the last run that merged it back; the run itself can be taken back afterwards, and so can this. */
export async function undoFile(
  of: OpenSeason,
  { log = logOf(of.book), ...ports }: Ports,
  { file, runs }: { readonly file: string; readonly runs: readonly JournalRun[] },
): Promise<Omit<UndoOutcome, "files" | "removed" | "stays">> {
  const run = [...runs].reverse().find((one) => filesOf(of.grids, one).includes(file));
  if (!run) return { undone: null, reason: undoReason("no-file"), kept: 0, tabs: [] };
  const { grids, changed, kept } = withoutFileIn(of, run, file);
  const season = of.withSheets(grids);
  const follow: readonly LineTab[] = ["not-returned", "school-returns", "stop-decisions", "case-decisions"];
  const batches: readonly (keyof typeof looks)[] = changed.has("bank-rows") ? ["bank-batches"] : [];
  const tabs = [...changed, ...[...follow, ...batches].filter((tab) => ownTab(grids, tab))];
  const names = await writeRun(of, ports, { command: "undo-file" }, [
    ...tabs.flatMap((tab) => looks[tab](season) ?? []),
    log.add({ on: of.today, ...undoSummary(run, { kept, file }) }),
  ]);
  const { command, on } = run;
  return { undone: { command, on, file }, ...(kept > 0 ? { reason: undoReason("changed", kept) } : {}), kept, tabs: names };
}

interface Without {
  readonly grids: readonly Grid[];
  readonly changed: ReadonlySet<LineTab>;
  readonly kept: number;
}

function withoutFileIn(of: OpenSeason, run: JournalRun, file: string): Without {
  const { grids } = of;
  const earlier = of.withSheets(withoutRun(grids, restored(grids, run)));
  const { rows, kept, answered } = registersWithout(of, { run, file, earlier });
  const news = new Map<Grid, Grid>();
  const changed = new Set<LineTab>();
  const put = (tab: LineTab, lines: Grid["rows"]): void => {
    const grid = ownTab(grids, tab);
    if (!grid) return;
    news.set(grid, { ...grid, rows: lines });
    changed.add(tab);
  };
  for (const id of registerIds) {
    if (!rows[id].some(({ isChanged }) => isChanged) && rows[id].length === of.book.registers[id].length) continue;
    const spec = registerSheet(id, rows[id], of.index, carriedOver(id, registerReadings(of.book.sheets, id)));
    put(id, gridOfSpec(spec, spec.name).rows);
  }
  let approved = 0;
  for (const tab of fileTabs) {
    const { lines, stay } = linesWithout(of, { run, file, earlier, tab, answered });
    if (tab === "amendments") approved = stay;
    const back = tab === "conflicts" ? settledBy(of, { run, file, earlier }) : [];
    const before = ownTab(grids, tab)?.rows.length;
    if (before !== undefined && (lines.length !== before || back.length > 0)) put(tab, [...lines, ...back]);
  }
  return { grids: grids.map((grid) => news.get(grid) ?? grid), changed, kept: kept + approved };
}

interface Undoing {
  readonly run: JournalRun;
  readonly file: string;
  /** The season before the run. */
  readonly earlier: OpenSeason;
}

function registersWithout(of: OpenSeason, { run, file, earlier }: Undoing) {
  const { contracts: index, grids, today } = of;
  const standing = new Set(filesOf(grids, run));
  const gone = new Set((run.files?.files ?? []).filter((one) => !standing.has(one)));
  const without = eachRegister((id) => {
    const grid = ownTab(grids, id);
    const since = sinceRun(run, id);
    return withoutFile(
      id,
      { now: of.book.registers[id], before: earlier.book.registers[id] },
      {
        file,
        index,
        fileOf: ({ place, values }) => {
          const line = place.sheet === grid?.name ? grid.rows[place.row - 1] : undefined;
          const what = line ? since(line) : "left";
          if (!line || what !== "written") return what === "changed" ? what : undefined;
          const shares = run.files?.mixed[linePrint(line)];
          return (field) => [shares?.[field] ?? values.source ?? ""].flat().filter((one) => one === file || !gone.has(one));
        },
      },
    );
  });
  const freed = new Set(registerIds.flatMap((id) => without[id].freed.map(({ contract, field }) => `${contract.identity}|${field}`)));
  const answered = otherVersions(of, run, freed);
  const stored = storeReports(
    eachRegister((id) => without[id].rows.map(({ row }) => row)),
    answered.flatMap((line) => reportsOf(of, { line, verdict: "adopt" })),
    { index, today },
  );
  const wasChanged = (id: Register) => new Set(without[id].rows.filter(({ isChanged }) => isChanged).map(({ row }) => row));
  const rows = eachRegister((id): readonly StoredRow[] => {
    const before = wasChanged(id);
    return stored.registers[id].map((one) => ({ ...one, isChanged: one.isChanged || before.has(one.row) }));
  });
  return { rows, kept: registerIds.reduce((sum, id) => sum + without[id].kept, 0), answered: new Set(answered.map(({ key }) => key)) };
}

// Where two files said different things of a cell and the one that counted goes, the other counts: the question is none any more.
function otherVersions(of: OpenSeason, run: JournalRun, freed: ReadonlySet<string>): readonly QuestionLine[] {
  const isWritten = writtenBy(run, "conflicts");
  const rows = ownTab(of.grids, "conflicts")?.rows ?? [];
  const written = new Set(rows.filter(isWritten).flatMap((line) => line.map(cellText)));
  const taken = new Set<string>();
  return questionLinesIn(of.grids).filter((line) => {
    const { kind, field, proposal } = line.content ?? {};
    if (kind !== "two-versions" || field === undefined || proposal?.do !== "register" || !written.has(line.key)) return false;
    const keys = contractsOf(of, line).map(({ identity }) => `${identity}|${field}`);
    if (!keys.some((key) => freed.has(key) && !taken.has(key))) return false;
    for (const key of keys) taken.add(key);
    return true;
  });
}

function linesWithout(
  of: OpenSeason,
  { run, file, earlier, tab, answered }: Undoing & { readonly tab: FileTab; readonly answered: ReadonlySet<string> },
): { readonly lines: Grid["rows"]; readonly stay: number } {
  const grid = ownTab(of.grids, tab);
  if (!grid) return { lines: [], stay: 0 };
  const [isWritten, isNamed] = [writtenBy(run, tab), fileNamer(tab, grid)];
  const isOwn = (line: Line) => isNamed(line, (name) => name === file);
  const isAnswered = (line: Line) => tab === "conflicts" && line.some((cell) => answered.has(cellText(cell)));
  const lines = grid.rows.filter((line) => !isAnswered(line) && !(isWritten(line) && isOwn(line)));
  const before = new Set((ownTab(earlier.grids, tab)?.rows ?? []).map(linePrint));
  return { lines, stay: lines.filter((line) => isOwn(line) && !before.has(linePrint(line))).length };
}

// What was asked before and the file's rows had answered is asked again, unless another file of its school was in the same run.
function settledBy(of: OpenSeason, { run, file, earlier }: Undoing): readonly Line[] {
  const merged = new Set(run.files?.files);
  const schools = groupBy(
    returnLines(of.grids).filter((line) => line.on === run.on && line.isMerged && merged.has(line.file)),
    ({ school }) => school,
  );
  const [own] = [...schools].find(([, lines]) => lines.some((line) => line.file === file)) ?? [];
  if (own === undefined || schools.get(own)?.some((line) => line.file !== file)) return [];
  const asked = new Set(questionLinesIn(of.grids).map(({ key }) => key));
  const back = new Set(
    questionLinesIn(earlier.grids).flatMap(({ key, content }) => (content?.school === own && !asked.has(key) ? [key] : [])),
  );
  const decided = new Set((ownTab(of.grids, "return-decisions")?.rows ?? []).flatMap((line) => line.map(cellText)));
  const rows = ownTab(earlier.grids, "conflicts")?.rows ?? [];
  return rows.filter((line) => line.some((cell) => back.has(cellText(cell)) && !decided.has(cellText(cell))));
}
