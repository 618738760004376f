// An invented county for demonstration, tests and measuring: nobody in it exists, and its sums are the notice's to the cent.
import { type Fen, addFen, fen } from "../domain/values/money";
import { citizenIds } from "./citizen-ids";
import { drawContracts, drawStudies } from "./contracts";
import { drawBatches } from "./deductions";
import { type Dice, dice } from "./dice";
import { drawBorrowers } from "./persons";
import type { County, SamplePerson, SampleTotals } from "./records";
import { drawSchools, territories } from "./schools";

/** How many borrowers the notice speaks of. */
export const noticePersons = 3917;
const noticePrincipal = fen(445_601_809);
const noticeInterest = fen(203_426_877);

function shareOfNotice(total: Fen, persons: number): Fen {
  return fen(Math.round((total * persons) / noticePersons));
}

/** The notice's totals, in proportion to the number of persons. */
export function totalsFor(persons: number): SampleTotals {
  const principal = shareOfNotice(noticePrincipal, persons);
  const interest = shareOfNotice(noticeInterest, persons);
  return { persons, principal, interest, due: addFen(principal, interest) };
}

/** A handful of families known to somebody: the centre wrote another school by hand, which counts before every place. */
function withHandSchools(luck: Dice, persons: readonly SamplePerson[]): readonly SamplePerson[] {
  const count = Math.min(6, Math.floor(persons.length / 100));
  const chosen = new Set(Array.from({ length: count }, () => luck.between(0, persons.length - 1)));
  return persons.map((person, index) => {
    if (!chosen.has(index)) return person;
    const school = person.school === "实验中学" ? "城关镇中" : "实验中学";
    return { ...person, handSchool: school, school };
  });
}

/**
 * The county of a seed: schools, borrowers with contracts, and bank batches. The same options always give the same county.
 * @throws RangeError when `persons` is not a whole number from 1 to 500,000.
 */
export function sampleCounty(options: { readonly persons: number; readonly seed: number }): County {
  const { persons: count, seed } = options;
  if (!Number.isInteger(count) || count < 1 || count > 500_000) throw new RangeError(`not a number of borrowers: ${count}`);
  const luck = dice(seed);
  const totals = totalsFor(count);
  const schools = drawSchools(luck);
  const courses = Array.from({ length: count }, () => drawStudies(luck));
  const borrowers = drawBorrowers(luck, citizenIds(luck), courses);
  const contracts = drawContracts(luck, courses, totals);
  const complete = borrowers.map((borrower, index) => ({ ...borrower, contracts: contracts[index] ?? [] }));
  const persons = withHandSchools(luck, complete);
  return { seed, totals, schools, territories, persons, batches: drawBatches(luck, persons) };
}
