// The table 附件2 made ready for looking up: which schools answer for a township, a village, a middle school. Built once, asked per row.
import type { SchoolKey } from "../identity/keys";

/** One line of the table: a place and the school that answers for it. */
export interface PlaceLine {
  readonly township?: string;
  readonly village?: string;
  readonly middleSchool?: string;
  readonly school: SchoolKey;
}

/** The kinds of place that lines name. */
export type LinePlaceKind = "village" | "township" | "middleSchool";

/** Brings two spellings of one place together; "" means that the text names no place. */
export type LinePlaceKey = (kind: LinePlaceKind, text: string) => string;

/** Whether what is written could be a misspelling of a place in the table; both as keys. */
export type LinePlaceLikeness = (kind: LinePlaceKind, written: string, known: string) => boolean;

/**
 * What one row's place decides: the school, several schools, a place that nobody knows, or nothing at all. `open` is a township of which
 * only parts have lines: it decides nothing, and weaker places are asked.
 */
export type Verdict =
  | { readonly kind: "decided"; readonly by: "school" | LinePlaceKind; readonly schools: readonly [SchoolKey] }
  | { readonly kind: "ambiguous" | "unknown" | "open"; readonly schools: readonly SchoolKey[] }
  | { readonly kind: "none" };

/** The answers of the table. */
export interface PlaceIndex {
  /** What the township and village of one row decide (the rule is told at `assignSchools`). */
  readonly placeVerdict: (township: string, village: string) => Verdict;
  readonly middleSchoolVerdict: (middleSchool: string) => Verdict;
  /** The schools of the places whose names an address contains: villages if any, else townships. For suggestions only. */
  readonly suggestedByAddress: (address: string) => readonly SchoolKey[];
}

/** A place with all its spellings in the table and the schools that answer for it. */
interface Place {
  readonly names: Set<string>;
  readonly schools: Set<SchoolKey>;
}
type Places = Map<string, Place>;

interface Township extends Place {
  /** The schools of lines that name the township itself: the whole of it, or what other lines leave. */
  readonly whole: Set<SchoolKey>;
  readonly villages: Places;
}

interface Tables {
  readonly townships: Map<string, Township>;
  /** Every village, wherever it lies, and those of lines without a township. */
  readonly villages: Places;
  readonly looseVillages: Places;
  /** Township and village written in one: the keys of both. */
  readonly joined: Map<string, { readonly township: string; readonly village: string }>;
  readonly middleSchools: Places;
}

/** The value of a key, made when it is asked for the first time. */
export function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function note(places: Places, key: string, name: string, school: SchoolKey): void {
  const place = entry(places, key, () => ({ names: new Set<string>(), schools: new Set<SchoolKey>() }));
  place.names.add(name);
  place.schools.add(school);
}

function noteTownship(tables: Tables, key: string, name: string, school: SchoolKey): Township {
  const make = (): Township => ({ names: new Set(), schools: new Set(), whole: new Set(), villages: new Map() });
  const township = entry(tables.townships, key, make);
  township.names.add(name);
  township.schools.add(school);
  return township;
}

function tablesOf(lines: readonly PlaceLine[], keyOf: LinePlaceKey): Tables {
  const tables: Tables = {
    townships: new Map(),
    villages: new Map(),
    looseVillages: new Map(),
    joined: new Map(),
    middleSchools: new Map(),
  };
  for (const { township = "", village = "", middleSchool = "", school } of lines) {
    const townshipKey = keyOf("township", township);
    const villageKey = keyOf("village", village);
    const middleKey = keyOf("middleSchool", middleSchool);
    const town = townshipKey ? noteTownship(tables, townshipKey, township, school) : undefined;
    if (villageKey) {
      note(tables.villages, villageKey, village, school);
      note(town?.villages ?? tables.looseVillages, villageKey, village, school);
    } else if (!middleKey) town?.whole.add(school);
    if (town && villageKey) {
      const keys = { township: townshipKey, village: villageKey };
      for (const text of [township + village, townshipKey + village]) tables.joined.set(keyOf("village", text), keys);
    }
    if (middleKey) note(tables.middleSchools, middleKey, middleSchool, school);
  }
  return tables;
}

/** The schools of all places that a name could be meant for. */
function schoolsOfAlike(places: ReadonlyMap<string, Place>, isMeant: (known: string) => boolean): readonly SchoolKey[] {
  return [...new Set([...places].flatMap(([known, { schools }]) => (isMeant(known) ? [...schools] : [])))];
}

