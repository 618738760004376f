// Families of the invented county: a home, and the parent who signed the loan contract too.
import { type Day, dayFromParts } from "../domain/values/day";
import type { CitizenIds } from "./citizen-ids";
import type { Dice } from "./dice";
import { givenName, surname } from "./names";
import { landline, mobile } from "./phones";
import { townStreets, townships } from "./places";
import type { SampleCoBorrower } from "./records";
import { attendedSchools, pupilSchools } from "./schools";

/** Where a family lives; township and village are "" in the county town, where the former middle school decides. */
export interface Home {
  readonly township: string;
  readonly village: string;
  readonly address: string;
}

/** A home with the parent who signed and the surname of the children. */
export interface Family {
  readonly surname: string;
  readonly home: Home;
  readonly coBorrower: SampleCoBorrower;
  readonly parentBirthYear: number;
}

/** A day of birth in a year; never after the 28th, so that every month has it. */
export function birthIn(dice: Dice, year: number): Day {
  const birth = dayFromParts(year, dice.between(1, 12), dice.between(1, 28));
  if (!birth) throw new RangeError(`no day of birth in ${year}`);
  return birth;
}

function drawHome(dice: Dice): Home {
  const prefix = "陕西省渭南市蒲城县";
  if (dice.chance(90)) return { township: "", village: "", address: `${prefix}${dice.pick(townStreets)}${dice.between(1, 180)}号` };
  const township = dice.weigh(townships.map((candidate) => [candidate, candidate.weight] as const));
  const village = dice.pick(township.villages);
  const house = village.endsWith("社区") ? `${dice.between(1, 60)}号` : `${"一二三四五六七八".charAt(dice.between(0, 7))}组`;
  return { township: township.name, village, address: prefix + township.name + village + house };
}

/** A family whose parent was 20 to 35 years old when the child was born. */
export function drawFamily(dice: Dice, ids: CitizenIds, childBirthYear: number): Family {
  const isFather = dice.chance(700);
  const childSurname = surname(dice);
  const parentBirthYear = childBirthYear - dice.between(21, 34);
  return {
    surname: childSurname,
    home: drawHome(dice),
    parentBirthYear,
    coBorrower: {
      name: (isFather ? childSurname : surname(dice)) + givenName(dice, isFather),
      citizenId: ids.draw(birthIn(dice, parentBirthYear), isFather),
      phone: dice.chance(60) ? landline(dice) : mobile(dice),
      relation: isFather ? "父亲" : "母亲",
    },
  };
}

/** The middle school that a child of the family attended; from the county town always one that 附件2 names. */
export function drawMiddleSchool(dice: Dice, home: Home): string {
  return dice.pick(home.township ? attendedSchools : pupilSchools);
}
