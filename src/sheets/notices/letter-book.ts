// One school's book of letters, and what it is made of on its way to another thread.
import type { Person } from "../../domain/record/person";
import { bookTitle } from "../vocabulary/book-title";
import { tabNames } from "../vocabulary/tabs";
import type { BookSpec } from "../writing/spec";
import { noticeSheets, pageCount, spilledIn } from "./notice";
import type { Notices } from "./notice-letter";

/** What a book of letters has come to. */
export interface LettersMade {
  /** More than there are letters only when somebody's contracts need a second page. */
  readonly pages: number;
  /** Those whose letter takes more than a page. */
  readonly spilled: readonly string[];
}

/** The book of a school's letters. */
export function letterBook(notices: Notices): LettersMade & { readonly book: BookSpec } {
  const { season, school, standings } = notices;
  const sheets = noticeSheets(notices);
  const pages = pageCount(sheets);
  const book = { title: bookTitle(season, tabNames.notices, school.name), sheets };
  return { book, pages, spilled: pages > standings.length ? spilledIn(notices) : [] };
}

/** What letters are made of as plain data. */
export interface SentNotices extends Omit<Notices, "index"> {
  /** The number of everybody's letter, in their order. */
  readonly numbers: readonly string[];
}

/** The notices as they can be sent to another thread. */
export function sentNotices({ index, ...notices }: Notices): SentNotices {
  return { ...notices, numbers: notices.standings.map(({ person }) => index.numberOf(person)) };
}

/** The notices as another thread has got them. */
export function gotNotices({ numbers, ...notices }: SentNotices): Notices {
  const byPerson = new Map(notices.standings.map(({ person }, at) => [person, numbers[at] ?? ""]));
  return { ...notices, index: { numberOf: (person: Person) => byPerson.get(person) ?? "" } };
}
