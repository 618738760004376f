// The tab 反馈快照, hidden in the centre's book: where everybody stood at each feedback, written as what changed, and sealed line by line.
import type { Day } from "../../domain/values/day";
import { dayFromIso } from "../../domain/values/day";
import { fen } from "../../domain/values/money";
import { byCode } from "../../domain/values/text-order";
import { schoolKey } from "../../domain/identity/keys";
import { fingerprintOf } from "../../domain/identity/row-key";
import type { FeedbackState, SnapshotDay, Stood } from "../../domain/standing/snapshot";
import { cellAddress, type CellValue, cellText, type Grid } from "../grid";
import { isFilled, ownTab } from "../reading/own-table";
import type { CellOut, SheetSpec } from "../writing/spec";
import { tabNames } from "../vocabulary/tabs";

const headings = ["日期", "人", "责任学校", "状态", "未还（分）"] as const;
const headingRow = 1;
const title = "反馈快照（每日反馈的底账，供下次比对，请勿改动；人以通知书编号的中段表示）";
/** What stands in place of a person in the line that closes a day; its last but one cell seals the day and all before it. */
const closing = "封存";
const gone = "不在名单";
const words = { settled: "已还清", unpaid: "未还", withdrawn: "撤销" } as const satisfies Record<FeedbackState, string>;
const states: ReadonlyMap<string, FeedbackState> = new Map(
  (Object.keys(words) as FeedbackState[]).map((state) => [words[state], state] as const),
);

/** The snapshots that a book keeps, or the cell of the tab at which they are not what was written. */
export interface KeptSnapshots {
  readonly days: readonly SnapshotDay[];
  /** With the sheet, as `反馈快照!D17`. */
  readonly damagedAt?: string;
}

type Changes = SnapshotDay["changes"];

function sealOf(before: string, on: Day, changes: Changes): string {
  const lines = [...changes]
    .sort(([a], [b]) => byCode(a, b))
    .map(([print, stood]) => [print, stood?.school ?? "", stood?.state ?? "", stood?.outstanding ?? ""].join("|"));
  return fingerprintOf([before, on, ...lines].join("\n"));
}

/** The tab with these days. */
export function snapshotSheet(days: readonly SnapshotDay[]): SheetSpec {
  let seal = "";
  const body = days.flatMap(({ on, changes }): (readonly CellOut[])[] => {
    seal = sealOf(seal, on, changes);
    return [
      ...[...changes].map(([print, stood]) => [
        { day: on },
        print,
        stood?.school ?? null,
        stood ? words[stood.state] : gone,
        stood ? stood.outstanding : null,
      ]),
      [{ day: on }, closing, null, seal, changes.size],
    ];
  });
  const right = headings.length - 1;
  const row = (at: number) => ({ top: at, left: 0, bottom: at, right });
  return {
    tab: "feedback-snapshots",
    name: tabNames["feedback-snapshots"],
    visibility: "hidden",
    columns: [
      { width: 12, style: "cellDay" },
      { width: 12, style: "cell" },
      { width: 24, style: "cell" },
      { width: 12, style: "cell" },
      { width: 14, style: "cellCount" },
    ],
    rows: [[title], headings, ...body],
    styled: [
      { area: row(0), style: "section" },
      { area: row(headingRow), style: "heading" },
    ],
    merges: [row(0)],
    freeze: { rows: headingRow + 1, columns: 0 },
    isProtected: true,
  };
}

const dayOf = (cell: CellValue | undefined): Day | undefined =>
  cell !== null && typeof cell === "object" && "day" in cell ? cell.day : dayFromIso(cellText(cell));

/** A line as it stands: a person's place on a day, or a day's end with its seal and how many lines it closes. */
type Line =
  | { readonly on: Day; readonly print: string; readonly stood: Stood | undefined }
  | { readonly on: Day; readonly seal: string; readonly count: string };

function lineOf(cells: readonly (CellValue | undefined)[]): Line | undefined {
  const [dayCell, ...texts] = cells;
  const on = dayOf(dayCell);
  const [print = "", school = "", word = "", amount = ""] = texts.map(cellText);
  if (!on || print === "") return undefined;
  if (print === closing) return { on, seal: word, count: amount };
  if (word === gone) return { on, print, stood: undefined };
  const state = states.get(word);
  const outstanding = /^-?\d{1,15}$/.test(amount) ? Number(amount) : undefined;
  return state && outstanding !== undefined
    ? { on, print, stood: { state, outstanding: fen(outstanding), school: schoolKey(school) } }
    : undefined;
}

/**
 * What the tab 反馈快照 of a book says, by its headings, wherever columns and rows stand now. One cell that is not what was written makes all of
 * it unusable: a figure compared with it would be wrong.
 */
export function snapshotsIn(grids: readonly Grid[]): KeptSnapshots {
  const grid = ownTab(grids, "feedback-snapshots");
  if (!grid) return { days: [] };
  const damaged = (row: number, column = 0): KeptSnapshots => ({ days: [], damagedAt: `${grid.name}!${cellAddress(row, column)}` });
  const top = grid.rows.findIndex((row) => headings.every((heading) => row.some((cell) => cellText(cell) === heading)));
  if (top < 0) return damaged(headingRow);
  const titles = (grid.rows[top] ?? []).map(cellText);
  const columns = headings.map((heading) => titles.indexOf(heading));
  const days = new Map<Day, { readonly changes: Map<string, Stood | undefined>; end?: { seal: string; count: string; row: number } }>();
  for (const [index, cells] of grid.rows.entries()) {
    if (index <= top || !isFilled(cells)) continue;
    const line = lineOf(columns.map((column) => cells[column]));
    if (!line) return damaged(index, columns[0]);
    const kept = days.get(line.on) ?? { changes: new Map<string, Stood | undefined>() };
    days.set(line.on, kept);
    if ("seal" in line ? kept.end : kept.changes.has(line.print)) return damaged(index, columns[1]);
    if ("seal" in line) kept.end = { ...line, row: index };
    else kept.changes.set(line.print, line.stood);
  }
  let seal = "";
  const sound: SnapshotDay[] = [];
  for (const [on, { changes, end }] of [...days].sort(([a], [b]) => byCode(a, b))) {
    seal = sealOf(seal, on, changes);
    if (end?.seal !== seal || end.count !== String(changes.size)) return damaged(end?.row ?? top, columns[3]);
    sound.push({ on, changes });
  }
  return sound.length === 0 ? damaged(top) : { days: sound };
}
