// 待补正, the one sheet of a fix-it file: a question on each row, one yellow cell beside it, everything else locked; and the same read back.
import { type FixQuestion, fixSeal } from "../../domain/returns/fix";
import { type FieldId, fieldTypes } from "../../domain/record/field";
import type { School } from "../../domain/places/jurisdiction";
import type { Season } from "../../domain/record/season";
import type { Day } from "../../domain/values/day";
import { maskCitizenId } from "../../domain/identity/citizen-id";
import { cellAddress, cellText, type CellValue, type Grid } from "../grid";
import { schoolPage } from "../lists/school-list";
import { tableIn } from "../reading/own-table";
import { bookTitle } from "../vocabulary/book-title";
import { choiceLabels, isChoiceField } from "../vocabulary/choices";
import { fieldOfHeading, headingOf } from "../vocabulary/columns";
import { schoolFileNames } from "../vocabulary/file-name";
import { spokenDay } from "../vocabulary/spoken-day";
import { tabNames } from "../vocabulary/tabs";
import { signatureLine } from "../writing/signature";
import type { BookSpec, CellOut, ColumnSpec, SheetSpec, Validation } from "../writing/spec";

const headings = ["序号", "姓名", "身份证号", "合同编号", "项目", "现在的内容", "请核实", "更正为", "补充说明", "题号", "校验"] as const;
const columns: readonly ColumnSpec[] = [
  { width: 6, style: "cellCenter" },
  { width: 10, style: "cell" },
  { width: 21, style: "cell" },
  { width: 20, style: "cell" },
  { width: 20, style: "cell" },
  { width: 26, style: "cellWrapped" },
  { width: 44, style: "cellWrapped" },
  { width: 28, style: "fillWrapped" },
  { width: 24, style: "fillWrapped" },
  { width: 30, style: "cell" },
  { width: 11, style: "cell" },
];
const headingRow = 2;
const answerColumn = headings.indexOf("更正为");

/** What a school's fix-it file is made from. */
export interface FixPart {
  readonly school: School;
  readonly season: Season;
  readonly madeOn: Day;
  readonly questions: readonly FixQuestion[];
  /** The number of a contract by its longest print. */
  readonly rowKeyOf: (question: FixQuestion) => string;
}

/** The names of these schools' fix-it files: 待补正表_罕井镇中心校_20191212.xlsx. */
export function fixFileNames(schools: readonly School[], madeOn: Day): readonly string[] {
  return schoolFileNames(schools, "待补正表_", `_${madeOn.replaceAll("-", "")}.xlsx`);
}

const hints: Readonly<Partial<Record<FieldId, string>>> = {
  citizenId: "请填18位身份证号码，末位是X的填大写X。",
  coBorrowerId: "请填18位身份证号码，末位是X的填大写X。",
  phone: "请填11位手机号，或区号加座机号；有两个号码的用“/”隔开。",
  coBorrowerPhone: "请填11位手机号，或区号加座机号；有两个号码的用“/”隔开。",
  name: "请照户口本填写姓名。",
  coBorrowerName: "请照户口本填写姓名。",
};

function hintOf(field: FieldId): string {
  if (isChoiceField(field)) return "请从下拉列表中选一项。";
  if (fieldTypes[field] === "day") return "请填日期，例如 2019-12-11。";
  if (fieldTypes[field] === "money") return "请填金额（元），最多两位小数。";
  return hints[field] ?? "请填写核实后的内容；核实无误的，在“补充说明”里写“无误”。";
}

function rowOf({ questions, rowKeyOf }: FixPart): readonly (readonly CellOut[])[] {
  return questions.map((question, at) => {
    const { contract, field, from } = question;
    const { name = "", citizenId = "", contractNo = "" } = contract.row.values;
    const rowKey = rowKeyOf(question);
    // The number itself is shown only where it is what is asked about.
    const masked = citizenId === "" ? "" : maskCitizenId(citizenId);
    return [
      at + 1,
      name,
      masked || null,
      contractNo,
      headingOf(field),
      from === "" ? null : from,
      question.question,
      null,
      null,
      rowKey,
      fixSeal({ rowKey, name, citizenId: masked, contractNo, field, from }),
    ];
  });
}

