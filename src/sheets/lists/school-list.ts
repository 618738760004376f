// 催收名单, the main sheet of a school's workbook: one row per contract, facts locked, the school's own columns yellow and open.
import { addDays, type Day, day } from "../../domain/values/day";
import type { FieldId, SheetRow } from "../../domain/record/field";
import type { School } from "../../domain/places/jurisdiction";
import { fen, sumFen, zeroFen } from "../../domain/values/money";
import type { Person } from "../../domain/record/person";
import { dueOf } from "../../domain/bank/repayment";
import type { PersonReports } from "../../domain/identity/report";
import type { PersonKey } from "../../domain/identity/keys";
import type { RosterIndex } from "../../domain/identity/roster-index";
import type { Standing } from "../../domain/standing/standing";
import type { StopReason } from "../../domain/standing/stop";
import type { Season } from "../../domain/record/season";
import { bookTitle } from "../vocabulary/book-title";
import { cellOf } from "../vocabulary/cell-of";
import type { ChoiceField } from "../../domain/record/choices";
import { choiceLabels } from "../vocabulary/choices";
import { headingOf } from "../vocabulary/columns";
import { type Area, cellAddress } from "../grid";
import { signatureLine } from "../writing/signature";
import { nothingReported, reportedOn } from "./reported";
import { shortened } from "../writing/shortened";
import type { CellOut, ColumnSpec, Highlight, PageSpec, SheetSpec, Validation } from "../writing/spec";
import { tabPage } from "../writing/tab-frames";
import { tabNames } from "../vocabulary/tabs";
import { stopHint } from "../notices/withheld";

/** The locked columns in order: what a school needs to find the family and to know what is owed; no ID but the borrower's. */
export const factFields = [
  "rowKey",
  "seq",
  "name",
  "citizenId",
  "contractNo",
  "loanYear",
  "principal",
  "interest",
  "due",
  "phone",
  "coBorrowerName",
  "coBorrowerPhone",
  "coBorrowerRelation",
  "address",
  "township",
  "village",
  "contactHint",
] as const satisfies readonly FieldId[];

/** The columns in order that the school fills in. */
export const fillFields = [
  "deliveredOn",
  "deliveryMethod",
  "signedBy",
  "signerRelation",
  "deliveredBy",
  "repaymentStatus",
  "repaidOn",
  "repaid",
  "exceptionKind",
  "exceptionNote",
  "note",
] as const satisfies readonly FieldId[];

/** The facts that are ours, not the roster's: another version of the list may say them otherwise without anything having changed. */
export const ownFacts: ReadonlySet<FieldId> = new Set(["rowKey", "seq", "contactHint"]);

/** A column of 催收名单. */
export type ListField = (typeof factFields)[number] | (typeof fillFields)[number];

/** All columns of 催收名单. */
export const listFields: readonly ListField[] = [...factFields, ...fillFields];

/** The row of the headings, counted from 0: below the title. The data begin in the next row; below their totals row the school signs. */
export const listHeadingRow = 1;

// Narrower than the centre's own tabs, so that facts and entries print legibly on two A4 pages side by side.
const looks: Readonly<Record<ListField, ColumnSpec>> = {
  rowKey: { width: 18, style: "cell" },
  seq: { width: 5, style: "cellCenter" },
  name: { width: 10, style: "cellWrapped" },
  citizenId: { width: 20, style: "cell" },
  contractNo: { width: 18, style: "cell" },
  loanYear: { width: 9, style: "cellCenter" },
  principal: { width: 11, style: "cellMoney" },
  interest: { width: 11, style: "cellMoney" },
  due: { width: 12, style: "cellMoney" },
  phone: { width: 13, style: "cellCenter" },
  coBorrowerName: { width: 10, style: "cellWrapped" },
  coBorrowerPhone: { width: 13, style: "cellCenter" },
  coBorrowerRelation: { width: 9, style: "cellCenter" },
  address: { width: 28, style: "cellWrapped" },
  township: { width: 9, style: "cellWrapped" },
  village: { width: 11, style: "cellWrapped" },
  contactHint: { width: 18, style: "cellWrapped" },
  deliveredOn: { width: 12, style: "fillDay" },
  deliveryMethod: { width: 11, style: "fill" },
  signedBy: { width: 9, style: "fillWrapped" },
  signerRelation: { width: 11, style: "fill" },
  deliveredBy: { width: 9, style: "fillWrapped" },
  repaymentStatus: { width: 11, style: "fill" },
  repaidOn: { width: 12, style: "fillDay" },
  repaid: { width: 12, style: "fillMoney" },
  exceptionKind: { width: 15, style: "fill" },
  exceptionNote: { width: 40, style: "fillWrapped" },
  note: { width: 16, style: "fillWrapped" },
};

