// The columns of 拆分清单 and the figures that stand in them.
import type { ListChange } from "../../domain/standing/list-change";
import { headingOf } from "../vocabulary/columns";
import { changeNames } from "./list-changes";
import type { CellOut } from "../writing/spec";
import type { PartTotals } from "./split-parts";
import type { StyleName } from "../writing/styles";

/** Persons by what a version of a list changes about them. */
export type ListChangeCounts = { readonly [K in ListChange["kind"]]: number };

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
  column("序号", 6, "cellCenter"),
  column(headingOf("school"), 24, "cell"),
  column(headingOf("schoolCode"), 10, "cellCenter"),
  column("人数", 9, "cellCount"),
  column("合同笔数", 10, "cellCount"),
  column(headingOf("principal"), 15, "cellMoney"),
  column(headingOf("interest"), 15, "cellMoney"),
  column(headingOf("due"), 16, "cellMoney"),
  column(versionHeading, 10, "cellCenter"),
  column("制表日期", 12, "cellDay"),
];
const changeColumns = changeKinds.map((kind) => column(changeNames[kind], 8, "cellCount"));
const lastColumns: readonly Column[] = [
  column(headingOf("liaison"), 10, "cell"),
  column(headingOf("liaisonPhone"), 14, "cell"),
  column("文件", 60, "cell"),
];

/** The columns of a version: only a later one changes anything. */
export const columnsOf = (version: number): readonly Column[] => [...firstColumns, ...(version > 1 ? changeColumns : []), ...lastColumns];

/** The cells of changes; none in a first version. */
export const changesOf = (changes: ListChangeCounts | undefined, version: number): readonly CellOut[] =>
  version > 1 ? changeKinds.map((kind) => changes?.[kind] ?? null) : [];

/** The five figures of a part as cells. */
export const figures = (totals: PartTotals): readonly CellOut[] => [
  totals.persons,
  totals.contracts,
  { fen: totals.principal },
  { fen: totals.interest },
  { fen: totals.due },
];
