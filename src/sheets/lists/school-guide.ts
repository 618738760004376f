// 填写说明, the first sheet of a school's workbook: what this is, what to fill in, by when, and whom to ask. At most ten short lines.
import type { Day } from "../../domain/values/day";
import type { Season } from "../../domain/record/season";
import { dueOf } from "../../domain/bank/repayment";
import { sumFen } from "../../domain/values/money";
import { columnLetters } from "../grid";
import { reportedOn } from "./reported";
import { listFields, listHeadingRow, type ListField, schoolPage, type SchoolPart, stopIn } from "./school-list";
import type { CellOut, SheetSpec } from "../writing/spec";
import { spokenDay } from "../vocabulary/spoken-day";
import { tabNames } from "../vocabulary/tabs";
import { linesOf, pointsOf } from "../writing/text-lines";

const topicWidth = 14;
const textWidth = 96;

/** By when statements are to be sent in, as it is said on a day. */
export function statementsBy({ dates: { statementsDue } }: Season, on: Day): string {
  return on > statementsDue ? "情况说明上报时间已过，请尽快" : `${spokenDay(statementsDue)}前（含当日）`;
}

function linesFor({ season, school, version, madeOn }: SchoolPart): readonly (readonly [topic: string, text: string])[] {
  const { dates, county, year, hotline, office } = season;
  const liaison = school.liaison ? `包联同志${school.liaison}${school.liaisonPhone ? `（${school.liaisonPhone}）` : ""}` : "本校包联同志";
  return [
    ["这是什么", `${county}${year}年生源地信用助学贷款本息回收，由贵校负责联系的同学名单（第${version}版，${madeOn}制表）。辛苦各位老师！`],
    ["填哪里", `只填“催收名单”里的黄色格子：日期写成 ${dates.deliveryFrom} 这样；格子右边出现小箭头的，请从下拉列表中选一项。`],
    ["请不要改", "白色格子（编号、姓名、身份证号、金额等）已锁定；请不要删行、插行，也不要改表名。发现信息有误，请写在“备注”里告诉我们。"],
    [
      "送达通知书",
      (madeOn > dates.deliveryTo
        ? "送达时间已过，还没有送到的请尽快送到学生或家长手中；"
        : `${spokenDay(dates.deliveryFrom)}至${spokenDay(dates.deliveryTo)}送到学生或家长手中；`) +
        (madeOn > dates.slipsDue
          ? `签收单上交时间已过，请尽快交${liaison}。`
          : `签收单请于${spokenDay(dates.slipsDue)}前（含当日）交${liaison}，之后送达的当日上交。`),
    ],
    ["还款情况", "家里说已经还款的选“已还”，钱已存进账户、等待扣款的选“已存待扣”。是否还清以银行扣款结果为准，不必让学生重复缴款。"],
    ["上门走访", `${spokenDay(dates.visitsFrom)}起，每上门一次在“上门记录”里填一行；一次没有结果的，请耐心多走几次。`],
    [
      "特殊情况",
      `生病、服役、升学、联系不上等情况，选类别并写明经过，${statementsBy(season, madeOn)}逐人加盖公章上报。如遇学生不幸离世，请不要再上门，先与我们联系。`,
    ],
    ["怎样交回", `填好后直接保存，把这个文件发回给${liaison}。填了一部分也可以先交，以后接着填，不会丢失。`],
    ["有事找谁", `${liaison}；${office}${hotline ? `，电话${hotline}` : ""}。国家开发银行助学贷款服务热线95593。`],
    ["保护隐私", "文件里有家庭的个人信息，只用于这项工作：请不要发到微信群、不要张贴公布，工作结束后请妥善保存或删除。"],
  ];
}

/** The figures of this file, by which a school sees that nothing is missing. */
function figuresOf({ persons }: SchoolPart): readonly (readonly [label: string, value: CellOut, style: "cellCount" | "cellMoney"])[] {
  const loans = persons.flatMap((person) => person.loans);
  return [
    ["学生人数", persons.length, "cellCount"],
    ["合同笔数", loans.length, "cellCount"],
    ["应还本金（元）", { fen: sumFen(loans.map(({ values }) => values.principal)) }, "cellMoney"],
    ["应还利息（元）", { fen: sumFen(loans.map(({ values }) => values.interest)) }, "cellMoney"],
    ["应还合计（元）", { fen: sumFen(loans.map(dueOf)) }, "cellMoney"],
  ];
}

