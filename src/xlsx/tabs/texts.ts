// Texts of cells: stored once for a whole book of ours, or inside the cell for tabs that are added to a user's book.
import { transitional } from "../package/dialect";
import { inBlocks } from "../package/utf8-blocks";
import { escapeText } from "./clean-text";

/** Where the texts of cells go. */
export interface Texts {
  /** The rest of a `<c …` element that holds the text. */
  text(text: string): string;
  /** So many texts stand once more than they were asked for. */
  again(count: number): void;
}

/** Texts inside their cells, so that the user's table of texts stays as it is. */
export const inlineTexts: Texts = {
  text: (text) => ` t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`,
  again: () => undefined,
};

/** A book's own table of texts; every text is stored once. */
export class SharedTexts implements Texts {
  readonly #index = new Map<string, number>();
  #used = 0;

  text(text: string): string {
    this.#used++;
    let index = this.#index.get(text);
    if (index === undefined) {
      index = this.#index.size;
      this.#index.set(text, index);
    }
    return ` t="s"><v>${index}</v></c>`;
  }

  again(count: number): void {
    this.#used += count;
  }

  /** The table as a part of the file. */
  part(): Iterable<Uint8Array<ArrayBuffer>> {
    return inBlocks(this.#items());
  }

  *#items(): Generator<string, void, undefined> {
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
    yield `<sst xmlns="${transitional.main}" count="${this.#used}" uniqueCount="${this.#index.size}">`;
    for (const text of this.#index.keys()) {
      yield `${/^\s|\s$|[\n\t]/.test(text) ? '<si><t xml:space="preserve">' : "<si><t>"}${escapeText(text)}</t></si>`;
    }
    yield "</sst>";
  }
}
