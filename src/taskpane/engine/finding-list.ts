// Findings as a list to work through: of all that a season has, those of a severity, rule, sheet or school, and what there is to choose from.
import type { OpenSeason } from "../../actions/season";
import type { Finding, Severity } from "../../domain/record/finding";
import { type FindingGroup, findingGroups } from "./finding-groups";

/** Which findings are to be seen; whatever is absent, all. */
export interface FindingFilter {
  readonly severity?: Severity;
  readonly rule?: string;
  readonly sheet?: string;
  readonly school?: string;
}

/** The findings of a filter, with what else may be chosen. */
export interface FindingList {
  readonly filter: FindingFilter;
  /** All that are open, whatever the filter. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Those of the filter. */
  readonly count: number;
  readonly groups: readonly FindingGroup[];
  readonly rules: readonly string[];
  readonly sheets: readonly string[];
  /** In the order of the book. */
  readonly schools: readonly string[];
}

const placeOf = ({ sheet, row }: Pick<Finding, "sheet" | "row">) => `${sheet}!${row}`;

function schoolsByRow({ assignments }: OpenSeason): ReadonlyMap<string, string> {
  return new Map(
    assignments.flatMap(({ person, school }) => (school ? person.loans.map(({ place }) => [placeOf(place), school.name] as const) : [])),
  );
}

/** The findings of a season that a filter lets through. */
export function findingList(season: OpenSeason, filter: FindingFilter): FindingList {
  const { findings } = season;
  const schoolOf = schoolsByRow(season);
  const found = findings.filter(
    (finding) =>
      (filter.severity === undefined || finding.severity === filter.severity) &&
      (filter.rule === undefined || finding.rule === filter.rule) &&
      (filter.sheet === undefined || finding.sheet === filter.sheet) &&
      (filter.school === undefined || schoolOf.get(placeOf(finding)) === filter.school),
  );
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const named = new Set(findings.map((finding) => schoolOf.get(placeOf(finding))));
  return {
    filter,
    counts: { error: count("error"), warning: count("warning"), info: count("info") },
    count: found.length,
    groups: findingGroups(found),
    rules: [...new Set(findingGroups(findings).map(({ rule }) => rule))],
    sheets: [...new Set(findings.map(({ sheet }) => sheet))],
    schools: season.schools.flatMap(({ name }) => (named.has(name) ? [name] : [])),
  };
}
