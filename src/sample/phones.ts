// Invented telephone numbers in the ranges that were in use in November 2019.
import type { Dice } from "./dice";

const prefixes = [
  "130",
  "132",
  "135",
  "136",
  "137",
  "138",
  "139",
  "150",
  "152",
  "153",
  "155",
  "158",
  "159",
  "177",
  "178",
  "180",
  "182",
  "187",
  "189",
  "199",
];

const digits = (dice: Dice, count: number): string => String(dice.between(0, 10 ** count - 1)).padStart(count, "0");

/** A mobile number. */
export function mobile(dice: Dice): string {
  return dice.pick(prefixes) + digits(dice, 8);
}

/** A landline of 渭南. */
export function landline(dice: Dice): string {
  return `0913-7${digits(dice, 6)}`;
}