function validationsOf(questions: readonly FixQuestion[]): readonly Validation[] {
  return questions.map(({ field }, at): Validation => {
    const row = headingRow + 1 + at;
    return {
      area: { top: row, left: answerColumn, bottom: row, right: answerColumn },
      rule: isChoiceField(field) ? { kind: "list", values: choiceLabels(field) } : { kind: "length", to: 200 },
      prompt: { title: headingOf(field), message: hintOf(field) },
      error: { title: headingOf(field), message: `${hintOf(field)}请重新填写，或按 Esc 取消。` },
    };
  });
}

/** 待补正 of a school. */
export function fixSheet(part: FixPart): SheetSpec {
  const { school, season, questions, madeOn } = part;
  const body = rowOf(part);
  const right = headings.length - 1;
  const bottom = headingRow + body.length;
  const signature = signatureLine("school", bottom + 1, 0, right);
  const liaison = school.liaison ? `包联同志${school.liaison}${school.liaisonPhone ? `（${school.liaisonPhone}）` : ""}` : "本校包联同志";
  return {
    tab: "fix-list",
    name: tabNames["fix-list"],
    tabColor: "FFC107",
    columns: columns.map((column, at) => (at === right ? { ...column, hidden: true } : column)),
    rows: [
      [`${season.county}${season.year}年助学贷款待补正表（${school.name}）`, ...Array.from({ length: right }, () => null)],
      [
        `请老师们帮忙核实以下${questions.length}处，只填黄色的“更正为”，不清楚的可以写在“补充说明”里；其余内容已锁定，请勿改动。填好后把这个文件发回给${liaison}。谢谢！（${spokenDay(madeOn)}制表）`,
        ...Array.from({ length: right }, () => null),
      ],
      headings,
      ...body,
      signature.cells,
    ],
    styled: [
      { area: { top: 0, left: 0, bottom: 0, right }, style: "titleLeft" },
      { area: { top: 1, left: 0, bottom: 1, right }, style: "subtitle" },
      { area: { top: headingRow, left: 0, bottom: headingRow, right }, style: "heading" },
      { area: { top: headingRow, left: answerColumn, bottom: headingRow, right: answerColumn + 1 }, style: "headingFill" },
      signature.styled,
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: right - 1 }, { top: 1, left: 0, bottom: 1, right: right - 1 }, signature.styled.area],
    heights: new Map([[0, 30], [1, 36], [headingRow, 28], signature.height]),
    freeze: { rows: headingRow + 1, columns: 2 },
    validations: validationsOf(questions),
    isProtected: true,
    page: schoolPage(school, { repeatRows: [0, headingRow] }),
  };
}

/** The workbook of a school's questions. */
export function fixBook(part: FixPart): BookSpec {
  return { title: bookTitle(part.season, "待补正表", part.school.name), sheets: [fixSheet(part)] };
}

/** One row of a fix-it file that came back. */
export interface FixAnswer {
  readonly rowKey: string;
  readonly contractNo: string;
  readonly name: string;
  readonly field: FieldId | undefined;
  readonly from: string;
  readonly answer: CellValue;
  readonly note: string;
  /** Whether the cells that were locked are as they went out. */
  readonly isSealed: boolean;
  readonly place: { readonly sheet: string; readonly row: number };
  /** The address of the yellow cell. */
  readonly cell: string;
}

/** The answers in a file, when it is a fix-it file; undefined when it is something else. */
export function fixAnswersIn(grids: readonly Grid[]): readonly FixAnswer[] | undefined {
  for (const grid of grids) {
    const table = tableIn(grid, headings);
    if (!table || (["题号", "项目", "更正为"] as const).some((heading) => table.columnOf(heading) < 0)) continue;
    return table.rows.flatMap((row, at): FixAnswer[] => {
      const rowKey = table.text(row, "题号");
      const column = table.columnOf("更正为");
      // An answer without its question's number is somebody's answer all the same.
      if (rowKey === "" && cellText(row[column]) === "") return [];
      const field = fieldOfHeading(table.text(row, "项目"));
      const from = table.text(row, "现在的内容");
      const [name, citizenId, contractNo] = [table.text(row, "姓名"), table.text(row, "身份证号"), table.text(row, "合同编号")];
      const line = table.headingRow + 1 + at;
      return [
        {
          rowKey,
          contractNo,
          name,
          field,
          from,
          answer: cellText(row[column]) === "" ? null : (row[column] ?? null),
          note: table.text(row, "补充说明"),
          isSealed: field !== undefined && fixSeal({ rowKey, name, citizenId, contractNo, field, from }) === table.text(row, "校验"),
          place: { sheet: grid.name, row: line + 1 },
          cell: cellAddress(line, column),
        },
      ];
    });
  }
  return undefined;
}
