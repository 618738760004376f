// Findings by rule, the gravest first, and of each rule only as many as anybody reads in a pane: the tab 校验结果 has them all.
import type { Finding, Severity } from "../../domain/record/finding";

/** All findings of one rule. */
export interface FindingGroup {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
  /** The first of them, in the order of the book. */
  readonly shown: readonly Finding[];
}

/** How many findings of one rule travel to the pane. */
export const shownPerRule = 50;

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The findings grouped by gravity and rule; within a gravity the most frequent first. */
export function findingGroups(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()]
    .flatMap((group): readonly FindingGroup[] => {
      const [first] = group;
      return first ? [{ rule: first.rule, severity: first.severity, count: group.length, shown: group.slice(0, shownPerRule) }] : [];
    })
    .sort((a, b) => ranks[a.severity] - ranks[b.severity] || b.count - a.count);
}
