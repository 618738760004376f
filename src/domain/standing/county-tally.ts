// County tally (全县汇总): the county by school and by liaison, with everybody in exactly one part.
import type { Assignment, School } from "../places/jurisdiction";
import type { PersonKey } from "../identity/keys";
import { ranksOf } from "../values/rate";
import type { Standing } from "./standing";
import { provenWhole, sumTallies, type Tally, tallyOf } from "./tally";

/** A school's figures with its place by recovery rate; null without anything due. */
export interface SchoolTally {
  readonly school: School;
  readonly tally: Tally;
  readonly standings: readonly Standing[];
  readonly rank: number | null;
}

/** A liaison's figures (包联人), over all schools that the liaison looks after; "" where none is named. */
export interface LiaisonTally {
  readonly liaison: string;
  readonly schools: number;
  readonly tally: Tally;
  readonly standings: readonly Standing[];
}

/** The whole county, and the parts that make it. */
export interface CountyTally {
  readonly county: Tally;
  /** Every school of the table, with or without people, then schools that only the list names. */
  readonly schools: readonly SchoolTally[];
  readonly liaisons: readonly LiaisonTally[];
  /** Persons without a school (待划分). */
  readonly unassigned: Tally;
  /** Those persons. */
  readonly withoutSchool: readonly Standing[];
}

/** What a county is tallied from. */
export interface TallySources {
  readonly standings: ReadonlyMap<PersonKey, Standing>;
  readonly assignments: readonly Assignment[];
  /** The schools of the table 附件2. */
  readonly schools: readonly School[];
}

function liaisonsOf(schools: readonly SchoolTally[]): readonly LiaisonTally[] {
  const groups = new Map<string, SchoolTally[]>();
  for (const entry of schools) {
    const group = groups.get(entry.school.liaison);
    if (group) group.push(entry);
    else groups.set(entry.school.liaison, [entry]);
  }
  return [...groups].map(([liaison, group]) => ({
    liaison,
    schools: group.length,
    tally: sumTallies(group.map(({ tally }) => tally)),
    standings: group.flatMap(({ standings }) => standings),
  }));
}

/**
 * The tallies of a county by school and by liaison. A person belongs to one school with all contracts; persons without an assignment are
 * unassigned, so that schools and unassigned together are always the county.
 * @throws RangeError when they are not
 */
export function tallyCounty({ standings, assignments, schools }: TallySources): CountyTally {
  const groups = new Map(schools.map((school) => [school.name, { school, standings: [] as Standing[] }]));
  const schoolOf = new Map(assignments.map(({ person, school }) => [person.key, school]));
  const withoutSchool: Standing[] = [];
  for (const [key, standing] of standings) {
    const school = schoolOf.get(key);
    if (!school) withoutSchool.push(standing);
    else {
      const group = groups.get(school.name) ?? { school, standings: [] };
      group.standings.push(standing);
      groups.set(school.name, group);
    }
  }
  const parts = [...groups.values()].map((group) => ({ ...group, tally: tallyOf(group.standings) }));
  const ranks = ranksOf(parts.map(({ tally }) => ({ part: tally.repaid, whole: tally.due })));
  const ranked = parts.map((part, index) => ({ ...part, rank: ranks[index] ?? null }));
  const unassigned = tallyOf(withoutSchool);
  const county = provenWhole([...ranked.map(({ tally }) => tally), unassigned], tallyOf(standings.values()));
  const liaisons = liaisonsOf(ranked);
  provenWhole([...liaisons.map(({ tally }) => tally), unassigned], county);
  return { county, schools: ranked, liaisons, unassigned, withoutSchool };
}
