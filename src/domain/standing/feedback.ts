// Daily feedback (每日反馈, docs/definitions.md §12): per school who is settled, unpaid and withdrawn, and what has come about since the feedback before.
import type { PersonKey, SchoolKey } from "../identity/keys";
import type { Assignment, School } from "../places/jurisdiction";
import type { Person } from "../record/person";
import { sumFen } from "../values/money";
import type { FeedbackState, Snapshot, Stood } from "./snapshot";
import type { Standing } from "./standing";

/** What else may have become of a person since the feedback before, beside being newly paid or newly withdrawn. */
export type FeedbackChange =
  | "reversed" // was settled, and is not any more
  | "resumed" // was withdrawn, and is to be approached again
  | "added" // was on no list, or on another school's
  | "amount"; // another amount is outstanding

/** A person of a school in its feedback. */
export interface FeedbackPerson {
  readonly standing: Standing;
  readonly state: FeedbackState;
  /** Newly settled or newly withdrawn; at a first feedback all who are. */
  readonly isNew: boolean;
  readonly change?: FeedbackChange;
  /** Where the person stood at the feedback before. */
  readonly before?: Stood;
}

/** Somebody to be approached at the feedback before who is not on the school's list any more, by the print. */
export interface Gone {
  readonly print: string;
  readonly before: Stood;
  readonly why:
    | "moved" // another school answers now
    | "held" // with the centre, for errors or for want of a school
    | "left"; // on no list any more
}

/** The feedback of one school. */
export interface SchoolFeedback {
  readonly school: School;
  /** Everybody on the school's list, in the order of the assignments. */
  readonly people: readonly FeedbackPerson[];
  readonly gone: readonly Gone[];
}

/** A county's feedback, and the snapshot that the next one is compared with. */
export interface Feedback {
  /** In the order of the schools given; schools without anybody, now and before, are left out. */
  readonly schools: readonly SchoolFeedback[];
  readonly snapshot: Snapshot;
}

/** What a feedback is made from. */
export interface FeedbackSources {
  readonly schools: readonly School[];
  /** Whose school is whose, those who are held back for errors standing apart. */
  readonly assignments: readonly Assignment[];
  readonly standings: ReadonlyMap<PersonKey, Standing>;
  /** The print by which a person's papers go, another for each. */
  readonly printOf: (person: Person) => string;
  /** The snapshot of the feedback before; absent at a first one. */
  readonly before?: Snapshot;
}

const stateOf = ({ stop }: Standing): FeedbackState => (stop === undefined ? "unpaid" : stop === "paid" ? "settled" : "withdrawn");

function changeOf(now: Stood, before: Stood | undefined): FeedbackChange | undefined {
  if (now.state === "settled") return undefined;
  if (!before) return now.state === "unpaid" ? "added" : undefined;
  if (before.state === now.state) return before.outstanding === now.outstanding ? undefined : "amount";
  if (now.state === "withdrawn") return undefined;
  return before.state === "settled" ? "reversed" : "resumed";
}

/**
 * The feedback of every school.
 * @throws RangeError when somebody is in no part or in two, or when the parts owe another sum than the county: nothing may be handed out then
 */
export function feedbackOf(sources: FeedbackSources): Feedback {
  const { schools, assignments, standings, printOf, before } = sources;
  const names = new Set(schools.map(({ name }) => name));
  const snapshot = new Map<string, Stood>();
  const people = new Map(schools.map(({ name }): [SchoolKey, FeedbackPerson[]] => [name, []]));
  const open: Standing[] = [];
  for (const { person, school } of assignments) {
    const standing = standings.get(person.key);
    if (!standing) throw new RangeError("a person without a standing");
    if (!school) {
      open.push(standing);
      continue;
    }
    const now: Stood = { state: stateOf(standing), outstanding: standing.outstanding, school: school.name };
    const print = printOf(person);
    snapshot.set(print, now);
    people.get(school.name)?.push(personOf(standing, now, before && { stood: before.get(print), names }));
  }
  provePartition([...people.values()].flat(), open, standings);
  const gone = goneIn(before, snapshot, new Set(open.map(({ person }) => printOf(person))));
  const parts = schools.map((school): SchoolFeedback => ({
    school,
    people: people.get(school.name) ?? [],
    gone: gone.filter(({ before: stood }) => stood.school === school.name),
  }));
  return { schools: parts.filter((part) => part.people.length + part.gone.length > 0), snapshot };
}

function personOf(
  standing: Standing,
  now: Stood,
  past: { readonly stood: Stood | undefined; readonly names: ReadonlySet<SchoolKey> } | undefined,
): FeedbackPerson {
  if (!past) return { standing, state: now.state, isNew: now.state !== "unpaid" };
  const { stood, names } = past;
  // A school that is not among the schools any more has changed its name.
  const isMoved = stood !== undefined && stood.school !== now.school && names.has(stood.school);
  const change = changeOf(now, isMoved && now.state === "unpaid" ? undefined : stood);
  return {
    standing,
    state: now.state,
    isNew: now.state !== "unpaid" && stood?.state !== now.state,
    ...(change ? { change } : {}),
    ...(stood ? { before: stood } : {}),
  };
}

// Who was settled or withdrawn is not approached anyway; only the others must be called back.
function goneIn(before: Snapshot | undefined, now: Snapshot, held: ReadonlySet<string>): readonly Gone[] {
  return [...(before ?? [])].flatMap(([print, stood]): Gone[] => {
    const next = now.get(print);
    if (stood.state !== "unpaid" || next?.school === stood.school) return [];
    return [{ print, before: stood, why: next ? "moved" : held.has(print) ? "held" : "left" }];
  });
}

function provePartition(people: readonly FeedbackPerson[], open: readonly Standing[], standings: FeedbackSources["standings"]): void {
  const parts = [...people.map(({ standing }) => standing), ...open];
  if (parts.length !== standings.size || new Set(parts).size !== parts.length) throw new RangeError("the parts are not all persons once");
  const owed = (some: Iterable<Standing>) => sumFen([...some].map(({ outstanding }) => outstanding));
  if (owed(parts) !== owed(standings.values())) throw new RangeError("the parts do not owe what the county owes");
}

/** Persons by what a school's feedback says of them; `withdrawn` with those who are gone, `changed` beside the newly paid and newly withdrawn. */
export function feedbackCounts({
  people,
  gone,
}: SchoolFeedback): Readonly<Record<"newlyPaid" | "settled" | "unpaid" | "withdrawn" | "changed", number>> {
  const count = (holds: (person: FeedbackPerson) => boolean) => people.filter(holds).length;
  return {
    newlyPaid: count(({ state, isNew }) => state === "settled" && isNew),
    settled: count(({ state }) => state === "settled"),
    unpaid: count(({ state }) => state === "unpaid"),
    withdrawn: count(({ state }) => state === "withdrawn") + gone.length,
    changed: count(({ change }) => change !== undefined),
  };
}
