// Breaks that need more than one row: a contract twice, too many contracts, one telephone for several families.
import { addFen, fen } from "../../domain/values/money";
import { at } from "../dice";
import type { Draft, DraftRow } from "../draft";
import type { LoanRow } from "../borrower-columns";
import { borrowerColumns } from "../borrower-columns";
import type { SampleContract } from "../records";
import { isLoanRow, type Host, type Hosts, type LoanDraftRow } from "./hosts";
import { change, markOf } from "./plant";
import { lastIndex } from "../../domain/values/last";

function insertAfter(draft: Draft, row: DraftRow, added: DraftRow): void {
  draft.rows.splice(draft.rows.indexOf(row) + 1, 0, added);
}

/** Pasted rows stand below the last contract's row. */
function insertAtEnd(draft: Draft, added: DraftRow): void {
  insertAfter(draft, at(draft.rows, lastIndex(draft.rows, isLoanRow)), added);
}

function repeatContract(draft: Draft, { rows }: Host): void {
  const copy: LoanDraftRow = { ...at(rows, 0), cells: [...at(rows, 0).cells] };
  insertAtEnd(draft, copy);
  draft.marks.push(markOf(copy, { code: "D23", field: "contractNo", severity: "info", what: "同一合同重复一行，内容完全相同" }));
}

function repeatWithOtherAmounts(draft: Draft, { rows }: Host): void {
  const original = at(rows, 0);
  const copy: LoanDraftRow = { ...original, cells: [...original.cells] };
  const { interest, due } = original.loan.contract;
  change(copy, { interest: { fen: addFen(interest, fen(1000)) }, due: { fen: addFen(due, fen(1000)) } });
  insertAtEnd(draft, copy);
  for (const row of [original, copy]) {
    draft.marks.push(markOf(row, { code: "D23", field: "contractNo", severity: "error", what: "同一合同重复一行，金额不同" }));
  }
}

/** Contracts that are long settled, so that the sums stay what they are: with them the person has more than six. */
function addContracts(draft: Draft, { rows, person }: Host): void {
  const last = at(rows, rows.length - 1);
  const firstYear = person.contracts[0]?.loanYear ?? 0;
  const zero = fen(0);
  const settled = Array.from({ length: 7 - rows.length }, (_, index): SampleContract => {
    const loanYear = firstYear - 1 - index;
    const contractNo = `610526${loanYear}99${last.loan.contract.contractNo.slice(12)}`;
    return { ...last.loan.contract, contractNo, loanYear, balance: zero, principal: zero, interest: zero, due: zero };
  });
  for (const contract of settled) {
    const loan: LoanRow = { ...last.loan, contract };
    const row: LoanDraftRow = { cells: borrowerColumns.map((column) => column.cell(loan)), loan };
    insertAfter(draft, last, row);
    draft.marks.push(markOf(row, { code: "D23", field: "contractNo", severity: "info", what: "多出的合同已结清，金额为0" }));
  }
  draft.marks.push(markOf(at(rows, 0), { code: "D23", field: "contractNo", severity: "warning", what: "一人超过6份合同" }));
}

/** The teacher's number stands with five families. */
function sharePhone(draft: Draft, group: readonly Host[]): void {
  const shared = group[0]?.person.phone ?? null;
  for (const row of group.flatMap(({ rows }) => rows)) {
    change(row, { phone: shared });
    draft.marks.push(markOf(row, { code: "D25", field: "phone", severity: "warning", what: "同一号码用于5名学生" }));
  }
}

/** Plants the breaks that need several rows, so many times each, as far as there are borrowers. */
export function plantRepeats(draft: Draft, hosts: Hosts, rounds: number): void {
  for (let round = 0; round < rounds; round += 1) {
    for (const plant of [repeatContract, repeatWithOtherAmounts]) {
      const host = hosts.take();
      if (host) plant(draft, host);
    }
    const busy = hosts.take(({ contracts }) => contracts.length >= 3);
    if (busy) addContracts(draft, busy);
    const group = Array.from({ length: 5 }, () => hosts.take()).filter((host) => host !== undefined);
    if (group.length === 5) sharePhone(draft, group);
  }
}
