// Sums of one person: due, repaid by the bank's word, and what schools say beyond it, added up contract by contract.
import { type Fen, minFen, subtractFen, sumFen, zeroFen } from "../values/money";
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

// What a school says of one contract beyond what the bank has taken: without an amount all that is left, except for a part of unknown size.
function unconfirmed(claims: readonly Report[], codes: readonly RepaymentStatus[], loan: { readonly due: Fen; readonly repaid: Fen }): Fen {
  const said = claims.filter(({ row }) => row.values.repaymentStatus && codes.includes(row.values.repaymentStatus));
  const amounts = said.map(({ row: { values } }) => values.repaid ?? (values.repaymentStatus === "partial" ? zeroFen : loan.due));
  const beyond = amounts.map((amount) => subtractFen(minFen(amount, loan.due), loan.repaid));
  return beyond.reduce((most, amount) => (amount > most ? amount : most), zeroFen);
}

/** The sums of a person. */
export function sumsOf(person: Person, claims: readonly Report[], booking: Booking): Sums {
  const loans = person.loans.map((row) => {
    const loan = { due: dueOf(row) ?? zeroFen, repaid: booking.byLoan.get(row) ?? zeroFen };
    if (claims.length === 0) return { ...loan, claimed: zeroFen, deposited: zeroFen };
    const own = claims.filter(({ identity }) => identity === contractIdentity(row));
    return { ...loan, claimed: unconfirmed(own, ["paid", "partial"], loan), deposited: unconfirmed(own, ["deposited"], loan) };
  });
  return {
    due: sumFen(loans.map(({ due }) => due)),
    repaid: sumFen(loans.map(({ repaid }) => repaid)),
    claimed: sumFen(loans.map(({ claimed }) => claimed)),
    deposited: sumFen(loans.map(({ deposited }) => deposited)),
    isSettled: person.loans.every((row, index) => (dueOf(row) ?? -1) >= 0 && (loans[index]?.repaid ?? 0) >= (loans[index]?.due ?? 0)),
  };
}
