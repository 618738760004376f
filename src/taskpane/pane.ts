// The pane: what a press of a button leads to, over whatever host.
import type { ActionId } from "../actions/index";
import { paneVoice, type Say } from "../i18n/pane";
import type { SeasonOptions } from "../sheets/read-season";
import { buttonLabel } from "./buttons";
import { Correcting } from "./correcting";
import type { Draft } from "./correct-draft";
import { Cancelled } from "./engine/cancelled";
import type { ReturnedFile } from "./engine/request";
import type { EnginePort } from "./engine/start-engine";
import { bookFiles } from "./handed-files";
import type { PaneHost } from "./host";
import { Job } from "./job";
import type { Choices, Controls, Scene, View } from "./pane-state";
import { paneView } from "./pane-view";
import { isAboutPassword, isAboutRecognition, refusalOf, twoListsOf } from "./refusals";
import { savingName } from "./saving-name";
import { Screen } from "./screen";

const opening: View = { kind: "open", passwordFor: undefined };

/** One pane over one host. */
export class Pane {
  readonly #say: Say;
  readonly #screen: Screen;
  readonly #job: Job;
  readonly #correcting: Correcting;
  #choices: Choices;
  #sheet: string | undefined;
  #bookName: string;
  #incoming: ReturnedFile | undefined;
  // The button whose plan was on show when the user began to correct.
  #planned: ActionId | undefined;
  #again: () => Promise<void> = () => this.#look();

  constructor(
    root: HTMLElement,
    private readonly host: PaneHost,
    private readonly engine: EnginePort,
  ) {
    this.#say = paneVoice(host.language);
    this.#bookName = host.book?.name ?? "";
    // Where files cannot be saved, tabs are the way to hand out lists.
    this.#choices = { encrypt: false, tabs: !host.save, incoming: [] };
    const first: View = host.book ? { kind: "busy", text: this.#say("reading.lead") } : opening;
    this.#screen = new Screen(root, first, (view, notice) => paneView(this.#scene(view, notice)));
    this.#job = new Job(engine, this.#screen);
    this.#correcting = new Correcting(engine, this.#screen);
  }

  /** Draws the pane and reads the book, if one is open. */
  async start(): Promise<void> {
    this.#screen.redraw();
    const { book, begin } = this.host;
    if (!book) return;
    this.host.listen?.({
      waits: (reason) => this.#screen.tell(this.#say(`run.wait.${reason}`)),
      progress: (label, done, total) => this.#job.progress(label === "writing" ? "tabs" : label, done, total),
    });
    await this.engine.attach(book);
    await this.#attempt(() => this.#look());
    if (begin && this.#screen.view.kind === "season") this.#choose(begin);
  }

  readonly #controls: Controls = {
    openFiles: (files) => void this.#attempt(() => this.#openFiles(files)),
    openWithPassword: (password) => void this.#attempt(() => this.#open(password)),
    openOther: () => this.#screen.go(opening),
    home: () => void this.#attempt(() => this.#look()),
    reread: () => void this.#attempt(() => this.#look()),
    recognise: () => void this.#attempt(() => this.#recognise()),
    useSheet: (sheet) => {
      this.#sheet = sheet;
      void this.#attempt(() => this.#look());
    },
    correctSheet: (name) => void this.#attempt(() => this.#correcting.open(name)),
    setUse: (use) => this.#correcting.setUse(use),
    setHeaderRow: (row) => void this.#attempt(() => this.#correcting.setHeaderRow(row)),
    setField: (column, field) => this.#correcting.setField(column, field),
    saveCorrection: () => void this.#remember("correct.saved", (draft) => this.#correcting.save(draft)),
    dropCorrection: () => void this.#remember("correct.dropped", (draft) => this.#correcting.drop(draft)),
    choose: (action) => this.#choose(action),
    addReturned: (files) => void this.#attempt(() => this.#addReturned(files)),
    removeReturned: (name) => this.#setReturned(this.#choices.incoming.filter((file) => file.name !== name)),
    setChoice: (choice, value) => {
      this.#choices = { ...this.#choices, [choice]: value };
      if (this.#job.isPlanned) void this.#attempt(() => this.#job.plan("split", this.#season(), this.#choices, true));
    },
    planCollect: () => void this.#attempt(() => this.#plan("collect")),
    start: () => void this.#attempt(() => this.#run()),
    cancel: () => this.#job.cancel(),
    showFindings: () => this.#turn("outcome", "findings"),
    showOutcome: () => this.#turn("findings", "outcome"),
    showCell: (sheet, cell) => void this.#showCell(sheet, cell),
    clearMarks: () => void this.#clearMarks(),
    saveFiles: () => this.#saveFiles(),
    saveCopy: () => void this.#attempt(() => this.#saveCopy()),
    retry: () => void this.#attempt(this.#again),
  };

  #scene(view: View, notice: string | undefined): Scene {
    const { host } = this;
    return {
      language: host.language,
      say: this.#say,
      view,
      notice,
      choices: this.#choices,
      sheet: this.#sheet,
      bookName: this.#bookName,
      isFile: host.book === undefined,
      canShow: host.book?.show !== undefined,
      canSave: host.save !== undefined,
      canClearMarks: host.book !== undefined,
      controls: this.#controls,
    };
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    this.#again = work;
    try {
      await work();
    } catch (error) {
      if (error instanceof Cancelled) return void (await this.#attempt(() => this.#look(this.#say("run.cancelled"))));
      const two = await twoListsOf(error, this.engine);
      if (two)
        this.#screen.go({ kind: "recognise", overview: undefined, sheets: two, two, correctable: await this.engine.correctableSheets() });
      else this.#screen.go({ kind: "problem", text: refusalOf(error, this.host.language), isUnrecognised: isAboutRecognition(error) });
    }
  }

  #season(): SeasonOptions {
    const clock = this.host.clock();
    return this.#sheet === undefined ? { clock } : { clock, sheet: this.#sheet };
  }

  async #look(notice?: string): Promise<void> {
    this.#job.clear();
    this.#screen.go({ kind: "busy", text: this.#say("reading.lead") });
    this.#screen.go({ kind: "season", overview: await this.engine.look(this.#season()) }, notice);
  }

