// The table of a notice: every contract of the person, the sums in figures and words, and what the bank has taken already.
import { maskCitizenId } from "../../domain/identity/citizen-id";
import type { Day } from "../../domain/values/day";
import type { SheetRow } from "../../domain/record/field";
import { type Fen, groupedYuan, subtractFen, sumFen, zeroFen } from "../../domain/values/money";
import { dueOf, roundingTolerance } from "../../domain/bank/repayment";
import { policyIn, type Season } from "../../domain/record/season";
import { type Waiver, waiverOf, type WaiverWords } from "../../domain/standing/waiver";
import { amountInWords } from "../vocabulary/amount-in-words";
import { waiverWordsOf } from "../vocabulary/waiver-words";
import type { Letter } from "./notice-letter";
import { type Density, type Line, line, LinesOnce, piece, smallLine, textHeight } from "./notice-page";
import type { CellOut } from "../writing/spec";

/** Whose contracts these are; of the ID number only what lets a family know itself. */
export function tableCaption({ standing: { person } }: Letter): Line {
  const id = person.citizenId ? `（身份证号${maskCitizenId(person.citizenId)}）` : "";
  return line(15, piece(0, 5, `借款学生：${person.name}${id}`, "noticeSmall"), piece(6, 6, "单位：元", "noticeSmallRight"));
}

const headings = new LinesOnce<number>();

/** The headings of the columns. */
export function tableHeading({ row }: Density): readonly Line[] {
  return headings.of(row, "", () => [headingLine(row)]);
}

function headingLine(row: number): Line {
  return line(
    row,
    piece(0, 1, "合同编号", "noticeHeading"),
    piece(2, 2, "贷款年度", "noticeHeading"),
    piece(3, 3, "应还日期", "noticeHeading"),
    piece(4, 4, "应还本金", "noticeHeading"),
    piece(5, 5, "应还利息", "noticeHeading"),
    piece(6, 6, "应还小计", "noticeHeading"),
  );
}

// A million yuan is more than anybody can owe; as text it is at least never printed as ###.
const amount = (value: Fen | undefined): CellOut => (value === undefined ? "—" : value < 100_000_000 ? { fen: value } : groupedYuan(value));

// A day of another season is a slip of the key: a finding, and nothing to print.
function printedDueDate({ values: { dueDate }, issues }: SheetRow, { dates, year }: Season): Day | "—" {
  // A blank day is the season's; one that cannot be read is not ours to choose.
  if (issues.some(({ field, kind }) => field === "dueDate" && kind === "unreadable")) return "—";
  return dueDate !== undefined && dueDate.startsWith(String(year)) ? dueDate : dates.dueDate;
}

function contractLine(loan: SheetRow, season: Season, row: number): Line {
  const { contractNo = "—", loanYear = "—", principal, interest } = loan.values;
  const dueDate = printedDueDate(loan, season);
  return line(
    Math.max(row, textHeight(contractNo, 10.5, 0, 1), textHeight(loanYear, 10.5, 2, 2)),
    piece(0, 1, contractNo, "noticeCellCenter"),
    piece(2, 2, loanYear, "noticeCellCenter"),
    piece(3, 3, dueDate, "noticeCellCenter"),
    piece(4, 4, amount(principal), "noticeMoney"),
    piece(5, 5, amount(interest), "noticeMoney"),
    piece(6, 6, amount(dueOf(loan)), "noticeMoney"),
  );
}

/** One row for each contract. */
export function contractLines({ standing, season }: Letter, { row }: Density): readonly Line[] {
  return standing.person.loans.map((loan) => contractLine(loan, season, row));
}

function wordsLine(label: string, total: Fen, row: number): Line {
  const words = `人民币${amountInWords(total)}`;
  return line(Math.max(row, textHeight(words, 10.5, 2, 6)), piece(0, 1, label, "noticeTotal"), piece(2, 6, words, "noticeTotal"));
}

/** The sums, in figures and words; for somebody who has paid a part, also what was taken and what is left. */
export function sumLines({ standing }: Letter, { row }: Density): readonly Line[] {
  const { person, due, repaid, outstanding } = standing;
  const sum = line(
    row,
    piece(0, 3, "合　计（元）", "noticeTotal"),
    piece(4, 4, amount(sumFen(person.loans.map(({ values }) => values.principal))), "noticeTotalMoney"),
    piece(5, 5, amount(sumFen(person.loans.map(({ values }) => values.interest))), "noticeTotalMoney"),
    piece(6, 6, amount(due), "noticeTotalMoney"),
  );
  const sums = [sum, wordsLine("合计（大写）", due, row)];
  if (repaid === zeroFen) return sums;
  const rest = line(
    row,
    piece(0, 1, "银行已收（元）", "noticeTotal"),
    piece(2, 3, amount(repaid), "noticeTotalMoney"),
    piece(4, 5, "尚需归还（元）", "noticeTotal"),
    piece(6, 6, amount(outstanding), "noticeTotalMoney"),
  );
  return [...sums, rest, wordsLine("尚需归还（大写）", outstanding, row)];
}

// What a contract's total holds beyond its principal and interest; a fen or two of rounding is nothing that anybody asks for.
function othersOf(loan: SheetRow): Fen {
  const { principal, interest } = loan.values;
  const total = dueOf(loan);
  if (principal === undefined || interest === undefined || total === undefined) return zeroFen;
  const rest = subtractFen(total, sumFen([principal, interest]));
  return rest > roundingTolerance ? rest : zeroFen;
}

// No principal is due, and by its graduation no contract can be past its grace.
function isInGrace({ values: { principal, graduation } }: SheetRow, season: Season): boolean {
  const { year, graceYears } = policyIn(season);
  return principal === 0 && (graduation === undefined || Number(graduation.slice(0, 4)) + graceYears >= year);
}

// The interest of every contract was remitted, by somebody's confirmed word, and principal is left to pay.
function isWithoutInterest(loans: readonly SheetRow[], words: WaiverWords): boolean {
  const isRemitted = (waiver: Waiver | undefined) => waiver?.of === "interest" && waiver.isConfirmed;
  return loans.every((loan) => loan.values.interest === 0 && isRemitted(waiverOf(loan, words)));
}

/** What a reader of the table must know: how fresh the figures are, penalties inside the sums, remitted interest, other due dates. */
export function tableNotes({ standing, season, texts }: Letter): readonly Line[] {
  const { loans } = standing.person;
  const others = sumFen(loans.map(othersOf));
  const isInterestOnly = standing.due > 0 && loans.every((loan) => isInGrace(loan, season));
  const hasOtherDates = loans.some((loan) => printedDueDate(loan, season) !== season.dates.dueDate);
  const text =
    (texts.get("通知书数据说明") ?? "") +
    (others > 0 ? `应还小计中含罚息等其他应还款项共${groupedYuan(others)}元。` : "") +
    (isInterestOnly ? "还本宽限期内，今年只还利息。" : "") +
    (isWithoutInterest(loans, waiverWordsOf(season)) ? "按国家政策，今年应还利息已免除，只需归还本金。" : "") +
    (hasOtherDates ? "各合同请以表中应还日期为准。" : "");
  return text === "" ? [] : smallLine(text);
}
