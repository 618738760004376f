// Numbers of the season (通知书编号): who bears which. A number is given once and stays whatever happens to the list; no number is given twice.
import type { Day } from "../values/day";
import type { School } from "../places/jurisdiction";
import type { Person } from "../record/person";
import { type ContractKey, contractIdentity, type PersonKey, type SchoolKey } from "./keys";
import { type NumberRead, parseNoticeNumber, printNoticeNumber, readNoticeNumber } from "./notice-number";

/** A number with whom it was given to, as the register (通知书编号) keeps it. */
export interface NumberEntry {
  readonly number: string;
  /** The school in whose list the person stood when the number was given. */
  readonly school: SchoolKey;
  /** The contracts that the person had since, by which a person with a corrected ID is known again. */
  readonly contracts: readonly ContractKey[];
  /** The print of the person's key. */
  readonly print: string;
  readonly givenOn: Day;
  /** The letter that was printed last; absent before the first. */
  readonly printing?: Printing;
}

/** How often a person's letter was printed, and the last time. */
export interface Printing {
  readonly lastOn: Day;
  /** On how many days. */
  readonly times: number;
  /** A print of what the letter said. */
  readonly content: string;
}

/** A school with its people in the order of its list. */
export interface NumberedList {
  readonly school: Pick<School, "name" | "code">;
  readonly persons: readonly Person[];
}

/** What numbers are given by. */
export interface Numbering {
  /** The entries of the register, oldest first. */
  readonly kept: readonly NumberEntry[];
  /** Everybody on the list, with a school or without. */
  readonly persons: readonly Person[];
  /** The lists in the order of the schools. */
  readonly lists: readonly NumberedList[];
  readonly printOf: (person: Person) => string;
  readonly county: string;
  readonly year: number;
  readonly today: Day;
}

/** What a typed or scanned number turns out to be. */
export type NumberFound =
  | { readonly entry: NumberEntry; readonly person: PersonKey | undefined }
  | { readonly entry?: undefined; readonly why: "check-character" | "other-season" | "not-issued" };

/** The numbers of a season. */
export class NoticeNumbers {
  readonly #byPerson = new Map<PersonKey, NumberEntry>();
  readonly #byNumber = new Map<string, { readonly entry: NumberEntry; readonly person: PersonKey | undefined }>();

