// The columns of the centre's 应还名单, each with what an office writes in it.
import { day } from "../domain/values/day";
import type { FieldId } from "../domain/record/field";
import type { CellOut, ColumnSpec } from "../sheets/writing/spec";
import type { SampleContract, SamplePerson } from "./records";

/** One row of the list before it is a row: a contract with its borrower and the running number. */
export interface LoanRow {
  readonly seq: number;
  readonly person: SamplePerson;
  readonly contract: SampleContract;
}

/** A column of the list: which field it holds, the heading, and the cell of a row. */
export interface BorrowerColumn {
  readonly field: FieldId;
  readonly heading: string;
  readonly look: ColumnSpec;
  readonly cell: (row: LoanRow) => CellOut;
}

const column = (field: FieldId, heading: string, look: ColumnSpec, cell: (row: LoanRow) => CellOut): BorrowerColumn => ({
  field,
  heading,
  look,
  cell,
});
const text = (width: number): ColumnSpec => ({ width, style: "cell" });
const middle = (width: number): ColumnSpec => ({ width, style: "cellCenter" });
const money: ColumnSpec = { width: 12, style: "cellMoney" };
const date: ColumnSpec = { width: 12, style: "cellDay" };
const orBlank = (value: string): CellOut => (value === "" ? null : value);

/** The due date of every contract this season. */
export const dueDate = day("2019-12-20");

/** The list's columns in the order of the sheet. */
export const borrowerColumns: readonly BorrowerColumn[] = [
  column("seq", "序号", { width: 6, style: "cellCount" }, ({ seq }) => seq),
  column("name", "姓名", text(10), ({ person }) => person.name),
  column("citizenId", "身份证号", text(21), ({ person }) => person.citizenId),
  column("gender", "性别", middle(6), ({ person }) => person.gender),
  column("contractNo", "合同编号", text(20), ({ contract }) => contract.contractNo),
  column("loanYear", "贷款年度", middle(9), ({ contract }) => String(contract.loanYear)),
  column("university", "就读高校", text(24), ({ person }) => person.university),
  column("graduation", "毕业日期", date, ({ person }) => ({ day: person.graduation })),
  column("loanAmount", "贷款金额", money, ({ contract }) => ({ fen: contract.loanAmount })),
  column("balance", "贷款余额", money, ({ contract }) => ({ fen: contract.balance })),
  column("principal", "应还本金", money, ({ contract }) => ({ fen: contract.principal })),
  column("interest", "应还利息", money, ({ contract }) => ({ fen: contract.interest })),
  column("due", "应还合计", money, ({ contract }) => ({ fen: contract.due })),
  column("maturity", "到期日", date, ({ contract }) => ({ day: contract.maturity })),
  column("dueDate", "应还日", date, () => ({ day: dueDate })),
  column("phone", "联系电话", text(14), ({ person }) => person.phone),
  column("coBorrowerName", "共同借款人", text(11), ({ person }) => person.coBorrower.name),
  column("coBorrowerId", "共同借款人身份证号", text(21), ({ person }) => person.coBorrower.citizenId),
  column("coBorrowerPhone", "共同借款人电话", text(15), ({ person }) => person.coBorrower.phone),
  column("coBorrowerRelation", "与学生关系", middle(10), ({ person }) => person.coBorrower.relation),
  column("address", "家庭住址", text(36), ({ person }) => person.address),
  column("township", "乡镇", text(9), ({ person }) => orBlank(person.township)),
  column("village", "村(社区)", text(12), ({ person }) => orBlank(person.village)),
  column("middleSchool", "就读中学", text(14), ({ person }) => person.middleSchool),
  column("channel", "还款方式", middle(11), ({ person }) => person.channel),
  column("alipayAccount", "支付宝账号", text(26), ({ person }) => person.alipayAccount),
  column("school", "责任学校", text(16), ({ person }) => orBlank(person.handSchool)),
  column("note", "备注", text(16), () => null),
];

/** The rows of the list: the contracts of one person stand together. */
export function loanRows(persons: readonly SamplePerson[]): readonly LoanRow[] {
  let seq = 0;
  return persons.flatMap((person) => person.contracts.map((contract) => ({ seq: (seq += 1), person, contract })));
}
