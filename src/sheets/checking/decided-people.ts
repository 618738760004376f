// People on whom the centre decides, a line each, on tabs of ours (核实决定, 特殊情况审核): as they stand in the book, and by person.
import type { PersonKey } from "../../domain/identity/keys";
import type { RosterIndex } from "../../domain/identity/roster-index";
import { parseRowKey } from "../../domain/identity/row-key";
import type { Grid } from "../grid";
import { asWritten, ownTable } from "../reading/own-table";
import type { TabId } from "../vocabulary/tabs";
import type { CellOut } from "../writing/spec";

/** A line of such a tab. */
export interface DecidedLine<Decision> {
  readonly key: string;
  /** Whom the key means; undefined for somebody who is not on the list, or when it could mean several. */
  readonly person: PersonKey | undefined;
  readonly cells: readonly CellOut[];
  readonly decision?: Decision;
}

/** The lines of a tab that bear a 编号, with what has been decided on them. */
export function decidedLines<H extends string, Decision>(
  [grids, index]: readonly [readonly Grid[], RosterIndex],
  tab: TabId,
  headings: readonly (H | "编号")[],
  decisionIn: (text: (heading: H) => string) => Decision | undefined,
): readonly DecidedLine<Decision>[] {
  const table = ownTable(grids, tab, headings);
  return (table?.rows ?? []).flatMap((row): DecidedLine<Decision>[] => {
    const key = table?.text(row, "编号") ?? "";
    if (!table || !parseRowKey(key)) return [];
    const decision = decisionIn((heading) => table.text(row, heading));
    const cells = headings.map((heading) => asWritten(row[table.columnOf(heading)]));
    return [{ key, person: index.personPrinted(key)?.key, cells, ...(decision === undefined ? {} : { decision }) }];
  });
}

/** The decisions by person, in the order of their lines. */
export function decisionsByPerson<Decision>(lines: readonly DecidedLine<Decision>[]): ReadonlyMap<PersonKey, readonly Decision[]> {
  const decisions = new Map<PersonKey, Decision[]>();
  for (const { person, decision } of lines) {
    if (person && decision) decisions.set(person, [...(decisions.get(person) ?? []), decision]);
  }
  return decisions;
}
