// Money and totals as the JSON of the command line spells them: yuan with two decimals, as text.
import { type Fen, yuanText } from "../domain/values/money";

/** Sums of a list or a part of it. */
export interface Totals {
  readonly persons: number;
  readonly contracts: number;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly due: Fen;
}

/** Totals as JSON. */
export function totalsJson({ persons, contracts, principal, interest, due }: Totals): object {
  return { persons, contracts, principal: yuanText(principal), interest: yuanText(interest), due: yuanText(due) };
}

/** A document as the single JSON text on standard output. */
export function jsonText(document: object): string {
  return `${JSON.stringify(document, null, 1)}\n`;
}
