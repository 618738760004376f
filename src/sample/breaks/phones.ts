// Telephone numbers in every spelling that schools use, and some that cannot be dialled.
import type { LoanRow } from "../borrower-columns";
import { type Break, fullWidth, inField } from "./break";

const broken = inField("phone", "all");
const ofParent = inField("coBorrowerPhone", "all");
const phone = (row: LoanRow): string => row.person.phone;
const grouped = (row: LoanRow, mark: string): string => [phone(row).slice(0, 3), phone(row).slice(3, 7), phone(row).slice(7)].join(mark);

/** Every break of a telephone number. */
export const phoneBreaks: readonly Break[] = [
  broken("D25", "info", "号码分段空格", (row) => grouped(row, " ")),
  broken("D25", "info", "号码分段短横", (row) => grouped(row, "-")),
  broken("D25", "info", "带+86", (row) => `+86${phone(row)}`),
  broken("D25", "info", "带0086", (row) => `0086-${phone(row)}`),
  broken("D25", "info", "注明是父亲的", (row) => `(父)${phone(row)}`),
  broken("D25", "info", "一格两个号码（顿号）", (row) => `${phone(row)}、${row.person.coBorrower.phone}`),
  broken("D25", "info", "一格两个号码（斜杠）", (row) => `${phone(row)}/0913-7${phone(row).slice(-6)}`),
  broken("D25", "info", "号码存为数值", (row) => Number(phone(row))),
  broken("D25", "info", "全角数字", (row) => fullWidth(phone(row))),
  broken("D25", "warning", "科学计数法文本", (row) => `1.${phone(row).slice(1, 6)}E+10`),
  broken("D25", "warning", "少一位", (row) => phone(row).slice(0, 10)),
  broken("D25", "warning", "多一位", (row) => `${phone(row)}8`),
  broken("D25", "warning", "没有12开头的手机号", (row) => `12${phone(row).slice(2)}`),
  broken("D25", "warning", "空号", () => "空号"),
  broken("D25", "warning", "停机", (row) => `${phone(row)}（停机）`),
  broken("D25", "warning", "无", () => "无"),
  broken("D48", "warning", "数字1写成丨", (row) => phone(row).replace("1", "丨")),
  ofParent("D25", "warning", "家长号码少两位", (row) => row.person.coBorrower.phone.slice(0, 9), {
    suits: (person) => person.coBorrower.phone.startsWith("1"),
  }),
  ofParent("D25", "info", "座机不带区号", (row) => `7${phone(row).slice(-6)}`),
];
