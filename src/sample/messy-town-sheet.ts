// A township's own list, as a school hands it in: two heading rows with merged groups, other headings, merged village cells, subtotals per village.
import type { FieldId } from "../domain/record/field";
import { fen, sumFen } from "../domain/values/money";
import type { CellOut, ColumnSpec } from "../sheets/writing/spec";
import { type LoanRow, borrowerColumns, loanRows } from "./borrower-columns";
import { at } from "./dice";
import { type Draft, type DraftRow, type LaidOut, layOut } from "./draft";
import type { SamplePerson } from "./records";
import { lastIndex } from "../domain/values/last";

/** A column of the school's form: the group above, the heading, the field. */
type FormColumn = readonly [group: string, heading: string, field: FieldId];

const form: readonly FormColumn[] = [
  ["", "序号", "seq"],
  ["", "所属乡镇", "township"],
  ["", "行政村", "village"],
  ["借款学生", "姓名", "name"],
  ["借款学生", "身份证号码", "citizenId"],
  ["借款学生", "性别", "gender"],
  ["借款学生", "联系电话", "phone"],
  ["", "毕业院校", "university"],
  ["", "毕业时间", "graduation"],
  ["贷款合同", "合同号", "contractNo"],
  ["贷款合同", "贷款年份", "loanYear"],
  ["贷款合同", "合同金额", "loanAmount"],
  ["贷款合同", "本金余额", "balance"],
  ["贷款合同", "合同到期日", "maturity"],
  ["历年逾期", "逾期本金", "overduePrincipal"],
  ["2019年应还", "应还本金", "principal"],
  ["2019年应还", "应还利息", "interest"],
  ["2019年应还", "罚息", "penalty"],
  ["2019年应还", "应还本息合计", "due"],
  ["共同借款人", "姓名", "coBorrowerName"],
  ["共同借款人", "身份证号码", "coBorrowerId"],
  ["共同借款人", "联系电话", "coBorrowerPhone"],
  ["共同借款人", "关系", "coBorrowerRelation"],
  ["", "户籍地址", "address"],
  ["", "毕业高中", "middleSchool"],
  ["", "备 注", "note"],
];
const right = form.length - 1;
const columnOf = (field: FieldId): number => form.findIndex(([, , known]) => known === field);
const known = new Map(borrowerColumns.map((column) => [column.field, column]));

function lookOf(field: FieldId): ColumnSpec {
  return known.get(field)?.look ?? { width: 12, style: "cellMoney" };
}

function cellOf(field: FieldId, row: LoanRow): CellOut {
  const column = known.get(field);
  return column ? column.cell(row) : { fen: fen(0) };
}

/** Two heading rows: groups merged across, single headings merged down. */
function pushHeadings(draft: Draft): void {
  const groups: DraftRow = {
    cells: form.map(([group, heading], index) => (group === "" ? heading : group === form[index - 1]?.[0] ? null : group)),
    look: "heading",
  };
  const headings: DraftRow = { cells: form.map(([group, heading]) => (group === "" ? null : heading)), look: "heading" };
  draft.rows.push(groups, headings);
  for (const [index, [group]] of form.entries()) {
    if (group === "") draft.merges.push({ first: groups, last: headings, left: index, right: index });
    else if (group !== form[index - 1]?.[0]) {
      const end = lastIndex(form, ([other]) => other === group);
      if (end > index) draft.merges.push({ first: groups, last: groups, left: index, right: end });
    }
  }
  draft.marks.push({ on: groups, column: columnOf("name"), code: "D2", severity: "info", what: "两行表头，上一行合并分组" });
}

/** A totals row over the cells of the rows; `extra` 分 are added to the printed 应还本息合计. */
function subtotal(label: string, rows: readonly DraftRow[], extra = 0): DraftRow {
  const cells: CellOut[] = form.map(() => null);
  cells[columnOf("village")] = label;
  for (const field of ["principal", "interest", "penalty", "due"] as const) {
    const amounts = rows.map(({ cells: own }) => own[columnOf(field)]);
    const sum = sumFen(amounts.map((cell) => (typeof cell === "object" && cell !== null && "fen" in cell ? cell.fen : undefined)));
    cells[columnOf(field)] = { fen: fen(sum + (field === "due" ? extra : 0)) };
  }
  return { cells, look: "totalMoney" };
}

/** The rows of one village: township and village stand in the first row only, merged down. */
function pushVillage(draft: Draft, rows: readonly DraftRow[], printedExtra: number): void {
  const [first, second] = rows;
  if (first && second) {
    for (const field of ["township", "village"] as const) {
      const column = columnOf(field);
      for (const row of rows.slice(1)) row.cells[column] = null;
      draft.merges.push({ first, last: at(rows, rows.length - 1), left: column, right: column });
      draft.marks.push({ on: first, column, code: "D9", field, severity: "info", what: "纵向合并单元格，下面各行同此" });
    }
  }
  const total = subtotal("小 计", rows, printedExtra);
  draft.rows.push(...rows, total);
  if (printedExtra !== 0) {
    draft.marks.push({ on: total, column: columnOf("due"), code: "D4", field: "due", severity: "warning", what: "村小计，合计与明细不符" });
  }
}

/** Penalty although no principal is overdue: the rules of the loan know no such thing. */
function plantPenalties(draft: Draft, rows: readonly DraftRow[]): void {
  for (const row of rows.filter((_, index) => index % 25 === 12).slice(0, 3)) {
    const due = row.loan?.contract.due;
    if (due === undefined) continue;
    const column = columnOf("penalty");
    row.cells[column] = { fen: fen(650) };
    row.cells[columnOf("due")] = { fen: fen(due + 650) };
    draft.marks.push({ on: row, column, code: "D27", field: "penalty", severity: "warning", what: "没有逾期本金却有罚息" });
  }
}

/** The rows of the form, village by village in order of first appearance. */
function villageRows(persons: readonly SamplePerson[]): readonly (readonly DraftRow[])[] {
  const villages = [...new Set(persons.map((person) => person.village))];
  const loans = loanRows(villages.flatMap((village) => persons.filter((person) => person.village === village)));
  return villages.map((village) => {
    const own = loans.filter(({ person }) => person.village === village);
    return own.map((loan): DraftRow => ({ cells: form.map(([, , field]) => cellOf(field, loan)), loan }));
  });
}

/** The list of one township in the school's own form. Every third village's subtotal is printed 1 yuan too low. */
export function messyTownSheet(name: string, persons: readonly SamplePerson[]): LaidOut {
  const draft: Draft = { name, columns: form.map(([, , field]) => lookOf(field)), rows: [], merges: [], marks: [] };
  const title: DraftRow = { cells: [`${name}2019年助学贷款应还学生名单`], look: "title" };
  draft.rows.push(title, { cells: [`填报学校：${name}中心校`, ...form.slice(2).map(() => null), "单位：元"], look: "subtitle" });
  draft.merges.push({ first: title, last: title, left: 0, right });
  draft.marks.push({ on: title, column: 0, code: "D1", severity: "info", what: "合并的标题行" });
  pushHeadings(draft);
  const villages = villageRows(persons);
  const rows = villages.flat();
  plantPenalties(draft, rows);
  for (const [index, village] of villages.entries()) pushVillage(draft, village, index % 3 === 1 ? -100 : 0);
  const total = subtotal("总 计", rows);
  const note: DraftRow = { cells: ["填表人：联络员　　校长签字：　　　　（公章）　　年　月　日"], look: "remark" };
  draft.rows.push(total, note);
  draft.marks.push({ on: note, column: 0, code: "D5", severity: "info", what: "表后的说明行" });
  return layOut(draft);
}
