// The pane: what a press of a button leads to, over whatever host.
import type { ActionId } from "../../actions/index";
import type { Beginning } from "../../actions/begin";
import { paneVoice, type Say } from "../../i18n/pane";
import { buttonLabel } from "./buttons";
import { Correcting } from "../jobs/correcting";
import type { Draft } from "../jobs/correct-draft";
import { FindingTour } from "../jobs/finding-tour";
import type { EnginePort } from "../engine/start-engine";
import { Deciding } from "../jobs/deciding";
import { Explaining } from "../jobs/explaining";
import type { BesidePane, PaneHost, Sheets } from "./host";
import { InBook } from "./in-book";
import { Job } from "../jobs/job";
import { Opening, openView } from "../jobs/opening";
import type { Controls, Scene, View } from "./pane-state";
import { paneView } from "./pane-view";
import { isAboutRecognition, isAboutSchools, refusalOf, twoListsOf } from "./refusals";
import { Previewing } from "../jobs/previewing";
import { Returning } from "../jobs/returning";
import { Saving } from "../jobs/saving";
import { FindingTreatment } from "../jobs/treating";
import { listed } from "./say-things";
import { Screen } from "./screen";
import { Selection } from "./selection";
import { SlipEntering } from "../jobs/slip-entering";

/** One pane over one host. */
export class Pane {
  readonly #say: Say;
  readonly #screen: Screen;
  readonly #selection: Selection;
  readonly #job: Job;
  readonly #inBook: InBook;
  readonly #tour: FindingTour;
  readonly #treatment: FindingTreatment;
  readonly #opening: Opening;
  readonly #returning: Returning;
  readonly #slips: SlipEntering;
  readonly #deciding: Deciding;
  readonly #previewing: Previewing;
  readonly #correcting: Correcting;
  readonly #explaining: Explaining;
  readonly #saving: Saving;
  readonly #beside: BesidePane | undefined;
  #bookName: string;
  #backup: Scene["backup"];
  #left: Scene["left"];
  // The button whose plan was on show when the user began to correct.
  #planned: ActionId | undefined;
  #again: () => Promise<void> = () => this.#look();
  // Whether that is the opening of a file.
  #isOpening = false;