/** One school decides; several leave it open. */
export const decide = (schools: Iterable<SchoolKey>, by: "school" | LinePlaceKind): Verdict => {
  const names = [...new Set(schools)];
  const [only, another] = names;
  return only !== undefined && another === undefined ? { kind: "decided", by, schools: [only] } : { kind: "ambiguous", schools: names };
};

function villageIn(tables: Tables, townshipKey: string, villageKey: string): Place | undefined {
  const joined = tables.joined.get(villageKey);
  const township = tables.townships.get(townshipKey);
  if (!township) return tables.villages.get(villageKey) ?? (joined && tables.townships.get(joined.township)?.villages.get(joined.village));
  const inJoined = joined?.township === townshipKey ? township.villages.get(joined.village) : undefined;
  return township.villages.get(villageKey) ?? inJoined ?? tables.looseVillages.get(villageKey);
}

function suggestByAddress({ townships, looseVillages }: Tables, address: string): readonly SchoolKey[] {
  const isNamed = ([key, { names }]: readonly [string, Place]) => [key, ...names].some((name) => name.length > 1 && address.includes(name));
  const named = [...townships].filter(isNamed);
  const within = (named.length > 0 ? named : [...townships]).flatMap(([, { villages }]) => [...villages]);
  const villages = [...within, ...looseVillages].filter(isNamed);
  return [...new Set((villages.length > 0 ? villages : named).flatMap(([, { schools }]) => [...schools]))];
}

/** The table's lines as an index. */
export function indexPlaces(lines: readonly PlaceLine[], keyOf: LinePlaceKey, isAlike: LinePlaceLikeness): PlaceIndex {
  const tables = tablesOf(lines, keyOf);
  const remembered = new Map<string, readonly SchoolKey[]>();
  const alike = (kind: LinePlaceKind, key: string, within = ""): readonly SchoolKey[] => {
    const villages = within ? (tables.townships.get(within)?.villages ?? new Map<string, Place>()) : tables.villages;
    const places = { township: tables.townships, village: villages, middleSchool: tables.middleSchools }[kind];
    return entry(remembered, `${kind}|${within}|${key}`, () => schoolsOfAlike(places, (known) => isAlike(kind, key, known)));
  };

  const inTownship = ({ whole, schools }: Township, townshipKey: string, villageKey: string): Verdict => {
    const meant = villageKey ? alike("village", villageKey, townshipKey) : [];
    // Villages that have lines do not make the township theirs.
    if (whole.size === 0 && meant.length === 0) return { kind: "open", schools: [...schools] };
    if (whole.size === 0) return { kind: "unknown", schools: [...new Set([...meant, ...schools])] };
    // A village without a line of its own is part of the rest, unless it could be a misspelling of one that has.
    return decide(villageKey ? [...whole, ...meant] : schools, "township");
  };

  const placeVerdict = (townshipText: string, village: string): Verdict => {
    const townshipKey = keyOf("township", townshipText);
    const villageKey = keyOf("village", village);
    const township = tables.townships.get(townshipKey);
    const known = villageKey ? villageIn(tables, townshipKey, villageKey) : undefined;
    if (townshipKey && !township && tables.townships.size > 0) {
      return { kind: "unknown", schools: [...new Set([...alike("township", townshipKey), ...(known?.schools ?? [])])] };
    }
    if (known) return decide(known.schools, "village");
    if (township) return inTownship(township, townshipKey, villageKey);
    // A village that the table neither lists nor resembles may lie in a township that is not divided by villages: it says nothing.
    const schools = villageKey ? alike("village", villageKey) : [];
    return schools.length > 0 ? { kind: "unknown", schools } : { kind: "none" };
  };

  const middleSchoolVerdict = (text: string): Verdict => {
    const key = keyOf("middleSchool", text);
    if (!key || tables.middleSchools.size === 0) return { kind: "none" };
    const known = tables.middleSchools.get(key);
    return known ? decide(known.schools, "middleSchool") : { kind: "unknown", schools: alike("middleSchool", key) };
  };

  // A county has some thousand places, however many rows name them; the same words get the very same verdict.
  const places = new Map<string, Map<string, Verdict>>();
  const middleSchools = new Map<string, Verdict>();
  return {
    placeVerdict: (township, village) =>
      entry(
        entry(places, township, () => new Map<string, Verdict>()),
        village,
        () => placeVerdict(township, village),
      ),
    middleSchoolVerdict: (text) => entry(middleSchools, text, () => middleSchoolVerdict(text)),
    suggestedByAddress: (address) => suggestByAddress(tables, address),
  };
}
