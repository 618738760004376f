// 通知书撤回: for whom a letter was printed that must not be delivered any more, so that the schools take it back.
import type { SchoolKey } from "../../domain/identity/keys";
import type { StopReason } from "../../domain/standing/stop";
import type { Day } from "../../domain/values/day";
import { tabNames } from "../vocabulary/tabs";
import type { SheetSpec } from "../writing/spec";
import { stopHint } from "./withheld";
import { listFrame } from "../writing/tab-frames";

/** A letter to be taken back. */
export interface WithdrawnNotice {
  readonly number: string;
  /** "" for somebody who is not on the list any more. */
  readonly name: string;
  readonly school: SchoolKey;
  readonly printedOn: Day;
  readonly reason: StopReason;
}

/** The tab, by school; undefined when nothing is to be taken back and no such tab stands there. */
export function withdrawnNotices(list: readonly WithdrawnNotice[], isThere: boolean): SheetSpec | undefined {
  if (list.length === 0 && !isThere) return undefined;
  return {
    tab: "notices-withdrawn",
    name: tabNames["notices-withdrawn"],
    tabColor: "C00000",
    columns: [
      { width: 6, style: "cellCenter" },
      { width: 24, style: "cellWrapped" },
      { width: 18, style: "cell" },
      { width: 10, style: "cellWrapped" },
      { width: 12, style: "cellDay" },
      { width: 44, style: "cellWrapped" },
    ],
    rows: [
      [tabNames["notices-withdrawn"]],
      ["以下同学的通知书印发之后情况有变，请通知学校：还没有送出的收回，已经送到的不必再催。"],
      ["序号", "责任学校", "通知书编号", "姓名", "最近印发", "怎么办"],
      ...list.map(({ school, number, name, printedOn, reason }, at) => [
        at + 1,
        school,
        number,
        name,
        { day: printedOn },
        stopHint(reason),
      ]),
    ],
    ...listFrame({ right: 5, title: "titleLeft", filterTo: Math.max(3, 2 + list.length), page: { orientation: "portrait" } }),
    isProtected: true,
  };
}
