// 拆分清单: every file that was handed out with its persons, contracts and sums, and the proof that the parts are the whole to the 分.
import type { Day } from "../domain/day";
import type { School } from "../domain/jurisdiction";
import type { ListChange } from "../domain/list-change";
import { type Fen, groupedYuan, subtractFen } from "../domain/money";
import type { Season } from "../domain/season";
import type { StopReason } from "../domain/stop";
import { headingOf } from "./columns";
import { changeNames } from "./list-versions";
import { type Area, cellText, type Grid } from "./grid";
import type { CellOut, SheetSpec, StyledArea } from "./spec";
import { nothing, type PartTotals, sumParts } from "./split-parts";
import type { StyleName } from "./styles";
import { tabNames } from "./tabs";
import { stopLabel } from "./withheld";

/** One line of 拆分清单. */
export interface SplitLine {
  readonly school: School;
  /** The file's name; absent for a school that has nobody this season. */
  readonly file?: string;
  readonly totals: PartTotals;
  /** Whether it has people, all of whom this version leaves out. */
  readonly isLeftOut?: boolean;
  /** From version 2 on: the persons whom its list adds, withdraws and changes. */
  readonly changes?: ListChangeCounts;
}

/** Persons by what a version of a list changes about them. */
export type ListChangeCounts = { readonly [K in ListChange["kind"]]: number };

/** Whom the lists of a version leave out for one reason. */
export interface LeftOut extends PartTotals {
  readonly reason: StopReason;
}

/** What 拆分清单 is made from. */
export interface SplitListPart {
  readonly lines: readonly SplitLine[];
  readonly unassigned: PartTotals;
  readonly leftOut?: readonly LeftOut[];
  /** The roster's own totals, counted apart from the parts. */
  readonly whole: PartTotals;
  readonly season: Season;
  readonly version: number;
  readonly madeOn: Day;
  /** How many totals the list itself prints that its rows do not add up to. */
  readonly printedOff?: number;
}

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly style: StyleName;
}
const column = (heading: string, width: number, style: StyleName): Column => ({ heading, width, style });

const changeKinds = ["added", "withdrawn", "changed"] as const satisfies readonly ListChange["kind"][];
const firstColumns: readonly Column[] = [
  column("序号", 6, "cellCenter"),
  column(headingOf("school"), 24, "cell"),
  column(headingOf("schoolCode"), 10, "cellCenter"),
  column("人数", 9, "cellCount"),
  column("合同笔数", 10, "cellCount"),
  column(headingOf("principal"), 15, "cellMoney"),
  column(headingOf("interest"), 15, "cellMoney"),
  column(headingOf("due"), 16, "cellMoney"),
  column("名单版本", 10, "cellCenter"),
  column("制表日期", 12, "cellDay"),
];
const changeColumns = changeKinds.map((kind) => column(changeNames[kind], 8, "cellCount"));
const lastColumns: readonly Column[] = [
  column(headingOf("liaison"), 10, "cell"),
  column(headingOf("liaisonPhone"), 14, "cell"),
  column("文件", 60, "cell"),
];
const headingRow = 2;
const versionColumn = firstColumns.findIndex(({ heading }) => heading === "名单版本");

/** The columns of a version: only a later one changes anything. */
const columnsOf = (version: number): readonly Column[] => [...firstColumns, ...(version > 1 ? changeColumns : []), ...lastColumns];

const changesOf = (changes: ListChangeCounts | undefined, version: number): readonly CellOut[] =>
  version > 1 ? changeKinds.map((kind) => changes?.[kind] ?? null) : [];

const figures = (totals: PartTotals): readonly CellOut[] => [
  totals.persons,
  totals.contracts,
  { fen: totals.principal },
  { fen: totals.interest },
  { fen: totals.due },
];
const labelled = (label: string, cells: readonly CellOut[], last: CellOut = null, rest: readonly CellOut[] = []): Labelled => ({
  label,
  cells,
  last,
  rest,
});

/** A row below the list: what it says, its figures, what stands in the last column, and in those of changes. */
interface Labelled {
  readonly label: string;
  readonly cells: readonly CellOut[];
  readonly last: CellOut;
  readonly rest: readonly CellOut[];
}

function cellsOf({ label, cells, last, rest }: Labelled, version: number): readonly CellOut[] {
  const row = [null, label, null, ...cells];
  const blank = (to: number) => Array.from({ length: Math.max(to - row.length, 0) }, () => null);
  row.push(...blank(firstColumns.length), ...rest);
  return [...row, ...blank(columnsOf(version).length - 1), last];
}

const difference = (a: PartTotals, b: PartTotals): PartTotals => ({
  persons: a.persons - b.persons,
  contracts: a.contracts - b.contracts,
  principal: subtractFen(a.principal, b.principal),
  interest: subtractFen(a.interest, b.interest),
  due: subtractFen(a.due, b.due),
});

