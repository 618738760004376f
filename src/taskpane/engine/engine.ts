// The engine: everything that takes long. It lives in a worker (or, in old webviews, beside the pane) and reaches the open book through its port.
import { type Dashboard, dashboardOf } from "../../actions/dashboard";
import { type Beginning, beginningSheets, missingTables, type Table } from "../../actions/begin";
import type { OpenSeason } from "../../actions/season";
import { perform, type Result } from "../../actions/perform";
import { type MergesAsked, type Progress, type Workbook, WorkbookError } from "../../actions/workbook";
import { treat, type Treated, type Treatment } from "../../actions/treat";
import { undo } from "../../actions/undo";
import { type ActionId, actions } from "../../actions/index";
import type { Grid } from "../../sheets/grid";
import type { SheetTab, ShownSheet } from "../../sheets/shown-sheet";
import type { FormulaAbout } from "../../sheets/reading/formulas-about";
import { ownTab } from "../../sheets/reading/own-table";
import { journalIn } from "../../sheets/undoing/run-journal";
import type { SeasonOptions } from "../../sheets/reading/read-season";
import { FileWorkbook } from "../../xlsx/file-workbook";
import { readInWorker } from "../../xlsx/in-browser/read-in-worker";
import { readBook } from "../../xlsx/read-book";
import { writeBook } from "../../xlsx/write-book";
import { type Explained, explained, type Question } from "./explained";
import { foundSheets, type FoundSheet } from "./found-sheets";
import { type FindingFilter, findingList, type FindingList, type Repair, repairsOf } from "./finding-list";
import { type FindingGroup, findingGroups } from "./finding-groups";
import { letterPreview, type LetterPreview } from "./letter-preview";
import type { LetterWish } from "./letter-wish";
import { MadeFiles, type Saving } from "./made-files";
import { type Overview, overviewOf } from "./overview";
import { type Places, placesIn, type WrittenTab } from "./places";
import { type QuestionGroup, questionGroups } from "./question-list";
import { type PlannedTab, Rehearsal } from "./rehearsal";
import type { Request, ReturnedFile } from "./request";
import { incomingFiles, unlocked, unpacked } from "./returned-files";
import { SeasonDesk } from "./season-desk";
import { slipFound, type SlipFound, type SlipOnList, type SlipOnPicture, slipsFound, slipsListed } from "./slip-found";
import { readSlips } from "../../sheets/returns/read-slips";
import type { Step } from "./step";
import { StopSign, stoppable } from "./stoppable";
import { correctableSheets, correctedTab, sheetToCorrect, type SheetToCorrect, type Wanted } from "./sheet-to-correct";

/** The book at a glance, where the season stands, and where what is amiss is to be settled. */
export interface Home extends Overview {
  readonly dashboard: Dashboard;
  readonly places: Places;
  /** The tables that the book lacks. */
  readonly lacks: readonly Table[];
  /** Whether something was written into a file that is open, so that it wants to be saved. */
  readonly isUnsaved: boolean;
}

/** What a button is going to do. */
export interface Plan {
  readonly overview: Overview;
  readonly tabs: readonly PlannedTab[];
  /** The names of the tabs that go. */
  readonly removed: readonly string[];
  readonly files: readonly string[];
  readonly result: Result;
}

/** What a button has done. */
export interface Outcome extends Pick<Home, "isUnsaved"> {
  readonly action: ActionId;
  readonly overview: Overview;
  readonly result: Result;
  readonly findings: readonly FindingGroup[];
  readonly places: Places;
  /** The tabs that were written, as far as people see them. */
  readonly tabs: readonly string[];
  /** The tab that the button was pressed for, by its name in the book. */
  readonly mainTab: string | undefined;
  /** Whether the run wrote anything at all, so that it may be taken back. */
  readonly hasWritten: boolean;
  readonly files: readonly string[];
  readonly saving: Saving | undefined;
}

// Blank forms may be made before anybody is listed.
const wanted = ({ action, season }: Request): SeasonOptions => (action === "forms" ? { ...season, mayLackList: true } : season);

