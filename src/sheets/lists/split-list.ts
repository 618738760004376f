// 拆分清单: every file that was handed out with its persons, contracts and sums, and the proof that the parts are the whole to the 分.
import { groupedYuan } from "../../domain/values/money";
import { type Area, cellAddress, type Grid } from "../grid";
import { ownTable } from "../reading/own-table";
import type { CellOut, SheetSpec, StyledArea } from "../writing/spec";
import { bridgeRows, hasChanges, remarkColumn, type SplitLine, type SplitListPart } from "./split-bridge";
import {
  changeColumns,
  changesOf,
  columnsOf,
  dispatchedCells,
  figures,
  firstColumns,
  madeCells,
  printedCount,
  versionHeading,
} from "./split-columns";
import { type PartTotals, sumParts } from "./split-parts";
import { tabNames } from "../vocabulary/tabs";
import { stopLabel } from "../notices/withheld";
import { loggedAs } from "../checking/log-words";
import { listFrame } from "../writing/tab-frames";

const headingRow = 2;
const earlierTitle = "其他各次的下发记录（留存备查，不计入以上合计）";

const figureColumns: ReadonlySet<number> = new Set([3, 4, 5, 6, 7]);

// The parts together and what the roster has beside them are reckoned by the reader's own program; the value stands beside the formula.
function reckoned(
  cell: CellOut,
  { index, column, first }: { readonly index: number; readonly column: number; readonly first: number },
): CellOut {
  const value = typeof cell === "number" ? cell : cell !== null && typeof cell === "object" && "fen" in cell ? cell.fen / 100 : undefined;
  if (value === undefined) return cell;
  if (index === 0) return { formula: `SUM(${cellAddress(headingRow + 1, column)}:${cellAddress(first - 1, column)})`, value };
  const [parts, whole] = [cellAddress(first, column), cellAddress(first + 1, column)];
  return index === 2 && figureColumns.has(column) ? { formula: `${parts}-${whole}`, value } : cell;
}

/** The tab 拆分清单. */
export function splitListSheet(part: SplitListPart): SheetSpec {
  const { lines, unassigned, leftOut = [], season, version, madeOn, earlier = [] } = part;
  const isChanged = hasChanges(part);
  const columns = columnsOf(isChanged);
  const right = columns.length - 1;
  const dated = (cells: readonly CellOut[], line: Partial<SplitLine>, last: CellOut) => [
    ...cells,
    ...madeCells(version, madeOn),
    ...(isChanged ? changesOf(line.changes, line.transfers) : []),
    ...dispatchedCells(line.school, line.dispatched),
    last,
  ];
  const noFile = (isLeftOut: boolean | undefined) => (isLeftOut ? "这一版没有要联系的人，请告知学校不必再联系" : "本期没有名单，不必下发");
  const body = lines.map((line, index) => {
    const { school, file, totals, isLeftOut } = line;
    return dated([index + 1, school.name, school.code, ...figures(totals)], line, file ?? noFile(isLeftOut));
  });
  const left = leftOut.map(({ reason, ...totals }) =>
    dated([null, `未列入：${stopLabel(reason)}`, null, ...figures(totals)], {}, "不必联系，各校名单上没有"),
  );
  const open = dated([null, tabNames.unassigned, null, ...figures(unassigned)], {}, unassigned.contracts > 0 ? "待划分.xlsx" : "没有");
  const past = earlier.map(({ cells }) => columns.map(({ heading }) => cells.get(heading) ?? null));
  const first = headingRow + 1 + body.length + left.length + 1;
  const bridge = bridgeRows(part).map((cells, index) => cells.map((cell, column) => reckoned(cell, { index, column, first })));
  const pastAt = first + bridge.length;
  const row = (at: number, from = 0, to = right): Area => ({ top: at, left: from, bottom: at, right: to });
  const printed = printedCount(isChanged) - 1;
  // What a line of the bridge says in words has the room of all columns behind its figures.
  const said = bridge.flatMap((cells, index) =>
    typeof cells[remarkColumn] === "string" ? [row(first + index, remarkColumn, printed)] : [],
  );
  const totals = bridge.flatMap((_, index): readonly StyledArea[] => [
    { area: row(first + index), style: "total" },
    { area: row(first + index, 3, 4), style: "totalCount" },
    { area: row(first + index, 5, 7), style: "totalMoney" },
    ...(isChanged
      ? [{ area: row(first + index, firstColumns.length, firstColumns.length + changeColumns.length - 1), style: "totalCount" } as const]
      : []),
  ]);
  return {
    tab: "split-list",
    name: tabNames["split-list"],
    tabColor: "2E75B6",
    columns: columns.map(({ width, style }) => ({ width, style })),
    rows: [
      [`${season.county}${season.year}年助学贷款催收名单拆分清单`],
      [`第${version}版，${madeOn}制表；人数按身份证号计，金额单位：元。仅供县资助中心使用。`],
      columns.map(({ heading }) => heading),
      ...body,
      ...left,
      open,
      ...bridge,
      ...(past.length > 0 ? [[earlierTitle], ...past] : []),
    ],
    ...listFrame({
      right,
      frozen: 2,
      title: "titleLeft",
      margin: 0.4,
      styled: [
        ...totals,
        ...said.map((area) => ({ area, style: "totalWrapped" as const })),
        ...(past.length > 0 ? [{ area: row(pastAt), style: "section" } as const] : []),
      ],
      // What was handed out at other times is for looking up.
      page: { center: true, area: { top: 0, left: 0, bottom: pastAt - 1, right: printed } },
    }),
    merges: [row(0, 0, printed), row(1, 0, printed), ...said, ...(past.length > 0 ? [row(pastAt)] : [])],
    heights: new Map([
      [0, 30],
      [headingRow, 34],
    ]),
  };
}

/** The highest list version that the tab 拆分清单 of a book knows; 0 when nothing has been handed out yet. */
export function lastVersion(grids: readonly Grid[]): number {
  const table = ownTable(grids, "split-list", [versionHeading]);
  const versions = (table?.rows ?? []).map((row) => Number(/^v(\d+)$/.exec(table?.text(row, versionHeading) ?? "")?.[1] ?? 0));
  return Math.max(0, ...versions);
}

/** What a split has come to, as a line of the log. */
export function splitSummary(split: {
  readonly schools: number;
  readonly version: number;
  readonly totals: PartTotals;
  readonly unassigned: PartTotals;
  readonly leftOut: readonly PartTotals[];
  /** How many persons went from one school's list to another's. */
  readonly transfers: number;
}): {
  readonly action: string;
  readonly counts: string;
} {
  const { schools, version, totals, unassigned, leftOut, transfers } = split;
  const part = ({ persons, contracts, due }: PartTotals) => `${persons}人${contracts}笔${groupedYuan(due)}元`;
  const left = leftOut.length > 0 ? `，不必联系、未列入名单${part(sumParts(leftOut))}` : "";
  const moved = transfers > 0 ? `；学校之间转移${transfers}人` : "";
  return {
    action: loggedAs.split,
    counts: `第${version}版，${schools}所学校；全县${part(totals)}，其中待划分${part(unassigned)}${left}${moved}`,
  };
}