  async #recognise(): Promise<void> {
    const { view } = this.#screen;
    if (view.kind !== "correct") this.#planned = view.kind === "plan" ? view.action : undefined;
    const overview = await this.engine.look(this.#season()).catch((error: unknown) => {
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

  async #openFiles(files: readonly File[]): Promise<void> {
    const { books, others } = await bookFiles(files);
    const [book] = books;
    if (!book) return this.#screen.tell(this.#say("open.wrong", { file: this.#listed(others) }));
    if (books.length > 1) return this.#screen.tell(this.#say("open.one"));
    this.#incoming = book;
    await this.#open();
  }

  async #open(password?: string): Promise<void> {
    if (!this.#incoming) return;
    const { name, bytes } = this.#incoming;
    this.#screen.go({ kind: "busy", text: this.#say("reading.lead") });
    try {
      await this.engine.openFile(name, bytes, password);
    } catch (error) {
      if (!isAboutPassword(error)) throw error;
      const wrong = password === undefined ? undefined : refusalOf(error, this.host.language);
      return this.#screen.go({ kind: "open", passwordFor: name }, wrong);
    }
    this.#incoming = undefined;
    this.#bookName = name;
    this.#sheet = undefined;
    this.#choices = { ...this.#choices, incoming: [] };
    await this.#attempt(() => this.#look());
  }

  #choose(action: ActionId): void {
    if (action === "collect") this.#screen.go({ kind: "collect" });
    else void this.#attempt(() => this.#plan(action));
  }

  async #addReturned(files: readonly File[]): Promise<void> {
    const { books, others } = await bookFiles(files);
    const added = new Set(books.map(({ name }) => name));
    this.#setReturned([...this.#choices.incoming.filter(({ name }) => !added.has(name)), ...books]);
    if (others.length > 0) this.#screen.tell(this.#say("collect.wrong", { files: this.#listed(others) }));
  }

  #setReturned(incoming: readonly ReturnedFile[]): void {
    this.#choices = { ...this.#choices, incoming };
    this.#screen.go({ kind: "collect" });
  }

  #listed(names: readonly string[]): string {
    return names.join(this.#say("app.separator"));
  }

  async #plan(action: ActionId): Promise<void> {
    this.#screen.go({ kind: "busy", text: this.#say("plan.reading", { what: buttonLabel(this.host.language, action) }) });
    await this.#job.plan(action, this.#season(), this.#choices);
  }

  async #run(): Promise<void> {
    const outcome = await this.#job.run();
    if (!outcome) return;
    if (outcome.action === "collect") this.#choices = { ...this.#choices, incoming: [] };
    this.#screen.go({ kind: "outcome", outcome });
    const { mainTab } = outcome;
    // A courtesy: when another workbook is in front, Excel refuses, and the outcome stands all the same.
    if (mainTab !== undefined) await this.host.book?.show?.({ sheet: mainTab, cell: "A1" }).catch(() => undefined);
  }

  #turn(from: "outcome" | "findings", to: "outcome" | "findings"): void {
    const { view } = this.#screen;
    if (view.kind === from) this.#screen.go({ kind: to, outcome: view.outcome });
  }

  async #showCell(sheet: string, cell: string): Promise<void> {
    try {
      await this.host.book?.show?.({ sheet, cell });
    } catch {
      this.#screen.tell(this.#say("findings.lost"));
    }
  }

  async #clearMarks(): Promise<void> {
    try {
      await this.host.book?.clearMarks();
      this.#screen.tell(this.#say("done.marks.cleared"));
    } catch (error) {
      this.#screen.tell(refusalOf(error, this.host.language));
    }
  }

  #saveFiles(): void {
    const { view } = this.#screen;
    if (view.kind !== "outcome" || !view.outcome.saving) return;
    this.host.save?.(savingName(view.outcome, this.#say), view.outcome.saving.bytes);
    this.#screen.tell(this.#say("files.saved"));
  }

  async #saveCopy(): Promise<void> {
    const { name, bytes } = await this.engine.copyOfFile();
    this.host.save?.(name ?? this.#bookName, bytes);
    this.#screen.tell(this.#say("files.saved"));
  }
}
