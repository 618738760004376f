// One school's book of letters, and what it is made of on its way to another thread.
import type { FieldId, FieldValues, RowPlace, SheetRow } from "../../domain/record/field";
import type { Person } from "../../domain/record/person";
import { bookTitle } from "../vocabulary/book-title";
import { tabNames } from "../vocabulary/tabs";
import type { BookSpec } from "../writing/spec";
import { noticeSheets, pageCount, spilledIn } from "./notice";
import type { Letters } from "./notice-letter";

/** What a book of letters has come to. */
export interface LettersMade {
  /** More than there are letters only when somebody's contracts need a second page. */
  readonly pages: number;
  /** Those whose letter takes more than a page. */
  readonly spilled: readonly string[];
}

/** The book of a school's letters. */
export function letterBook(letters: Letters): LettersMade & { readonly book: BookSpec } {
  const { season, school, standings } = letters;
  const sheets = noticeSheets(letters);
  const pages = pageCount(sheets);
  const book = { title: bookTitle(season, tabNames.notices, school.name), sheets };
  return { book, pages, spilled: pages > standings.length ? spilledIn(letters) : [] };
}

/** What letters are made of as plain data. */
export interface SentLetters extends Omit<Letters, "index"> {
  /** The number of everybody's letter, in their order. */
  readonly numbers: readonly string[];
}

/** The fields of a contract that its letter is made of; a quarter of what a list holds. */
export const letterFields = [
  "contractNo",
  "loanYear",
  "balance",
  "principal",
  "interest",
  "due",
  "penalty",
  "waiver",
  "dueDate",
  "graduation",
  "alipayAccount",
  "note",
] as const satisfies readonly FieldId[];

const nowhere: RowPlace = { sheet: "", row: 0 };

function sentLoan({ values, issues }: SheetRow): SheetRow {
  const own: Partial<Record<FieldId, unknown>> = {};
  for (const field of letterFields) if (values[field] !== undefined) own[field] = values[field];
  return { place: nowhere, values: own as FieldValues, issues };
}

/** The letters as they can be sent to another thread. */
export function sentLetters({ index, standings, ...sender }: Letters): SentLetters {
  return {
    ...sender,
    standings: standings.map(({ person: { key, name, citizenId, loans }, due, repaid, outstanding }) => {
      const person = { key, name, citizenId, loans: loans.map(sentLoan) };
      return { person, due, repaid, outstanding };
    }),
    numbers: standings.map(({ person }) => index.numberOf(person)),
  };
}

/** The letters as another thread has got them. */
export function gotLetters({ numbers, ...sender }: SentLetters): Letters {
  const byPerson = new Map(sender.standings.map(({ person }, at) => [person, numbers[at] ?? ""]));
  return { ...sender, index: { numberOf: (person: Person) => byPerson.get(person) ?? "" } };
}
