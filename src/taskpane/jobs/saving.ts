// Handing over what was made: to the browser, or as new workbooks where files cannot be saved.
import { WorkbookError } from "../../actions/workbook";
import { paneVoice, type Say } from "../../i18n/pane";
import type { EnginePort } from "../engine/start-engine";
import type { PaneHost } from "../shell/host";
import { partsOf, refusalOf } from "../shell/refusals";
import { savingName } from "./saving-name";
import type { Screen } from "../shell/screen";

/** What leaves the pane. */
export class Saving {
  readonly #say: Say;

  constructor(
    private readonly engine: EnginePort,
    private readonly screen: Screen,
    private readonly host: PaneHost,
  ) {
    this.#say = paneVoice(host.language);
  }

  /** Saves the files of the outcome on show. */
  files(): void {
    const { view } = this.screen;
    if (view.kind !== "outcome" || !view.outcome.saving) return;
    this.host.save?.(savingName(view.outcome, this.#say), view.outcome.saving.bytes);
    this.screen.tell(this.#say("files.saved"));
  }

  /** Saves the opened file with our tabs in it. */
  async copy(bookName: string): Promise<void> {
    const { name, bytes } = await this.engine.copyOfFile();
    this.host.save?.(name ?? bookName, bytes);
    this.screen.tell(this.#say("files.saved"));
  }

  /** Opens one of the files that were made as a new workbook. */
  async open(file: string): Promise<void> {
    try {
      await this.host.openWorkbook?.(await this.engine.madeFile(file));
      this.screen.tell(this.#say("files.opened", { name: file.split("/").at(-1) ?? file }));
    } catch (error) {
      const blocked = error instanceof WorkbookError ? this.#say("files.open.blocked", { detail: partsOf(error).technical }) : undefined;
      this.screen.tell(blocked ?? refusalOf(error, this.host.language));
    }
  }
}
