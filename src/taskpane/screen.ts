// The screen: the view on show, one line of news above it, and drawing both.
import { render, type TemplateResult } from "lit";
import type { View } from "./pane-state";

/** What is on show in an element. */
export class Screen {
  #view: View;
  #notice: string | undefined;

  /** @param draw makes the picture of a view */
  constructor(
    private readonly root: HTMLElement,
    first: View,
    private readonly draw: (view: View, notice: string | undefined) => TemplateResult,
  ) {
    this.#view = first;
  }

  get view(): View {
    return this.#view;
  }

  /** Shows a view; the heading of another one takes the focus, since the button that had it is gone. */
  go(view: View, notice?: string): void {
    const isOther = view.kind !== this.#view.kind;
    this.#view = view;
    this.#notice = notice;
    this.redraw();
    if (!isOther) return;
    this.root.ownerDocument.documentElement.scrollTop = 0;
    this.root.querySelector<HTMLElement>("h1, h2")?.focus({ preventScroll: true });
  }

  /** Adds a line of news to the view on show. */
  tell(notice: string): void {
    this.#notice = notice;
    this.redraw();
  }

  redraw(): void {
    render(this.draw(this.#view, this.#notice), this.root);
  }
}
