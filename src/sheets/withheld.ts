// The list of those who get no notice for now (暂不发送名单), with the reason: for the centre's own files, never for a school.
import { maskCitizenId } from "../domain/citizen-id";
import type { Day } from "../domain/day";
import type { Person } from "../domain/person";
import type { Evidence, StopReason } from "../domain/standing";
import { choiceLabel } from "./choices";
import { writtenDay } from "./notice-texts";
import type { CellOut, SheetSpec } from "./spec";

/** One person without a notice. */
export interface Withheld {
  readonly person: Person;
  readonly reason: StopReason;
  /** The responsible school's name, where it is known. */
  readonly school?: string;
  /** The words that ask for a look, where there are any. */
  readonly evidence: readonly Evidence[];
}

const ownLabels = {
  paid: "已还清",
  "nothing-due": "本期无应还款",
  deposited: "已存待扣，等待银行扣款",
  "to-verify": "待核实，暂不联系",
  "name-unusable": "姓名有误，无法称呼",
  "data-error": "数据有误，待核实",
  unassigned: "未划分责任学校",
} as const satisfies { readonly [R in StopReason]?: string };

/** The reason as the centre reads it; special cases by the label of their drop-down. */
export function stopLabel(reason: StopReason): string {
  return reason in ownLabels ? ownLabels[reason as keyof typeof ownLabels] : choiceLabel("exceptionKind", reason);
}

const quoted = ({ text, place }: Evidence) => `“${text}”（${place.sheet}第${place.row}行）`;
const basisOf = ({ reason, evidence }: Withheld) =>
  evidence.length > 0 ? [...new Set(evidence.map(quoted))].join("；") : reason === "to-verify" ? "设置中写明不发" : "";

function lineOf(withheld: Withheld, index: number): readonly CellOut[] {
  const { person, reason, school } = withheld;
  return [index + 1, person.name, maskCitizenId(person.citizenId), school ?? "", stopLabel(reason), basisOf(withheld)];
}

/** The list as a tab, in the order given. */
export function withheldSheet(list: readonly Withheld[], asOf: Day): SheetSpec {
  const last = 3 + list.length;
  return {
    tab: "notices-withheld",
    name: "暂不发送名单",
    columns: [
      { width: 6, style: "cellCenter" },
      { width: 12, style: "cell" },
      { width: 22, style: "cellCenter" },
      { width: 26, style: "cellWrapped" },
      { width: 22, style: "cellWrapped" },
      { width: 44, style: "cellWrapped" },
    ],
    rows: [
      ["暂不发送催收通知书名单"],
      [
        `数据截至${writtenDay(asOf)}；共${list.length}人。仅供县资助中心留存，不下发学校。待核实的，核实后仍应送达，请在“设置”中加一行：左格写“仍发”和合同编号，右格写理由和日期；确定不发的写“不发”。`,
      ],
      ["序号", "姓名", "身份证号", "责任学校", "原因", "依据"],
      ...list.map(lineOf),
    ],
    styled: [
      { area: { top: 0, left: 0, bottom: 0, right: 5 }, style: "title" },
      { area: { top: 1, left: 0, bottom: 1, right: 5 }, style: "subtitle" },
      { area: { top: 2, left: 0, bottom: 2, right: 5 }, style: "heading" },
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right: 5 },
      { top: 1, left: 0, bottom: 1, right: 5 },
    ],
    heights: new Map([
      [0, 30],
      [1, 36],
      [2, 21],
    ]),
    freeze: { rows: 3, columns: 0 },
    filter: { top: 2, left: 0, bottom: last - 1, right: 5 },
    page: {
      paper: "A4",
      orientation: "portrait",
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5 },
      fitWidth: true,
      center: true,
      repeatRows: [2, 2],
      footer: "&C第 &P 页 共 &N 页",
    },
  };
}