/** What a school's workbook is made from. */
export interface SchoolPart {
  readonly school: School;
  /** The school's own people and nobody else. */
  readonly persons: readonly Person[];
  readonly season: Season;
  /** The version of the list (名单版本), from 1. */
  readonly version: number;
  readonly madeOn: Day;
  /** The whole list, of which this is a part, with everybody's numbers. */
  readonly index: RosterIndex;
  /** What schools have reported so far, by person key; entries about others are not looked at. */
  readonly reports: ReadonlyMap<PersonKey, PersonReports>;
  /** Where everybody stands, by person key: who may not be approached is marked; nobody is when absent. */
  readonly standings?: ReadonlyMap<PersonKey, Standing>;
}

/** Why nobody may approach a person of this school now. */
export function stopIn(part: SchoolPart, person: Person): StopReason | undefined {
  return part.standings?.get(person.key)?.stop;
}

/** The locked cells of a contract as every list of ours shows them: the ID as 18 characters, the due as stated or added up. */
export function factCell(field: FieldId, loan: SheetRow, person: Person): CellOut {
  if (field === "citizenId") return person.citizenId === "" ? null : person.citizenId;
  if (field !== "due") return cellOf(field, loan.values);
  const due = dueOf(loan);
  return due === undefined ? null : { fen: due };
}

const nothingFilled = fillFields.map(() => null);

function rowsOf(part: SchoolPart): readonly (readonly CellOut[])[] {
  return part.persons.flatMap((person, position) =>
    person.loans.map((loan, index) => {
      const reported = reportedOn(loan, part.reports.get(person.key), { fields: fillFields, isFirst: index === 0 });
      const stop = stopIn(part, person);
      const own: { readonly [F in ListField]?: CellOut } = {
        rowKey: part.index.numberOf(person),
        seq: position + 1,
        contactHint: stop ? stopHint(stop) : null,
      };
      const facts = factFields.map((field) => (field in own ? (own[field] ?? null) : factCell(field, loan, person)));
      return [...facts, ...(reported === nothingReported ? nothingFilled : fillFields.map((field) => cellOf(field, reported)))];
    }),
  );
}

/** What the first cell of the totals row says; no row of a contract begins with it. */
export const totalLabel = "合计";

/** The totals row: 合计, how many persons and contracts, and the three sums. */
function totalsOf({ persons }: SchoolPart): readonly CellOut[] {
  const loans = persons.flatMap((person) => person.loans);
  const sums: { readonly [F in ListField]?: CellOut } = {
    rowKey: totalLabel,
    name: `${persons.length}人`,
    contractNo: `${loans.length}笔`,
    principal: { fen: sumFen(loans.map(({ values }) => values.principal)) },
    interest: { fen: sumFen(loans.map(({ values }) => values.interest)) },
    due: { fen: sumFen(loans.map(dueOf)) },
  };
  return listFields.map((field) => sums[field] ?? null);
}

const again = "请重新填写，或按 Esc 取消。";

/** The column of a field within the data rows. */
const columnArea = (field: ListField, rows: number): Area => {
  const column = listFields.indexOf(field);
  return { top: listHeadingRow + 1, left: column, bottom: listHeadingRow + rows, right: column };
};

