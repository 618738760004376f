// The stand-in for Excel: an open book in the host, its active sheet in the grid, and the pane connected to it.
import { html, render } from "lit";
import { WorkbookError } from "../actions/workbook";
import { saveFile } from "../grid/save-file";
import { errorText, type Language } from "../i18n/index";
import { cellAddress, type Grid } from "../sheets/grid";
import { type CellPlace, GridView } from "../grid/grid-view";
import { choicesAt } from "./host/choices";
import { ExcelHost } from "./host/excel-host";
import { gridsOfBook } from "./host/grids";
import type { Cost } from "./host/meter";
import type { Book } from "./host/model/book";
import type { Sheet } from "./host/model/sheet";
import { HostError } from "./host/model/errors";
import { selectCells, ValidationStop } from "./host/user-edits";
import { UserHistory } from "./host/user-history";
import { tabsView } from "../grid/tabs-view";
import { statusView, topView } from "./page-view";
import { PaneFrame } from "./pane-frame";
import type { Ribbon, RibbonButton } from "./ribbon";
import { editText, pictureOf, textOf } from "./sheet-picture";
import type { Words } from "./words";

/** The page's places. */
export interface Places {
  readonly top: HTMLElement;
  readonly sheet: HTMLElement;
  readonly pane: HTMLElement;
  readonly paneHead: HTMLElement;
  readonly tabs: HTMLElement;
  readonly status: HTMLElement;
}

/** How the stand-in is. */
export interface WorkbenchOptions {
  readonly places: Places;
  readonly ribbon: Ribbon;
  readonly words: Words;
  readonly language: Language;
  readonly locale: string;
  readonly api: string;
  /** Whether the status bar tells developers what the last button has cost. */
  readonly showsCost: boolean;
}

/** How long the page waits for more before it draws: the batches of a button come in quick succession. */
const drawDelayMs = 60;

