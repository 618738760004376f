// Reporting (上报材料): six files for leaders, schools, inspectors, the province and the bank, all drawn from one frozen source and stamped with its print.
import { strongestRow } from "../domain/returns/delivery";
import type { Day } from "../domain/values/day";
import { sumFen } from "../domain/values/money";
import { changesBetween, type FigureChange, type Frozen, frozenFigures } from "../domain/standing/frozen";
import { logOf } from "../sheets/checking/change-log";
import { archiveIn, archiveSheet, reportSummary } from "../sheets/reports/report-archive";
import { type Progress, type ReportInput, ruleVersion } from "../sheets/reports/report-input";
import { reportFiles, type ReportKind } from "../sheets/reports/reports";
import { rollupInput } from "./rollup";
import type { OpenSeason } from "./season";
import type { Ports } from "./workbook";
import { writeRun } from "./write-run";

/** How the report differs from the one that the book remembers as its last. */
export type SinceLast =
  | { readonly kind: "first" }
  /** The last line of the archive is not as it was written: nothing is compared. */
  | { readonly kind: "edited" }
  | {
      readonly kind: "compared";
      readonly asOf: Day;
      /** Whether everything is the same, to the last line of the last file. */
      readonly isSame: boolean;
      /** The county's figures that differ; none while only lists or schools do. */
      readonly changes: readonly FigureChange[];
    };

/** What reporting has come to. */
export interface ReportOutcome {
  readonly asOf: Day;
  /** The print of the content, as it stands on every file. */
  readonly hash: string;
  readonly files: readonly { readonly kind: ReportKind; readonly file: string }[];
  readonly since: SinceLast;
  readonly frozen: Frozen;
  /** The names of the tabs that were written. */
  readonly tabs: readonly string[];
}

/** As many days as a line on a phone has room for. */
const points = 8;

// Of many days the last ones; the first of all stays, for that is where the line begins.
function progressOf(of: OpenSeason): readonly Progress[] {
  const { today } = of;
  const paidOn = of.bookingOn(today).counted.flatMap(({ values }) => values.repaidOn ?? []);
  const days = [...new Set(paidOn)].sort();
  const shown = days.length <= points ? days : [...days.slice(0, 1), ...days.slice(1 - points)];
  return shown.map((on) => ({ on, repaid: sumFen(of.bookingOn(on).byLoan.values()) }));
}

/** Everything that the reports show, as the book stands on the season's day; not stamped yet. */
export function reportInput(of: OpenSeason): ReportInput {
  const { today: asOf, divided, reports } = of;
  const deliveries = [...of.standingsOn(asOf)].flatMap(([key, { person }]) => {
    const row = strongestRow(reports.byPerson.get(key)?.deliveries ?? [], person, asOf);
    return row ? [[key, row] as const] : [];
  });
  const schools = divided.flatMap(({ person, school }) => (school ? [[person.key, school] as const] : []));
  return { ...rollupInput(of), index: of.index, progress: progressOf(of), deliveries: new Map(deliveries), schoolOf: new Map(schools) };
}

// 64 bits of the print: enough that two reports never share it, short enough to be compared by eye.
async function printOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  const digits = [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/(.{4})(?=.)/g, "$1-");
}

// Whatever a file would show is in the print: the files are drawn unstamped, with everybody who could be drawn by lot, and read as text.
async function stamped(input: ReportInput): Promise<ReportInput> {
  const hash = await printOf(JSON.stringify(reportFiles(input).map(({ file, book }) => [file, book])));
  const seed = input.season.reporting?.sampleSeed ?? `${input.asOf.replaceAll("-", "")}-${hash.slice(0, 4)}`;
  return { ...input, stamp: { hash, seed } };
}

function sinceLast(archive: ReturnType<typeof archiveIn>, now: Frozen): SinceLast {
  if (archive.lines.length === 0) return { kind: "first" };
  const last = archive.lines.at(-1);
  if (!last) return { kind: "edited" };
  const isSame = last.asOf === now.asOf && last.hash === now.hash;
  return { kind: "compared", asOf: last.asOf, isSame, changes: changesBetween(last, now) };
}

async function run(
  of: OpenSeason,
  { files, log = logOf(of.book), ...ports }: Pick<Ports, "workbook" | "files" | "log" | "journal">,
): Promise<ReportOutcome> {
  const input = await stamped(reportInput(of));
  const { asOf, tally, stamp } = input;
  const frozen: Frozen = { asOf, hash: stamp?.hash ?? "", ruleVersion, figures: frozenFigures(tally.county) };
  const made = reportFiles(input);
  for (const { file, book } of made) await files.add(file, book);
  const archive = archiveIn(of.grids);
  const line = log.add({ on: asOf, ...reportSummary(frozen, made.length) });
  const tabs = (await writeRun(of, ports, { command: "report" }, [archiveSheet(archive, frozen), line])).slice(0, 1);
  return {
    asOf,
    hash: frozen.hash,
    files: made.map(({ kind, file }) => ({ kind, file })),
    since: sinceLast(archive, frozen),
    frozen,
    tabs,
  };
}

/** The button: the same book on the same day gives the same files, byte for byte. */
export const report = { id: "report", run } as const;
