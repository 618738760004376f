// Sums of one person: due, repaid by the bank's word, and what schools say beyond it, added up contract by contract.
import { addFen, type Fen, minFen, subtractFen, zeroFen } from "../values/money";
import type { RepaymentStatus } from "../record/choices";
import type { Person } from "../record/person";
import type { Report } from "../identity/report";
import { type Booking, dueOf } from "../bank/repayment";
import { contractIdentity } from "../identity/keys";

/** What a person owes and what is said of it. */
export interface Sums {
  readonly due: Fen;
  readonly repaid: Fen;
  readonly claimed: Fen;
  readonly deposited: Fen;
  /** Every contract's due is known and not negative, and the bank has taken all of it. */
  readonly isSettled: boolean;
}

/** What a report claims of one contract beyond what the bank has taken. */
export interface Claim {
  readonly report: Report;
  readonly amount: Fen;
}

/**
 * The greatest claim on one contract with one of these statuses; nothing where none goes beyond what the bank has taken. Without an amount a
 * claim is all that is left, except for a part of unknown size.
 */
export function greatestClaim(
  claims: readonly Report[],
  codes: readonly RepaymentStatus[],
  loan: { readonly due: Fen; readonly repaid: Fen },
): Claim | undefined {
  return claims.reduce<Claim | undefined>((most, report) => {
    const { repaid, repaymentStatus } = report.row.values;
    if (repaymentStatus === undefined || !codes.includes(repaymentStatus)) return most;
    const said = repaid ?? (repaymentStatus === "partial" ? zeroFen : loan.due);
    const amount = subtractFen(minFen(said, loan.due), loan.repaid);
    return amount > (most?.amount ?? 0) ? { report, amount } : most;
  }, undefined);
}

/** The statuses by which a school claims that money was paid, and that it lies in the account. */
export const claimCodes = { claimed: ["paid", "partial"], deposited: ["deposited"] } as const satisfies Record<
  string,
  readonly RepaymentStatus[]
>;

/** The sums of a person. */
export function sumsOf(person: Person, claims: readonly Report[], booking: Booking): Sums {
  let [due, repaid, claimed, deposited] = [zeroFen, zeroFen, zeroFen, zeroFen];
  let isSettled = true;
  for (const row of person.loans) {
    const known = dueOf(row);
    const loan = { due: known ?? zeroFen, repaid: booking.byLoan.get(row) ?? zeroFen };
    due = addFen(due, loan.due);
    repaid = addFen(repaid, loan.repaid);
    isSettled &&= known !== undefined && known >= 0 && loan.repaid >= loan.due;
    if (claims.length === 0) continue;
    const own = claims.filter(({ identity }) => identity === contractIdentity(row));
    claimed = addFen(claimed, greatestClaim(own, claimCodes.claimed, loan)?.amount ?? zeroFen);
    deposited = addFen(deposited, greatestClaim(own, claimCodes.deposited, loan)?.amount ?? zeroFen);
  }
  return { due, repaid, claimed, deposited, isSettled };
}
