// The sheets of the opened file beside the pane, for looking and for selecting cells; where the window is too narrow, the pane stands alone.
import { html, render } from "lit";
import type { GridView } from "../../grid/grid-view";
import type { Say } from "../../i18n/pane";
import type { ShownSheet, SheetTab } from "../../sheets/shown-sheet";
import type { EnginePort } from "../engine/start-engine";
import type { BesidePane } from "../shell/host";

/** From here on there is room for both. */
const wideEnough = "(min-width: 800px)";

const drawing = () => import("./draw-sheets");

/** The sheets of one page. */
export class SheetsBeside implements BesidePane {
  readonly #wide = matchMedia(wideEnough);
  readonly #place = made("section", "sheet");
  readonly #tabs = made("nav", "tabs");
  readonly #cell = made("section", "cell");
  #grid: GridView | undefined;
  #sheet: ShownSheet | undefined;
  #tab: SheetTab | undefined;
  #selected = { row: 0, column: 0 };
  // Whether there is a book to be shown, however wide the window is.
  #hasBook = false;
  // One thing is drawn after the other.
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly engine: Pick<EnginePort, "tabs" | "sheet">,
    private readonly say: Say,
    changed: () => void,
  ) {
    this.#place.setAttribute("aria-label", say("beside.sheet"));
    this.#tabs.setAttribute("aria-label", say("beside.tabs"));
    this.#cell.setAttribute("aria-label", say("beside.cell"));
    this.#wide.addEventListener("change", () => {
      void this.update(this.#hasBook);
      changed();
    });
  }

  get isShown(): boolean {
    return this.#hasBook && this.#wide.matches;
  }

  update(hasBook: boolean): Promise<void> {
    this.#hasBook = hasBook;
    document.documentElement.classList.toggle("with-sheets", this.isShown);
    return this.#next(() => this.#draw());
  }

  show({ sheet, cell }: { readonly sheet: string; readonly cell: string }): Promise<void> {
    return this.#next(async () => {
      await this.#draw(sheet);
      const { cellPlace } = await drawing();
      if (this.#tab?.name !== sheet) throw new RangeError("the sheet is gone");
      await this.#select(cellPlace(cell));
    });
  }

  selected(): Promise<{ readonly sheet: string; readonly row: number; readonly column: number }> {
    return Promise.resolve({ sheet: this.#tab?.name ?? "", ...this.#selected });
  }

  async #select(place: { readonly row: number; readonly column: number }): Promise<void> {
    this.#selected = place;
    await this.#grid?.select(place);
    await this.#tell();
  }

  // The address of the selected cell and all that stands in it, for narrow columns.
  async #tell(): Promise<void> {
    const { cellAddress, textAt } = await drawing();
    const { row, column } = this.#selected;
    const text = this.#sheet ? textAt(this.#sheet, row, column) : "";
    render(html`<b>${cellAddress(row, column)}</b> <span>${text}</span>`, this.#cell);
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  // The wanted sheet, else the one that was on show, else the first.
  async #draw(wanted = this.#tab?.name): Promise<void> {
    if (!this.isShown) return;
    const tabs = await this.engine.tabs();
    const tab = tabs.find(({ name }) => name === wanted) ?? tabs[0];
    if (!tab) return;
    const { newGrid, pictureOfSheet, tabsView } = await drawing();
    this.#grid ??= newGrid(this.#place, (place) => {
      this.#selected = place;
      void this.#tell();
    });
    const isOther = tab.name !== this.#tab?.name;
    if (isOther || tab.print !== this.#tab?.print) this.#sheet = await this.engine.sheet(tab.name);
    this.#tab = tab;
    const show = ({ name }: SheetTab) => void this.show({ sheet: name, cell: "A1" });
    const words = { sheets: this.say("beside.tabs"), tabsBack: this.say("beside.back"), tabsOn: this.say("beside.on") };
    render(tabsView(words, tabs, tab, show), this.#tabs);
    if (isOther) this.#tabs.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (this.#sheet) await this.#grid.show(pictureOfSheet(this.#sheet, tab.print));
    if (isOther) await this.#select({ row: 0, column: 0 });
    else await this.#tell();
  }
}

function made(tag: string, id: string): HTMLElement {
  const element = document.createElement(tag);
  element.id = id;
  document.body.prepend(element);
  return element;
}
