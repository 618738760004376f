// Issuing notices (催收通知书): one printable workbook per responsible school, and the list of those who must not get a notice now.
import type { Season } from "../domain/record/season";
import type { StopReason } from "../domain/standing/stop";
import type { Day } from "../domain/values/day";
import { logOf } from "../sheets/checking/change-log";
import { blankNotice } from "../sheets/notices/blank-notice";
import { leaflet } from "../sheets/notices/leaflet";
import { labelSheet } from "../sheets/notices/labels";
import { labelFileNames, noticeFiles, withheldFile } from "../sheets/notices/notice-file";
import type { Notices } from "../sheets/notices/notice-letter";
import { noticeSheets, pageCount, spilledIn } from "../sheets/notices/notice";
import type { Line } from "../sheets/notices/notice-page";
import { paperSheet } from "../sheets/notices/notice-stack";
import { noticeTemplate } from "../sheets/notices/notice-template";
import { numberRegister } from "../sheets/notices/number-register";
import { withdrawnNotices } from "../sheets/notices/withdrawn-notices";
import { noticesSummary, withheldName, withheldSheet } from "../sheets/notices/withheld";
import { bookTitle } from "../sheets/vocabulary/book-title";
import { tabNames } from "../sheets/vocabulary/tabs";
import type { SheetSpec } from "../sheets/writing/spec";
import { chooser, contentOf, type NoticeChoice, withdrawnLetters } from "./notice-choice";
import { lettersOf, unfitSettings } from "./notice-letters";
import type { OpenSeason } from "./season";
import { type Ports, WorkbookError } from "./workbook";
import { writeRun } from "./write-run";

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
  /** What may be chosen, in the order of the schools. */
  readonly offered: readonly OfferedLetters[];
  /** The files of the papers that were asked for besides: the leaflet, the blank notice, the labels of each school. */
  readonly papers: readonly string[];
  /** Numbers that were asked for and are nobody's. */
  readonly unknown: readonly string[];
}

// A letter is made with none of them.
function refuseUnfit({ book }: OpenSeason): void {
  const places = unfitSettings(book).map(({ sheet, cell, heading, value }) => `${sheet}!${cell} ${heading}（${value}）`);
  if (places.length > 0) throw new WorkbookError("settings-unfit", places.slice(0, 3).join("、"));
}

/** The schools and villages whose letters may be chosen. */
export interface OfferedLetters {
  readonly school: string;
  readonly villages: readonly string[];
}

function offered(all: readonly Notices[]): readonly OfferedLetters[] {
  return all.map(({ school, standings }) => {
    const villages = new Set(standings.flatMap(({ person }) => person.loans.flatMap(({ values }) => values.village ?? [])));
    return { school: school.name, villages: [...villages] };
  });
}

interface Paper {
  readonly file: string;
  readonly title: string;
  readonly sheets: readonly SheetSpec[];
}

// Papers of one page, to be printed as often as they are needed.
function furtherPapers(season: Season, on: Day, { withLeaflet, withBlank }: NoticeChoice): readonly Paper[] {
  const paper = (tab: "leaflet" | "blank-notice", page: readonly Line[] | undefined): Paper => {
    const name = tabNames[tab];
    if (!page) throw new WorkbookError("settings-unfit", `${tabNames["notice-template"]}：${name}超过一页，请改短文字`);
    return { file: `${name}.xlsx`, title: bookTitle(season, name), sheets: [paperSheet({ tab, name }, [page])] };
  };
  return [
    ...(withLeaflet ? [paper("leaflet", leaflet(season, on))] : []),
    ...(withBlank ? [paper("blank-notice", blankNotice(season, on))] : []),
  ];
}

function labelFiles({ book: { season }, index }: OpenSeason, bySchool: readonly Notices[]): readonly Paper[] {
  const names = labelFileNames(bySchool.map(({ school }) => school));
  return bySchool.map(({ school, standings }, at) => ({
    file: names[at] ?? "",
    title: bookTitle(season, tabNames.labels, school.name),
    sheets: [labelSheet(standings.map(({ person }) => ({ person, number: index.numberOf(person) })))],
  }));
}

/** @throws WorkbookError `settings-unfit` when 设置 holds a date or a text that must reach no family */
async function run(of: OpenSeason, { files, log = logOf(of.book), ...ports }: Ports, choice: NoticeChoice = {}): Promise<NoticesOutcome> {
  const { book, today: madeOn } = of;
  const { season } = book;
  refuseUnfit(of);
  const isChosen = chooser(of, choice);
  const { bySchool: all, withheld, asOf } = lettersOf(of);
  const bySchool = all.flatMap((letters) => {
    const own = letters.standings.filter((standing) => isChosen(standing, letters.school));
    return own.length > 0 ? [{ ...letters, standings: own }] : [];
  });
  const names = noticeFiles(bySchool.map(({ school }) => school));
  const made: NoticesFile[] = [];
  const spilled: string[] = [];
  const contents = new Map<string, string>();
  for (const [index, letters] of bySchool.entries()) {
    const { school, standings } = letters;
    const file = names[index] ?? "";
    const sheets = noticeSheets(letters);
    await files.add(file, { title: bookTitle(season, tabNames.notices, school.name), sheets });
    made.push({ school: school.name, file, notices: standings.length, pages: pageCount(sheets) });
    if (pageCount(sheets) > standings.length) spilled.push(...spilledIn(letters));
    for (const standing of standings) contents.set(of.index.numberOf(standing.person), contentOf(standing, school));
  }
  if (withheld.length > 0)
    await files.add(withheldFile, { title: bookTitle(season, withheldName), sheets: [withheldSheet(withheld, asOf)] });
  const papers = [...furtherPapers(season, madeOn, choice), ...(choice.withLabels ? labelFiles(of, bySchool) : [])];
  for (const { file, title, sheets } of papers) await files.add(file, { title, sheets });
  const withdrawn = withdrawnLetters(of);
  const taken = withdrawnNotices(
    withdrawn,
    of.grids.some(({ ownTab }) => ownTab === "notices-withdrawn"),
  );
  const printed = numberRegister(of.numbers.printed(contents, madeOn), of.index, of.grids);
  const template = noticeTemplate(season, of.grids);
  const count = made.reduce((sum, { notices: own }) => sum + own, 0);
  await writeRun(of, ports, { command: "notices" }, [
    ...(template ? [template] : []),
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
    offered: offered(all),
    papers: papers.map(({ file }) => file),
    unknown: (choice.numbers ?? []).filter((text) => !of.index.personPrinted(text)),
  };
}

/** The button 「催收通知书」: running it again on the same day with the same book makes the same files. */
export const notices = { id: "notices", run } as const;
