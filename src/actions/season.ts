// The season at work: a book is understood once, and whatever follows from it is worked out once, when it is first asked for.
import type { Day } from "../domain/values/day";
import type { Finding } from "../domain/record/finding";
import { setApart } from "../domain/checking/held";
import type { Assigned, Assignment, School } from "../domain/places/jurisdiction";
import { type ContractIndex, indexContracts } from "../domain/identity/contract-index";
import type { ContractKey, PersonKey, SchoolKey } from "../domain/identity/keys";
import { indexReports, knownBy, type ReportIndex } from "../domain/identity/report";
import { giveNumbers, type NoticeNumbers } from "../domain/identity/notice-numbers";
import { RosterIndex } from "../domain/identity/roster-index";
import type { Person } from "../domain/record/person";
import { registerIds, type Registers } from "../domain/record/registers";
import { fingerprintOf } from "../domain/identity/row-key";
import { groupBy } from "../domain/values/group-by";
import { countedParts } from "../domain/bank/counted-parts";
import type { Facts } from "../domain/explaining/explain";
import { rosterThen } from "../domain/explaining/list-then";
import { type Booking, bookPayments } from "../domain/bank/repayment";
import type { SlipRecord } from "../domain/returns/slip";
import {
  type Standing,
  type StandingSources,
  standingsInQuestion,
  standingsOf,
  stopsOf,
  withoutLetters,
} from "../domain/standing/standing";
import type { StopReason } from "../domain/standing/stop";
import { assignmentsOf, schoolOrder, schoolsIn } from "../sheets/reading/assignments";
import type { Grid } from "../sheets/grid";
import { readSeasonBook, type SeasonOptions, TwoListsError, withBankRows } from "../sheets/reading/read-season";
import type { SeasonBook, SheetKind } from "../sheets/reading/reading";
import { stopSources } from "../sheets/checking/stop-decisions";
import { editionOn } from "../sheets/lists/list-versions";
import { sortPersons } from "../sheets/lists/sort-persons";
import { decisionsIn } from "../sheets/lists/unassigned";
import { keptNumbers, numberRegister } from "../sheets/notices/number-register";
import { slipsIn } from "../sheets/returns/slip-register";
import { countyLetters } from "../sheets/vocabulary/county-letters";
import type { SheetSpec } from "../sheets/writing/spec";
import { checkBook, type CheckedErrors, checkErrors, type CheckResult } from "./check-book";
import type { RuleAnswers } from "./rule-context";
import { type Workbook, WorkbookError } from "./workbook";

const hasSchool = (assignment: Assignment): assignment is Assigned => assignment.school !== undefined;

// What a county lays down before anybody is listed.
const hasTables = ({ sheets }: SeasonBook) =>
  sheets.some(({ kind, grid }) => (kind === "settings" && !grid.ownTab) || kind === "jurisdictions" || kind === "contacts");

/** The kinds of tables that stand on a book's own sheets, whether or not anybody is listed. */
export function tablesIn(grids: readonly Grid[], options: SeasonOptions): ReadonlySet<SheetKind> {
  return new Set(readSeasonBook(grids, options).sheets.flatMap(({ kind, grid }) => (grid.ownTab ? [] : [kind])));
}

/** Answers that are known already, and not worked out again. */
export interface KnownAnswers {
  readonly assignments?: readonly Assignment[];
  readonly held?: ReadonlySet<PersonKey>;
  readonly standings?: ReadonlyMap<PersonKey, Standing>;
}

/** A book of the season and every answer that the buttons ask of it. */
export class OpenSeason {
  readonly #answers = new Map<string, unknown>();

  constructor(
    readonly book: SeasonBook,
    private readonly known: KnownAnswers = {},
    /** The same book before the reports that it now has. */
    private readonly before?: OpenSeason,
    private readonly options?: SeasonOptions,
  ) {}

  /**
   * The season in a book's sheets.
   * @param name the book's file name, for the refusal
   * @throws WorkbookError `no-borrowers` when no sheet lists borrowers, `two-lists` when two sheets list the same contracts
   */
  static in(grids: readonly Grid[], name: string, options: SeasonOptions): OpenSeason {
    try {
      const book = readSeasonBook(grids, options);
      const isBegun = book.roster.rows.length > 0 || (options.mayLackList === true && hasTables(book));
      if (!isBegun) throw new WorkbookError("no-borrowers", name);
      return new OpenSeason(book, {}, undefined, options);
    } catch (error) {
      if (error instanceof TwoListsError) throw new WorkbookError("two-lists", `${error.first}、${error.second}`);
      throw error;
    }
  }

