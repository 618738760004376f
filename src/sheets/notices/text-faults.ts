// What is wrong with a paper's text: found before anything is made with it.
import { isPaperText, type NoticeWords, wordsFor } from "./paper-texts";

// Words that shame or threaten (docs/requirements.md R34): allowed to no text that a family reads.
const harsh = ["老赖", "失信", "曝光", "起诉", "法院", "强制执行", "黑名单", "严惩", "追究法律责任", "恶意拖欠", "恶意欠款"];

/** A piece of a text that must reach no family: a placeholder that nothing replaces, half of a bracket, a word that hurts, office data that nobody gave. */
export interface TextFault {
  readonly kind: "braces" | "harsh" | "missing";
  readonly word: string;
}

/** The office's own data as letters print them, "" where nobody gave them. */
export type OfficeWords = Pick<NoticeWords, "县" | "中心" | "办公地址" | "办公时间" | "咨询电话">;

/**
 * What is wrong with a text of 设置; nothing for settings that are no texts of a paper.
 * @example textFaults("通知书期限", "请于{截止日前还款") // [{ kind: "braces", word: "{截止日前还款" }]
 */
export function textFaults(name: string, text: string, office: OfficeWords = {}): readonly TextFault[] {
  if (!isPaperText(name)) return [];
  const known = wordsFor(name);
  const unknown = [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([all, word = ""]) => (known.has(word) ? [] : [all]));
  const left = text.replace(/\{[^{}]*\}/g, "\n").replace(/〔[^〔〕]*〕/g, (part) => part.slice(1, -1));
  const broken = /[{}〔〕][^{}〔〕\n]{0,12}/.exec(left)?.[0];
  const braces = [...unknown, ...(broken === undefined ? [] : [broken])].map((word): TextFault => ({ kind: "braces", word }));
  // What stands in 〔…〕 is left out where nobody gave it.
  const needed = new Set([...text.replace(/〔[^〔〕]*〕/g, "").matchAll(/\{([^{}]*)\}/g)].map(([, word = ""]) => word));
  const missing = Object.entries(office).flatMap(([word, value]): TextFault[] =>
    value === "" && needed.has(word) ? [{ kind: "missing", word: `{${word}}` }] : [],
  );
  return [...braces, ...harsh.filter((word) => text.includes(word)).map((word): TextFault => ({ kind: "harsh", word })), ...missing];
}
