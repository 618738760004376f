// 转入转出: everybody who went from one school's list to another's, once, with the reason; lines of earlier versions stay.
import type { PlaceKind } from "../../domain/places/jurisdiction";
import { type Day, dayFromIso } from "../../domain/values/day";
import type { Grid } from "../grid";
import { ownTable } from "../reading/own-table";
import type { CellOut, SheetSpec } from "../writing/spec";
import { tabNames } from "../vocabulary/tabs";
import { listFrame } from "../writing/tab-frames";

/** What the new school was found by: the centre's own word on 待划分, or a kind of place. */
export type TransferBasis = PlaceKind | "decision";

/** One person who went from one school to another. */
export interface TransferLine {
  readonly version: number;
  readonly on: Day;
  /** The number on the person's papers. */
  readonly number: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly basis: string;
  /** Why, as a school reported it or the centre typed it. */
  readonly reason: string;
}

const headings = ["名单版本", "日期", "通知书编号", "姓名", "转出学校", "转入学校", "划分依据", "原因"] as const;
const widths = [10, 12, 18, 12, 24, 24, 24, 50] as const;

const basisNames = {
  decision: "“待划分”中的决定",
  school: "名单上的责任学校",
  village: "所在村（社区）",
  township: "所在乡镇（街道）",
  middleSchool: "毕业中学",
} as const satisfies Record<TransferBasis, string>;

/** What decided, as the tab says it. */
export const basisName = (basis: TransferBasis | undefined): string => (basis ? basisNames[basis] : "");

const tellsOfMove = /转出|转入|转学|转到|转至|转往|迁到|迁至|迁往|迁出|搬到|搬至|搬往/;

const isDenied = /(?:未|没有?|不|无)(?:再|须|需|必)?(?:转|迁|搬)/;
const money = /支付宝|微信|账户|账号|账上|银行|[卡账][里上内中]|[元款钱]/;

/**
 * Whether a school's words report that somebody has gone to where another school answers for them; of money that was moved they do not.
 * @example reportsTransfer("已转到洛滨镇中心校") // true
 */
export function reportsTransfer(text: string): boolean {
  if (isDenied.test(text)) return false;
  if (/转出|转学/.test(text)) return !/(?:[元款钱]|资金|金额)(?:已经?|都|均)?转/.test(text);
  return tellsOfMove.test(text.replaceAll("转入", "")) && !money.test(text);
}

/** The first of a school's remarks that tells of a move; "" when none does. */
export function reportedReason(notes: readonly (string | undefined)[]): string {
  const found = notes.find((note) => note !== undefined && tellsOfMove.test(note));
  return found === undefined ? "" : `学校报告：${found}`;
}

/** The lines of the tab so far; none when the book does not have it. */
export function transferLines(grids: readonly Grid[]): readonly TransferLine[] {
  const table = ownTable(grids, "transfers", headings);
  return (table?.rows ?? []).flatMap((row): TransferLine[] => {
    const [listed = "", day = "", number = "", name = "", from = "", to = "", basis = "", reason = ""] = headings.map((heading) =>
      table?.text(row, heading),
    );
    const [version, on] = [Number(/^v(\d+)$/.exec(listed)?.[1] ?? 0), dayFromIso(day)];
    return version > 0 && on ? [{ version, on, number, name, from, to, basis, reason }] : [];
  });
}

const keyOf = ({ number, from, to }: TransferLine) => JSON.stringify([number, from, to]);

/** The lines after a version was made: those of others as they stand, its own anew, with the days and reasons that they had if it was made before. */
export function withTransfers(grids: readonly Grid[], news: readonly TransferLine[], version: number): readonly TransferLine[] {
  const before = transferLines(grids);
  const known = new Map(before.flatMap((line) => (line.version === version ? [[keyOf(line), line] as const] : [])));
  const own = news.map((line): TransferLine => {
    const { on = line.on, reason = "" } = known.get(keyOf(line)) ?? {};
    return { ...line, on, reason: reason || line.reason };
  });
  return [...before.filter((line) => line.version < version), ...own, ...before.filter((line) => line.version > version)];
}

/** The tab with these lines. */
export function transfersSheet(lines: readonly TransferLine[]): SheetSpec {
  const right = headings.length - 1;
  return {
    tab: "transfers",
    name: tabNames.transfers,
    columns: widths.map((width, at) => ({
      width,
      style: at === 1 ? "cellDay" : at === right ? "fill" : at < 3 ? "cellCenter" : "cellWrapped",
    })),
    rows: [
      [tabNames.transfers],
      [
        "同一版名单里从一所学校转到另一所学校的同学，每人记一行；两校下次收到的“名单变更”里都会写明。“原因”可以填写或修改，再次拆分时保留。",
      ],
      headings,
      ...lines.map(({ version, on, number, name, from, to, basis, reason }): CellOut[] => [
        `v${version}`,
        { day: on },
        number,
        name,
        from,
        to,
        basis,
        reason || null,
      ]),
    ],
    ...listFrame({ right, title: "titleLeft" }),
  };
}
