// The bridge below 拆分清单: the parts together, the roster, their difference, and the control totals of 设置 with theirs.
import type { Day } from "../../domain/values/day";
import type { School } from "../../domain/places/jurisdiction";
import { type Fen, subtractFen } from "../../domain/values/money";
import type { Season } from "../../domain/record/season";
import type { StopReason } from "../../domain/standing/stop";
import type { CellOut } from "../writing/spec";
import type { EarlierDispatch } from "./dispatches";
import {
  changeKinds,
  changesOf,
  columnsOf,
  type Dispatched,
  figures,
  firstColumns,
  type ListChangeCounts,
  type TransferCounts,
  versionHeading,
} from "./split-columns";
import { nothing, type PartTotals, sumParts } from "./split-parts";

/** One line of 拆分清单. */
export interface SplitLine {
  readonly school: School;
  /** The file's name; absent for a school that has nobody this season. */
  readonly file?: string;
  readonly totals: PartTotals;
  /** Whether it had people whom nobody has to approach any more, and has nobody else. */
  readonly isLeftOut?: boolean;
  /** From version 2 on: the persons whom its list adds, withdraws and changes. */
  readonly changes?: ListChangeCounts;
  /** Those of them who came from another school, or went to one. */
  readonly transfers?: TransferCounts;
  /** To whom its file went; absent without one. */
  readonly dispatched?: Dispatched;
}

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
  /** What went out at other times, the last first. */
  readonly earlier?: readonly EarlierDispatch[];
}

/** Whether there is anything that a version before could have changed. */
export const hasChanges = ({ version, earlier = [] }: Pick<SplitListPart, "version" | "earlier">): boolean =>
  version > 1 || earlier.some((one) => one.version > 1);

/** The column, counted from 0, in which a line of the bridge says in words what its figures mean. */
export const remarkColumn = firstColumns.findIndex(({ heading }) => heading === versionHeading);

const labelled = (label: string, cells: readonly CellOut[], last: CellOut = null, rest: readonly CellOut[] = []): Labelled => ({
  label,
  cells,
  last,
  rest,
});

/** A row below the list: what it says, its figures, what is to be said of them, and what stands in the columns of changes. */
interface Labelled {
  readonly label: string;
  readonly cells: readonly CellOut[];
  readonly last: CellOut;
  readonly rest: readonly CellOut[];
}

function cellsOf({ label, cells, last, rest }: Labelled, isChanged: boolean): readonly CellOut[] {
  const row = [null, label, null, ...cells, last];
  const blank = (to: number) => Array.from({ length: Math.max(to - row.length, 0) }, () => null);
  row.push(...blank(firstColumns.length), ...rest);
  return [...row, ...blank(columnsOf(isChanged).length)];
}

const difference = (a: PartTotals, b: PartTotals): PartTotals => ({
  persons: a.persons - b.persons,
  contracts: a.contracts - b.contracts,
  principal: subtractFen(a.principal, b.principal),
  interest: subtractFen(a.interest, b.interest),
  due: subtractFen(a.due, b.due),
});

/** The rows of the bridge. */
export function bridgeRows(part: SplitListPart): readonly (readonly CellOut[])[] {
  return bridgeOf(part).map((line) => cellsOf(line, hasChanges(part)));
}

function bridgeOf({ lines, unassigned, leftOut = [], whole, season, version, printedOff = 0 }: SplitListPart): readonly Labelled[] {
  const parts = sumParts([...lines.map(({ totals }) => totals), ...leftOut, unassigned]);
  const named = leftOut.length > 0 ? "各校、未列入与待划分" : "各校与待划分";
  const changes = changeKinds.reduce(
    (sums, kind) => ({ ...sums, [kind]: lines.reduce((sum, line) => sum + (line.changes?.[kind] ?? 0), 0) }),
    { added: 0, withdrawn: 0, changed: 0 },
  );
  const moved = lines.reduce(
    (sums, { transfers }) => ({ arrived: sums.arrived + (transfers?.arrived ?? 0), left: sums.left + (transfers?.left ?? 0) }),
    {
      arrived: 0,
      left: 0,
    },
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
    : "不符：请勿下发，并请联系开发人员";
  return [
    labelled(`${named}合计`, figures(parts), null, version > 1 ? changesOf(changes, moved) : []),
    labelled("名单全部", figures(whole)),
    labelled("差额", figures(difference(parts, whole)), verdict),
    ...control,
  ];
}
