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

  /** Saves the open book as it stands; says whether that went well. */
  async backup(bookName: string, today: string): Promise<boolean> {
    const { book, save, openWorkbook } = this.host;
    const stem = bookName.replace(/\.[^.]*$/, "");
    // Macros are part of the file.
    const kind = book ? (/\.xls[mb]$/i.exec(bookName)?.[0] ?? ".xlsx") : ".xlsx";
    const name = this.#say("backup.name", { name: stem, kind, day: today.replaceAll("-", "") });
    try {
      const bytes = book?.bytes ? await book.bytes() : (await this.engine.copyOfFile()).bytes;
      if (save) save(name, bytes);
      else await openWorkbook?.(bytes);
      this.screen.tell(this.#say(save ? "backup.saved" : "backup.opened", { name }));
      return true;
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      this.screen.tell(this.#say("backup.failed"));
      return false;
    }
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
