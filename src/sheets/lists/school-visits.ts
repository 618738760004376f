// 上门记录 of a school's workbook: one row per visit, people prepared in the order of the list, open rows below for further visits.
import { day } from "../../domain/values/day";
import type { FieldId, FieldValues } from "../../domain/record/field";
import { fillInsOf } from "../../domain/record/registers";
import { cellOf } from "../vocabulary/cell-of";
import { headingOf } from "../vocabulary/columns";
import type { Area } from "../grid";
import { schoolPage, type SchoolPart, stopIn } from "./school-list";
import { signatureLine } from "../writing/signature";
import type { CellOut, ColumnSpec, SheetSpec, Validation } from "../writing/spec";
import { tabNames } from "../vocabulary/tabs";

/** The columns of 上门记录, in order. */
export const visitFields = ["rowKey", "name", ...fillInsOf.visits] as const satisfies readonly FieldId[];

const spareRows = 30;
const heading = 1;

const looks: Readonly<Record<(typeof visitFields)[number], ColumnSpec>> = {
  rowKey: { width: 18, style: "fill" },
  name: { width: 10, style: "fillWrapped" },
  visitedOn: { width: 13, style: "fillDay" },
  visitor: { width: 12, style: "fill" },
  metWith: { width: 14, style: "fill" },
  visitResult: { width: 40, style: "fillWrapped" },
  promisedOn: { width: 14, style: "fillDay" },
  note: { width: 20, style: "fillWrapped" },
};

/** The visits reported so far, each with its person; a person without one has a prepared row, unless nobody may go there. */
function rowsOf(part: SchoolPart): readonly (readonly CellOut[])[] {
  return part.persons.flatMap((person) => {
    const own: FieldValues = { name: person.name, rowKey: part.index.numberOf(person) };
    const visits = part.reports.get(person.key)?.visits ?? [];
    if (visits.length === 0 && stopIn(part, person) !== undefined) return [];
    const rows = visits.length > 0 ? visits.map(({ row }): FieldValues => ({ ...row.values, ...own })) : [own];
    return rows.map((values) => visitFields.map((field) => cellOf(field, values)));
  });
}

function validationsOf({ season }: SchoolPart, bottom: number): readonly Validation[] {
  const date = (field: (typeof visitFields)[number], to: string): Validation => {
    const column = visitFields.indexOf(field);
    const rule = { kind: "day", from: day(`${season.year}-10-01`), to: day(`${season.year + 1}-${to}`) } as const;
    return {
      area: { top: heading + 1, left: column, bottom, right: column },
      rule,
      prompt: { title: headingOf(field), message: `请填日期，例如 ${season.dates.visitsFrom}。` },
      error: { title: headingOf(field), message: `请填日期，例如 ${season.dates.visitsFrom}。请重新填写，或按 Esc 取消。` },
    };
  };
  const text = (field: (typeof visitFields)[number], message: string): Validation => {
    const column = visitFields.indexOf(field);
    return {
      area: { top: heading + 1, left: column, bottom, right: column },
      rule: { kind: "length", to: 500 },
      prompt: { title: headingOf(field), message },
      error: { title: headingOf(field), message: "请不要超过 500 个字。请重新填写，或按 Esc 取消。" },
    };
  };
  return [
    date("visitedOn", "06-30"),
    text("visitor", "请填上门老师的姓名。"),
    text("metWith", "见到了谁，例如母亲、本人；没有见到的填“无人”。"),
    text("visitResult", "谈了什么、结果怎样，请简要写明。"),
    date("promisedOn", "12-31"),
  ];
}

/** 上门记录 of a school. */
export function schoolVisits(part: SchoolPart): SheetSpec {
  const prepared = rowsOf(part);
  const right = visitFields.length - 1;
  const row = (at: number): Area => ({ top: at, left: 0, bottom: at, right });
  const rows = [...prepared, ...Array.from({ length: spareRows }, () => visitFields.map(() => null))];
  const signature = signatureLine("school", heading + 1 + rows.length, 0, right);
  return {
    tab: "school-visits",
    name: tabNames["school-visits"],
    tabColor: "ED7D31",
    columns: visitFields.map((field) => looks[field]),
    rows: [
      ["上门记录（每上门一次填一行；同一户再次上门，请把编号和姓名抄到下面的空行）", ...Array.from({ length: right }, () => null)],
      visitFields.map(headingOf),
      ...rows,
      signature.cells,
    ],
    styled: [{ area: row(0), style: "section" }, { area: row(heading), style: "headingFill" }, signature.styled],
    merges: [row(0), signature.styled.area],
    heights: new Map([[0, 26], [heading, 26], signature.height]),
    freeze: { rows: heading + 1, columns: 2 },
    validations: validationsOf(part, heading + rows.length),
    isProtected: true,
    page: schoolPage(part.school, { repeatRows: [0, heading] }),
  };
}
