// Explaining (数字来源): from a figure to the cells that add up to it, and between two days what made the difference; proven before it is said.
import { type CauseKind, causeKinds, type Source, sumOf } from "../domain/explaining/source";
import { changesOf, type Explained, type Facts, figureOf, isMoney, sourcesOf } from "../domain/explaining/explain";
import { listCauses } from "../domain/explaining/list-causes";
import { groupBy } from "../domain/values/group-by";
import type { Day } from "../domain/values/day";
import type { Standing } from "../domain/standing/standing";
import { likelySchools } from "../sheets/vocabulary/place-likeness";
import { tabNames } from "../sheets/vocabulary/tabs";
import { sourceCells, type SourceCell } from "./source-cells";
import { rollupInput } from "./rollup";
import type { OpenSeason } from "./season";
import { type Ports, WorkbookError } from "./workbook";

const measureOf = {
  due: "due",
  principal: "principal",
  interest: "interest",
  repaid: "repaid",
  outstanding: "outstanding",
  persons: "persons",
  delivered: "delivered",
  paidPersons: "personsPaid",
} as const satisfies Record<string, Explained>;

/** A figure that can be asked for by name. */
export type FigureName = keyof typeof measureOf;

/** All of them. */
export const figureNames = Object.keys(measureOf) as readonly FigureName[];

/** What is to be explained. */
export interface ExplainOptions {
  readonly figure: FigureName;
  /** A school, or 待划分; absent: the county. */
  readonly school?: string;
  /** An earlier day: what has changed since then is told apart. */
  readonly since?: Day;
}

/** What made a figure another than on an earlier day, kind by kind. */
export interface Cause {
  readonly kind: CauseKind;
  readonly amount: number;
  readonly rows: readonly SourceCell[];
}

/** A figure with its cells, whose amounts add up to it exactly. */
export interface Explanation {
  readonly figure: FigureName;
  /** In fen; otherwise a count. */
  readonly isMoney: boolean;
  readonly value: number;
  readonly asOf: Day;
  /** The school as the book spells it; absent for the county. */
  readonly school?: string;
  readonly rows: readonly SourceCell[];
  readonly since?: Day;
  /** Amounts add up to the difference. */
  readonly causes?: readonly Cause[];
}

/** The persons of a school, by its name or alias, or of 待划分. */
function groupOf(of: OpenSeason, asked: string): { readonly school: string; readonly standings: readonly Standing[] } {
  const { schools, withoutSchool } = rollupInput(of).tally;
  const wanted = asked.trim();
  const found = schools.find(({ school: { name, aliases } }) => name === wanted || aliases.includes(wanted));
  if (found) return { school: found.school.name, standings: found.standings };
  if (wanted === tabNames.unassigned) return { school: wanted, standings: withoutSchool };
  const likely = likelySchools(
    wanted,
    schools.map(({ school }) => school.name),
  );
  throw new WorkbookError("unknown-school", wanted, likely.length > 0 ? { why: "like-schools", names: likely.join("、") } : undefined);
}

function causesIn(of: OpenSeason, changes: readonly Source[], isAmount: boolean): readonly Cause[] {
  const byKind = groupBy(changes, ({ cause }) => cause);
  const cells = sourceCells(of.book, isAmount);
  return causeKinds.flatMap((kind): Cause[] => {
    const own = byKind.get(kind);
    return own ? [{ kind, amount: sumOf(own), rows: cells(own) }] : [];
  });
}

// Money, deliveries and reports since the day, on the list as it is now; then what the list was otherwise on that day.
function difference(
  of: OpenSeason,
  facts: Facts,
  { measure, standings, since, value, school }: Asked & { readonly since: Day },
): readonly Source[] {
  const onDay = of.standingsOn(since);
  const own = standings.flatMap(({ person }) => onDay.get(person.key) ?? []);
  const now = { standings: own, booking: of.bookingOn(since) };
  const past = of.listedOn(since);
  const then = past ? { standings: standingsIn(past, since, school), booking: past.bookingOn(since) } : now;
  const before = then.standings.reduce((sum, standing) => sum + figureOf(measure, standing), 0);
  const changes = [
    ...standings.flatMap((standing) => changesOf(measure, standing, facts, since)),
    ...(past ? listCauses(measure, now, then) : []),
  ];
  if (sumOf(changes) !== value - before)
    throw new RangeError(`${measure} has changed by ${value - before}, its causes make ${sumOf(changes)}`);
  return changes;
}

/** The persons of an earlier list: all of them, of a school, or of none. */
function standingsIn(past: OpenSeason, on: Day, wanted: string | undefined): readonly Standing[] {
  const standings = past.standingsOn(on);
  if (wanted === undefined) return [...standings.values()];
  return past.assignments.flatMap(({ person, school }) =>
    (school?.name ?? tabNames.unassigned) === wanted ? (standings.get(person.key) ?? []) : [],
  );
}

interface Asked {
  readonly measure: Explained;
  readonly standings: readonly Standing[];
  readonly value: number;
  /** As the book spells it; undefined for the county. */
  readonly school: string | undefined;
}

/**
 * Explains a figure as of the season's day. The earlier day of a difference is seen on the list as it had last gone out by then, with the school
 * that everybody had; a book whose lists bear no days is seen as it is now.
 * @throws WorkbookError `unknown-school`
 */
function run(of: OpenSeason, _: Partial<Ports>, { figure, school: asked, since }: ExplainOptions): Promise<Explanation> {
  const measure: Explained = measureOf[figure];
  const group = asked === undefined ? undefined : groupOf(of, asked);
  const standings = group?.standings ?? [...of.standingsOn(of.today).values()];
  const facts = of.factsOn(of.today);
  const value = standings.reduce((sum, standing) => sum + figureOf(measure, standing), 0);
  const isAmount = isMoney(measure);
  const sources = standings.flatMap((standing) => sourcesOf(measure, standing, facts));
  return Promise.resolve({
    figure,
    isMoney: isAmount,
    value,
    asOf: of.today,
    ...(group ? { school: group.school } : {}),
    rows: sourceCells(of.book, isAmount)(sources),
    ...(since === undefined
      ? {}
      : { since, causes: causesIn(of, difference(of, facts, { measure, standings, value, since, school: group?.school }), isAmount) }),
  });
}

/** The action 数字来源: it reads, and writes nothing. */
export const explain = { id: "explain", run } as const;