/** One stand-in with one open book at a time. */
export class Workbench {
  readonly #grid: GridView;
  #host: ExcelHost;
  #history: UserHistory;
  #pane: PaneFrame;
  #pressed: RibbonButton | undefined;
  #refusal: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly options: WorkbenchOptions,
    book: Book,
  ) {
    this.#grid = new GridView(
      options.places.sheet,
      {
        selected: (place) => this.#selected(place),
      },
      {
        editing: (isEditing) => this.#editing(isEditing),
        typed: (changes) => this.#typed(changes),
        textIn: ({ row, column }) => editText(this.#host.book.active, row, column),
        choicesIn: ({ row, column }) => this.#choices(row, column),
      },
    );
    [this.#host, this.#pane] = this.#connect(book);
    this.#history = new UserHistory(this.#host);
    options.places.sheet.addEventListener("keydown", (event) => this.#undoKey(event), { capture: true });
    this.#draw();
  }

  #choices(row: number, column: number): readonly string[] {
    const { book } = this.#host;
    const choices = choicesAt(book, book.active, row, column);
    return choices?.isDropDown ? choices.values : [];
  }

  /** The sheets of the open book as the add-in would read them: for tests, and for curious people at the browser's console. */
  get grids(): readonly Grid[] {
    return gridsOfBook(this.#host.book);
  }

  /** What the last button has cost so far: for measuring. */
  get cost(): Readonly<Cost> {
    return this.#host.meter.cost();
  }

  /** Loads the pane as a press of this ribbon button does. */
  press(button: RibbonButton): void {
    this.#pressed = button;
    this.#host.meter.clear();
    this.#host.meter.action = button.id;
    this.#pane.load(button.page);
    this.#draw();
  }

  /** Puts another book in place of the open one. */
  show(book: Book): void {
    this.#pane.dispose();
    [this.#host, this.#pane] = this.#connect(book);
    this.#history = new UserHistory(this.#host);
    const button = this.#pressed;
    if (button) this.press(button);
    this.#draw();
  }

  #connect(book: Book): [ExcelHost, PaneFrame] {
    const { places, locale, api, ribbon } = this.options;
    const host = new ExcelHost(book);
    host.fileOf = async (own) => (await import("./book-files")).bytesOfBook(own);
    host.watchers.add((changes) => {
      this.#drawSoon();
      const selected = changes.findLast((change) => change.kind === "selection");
      // The pane has led to a cell; what the person selects is selected already.
      if (selected && host.batches > 0 && !this.#isSelecting) this.#leadTo = { row: selected.area.top, column: selected.area.left };
    });
    return [host, new PaneFrame(places.pane, { host, locale, api, label: ribbon.name, onTraffic: () => this.#drawSoon() })];
  }

  #isSelecting = false;
  #leadTo: CellPlace | undefined;
  #shown: Sheet | undefined;

  #drawSoon(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#draw();
    }, drawDelayMs);
  }

  #draw(): void {
    const { places, ribbon, words } = this.options;
    const { book, meter, isEditingCell } = this.#host;
    const { active, selection } = book;
    const { row, column } = { row: selection.area.top, column: selection.area.left };
    const top = { bookName: book.name, ribbon, pressed: this.#pane.isOpen ? this.#pressed?.id : undefined };
    const controls = {
      press: (button: RibbonButton) => this.press(button),
      open: (file: File) => void this.#open(file),
      save: () => void this.#save(),
    };
    render(topView(words, top, controls), places.top);
    render(
      tabsView(
        words,
        book.sheets.filter(({ visibility }) => visibility === "Visible"),
        active,
        (sheet) => this.#host.edit(() => book.activate(sheet)),
      ),
      places.tabs,
    );
    const status = {
      mode: isEditingCell ? words.editing : words.ready,
      cell: cellAddress(row, column),
      content: textOf(active, row, column),
      what: this.#pressed?.label ?? "",
      ...(this.options.showsCost ? { cost: meter.cost() } : {}),
      refusal: this.#refusal,
    };
    render(statusView(words, status), places.status);
    places.pane.classList.toggle("is-open", this.#pane.isOpen);
    const close = (): void => {
      this.#pane.close();
      this.#draw();
      // The button that had the focus is hidden with the pane.
      places.top.querySelector<HTMLElement>(`[data-button="${this.#pressed?.id ?? ""}"]`)?.focus();
    };
    render(
      html`<h1>${ribbon.name}</h1>
        <button type="button" data-do="close" aria-label=${words.close} title=${words.close} @click=${close}>×</button>`,
      places.paneHead,
    );
    void this.#drawSheet();
  }

  async #drawSheet(): Promise<void> {
    const { book } = this.#host;
    const { active } = book;
    const isOther = this.#shown !== active;
    this.#shown = active;
    if (isOther) this.options.places.tabs.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    const isNew = await this.#grid.show(pictureOf(active));
    // Another sheet, or another book, that has come to the front meanwhile draws itself.
    if (book !== this.#host.book || active !== book.active) return;
    const { selection } = book;
    const place = this.#leadTo ?? (isOther || isNew ? { row: selection.area.top, column: selection.area.left } : undefined);
    this.#leadTo = undefined;
    if (place) await this.#grid.select(place);
  }

  #selected({ row, column }: CellPlace): void {
    const { active, selection } = this.#host.book;
    if (selection.sheet === active && selection.area.top === row && selection.area.left === column) return;
    this.#isSelecting = true;
    selectCells(this.#host, active, { top: row, left: column, bottom: row, right: column });
    this.#isSelecting = false;
  }

  // Excel refuses every batch while somebody is typing into a cell.
  #editing(isEditing: boolean): void {
    this.#host.isEditingCell = isEditing;
    this.#drawSoon();
  }

  #typed(changes: readonly (CellPlace & { readonly text: string })[]): void {
    this.#attempt(() => {
      const sheet = this.#host.book.active;
      this.#history.type(changes.map((change) => ({ sheet, ...change })));
    });
  }

  // While somebody types, the key is the cell editor's own.
  #undoKey(event: KeyboardEvent): void {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
    if (!isUndo || this.#host.isEditingCell) return;
    event.preventDefault();
    event.stopPropagation();
    this.#history.undo();
    this.#drawSoon();
  }

  #attempt(work: () => void): void {
    const { words } = this.options;
    this.#refusal = undefined;
    try {
      work();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      this.#refusal = error instanceof ValidationStop ? error.message : error.code === "AccessDenied" ? words.locked : words.refused;
    }
    this.#drawSoon();
  }

  async #open(file: File): Promise<void> {
    const { words, language } = this.options;
    try {
      const { openBook } = await import("./book-files");
      this.#refusal = undefined;
      this.show(await openBook(file));
    } catch (error) {
      if (!(error instanceof WorkbookError) && !(error instanceof HostError)) throw error;
      const why = error instanceof WorkbookError ? errorText(language, error) : words.refused;
      this.#refusal = words.cannotOpen(file.name, why);
      this.#drawSoon();
    }
  }

  async #save(): Promise<void> {
    const { book } = this.#host;
    try {
      const { bytesOfBook } = await import("./book-files");
      saveFile(book.name.replace(/(\.[a-z]+)?$/i, ".xlsx"), await bytesOfBook(book));
      this.#refusal = undefined;
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      this.#refusal = errorText(this.options.language, error);
    }
    this.#drawSoon();
  }
}
