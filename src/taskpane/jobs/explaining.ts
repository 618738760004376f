// Explaining in the pane: the selected cell, or a figure that is chosen by name, led back to its cells.
import type { Explained, Question } from "../engine/explained";
import type { EnginePort } from "../engine/start-engine";
import type { Sheets } from "../shell/host";
import type { Screen } from "../shell/screen";
import type { Selection } from "../shell/selection";

/** The explanation that is on show. */
export class Explaining {
  constructor(
    private readonly engine: EnginePort,
    private readonly screen: Screen,
    private readonly sheets: () => Sheets | undefined,
    private readonly selection: Selection,
  ) {}

  /** Explains the cell that is selected; where there is none, offers the figures by name. */
  async selected(): Promise<void> {
    const at = await this.sheets()?.selected?.();
    await this.#ask(at && { at });
  }

  /** Explains a figure of the county or of one place. */
  figure(question: Question): Promise<void> {
    return this.#ask(question);
  }

  async #ask(question: Question | undefined): Promise<void> {
    const explained: Explained = await this.engine.explain(this.selection.season(), question);
    this.screen.go({ kind: "explain", explained, ...(question ? { question } : {}) });
  }
}
