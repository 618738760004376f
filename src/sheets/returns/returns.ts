// The tab 回收登记: which file came back from which school, when, and what became of it; by it a file that was merged before is known again.
import { type SchoolKey, schoolKey } from "../../domain/identity/keys";
import { type Day, dayFromIso } from "../../domain/values/day";
import type { Grid } from "../grid";
import { ownTable } from "../reading/own-table";
import { tabNames } from "../vocabulary/tabs";
import type { CellOut, SheetSpec } from "../writing/spec";
import { registerFrame } from "../writing/tab-frames";

/** What coming after the deadline means: the school is late, or adds to what it returned in time. */
export type Lateness = "late" | "addition";

/** One file that came back. */
export interface ReturnLine {
  readonly on: Day;
  readonly file: string;
  /** "" when nobody could tell. */
  readonly school: SchoolKey | "";
  readonly isMerged: boolean;
  /** A fix-it file (待补正表): taken, but not the school's list. */
  readonly isFix?: true;
  readonly rows: number;
  readonly entries: number;
  /** For a file that came after the deadline: whether the school had returned one in time, to which this one adds. */
  readonly lateness?: Lateness;
  readonly reason: string;
  /** The version of the list (名单版本) that came back; undefined when nobody could tell. */
  readonly version?: number;
  /** How many cells that are registered already it leaves blank; they stay registered. */
  readonly blanked?: number;
  /** Who answers for the collection at the school, as its 联系表 says. */
  readonly contacts?: string;
  /** Tells the file's content from any other (see `contentPrint`); "" for a file that could not be read. */
  readonly print: string;
}

const headings = [
  "日期",
  "文件",
  "责任学校",
  "结果",
  "合同行数",
  "填写项数",
  "迟报",
  "名单版本",
  "变空格数",
  "联系表",
  "说明",
  "内容码",
] as const;
const widths = [12, 54, 20, 10, 10, 10, 8, 9, 9, 40, 50, 12] as const;
const merged = "已登记";
const fixed = "已收补正";
const rejected = "未采用";
const latenessNames = { late: "迟报", addition: "补报" } as const satisfies Record<Lateness, string>;

/** What a file that comes on a day after the deadline is; undefined for one that comes in time. */
export function latenessOf(line: Pick<ReturnLine, "on" | "school">, before: readonly ReturnLine[], deadline: Day): Lateness | undefined {
  if (line.on <= deadline) return undefined;
  const inTime = before.some(({ on, school, isMerged }) => isMerged && on <= deadline && school !== "" && school === line.school);
  return inTime ? "addition" : "late";
}

/** The lines of the tab so far; none when the book does not have it. */
export function returnLines(grids: readonly Grid[]): readonly ReturnLine[] {
  const table = ownTable(grids, "returns", headings);
  return (table?.rows ?? []).flatMap((row) => {
    const texts = headings.map((heading) => table?.text(row, heading) ?? "");
    const [on = "", file = "", school = "", state = "", rows = "", entries = "", lateness = "", listed = "", blanked = "", contacts = ""] =
      texts;
    const [reason = "", print = ""] = texts.slice(-2);
    const version = Number(/^v(\d+)$/.exec(listed)?.[1] ?? 0);
    const day = dayFromIso(on);
    if (!day || file === "") return [];
    const line = {
      on: day,
      file,
      school: schoolKey(school),
      isMerged: state === merged,
      ...(state === fixed ? { isFix: true as const } : {}),
      rows: Number(rows) || 0,
      entries: Number(entries) || 0,
    };
    const known = (["late", "addition"] as const).find((kind) => latenessNames[kind] === lateness);
    const rest = {
      ...(version > 0 ? { version } : {}),
      ...(Number(blanked) > 0 ? { blanked: Number(blanked) } : {}),
      ...(contacts === "" ? {} : { contacts }),
    };
    return [{ ...line, ...(known ? { lateness: known } : {}), ...rest, reason, print }];
  });
}

/** The tab with these lines. */
export function returnsSheet(lines: readonly ReturnLine[]): SheetSpec {
  const right = headings.length - 1;
  return {
    tab: "returns",
    name: tabNames.returns,
    columns: widths.map((width, at) => ({
      width,
      style:
        at === 0
          ? "cellDay"
          : [4, 5, 8].includes(at)
            ? "cellCount"
            : at === 7
              ? "cellCenter"
              : [1, 2, 9, 10].includes(at)
                ? "cellWrapped"
                : "cell",
    })),
    rows: [
      [tabNames.returns],
      [
        "每收到一份文件记一行；内容相同的文件再次合并时，不会改动登记表里已有的内容。截止后才首次交回的记“迟报”，按时交过、截止后又交的记“补报”。“变空格数”是已登记而这份文件里空着的格数，已登记的内容保留不变。“内容码”供助手识别，请勿修改。",
      ],
      headings,
      ...lines.map((line): CellOut[] => [
        { day: line.on },
        line.file,
        line.school,
        line.isMerged ? merged : line.isFix ? fixed : rejected,
        line.rows,
        line.entries,
        line.lateness ? latenessNames[line.lateness] : null,
        line.version === undefined ? null : `v${line.version}`,
        line.blanked ?? null,
        line.contacts ?? null,
        line.reason,
        line.print,
      ]),
    ],
    ...registerFrame({ right, count: lines.length, frozen: 2, margin: 0.5 }),
  };
}