  constructor(
    root: HTMLElement,
    private readonly host: PaneHost,
    private readonly engine: EnginePort,
  ) {
    this.#say = paneVoice(host.language);
    this.#bookName = host.book?.name ?? "";
    this.#screen = new Screen(
      root,
      host.book ? { kind: "busy", text: this.#say("reading.lead") } : openView,
      (view, notice) => paneView(this.#scene(view, notice)),
      ({ kind }) => {
        if (kind !== "busy" && kind !== "running") void this.#beside?.update(kind !== "open");
      },
    );
    this.#beside = host.beside?.(engine, () => this.#screen.redraw());
    this.#job = new Job(engine, this.#screen, host);
    this.#inBook = new InBook(this.#screen, host, () => this.#sheets);
    this.#opening = new Opening(engine, this.#screen, host.language);
    this.#returning = new Returning(engine, this.#screen, this.#say);
    this.#slips = new SlipEntering(engine, this.#screen, () => this.#selection.season());
    this.#deciding = new Deciding(engine, this.#screen);
    this.#selection = new Selection(host, { returning: this.#returning, slips: this.#slips, deciding: this.#deciding });
    this.#previewing = new Previewing(engine, this.#screen, () => this.#selection.season());
    this.#tour = new FindingTour(engine, this.#screen, this.#selection, this.#inBook);
    this.#treatment = new FindingTreatment(engine, this.#screen, this.#selection, this.#say);
    this.#correcting = new Correcting(engine, this.#screen);
    this.#explaining = new Explaining(engine, this.#screen, () => this.#sheets, this.#selection);
    this.#saving = new Saving(engine, this.#screen, host);
  }

  /** Draws the pane and reads the book, if one is open. */
  async start(): Promise<void> {
    this.#screen.redraw();
    const { book, begin } = this.host;
    if (!book) return;
    this.host.listen?.({
      waits: (reason) => this.#inBook.waits(reason),
      skips: (what) => this.#inBook.skips(what),
      changed: () => this.#tour.outdated(),
      left: (what) => void (this.#left = what),
      progress: (label, done, total) => this.#job.progress(label === "writing" ? "tabs" : label, done, total),
    });
    await this.engine.attach(book);
    await this.#attempt(() => this.#look());
    const { view } = this.#screen;
    // Blank forms may come before any list.
    if (begin === "forms" && view.kind === "no-list" && view.canForm) await this.#attempt(() => this.#choose(begin, true));
    if (!begin || view.kind !== "season") return;
    if (begin === "explain") await this.#attempt(() => this.#explaining.selected());
    else await this.#attempt(() => this.#choose(begin, true));
  }

  readonly #controls: Controls = {
    openFiles: (files) => void this.#attempt(async () => this.#opened(await this.#opening.take(files)), true),
    openWithPassword: (password) => void this.#attempt(async () => this.#opened(await this.#opening.open(password)), true),
    openOther: () => this.#screen.go(openView),
    beginSeason: (beginning) => void this.#attempt(() => this.#begin(beginning)),
    trySample: () => void this.#attempt(() => this.#trySample()),
    home: () => void this.#attempt(() => this.#look()),
    reread: () => {
      this.host.book?.forget?.();
      void this.#attempt(() => this.#look());
    },
    setToday: (day) => {
      this.#selection.useToday(day);
      void this.#attempt(() => this.#look());
    },
    recognise: () => void this.#attempt(() => this.#recognise()),
    useSheet: (sheet) => {
      this.#selection.useSheet(sheet);
      void this.#attempt(() => this.#look());
    },
    correctSheet: (name) => void this.#attempt(() => this.#correcting.open(name)),
    setUse: (use) => this.#correcting.setUse(use),
    setHeaderRow: (row) => void this.#attempt(() => this.#correcting.setHeaderRow(row)),
    setField: (column, field) => this.#correcting.setField(column, field),
    saveCorrection: () => void this.#remember("correct.saved", (draft) => this.#correcting.save(draft)),
    dropCorrection: () => void this.#remember("correct.dropped", (draft) => this.#correcting.drop(draft)),
    choose: (action) => void this.#attempt(() => this.#choose(action)),
    addReturned: (files) => void this.#attempt(() => this.#returning.add(files)),
    removeReturned: (name) => this.#returning.remove(name),
    unlockReturned: (password) => void this.#attempt(() => this.#returning.unlock(password)),
    setChoices: (choices) => {
      this.#selection.choose(choices);
      void this.#attempt(() => this.#planAgain());
    },
    chooseRows: () => void this.#attempt(() => this.#chooseRows()),
    preview: () => void this.#attempt(() => this.#previewing.open()),
    turnLetter: (wish) => void this.#attempt(() => this.#previewing.turn(wish)),
    checkSlip: (number) => this.#slips.check(number),
    addSlip: (number, said) => this.#slips.add(number, said),
    undoSlip: () => this.#slips.undo(),
    addPictures: (files) => void this.#attempt(() => this.#slips.addPictures(files)),
    stopPictures: () => this.#slips.stopPictures(),
    dropPictures: () => this.#slips.dropPictures(),
    skipPicture: (page) => this.#slips.skipPicture(page),
    typePicture: (page, number) => this.#slips.typePicture(page, number),
    planSlips: () => void this.#attempt(() => this.#plan("slips")),
    answer: (question, text) => this.#deciding.answer(question, text),
    answerAll: (sort, text) => this.#deciding.answerAll(sort, text),
    planDecide: () => void this.#attempt(() => this.#plan("decide")),
    planCollect: () => void this.#attempt(() => this.#plan("collect")),
    start: () => void this.#start(),
    cancel: () => this.#job.cancel(),
    showFindings: () => void this.#attempt(() => this.#tour.show()),
    filterFindings: (filter) => void this.#attempt(() => this.#tour.show(filter)),
    stepFinding: (by) => void this.#tour.step(by),
    goToFinding: (place) => void this.#tour.at(place),
    recheck: () => void this.#attempt(() => this.#tour.recheck()),
    acceptFinding: (finding) => this.#treatment.accept(finding),
    acceptAll: (rule) => void this.#attempt(() => this.#treatment.acceptAll(this.#tour.filter, rule)),
    dismissFinding: (finding) => this.#treatment.dismiss(finding),
    setTreatmentReason: (reason) => this.#treatment.setReason(reason),
    dropTreatment: () => this.#treatment.drop(),
    writeTreatment: () => void this.#attempt(() => this.#treated(() => this.#treatment.write())),
    undoTreatment: () => void this.#attempt(() => this.#treated(() => this.#treatment.undo())),
    showOutcome: () => this.#screen.backToOutcome(),
    explainSelected: () => void this.#attempt(() => this.#explaining.selected()),
    explainFigure: (question) => void this.#attempt(() => this.#explaining.figure(question)),
    showCell: (sheet, cell) => void this.#inBook.showCell(sheet, cell),
    clearMarks: () => void this.#inBook.clearMarks(),
    saveFiles: () => this.#saving.files(),
    openMade: (file) => void this.#saving.open(file),
    saveCopy: () => void this.#attempt(() => this.#saving.copy(this.#bookName)),
    tidy: () => void this.#attempt(() => this.#tidy()),
    saveBackup: () => void this.#attempt(() => this.#saveBackup()),
    retry: () => void this.#attempt(this.#again, this.#isOpening),
  };

  // What is in front of the user, if anything.
  get #sheets(): Sheets | undefined {
    return this.host.book ?? (this.#beside?.isShown ? this.#beside : undefined);
  }

  #scene(view: View, notice: string | undefined): Scene {
    const { host } = this;
    return {
      language: host.language,
      say: this.#say,
      view,
      notice,
      choices: this.#selection.choices,
      returned: this.#returning.files,
      sheet: this.#selection.sheet,
      clock: host.clock(),
      today: this.#selection.today,
      bookName: this.#bookName,
      isFile: host.book === undefined,
      canShow: this.#sheets?.show !== undefined,
      canSelect: this.#sheets?.selected !== undefined,
      canSelectRows: this.#sheets?.selectedRows !== undefined,
      canSave: host.save !== undefined,
      canOpen: host.openWorkbook !== undefined,
      canClearMarks: host.book !== undefined,
      oneFile: host.oneFile,
      backup: this.#backup,
      left: this.#left,
      formulas: this.#job.formulas,
      treating: this.#treatment.now,
      controls: this.#controls,
    };
  }