/** The bridge below the list: parts, the roster, their difference, and the control totals of 设置 with theirs. */
function bridgeOf({ lines, unassigned, leftOut = [], whole, season, version, printedOff = 0 }: SplitListPart): readonly Labelled[] {
  const parts = sumParts([...lines.map(({ totals }) => totals), ...leftOut, unassigned]);
  const named = leftOut.length > 0 ? "各校、未列入与待划分" : "各校与待划分";
  const changes = changeKinds.reduce(
    (sums, kind) => ({ ...sums, [kind]: lines.reduce((sum, line) => sum + (line.changes?.[kind] ?? 0), 0) }),
    { added: 0, withdrawn: 0, changed: 0 },
  );
  const { persons, principal, interest, due } = season.control;
  const money = (amount: Fen | undefined): CellOut => (amount === undefined ? null : { fen: amount });
  const less = (own: Fen, amount: Fen | undefined): CellOut => money(amount === undefined ? undefined : subtractFen(own, amount));
  const isOff = [
    [persons, whole.persons],
    [principal, whole.principal],
    [interest, whole.interest],
    [due, whole.due],
  ].some(([stated, own]) => stated !== undefined && stated !== own);
  const control =
    persons === undefined && principal === undefined && interest === undefined && due === undefined
      ? []
      : [
          labelled("设置中的控制数", [persons ?? null, null, money(principal), money(interest), money(due)]),
          labelled(
            "名单减控制数",
            [
              persons === undefined ? null : whole.persons - persons,
              null,
              less(whole.principal, principal),
              less(whole.interest, interest),
              less(whole.due, due),
            ],
            isOff ? "不符：请先核对名单，再下发" : "相符",
          ),
        ];
  const isWhole = JSON.stringify(difference(parts, whole)) === JSON.stringify(nothing);
  const verdict = isWhole
    ? `相符：${named}之和等于名单全部，人数、笔数、金额分毫不差${isOff ? "；但名单与控制数不符，见下" : ""}${printedOff > 0 ? `；但名单自己的合计有${printedOff}处与各行相加不符，见校验结果` : ""}`
    : "不符：请勿下发，并联系软件维护人员";
  return [
    labelled(`${named}合计`, figures(parts), null, changesOf(changes, version)),
    labelled("名单全部", figures(whole)),
    labelled("差额", figures(difference(parts, whole)), verdict),
    ...control,
  ];
}

/** The tab 拆分清单. */
export function splitListSheet(part: SplitListPart): SheetSpec {
  const { lines, unassigned, leftOut = [], season, version, madeOn } = part;
  const columns = columnsOf(version);
  const right = columns.length - 1;
  const dated = (cells: readonly CellOut[], changes: ListChangeCounts | undefined, rest: readonly CellOut[]) => [
    ...cells,
    `v${version}`,
    { day: madeOn },
    ...changesOf(changes, version),
    ...rest,
  ];
  const noFile = (isLeftOut: boolean | undefined) => (isLeftOut ? "这一版没有要联系的人，不必下发" : "本期没有名单，不必下发");
  const body = lines.map(({ school, file, totals, changes, isLeftOut }, index) =>
    dated([index + 1, school.name, school.code, ...figures(totals)], changes, [
      school.liaison,
      school.liaisonPhone,
      file ?? noFile(isLeftOut),
    ]),
  );
  const left = leftOut.map(({ reason, ...totals }) =>
    dated([null, `未列入：${stopLabel(reason)}`, null, ...figures(totals)], undefined, [null, null, "不必联系，各校名单上没有"]),
  );
  const open = dated([null, tabNames.unassigned, null, ...figures(unassigned)], undefined, [
    null,
    null,
    unassigned.contracts > 0 ? "待划分.xlsx" : "没有",
  ]);
  const bridge = bridgeOf(part).map((line) => cellsOf(line, version));
  const first = headingRow + 1 + body.length + left.length + 1;
  const row = (at: number, from = 0, to = right): Area => ({ top: at, left: from, bottom: at, right: to });
  const totals = bridge.flatMap((_, index): readonly StyledArea[] => [
    { area: row(first + index), style: "total" },
    { area: row(first + index, 3, 4), style: "totalCount" },
    { area: row(first + index, 5, 7), style: "totalMoney" },
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
    ],
    styled: [
      { area: row(0), style: "titleLeft" },
      { area: row(1), style: "subtitle" },
      { area: row(headingRow), style: "heading" },
      ...totals,
    ],
    merges: [row(0), row(1)],
    heights: new Map([
      [0, 30],
      [headingRow, 26],
    ]),
    freeze: { rows: headingRow + 1, columns: 2 },
    page: {
      paper: "A4",
      orientation: "landscape",
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4 },
      fitWidth: true,
      center: true,
      repeatRows: [headingRow, headingRow],
      footer: "&C第 &P 页，共 &N 页",
    },
  };
}

/** The highest list version that the tab 拆分清单 of a book knows; 0 when nothing has been handed out yet. */
export function lastVersion(grids: readonly Grid[]): number {
  const grid = grids.find(({ ownTab }) => ownTab === "split-list");
  const versions = (grid?.rows ?? []).map((row) => Number(/^v(\d+)$/.exec(cellText(row[versionColumn]))?.[1] ?? 0));
  return Math.max(0, ...versions);
}

/** What a split has come to, as a line of the log. */
export function splitSummary(split: {
  readonly schools: number;
  readonly version: number;
  readonly totals: PartTotals;
  readonly unassigned: PartTotals;
  readonly leftOut: readonly PartTotals[];
}): {
  readonly action: string;
  readonly counts: string;
} {
  const { schools, version, totals, unassigned, leftOut } = split;
  const part = ({ persons, contracts, due }: PartTotals) => `${persons}人${contracts}笔${groupedYuan(due)}元`;
  const left = leftOut.length > 0 ? `，不必联系、未列入名单${part(sumParts(leftOut))}` : "";
  return { action: "拆分名单", counts: `第${version}版，${schools}所学校；全县${part(totals)}，其中待划分${part(unassigned)}${left}` };
}