/** What may be typed into the open columns of the list. */
function validationsOf({ season, madeOn }: SchoolPart, rows: number): readonly Validation[] {
  const { listsOut } = season.dates;
  const delivery = { kind: "day", from: madeOn < listsOut ? madeOn : listsOut, to: day(`${season.year + 1}-06-30`) } as const;
  const repayment = { kind: "day", from: day(`${season.year}-01-01`), to: delivery.to } as const;
  const list = (field: ChoiceField & ListField, message: string): Validation => ({
    area: columnArea(field, rows),
    rule: { kind: "list", values: choiceLabels(field) },
    prompt: { title: headingOf(field), message },
    error: { title: headingOf(field), message: `请从下拉列表中选一项。${again}` },
  });
  const date = (field: ListField, rule: Validation["rule"] & { kind: "day" }): Validation => ({
    area: columnArea(field, rows),
    rule,
    prompt: { title: headingOf(field), message: `请填日期，例如 ${addDays(season.dates.deliveryFrom, 1)}。` },
    error: { title: headingOf(field), message: `请填 ${rule.from} 至 ${rule.to} 之间的日期，例如 ${season.dates.deliveryFrom}。${again}` },
  });
  const text = (field: ListField, to: number, message: string): Validation => ({
    area: columnArea(field, rows),
    rule: { kind: "length", to },
    prompt: { title: headingOf(field), message },
    error: { title: headingOf(field), message: `请不要超过 ${to} 个字。${again}` },
  });
  return [
    date("deliveredOn", delivery),
    list("deliveryMethod", "通知书是怎样送到的，请从下拉列表中选一项；没有送到的选“未送达”。"),
    text("signedBy", 30, "请填在签收单上签字的人的姓名。"),
    list("signerRelation", "签收人是学生的什么人，请从下拉列表中选一项；只有本人或父母签收才算有效送达。"),
    text("deliveredBy", 30, "请填送通知书的老师的姓名。"),
    list("repaymentStatus", "家里怎么说就选哪一项；是否还清以银行扣款结果为准。"),
    date("repaidOn", repayment),
    {
      area: columnArea("repaid", rows),
      rule: { kind: "amount", from: zeroFen, to: fen(100_000_000) },
      prompt: { title: headingOf("repaid"), message: "请填这笔合同实际还款的金额（元），最多两位小数。" },
      error: { title: headingOf("repaid"), message: `请填金额（元），不带“元”字和逗号。${again}` },
    },
    list("exceptionKind", "有特殊情况的请选类别，并在右边写明经过；应附的佐证材料见“特殊情况”表。"),
    text("exceptionNote", 500, "请写明时间、经过和目前状况，500字以内；写不下的写在“特殊情况”表。"),
    text("note", 200, "其他要告诉我们的，例如名单上的电话、地址有误，200字以内。"),
  ];
}

/** Gentle reminders: an entry whose other half is still open turns orange there. */
function remindersOf(rows: number): readonly Highlight[] {
  const remind = (filled: ListField, open: ListField): Highlight => {
    const at = (field: ListField) => `$${cellAddress(listHeadingRow + 1, listFields.indexOf(field))}`;
    return { area: columnArea(open, rows), formula: `AND(${at(filled)}<>"",${at(open)}="")`, fill: "F8CBAD" };
  };
  const hint = `$${cellAddress(listHeadingRow + 1, listFields.indexOf("contactHint"))}`;
  const settled: Highlight = {
    area: { ...columnArea("rowKey", rows), right: listFields.length - 1 },
    formula: `${hint}<>""`,
    fill: "D9D9D9",
  };
  return [remind("deliveredOn", "signedBy"), remind("deliveredOn", "signerRelation"), remind("exceptionKind", "exceptionNote"), settled];
}