  async #attempt(work: () => Promise<void>, isOpening = false): Promise<void> {
    this.#again = work;
    this.#isOpening = isOpening;
    try {
      await work();
    } catch (error) {
      const two = await twoListsOf(error, this.engine);
      if (two)
        this.#screen.go({ kind: "recognise", overview: undefined, sheets: two, two, correctable: await this.engine.correctableSheets() });
      else if (isAboutRecognition(error)) await this.#sayNoList(refusalOf(error, this.host.language));
      else {
        const text = refusalOf(error, this.host.language);
        this.#screen.go({ kind: "problem", text, isOpening, lacksSchools: isAboutSchools(error) });
      }
    }
  }

  // Where the book was written into before, it has been offered once, and is not asked about again.
  async #offerBackup(): Promise<void> {
    const { book, save, openWorkbook } = this.host;
    const canSave = book ? book.bytes && (save ?? openWorkbook) : save;
    this.#backup = canSave && (await this.engine.isUntouched()) ? (this.#backup ?? "offered") : undefined;
  }

  async #tidy(): Promise<void> {
    this.#screen.go({ kind: "busy", text: this.#say("left.tidying") });
    await this.host.book?.tidy?.();
    await this.#look(this.#say("left.done"));
  }

  async #saveBackup(): Promise<void> {
    if (await this.#saving.backup(this.#bookName, this.#selection.today ?? this.host.clock())) this.#backup = "saved";
    this.#screen.redraw();
  }

  async #sayNoList(text: string): Promise<void> {
    await this.#offerBackup();
    const [sheets, correctable] = [await this.engine.foundSheets(), await this.engine.correctableSheets()];
    const lacks = await this.engine.missingTables(this.#selection.season());
    const canForm = await this.engine.canMakeForms(this.#selection.season());
    this.#screen.go({ kind: "no-list", text, sheets, canCorrect: correctable.length > 0, canForm, lacks });
  }

  async #trySample(): Promise<void> {
    this.#screen.go({ kind: "busy", text: this.#say("sample.coming") });
    const name = this.#say("sample.name");
    await this.engine.trySample(name);
    if (!this.host.book) return this.#opened(name);
    await this.#look(this.#say("sample.added"));
  }

  async #begin(beginning: Beginning): Promise<void> {
    this.#screen.go({ kind: "busy", text: this.#say("run.tabs") });
    const made = await this.engine.begin(this.#selection.season(), beginning);
    await this.#attempt(() => this.#look());
    const there = this.host.book ? "begin.done.list" : "begin.done.file";
    const news = this.#screen.view.kind === "season" ? there : "begin.done";
    this.#screen.tell(this.#say(news, { sheets: listed(this.#say, made) }));
  }

  async #look(notice?: string): Promise<void> {
    this.#job.clear();
    this.#screen.go({ kind: "busy", text: this.#say("reading.lead") });
    this.#left = undefined;
    const home = await this.engine.look(this.#selection.season());
    await this.#offerBackup();
    this.#tour.fresh();
    this.#screen.go({ kind: "season", home }, notice);
  }

  // Writes or takes back, and checks anew.
  async #treated(work: () => Promise<string | undefined>): Promise<void> {
    const news = await work();
    if (news === undefined) return;
    await this.#tour.recheck();
    this.#screen.tell(news);
  }

  async #recognise(): Promise<void> {
    const { view } = this.#screen;
    if (view.kind !== "correct") this.#planned = view.kind === "plan" ? view.action : undefined;
    const overview = await this.engine.look(this.#selection.season()).catch((error: unknown) => {
      if (!isAboutRecognition(error)) throw error;
      return undefined;
    });
    const [sheets, correctable] = [await this.engine.sheetNames(), await this.engine.correctableSheets()];
    this.#screen.go({ kind: "recognise", overview, sheets, two: [], correctable });
  }

  async #remember(news: "correct.saved" | "correct.dropped", change: (draft: Draft) => Promise<void>): Promise<void> {
    const draft = await this.#correcting.chosen();
    if (!draft) return;
    await this.#attempt(async () => {
      this.#screen.go({ kind: "busy", text: this.#say("run.tabs") });
      await change(draft);
      if (this.#planned === undefined) return this.#look(this.#say(news));
      await this.#plan(this.#planned);
      this.#screen.tell(this.#say(news));
    });
  }

  async #opened(name: string | undefined): Promise<void> {
    if (name === undefined) return;
    this.#bookName = name;
    this.#backup = undefined;
    this.#selection.forget();
    this.#treatment.clear();
    this.#returning.clear();
    this.#slips.clear();
    this.#deciding.clear();
    this.#previewing.clear();
    await this.#attempt(() => this.#look());
  }

  async #choose(action: ActionId, isFresh = false): Promise<void> {
    // Every button writes in the end; that nothing would stay is said before anything is chosen or typed.
    this.host.book?.assertWritable?.();
    if (action === "undo") this.#selection.forgetVersion();
    if (action === "collect") this.#returning.show();
    else if (action === "slips") this.#slips.show();
    else if (action === "decide") await this.#deciding.show();
    else await this.#plan(action, isFresh);
  }

  async #plan(action: ActionId, isFresh = false): Promise<void> {
    this.#screen.go({ kind: "busy", text: this.#say("plan.reading", { what: buttonLabel(this.host.language, action) }) });
    await this.#job.plan(this.#selection.request(action), isFresh);
  }

  async #planAgain(): Promise<void> {
    const { view } = this.#screen;
    if (this.#job.isPlanned && view.kind === "plan") await this.#job.plan(this.#selection.request(view.action), true);
  }

  async #chooseRows(): Promise<void> {
    const rows = await this.#sheets?.selectedRows?.();
    if (rows) this.#selection.choose({ letters: { ...this.#selection.choices.letters, rows } });
    await this.#planAgain();
  }

  async #start(): Promise<void> {
    if (await this.#job.isReady()) await this.#attempt(() => this.#run());
  }

  async #run(): Promise<void> {
    const outcome = await this.#job.run();
    if (!outcome) return;
    this.#backup = undefined;
    this.#treatment.clear();
    this.#tour.fresh();
    if (outcome.action === "collect") this.#returning.clear();
    if (outcome.action === "slips") this.#slips.clear();
    if (outcome.action === "decide") this.#deciding.clear();
    this.#selection.forgetVersion();
    this.#screen.go({ kind: "outcome", outcome });
    if (outcome.mainTab !== undefined) await this.#inBook.showTab(outcome.mainTab);
  }
}
