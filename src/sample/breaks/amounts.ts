// Amounts in every spelling, and amounts that do not agree with one another.
import { fen, groupedYuan, yuanText } from "../../domain/values/money";
import type { LoanRow } from "../borrower-columns";
import type { SampleContract, SamplePerson } from "../records";
import { type Break, fullWidth, inField } from "./break";

const inPrincipal = inField("principal", "first");
const inInterest = inField("interest", "first");
const inDue = inField("due", "first");
const inBalance = inField("balance", "first");
const inLoan = inField("loanAmount", "first");

const principal = (row: LoanRow): string => yuanText(row.contract.principal);
const out = (amount: number) => ({ fen: fen(amount) });
const first = (check: (contract: SampleContract) => boolean) => ({
  suits: ({ contracts }: SamplePerson): boolean => contracts[0] !== undefined && check(contracts[0]),
});
const isOver1000 = first((contract) => contract.principal > 100_000);
const isPaying = first((contract) => contract.principal > 0);
const isInGrace = first((contract) => contract.principal === 0);
const isLoanOf = (yuan: number) => first((contract) => contract.loanAmount === yuan * 100);
const capitals = "零壹贰叁肆伍陆柒捌玖";

/** Readable in spite of the spelling. */
const spellings: readonly Break[] = [
  inPrincipal("D26", "info", "千分位文本", (row) => groupedYuan(row.contract.principal), isOver1000),
  inPrincipal("D26", "info", "带￥和元", (row) => `￥${principal(row)}元`, isPaying),
  inPrincipal("D26", "info", "句号当小数点", (row) => principal(row).replace(".", "。"), isPaying),
  inPrincipal("D26", "info", "全角数字", (row) => fullWidth(principal(row)), isPaying),
  inPrincipal("D26", "info", "全角数字带千分位", (row) => fullWidth(groupedYuan(row.contract.principal)), isOver1000),
  inPrincipal("D26", "info", "文本数字", (row) => principal(row), isPaying),
  inPrincipal("D26", "info", "文本数字带尾空格", (row) => `${principal(row)} `, isPaying),
  inPrincipal("D26", "info", "宽限期本金写作短横", () => "-", isInGrace),
  inPrincipal("D26", "info", "宽限期本金写作斜杠", () => "/", isInGrace),
  inPrincipal("D26", "info", "宽限期本金写作无", () => "无", isInGrace),
  inPrincipal("D26", "info", "宽限期本金为文本0.00", () => "0.00", isInGrace),
  inInterest("D26", "info", "浮点尾数", (row) => row.contract.interest / 100 + 0.0000004),
  inBalance("D26", "warning", "不足一分的零头", (row) => row.contract.balance / 100 + 0.004),
  inLoan("D26", "warning", "以万元为单位的文本", () => "0.6万", isLoanOf(6000)),
  inLoan("D26", "warning", "以万为单位的文本", () => "0.8万元", isLoanOf(8000)),
  inLoan("D26", "info", "大写金额", (row) => `${capitals.charAt(row.contract.loanAmount / 100_000)}仟元`, isLoanOf(5000)),
  inLoan("D26", "info", "大写金额带整", (row) => `人民币${capitals.charAt(row.contract.loanAmount / 100_000)}仟元整`, isLoanOf(6000)),
];

/** No amount can be read; guessing would be worse. */
const unreadable: readonly Break[] = [
  inDue("D26", "error", "两个小数点", (row) => `${yuanText(row.contract.due)}.0`),
  inInterest("D26", "error", "约数", (row) => `约${Math.ceil(row.contract.interest / 10_000) * 100}元`),
  inInterest("D26", "error", "待核", () => "待核"),
  inDue("D26", "error", "本金、利息、合计全部空白", () => null, { also: () => ({ principal: null, interest: null }) }),
  inInterest("D10", "error", "错误值#REF!", () => ({ error: "#REF!" })),
  inDue("D10", "error", "错误值#VALUE!", () => ({ error: "#VALUE!" })),
  inField("university", "all")("D10", "warning", "错误值#N/A", () => ({ error: "#N/A" })),
];

/** Readable, and at odds with the other amounts of the row. */
const disagreeing: readonly Break[] = [
  inDue("D27", "warning", "合计差1分", (row) => out(row.contract.due + 1)),
  inDue("D27", "warning", "合计差2分", (row) => out(row.contract.due - 2)),
  inDue("D27", "error", "合计多100元", (row) => out(row.contract.due + 10_000)),
  inDue("D27", "error", "合计漏加利息", (row) => out(row.contract.principal), isPaying),
  inPrincipal("D27", "error", "应还本金为负数", (row) => out(-row.contract.principal), {
    ...isPaying,
    also: ({ contract }) => ({ due: out(contract.interest - contract.principal) }),
  }),
  inInterest("D27", "error", "应还利息为负数", (row) => out(-row.contract.interest), {
    also: ({ contract }) => ({ due: out(contract.principal - contract.interest) }),
  }),
  inBalance("D27", "warning", "应还本金大于贷款余额", (row) => out(Math.floor(row.contract.principal / 2)), isPaying),
  inInterest("D27", "warning", "有余额而利息为0", () => out(0), {
    ...isPaying,
    also: ({ contract }) => ({ due: out(contract.principal) }),
  }),
  inLoan("D27", "warning", "贷款金额多写一个0", (row) => out(row.contract.loanAmount * 10)),
  inLoan("D27", "warning", "贷款金额不足1000元", () => out(50_000)),
];

/** Every break of an amount. */
export const amountBreaks: readonly Break[] = [...spellings, ...unreadable, ...disagreeing];
