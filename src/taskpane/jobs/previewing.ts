// Looking at letters before they are printed: one after the other, by name, or the hard cases; the book is read again when it is asked for.
import type { LetterPreview } from "../engine/letter-preview";
import type { LetterWish } from "../engine/letter-wish";
import type { EnginePort } from "../engine/start-engine";
import type { SeasonOptions } from "../../sheets/reading/read-season";
import type { Screen } from "../shell/screen";

/** The letter that is on show. */
export class Previewing {
  #shown: LetterPreview | undefined;

  constructor(
    private readonly engine: EnginePort,
    private readonly screen: Screen,
    private readonly season: () => SeasonOptions,
  ) {}

  /** Shows the letter that was on show, or the first, by the book as it is now. */
  async open(): Promise<void> {
    const { at = 0, form } = this.#shown?.letter ?? {};
    this.#show(await this.engine.letter(this.season(), form ? { form } : { at }));
  }

  /** Shows another one; where nobody is meant, the one on show stays, and that is said. */
  async turn(wish: LetterWish): Promise<void> {
    const preview = await this.engine.letter(this.season(), wish, true);
    if (preview.letter) this.#show(preview);
    else this.screen.go({ kind: "letter", preview: this.#shown ?? preview, missed: wish });
  }

  /** Forgets what was on show of another book. */
  clear(): void {
    this.#shown = undefined;
  }

  #show(preview: LetterPreview): void {
    this.#shown = preview;
    this.screen.go({ kind: "letter", preview });
  }
}
