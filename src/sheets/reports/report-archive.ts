// The tab 上报存档: every report that was frozen, with its day, its print and its figures; lines are only ever added.
import { type Frozen, frozenMeasures, type FrozenMeasure, isMoneyMeasure } from "../../domain/standing/frozen";
import { fingerprintOf } from "../../domain/identity/row-key";
import type { Day } from "../../domain/values/day";
import { dayFromIso } from "../../domain/values/day";
import { type Fen, groupedYuan } from "../../domain/values/money";
import { cellText, type CellValue, type Grid } from "../grid";
import type { CellOut, SheetSpec } from "../writing/spec";
import { tabNames } from "../vocabulary/tabs";
import { loggedAs } from "../checking/log-words";
import { listFrame } from "../writing/tab-frames";

/** What the figures are called. */
export const figureWords = {
  persons: "应还人数",
  due: "应还金额",
  repaid: "已还金额",
  outstanding: "未还金额",
  personsPaid: "还清人数",
  toDeliver: "应送达人数",
  delivered: "有效送达人数",
  proxy: "代签人数",
  exceptions: "特殊情况人数",
  open: "在催人数",
  openAmount: "在催金额",
} as const satisfies Record<FrozenMeasure, string>;

/** A figure as people read it. */
export function figureText(measure: FrozenMeasure, figure: number): string {
  return isMoneyMeasure(measure) ? `${groupedYuan(figure as Fen)}元` : `${figure}人`;
}

const headings = ["截至日期", "内容校验码", "口径版本", ...frozenMeasures.map((measure) => figureWords[measure]), "行校验"];
const firstRow = 3;

const printOf = ({ asOf, hash, ruleVersion, figures }: Frozen) =>
  fingerprintOf([asOf, hash, ruleVersion, ...frozenMeasures.map((measure) => figures[measure])].join("|"));

/** A line of the archive; undefined when somebody has changed it since. */
export type ArchiveLine = Frozen | undefined;

function dayIn(cell: CellValue | undefined): Day | undefined {
  return cell !== null && typeof cell === "object" && "day" in cell ? cell.day : dayFromIso(cellText(cell));
}

function lineIn(row: readonly CellValue[]): ArchiveLine {
  const [on, hash, version, ...rest] = row;
  const asOf = dayIn(on);
  const figures = frozenMeasures.map((measure, index) => {
    const value = rest[index];
    return [measure, typeof value === "number" ? Math.round(isMoneyMeasure(measure) ? value * 100 : value) : NaN] as const;
  });
  if (!asOf) return undefined;
  const frozen = { asOf, hash: cellText(hash), ruleVersion: cellText(version), figures: Object.fromEntries(figures) as Frozen["figures"] };
  return printOf(frozen) === cellText(rest[frozenMeasures.length]) ? frozen : undefined;
}

/** What a book's archive holds, line by line. */
export interface Archive {
  readonly lines: readonly ArchiveLine[];
  /** The rows as they stand. */
  readonly rows: readonly (readonly CellValue[])[];
}

/** The archive of a book; empty when it has none. */
export function archiveIn(grids: readonly Grid[]): Archive {
  const grid = grids.find(({ ownTab }) => ownTab === "report-archive");
  const rows = (grid?.rows.slice(firstRow) ?? []).filter((row) => row.some((cell) => cellText(cell) !== ""));
  return { rows, lines: rows.map(lineIn) };
}

function written(cell: CellValue): CellOut {
  return cell !== null && typeof cell === "object" ? ("day" in cell ? cell : cell.text) : typeof cell === "boolean" ? cellText(cell) : cell;
}

/** The tab with this report; one that stands there already is not added twice. */
export function archiveSheet({ rows, lines }: Archive, now: Frozen): SheetSpec {
  const isThere = lines.some((line) => line?.asOf === now.asOf && line.hash === now.hash);
  const line: CellOut[] = [
    { day: now.asOf },
    now.hash,
    now.ruleVersion,
    ...frozenMeasures.map((measure): CellOut => (isMoneyMeasure(measure) ? { fen: now.figures[measure] as Fen } : now.figures[measure])),
    printOf(now),
  ];
  const right = headings.length - 1;
  return {
    tab: "report-archive",
    name: tabNames["report-archive"],
    tabColor: "7F7F7F",
    columns: [
      { width: 12, style: "cellDay" },
      { width: 22, style: "cellCenter" },
      { width: 10, style: "cellCenter" },
      ...frozenMeasures.map((measure) =>
        isMoneyMeasure(measure) ? ({ width: 16, style: "cellMoney" } as const) : ({ width: 13, style: "cellCount" } as const),
      ),
      { width: 12, style: "cellCenter" },
    ],
    rows: [
      [tabNames["report-archive"]],
      ["每次生成上报材料时自动记一行，供下次比较；请勿改动。内容校验码与各文件页脚所印相同。"],
      headings,
      ...rows.map((row) => row.map(written)),
      ...(isThere ? [] : [line]),
    ],
    ...listFrame({ right, frozen: 1, title: "titleLeft", margin: 0.4 }),
    isProtected: true,
  };
}

/** What making the reports has come to, as a line of the log. */
export function reportSummary({ asOf, hash }: Frozen, files: number): { readonly action: string; readonly counts: string } {
  return { action: loggedAs.report, counts: `截至${asOf}，${files}个文件，内容校验码${hash}` };
}
