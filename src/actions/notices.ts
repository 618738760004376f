// Issuing notices (催收通知书): one printable workbook per responsible school, and the list of those who must not get a notice now.
import type { Season } from "../domain/record/season";
import type { StopReason } from "../domain/standing/stop";
import type { Day } from "../domain/values/day";
import { logOf } from "../sheets/checking/change-log";
import { blankNotice } from "../sheets/notices/blank-notice";
import { leaflet } from "../sheets/notices/leaflet";
import { labelSheet } from "../sheets/notices/labels";
import { labelFileNames, noticeFiles, withheldFile } from "../sheets/notices/notice-file";
import { letterBook, type LettersMade } from "../sheets/notices/letter-book";
import type { Notices } from "../sheets/notices/notice-letter";
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
import { type Files, type Ports, WorkbookError } from "./workbook";
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

/** Letters that are being made. */
export interface NoticesBegun {
  /** Writes into the book what is printed, whether or not it is made yet. */
  readonly write: (ports: Omit<Ports, "files">) => Promise<void>;
  /** What issuing has come to, once every file is made. */
  readonly outcome: () => Promise<NoticesOutcome>;
}

/**
 * Begins to make the letters: beside the running work where the files allow it, else before this resolves.
 * @throws WorkbookError `settings-unfit` when 设置 holds a date or a text that must reach no family
 */
async function begin(of: OpenSeason, files: Files, choice: NoticeChoice = {}): Promise<NoticesBegun> {
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
  const making = await makeLetters(files, new Map(bySchool.map((letters, index) => [names[index] ?? "", letters])));
  if (withheld.length > 0)
    await files.add(withheldFile, { title: bookTitle(season, withheldName), sheets: [withheldSheet(withheld, asOf)] });
  const papers = [...furtherPapers(season, madeOn, choice), ...(choice.withLabels ? labelFiles(of, bySchool) : [])];
  for (const { file, title, sheets } of papers) await files.add(file, { title, sheets });
  const withdrawn = withdrawnLetters(of);
  const count = bySchool.reduce((sum, { standings }) => sum + standings.length, 0);
  return {
    write: async ({ log = logOf(book), ...ports }) => {
      const taken = withdrawnNotices(
        withdrawn,
        of.grids.some(({ ownTab }) => ownTab === "notices-withdrawn"),
      );
      const contents = bySchool.flatMap(({ school, standings }) =>
        standings.map((standing) => [of.index.numberOf(standing.person), contentOf(standing, school)] as const),
      );
      const printed = numberRegister(of.numbers.printed(new Map(contents), madeOn), of.index, of.grids);
      const template = noticeTemplate(season, of.grids);
      await writeRun(of, ports, { command: "notices" }, [
        ...(template ? [template] : []),
        printed,
        ...(taken ? [taken] : []),
        log.add({ on: madeOn, ...noticesSummary(count, withheld.length, withdrawn.length) }),
      ]);
    },
    outcome: async () => {
      const made = await Promise.all(making);
      return {
        files: bySchool.map(({ school, standings }, index) => ({
          school: school.name,
          file: names[index] ?? "",
          notices: standings.length,
          pages: made[index]?.pages ?? 0,
        })),
        spilled: made.flatMap(({ spilled }) => spilled),
        withdrawn: withdrawn.length,
        withheld: withheld.map(({ person, reason, school }) => ({
          name: person.name,
          reason,
          ...(school === undefined ? {} : { school }),
        })),
        notices: count,
        offered: offered(all),
        papers: papers.map(({ file }) => file),
        unknown: (choice.numbers ?? []).filter((text) => !of.index.personPrinted(text)),
      };
    },
  };
}

async function makeLetters(files: Files, books: ReadonlyMap<string, Notices>): Promise<readonly Promise<LettersMade>[]> {
  const making: Promise<LettersMade>[] = [];
  for (const [file, letters] of books) {
    if (files.addLetters) making.push(files.addLetters(file, letters));
    else {
      const { book, ...made } = letterBook(letters);
      await files.add(file, book);
      making.push(Promise.resolve(made));
    }
  }
  return making;
}

/** @throws WorkbookError as `begin` */
async function run(of: OpenSeason, { files, ...ports }: Ports, choice?: NoticeChoice): Promise<NoticesOutcome> {
  const begun = await begin(of, files, choice);
  await begun.write(ports);
  return begun.outcome();
}

/** The button 「生成通知书」: running it again on the same day with the same book makes the same files. */
export const notices = { id: "notices", begin, run } as const;
