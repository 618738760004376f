// Comparing names: what is one name written twice, what may be one, and what are two.

/**
 * A name as it is compared: without spaces, dots and a former name in brackets.
 * @example comparableName("王 思 齐") // "王思齐"
 */
export function comparableName(name: string): string {
  if (/^[\u4e00-\u9fff]+$/.test(name)) return name;
  return name
    .normalize("NFKC")
    .replace(/\([^)]*\)?/g, "")
    .replace(/[\s.\u00b7\u2022\u2027\u2219\u25cf\u30fb]+/g, "")
    .toUpperCase();
}

// Letters among Chinese characters stand for one that could not be typed.
const spelt = (name: string) => (/\p{Script=Han}/u.test(name) ? name.replace(/[A-Z]+/g, "?") : name);

// What is left of a character that a program could not print.
const unprintable = /^(?:[?\ufffd\u25a1\u25a0\u25cb\u25c7*]|\p{Co})$/u;

/** Whether two names can be one person's: equal but for characters that could not be printed or are easily taken for one another. */
export function isSameName(first: string, second: string, nameKey: (name: string) => string): boolean {
  if (first === second) return true;
  const [a, b] = [comparableName(first), comparableName(second)];
  if (a === b || nameKey(a) === nameKey(b)) return true;
  const [left, right] = [[...spelt(a)], [...spelt(b)]];
  return (
    left.length === right.length &&
    left.every((character, index) => {
      const other = right[index] ?? "";
      return character === other || unprintable.test(character) || unprintable.test(other) || nameKey(character) === nameKey(other);
    })
  );
}

// Private-use characters, question marks, boxes and digits: what is left of a rare character that a program could not print (docs/facts.md D21, D48).
const garbled = /\p{Co}|[\ufffd?□■○◇\d]/u;
const longestName = 50;
const usualName = /^[\u4e00-\u9fff]{2,20}$/;
// A name begins with a letter; letters among Chinese characters stand for one that could not be typed.
const hasOddLetters = (name: string) => /^[^\p{L}]/u.test(name) || (/\p{Script=Han}/u.test(name) && /[a-z]/i.test(name));
// What programs write where they have nothing to say.
const programWord = /^(?:nan|null|none|true|false|undefined|constructor|n\/a)$/i;

/** Whether a name cannot be used in a letter: characters lost or mixed, a formula, a program's word, a whole text. */
export function isGarbledName(name: string): boolean {
  if (usualName.test(name)) return false;
  if (name.length > longestName) return true;
  return name !== "" && (garbled.test(name) || hasOddLetters(name) || programWord.test(name) || [...name].length === 1);
}
