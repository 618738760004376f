// The grid: draws the rows and columns that are in view, and says what a person selects and types.
import { defineCustomElements } from "@revolist/revogrid/loader";
import type { ColumnRegular, DimensionRows } from "@revolist/revogrid";
import { html, render } from "lit";
import { columnLetters } from "../sheets/grid";
import { drawChart } from "./chart-drawing";
import { choiceEditors } from "./choice-editor";
import type { Stripe } from "./chart-picture";
import { keepKeys } from "./grid-keys";
import type { SheetPicture } from "./sheet-picture";

/** A cell, counted from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** What a person does at the grid. */
export interface GridNews {
  readonly selected: (place: CellPlace) => void;
}

/** What a person types into the grid, where it takes that. */
export interface TypingNews {
  readonly editing: (isEditing: boolean) => void;
  readonly typed: (changes: readonly (CellPlace & { readonly text: string })[]) => void;
  /** The text that is in the cell when it is opened. */
  readonly textIn: (place: CellPlace) => string;
  /** What the cell's drop-down list offers. */
  readonly choicesIn: (place: CellPlace) => readonly string[];
}

interface Line {
  readonly row: number;
}
type Models = Readonly<Record<number, Line | undefined>>;

const headings = "rowNumber";
const usualHeight = 22;

/** The grid of one page. */
export class GridView {
  readonly #grid: HTMLRevoGridElement;
  readonly #ready: Promise<void>;
  readonly #charts = document.createElement("div");
  #picture: SheetPicture | undefined;
  /** Every row that ever had a height of its own, as it is without. */
  readonly #sized = new Map<string, { readonly type: DimensionRows; readonly index: number; readonly size: number }>();
  /** While the grid is led somewhere or built anew, what it reports as selected is not a person's doing. */
  #isLed = 0;
  /** Whether a person has pressed in the grid since it was led somewhere: what is in focus after that is theirs. */
  #isPressed = false;

  constructor(
    place: HTMLElement,
    private readonly news: GridNews,
    private readonly typing?: TypingNews,
  ) {
    defineCustomElements();
    this.#grid = document.createElement("revo-grid");
    this.#charts.className = "charts";
    Object.assign(this.#grid, {
      theme: "compact",
      rowSize: usualHeight,
      range: true,
      resize: true,
      filter: false,
      canDrag: false,
      applyOnClose: true,
      hideAttribution: true,
      readonly: typing === undefined,
    });
    this.#listen();
    place.append(this.#grid);
    this.#ready = this.#start();
  }

