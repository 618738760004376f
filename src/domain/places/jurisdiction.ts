// Jurisdiction (辖区): which school answers for whom. Places are compared by a key that the sheets layer makes; nothing is guessed.
import type { FieldValues, SheetRow } from "../record/field";
import type { Person } from "../record/person";
import { decide, entry, indexPlaces, type PlaceIndex, type Verdict } from "./place-index";
import { fingerprintOf } from "../identity/row-key";
import { type SchoolKey, schoolKey } from "../identity/keys";
import { byCode, byPinyin } from "../values/text-order";

/** One school (责任学校) of the county with the places it answers for. */
export interface School {
  /** As the centre spells it, by which the school is known everywhere. */
  readonly name: SchoolKey;
  /** The code used in row keys: the sheet's own, else the order in the table as two digits; without a table four letters that depend on the name. */
  readonly code: string;
  readonly aliases: readonly string[];
  readonly liaison: string;
  readonly liaisonPhone: string;
}

/** One line of the table 附件2: a place and the school that answers for it. Absent places are not restricted. */
export interface Territory {
  readonly township?: string;
  readonly village?: string;
  readonly middleSchool?: string;
  readonly school: SchoolKey;
  readonly place: SheetRow["place"];
  /** The program has proposed the school, and nobody has confirmed it yet. */
  readonly isProposed?: true;
}

/**
 * The table 附件2 as a whole. `placeKey` brings two spellings of one place together (罕井 = 罕井镇); it never
 * corrects typing errors. `isAlike` says, of two keys, whether one could be a misspelling of the other.
 */
export interface Jurisdictions {
  readonly schools: readonly School[];
  readonly territories: readonly Territory[];
  readonly placeKey: (kind: PlaceKind, text: string) => string;
  readonly isAlike: (kind: PlaceKind, written: string, known: string) => boolean;
}

/** The kinds of place by which a person is assigned, strongest first. */
export type PlaceKind = "school" | "village" | "township" | "middleSchool";

/** Why a person has no school yet. */
export type UnassignedReason =
  | "no-table" // the book has no jurisdiction table
  | "no-place" // none of the person's rows names a place
  | "unknown-place" // the place is not in the table
  | "ambiguous" // the place belongs to several schools
  | "contracts-disagree" // the person's contracts point to different schools
  | "held-for-errors"; // the rows have errors; see the findings

/** Where a person belongs: one school and the kind of place that decided, or the reason why not, with the schools that could be meant. */
export type Assignment =
  | { readonly person: Person; readonly school: School; readonly by: PlaceKind }
  | { readonly person: Person; readonly school?: undefined; readonly reason: UnassignedReason; readonly candidates: readonly SchoolKey[] };

/** A person with a school. */
export type Assigned = Extract<Assignment, { readonly school: School }>;
/** A person without one. */
export type Unassigned = Exclude<Assignment, Assigned>;

type Outcome =
  | { readonly school: SchoolKey; readonly by: PlaceKind }
  | { readonly reason: UnassignedReason; readonly candidates: readonly SchoolKey[]; readonly isOpen?: true };

// A mark in place of a name (-, /) names nothing.
const plainFold = (text: string) => {
  const folded = text.normalize("NFKC").replace(/\s+/g, "");
  return /[\p{L}\p{N}]/u.test(folded) ? folded : "";
};