// For what makes no files.
const noFiles = new MadeFiles([], () => Promise.resolve());

/** One open book and what can be done with it. */
export class Engine {
  #workbook: Workbook | undefined;
  #file: FileWorkbook | undefined;
  readonly #desk = new SeasonDesk();
  #grids: readonly Grid[] = [];
  #made: MadeFiles | undefined;
  readonly #stop = new StopSign();

  /** Works on a book that is open elsewhere, such as Excel's. */
  attach(workbook: Workbook): void {
    this.#workbook = workbook;
    this.#file = undefined;
  }

  /**
   * Works on a file.
   * @throws WorkbookError when it is no workbook, or its password is missing or wrong
   */
  async openFile(name: string, bytes: Uint8Array, password?: string): Promise<void> {
    const reading = await readBook(bytes, name, { aside: readInWorker, ...(password ? { password } : {}) });
    this.#file = FileWorkbook.fromReading(name, reading);
    this.#workbook = this.#file;
  }

  /**
   * Puts the invented county among the sheets of the open book; in place of a file, or of nothing, it is a file of this name.
   * @throws WorkbookError when the book takes no sheets
   */
  async trySample(name: string): Promise<void> {
    const { sampleSheets } = await import("./sample-county");
    const sheets = sampleSheets();
    if (this.#workbook && !this.#file) await this.#workbook.write(sheets);
    else await this.openFile(name, await writeBook({ sheets }));
  }

  /**
   * The book at a glance.
   * @param isFresh whether the book as last read will do
   * @param merges unless said otherwise merged cells are not asked for: a list of which nothing was planned or done yet is understood without them
   * @throws WorkbookError
   */
  async look(options: SeasonOptions, isFresh = false, merges: MergesAsked = "never"): Promise<Home> {
    if (!isFresh) this.#grids = await this.#open().read(merges);
    const season = this.#season(options);
    return {
      ...overviewOf(season),
      dashboard: dashboardOf(season),
      places: placesIn(this.#grids, new Map(), season.check),
      lacks: missingTables(this.#grids, options),
      isUnsaved: this.#file?.isChanged === true,
    };
  }

  /** The findings of the book as last read that a filter lets through. */
  findings(options: SeasonOptions, filter: FindingFilter): FindingList {
    return findingList(this.#season(options), filter);
  }

  /** What may be accepted of a rule's findings, by the book as last read. */
  repairs(options: SeasonOptions, filter: FindingFilter, rule: string): readonly Repair[] {
    return repairsOf(this.#season(options), filter, rule);
  }

  /**
   * Writes what was decided about findings, by the book as it is now.
   * @throws WorkbookError
   */
  async treat(options: SeasonOptions, treatment: Treatment): Promise<Treated> {
    const workbook = this.#open();
    this.#grids = await workbook.read();
    return treat(this.#season(options), { workbook, files: noFiles }, treatment);
  }

  /**
   * Takes the last treatment of findings back; resolves to how many lines stay, undefined when something else was done since.
   * @throws WorkbookError
   */
  async untreat(options: SeasonOptions): Promise<number | undefined> {
    const workbook = this.#open();
    this.#grids = await workbook.read();
    if (journalIn(this.#grids)?.at(-1)?.command !== "treat") return undefined;
    const { kept } = await undo.run(this.#season(options), { workbook, files: noFiles });
    return kept;
  }

  /** The user's formulas in the opened file about tabs, by their names, that are going to go. */
  async lostFormulas(gone: readonly string[]): Promise<readonly FormulaAbout[]> {
    return (await this.#file?.lostFormulas(gone)) ?? [];
  }

  /** The tabs of the opened file that people see; none where the book is open elsewhere. */
  async tabs(): Promise<readonly SheetTab[]> {
    return (await this.#file?.tabs()) ?? [];
  }

  /** A sheet of the opened file as it looks. */
  async sheet(name: string): Promise<ShownSheet | undefined> {
    return this.#file?.sheet(name);
  }

  /** Whether the book, as last read, has never been written into: 变更日志 begins with the first time. */
  isUntouched(): boolean {
    return ownTab(this.#grids, "change-log") === undefined;
  }

  /** The names of the book's sheets as last read, those that we made left out. */
  sheetNames(): readonly string[] {
    return this.#grids.filter(({ ownTab }) => ownTab === undefined).map(({ name }) => name);
  }

  /** What stands on the sheets as last read. */
  foundSheets(): readonly FoundSheet[] {
    return foundSheets(this.#grids);
  }

  /** The tables that the book, as last read, lacks. */
  missingTables(options: SeasonOptions): readonly Table[] {
    return missingTables(this.#grids, options);
  }

  /**
   * Lays down the tables that the book as it is now lacks; resolves to their names.
   * @throws WorkbookError when the book takes no sheets
   */
  async begin(options: SeasonOptions, beginning: Beginning): Promise<readonly string[]> {
    const workbook = this.#open();
    this.#grids = await workbook.read();
    const sheets = beginningSheets(this.#grids, beginning, options);
    return sheets.length === 0 ? [] : workbook.write(sheets);
  }

  /** Whether the book as last read, in which nobody is listed, has what blank forms are made from. */
  canMakeForms(options: SeasonOptions): boolean {
    try {
      this.#season({ ...options, mayLackList: true });
      return true;
    } catch (error) {
      if (error instanceof WorkbookError) return false;
      throw error;
    }
  }

  /** The names of the sheets, as last read, whose recognition the user may correct. */
  correctableSheets(): readonly string[] {
    return correctableSheets(this.#grids);
  }

  /** A sheet, as last read, laid open for correction, under another heading row if one is given. */
  sheetToCorrect(name: string, row?: number): SheetToCorrect {
    return sheetToCorrect(this.#grids, name, row);
  }

  /**
   * Makes the book remember what the user says about a sheet, or forget it.
   * @throws WorkbookError
   */
  async correct(name: string, wanted?: Wanted): Promise<void> {
    this.#grids = await this.#open().read();
    const tab = correctedTab(this.#grids, name, wanted);
    if (tab) await this.#open().write([tab]);
    else await this.#open().remove(["corrections"]);
  }

  /** Returned files with ZIP files opened. */
  unpack(files: readonly ReturnedFile[]): readonly ReturnedFile[] {
    return unpacked(files);
  }

  /** Returned files without their passwords, where these are known or among those that the user typed; the others are said to be locked. */
  unlock(files: readonly ReturnedFile[], typed: readonly string[]): Promise<readonly ReturnedFile[]> {
    return unlocked(files, typed, this.#grids);
  }

  /**
   * The questions of 冲突与无法匹配 on which nobody has decided.
   * @throws WorkbookError
   */
  async questions(): Promise<readonly QuestionGroup[]> {
    this.#grids = await this.#open().read("unknown");
    return questionGroups(this.#grids);
  }

  /** Whose slip a number is, by the book as last read. */
  slipOf(number: string, options: SeasonOptions): SlipFound {
    return slipFound(this.#season(options), number);
  }

  /** Whose slips lie on a picture with these codes, by the book as last read. */
  slipsOn(codes: readonly string[], options: SeasonOptions): readonly SlipOnPicture[] {
    return slipsFound(this.#season(options), codes);
  }

  /**
   * Whose slips stand on a list, by the book as last read.
   * @throws WorkbookError when the file cannot be read
   */
  async slipsIn({ name, bytes }: ReturnedFile, options: SeasonOptions): Promise<readonly SlipOnList[]> {
    const season = this.#season(options);
    const { grids } = await readBook(bytes, name, { aside: readInWorker });
    return slipsListed(
      season,
      grids.flatMap((grid) => readSlips(name, grid, season.book.season.year)),
    );
  }

  /**
   * A letter as it prints.
   * @param isFresh whether the book as last read will do
   * @throws WorkbookError
   */
  async letter(options: SeasonOptions, wish: LetterWish, isFresh = false): Promise<LetterPreview> {
    this.#grids = await this.#open().read(isFresh ? "missing" : "unknown");
    return letterPreview(this.#season(options), wish);
  }

  /**
   * What a button would do, the book untouched.
   * @param isFresh whether the book as last read will do
   * @throws WorkbookError
   */
  async plan(request: Request, isFresh = false): Promise<Plan> {
    this.#grids = await this.#open().read(isFresh ? "missing" : "always");
    const rehearsal = this.#rehearsal(request.incoming);
    const season = this.#season(wanted(request));
    const { result } = await perform(season, { workbook: rehearsal, files: rehearsal }, request);
    return { overview: overviewOf(season), tabs: rehearsal.tabs, removed: rehearsal.removed, files: rehearsal.files, result };
  }

  /**
   * Does what a button does, on the book as it is now.
   * @param fileCount how many files the plan announced
   * @throws WorkbookError
   * @throws Cancelled when the user stopped it: the book is then as it was
   */
  async run(request: Request, fileCount: number, step: Step): Promise<Outcome> {
    this.#stop.lower();
    const files = new MadeFiles(incomingFiles(request.incoming), async (made) => {
      step("files", made, Math.max(made, fileCount));
      await this.#stop.passed();
    });
    const progress: Progress = (label, done, total) => step(label === "writing" ? "tabs" : label, done, total);
    this.#made = files;
    const written = new Map<string, WrittenTab>();
    step("reading", 0, 0);
    this.#grids = await this.#open().read();
    step("checking", 0, 0);
    await this.#stop.passed();
    const workbook = stoppable(this.#open(), { stop: this.#stop, step, written });
    const season = this.#season(wanted(request));
    const { check, result, tabs } = await perform(season, { workbook, files, progress }, request);
    const unseen = new Set([...written.values()].flatMap(({ name, spec }) => (spec.visibility ? [name] : [])));
    return {
      action: request.action,
      overview: overviewOf(season),
      result,
      findings: findingGroups(check.findings),
      places: placesIn(this.#grids, written, check),
      tabs: tabs.filter((name) => !unseen.has(name)),
      mainTab: tabsOf(request.action).flatMap((tab) => written.get(tab)?.name ?? [])[0],
      hasWritten: written.size > 0,
      isUnsaved: this.#file?.isChanged === true,
      files: files.names,
      saving: files.saving(),
    };
  }

  /**
   * Leads from a figure of the book as it is now to its cells.
   * @throws WorkbookError
   */
  async explain(options: SeasonOptions, question?: Question): Promise<Explained> {
    this.#grids = await this.#open().read("unknown");
    return explained(this.#season(options), question);
  }

  /** Stops the job that is running at the next moment at which the book is whole. */
  cancel(): void {
    this.#stop.raise();
  }

  /**
   * One of the files that the last run made.
   * @throws RangeError when it made no such file
   */
  madeFile(name: string): Uint8Array {
    if (!this.#made) throw new RangeError("no files were made");
    return this.#made.bytesOf(name);
  }

  /**
   * The opened file with our tabs in it.
   * @throws RangeError when the book is not a file
   */
  async copyOfFile(): Promise<Saving> {
    if (!this.#file) throw new RangeError("the open book is not a file");
    return { name: copyName(this.#file.name), bytes: await this.#file.bytes() };
  }

  #open(): Workbook {
    if (!this.#workbook) throw new RangeError("no book is open");
    return this.#workbook;
  }

  #season(options: SeasonOptions): OpenSeason {
    return this.#desk.open(this.#grids, this.#open().name, options);
  }

  #rehearsal(incoming: readonly ReturnedFile[] = []): Rehearsal {
    return new Rehearsal(this.#open().name, this.#grids, incomingFiles(incoming));
  }
}

const tabsOf = (action: ActionId): readonly string[] => actions.find(({ id }) => id === action)?.tabs ?? [];

function copyName(name: string): string {
  return /\.xls[xm]$/i.test(name) ? name : `${name.replace(/\.[^.]*$/, "")}.xlsx`;
}
