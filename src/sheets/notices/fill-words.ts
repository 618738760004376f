// Filling the words of one person and season into a paper's text.
import type { NoticeWords, PaperWord } from "./paper-texts";

/** A piece of a text: as it stands, a word with its placeholder, or a part in 〔〕 that is left out when one of its words is blank. */
type Part = { readonly text: string } | { readonly word: string; readonly placeholder: string } | { readonly optional: readonly Part[] };

// A season's few texts are filled in for thousands of letters.
const known = new Map<string, readonly Part[]>();

function partsOf(text: string): readonly Part[] {
  const before = known.get(text);
  if (before) return before;
  // What stands in brackets comes as every second piece.
  const split = text.split(/〔([^〔〕]*)〕/).map((piece, index) => (index % 2 === 1 ? [{ optional: wordsIn(piece) }] : wordsIn(piece)));
  const parts = split.flat();
  if (known.size > 200) known.clear();
  known.set(text, parts);
  return parts;
}

function wordsIn(text: string): readonly Part[] {
  const pieces = text.split(/\{([^{}]+)\}/);
  return pieces.map((piece, index) => (index % 2 === 1 ? { word: piece, placeholder: `{${piece}}` } : { text: piece }));
}

/**
 * The text with its words filled in. A placeholder that is not a known word stays as it is, so that a slip of the pen is seen on paper.
 * @param allowed the words that the text may ask for; all of them unless told otherwise
 * @example fillWords("{姓名}同学〔，{联络员}〕", { 姓名: "李明", 联络员: "" }) // "李明同学"
 */
export function fillWords(text: string, words: NoticeWords, allowed?: ReadonlySet<string>): string {
  const valueOf = (word: string): string | undefined =>
    (!allowed || allowed.has(word)) && Object.hasOwn(words, word) ? words[word as PaperWord] : undefined;
  const fill = (parts: readonly Part[]): string => {
    let filled = "";
    for (const part of parts) {
      if ("text" in part) filled += part.text;
      else if ("word" in part) filled += valueOf(part.word) ?? part.placeholder;
      else if (!part.optional.some((inner) => "word" in inner && valueOf(inner.word) === "")) filled += fill(part.optional);
    }
    return filled;
  };
  const parts = partsOf(text);
  const [only] = parts;
  return only && parts.length === 1 && "text" in only ? only.text : fill(parts);
}
