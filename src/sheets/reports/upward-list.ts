// The named lists of the reports upward: special cases by person with masked IDs for the province, by contract with full ones for the bank.
import { maskCitizenId } from "../../domain/identity/citizen-id";
import { dueOf } from "../../domain/bank/repayment";
import { type Fen, subtractFen, sumFen, zeroFen } from "../../domain/values/money";
import { choiceCodes } from "../../domain/record/choices";
import type { Standing } from "../../domain/standing/standing";
import { choiceLabel } from "../vocabulary/choices";
import type { StackColumn } from "../rollups/rollup-layout";
import type { CellOut, SheetSpec } from "../writing/spec";
import { reportSheet, reportStack, stampLine } from "./report-frame";
import type { ReportInput } from "./report-input";
import type { Recipient } from "./report-words";

/** Persons with a special case, by kind, then in the order of the list. */
function casesOf({ standings }: ReportInput): readonly Standing[] {
  const place = ({ exceptionKind }: Standing) => choiceCodes.exceptionKind.findIndex((kind) => kind === exceptionKind);
  return [...standings.values()].filter(({ exceptionKind }) => exceptionKind !== undefined).sort((a, b) => place(a) - place(b));
}

interface List {
  readonly to: Recipient;
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly widths: readonly number[];
  readonly columns: readonly StackColumn[];
  readonly rows: readonly (readonly CellOut[])[];
  readonly total: readonly CellOut[];
  readonly sums: readonly number[];
}

function listSheet(input: ReportInput, { to, id, title, lead, widths, columns, rows, total, sums }: List): SheetSpec {
  const stack = reportStack(input, to, title, widths);
  stack.across(lead, "subtitle");
  const headingRow = stack.next;
  stack.table({ columns, rows, total, sums });
  if (rows.length === 0) stack.across("本期没有上报的特殊情况。", "remark");
  stack.across(stampLine(input), "remark");
  stack.signature("centre", 0);
  return reportSheet(stack, input, {
    id,
    name: "特殊情况名单",
    orientation: "landscape",
    freeze: { rows: headingRow + 1, columns: 2 },
    repeatRows: [headingRow, headingRow],
  });
}

const kindLabel = ({ exceptionKind }: Standing) => (exceptionKind === undefined ? "" : choiceLabel("exceptionKind", exceptionKind));

/** One line a person; IDs masked, no telephone, no address. */
export function provinceList(input: ReportInput): SheetSpec {
  const cases = casesOf(input);
  return listSheet(input, {
    to: "province",
    id: "cases",
    title: "特殊情况名单（报省教育厅）",
    lead: "含个人信息，请妥善保管；身份证号已隐去中间各位。",
    widths: [6, 12, 22, 20, 18, 9, 15, 15, 40],
    columns: [
      { heading: "序号", style: "cellCenter" },
      { heading: "姓名", style: "cellWrapped" },
      { heading: "身份证号", style: "cell" },
      { heading: "责任学校", style: "cellWrapped" },
      { heading: "类别", style: "cellWrapped" },
      { heading: "合同笔数", style: "cellCount" },
      { heading: "应还金额（元）", style: "cellMoney" },
      { heading: "未还金额（元）", style: "cellMoney" },
      { heading: "情况说明", style: "cellWrapped" },
    ],
    rows: cases.map((standing, index): CellOut[] => {
      const { person, contracts, due, outstanding } = standing;
      return [
        index + 1,
        person.name,
        maskCitizenId(person.citizenId),
        input.schoolOf.get(person.key)?.name ?? "待划分",
        kindLabel(standing),
        contracts,
        { fen: due },
        { fen: outstanding },
        input.notes.get(person.key) ?? "",
      ];
    }),
    total: [
      "合计",
      "",
      "",
      "",
      "",
      cases.reduce((sum, { contracts }) => sum + contracts, 0),
      { fen: sumFen(cases.map(({ due }) => due)) },
      { fen: sumFen(cases.map(({ outstanding }) => outstanding)) },
      "",
    ],
    sums: [5, 6, 7],
  });
}

/** One line a contract, by which the bank finds it; numbers are text. */
export function bankList(input: ReportInput): SheetSpec {
  const contracts = casesOf(input).flatMap((standing) => standing.person.loans.map((loan) => ({ standing, loan })));
  const lines = contracts.map(({ standing, loan }) => {
    const due = dueOf(loan) ?? zeroFen;
    const repaid = input.booking.byLoan.get(loan) ?? zeroFen;
    return { standing, values: loan.values, due, repaid, left: subtractFen(due, repaid) };
  });
  const money = (of: "due" | "repaid" | "left"): { fen: Fen } => ({ fen: sumFen(lines.map((line) => line[of])) });
  return listSheet(input, {
    to: "bank",
    id: "cases",
    title: "特殊情况名单（报国家开发银行）",
    lead: "每笔合同一行，供银行核对；含完整身份证号和合同编号，请加密传送、妥善保管。",
    widths: [6, 12, 22, 24, 9, 18, 15, 15, 15, 40],
    columns: [
      { heading: "序号", style: "cellCenter" },
      { heading: "姓名", style: "cellWrapped" },
      { heading: "身份证号", style: "cell" },
      { heading: "合同编号", style: "cellWrapped" },
      { heading: "贷款年度", style: "cellCenter" },
      { heading: "类别", style: "cellWrapped" },
      { heading: "应还金额（元）", style: "cellMoney" },
      { heading: "已还金额（元）", style: "cellMoney" },
      { heading: "未还金额（元）", style: "cellMoney" },
      { heading: "情况说明", style: "cellWrapped" },
    ],
    rows: lines.map(({ standing, values, due, repaid, left }, index): CellOut[] => [
      index + 1,
      standing.person.name,
      standing.person.citizenId,
      values.contractNo ?? "",
      values.loanYear ?? "",
      kindLabel(standing),
      { fen: due },
      { fen: repaid },
      { fen: left },
      input.notes.get(standing.person.key) ?? "",
    ]),
    total: ["合计", "", "", "", "", "", money("due"), money("repaid"), money("left"), ""],
    sums: [6, 7, 8],
  });
}