/** Any of these says that somebody has been at work on a row. */
export const countedFields = ["deliveredOn", "repaymentStatus", "exceptionKind"] as const;

/** How far the school has come, counted by the sheet itself while it is filled in. */
function progressOf(part: SchoolPart): readonly (readonly [label: string, value: CellOut, style: "cellCount"])[] {
  const loans = part.persons.flatMap((person) => person.loans.map((loan, at) => ({ person, loan, isFirst: at === 0 })));
  const rows = loans.map(({ person, loan, isFirst }) => ({
    values: reportedOn(loan, part.reports.get(person.key), { fields: countedFields, isFirst }),
    isOpen: stopIn(part, person) === undefined,
  }));
  const column = (field: ListField) => {
    const at = listFields.indexOf(field);
    const cell = (row: number) => `$${columnLetters(at)}$${row + 1}`;
    return `'${tabNames["school-list"]}'!${cell(listHeadingRow + 1)}:${cell(listHeadingRow + Math.max(rows.length, 1))}`;
  };
  const any = countedFields.map((field) => `(${column(field)}<>"")`).join("+");
  const isFilled = ({ values }: (typeof rows)[number]) => countedFields.some((field) => values[field] !== undefined);
  const filled = rows.filter(isFilled).length;
  const left = rows.filter((row) => row.isOpen && !isFilled(row)).length;
  const delivered = rows.filter(({ values }) => values.deliveredOn !== undefined).length;
  return [
    ["已填行数", { formula: `SUMPRODUCT(--((${any})>0))`, value: filled }, "cellCount"],
    ["还差行数", { formula: `SUMPRODUCT((${column("contactHint")}="")*((${any})=0))`, value: left }, "cellCount"],
    ["其中已填送达", { formula: `SUMPRODUCT(--(${column("deliveredOn")}<>""))`, value: delivered }, "cellCount"],
  ];
}

/** 填写说明 of a school. */
export function schoolGuide(part: SchoolPart): SheetSpec {
  const lines = linesFor(part);
  const figures = [...figuresOf(part), ...progressOf(part)];
  const perLine = pointsOf([textWidth]) / 11;
  const after = lines.length + 2;
  return {
    tab: "school-guide",
    name: tabNames["school-guide"],
    tabColor: "70AD47",
    columns: [
      { width: topicWidth, style: "cellCenter" },
      { width: 20, style: "cellWrapped" },
      { width: textWidth - 20, style: "cellWrapped" },
    ],
    rows: [
      [`填写说明（${part.school.name}）`, null, null],
      ...lines.map(([topic, text]) => [topic, text, null]),
      ["本文件共有，以及填写进度（随填随算：填了送达日期、还款状态或特殊情况的算已填，灰色的行不必填）", null, null],
      ...figures.map(([label, value]) => [label, value, null]),
    ],
    styled: [
      { area: { top: 0, left: 0, bottom: 0, right: 2 }, style: "title" },
      { area: { top: after - 1, left: 0, bottom: after - 1, right: 2 }, style: "section" },
      ...figures.map(([, , style], index) => ({ area: { top: after + index, left: 1, bottom: after + index, right: 1 }, style })),
      { area: { top: after, left: 2, bottom: after + figures.length - 1, right: 2 }, style: "plain" },
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right: 2 },
      ...lines.map((_, index) => ({ top: index + 1, left: 1, bottom: index + 1, right: 2 })),
      { top: after - 1, left: 0, bottom: after - 1, right: 2 },
    ],
    heights: new Map([[0, 34], ...lines.map(([, text], index): [number, number] => [index + 1, linesOf(text, perLine) * 15 + 2])]),
    isProtected: true,
    page: schoolPage(part.school),
  };
}
