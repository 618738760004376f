// List causes (名单变动): what made a figure another because the list itself is another than it was: withdrawn, added, corrected.
import type { Booking } from "../bank/repayment";
import { dueOf } from "../bank/repayment";
import { contractIdentity } from "../identity/keys";
import type { SheetRow } from "../record/field";
import { groupBy } from "../values/group-by";
import type { Standing } from "../standing/standing";
import { type Explained, figureOf, isMoney } from "./explain";
import { dueCells, moneyCells } from "./money-sources";
import { personCell } from "./report-sources";
import { type CauseKind, type Source, sourceIn } from "./source";

/** A list with the bank's sheets booked on it, of one day. */
export interface ListSide {
  readonly standings: readonly Standing[];
  readonly booking: Booking;
}

/** Something of a list and what it adds to a figure. */
interface Part {
  readonly amount: number;
  readonly cell: Source;
}

// Every sum of money that can be asked for is one of contracts.
function contractAmount(figure: Explained, loan: SheetRow, { byLoan }: Booking): number {
  if (figure === "principal" || figure === "interest") return loan.values[figure] ?? 0;
  const [due, repaid] = [dueOf(loan) ?? 0, byLoan.get(loan) ?? 0];
  return figure === "due" ? due : figure === "repaid" ? repaid : due - repaid;
}

function contractCell(figure: Explained, loan: SheetRow): Source {
  const [cell] = figure === "principal" || figure === "interest" ? moneyCells(loan, [figure]) : dueCells(loan);
  return cell ?? sourceIn(loan, "contractNo", 0);
}

function partsOf(figure: Explained, { standings, booking }: ListSide): ReadonlyMap<string, Part> {
  if (!isMoney(figure))
    return new Map(
      standings.map((standing) => [standing.person.key, { amount: figureOf(figure, standing), cell: personCell(standing.person) }]),
    );
  const loans = standings.flatMap(({ person }) => person.loans);
  const parts = [...groupBy(loans, contractIdentity)].map(([key, own]): [string, Part] => {
    const amount = own.reduce((sum, loan) => sum + contractAmount(figure, loan, booking), 0);
    return [key, { amount, cell: contractCell(figure, own[0]) }];
  });
  return new Map(parts);
}

/** The parts by which the list as it is now makes another figure than the list as it was, both with the money and the reports of the same day. */
export function listCauses(figure: Explained, now: ListSide, then: ListSide): readonly Source[] {
  const [present, past] = [partsOf(figure, now), partsOf(figure, then)];
  return [...new Set([...past.keys(), ...present.keys()])].flatMap((key): Source[] => {
    const [before, after] = [past.get(key), present.get(key)];
    const cause: CauseKind = !before ? "added" : !after ? "withdrawn" : "corrected";
    const amount = (after?.amount ?? 0) - (before?.amount ?? 0);
    const cell = (after ?? before)?.cell;
    return cell === undefined || amount === 0 ? [] : [{ ...cell, amount, cause }];
  });
}
