// 特殊情况 of a school's workbook: room for statements that are too long for the list, one row per person.
import type { FieldId } from "../../domain/record/field";
import { choiceCodes } from "../../domain/record/choices";
import { caseEvidence } from "../vocabulary/case-evidence";
import { choiceLabel, choiceLabels } from "../vocabulary/choices";
import { headingOf } from "../vocabulary/columns";
import type { Area } from "../grid";
import { statementsBy } from "./school-guide";
import { schoolPage, type SchoolPart } from "./school-list";
import { signatureLine } from "../writing/signature";
import type { ColumnSpec, SheetSpec } from "../writing/spec";
import { tabNames } from "../vocabulary/tabs";

/** The columns of 特殊情况, in order. */
export const exceptionFields = ["rowKey", "name", "exceptionKind", "exceptionNote"] as const satisfies readonly FieldId[];

// Twenty and the line to be signed are one page; a large school has room for every tenth person.
const openRowsFor = (persons: number) => Math.max(20, Math.ceil(persons / 10));
const heading = 2;

const looks: Readonly<Record<(typeof exceptionFields)[number], ColumnSpec>> = {
  rowKey: { width: 18, style: "fill" },
  name: { width: 10, style: "fillWrapped" },
  exceptionKind: { width: 18, style: "fill" },
  exceptionNote: { width: 90, style: "fillWrapped" },
};

/** 特殊情况 of a school: open rows only, for what is known already stands in the list. */
export function schoolExceptions({ school, persons, season, madeOn }: SchoolPart): SheetSpec {
  const openRows = openRowsFor(persons.length);
  const right = exceptionFields.length - 1;
  const row = (at: number): Area => ({ top: at, left: 0, bottom: at, right });
  const kind = exceptionFields.indexOf("exceptionKind");
  const column = { top: heading + 1, bottom: heading + openRows };
  const evidence = choiceCodes.exceptionKind.map((kind) => `${choiceLabel("exceptionKind", kind)}：${caseEvidence[kind]}`).join("；");
  const title = `特殊情况（请逐人写明经过和佐证材料，${statementsBy(season, madeOn)}加盖公章上报；编号请从催收名单抄来）`;
  const signature = signatureLine("school", heading + 1 + openRows, 0, right);
  return {
    tab: "school-exceptions",
    name: tabNames["school-exceptions"],
    tabColor: "A5A5A5",
    columns: exceptionFields.map((field) => looks[field]),
    rows: [
      [title, ...Array.from({ length: right }, () => null)],
      [`应附佐证材料——${evidence}`, ...Array.from({ length: right }, () => null)],
      exceptionFields.map(headingOf),
      ...Array.from({ length: openRows }, () => exceptionFields.map(() => null)),
      signature.cells,
    ],
    styled: [
      { area: row(0), style: "section" },
      { area: row(1), style: "remark" },
      { area: row(heading), style: "headingFill" },
      signature.styled,
    ],
    merges: [row(0), row(1), signature.styled.area],
    heights: new Map([[0, 26], [1, 62], [heading, 26], signature.height]),
    freeze: { rows: heading + 1, columns: 2 },
    validations: [
      {
        area: { ...column, left: kind, right: kind },
        rule: { kind: "list", values: choiceLabels("exceptionKind") },
        prompt: { title: headingOf("exceptionKind"), message: "请从下拉列表中选一项，应附的佐证材料见本表上方。" },
        error: { title: headingOf("exceptionKind"), message: "请从下拉列表中选一项。请重新填写，或按 Esc 取消。" },
      },
      {
        area: { ...column, left: right, right },
        rule: { kind: "length", to: 1000 },
        prompt: { title: headingOf("exceptionNote"), message: "请写明时间、经过、目前状况和还款打算，1000字以内。" },
        error: { title: headingOf("exceptionNote"), message: "请不要超过 1000 个字。请重新填写，或按 Esc 取消。" },
      },
    ],
    isProtected: true,
    page: schoolPage(school, { repeatRows: [0, heading] }),
  };
}
