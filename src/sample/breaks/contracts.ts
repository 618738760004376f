// Broken contract numbers and loan years.
import type { LoanRow } from "../borrower-columns";
import { type Break, fullWidth, inField } from "./break";

const broken = inField("contractNo", "first");
const inYear = inField("loanYear", "first");
const number = (row: LoanRow): string => row.contract.contractNo;

/** Every break of a contract number or loan year that one cell can show. */
export const contractBreaks: readonly Break[] = [
  broken("D24", "error", "合同编号存为数值，末位已不可靠", (row) => Number(number(row))),
  broken("D24", "error", "合同编号成了科学计数法文本", (row) => `${number(row).charAt(0)}.${number(row).slice(1, 6)}E+16`),
  broken("D24", "error", "合同编号空白", () => null),
  broken("D24", "info", "合同编号中有空格", (row) => `${number(row).slice(0, 6)} ${number(row).slice(6, 10)} ${number(row).slice(10)}`),
  broken("D24", "info", "合同编号带“合同号:”字样", (row) => `合同号:${number(row)}`),
  broken("D24", "info", "合同编号为全角数字", (row) => fullWidth(number(row))),
  broken("D24", "warning", "合同编号少一位", (row) => number(row).slice(0, 16)),
  broken("D24", "warning", "合同编号样式与众不同", (row) => `蒲贷${row.contract.loanYear}第${row.seq}号`),
  inYear("D48", "warning", "年份写成中文数字", (row) =>
    [...String(row.contract.loanYear)].map((digit) => "〇一二三四五六七八九".charAt(Number(digit))).join(""),
  ),
  inField("loanYear", "all")("D23", "warning", "同一人同一年度有两份合同", ({ person }) => String(person.contracts[0]?.loanYear ?? ""), {
    suits: (person) => person.contracts.length === 2,
  }),
];