  async #start(): Promise<void> {
    await customElements.whenDefined("revo-grid");
    await this.#grid.componentOnReady();
  }

  /** Shows a sheet; where only contents changed, nothing is built anew. Resolves to whether it was. */
  async show(picture: SheetPicture): Promise<boolean> {
    await this.#ready;
    const isSame = this.#picture?.shape === picture.shape;
    this.#picture = picture;
    if (isSame) await this.#grid.refresh("all");
    else await this.#build(picture);
    this.#drawCharts(picture);
    return !isSame;
  }

  async #build(picture: SheetPicture): Promise<void> {
    const { rows, columns, frozen } = picture;
    const lines = (list: readonly Stripe[]): Line[] => list.map(({ at }) => ({ row: at }));
    const [pinned, loose] = [rows.filter(({ at }) => at < frozen.rows), rows.filter(({ at }) => at >= frozen.rows)];
    const heights = (type: DimensionRows, list: readonly Stripe[]) => list.map(({ size }, index) => ({ type, index, size }));
    const grid = this.#grid;
    this.#isLed += 1;
    // A cell that is selected would be selected again in the other sheet.
    await grid.clearFocus();
    grid.columns = [numbers, ...columns.map((stripe) => this.#column(stripe, stripe.at < frozen.columns))];
    grid.pinnedTopSource = lines(pinned);
    grid.source = lines(loose);
    // Sizes come last, since new rows may forget them; those of other sheets are taken back one by one, since the grid may not.
    const sized = [...heights("rowPinStart", pinned), ...heights("rgRow", loose)].filter(({ size }) => size !== usualHeight);
    const definitions = new Map(this.#sized);
    for (const row of sized) definitions.set(`${row.type} ${row.index}`, row);
    grid.rowDefinitions = [...definitions.values()];
    for (const [key, row] of definitions) this.#sized.set(key, { ...row, size: usualHeight });
    await drawn();
    this.#isLed -= 1;
  }

  // The charts lie in what the grid scrolls, so they scroll with their cells.
  #drawCharts({ charts }: SheetPicture): void {
    const place = this.#grid.querySelector(".rgCol .content-wrapper");
    if (!place) return;
    if (this.#charts.parentElement !== place) place.append(this.#charts);
    render(
      charts.map(
        ({ data, left, top, width, height }) =>
          html`<div class="chart" .style=${`left: ${left}px; top: ${top}px`}>${drawChart(data, width, height)}</div>`,
      ),
      this.#charts,
    );
  }

  /** Selects a cell and brings it into view. */
  async select({ row, column }: CellPlace): Promise<void> {
    const { rows = [], columns = [], frozen = { rows: 0, columns: 0 } } = this.#picture ?? {};
    const isPinned = row < frozen.rows;
    const y = rows.filter(({ at }) => at < row && at < frozen.rows === isPinned).length;
    const isLeft = column < frozen.columns;
    const x = columns.filter(({ at }) => at < column && at < frozen.columns === isLeft).length + (isLeft ? 1 : 0);
    this.#isLed += 1;
    this.#isPressed = false;
    await this.#grid.scrollToCoordinate({ x: isLeft ? 0 : x, y: isPinned ? 0 : y });
    await this.#grid.setCellsFocus({ x, y }, { x, y }, isLeft ? "colPinStart" : "rgCol", isPinned ? "rowPinStart" : "rgRow");
    await drawn();
    this.#isLed -= 1;
    // The grid does not say twice that a cell is in focus.
    if (this.#isPressed) this.#tell(await this.#grid.getFocused());
  }

  #tell(focused: { readonly model?: unknown; readonly column?: { readonly prop?: unknown } } | null): void {
    const [line, prop] = [focused?.model as Line | undefined, focused?.column?.prop];
    if (this.#isLed === 0 && line && typeof prop === "number") this.news.selected({ row: line.row, column: prop });
  }

  #column({ at, size }: Stripe, isFrozen: boolean): ColumnRegular {
    const { typing } = this;
    const picture = (model: unknown) => this.#picture?.cell((model as Line).row, at);
    return {
      prop: at,
      name: columnLetters(at),
      size,
      ...(isFrozen ? { pin: "colPinStart" as const } : {}),
      cellProperties: ({ model }) => {
        const { style, merged, hasList = false } = picture(model) ?? {};
        return merged ? { class: { "merged-cell": true } } : { class: { "list-cell": hasList }, style: { ...style } };
      },
      cellTemplate: (draw, { model }) => {
        const { text, style, merged } = picture(model) ?? {};
        return merged ? draw("div", { class: "merged", style: { ...style, ...merged } }, text ?? "") : (text ?? "");
      },
      ...(typing && this.#picture?.listColumns.includes(at)
        ? { editor: choiceEditors((model) => typing.choicesIn({ row: (model as Line).row, column: at })) }
        : {}),
      ...(typing ? { cellParser: (model) => typing.textIn({ row: (model as Line).row, column: at }) } : {}),
    };
  }

  #listen(): void {
    const grid = this.#grid;
    grid.addEventListener("afterfocus", ({ detail }) => this.#tell(detail));
    for (const press of ["pointerdown", "keydown"]) grid.addEventListener(press, () => (this.#isPressed = true), { capture: true });
    keepKeys(grid);
    nameHeads(grid);
    if (this.typing) listenToTyping(grid, this.typing);
  }
}

// The grid gives its heads the role of column headers, but no row to stand in; it draws them whenever it likes.
function nameHeads(grid: HTMLRevoGridElement): void {
  new MutationObserver(() => {
    for (const row of grid.querySelectorAll(".header-rgRow:not([role])")) row.setAttribute("role", "row");
  }).observe(grid, { childList: true, subtree: true });
}

function listenToTyping(grid: HTMLRevoGridElement, news: TypingNews): void {
  grid.addEventListener("beforeeditstart", (event) => {
    if (event.detail.prop === headings) event.preventDefault();
    else news.editing(true);
  });
  grid.addEventListener("closeedit", () => news.editing(false));
  // The grid says nothing when an edit is taken back.
  const takenBack = ({ key }: KeyboardEvent): void => {
    if (key === "Escape") news.editing(false);
  };
  grid.addEventListener("keydown", takenBack, { capture: true });
  // The host keeps the book; the grid's own rows hold nothing but their numbers.
  grid.addEventListener("beforeedit", (event) => {
    event.preventDefault();
    news.editing(false);
    const { model, prop, val } = event.detail as unknown as { model: Line; prop: unknown; val?: unknown };
    if (typeof prop === "number") news.typed([{ row: model.row, column: prop, text: String(val ?? "") }]);
  });
  grid.addEventListener("beforerangeedit", (event) => {
    event.preventDefault();
    news.typed(rangeTexts(event.detail as { data: Readonly<Record<number, object>>; models: Models }));
  });
}

/** The grid draws in the frames that follow. */
async function drawn(): Promise<void> {
  for (let frames = 0; frames < 3; frames++) await new Promise((next) => requestAnimationFrame(next));
}

function rangeTexts({ data, models }: { readonly data: Readonly<Record<number, object>>; readonly models: Models }) {
  return Object.entries(data).flatMap(([index, cells]) => {
    const row = models[Number(index)]?.row;
    if (row === undefined) return [];
    return Object.entries(cells).flatMap(([prop, text]) =>
      prop === headings ? [] : [{ row, column: Number(prop), text: String((text as unknown) ?? "") }],
    );
  });
}

const numbers: ColumnRegular = {
  prop: headings,
  // The corner, as Excel draws it.
  name: "◢",
  size: 48,
  pin: "colPinStart",
  readonly: true,
  cellProperties: () => ({ class: { "row-number": true } }),
  cellTemplate: (_, { model }) => String((model as Line).row + 1),
};
