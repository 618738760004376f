// What a run adds to 回收登记: a line for every file that is not there already, and the versions by which older lists are known.
import { latenessOf, type ReturnLine } from "../sheets/returns/returns";
import type { JudgedFile } from "./collected-files";
import type { Opened } from "./open-returned";
import type { OpenSeason } from "./season";

/** The lines of files that came in, in the order of schools. */
export function newLines(
  opened: readonly Opened[],
  judged: readonly JudgedFile[],
  { before, blanked }: { readonly before: readonly ReturnLine[]; readonly blanked: ReadonlyMap<string, number> },
  { today, book, schoolOrder: order }: OpenSeason,
): readonly ReturnLine[] {
  const keyOf = ({ file, print, isMerged }: ReturnLine) => `${file}|${print}|${isMerged}`;
  const seen = new Set(before.map(keyOf));
  const lines = judged.flatMap(({ file, school, status, rows, isFix, reason = "" }, index): ReturnLine[] => {
    const own = opened[index];
    if (own && "bank" in own) return [];
    const fix = own && "fix" in own ? own.fix : undefined;
    const { entryCount = fix?.answers.filter(({ answer }) => answer !== null).length ?? 0, print = fix?.print ?? "" } =
      own && "taken" in own ? own.taken : {};
    const version = own && "taken" in own ? own.reading.version : undefined;
    const contacts = own && "taken" in own ? own.reading.contacts : "";
    const blank = blanked.get(print);
    const from = { on: today, school: school ?? ("" as const) };
    const lateness = isFix ? undefined : latenessOf(from, before, book.season.dates.slipsDue);
    const line: ReturnLine = {
      ...from,
      file,
      isMerged: status === "merged" && !isFix,
      ...(isFix ? { isFix } : {}),
      rows,
      entries: entryCount,
      ...(lateness ? { lateness } : {}),
      ...(version === undefined ? {} : { version }),
      ...(blank === undefined ? {} : { blanked: blank }),
      ...(contacts === "" ? {} : { contacts }),
      reason,
      print,
    };
    if (seen.has(keyOf(line))) return [];
    seen.add(keyOf(line));
    return [line];
  });
  return lines.sort((a, b) => order(a.school, b.school));
}

/** The version of every list that has come back. A file goes by its name; of two of one name the later one counts. */
export function versionsOf(before: readonly ReturnLine[], opened: readonly Opened[]): ReadonlyMap<string, number> {
  const known = before.flatMap(({ file, version }) => (version === undefined ? [] : [[file, version] as const]));
  const now = opened.flatMap((file) => ("taken" in file && file.reading.version ? [[file.name, file.reading.version] as const] : []));
  return new Map([...known, ...now]);
}
