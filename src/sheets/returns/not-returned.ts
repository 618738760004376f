// The tab 未回收: the schools of which nothing has come back yet, with whom to ring up and what is at stake.
import type { RowPlace } from "../../domain/record/field";
import type { SchoolKey } from "../../domain/identity/keys";
import type { Day } from "../../domain/values/day";
import type { Fen } from "../../domain/values/money";
import type { Grid } from "../grid";
import { isFilled, ownLines } from "../reading/own-table";
import type { CellOut, SheetSpec, StyledArea } from "../writing/spec";
import { reminder } from "./reminder";
import { tabNames } from "../vocabulary/tabs";
import { listFrame } from "../writing/tab-frames";

/** One school of which nothing has come back. */
export interface SchoolNotReturned {
  readonly school: SchoolKey;
  readonly contact: string;
  readonly contactPhone: string;
  readonly liaison: string;
  readonly persons: number;
  readonly contracts: number;
  readonly due: Fen;
}

const headings = [
  "序号",
  "责任学校",
  "联络员",
  "联络员电话",
  "包联人",
  "应还人数",
  "合同数",
  "应还合计",
  "应交日期",
  "是否逾期",
  "提醒用语",
] as const;
const totalLabel = "合计";
const widths = [6, 22, 10, 15, 10, 10, 10, 16, 12, 10, 70] as const;

/** Where the schools stand that the tab of a book lists; undefined when the book does not have it. */
export function notReturnedIn(grids: readonly Grid[]): readonly RowPlace[] | undefined {
  return ownLines(grids, "not-returned", headings, (row, { text }) => isFilled(row) && text(row, "序号") !== totalLabel);
}

/** Whether a school of which nothing has come back is late on a day. */
export const dueState = ({ deadline, today }: { readonly deadline: Day; readonly today: Day }): string =>
  today > deadline ? "已逾期" : "未到期";

/** The tab, in the order given, with a totals row. */
export function notReturnedSheet(
  schools: readonly SchoolNotReturned[],
  options: { readonly deadline: Day; readonly today: Day },
): SheetSpec {
  const right = headings.length - 1;
  const state = dueState(options);
  const sum = (count: (school: SchoolNotReturned) => number) => schools.reduce((total, school) => total + count(school), 0);
  const body = schools.map((school, index): CellOut[] => [
    index + 1,
    school.school,
    school.contact,
    school.contactPhone,
    school.liaison,
    school.persons,
    school.contracts,
    { fen: school.due },
    { day: options.deadline },
    state,
    reminder({ ...school, hasReturned: false, left: 0, slipsMissing: 0, hasContacts: false }, options),
  ]);
  const totals: CellOut[] = [
    totalLabel,
    `${schools.length}所`,
    null,
    null,
    null,
    sum(({ persons }) => persons),
    sum(({ contracts }) => contracts),
    { fen: sum(({ due }) => due) as Fen },
    null,
    null,
    null,
  ];
  const totalAt = 3 + body.length;
  const remark =
    body.length > 0
      ? `截至${options.today}，以下${schools.length}所学校尚未交回催收名单。文件因错位、装错学校等未被采用的，也按未交回计。`
      : `截至${options.today}，所有学校均已交回催收名单。`;
  const totalAreas: readonly StyledArea[] = [
    { area: { top: totalAt, left: 0, bottom: totalAt, right }, style: "total" },
    { area: { top: totalAt, left: 5, bottom: totalAt, right: 6 }, style: "totalCount" },
    { area: { top: totalAt, left: 7, bottom: totalAt, right: 7 }, style: "totalMoney" },
  ];
  return {
    tab: "not-returned",
    name: tabNames["not-returned"],
    tabColor: "E57373",
    columns: widths.map((width, index) => ({
      width,
      style:
        index === 7
          ? "cellMoney"
          : index === 8
            ? "cellDay"
            : index === 5 || index === 6
              ? "cellCount"
              : index === 0
                ? "cellCenter"
                : index === right
                  ? "cellWrapped"
                  : "cell",
    })),
    rows: [[tabNames["not-returned"]], [remark], headings, ...body, ...(body.length > 0 ? [totals] : [])],
    ...listFrame({ right, title: "titleLeft", frozen: 2, styled: body.length > 0 ? totalAreas : [], page: { center: true } }),
  };
}
