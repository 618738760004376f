// Issuing notices (催收通知书): one printable workbook per responsible school, and the list of those who must not get a notice now.
import type { SchoolKey } from "../domain/identity/keys";
import type { School } from "../domain/places/jurisdiction";
import type { Person } from "../domain/record/person";
import { newestDay } from "../domain/bank/repayment";
import type { Standing } from "../domain/standing/standing";
import type { StopReason } from "../domain/standing/stop";
import { contactRowOf } from "../sheets/reading/contacts";
import { logOf } from "../sheets/checking/change-log";
import { noticeSheets, pageCount, spilledIn } from "../sheets/notices/notice";
import { noticeTemplate } from "../sheets/notices/notice-template";
import { numberRegister } from "../sheets/notices/number-register";
import { withdrawnNotices } from "../sheets/notices/withdrawn-notices";
import { bookTitle } from "../sheets/vocabulary/book-title";
import { noticeFiles, withheldFile } from "../sheets/notices/notice-file";
import { layoutSeverities } from "../domain/record/layout-code";
import type { SeasonBook } from "../sheets/reading/reading";
import { sortPersons } from "../sheets/lists/sort-persons";
import { tabNames } from "../sheets/vocabulary/tabs";
import { noticesSummary, type Withheld, withheldName, withheldSheet } from "../sheets/notices/withheld";
import { chooser, contentOf, type NoticeChoice, withdrawnLetters } from "./notice-choice";
import type { OpenSeason } from "./season";
import { type Ports, WorkbookError } from "./workbook";

/** One school's file of notices. */
export interface NoticesFile {
  readonly school: string;
  readonly file: string;
  readonly notices: number;
  /** More than `notices` only when somebody's contracts need a second page. */
  readonly pages: number;
}

/** What issuing notices has come to: persons with a notice and persons withheld are together all persons. */
export interface NoticesOutcome {
  readonly files: readonly NoticesFile[];
  readonly withheld: readonly { readonly name: string; readonly reason: StopReason; readonly school?: string }[];
  readonly notices: number;
  /** Those whose letter takes more than a page. */
  readonly spilled: readonly string[];
  /** How many letters that were printed earlier have to be taken back. */
  readonly withdrawn: number;
}

interface Sorted {
  /** In the order of schools that the book has; persons and contracts in the order of the school's list. */
  readonly bySchool: readonly { readonly school: School; readonly standings: readonly Standing[] }[];
  readonly withheld: readonly Withheld[];
}

function sortOut(season: OpenSeason): Sorted {
  const standings = season.standingsOn(season.today);
  const standingOf = (person: Person): Standing => {
    const standing = standings.get(person.key);
    if (!standing) throw new RangeError("a person without a standing");
    return { ...standing, person };
  };
  const bySchool = new Map<SchoolKey, { readonly school: School; readonly persons: Person[] }>();
  const withheld: Withheld[] = [];
  for (const assignment of season.divided) {
    const { person, school } = assignment;
    const { stop: reason } = standingOf(person);
    if (reason !== undefined || !school) {
      withheld.push({ person, reason: reason ?? "unassigned", ...(school ? { school: school.name } : {}) });
      continue;
    }
    const group = bySchool.get(school.name) ?? { school, persons: [] };
    group.persons.push(person);
    bySchool.set(school.name, group);
  }
  const order = season.schoolOrder;
  const groups = [...bySchool.values()].sort((a, b) => order(a.school.name, b.school.name));
  return {
    bySchool: groups.map(({ school, persons }) => ({ school, standings: sortPersons(persons).map(standingOf) })),
    withheld: withheld.sort((a, b) => order(a.school ?? "", b.school ?? "")),
  };
}

/** The school's own contact from 附件1, when its row is there. */
function contactOf(book: SeasonBook, school: School): { readonly name: string; readonly phone: string } | undefined {
  const values = contactRowOf(book, school)?.values;
  return values?.contact && values.contactPhone ? { name: values.contact, phone: values.contactPhone } : undefined;
}

// A date that would be replaced, a placeholder that would be printed, a word that would hurt: no letter is made with it.
function refuseUnfit({ sheets }: SeasonBook): void {
  const unfit = sheets.flatMap(({ kind, name, layout }) =>
    kind !== "settings" ? [] : layout.filter(({ code }) => layoutSeverities[code] === "error").map((fault) => ({ name, ...fault })),
  );
  const places = unfit.map(({ name, cell, params }) => `${name}!${cell} ${params["heading"] ?? ""}（${params["value"] ?? ""}）`);
  if (places.length > 0) throw new WorkbookError("settings-unfit", places.slice(0, 3).join("、"));
}

/** @throws WorkbookError `settings-unfit` when 设置 holds a date or a text that must reach no family */
async function run(of: OpenSeason, { workbook, files, log = logOf(of.book) }: Ports, choice: NoticeChoice = {}): Promise<NoticesOutcome> {
  const { book, today: madeOn } = of;
  const { season } = book;
  refuseUnfit(book);
  const isChosen = chooser(of, choice);
  const { bySchool: all, withheld } = sortOut(of);
  const bySchool = all.flatMap(({ school, standings }) => {
    const own = standings.filter((standing) => isChosen(standing, school));
    return own.length > 0 ? [{ school, standings: own }] : [];
  });
  // Figures are as fresh as the bank's last word; before the first, as the list that was handed out.
  const listed = season.dates.listsOut < season.today ? season.dates.listsOut : season.today;
  const dataAsOf = newestDay(book.payments, season.today) ?? listed;
  const names = noticeFiles(bySchool.map(({ school }) => school));
  const made: NoticesFile[] = [];
  const spilled: string[] = [];
  const contents = new Map<string, string>();
  for (const [index, { school, standings }] of bySchool.entries()) {
    const file = names[index] ?? "";
    const contact = contactOf(book, school);
    const letters = { school, standings, season, asOf: dataAsOf, madeOn, index: of.index, ...(contact ? { contact } : {}) };
    const sheets = noticeSheets(letters);
    await files.add(file, { title: bookTitle(season, tabNames.notices, school.name), sheets });
    made.push({ school: school.name, file, notices: standings.length, pages: pageCount(sheets) });
    if (pageCount(sheets) > standings.length) spilled.push(...spilledIn(letters));
    for (const standing of standings) contents.set(of.index.numberOf(standing.person), contentOf(standing, school));
  }
  if (withheld.length > 0)
    await files.add(withheldFile, { title: bookTitle(season, withheldName), sheets: [withheldSheet(withheld, dataAsOf)] });
  const withdrawn = withdrawnLetters(of);
  const taken = withdrawnNotices(
    withdrawn,
    of.grids.some(({ ownTab }) => ownTab === "notices-withdrawn"),
  );
  const printed = numberRegister(of.numbers.printed(contents, madeOn), of.index, of.grids);
  const hasTemplate = of.grids.some(({ ownTab }) => ownTab === "notice-template");
  const count = made.reduce((sum, { notices: own }) => sum + own, 0);
  await workbook.write([
    ...(hasTemplate ? [] : [noticeTemplate(season)]),
    printed,
    ...(taken ? [taken] : []),
    log.add({ on: madeOn, ...noticesSummary(count, withheld.length, withdrawn.length) }),
  ]);
  return {
    files: made,
    spilled,
    withdrawn: withdrawn.length,
    withheld: withheld.map(({ person, reason, school }) => ({ name: person.name, reason, ...(school === undefined ? {} : { school }) })),
    notices: count,
  };
}

/** The button 「催收通知书」: running it again on the same day with the same book makes the same files. */
export const notices = { id: "notices", run } as const;
