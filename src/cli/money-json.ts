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

// So many items of a long list are one piece.
const pieceItems = 2000;

/** A document that ends with a long list, piece by piece: the findings of a million contracts are a hundred megabytes of text. */
export function* jsonPieces<T>(document: object, name: string, list: readonly T[], item: (one: T) => object): Generator<string> {
  const head = JSON.stringify(document, null, 1).slice(0, -"\n}".length);
  if (list.length === 0) return yield `${head},\n ${JSON.stringify(name)}: []\n}\n`;
  yield `${head},\n ${JSON.stringify(name)}: [`;
  for (let at = 0; at < list.length; at += pieceItems) {
    const texts = list.slice(at, at + pieceItems).map((one) => `\n  ${JSON.stringify(item(one), null, 1).replaceAll("\n", "\n  ")}`);
    yield (at > 0 ? "," : "") + texts.join();
  }
  yield "\n ]\n}\n";
}

/** A document as the single JSON text on standard output. */
export function jsonText(document: object): string {
  return `${JSON.stringify(document, null, 1)}\n`;
}