/** What a person's rows say together at one step of the rule; undefined when they say nothing. */
function combine(verdicts: readonly Verdict[]): Outcome | undefined {
  const [one] = verdicts;
  // Nearly everybody's contracts say the same.
  if (one && one.kind !== "ambiguous" && one.kind !== "unknown" && one.kind !== "open" && verdicts.every((verdict) => verdict === one))
    return one.kind === "decided" ? { school: one.schools[0], by: one.by } : undefined;
  const said = verdicts.filter((verdict) => verdict.kind !== "none");
  if (said.length === 0) return undefined;
  const sure = said.filter((verdict) => verdict.kind === "decided");
  const schools = new Set(sure.flatMap((verdict) => verdict.schools));
  const candidates = [...new Set([...schools, ...said.flatMap((verdict) => verdict.schools)])];
  if (said.some(({ kind }) => kind === "unknown")) return { reason: "unknown-place", candidates };
  if (said.every(({ kind }) => kind === "open")) return { reason: "ambiguous", candidates, isOpen: true };
  const [first] = schools;
  if (first === undefined) return { reason: "ambiguous", candidates };
  if (schools.size > 1 || said.some((verdict) => !verdict.schools.includes(first))) return { reason: "contracts-disagree", candidates };
  return { school: first, by: sure.some(({ by }) => by === "village") ? "village" : (sure[0]?.by ?? "township") };
}

/** What a hand-written 责任学校 decides: a name counts before an alias; an alias of two schools is ambiguous. */
function schoolVerdicts(
  schools: readonly School[],
  keyOf: (text: string) => string,
  isAlike: (written: string, known: string) => boolean,
): (text: string) => Verdict {
  const byName = new Map(schools.map(({ name }) => [keyOf(name), name]));
  const byAlias = new Map<string, Set<SchoolKey>>();
  for (const { name, aliases } of schools) {
    for (const alias of aliases) byAlias.set(keyOf(alias), (byAlias.get(keyOf(alias)) ?? new Set()).add(name));
  }
  const verdict = (text: string): Verdict => {
    const key = keyOf(text);
    if (!key) return { kind: "none" };
    const named = byName.get(key);
    const known = named === undefined ? byAlias.get(key) : [named];
    if (known) return decide(known, "school");
    const isMeant = (spelling: string) => isAlike(key, keyOf(spelling));
    return { kind: "unknown", schools: schools.filter(({ name, aliases }) => [name, ...aliases].some(isMeant)).map(({ name }) => name) };
  };
  const given = new Map<string, Verdict>();
  return (text) => entry(given, text, () => verdict(text));
}

const placing = ["township", "village", "middleSchool", "school"] as const;

function placedAlike(values: FieldValues, before: FieldValues | undefined): boolean {
  return before !== undefined && placing.every((field) => values[field] === before[field]);
}

// Nearly everybody's contracts name the same places, and a county has some thousand of them, however many people.
function resolver(schoolVerdict: (text: string) => Verdict, index: PlaceIndex): (person: Person) => Outcome {
  const known = new Map<string, Outcome>();
  return (person) => {
    const named = person.loans.filter(({ values }, at) => !placedAlike(values, person.loans[at - 1]?.values)).map((loan) => loan.values);
    const [{ township = "", village = "", middleSchool = "", school = "" } = {}, another] = named;
    const places = another ? undefined : `${township}\n${village}\n${middleSchool}\n${school}`;
    const before = places === undefined ? undefined : known.get(places);
    if (before) return before;
    const outcome = resolve(person, named, schoolVerdict, index);
    // Where the places decide, nobody's address is asked.
    if (places !== undefined && "school" in outcome) known.set(places, outcome);
    return outcome;
  };
}

function resolve(person: Person, named: readonly FieldValues[], schoolVerdict: (text: string) => Verdict, index: PlaceIndex): Outcome {
  const placed = combine(named.map(({ township = "", village = "" }) => index.placeVerdict(township, village)));
  const bySchooling = combine(named.map(({ middleSchool = "" }) => index.middleSchoolVerdict(middleSchool)));
  const decisive = placed && "isOpen" in placed ? (bySchooling ?? placed) : (placed ?? bySchooling);
  const outcome = combine(named.map(({ school = "" }) => schoolVerdict(school))) ?? decisive ?? { reason: "no-place", candidates: [] };
  if ("school" in outcome) return outcome;
  const byAddress = [...new Set(person.loans.flatMap(({ values: { address = "" } }) => index.suggestedByAddress(address)))];
  // Where the table leaves a choice, an address can only bring the likelier school to the front; elsewhere every hint is welcome.
  if (outcome.reason === "ambiguous" || outcome.reason === "contracts-disagree") {
    const { candidates } = outcome;
    const likely = byAddress.filter((school) => candidates.includes(school));
    return { ...outcome, candidates: [...new Set([...likely, ...candidates])] };
  }
  const schoolsAt = (step: Outcome | undefined) => (!step ? [] : "school" in step ? [step.school] : step.candidates);
  return { ...outcome, candidates: [...new Set([...outcome.candidates, ...schoolsAt(placed), ...byAddress, ...schoolsAt(bySchooling)])] };
}

