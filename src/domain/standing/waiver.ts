// Waivers (免息、减免): whose debt is remitted, by a column of the list, by a remark, or by the year's policy; and where that and the amounts disagree.
import { dueOf } from "../bank/repayment";
import type { Policy } from "../policy/policy";
import type { SheetRow } from "../record/field";

/** What a remark says is remitted: the interest, or the debt as a whole; made by the sheets layer. */
export type WaiverIn = (text: string) => "interest" | "debt" | undefined;

/** By what a waiver is known. */
export interface WaiverWords {
  readonly policy: Policy;
  readonly waiverIn: WaiverIn;
}

/** What is said to be remitted to a contract, and who says so. */
export interface Waiver {
  readonly of: "interest" | "debt";
  readonly by: "column" | "remark" | "year";
  /** Whether a letter may say so: the year's own policy only once somebody has confirmed it. */
  readonly isConfirmed: boolean;
}

const graduationYear = ({ values }: SheetRow) => (values.graduation === undefined ? undefined : Number(values.graduation.slice(0, 4)));

// Who is on the list has graduated; a later year in the row says otherwise. Nothing is remitted of a contract of which nothing is left.
function isCovered(loan: SheetRow, { waivedInterest }: Policy): boolean {
  return waivedInterest !== undefined && (graduationYear(loan) ?? 0) <= waivedInterest.value.graduatedBy && loan.values.balance !== 0;
}

/** The waiver that a contract has: by its own column, by its remark, or by the year; undefined without one, or when the column denies it. */
export function waiverOf(loan: SheetRow, { policy, waiverIn }: WaiverWords): Waiver | undefined {
  const { waiver, note } = loan.values;
  if (waiver === "none") return undefined;
  if (waiver !== undefined) return { of: waiver, by: "column", isConfirmed: true };
  const said = note === undefined ? undefined : waiverIn(note);
  if (said) return { of: said, by: "remark", isConfirmed: true };
  return isCovered(loan, policy) ? { of: "interest", by: "year", isConfirmed: policy.waivedInterest?.isConfirmed === true } : undefined;
}

/** Whether the amounts of a contract are what its waiver says: no interest, or nothing at all, is due. */
export function agrees({ of }: Pick<Waiver, "of">, loan: SheetRow): boolean {
  return of === "interest" ? (loan.values.interest ?? 0) === 0 : (dueOf(loan) ?? 0) === 0;
}

/** Whether nothing is due on a contract because it was remitted, as far as that is confirmed. */
export function isWaived(loan: SheetRow, words: WaiverWords): boolean {
  return dueOf(loan) === 0 && (loan.values.interest ?? 0) === 0 && waiverOf(loan, words)?.isConfirmed === true;
}
