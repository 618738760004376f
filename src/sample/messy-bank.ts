// The bank's batches as they really arrive: reversals, the same payment twice, overpayments, and people who are not on the list.
import { addDays, day } from "../domain/values/day";
import type { FieldId } from "../domain/record/field";
import type { Severity } from "../domain/record/finding";
import { addFen, fen } from "../domain/values/money";
import type { CellOut } from "../sheets/writing/spec";
import { bankColumns, bankRow } from "./bank-sheets";
import type { CitizenIds } from "./citizen-ids";
import type { Dice } from "./dice";
import { type Draft, type DraftRow, type LaidOut, layOut } from "./draft";
import { birthIn } from "./families";
import { fullName } from "./names";
import type { County, SampleBatch, SampleDeduction } from "./records";

const columns = [...bankColumns, ["机构名称", { width: 12, style: "cell" }], ["业务类型", { width: 12, style: "cell" }]] as const;
const fields: readonly FieldId[] = [
  "contractNo",
  "name",
  "citizenId",
  "repaidOn",
  "repaid",
  "repaidPrincipal",
  "repaidInterest",
  "deductionResult",
  "batch",
];

/** A row that stays as it is, or one that is planted: the number of the break, its gravity, the field to look at, the words. */
type Oddity = readonly [
  code: string,
  severity: Severity,
  field: FieldId,
  what: string,
  deduction: SampleDeduction,
  result?: string,
  origin?: readonly [string, string],
];

const own = ["蒲城县", "A生源地"] as const;

function pushRow(
  draft: Draft,
  deduction: SampleDeduction,
  batch: string,
  change: { result?: string; origin?: readonly [string, string] } = {},
): DraftRow {
  const cells: CellOut[] = [...bankRow(deduction, batch), ...(change.origin ?? own)];
  if (change.result) cells[fields.indexOf("deductionResult")] = change.result;
  const row: DraftRow = { cells };
  draft.rows.push(row);
  return row;
}

function startDraft(name: string): Draft {
  const heading: DraftRow = { cells: columns.map(([text]) => text), look: "heading" };
  return { name, columns: columns.map(([, look]) => look), rows: [heading], merges: [], marks: [] };
}

const negative = (deduction: SampleDeduction): SampleDeduction => ({
  ...deduction,
  amount: fen(-deduction.amount),
  principal: fen(-deduction.principal),
  interest: fen(-deduction.interest),
});

/** Payments of listed persons that cannot be taken as they stand (D49). */
function oddPayments(paid: readonly SampleDeduction[]): readonly Oddity[] {
  const more = fen(50_000);
  return paid.slice(0, 15).map((deduction, index): Oddity => {
    const kinds: readonly Oddity[] = [
      ["D49", "info", "repaid", "冲正，金额为负数", { ...negative(deduction), on: addDays(deduction.on, 1) }, "冲正"],
      ["D49", "info", "contractNo", "同一笔扣款又出现一次", deduction],
      ["D49", "warning", "repaidOn", "扣款日期早于本季", { ...deduction, on: day("2018-12-20") }],
      [
        "D49",
        "warning",
        "repaid",
        "多扣500元",
        { ...deduction, amount: addFen(deduction.amount, more), principal: addFen(deduction.principal, more), on: day("2019-12-12") },
      ],
      [
        "D49",
        "warning",
        "contractNo",
        "同一人的另一份合同，不在名单内",
        { ...deduction, contractNo: `6105262008${deduction.contractNo.slice(10)}` },
      ],
    ];
    return kinds[index % kinds.length] ?? ["D49", "info", "contractNo", "同一笔扣款又出现一次", deduction];
  });
}

/** People of other business, other counties, or still studying (D50). */
function strangers(luck: Dice, ids: CitizenIds): readonly Oddity[] {
  const origins = [
    ["高校助学贷款，不在名单", ["蒲城县", "B高校"]],
    ["外县学生，不在名单", ["富平县", "A生源地"]],
    ["在读学生，不在名单", own],
  ] as const;
  return Array.from({ length: 6 }, (_, index): Oddity => {
    const [what, origin] = origins[index % origins.length] ?? ["不在名单", own];
    const isMale = luck.chance(500);
    const interest = fen(luck.between(5_000, 40_000));
    const stranger: SampleDeduction = {
      contractNo: `610528201899${String(index + 1).padStart(5, "0")}`,
      name: fullName(luck, isMale),
      citizenId: ids.draw(birthIn(luck, 2000), isMale),
      on: day("2019-12-10"),
      amount: interest,
      principal: fen(0),
      interest,
      result: "成功",
    };
    return ["D50", "warning", "contractNo", what, stranger, "成功", origin];
  });
}

function messyBatch({ sheet, batch, deductions }: SampleBatch, oddities: readonly Oddity[]): LaidOut {
  const draft = startDraft(sheet);
  for (const deduction of deductions) pushRow(draft, deduction, batch);
  for (const [code, severity, field, what, deduction, result, origin] of oddities) {
    const row = pushRow(draft, deduction, batch, { ...(result && { result }), ...(origin && { origin }) });
    draft.marks.push({ on: row, column: fields.indexOf(field), code, field, severity, what });
  }
  return layOut(draft);
}

/** The second batch of 21 December: accounts that were short have money now, and some payments of the first batch come once more. */
function secondBatch(county: County, first: SampleBatch): LaidOut {
  const draft = startDraft("扣款结果_1221");
  const on = day("2019-12-21");
  const contracts = new Map(
    county.persons.flatMap((person) => person.contracts.map((contract) => [contract.contractNo, contract] as const)),
  );
  for (const short of first.deductions.filter(({ result }) => result === "余额不足")) {
    const contract = contracts.get(short.contractNo);
    if (!contract) throw new RangeError("the bank names a contract that the county has not");
    const { principal, interest } = contract;
    pushRow(draft, { ...short, on, principal, interest, result: "成功" }, "20191221第2批");
  }
  for (const repeated of first.deductions.filter(({ result }) => result === "成功").slice(-3)) {
    const row = pushRow(draft, repeated, first.batch);
    draft.marks.push({ on: row, column: 0, code: "D49", field: "contractNo", severity: "info", what: "上一批的扣款又出现在这一批" });
  }
  return layOut(draft);
}

/** The bank's sheets of a county, spoilt. */
export function messyBank(county: County, luck: Dice, ids: CitizenIds): readonly LaidOut[] {
  const [early, later] = county.batches;
  if (!early || !later) throw new RangeError("the county has no batches");
  const paid = later.deductions.filter(({ result, interest }) => result === "成功" && interest > 0);
  return [messyBatch(early, []), messyBatch(later, [...oddPayments(paid), ...strangers(luck, ids)]), secondBatch(county, later)];
}
