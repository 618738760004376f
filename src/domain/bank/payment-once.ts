// Once each: the same payment in two imports of a bank's sheet is one payment.
import type { ContractKey } from "../identity/keys";
import type { SheetRow } from "../record/field";
import { sumFen } from "../values/money";
import type { PaymentWord } from "./payment";

/** A bank row, the contract it belongs to (undefined: none of the list), and what it says. */
export interface Statement {
  readonly row: SheetRow;
  readonly identity: ContractKey | undefined;
  readonly word: PaymentWord;
}

// Two rows are one payment when contract, day, result and amounts agree, and the batch too where both name one: an export repeated under
// another sheet name, or a cumulative list without batches, counts once. Different batches are different payments, even on one day.
function paymentKey({ row, identity }: Statement): string {
  const {
    contractNo = "",
    citizenId = "",
    name = "",
    repaidOn = "",
    deductionResult = "",
    repaid,
    repaidPrincipal,
    repaidInterest,
  } = row.values;
  const amount = repaid ?? (repaidPrincipal === undefined && repaidInterest === undefined ? "" : sumFen([repaidPrincipal, repaidInterest]));
  const unread = row.issues
    .filter(({ field }) => row.values[field] === undefined)
    .map(({ field, raw }) => `${field}=${raw}`)
    .sort();
  return [identity ?? `?${contractNo}|${citizenId}|${name}`, repaidOn, deductionResult, amount, ...unread].join("|");
}

const batchOf = ({ row }: Statement) => row.values.batch ?? "";

/** The statements with repeated ones set aside, each with the row it repeats; both in the order given. */
export function withoutDuplicates(statements: readonly Statement[]): { once: Statement[]; duplicates: { row: SheetRow; of: SheetRow }[] } {
  const alike = new Map<string, Map<string, Statement>>();
  const keys = statements.map(paymentKey);
  statements.forEach((statement, index) => {
    const key = keys[index] ?? "";
    const batches = alike.get(key) ?? new Map<string, Statement>();
    if (!batches.has(batchOf(statement))) batches.set(batchOf(statement), statement);
    alike.set(key, batches);
  });
  const once: Statement[] = [];
  const duplicates: { row: SheetRow; of: SheetRow }[] = [];
  statements.forEach((statement, index) => {
    const batches = alike.get(keys[index] ?? "") ?? new Map<string, Statement>();
    const named = batchOf(statement) === "" ? [...batches].find(([batch]) => batch !== "")?.[1] : undefined;
    const first = named ?? batches.get(batchOf(statement)) ?? statement;
    if (first === statement) once.push(statement);
    else duplicates.push({ row: statement.row, of: first.row });
  });
  return { once, duplicates };
}
