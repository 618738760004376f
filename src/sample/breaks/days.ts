// Dates in every spelling, and dates that no calendar or season has.
import type { LoanRow } from "../borrower-columns";
import { type Break, inField } from "./break";

const inDueDate = inField("dueDate", "first");
const inGraduation = inField("graduation", "all");
const inMaturity = inField("maturity", "first");
const graduationYear = (row: LoanRow): string => row.person.graduation.slice(0, 4);
const maturityYear = (row: LoanRow): string => row.contract.maturity.slice(0, 4);

/** Every break of a date. */
export const dayBreaks: readonly Break[] = [
  inDueDate("D29", "info", "用点分隔", () => "2019.12.20"),
  inDueDate("D29", "info", "年月日", () => "2019年12月20日"),
  inDueDate("D29", "info", "8位数字文本", () => "20191220"),
  inDueDate("D29", "info", "8位数字", () => 20191220),
  inDueDate("D29", "info", "用斜杠分隔的文本", () => "2019/12/20"),
  inDueDate("D29", "info", "两位年份", () => "19.12.20"),
  inDueDate("D29", "warning", "没有年份，用点分隔", () => "12.20"),
  inDueDate("D29", "warning", "没有年份", () => "12月20日"),
  inDueDate("D29", "info", "Excel日期序号", () => 43819),
  inDueDate("D29", "info", "带零点时间的文本", () => "2019-12-20 00:00:00"),
  inDueDate("D29", "info", "带时间的文本", () => "2019/12/20 8:30"),
  inDueDate("D29", "warning", "中文数字日期", () => "二〇一九年十二月二十日"),
  inDueDate("D29", "warning", "12.20成了数值12.2", () => 12.2),
  inDueDate("D29", "warning", "年份写颠倒成2109", () => "2109-12-20"),
  inDueDate("D29", "warning", "没有13月", () => "2019-13-20"),
  inDueDate("D29", "warning", "农历日期", () => "农历冬月廿五"),
  inMaturity("D29", "info", "用点分隔，月日不补零", (row) => `${maturityYear(row)}.9.20`),
  inMaturity("D29", "warning", "2月没有30日", (row) => `${maturityYear(row)}-02-30`),
  inGraduation("D29", "info", "只有年月", (row) => `${graduationYear(row)}年7月`),
  inGraduation("D29", "info", "年月用点分隔", (row) => `${graduationYear(row)}.07`),
  inGraduation("D29", "info", "年月成了数值", (row) => Number(`${graduationYear(row)}.7`)),
  inGraduation("D29", "info", "6位年月", (row) => `${graduationYear(row)}07`),
];
