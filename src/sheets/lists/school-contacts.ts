// 联系表 of a school's workbook: who answers for the collection there, to be filled in (附件1), and the same read back.
import { cellText, type Grid } from "../grid";
import { tableIn } from "../reading/own-table";
import { tabNames } from "../vocabulary/tabs";
import type { SheetSpec } from "../writing/spec";
import { schoolPage, type SchoolPart } from "./school-list";

const headings = ["职务", "负责人", "手机号码"] as const;
const posts = ["校长", "分管领导", "联络员"] as const;
const headingRow = 2;

/** 联系表 of a school. */
export function schoolContacts({ school }: SchoolPart): SheetSpec {
  const right = headings.length - 1;
  const row = (at: number) => ({ top: at, left: 0, bottom: at, right });
  const column = (at: number) => ({ top: headingRow + 1, left: at, bottom: headingRow + posts.length, right: at });
  return {
    tab: "school-contacts",
    name: tabNames["school-contacts"],
    tabColor: "5B9BD5",
    columns: [
      { width: 16, style: "cellCenter" },
      { width: 16, style: "fill" },
      { width: 24, style: "fill" },
    ],
    rows: [
      [`联系表（${school.name}）`, null, null],
      ["请填写本校负责这项工作的三位老师；有变动时改好再交一次。", null, null],
      headings,
      ...posts.map((post) => [post, null, null]),
    ],
    styled: [
      { area: row(0), style: "section" },
      { area: row(1), style: "subtitle" },
      { area: row(headingRow), style: "headingFill" },
    ],
    merges: [row(0), row(1)],
    heights: new Map([
      [0, 26],
      [1, 34],
      [headingRow, 26],
    ]),
    validations: [
      {
        area: column(1),
        rule: { kind: "length", to: 30 },
        prompt: { title: "负责人", message: "请填姓名。" },
        error: { title: "负责人", message: "请不要超过 30 个字。请重新填写，或按 Esc 取消。" },
      },
      {
        area: column(2),
        rule: { kind: "length", to: 30 },
        prompt: { title: "手机号码", message: "请填11位手机号码。" },
        error: { title: "手机号码", message: "请不要超过 30 个字符。请重新填写，或按 Esc 取消。" },
      },
    ],
    isProtected: true,
    page: schoolPage(school),
  };
}

/** What a school has filled in, post by post (校长：王建民 13900000000); "" when it has filled in nothing. */
export function contactsIn(grids: readonly Grid[]): string {
  const grid = grids.find(({ name }) => name === tabNames["school-contacts"]);
  const table = grid && tableIn(grid, headings);
  return (table?.rows ?? [])
    .flatMap((row) => {
      const [post = "", name = "", phone = ""] = headings.map((heading) => cellText(row[table?.columnOf(heading) ?? -1]));
      return name + phone === "" || post === "" ? [] : [`${post}：${[name, phone].filter((text) => text !== "").join(" ")}`];
    })
    .join("；");
}
