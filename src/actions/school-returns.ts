// How far each school is: what was sent to it, what came back, and what is missing, by the answers that the season already has.
import type { Contract } from "../domain/identity/contract-index";
import type { SchoolKey } from "../domain/identity/keys";
import { groupBy } from "../domain/values/group-by";
import { dispatchesIn, type EarlierDispatch, isEarlier } from "../sheets/lists/dispatches";
import { countedFields } from "../sheets/lists/school-guide";
import { type SchoolReturn, schoolReturnsSheet } from "../sheets/returns/school-returns";
import type { SheetSpec } from "../sheets/writing/spec";
import { type ReturnedSoFar, returnedSchools, returnedSoFar, schoolsWithLists } from "./schools-to-chase";
import type { OpenSeason } from "./season";
import { schoolSlips } from "./school-slips";

function newest(dispatches: readonly EarlierDispatch[]): EarlierDispatch | undefined {
  return dispatches.reduce<EarlierDispatch | undefined>(
    (last, one) => (last === undefined || isEarlier(last, one) ? one : last),
    undefined,
  );
}

// By what counts as filled in the school's own file too.
function filledIn({ registers }: ReturnedSoFar): ReadonlySet<Contract> {
  const rows = Object.values(registers).flat();
  return new Set(
    rows.flatMap(({ row, contract }) => (contract && countedFields.some((field) => row.values[field] !== undefined) ? [contract] : [])),
  );
}

/** What a run has changed that its book does not say yet. */
export interface SchoolReturnsNews {
  readonly soFar?: ReturnedSoFar;
  /** The season once what came back is in. */
  readonly after?: OpenSeason;
}

/** 回收情况 with every school that has a list, in the order that the book has. */
export function schoolReturnsTab(of: OpenSeason, { soFar = returnedSoFar(of), after = of }: SchoolReturnsNews = {}): SheetSpec {
  const { book, contracts, grids, held, today } = of;
  const filled = filledIn(soFar);
  const returned = returnedSchools(of, soFar);
  const sent = groupBy(dispatchesIn(grids), ({ school }) => school);
  const slips = new Map(schoolSlips(after, soFar.slips).map((own) => [own.school.name, own]));
  const lines = groupBy(soFar.lines, ({ isMerged, school }): SchoolKey | undefined => (isMerged && school !== "" ? school : undefined));
  const schools = schoolsWithLists(of).map((school): SchoolReturn => {
    const name = school.school;
    const own = (contracts.bySchool.get(name) ?? []).filter(({ person }) => !held.has(person.key));
    const last = newest(sent.get(name) ?? []);
    const { expected = 0, records = [] } = slips.get(name) ?? {};
    return {
      ...school,
      ...(last ? { sent: last } : {}),
      hasReturned: returned.has(name),
      files: lines.get(name) ?? [],
      filled: own.filter((contract) => filled.has(contract)).length,
      left: own.filter((contract) => !filled.has(contract) && after.stopNow(contract.person) === undefined).length,
      slips: { expected, received: records.filter(({ hasOriginal }) => hasOriginal).length },
    };
  });
  return schoolReturnsSheet(schools, { deadline: book.season.dates.slipsDue, today });
}
