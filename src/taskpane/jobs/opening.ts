// Opening a workbook from the disk, in the page without Excel.
import type { Language } from "../../i18n/index";
import { paneVoice } from "../../i18n/pane";
import type { ReturnedFile } from "../engine/request";
import type { EnginePort } from "../engine/start-engine";
import { bookFiles } from "./handed-files";
import type { View } from "../shell/pane-state";
import { isAboutPassword, refusalOf } from "../shell/refusals";
import { listed } from "../shell/say-things";
import type { Screen } from "../shell/screen";

/** The view that asks for a workbook. */
export const openView: View = { kind: "open", passwordFor: undefined };

/** The workbook that is to be opened. */
export class Opening {
  #file: ReturnedFile | undefined;

  constructor(
    private readonly engine: EnginePort,
    private readonly screen: Screen,
    private readonly language: Language,
  ) {}

  /** Opens what was handed over; the name of the opened workbook, undefined when there is none yet. */
  async take(files: readonly File[]): Promise<string | undefined> {
    const say = paneVoice(this.language);
    const { books, others } = await bookFiles(files);
    const [book] = books;
    if (!book || books.length > 1) {
      this.screen.tell(book ? say("open.one") : say("open.wrong", { file: listed(say, others) }));
      return undefined;
    }
    this.#file = book;
    return this.open();
  }

  /** Opens it with its password, or asks for that. */
  async open(password?: string): Promise<string | undefined> {
    if (!this.#file) return undefined;
    const { name, bytes } = this.#file;
    this.screen.go({ kind: "busy", text: paneVoice(this.language)("reading.lead") });
    try {
      await this.engine.openFile(name, bytes, password);
    } catch (error) {
      if (!isAboutPassword(error)) throw error;
      const wrong = password === undefined ? undefined : refusalOf(error, this.language);
      this.screen.go({ kind: "open", passwordFor: name }, wrong);
      return undefined;
    }
    this.#file = undefined;
    return name;
  }
}
