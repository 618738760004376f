// The screen: the view on show, one line of news above it, and drawing both.
import { render, type TemplateResult } from "lit";
import type { View } from "./pane-state";

const pressable = "fluent-button:not([disabled]), button, summary, a";

// A press that is moved off its button ends without a click, and outside the window nobody tells; drawing then waits no longer than this.
const longestPress = 2000;

/** What is on show in an element. */
export class Screen {
  #view: View;
  #notice: string | undefined;
  #isOther = false;
  #press: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param draw makes the picture of a view
   * @param went hears of every view that comes on show
   */
  constructor(
    private readonly root: HTMLElement,
    first: View,
    private readonly draw: (view: View, notice: string | undefined) => TemplateResult,
    private readonly went: (view: View) => void = () => undefined,
  ) {
    this.#view = first;
    root.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Element && target.closest(pressable)) this.#hold();
    });
    root.addEventListener("click", () => this.#release());
  }

  get view(): View {
    return this.#view;
  }

  /** Shows a view; of another one the field that is to be filled in takes the focus, else its heading, since the button that had it is gone. */
  go(view: View, notice?: string): void {
    this.#isOther ||= view.kind !== this.#view.kind;
    this.#view = view;
    this.#notice = notice;
    this.redraw();
    this.went(view);
  }

  /** Turns from findings back to the outcome that led to them. */
  backToOutcome(): void {
    const view = this.#view;
    if (view.kind === "findings" && view.outcome) this.go({ kind: "outcome", outcome: view.outcome });
  }

  /** Adds a line of news to the view on show. */
  tell(notice: string): void {
    this.#notice = notice;
    this.redraw();
  }

  /** Takes a line of news back, if it still stands there. */
  untell(notice: string): void {
    if (this.#notice !== notice) return;
    this.#notice = undefined;
    this.redraw();
  }

  redraw(): void {
    if (this.#press !== undefined) return;
    render(this.draw(this.#view, this.#notice), this.root);
    if (!this.#isOther) return;
    this.#isOther = false;
    // Beside a sheet the pane scrolls by itself.
    for (const scrolled of [this.root.ownerDocument.documentElement, this.root]) scrolled.scrollTop = 0;
    const first = (selector: string) => this.root.querySelector<HTMLElement>(selector);
    (first("[autofocus]") ?? first("h1, h2"))?.focus({ preventScroll: true });
  }

  // A button that moved away between press and release would lose its click: nothing is drawn until the click has come.
  #hold(): void {
    clearTimeout(this.#press);
    this.#press = setTimeout(() => this.#release(), longestPress);
  }

  #release(): void {
    if (this.#press === undefined) return;
    clearTimeout(this.#press);
    this.#press = undefined;
    this.redraw();
  }
}
