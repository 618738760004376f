// The tab 更正: facts of the list that turned out otherwise, each with its origin; approved ones are used from then on, the list itself stays as it is.
import type { FieldId } from "../../domain/record/field";
import { type Day, dayFromIso } from "../../domain/values/day";
import type { Grid } from "../grid";
import { ownTable } from "../reading/own-table";
import { fieldOfHeading, headingOf } from "../vocabulary/columns";
import { tabNames } from "../vocabulary/tabs";
import type { CellOut, SheetSpec } from "../writing/spec";
import { listFrame } from "../writing/tab-frames";

/** What the centre has made of a correction; undefined while it waits. */
export type Approval = "adopt" | "refuse" | undefined;

/** One correction of one fact of one contract. */
export interface Amendment {
  /** 编号 with the longest print, which means this contract and no other. */
  readonly rowKey: string;
  readonly school: string;
  readonly name: string;
  readonly contractNo: string;
  readonly field: FieldId;
  /** What the list says, as its cell has it; a correction of something else is used no more. */
  readonly from: string;
  readonly to: string;
  /** File and cell that it came in. */
  readonly source: string;
  readonly on: Day;
  readonly approval: Approval;
  /** What was decided about it in words, as it stands in the cell. */
  readonly note: string;
}

const headings = ["编号", "责任学校", "姓名", "合同编号", "项目", "原内容", "更正为", "来源", "日期", "决定", "说明"] as const;
const widths = [30, 18, 10, 20, 14, 26, 26, 44, 12, 9, 30] as const;
const approvals: ReadonlyMap<string, Approval> = new Map([
  ["采用", "adopt"],
  ["拒绝", "refuse"],
]);
const approvalText = (wanted: Approval) => [...approvals].find(([, approval]) => approval === wanted)?.[0] ?? null;

/** The corrections that a book holds, in order. */
export function amendmentsIn(grids: readonly Grid[]): readonly Amendment[] {
  const table = ownTable(grids, "amendments", headings);
  return (table?.rows ?? []).flatMap((row): Amendment[] => {
    const text = (heading: (typeof headings)[number]) => table?.text(row, heading) ?? "";
    const field = fieldOfHeading(text("项目"));
    const on = dayFromIso(text("日期"));
    if (!field || !on || text("编号") === "") return [];
    return [
      {
        rowKey: text("编号"),
        school: text("责任学校"),
        name: text("姓名"),
        contractNo: text("合同编号"),
        field,
        from: text("原内容"),
        to: text("更正为"),
        source: text("来源"),
        on,
        approval: approvals.get(text("决定")),
        note: text("说明"),
      },
    ];
  });
}

/** Whether two corrections say the same of the same. */
export function isSameAmendment(a: Amendment, b: Amendment): boolean {
  return a.rowKey === b.rowKey && a.field === b.field && a.from === b.from && a.to === b.to;
}

function isRival(a: Amendment, b: Amendment): boolean {
  return a.rowKey === b.rowKey && a.field === b.field && a.to !== b.to && a.approval === "adopt";
}

/** The corrections with further ones; one that is there already stays as the centre left it. */
export function withAmendments(before: readonly Amendment[], further: readonly Amendment[]): readonly Amendment[] {
  const all = [...before];
  for (const amendment of further) {
    // Of two answers to one question the one that was taken last is the answer.
    if (amendment.approval === "adopt") {
      for (const [at, known] of all.entries()) if (isRival(known, amendment)) all[at] = { ...known, approval: "refuse" };
    }
    const at = all.findIndex((known) => isSameAmendment(known, amendment));
    const known = all[at];
    if (!known) all.push(amendment);
    else if (known.approval === undefined && amendment.approval !== undefined) all[at] = { ...known, approval: amendment.approval };
  }
  return all;
}

/** The tab. */
export function amendmentsSheet(amendments: readonly Amendment[]): SheetSpec {
  const right = headings.length - 1;
  const decision = headings.indexOf("决定");
  const waiting = amendments.filter(({ approval }) => approval === undefined).length;
  return {
    tab: "amendments",
    name: tabNames.amendments,
    tabColor: waiting > 0 ? "C00000" : "70AD47",
    columns: widths.map((width, index) => ({
      width,
      style:
        index === decision
          ? "fill"
          : index > decision
            ? "fillWrapped"
            : index === headings.indexOf("日期")
              ? "cellDay"
              : [5, 6, 7].includes(index)
                ? "cellWrapped"
                : "cell",
    })),
    rows: [
      [tabNames.amendments],
      [
        `在黄色的“决定”列填“采用”的，以后校验、拆分、通知书都用“更正为”的内容，应还名单原表一个字不改；填“拒绝”或不填的不用。名单原文后来又改过的，以名单为准。${waiting > 0 ? `还有${waiting}条待决定。` : ""}`,
      ],
      headings,
      ...amendments.map((one): CellOut[] => [
        one.rowKey,
        one.school,
        one.name,
        one.contractNo,
        headingOf(one.field),
        one.from,
        one.to,
        one.source,
        { day: one.on },
        approvalText(one.approval),
        one.note === "" ? null : one.note,
      ]),
    ],
    ...listFrame({
      right,
      title: "titleLeft",
      margin: 0.4,
      filterTo: 2 + amendments.length,
      footer: "仅供县资助中心使用",
      styled: [{ area: { top: 2, left: decision, bottom: 2, right }, style: "headingFill" }],
    }),
    validations: [
      {
        area: { top: 3, left: decision, bottom: Math.max(3, 2 + amendments.length), right: decision },
        rule: { kind: "list", values: [...approvals.keys()] },
        error: { title: "决定", message: "请填“采用”或“拒绝”，或按 Esc 取消。" },
      },
    ],
  };
}
