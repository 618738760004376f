// Batch rules: whole batches of the bank that are another county's, in another unit, or here already; shown, and never put right by a guess.
import { type Batch, batchesOf, duesIn, isElsewhere, isInWan, isRepeated } from "../../bank/batch";
import type { FieldId, SheetRow } from "../../record/field";
import type { RowFault, Rule, RuleContext } from "../rule";

const contractField = (): FieldId => "contractNo";
const amountField = ({ values }: SheetRow): FieldId =>
  values.repaid === undefined && values.repaidPrincipal !== undefined ? "repaidPrincipal" : "repaid";

function faultsIn({ payments }: RuleContext, fieldOf: (row: SheetRow) => FieldId, holds: (batch: Batch) => boolean): readonly RowFault[] {
  return batchesOf(payments).flatMap((batch): RowFault[] => {
    const [row] = batch.rows;
    if (!row || !holds(batch)) return [];
    return [{ row, field: fieldOf(row), params: { batch: batch.batch === "" ? batch.source : batch.batch, count: batch.rows.length } }];
  });
}

const stranger = (n: number) => ({ contractNo: `610528201800000${n}`, citizenId: "", name: `王某${"甲乙丙丁"[n] ?? ""}` });

/** The rules over the bank's batches. */
export const batchRules = [
  {
    code: "batch-elsewhere",
    severity: "warning",
    scope: "roster",
    examplesIn: "repayments",
    check: (_, context) => faultsIn(context, contractField, (batch) => isElsewhere(batch, context.booking)),
    good: [{}, [stranger(0), stranger(1)]],
    bad: [[stranger(0), stranger(1), stranger(2), {}]],
  },
  {
    code: "batch-in-wan",
    severity: "warning",
    scope: "roster",
    examplesIn: "repayments",
    check: (roster, context) => {
      if (context.payments.length === 0) return [];
      const dues = duesIn(roster.rows);
      return faultsIn(context, amountField, (batch) => isInWan(batch, context.booking, dues));
    },
    good: [{}, [{ repaid: 100, repaidOn: "2019-11-21" }, { repaid: 50, repaidOn: "2019-11-22" }, {}]],
    bad: [[{ repaid: 0.15 }, { repaid: 0.15, repaidOn: "2019-11-21" }, { repaid: 0.15, repaidOn: "2019-11-22" }]],
  },
  {
    code: "batch-repeated",
    severity: "info",
    scope: "roster",
    examplesIn: "repayments",
    check: (_, context) => faultsIn(context, contractField, (batch) => isRepeated(batch, context.booking)),
    good: [{}, [{}, {}]],
    bad: [[{ batch: "一" }, { batch: "一", repaidOn: "2019-11-21" }, {}, { repaidOn: "2019-11-21" }]],
  },
] as const satisfies readonly Rule[];
