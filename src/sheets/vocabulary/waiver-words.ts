// Words that say that interest or a debt was remitted (免息、减免), and the policy of the season beside them.
import { policyIn, type Season } from "../../domain/record/season";
import type { WaiverIn, WaiverWords } from "../../domain/standing/waiver";

const interest = /免息|利息[^，。；,;]{0,6}(?:免除|减免|全免|已免)|(?:免除|减免|免收)[^，。；,;]{0,6}利息/;
const debt = /本息全免|全额减免|(?:贷款|本息|本金|债务|欠款)[^，。；,;]{0,4}(?:减免|免除|核销|代偿)|已(?:获|经|被|予)?(?:减免|核销|代偿)/;
// What is denied, asked for or over remits nothing.
const denied =
  /(?:不|未|没有?|无|非|申请|要求|希望|咨询|等待|能否)[^，。；,;]{0,5}(?:免息|减免|免除|核销|代偿)|(?:免息|减免)(?:期|期限)?(?:已过|已满|到期|结束|申请)/;
const anyWord = /免|核销|代偿/;

/**
 * Reads what a remark says is remitted in the season of a year; another year's remission is none.
 * @example waiverInRemark(2025)("2025年利息已免除") // "interest"
 */
export function waiverInRemark(year: number): WaiverIn {
  return (text) => {
    if (!anyWord.test(text)) return undefined;
    const said = text.normalize("NFKC");
    const years = new Set(said.match(/20\d{2}(?=年)/g));
    if (denied.test(said) || (years.size > 0 && !years.has(String(year)))) return undefined;
    return debt.test(said) ? "debt" : interest.test(said) ? "interest" : undefined;
  };
}

/** By what waivers are known in a season. */
export function waiverWordsOf(season: Pick<Season, "year" | "policy">): WaiverWords {
  return { policy: policyIn(season), waiverIn: waiverInRemark(season.year) };
}
