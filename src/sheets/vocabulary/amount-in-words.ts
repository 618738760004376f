// Amounts in words (人民币大写, 银发〔1997〕393号 附一), as notices and statements print them.
import nzh from "nzh/cn";
import { type Fen, yuanText } from "../../domain/values/money";

/** Ten thousand million yuan: more than any season, and as far as the wording is tested. */
const most = 1_000_000_000_000;

// A letter says an amount several times, and is set in several sizes.
const known = new Map<Fen, string>();

/**
 * The amount in capital numerals, without 「人民币」. Of the spellings the rule leaves open we write 整 after 角 and omit the optional 零.
 * @throws RangeError when the amount is negative or above 10,000,000,000 yuan.
 * @example amountInWords(fen(140950)) // "壹仟肆佰零玖元伍角整"
 */
export function amountInWords(amount: Fen): string {
  if (amount < 0 || amount > most) throw new RangeError(`no amount in words for ${amount} fen`);
  // Digits go in as text: a float loses the last 分 of one amount in fifteen.
  const words = known.get(amount) ?? nzh.toMoney(yuanText(amount).replace(/\.00$/, ""), { outSymbol: false, forceZheng: true });
  if (known.size > 200) known.clear();
  known.set(amount, words);
  return words;
}
