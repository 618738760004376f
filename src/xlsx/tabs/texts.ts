// Texts of cells: stored once for a whole book of ours, or inside the cell for tabs that are added to a user's book.
import { escapeText } from "./clean-text";

/** Where the texts of cells go. */
export interface Texts {
  /** The rest of a `<c …` element that holds the text. */
  cell(text: string): string;
}

/** Texts inside their cells, so that the user's table of texts stays as it is. */
export const inlineTexts: Texts = {
  cell: (text) => ` t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`,
};

/** A book's own table of texts; every text is stored once. */
export class SharedTexts implements Texts {
  readonly #index = new Map<string, number>();
  #used = 0;

  cell(text: string): string {
    this.#used++;
    let index = this.#index.get(text);
    if (index === undefined) {
      index = this.#index.size;
      this.#index.set(text, index);
    }
    return ` t="s"><v>${index}</v></c>`;
  }

  /** The table as a part of the file. */
  *part(): Generator<string> {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${main}" count="${this.#used}" uniqueCount="${this.#index.size}">`;
    let chunk = "";
    for (const text of this.#index.keys()) {
      chunk += /^\s|\s$|[\n\t]/.test(text)
        ? `<si><t xml:space="preserve">${escapeText(text)}</t></si>`
        : `<si><t>${escapeText(text)}</t></si>`;
      if (chunk.length > 1 << 16) {
        yield chunk;
        chunk = "";
      }
    }
    yield `${chunk}</sst>`;
  }
}
