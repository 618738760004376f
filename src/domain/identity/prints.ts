// Prints: the letters by which the keys of one book are printed on paper, short as long as they are unique and longer where they are not.
import { fingerprintOf, fingerprintLengths } from "./row-key";

/** The prints of a book's keys. Two keys never get the same one, and a print that could mean two is said to mean both. */
export class Prints<K extends string> {
  readonly #byShort = new Map<string, K | K[]>();
  readonly #shortOf: (key: K) => string;

  /** @param shortOf the short print of a key; keys in which it agrees get longer ones */
  constructor(keys: Iterable<K>, shortOf: (key: K) => string = fingerprintOf) {
    this.#shortOf = shortOf;
    for (const key of keys) {
      const short = shortOf(key);
      const known = this.#byShort.get(short);
      if (known === undefined) this.#byShort.set(short, key);
      else if (typeof known !== "string") known.push(...(known.includes(key) ? [] : [key]));
      else if (known !== key) this.#byShort.set(short, [known, key]);
    }
  }

  /**
   * What is printed for a key, whether or not it is one of the book's.
   * @throws RangeError when two keys cannot be told apart by the longest print: never in practice, and then nothing may be printed
   */
  of(key: K, short: string = this.#shortOf(key)): string {
    const alike = this.#byShort.get(short);
    if (alike === undefined || typeof alike === "string") return short;
    const whole = longest(short, key);
    const isOwn = (length: number) => alike.every((other) => other === key || !longest(short, other).startsWith(whole.slice(0, length)));
    const length = fingerprintLengths.slice(1).find(isOwn);
    if (length === undefined) throw new RangeError("two keys have one fingerprint");
    return whole.slice(0, length);
  }

  /** The keys that a print can mean, whenever it was printed: none, one, or several, of which none may be guessed. */
  find(print: string): readonly K[] {
    const short = print.slice(0, fingerprintLengths[0]);
    const alike = this.#byShort.get(short) ?? [];
    const keys = typeof alike === "string" ? [alike] : alike;
    return print === short ? keys : keys.filter((key) => longest(short, key).startsWith(print));
  }
}

// Another hash of the same key: keys that agree in the one do not agree in the other.
const longest = (short: string, key: string) => short + fingerprintOf(`+${key}`);
