// Invented citizen ID numbers with a sound check digit, each drawn only once.
import { checkCharacter } from "../domain/identity/citizen-id";
import { type Day, dayParts } from "../domain/values/day";
import type { Dice } from "./dice";

/** A source of ID numbers that never gives the same one twice. */
export interface CitizenIds {
  readonly draw: (birth: Day, isMale: boolean) => string;
}

// The county was numbered 612128 until 1993 and 610526 from 1994; neighbours likewise: 富平, 大荔, 白水.
const countyCodes = { old: "612128", now: "610526" } as const;
const neighbours = { old: ["612133", "612127", "612130"], now: ["610528", "610523", "610527"] } as const;

/** The number of a first 17 digits. */
export function withCheckCharacter(first17: string): string {
  return first17 + checkCharacter(first17);
}

/** A fresh source of ID numbers. */
export function citizenIds(dice: Dice): CitizenIds {
  const drawn = new Set<string>();
  return {
    draw: (birth, isMale) => {
      const era = dayParts(birth).year < 1994 ? "old" : "now";
      for (;;) {
        const code = dice.chance(30) ? dice.pick(neighbours[era]) : countyCodes[era];
        const sequence = dice.between(0, 499) * 2 + (isMale ? 1 : 0);
        const id = withCheckCharacter(code + birth.replaceAll("-", "") + String(sequence).padStart(3, "0"));
        // A sound number that ends in 000 looks like one that Excel has spoilt; such a person would need an explanation.
        if (drawn.has(id) || id.endsWith("000")) continue;
        drawn.add(id);
        return id;
      }
    },
  };
}
