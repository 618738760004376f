// The columns of 拆分清单 and the figures that stand in them.
import type { Day } from "../../domain/values/day";
import type { School } from "../../domain/places/jurisdiction";
import type { ListChange } from "../../domain/standing/list-change";
import { headingOf } from "../vocabulary/columns";
import { changeNames } from "./list-changes";
import type { CellOut } from "../writing/spec";
import type { PartTotals } from "./split-parts";
import type { StyleName } from "../writing/styles";

/** Persons by what a version of a list changes about them. */
export type ListChangeCounts = { readonly [K in ListChange["kind"]]: number };

/** Persons who came from another school's list, or went to one; they are among the added and the withdrawn. */
export interface TransferCounts {
  readonly arrived: number;
  readonly left: number;
}

/** To whom a school's file was sent, and by what it is known again. */
export interface Dispatched {
  /** The school's own contact (联络员) in 附件1. */
  readonly contact: string;
  readonly contactPhone: string;
  /** Whether it opens with a password, which is never said here. */
  readonly isLocked: boolean;
  /** Differs for any two files that say different things. */
  readonly print: string;
}

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly style: StyleName;
}
const column = (heading: string, width: number, style: StyleName): Column => ({ heading, width, style });

/** The changes in the order of their columns. */
export const changeKinds = ["added", "withdrawn", "changed"] as const satisfies readonly ListChange["kind"][];
/** Under this heading stands the version. */
export const versionHeading = "名单版本";
/** The columns that every version has before those of changes. */
export const firstColumns: readonly Column[] = [
  column("序号", 5, "cellCenter"),
  column(headingOf("school"), 20, "cellWrapped"),
  column(headingOf("schoolCode"), 8, "cellCenter"),
  column("人数", 7, "cellCount"),
  column("合同笔数", 8, "cellCount"),
  column(headingOf("principal"), 14, "cellMoney"),
  column(headingOf("interest"), 14, "cellMoney"),
  column(headingOf("due"), 15, "cellMoney"),
  column(versionHeading, 8, "cellCenter"),
  column("制表日期", 11, "cellDay"),
];
/** The columns of what a later version changes. */
export const changeColumns: readonly Column[] = [
  ...changeKinds.map((kind) => column(changeNames[kind], 6, "cellCount")),
  column("其中转入", 8, "cellCount"),
  column("其中转出", 8, "cellCount"),
];
/** Under these stand whose file it is, what it holds, and its name. */
export const [codeHeading, dayHeading, printHeading, fileHeading] = [headingOf("schoolCode"), "制表日期", "内容码", "文件"] as const;
const peopleColumns: readonly Column[] = [
  column(headingOf("liaison"), 9, "cell"),
  column(headingOf("contact"), 9, "cell"),
  column(headingOf("contactPhone"), 13, "cell"),
];
// For the screen: on paper they would make everything else too small to read.
const screenColumns: readonly Column[] = [
  column(headingOf("liaisonPhone"), 14, "cell"),
  column("打开密码", 14, "cell"),
  column(printHeading, 12, "cellCenter"),
  column(fileHeading, 60, "cell"),
];

/** The columns, with those of changes or without. */
export const columnsOf = (hasChanges: boolean): readonly Column[] => [
  ...firstColumns,
  ...(hasChanges ? changeColumns : []),
  ...peopleColumns,
  ...screenColumns,
];

/** How many of them go on paper. */
export const printedCount = (hasChanges: boolean): number => columnsOf(hasChanges).length - screenColumns.length;

/** The cells of changes. */
export const changesOf = (changes: ListChangeCounts | undefined, transfers: TransferCounts | undefined): readonly CellOut[] => [
  ...changeKinds.map((kind) => changes?.[kind] ?? null),
  ...(changes ? [transfers?.arrived ?? 0, transfers?.left ?? 0] : [null, null]),
];

/** The cells of the day on which lists were made; the version stands before it. */
export const madeCells = (version: number, madeOn: Day): readonly CellOut[] => [`v${version}`, { day: madeOn }];

/** The cells that say who answers for a school and to whom its file went; blank where there is none. */
export const dispatchedCells = (school: School | undefined, dispatched: Dispatched | undefined): readonly CellOut[] => [
  school?.liaison ?? null,
  ...(dispatched ? [dispatched.contact, dispatched.contactPhone] : [null, null]),
  school?.liaisonPhone ?? null,
  ...(dispatched ? [dispatched.isLocked ? "有，见密码清单" : "无", dispatched.print] : [null, null]),
];

/** The five figures of a part as cells. */
export const figures = (totals: PartTotals): readonly CellOut[] => [
  totals.persons,
  totals.contracts,
  { fen: totals.principal },
  { fen: totals.interest },
  { fen: totals.due },
];