/** Every second person's facts are tinted, however the rows are sorted: 序号 counts persons, not rows. */
function bandsOf(rows: number): Highlight {
  const seq = `$${cellAddress(listHeadingRow + 1, listFields.indexOf("seq"))}`;
  return { area: { ...columnArea("rowKey", rows), right: factFields.length - 1 }, formula: `MOD(${seq},2)=0`, fill: "EEF4FA" };
}

// Excel takes 255 characters of header or footer.
const codeSafe = (text: string) => shortened(text, 60).replaceAll("&", "&&");

/** How the sheets of a school's workbook print: A4 across, headings on every page, the school and the reminder of privacy at the foot. */
export function schoolPage({ name }: School, options: Partial<PageSpec> = {}): PageSpec {
  return tabPage({ center: true, left: codeSafe(name), right: "含个人信息，请妥善保管", ...options });
}

/** The title of the list, as it also stands on the centre's tab. */
export function listTitle({ season, school }: Pick<SchoolPart, "season" | "school">): string {
  return bookTitle(season, tabNames["school-list"], school.name);
}

/** 催收名单 of a school. */
export function schoolList(part: SchoolPart): SheetSpec {
  const body = rowsOf(part);
  const bottom = listHeadingRow + body.length;
  const right = listFields.length - 1;
  const lastFact = factFields.length - 1;
  const columns = listFields.map((field) => looks[field]);
  const money = listFields.indexOf("principal");
  const row = (at: number, from = 0, to = right): Area => ({ top: at, left: from, bottom: at, right: to });
  // Beside the columns that every page repeats.
  const signature = signatureLine("school", bottom + 2, listFields.indexOf("name") + 1, lastFact, listFields.length);
  return {
    tab: "school-list",
    name: tabNames["school-list"],
    tabColor: "2E75B6",
    columns,
    rows: [
      [listTitle(part), ...Array.from({ length: right }, () => null)],
      listFields.map(headingOf),
      ...body,
      totalsOf(part),
      signature.cells,
    ],
    styled: [
      { area: row(0), style: "titleLeft" },
      { area: row(listHeadingRow, 0, lastFact), style: "heading" },
      { area: row(listHeadingRow, lastFact + 1), style: "headingFill" },
      { area: row(bottom + 1), style: "total" },
      { area: row(bottom + 1, money, money + 2), style: "totalMoney" },
      { area: row(bottom + 2), style: "plain" },
      signature.styled,
    ],
    merges: [row(0, 0, lastFact), signature.styled.area],
    heights: new Map([[0, 30], [listHeadingRow, 32], signature.height]),
    freeze: { rows: listHeadingRow + 1, columns: listFields.indexOf("name") + 1 },
    filter: { top: listHeadingRow, left: 0, bottom, right },
    validations: validationsOf(part, body.length),
    highlights: [...remindersOf(body.length), bandsOf(body.length)],
    isProtected: true,
    page: schoolPage(part.school, {
      fitWidth: 2,
      // The title stands at the head of both halves: in its row the second would show as much of it as the repeated columns hold.
      header: `&C&B&14 ${codeSafe(listTitle(part))}`,
      area: { top: listHeadingRow, left: 0, bottom: bottom + 2, right },
      repeatRows: [listHeadingRow, listHeadingRow],
      repeatColumns: [0, listFields.indexOf("name")],
    }),
  };
}

/** A school's list as a tab of the centre's own book: the same rows with what was reported, and nothing to fill in. */
export function schoolTab({ code, name }: School, list: SheetSpec): SheetSpec {
  const locked = { fill: "cell", fillDay: "cellDay", fillMoney: "cellMoney", fillWrapped: "cellWrapped" } as const;
  return {
    ...list,
    tab: `school-list:${code}`,
    name,
    columns: list.columns.map((look) => ({ ...look, style: locked[look.style as keyof typeof locked] ?? look.style })),
    styled: (list.styled ?? []).map(({ area, style }) => ({ area, style: style === "headingFill" ? "heading" : style })),
    validations: [],
    highlights: (list.highlights ?? []).slice(-1),
  };
}
