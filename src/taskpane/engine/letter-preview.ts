// The letters of the open book one by one, as they print: chosen by place, by name or number, or as an example of a hard case.
import { type UnfitSetting, lettersOf, unfitSettings } from "../../actions/notice-letters";
import { statementsOf } from "../../actions/statements";
import type { OpenSeason } from "../../actions/season";
import type { Standing } from "../../domain/standing/standing";
import { blankNotice } from "../../sheets/notices/blank-notice";
import { leaflet } from "../../sheets/notices/leaflet";
import { naturalHeight, pagesOf } from "../../sheets/notices/notice";
import { type Letter, letterOf, type Notices } from "../../sheets/notices/notice-letter";
import { paper, type PrintedPage, printedPage } from "../../sheets/notices/printed-page";
import { statementPages } from "../../sheets/notices/statement";
import { tabNames } from "../../sheets/vocabulary/tabs";
import type { FormPaper, LetterCase, LetterWish } from "./letter-wish";

/** One letter, as it prints. */
export interface ShownLetter {
  /** Counted from 0 among all letters; -1 for a paper that is nobody's own. */
  readonly at: number;
  readonly form?: FormPaper;
  readonly name: string;
  readonly school: string;
  readonly number: string;
  /** The size of a page. */
  readonly paper: { readonly width: number; readonly height: number };
  readonly pages: readonly PrintedPage[];
}

/** What the preview shows: faults that stop all letters, and a letter; none where there are none, or nobody is meant. */
export interface LetterPreview {
  readonly total: number;
  readonly faults: readonly UnfitSetting[];
  readonly letter?: ShownLetter;
}

interface Place {
  readonly notices: Notices;
  readonly standing: Standing;
}

const places = new WeakMap<OpenSeason, readonly Place[]>();

function placesIn(of: OpenSeason): readonly Place[] {
  const known = places.get(of);
  if (known) return known;
  const all = lettersOf(of).bySchool.flatMap((notices) => notices.standings.map((standing) => ({ notices, standing })));
  places.set(of, all);
  return all;
}

const letterAt = ({ notices, standing }: Place): Letter => letterOf(notices, standing);

// Of several letters that measure the same the first one.
function highest(all: readonly Place[], measure: (place: Place) => number): number {
  let [best, most] = [-1, -Infinity];
  for (const [at, place] of all.entries()) {
    const value = measure(place);
    if (value > most) [best, most] = [at, value];
  }
  return best;
}

function caseIn(all: readonly Place[], like: LetterCase): number {
  switch (like) {
    case "longest":
      return highest(all, (place) => naturalHeight(letterAt(place)));
    case "most-contracts":
      return highest(all, ({ standing }) => standing.person.loans.length);
    case "zero-principal":
      return all.findIndex(({ standing: { person, due } }) => due > 0 && person.loans.every(({ values }) => values.principal === 0));
    case "partly-paid":
      return all.findIndex(({ standing: { repaid } }) => repaid > 0);
  }
}

function found(all: readonly Place[], text: string, after: number): number {
  const wanted = text.trim().toUpperCase();
  if (wanted === "") return -1;
  const bears = ({ notices: { index }, standing: { person } }: Place) =>
    person.name.includes(wanted) || index.numberOf(person).includes(wanted);
  const next = all.findIndex((place, at) => at > after && bears(place));
  return next >= 0 ? next : all.findIndex(bears);
}

function placeOf(all: readonly Place[], wish: Exclude<LetterWish, { readonly form: FormPaper }>): number {
  if ("at" in wish) return Math.min(Math.max(wish.at, 0), all.length - 1);
  return "like" in wish ? caseIn(all, wish.like) : found(all, wish.text, wish.after);
}

/** The wanted letter of a season, with what stops all of them. */
export function letterPreview(of: OpenSeason, wish: LetterWish): LetterPreview {
  const all = placesIn(of);
  if ("form" in wish) return { total: all.length, faults: unfitSettings(of.book), ...formShown(of, wish.form) };
  const at = placeOf(all, wish);
  const place = all[at];
  const base = { total: all.length, faults: unfitSettings(of.book) };
  if (!place) return base;
  const letter = letterAt(place);
  const { school, standing, number } = letter;
  return {
    ...base,
    letter: { at, name: standing.person.name, school: school.name, number, paper, pages: pagesOf(letter).map(printedPage) },
  };
}

const forms = { leaflet, "blank-notice": blankNotice } as const;

// Nothing where the office's texts are too long for its page.
function formShown(of: OpenSeason, form: FormPaper): Pick<LetterPreview, "letter"> {
  const { book, today } = of;
  if (form === "statements") return statementsShown(of);
  const page = forms[form](book.season, today);
  return page ? { letter: { at: -1, form, name: tabNames[form], school: "", number: "", paper, pages: [printedPage(page)] } } : {};
}

/** As many statements as one looks at before all are printed. */
const shownStatements = 20;

function statementsShown(of: OpenSeason): Pick<LetterPreview, "letter"> {
  const pages = statementsOf(of).flatMap(statementPages).slice(0, shownStatements);
  if (pages.length === 0) return {};
  const name = tabNames.statements;
  return { letter: { at: -1, form: "statements", name, school: "", number: "", paper, pages: pages.map(printedPage) } };
}
