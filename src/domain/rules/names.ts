// Comparing names: what is one name written twice, what may be one, and what are two.

/**
 * A name as it is compared: without spaces, dots and a former name in brackets.
 * @example comparableName("王 思 齐") // "王思齐"
 */
export function comparableName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/\([^)]*\)?/g, "")
    .replace(/[\s.\u00b7\u2022\u2027\u2219\u25cf\u30fb]+/g, "")
    .toUpperCase();
}

/**
 * Whether a name can stand in a letter: Chinese characters alone or letters alone; no `?` or `□` for one that was lost, no pinyin in between, no formula. A digit or two may tell namesakes apart.
 * @example isUsableName("许?同学") // false
 */
export function isUsableName(name: string): boolean {
  const plain = comparableName(name);
  return plain.length <= 40 && /^(?:[\p{Script=Han}\u3007]+\d{0,2}|[A-Z'-]+)$/u.test(plain);
}

// Letters among Chinese characters stand for one that could not be typed.
const spelt = (name: string) => (/\p{Script=Han}/u.test(name) ? name.replace(/[A-Z]+/g, "?") : name);

// What is left of a character that a program could not print.
const unprintable = /^(?:[?\ufffd\u25a1\u25a0\u25cb\u25c7*]|\p{Co})$/u;

/** Whether two names can be one person's: equal but for characters that could not be printed or are easily taken for one another. */
export function isSameName(first: string, second: string, nameKey: (name: string) => string): boolean {
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
