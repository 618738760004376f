// 应还名单 as it really arrives: several title rows, subtotals, headings in the middle, hidden rows, and every kind of broken cell.
import { sumFen } from "../domain/values/money";
import type { CellOut } from "../sheets/writing/spec";
import { borrowerColumns, loanRows } from "./borrower-columns";
import { borrowerNotes } from "./borrower-sheet";
import { type Hosts, hostsOf, isLoanRow } from "./breaks/hosts";
import { listColumn, plantCells } from "./breaks/plant";
import { plantRepeats } from "./breaks/repeats";
import { type Dice, at } from "./dice";
import { type Draft, type DraftRow, type LaidOut, layOut } from "./draft";
import type { SampleContract, SamplePerson } from "./records";

const name = "应还名单";
const width = borrowerColumns.length;
const trailingColumns = 6;
const trailingRows = 40;
const summed = ["loanAmount", "balance", "principal", "interest", "due"] as const;

const blankRow = (): DraftRow => ({ cells: Array.from({ length: width + trailingColumns }, () => null) });
const headingRow = (): DraftRow => ({ cells: borrowerColumns.map(({ heading }) => heading), look: "heading" });

/** A totals row with typed-in figures; `extra` 分 are added to the printed 应还合计. */
function printedTotal(label: string, contracts: readonly SampleContract[], extra = 0): DraftRow {
  const cells: CellOut[] = borrowerColumns.map(() => null);
  cells[1] = label;
  for (const field of summed)
    cells[listColumn(field)] = (sumFen(contracts.map((contract) => contract[field])) + (field === "due" ? extra : 0)) / 100;
  return { cells, look: "totalMoney" };
}

function insertAt(draft: Draft, index: number, row: DraftRow): void {
  draft.rows.splice(index, 0, row);
}

const contractsIn = (rows: readonly DraftRow[]): readonly SampleContract[] => rows.filter(isLoanRow).map(({ loan }) => loan.contract);

/** Two subtotals over the first pages, the second of them wrong by 100 yuan in 应还合计. */
function plantSubtotals(draft: Draft, pageLength: number): void {
  const body = draft.rows.filter(isLoanRow);
  const right = printedTotal("小计", contractsIn(body.slice(0, pageLength)));
  const wrong = printedTotal("小  计", contractsIn(body.slice(pageLength, 2 * pageLength)), 10_000);
  insertAt(draft, draft.rows.indexOf(at(body, pageLength)), right);
  insertAt(draft, draft.rows.indexOf(at(body, 2 * pageLength)), wrong);
  draft.marks.push(
    { on: right, column: 1, code: "D4", severity: "info", what: "小计行，金额相符" },
    { on: wrong, column: listColumn("due"), code: "D4", field: "due", severity: "warning", what: "小计行，应还合计多印100元" },
  );
}

/** Headings pasted again, blank rows, hidden rows: a third and two thirds down the list. */
function plantInterruptions(draft: Draft): void {
  const body = draft.rows.filter(isLoanRow);
  for (const share of [1 / 3, 2 / 3]) {
    const index = Math.floor(body.length * share);
    const blank = blankRow();
    const heading = headingRow();
    insertAt(draft, draft.rows.indexOf(at(body, index)), heading);
    insertAt(draft, draft.rows.indexOf(heading), blank);
    draft.marks.push(
      { on: blank, column: 0, code: "D6", severity: "info", what: "表中空行" },
      { on: heading, column: 0, code: "D3", severity: "info", what: "表中重复的表头" },
    );
    const hidden = at(body, Math.min(index + 5, body.length - 1));
    hidden.isHidden = true;
    draft.marks.push({ on: hidden, column: 0, code: "D7", severity: "warning", what: "隐藏行，仍应计入" });
  }
}

function head(): readonly DraftRow[] {
  const unitCells: CellOut[] = borrowerColumns.map(() => null);
  unitCells[0] = "填报单位：蒲城县学生资助管理中心";
  unitCells[width - 2] = "单位：元";
  return [
    { cells: ["蒲城县2019年生源地信用助学贷款应还名单"], look: "title" },
    { cells: ["（含提前还款学生，2019年11月18日导出）"], look: "subtitle" },
    { cells: unitCells, look: "subtitle" },
    headingRow(),
  ];
}

/** The end of the list: a 合计 that was typed in before the list was spoilt, notes, and formatted rows without content. */
function plantTail(draft: Draft, contracts: readonly SampleContract[]): void {
  const total = printedTotal("合 计", contracts);
  const notes = borrowerNotes.map((note): DraftRow => ({ cells: [note], look: "remark" }));
  draft.rows.push(total, blankRow(), ...notes, ...Array.from({ length: trailingRows }, blankRow));
  draft.marks.push({ on: total, column: 1, code: "D4", severity: "warning", what: "合计为改动前的数，与明细不符" });
  for (const note of notes) {
    draft.merges.push({ first: note, last: note, left: 0, right: width - 1 });
    draft.marks.push({ on: note, column: 0, code: "D5", severity: "info", what: "表后的说明行" });
  }
}

function plantHead(draft: Draft): void {
  const [title, subtitle, , heading] = draft.rows;
  if (!title || !subtitle || !heading) throw new RangeError("the list has no head");
  for (const row of [title, subtitle]) draft.merges.push({ first: row, last: row, left: 0, right: width - 1 });
  draft.marks.push({ on: title, column: 0, code: "D1", severity: "info", what: "合并的标题行" });
  for (const field of ["graduation", "alipayAccount"] as const) {
    draft.marks.push({ on: heading, column: listColumn(field), code: "D7", field, severity: "warning", what: "隐藏列，仍应读取" });
  }
}

function hostsBelow(draft: Draft, reserved: number, luck: Dice): Hosts {
  const body = draft.rows.filter(isLoanRow);
  const kept = new Set(body.filter(({ isHidden }, index) => isHidden || index < reserved).map(({ loan }) => loan.person));
  return hostsOf(
    body.filter(({ loan }) => !kept.has(loan.person)),
    luck,
  );
}

/** The spoilt list of these borrowers. The first two pages stay sound, so that their subtotals can be judged. */
export function messyList(persons: readonly SamplePerson[], luck: Dice): LaidOut {
  const loans = loanRows(persons);
  const body = loans.map((loan): DraftRow => ({ cells: borrowerColumns.map((column) => column.cell(loan)), loan }));
  const isHiddenField = (field: string): boolean => field === "graduation" || field === "alipayAccount";
  const columns = [
    ...borrowerColumns.map(({ field, look }) => (isHiddenField(field) ? { ...look, hidden: true } : look)),
    ...Array.from({ length: trailingColumns }, () => ({ width: 9, style: "cell" }) as const),
  ];
  const draft: Draft = { name, columns, rows: [...head(), ...body], merges: [], marks: [] };
  const pageLength = Math.min(20, Math.floor(body.length / 10));
  plantHead(draft);
  if (pageLength > 0) plantInterruptions(draft);
  const hosts = hostsBelow(draft, 2 * pageLength + 1, luck);
  const rounds = persons.length >= 1500 ? 3 : 1;
  plantRepeats(draft, hosts, rounds);
  plantCells(draft, hosts, rounds);
  if (pageLength > 0) plantSubtotals(draft, pageLength);
  plantTail(
    draft,
    loans.map(({ contract }) => contract),
  );
  return layOut(draft);
}