  /**
   * The season in the workbook as it is now.
   * @throws WorkbookError as `in`
   */
  static async open(workbook: Workbook, options: SeasonOptions): Promise<OpenSeason> {
    return OpenSeason.in(await workbook.read(), workbook.name, options);
  }

  /** The day on which everything is done: 设置「今天」, else the clock's. */
  get today(): Day {
    return this.book.season.today;
  }

  /** The sheets as they were read. */
  get grids(): readonly Grid[] {
    return this.#once("grids", () => [...new Set(this.book.sheets.map(({ grid }) => grid))]);
  }

  /** What rules and layout have to say about the book. */
  get check(): CheckResult {
    return this.#once("check", () => {
      const { check, errors } = checkBook(this.book, this.#ruleAnswers, this.#answered("errors"));
      this.#answers.set("errors", errors);
      return check;
    });
  }

  get findings(): readonly Finding[] {
    return this.check.findings;
  }

  /** The errors of the check, which are enough for lists and letters. */
  get errors(): CheckedErrors {
    return this.#once("errors", () => checkErrors(this.book, this.#ruleAnswers));
  }

  /** The keys of persons on whose rows an error stands: no list, no notice, until it is mended. */
  get held(): ReadonlySet<PersonKey> {
    return this.known.held ?? this.before?.held ?? this.errors.held;
  }

  /** All schools, in the order of 附件2; without a table those that the rows or 待划分 name. */
  get schools(): readonly School[] {
    return this.#once("schools", () => schoolsIn(this.book, this.placeDecisions));
  }

  /** Compares names of schools by that order. */
  get schoolOrder(): (a: SchoolKey | "", b: SchoolKey | "") => number {
    return this.#once("schoolOrder", () => schoolOrder(this.schools));
  }

  /** The list by everything that says whose a row is. */
  get index(): RosterIndex {
    return this.before?.index ?? this.#once("index", () => new RosterIndex(this.book.roster, fingerprintOf, () => this.numbers));
  }

  /** The numbers of everybody's papers: those that the book keeps, and new ones for who stands on a school's list without one. */
  get numbers(): NoticeNumbers {
    return this.before?.numbers ?? this.#once("numbers", () => this.#giveNumbers());
  }

  /** The school that the centre wrote on 待划分, by contract. */
  get placeDecisions(): ReadonlyMap<ContractKey, string> {
    return this.before?.placeDecisions ?? this.#once("placeDecisions", () => decisionsIn(this.grids, this.index));
  }

  /** Whose school answers for whom, errors left aside: by this, returned rows are judged. */
  get assignments(): readonly Assignment[] {
    const known = this.known.assignments ?? this.before?.assignments;
    return known ?? this.#once("assignments", () => assignmentsOf(this.book, this.placeDecisions));
  }

  /** The same with those who are held back standing apart: by this, lists are made and schools measured. */
  get divided(): readonly Assignment[] {
    return this.#once("divided", () => setApart(this.assignments, this.held));
  }

  /** The contracts of the list, to find a returned row's. */
  get contracts(): ContractIndex {
    return this.#once("contracts", () => indexContracts(this.index, this.assignments));
  }

  /** The register of numbers, written with the papers that bear them; nothing where the book has them all. */
  get numberTabs(): readonly SheetSpec[] {
    const { numbers, index, grids } = this;
    return numbers.news > 0 ? [numberRegister(numbers, index, grids)] : [];
  }

  /** The slips that are in (签收单回收), as the book keeps them. */
  get slips(): readonly SlipRecord[] {
    return this.#once("slips", () => slipsIn(this.grids, this.numbers, this.index.persons));
  }

  /** What schools have reported, by person. */
  get reports(): ReportIndex {
    return this.#once("reports", () => indexReports(this.index, this.book.registers));
  }

  /** The bank's sheets booked as they stand on a day. */
  bookingOn(asOf: Day): Booking {
    const { payments, sheets } = this.book;
    return this.before?.bookingOn(asOf) ?? this.#once(`booking ${asOf}`, () => bookPayments(this.index, payments, asOf, sheets));
  }

  /** Where every person stands on a day, by person key: the one answer to whether somebody may be approached. */
  standingsOn(asOf: Day): ReadonlyMap<PersonKey, Standing> {
    return this.known.standings ?? this.#once(`standings ${asOf}`, () => standingsOf(this.#sources(asOf, this.reports.byPerson)));
  }

  /** The same, of those alone who may have to be looked at first. */
  get inQuestion(): ReadonlyMap<PersonKey, Standing> {
    const standings = this.known.standings ?? this.#answered<ReadonlyMap<PersonKey, Standing>>(`standings ${this.today}`);
    return standings ?? this.#once("inQuestion", () => standingsInQuestion(this.#sources(this.today, this.reports.byPerson)));
  }

  /** What figures of a day are led back to their cells by. */
  factsOn(asOf: Day): Facts {
    return this.#once(`facts ${asOf}`, () => ({ asOf, reports: this.reports, parts: countedParts(this.index, this.bookingOn(asOf)) }));
  }

  /** Why nobody may approach a person today, as the standings say it; who asks that alone, and of a few, need not wait for all of them. */
  get stopNow(): (person: Person) => StopReason | undefined {
    return this.#once("stopNow", () => stopsOf(this.#sources(this.today, this.reports.byPerson)));
  }

  /** The keys of persons who were rightly sent no letter when letters went out, as far as that was by this day. */
  sparedOn(asOf: Day): ReadonlySet<PersonKey> {
    const { deliveryFrom } = this.book.season.dates;
    const lettersOut = deliveryFrom < asOf ? deliveryFrom : asOf;
    return this.#once(`spared ${lettersOut}`, () => {
      const isKnown = lettersOut === asOf && this.reports.byPerson.size === 0;
      const standings = isKnown ? this.standingsOn(asOf) : undefined;
      const stopOf = standings && (({ key }: Person) => standings.get(key)?.stop);
      return withoutLetters(this.book.roster, stopOf ?? stopsOf(this.#sources(lettersOut, knownBy(this.reports, lettersOut))));
    });
  }

  /** The book with the list as it last went out by a day, else as it first did; undefined when no version of the lists bears a day. */
  listedOn(day: Day): OpenSeason | undefined {
    const edition = this.#once(`edition ${day}`, () => editionOn(this.grids, day));
    if (!edition) return undefined;
    return this.#once(`listed ${edition.on ?? ""} ${edition.version}`, () => {
      const { payments, registers } = this.book;
      const mentions = [...payments, ...registerIds.flatMap((register) => registers[register])];
      const { index, schools } = this;
      const { roster, assignments } = rosterThen({ listed: edition.listed, index, schools, mentions });
      return new OpenSeason({ ...this.book, roster }, { assignments, held: new Set() });
    });
  }

  /** The season as it is seen on an earlier day: on the list as it had gone out by then, with the money and the reports of that day. */
  on(day: Day): OpenSeason {
    const past = this.listedOn(day);
    const { book, known } = past ?? this;
    return new OpenSeason({ ...book, season: { ...book.season, today: day } }, past ? known : {}, past ? undefined : this);
  }

  /** The same book with another tab 银行流水 than it has. */
  withBankRows(grid: Grid): OpenSeason {
    return new OpenSeason(withBankRows(this.book, grid));
  }

  /** The same book with other reports in its registers; what does not depend on them is not worked out again. */
  withReports(registers: Registers): OpenSeason {
    return new OpenSeason({ ...this.book, registers }, {}, this);
  }

  /** The season with other sheets in the same book, read as it was. */
  withSheets(grids: readonly Grid[]): OpenSeason {
    return OpenSeason.in(grids, "", this.options ?? { clock: this.today, today: this.today });
  }

  get #ruleAnswers(): RuleAnswers {
    return { assignments: this.assignments, booking: this.bookingOn(this.today) };
  }

  #sources(asOf: Day, reports: StandingSources["reports"]): StandingSources {
    const { held, divided: assignments, index } = this;
    const { roster } = this.book;
    return { roster, asOf, held, assignments, reports, booking: this.bookingOn(asOf), ...stopSources(this.book, index) };
  }

  #giveNumbers(): NoticeNumbers {
    const { county, year } = this.book.season;
    const listed = groupBy(this.divided.filter(hasSchool), ({ school }) => school.name);
    return giveNumbers({
      kept: keptNumbers(this.grids),
      persons: this.book.roster.persons,
      lists: [...listed.values()].map((own) => ({ school: own[0].school, persons: sortPersons(own.map(({ person }) => person)) })),
      printOf: (person) => this.index.prints.of(person.key),
      county: countyLetters(county),
      year,
      today: this.today,
    });
  }

  #answered<T>(name: string): T | undefined {
    return this.#answers.get(name) as T | undefined;
  }

  #once<T>(name: string, answer: () => T): T {
    if (!this.#answers.has(name)) this.#answers.set(name, answer());
    return this.#answers.get(name) as T;
  }
}
