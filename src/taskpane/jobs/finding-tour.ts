// Going through the findings: filtered, one after the other, and checked anew after an edit.
import type { FindingFilter } from "../engine/finding-list";
import type { EnginePort } from "../engine/start-engine";
import type { InBook } from "../shell/in-book";
import type { View } from "../shell/pane-state";
import type { Screen } from "../shell/screen";
import type { Selection } from "../shell/selection";

type FindingsView = Extract<View, { readonly kind: "findings" }>;

/** The findings on show. */
export class FindingTour {
  // Whether a sheet has changed since the book was read.
  #isStale = false;

  constructor(
    private readonly engine: EnginePort,
    private readonly screen: Screen,
    private readonly selection: Selection,
    private readonly inBook: InBook,
  ) {}

  /** The filter on show. */
  get filter(): FindingFilter {
    const { view } = this.screen;
    return view.kind === "findings" ? view.list.filter : {};
  }

  /** The book has been read anew. */
  fresh(): void {
    this.#isStale = false;
  }

  /** The book has changed since it was read. */
  outdated(): void {
    this.#isStale = true;
    const { view } = this.screen;
    if (view.kind === "findings") this.screen.go({ ...view, isStale: true });
  }

  /** Shows the findings of a filter, all of them at first; the way back leads to the outcome that was on show. */
  async show(filter: FindingFilter = {}): Promise<void> {
    const { view } = this.screen;
    const from = view.kind === "findings" || view.kind === "outcome" ? view.outcome : undefined;
    const list = await this.engine.findings(this.selection.season(), filter);
    this.screen.go({ kind: "findings", list, at: -1, isStale: this.#isStale, ...(from ? { outcome: from } : {}) });
  }

  /** Goes to the next finding, or the one before, and shows its cell. */
  async step(by: 1 | -1): Promise<void> {
    const { view } = this.screen;
    if (view.kind !== "findings") return;
    const last = shownIn(view).length - 1;
    await this.at(view.at < 0 && by < 0 ? last : Math.min(last, Math.max(0, view.at + by)));
  }

  /** Goes to a finding by its place in what is shown. */
  async at(at: number): Promise<void> {
    const { view } = this.screen;
    const finding = view.kind === "findings" ? shownIn(view)[at] : undefined;
    if (view.kind !== "findings" || !finding) return;
    this.screen.go({ ...view, at });
    await this.inBook.showCell(finding.sheet, finding.cell);
  }

  /** Reads and checks the book as it is now, under the same filter. */
  async recheck(): Promise<void> {
    const { view } = this.screen;
    if (view.kind !== "findings") return;
    await this.engine.look(this.selection.season(), false, "always");
    this.fresh();
    await this.show(view.list.filter);
  }
}

/** The findings as they stand in the view, from top to bottom. */
export function shownIn({ list }: Pick<FindingsView, "list">) {
  return list.groups.flatMap(({ shown }) => shown);
}