/** The schools that the rows themselves name, for a book without a table; the order and spelling of rows make no difference. */
function handWrittenSchools(persons: readonly Person[]): readonly School[] {
  const spellings = new Map<string, string>();
  for (const { values } of persons.flatMap(({ loans }) => loans)) {
    const name = values.school?.trim() ?? "";
    const key = plainFold(name);
    if (key && name < (spellings.get(key) ?? "\uffff")) spellings.set(key, name);
  }
  const taken = new Set<string>();
  // Codes go by the order of characters' codes, which no engine changes; people read schools by pinyin.
  const schools = [...spellings.keys()].sort(byCode).map((key) => {
    const code = [4, 5, 6, 7, 8].map((length) => fingerprintOf(key).slice(0, length)).find((candidate) => !taken.has(candidate));
    if (code === undefined) throw new RangeError("two schools have one fingerprint");
    taken.add(code);
    return { name: schoolKey(spellings.get(key) ?? key), code, aliases: [], liaison: "", liaisonPhone: "" };
  });
  return schools.sort((a, b) => byPinyin(a.name, b.name));
}

/** All schools of the season: those of the table, else (no table, or one that names no school) those that are written in the rows. */
export function schoolsOf(persons: readonly Person[], jurisdictions: Jurisdictions | undefined): readonly School[] {
  return jurisdictions && jurisdictions.schools.length > 0 ? jurisdictions.schools : handWrittenSchools(persons);
}

/**
 * Where every person belongs, in the order given. All contracts of a person go together. Strongest first, and each step counts only when
 * the stronger ones say nothing:
 *
 * 1. 责任学校 written by hand, if the table (when there is one) has that name or alias.
 * 2. The village, looked up in its township; without a township it counts when all villages of that name belong to one school.
 * 3. The township, if a line names the township itself. A village without a line of its own belongs to that line, unless it could be a
 *    misspelling of one that has. Villages that happen to share one school do not make the township theirs.
 * 4. The middle school, for persons of whom nothing stronger decides: no township, or one without a line of its own. Without a middle
 *    school they stay unassigned, the schools of the township's lines offered first.
 *
 * A place that is written but not in the table is never passed over for a weaker one: the person stays unassigned, with candidates.
 * Kinds of place that the table never names are not asked. Addresses only suggest.
 */
export function assignSchools(persons: readonly Person[], jurisdictions: Jurisdictions | undefined): readonly Assignment[] {
  const schools = schoolsOf(persons, jurisdictions);
  const keyOf = jurisdictions?.placeKey ?? ((_kind: PlaceKind, text: string) => plainFold(text));
  const byName = new Map(schools.map((school) => [school.name, school]));
  const isAlike = jurisdictions?.isAlike ?? (() => false);
  const index = indexPlaces(jurisdictions?.territories ?? [], keyOf, isAlike);
  const schoolVerdict = schoolVerdicts(
    schools,
    (text) => keyOf("school", text),
    (written, known) => isAlike("school", written, known),
  );
  const outcomeOf = resolver(schoolVerdict, index);
  return persons.map((person): Assignment => {
    const outcome = outcomeOf(person);
    if (!("school" in outcome)) {
      return {
        person,
        reason: outcome.reason === "no-place" && !jurisdictions ? "no-table" : outcome.reason,
        candidates: outcome.candidates,
      };
    }
    const school = byName.get(outcome.school);
    if (!school) throw new RangeError("a territory names a school that is not on the list");
    return { person, school, by: outcome.by };
  });
}
