// Findings as a list to work through: of all that a season has, those of a severity, rule, sheet or school, and what there is to choose from.
import type { OpenSeason } from "../../actions/season";
import { treatable } from "../../actions/treat";
import type { Finding, Severity } from "../../domain/record/finding";
import { isDismissible } from "../../sheets/checking/dismissed";
import { type FindingGroup, findingGroups } from "./finding-groups";
import { type RuleHelp, ruleHelp } from "./rule-help";

/** Which findings are to be seen; whatever is absent, all. */
export interface FindingFilter {
  readonly severity?: Severity;
  readonly rule?: string;
  readonly sheet?: string;
  readonly school?: string;
}

/** What accepting a proposal would write: the cell stays, what counts in its place changes. */
export interface Repair {
  readonly key: string;
  readonly sheet: string;
  readonly cell: string;
  readonly from: string;
  readonly to: string;
}

/** A finding with what may be done about it. */
export interface TreatableFinding extends Finding {
  readonly key: string;
  readonly repair?: Repair;
  readonly isDismissible: boolean;
}

/** All findings of one rule, with what may be done about them. */
export interface TreatableGroup extends FindingGroup {
  readonly shown: readonly TreatableFinding[];
  /** How many of all of them propose something that may be accepted. */
  readonly repairs: number;
  readonly help?: RuleHelp;
}

/** The findings of a filter, with what else may be chosen. */
export interface FindingList {
  readonly filter: FindingFilter;
  /** All that are open, whatever the filter. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Those of the filter. */
  readonly count: number;
  readonly groups: readonly TreatableGroup[];
  /** How many more there are that the centre has dismissed. */
  readonly dismissed: number;
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

function throughFilter(season: OpenSeason, filter: FindingFilter): readonly Finding[] {
  const schoolOf = schoolsByRow(season);
  return season.findings.filter(
    (finding) =>
      (filter.severity === undefined || finding.severity === filter.severity) &&
      (filter.rule === undefined || finding.rule === filter.rule) &&
      (filter.sheet === undefined || finding.sheet === filter.sheet) &&
      (filter.school === undefined || schoolOf.get(placeOf(finding)) === filter.school),
  );
}

function treatableIn(season: OpenSeason): (finding: Finding) => TreatableFinding {
  const about = treatable(season);
  return (finding) => {
    const { key, repair, raw } = about(finding);
    const { sheet, cell } = finding;
    // What the cell itself says, where the reading was lenient.
    const own = repair && { key, sheet, cell, from: raw ?? repair.from, to: repair.to };
    return { ...finding, key, isDismissible: isDismissible(finding), ...(own ? { repair: own } : {}) };
  };
}

/** All that may be accepted of a rule's findings, under a filter. */
export function repairsOf(season: OpenSeason, filter: FindingFilter, rule: string): readonly Repair[] {
  const about = treatableIn(season);
  return throughFilter(season, { ...filter, rule }).flatMap((finding) => about(finding).repair ?? []);
}

function treatableGroups(season: OpenSeason, found: readonly Finding[]): readonly TreatableGroup[] {
  const about = treatableIn(season);
  return findingGroups(found).map((group) => {
    const help = ruleHelp(group.rule);
    const proposing = found.filter(
      ({ rule, severity, proposal }) => rule === group.rule && severity === group.severity && proposal !== undefined,
    );
    return {
      ...group,
      shown: group.shown.map(about),
      repairs: proposing.filter((finding) => about(finding).repair !== undefined).length,
      ...(help ? { help } : {}),
    };
  });
}

/** The findings of a season that a filter lets through. */
export function findingList(season: OpenSeason, filter: FindingFilter): FindingList {
  const { findings } = season;
  const found = throughFilter(season, filter);
  const schoolOf = schoolsByRow(season);
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const named = new Set(findings.map((finding) => schoolOf.get(placeOf(finding))));
  return {
    filter,
    counts: { error: count("error"), warning: count("warning"), info: count("info") },
    count: found.length,
    groups: treatableGroups(season, found),
    dismissed: season.check.dismissed,
    rules: [...new Set(findingGroups(findings).map(({ rule }) => rule))],
    sheets: [...new Set(findings.map(({ sheet }) => sheet))],
    schools: season.schools.flatMap(({ name }) => (named.has(name) ? [name] : [])),
  };
}
