// What the pane does in the open book besides its jobs: bringing cells before the user's eyes, and taking marks away.
import { paneVoice, type Say } from "../../i18n/pane";
import type { PaneHost, Sheets, WaitReason } from "./host";
import { refusalOf } from "./refusals";
import type { Screen } from "./screen";

/** The open book as the user sees it. */
export class InBook {
  readonly #say: Say;
  // What was said last about Excel making a job wait.
  #waiting = "";

  constructor(
    private readonly screen: Screen,
    private readonly host: PaneHost,
    private readonly sheets: () => Sheets | undefined,
  ) {
    this.#say = paneVoice(host.language);
  }

  /** Says why Excel makes a job wait. */
  waits(reason: WaitReason): void {
    this.#waiting = this.#say(`run.wait.${reason}`);
    this.screen.tell(this.#waiting);
  }

  /** Says what Excel refused though the tabs are written. */
  skips(what: "looks" | "width" | "formulas"): void {
    this.screen.tell(this.#say(what === "looks" ? "run.skipped" : `run.skipped.${what}`));
  }

  /** Shows a tab as a courtesy: when another workbook is in front, Excel refuses, and what was done stands all the same. */
  async showTab(sheet: string): Promise<void> {
    await this.#show(sheet, "A1").catch(() => undefined);
  }

  /** Shows a cell, or says that it is gone. */
  async showCell(sheet: string, cell: string): Promise<void> {
    await this.#show(sheet, cell).catch(() => this.screen.tell(this.#say("findings.lost")));
  }

  /** Takes the marks of findings away. */
  async clearMarks(): Promise<void> {
    try {
      await this.host.book?.clearMarks();
      this.screen.tell(this.#say("done.marks.cleared"));
    } catch (error) {
      this.screen.tell(refusalOf(error, this.host.language));
    }
  }

  async #show(sheet: string, cell: string): Promise<void> {
    await this.sheets()?.show?.({ sheet, cell });
    this.screen.untell(this.#waiting);
  }
}
