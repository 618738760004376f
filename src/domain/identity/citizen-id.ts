// Citizen ID numbers (公民身份号码, GB 11643-1999): what a number says, and whether it can be one.
import { type Day, dayFromParts, isCalendarDay } from "../values/day";

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = "10X98765432";
const provinces = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split(" "),
);

/** The check character of the first 17 digits (ISO 7064 MOD 11-2). */
export function checkCharacter(first17: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index++) sum += (weights[index] as number) * (first17.charCodeAt(index) - 48);
  return checkCharacters.charAt(sum % 11);
}

/** What is wrong with a number's form, in the order in which it is looked for; undefined when nothing is. */
export type CitizenIdFault = "length" | "characters" | "province" | "birth" | "check-digit";

/** The first thing wrong with an 18-character (or old 15-digit) number, or undefined when it can be a citizen ID. */
export function citizenIdFault(id: string): CitizenIdFault | undefined {
  const isOld = id.length === 15;
  if (!isOld && id.length !== 18) return "length";
  if (digitsOf(id) < id.length && (isOld || digitsOf(id) < 17 || id[17] !== "X")) return "characters";
  if (!provinces.has(id.slice(0, 2))) return "province";
  const birth = isOld ? 19_000_000 + numberIn(id, 6, 12) : numberIn(id, 6, 14);
  if (!isCalendarDay(Math.floor(birth / 10_000), Math.floor(birth / 100) % 100, birth % 100)) return "birth";
  if (id.length === 18 && checkCharacter(id) !== id[17]) return "check-digit";
  return undefined;
}

/** How many digits the text begins with. */
function digitsOf(text: string): number {
  let count = 0;
  for (let code = text.charCodeAt(0); code >= 48 && code <= 57; code = text.charCodeAt(count)) count++;
  return count;
}

/** The number that the digits from one place up to another make. It is asked of every row of a list: counting is far cheaper than cutting texts out. */
export function numberIn(digits: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + digits.charCodeAt(at) - 48;
  return number;
}

/** The birth day in the number, or undefined when that day never was. */
export function birthDay(id: string): Day | undefined {
  const full = id.length === 15 ? `${id.slice(0, 6)}19${id.slice(6)}` : id;
  return dayFromParts(Number(full.slice(6, 10)), Number(full.slice(10, 12)), Number(full.slice(12, 14)));
}

/** Whether the number belongs to a man (odd 17th digit; the last digit of an old 15-digit number). */
export function isMale(id: string): boolean {
  return Number(id.length === 15 ? id[14] : id[16]) % 2 === 1;
}

/**
 * The 18-character form of an old 15-digit number (19 put before the year, check character added); other text unchanged.
 * @example upgradeCitizenId("612128910722402") // "61212819910722402X"
 */
export function upgradeCitizenId(id: string): string {
  if (id.length !== 15 || digitsOf(id) < 15) return id;
  const first17 = `${id.slice(0, 6)}19${id.slice(6)}`;
  return first17 + checkCharacter(first17);
}

/** What the text of an ID number is: sound, with `id` as its 18 characters, or impossible. */
export type CitizenId =
  | { readonly kind: "whole"; readonly id: string }
  | { readonly kind: "upgraded"; readonly id: string } // written in the 15 digits that were in use until 2012
  | { readonly kind: "broken"; readonly fault: CitizenIdFault };

/** What a text is as an ID number. */
export function parseCitizenId(text: string): CitizenId {
  const fault = citizenIdFault(text);
  if (fault) return { kind: "broken", fault };
  return text.length === 18 ? { kind: "whole", id: text } : { kind: "upgraded", id: upgradeCitizenId(text) };
}

/**
 * The number with all but its first 6 and last 4 characters hidden; short text is hidden whole.
 * @example maskCitizenId("610526199403150018") // "610526********0018"
 */
export function maskCitizenId(id: string): string {
  return id.length > 10 ? id.slice(0, 6) + "*".repeat(id.length - 10) + id.slice(-4) : "*".repeat(id.length);
}