  /**
   * @param entries every number that was ever given, each with the person who bears it now, if that person is still on the list
   * @param news how many of them the register does not have yet
   */
  constructor(
    readonly entries: readonly { readonly entry: NumberEntry; readonly person: PersonKey | undefined }[],
    readonly news: number,
    private readonly season: Pick<Numbering, "county" | "year">,
  ) {
    for (const one of entries) {
      this.#byNumber.set(one.entry.number, one);
      if (one.person !== undefined && !this.#byPerson.has(one.person)) this.#byPerson.set(one.person, one.entry);
    }
  }

  /** The number of a person; undefined for somebody who stands on no school's list and never did. */
  of(person: Pick<Person, "key">): string | undefined {
    return this.#byPerson.get(person.key)?.number;
  }

  /** The same numbers with these letters printed on a day; printing again on that day counts once. */
  printed(contents: ReadonlyMap<string, string>, on: Day): NoticeNumbers {
    const entries = this.entries.map(({ entry, person }) => {
      const content = contents.get(entry.number);
      if (content === undefined) return { entry, person };
      const before = entry.printing;
      const times = (before?.times ?? 0) + (before?.lastOn === on ? 0 : 1);
      return { entry: { ...entry, printing: { lastOn: on, times, content } }, person };
    });
    return new NoticeNumbers(entries, this.news, this.season);
  }

  /** The entry of a person's number. */
  entryOf({ key }: Pick<Person, "key">): NumberEntry | undefined {
    return this.#byPerson.get(key);
  }

  /** Whose number a text is, or why it is nobody's. */
  find(text: string): NumberFound {
    const read: NumberRead = readNoticeNumber(text);
    if (read.kind !== "number") return { why: read.kind === "no-number" ? "not-issued" : "check-character" };
    const { county, year } = this.season;
    const found = read.number.year === year ? this.#byNumber.get(read.text) : undefined;
    if (found) return found;
    return { why: read.number.county === county && read.number.year === year ? "not-issued" : "other-season" };
  }
}

/** Nobody has a number. */
export const noNumbers = new NoticeNumbers([], 0, { county: "", year: 0 });

/**
 * The numbers of everybody on a school's list: those that the register keeps, and for who has none yet the school's next ones in the order of its
 * list. What a book says alone decides, so that lists, letters and slips made from one book bear the same numbers whether or not the register has
 * been written yet; once it is, they stay with their persons through later versions, transfers to another school and corrected IDs.
 */
export function giveNumbers({ kept, persons, lists, printOf, county, year, today }: Numbering): NoticeNumbers {
  const ofSeason = kept.filter(({ number }) => parseNoticeNumber(number)?.year === year);
  const owners = ownersOf(ofSeason, persons, printOf);
  const numbered = new Set([...owners.values()].map(({ key }) => key));
  const last = new Map<string, number>();
  const prefix = (letters: string, code: string) => `${letters}|${code}`;
  for (const { number } of ofSeason) {
    const parsed = parseNoticeNumber(number);
    if (!parsed) continue;
    const key = prefix(parsed.county, parsed.schoolCode);
    last.set(key, Math.max(last.get(key) ?? 0, parsed.sequence));
  }
  const entries = kept.map((entry): NoticeNumbers["entries"][number] => {
    const person = owners.get(entry);
    if (!person) return { entry, person: undefined };
    const contracts = [...new Set([...entry.contracts, ...person.loans.map(contractIdentity)])];
    return { entry: { ...entry, contracts, print: printOf(person) }, person: person.key };
  });
  const news = lists.flatMap(({ school, persons: listed }) =>
    listed
      .filter((person) => !numbered.has(person.key))
      .map((person): NoticeNumbers["entries"][number] => {
        const sequence = (last.get(prefix(county, school.code)) ?? 0) + 1;
        last.set(prefix(county, school.code), sequence);
        const number = printNoticeNumber({ county, year, schoolCode: school.code, sequence });
        const contracts = [...new Set(person.loans.map(contractIdentity))];
        return { entry: { number, school: school.name, contracts, print: printOf(person), givenOn: today }, person: person.key };
      }),
  );
  return new NoticeNumbers([...entries, ...news], news.length, { county, year });
}

/** Who bears each kept number now: the person of the same key, else one who has a contract of it and bears no other number. */
function ownersOf(
  kept: readonly NumberEntry[],
  persons: readonly Person[],
  printOf: (person: Person) => string,
): ReadonlyMap<NumberEntry, Person> {
  const owners = new Map<NumberEntry, Person>();
  if (kept.length === 0) return owners;
  const byPrint = new Map(persons.map((person) => [printOf(person), person]));
  const taken = new Set<Person>();
  const claim = (entry: NumberEntry, person: Person | undefined) => {
    if (!person || taken.has(person) || owners.has(entry)) return;
    owners.set(entry, person);
    taken.add(person);
  };
  for (const entry of kept) claim(entry, byPrint.get(entry.print));
  const byContract = new Map(persons.flatMap((person) => person.loans.map((loan) => [contractIdentity(loan), person] as const)));
  for (const entry of kept) {
    for (const contract of entry.contracts) claim(entry, byContract.get(contract));
  }
  // Two who turned out to be one person: the older number stays, and the other one still leads there.
  for (const entry of kept) {
    const [other] = entry.contracts.flatMap((contract) => byContract.get(contract) ?? []);
    if (!owners.has(entry) && other) owners.set(entry, other);
  }
  return owners;
}
