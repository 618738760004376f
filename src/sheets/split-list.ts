// 拆分清单: every file that was handed out with its persons, contracts and sums, and the proof that the parts are the whole to the 分.
import type { Day } from "../domain/day";
import type { School } from "../domain/jurisdiction";
import { type Fen, groupedYuan, subtractFen } from "../domain/money";
import type { Season } from "../domain/season";
import { headingOf } from "./columns";
import { type Area, cellText, type Grid } from "./grid";
import type { CellOut, SheetSpec, StyledArea } from "./spec";
import { nothing, type PartTotals, sumParts } from "./split-parts";
import type { StyleName } from "./styles";
import { tabNames } from "./tabs";

/** One line of 拆分清单. */
export interface SplitLine {
  readonly school: School;
  /** The file's name; absent for a school that has nobody this season. */
  readonly file?: string;
  readonly totals: PartTotals;
}

/** What 拆分清单 is made from. */
export interface SplitListPart {
  readonly lines: readonly SplitLine[];
  readonly unassigned: PartTotals;
  /** The roster's own totals, counted apart from the parts. */
  readonly whole: PartTotals;
  readonly season: Season;
  readonly version: number;
  readonly madeOn: Day;
  /** How many totals the list itself prints that its rows do not add up to. */
  readonly printedOff?: number;
}

const headings = [
  "序号",
  headingOf("school"),
  headingOf("schoolCode"),
  "人数",
  "合同笔数",
  headingOf("principal"),
  headingOf("interest"),
  headingOf("due"),
  "名单版本",
  "制表日期",
  headingOf("liaison"),
  headingOf("liaisonPhone"),
  "文件",
] as const;
const right = headings.length - 1;
const headingRow = 2;
const versionColumn = headings.indexOf("名单版本");

const figures = (totals: PartTotals): readonly CellOut[] => [
  totals.persons,
  totals.contracts,
  { fen: totals.principal },
  { fen: totals.interest },
  { fen: totals.due },
];
const labelled = (label: string, cells: readonly CellOut[], last: CellOut = null): readonly CellOut[] => {
  const row = [null, label, null, ...cells];
  return [...row, ...Array.from({ length: right - row.length }, () => null), last];
};

const difference = (a: PartTotals, b: PartTotals): PartTotals => ({
  persons: a.persons - b.persons,
  contracts: a.contracts - b.contracts,
  principal: subtractFen(a.principal, b.principal),
  interest: subtractFen(a.interest, b.interest),
  due: subtractFen(a.due, b.due),
});

/** The bridge below the list: parts, the roster, their difference, and the control totals of 设置 with theirs. */
function bridgeOf({ lines, unassigned, whole, season, printedOff = 0 }: SplitListPart): readonly (readonly CellOut[])[] {
  const parts = sumParts([...lines.map(({ totals }) => totals), unassigned]);
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
    ? `相符：各校与待划分之和等于名单全部，人数、笔数、金额分毫不差${isOff ? "；但名单与控制数不符，见下" : ""}${printedOff > 0 ? `；但名单自己的合计有${printedOff}处与各行相加不符，见校验结果` : ""}`
    : "不符：请勿下发，并联系软件维护人员";
  return [
    labelled("各校与待划分合计", figures(parts)),
    labelled("名单全部", figures(whole)),
    labelled("差额", figures(difference(parts, whole)), verdict),
    ...control,
  ];
}

const bodyStyles: readonly StyleName[] = [
  "cellCenter",
  "cell",
  "cellCenter",
  "cellCount",
  "cellCount",
  "cellMoney",
  "cellMoney",
  "cellMoney",
  "cellCenter",
  "cellDay",
  "cell",
  "cell",
  "cell",
];
const widths = [6, 24, 10, 9, 10, 15, 15, 16, 10, 12, 10, 14, 60];

/** The tab 拆分清单. */
export function splitListSheet(part: SplitListPart): SheetSpec {
  const { lines, unassigned, season, version, madeOn } = part;
  const dated = (cells: readonly CellOut[], rest: readonly CellOut[]) => [...cells, `v${version}`, { day: madeOn }, ...rest];
  const body = lines.map(({ school, file, totals }, index) =>
    dated(
      [index + 1, school.name, school.code, ...figures(totals)],
      [school.liaison, school.liaisonPhone, file ?? "本期没有名单，不必下发"],
    ),
  );
  const open = dated(
    [null, tabNames.unassigned, null, ...figures(unassigned)],
    [null, null, unassigned.contracts > 0 ? "待划分.xlsx" : "没有"],
  );
  const bridge = bridgeOf(part);
  const first = headingRow + 1 + body.length + 1;
  const row = (at: number, from = 0, to = right): Area => ({ top: at, left: from, bottom: at, right: to });
  const totals = bridge.flatMap((_, index): readonly StyledArea[] => [
    { area: row(first + index), style: "total" },
    { area: row(first + index, 3, 4), style: "totalCount" },
    { area: row(first + index, 5, 7), style: "totalMoney" },
    { area: row(first + index, right, right), style: "totalWrapped" },
  ]);
  return {
    tab: "split-list",
    name: tabNames["split-list"],
    tabColor: "2E75B6",
    columns: widths.map((width, index) => ({ width, style: bodyStyles[index] ?? "cell" })),
    rows: [
      [`${season.county}${season.year}年助学贷款催收名单拆分清单`],
      [`第${version}版，${madeOn}制表；人数按身份证号计，金额单位：元。仅供县资助中心使用。`],
      headings,
      ...body,
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
export function splitSummary(split: { schools: number; version: number; totals: PartTotals; unassigned: PartTotals }): {
  readonly action: string;
  readonly counts: string;
} {
  const { schools, version, totals, unassigned } = split;
  const part = ({ persons, contracts, due }: PartTotals) => `${persons}人${contracts}笔${groupedYuan(due)}元`;
  return { action: "拆分名单", counts: `第${version}版，${schools}所学校；全县${part(totals)}，其中待划分${part(unassigned)}` };
}
