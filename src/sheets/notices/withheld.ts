// The list of those who get no notice for now (暂不发送名单), with the reason: for the centre's own files, never for a school.
import { maskCitizenId } from "../../domain/identity/citizen-id";
import type { SchoolKey } from "../../domain/identity/keys";
import type { Day } from "../../domain/values/day";
import type { Person } from "../../domain/record/person";
import type { StoppingKind, StopReason } from "../../domain/standing/stop";
import { choiceLabel } from "../vocabulary/choices";
import { writtenDay } from "./notice-texts";
import type { SheetSpec } from "../writing/spec";
import { loggedAs } from "../checking/log-words";
import { listFrame } from "../writing/tab-frames";

/** One person without a notice. */
export interface Withheld {
  readonly person: Person;
  readonly reason: StopReason;
  /** The responsible school's name, where it is known. */
  readonly school?: SchoolKey;
}

const ownLabels = {
  paid: "已还清",
  "nothing-due": "本期无应还款",
  waived: "已减免",
  accepted: "特殊情况已受理",
  deposited: "已存待扣",
  "to-verify": "待核实（备注、存入日期或金额须先核实）",
  "name-unusable": "姓名有误，无法称呼",
  withdrawn: "已不在名单",
  "data-error": "数据有误，待核实",
  unassigned: "未划分责任学校",
} as const satisfies Readonly<Record<Exclude<StopReason, StoppingKind>, string>>;
const isSpecialCase = (reason: StopReason): reason is StoppingKind => !(reason in ownLabels);

/** The reason as the centre reads it; special cases by the label of their drop-down. */
export function stopLabel(reason: StopReason): string {
  return isSpecialCase(reason) ? choiceLabel("exceptionKind", reason) : ownLabels[reason];
}

/** What a school reads beside a person whom nobody may approach now; it says no more than the school needs. */
export function stopHint(reason: StopReason): string {
  const words = reason === "to-verify" ? "待核实" : stopLabel(reason);
  return reason in settled ? `${words}，不再联系` : `${words}，暂勿联系、勿上门`;
}

const settled: { readonly [R in StopReason]?: true } = { paid: true, "nothing-due": true, waived: true, withdrawn: true, deceased: true };

/** The line of 变更日志. */
export function noticesSummary(notices: number, withheld: number, withdrawn: number): { readonly action: string; readonly counts: string } {
  const back = withdrawn > 0 ? `；已印发、应撤回${withdrawn}份` : "";
  return { action: loggedAs.notices, counts: `印发${notices}份，暂不发送${withheld}人${back}` };
}

/** What the list is called. */
export const withheldName = "暂不发送名单";

/** The list as a tab, in the order given. */
export function withheldSheet(list: readonly Withheld[], asOf: Day): SheetSpec {
  return {
    tab: "notices-withheld",
    name: withheldName,
    columns: [
      { width: 6, style: "cellCenter" },
      { width: 12, style: "cellWrapped" },
      { width: 22, style: "cellCenter" },
      { width: 26, style: "cellWrapped" },
      { width: 22, style: "cellWrapped" },
    ],
    rows: [
      ["暂不发送催收通知书名单"],
      [`数据截至${writtenDay(asOf)}；共${list.length}人。仅供县资助中心留存，不下发学校。`],
      ["序号", "姓名", "身份证号", "责任学校", "原因"],
      ...list.map(({ person, reason, school }, index) => [
        index + 1,
        person.name,
        maskCitizenId(person.citizenId),
        school ?? "",
        stopLabel(reason),
      ]),
    ],
    ...listFrame({ right: 4, filterTo: 2 + list.length, page: { orientation: "portrait", center: true } }),
    heights: new Map([
      [0, 30],
      [2, 21],
    ]),
  };
}
