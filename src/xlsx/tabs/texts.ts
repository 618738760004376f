// Texts of cells: stored once for a whole book of ours, or inside the cell for tabs that are added to a user's book.
import { transitional } from "../package/dialect";
import { Utf8Writer } from "../package/utf8-writer";
import { escapeText } from "./clean-text";

/** Where the texts of cells go. */
export interface Texts {
  /** Writes the rest of a `<c …` element that holds the text. */
  write(out: Utf8Writer, text: string): void;
}

/** Texts inside their cells, so that the user's table of texts stays as it is. */
export const inlineTexts: Texts = {
  write(out, text) {
    out.ascii(' t="inlineStr"><is><t xml:space="preserve">');
    out.text(escapeText(text));
    out.ascii("</t></is></c>");
  },
};

/** A book's own table of texts; every text is stored once. */
export class SharedTexts implements Texts {
  readonly #index = new Map<string, number>();
  #used = 0;

  write(out: Utf8Writer, text: string): void {
    this.#used++;
    let index = this.#index.get(text);
    if (index === undefined) {
      index = this.#index.size;
      this.#index.set(text, index);
    }
    out.ascii(' t="s"><v>');
    out.ascii(String(index));
    out.ascii("</v></c>");
  }

  /** The table as a part of the file. */
  *part(): Generator<Uint8Array<ArrayBuffer>, void, undefined> {
    const out = new Utf8Writer();
    out.ascii('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n');
    out.ascii(`<sst xmlns="${transitional.main}" count="${this.#used}" uniqueCount="${this.#index.size}">`);
    for (const text of this.#index.keys()) {
      out.ascii(/^\s|\s$|[\n\t]/.test(text) ? '<si><t xml:space="preserve">' : "<si><t>");
      out.text(escapeText(text));
      out.ascii("</t></si>");
      yield* out.full();
    }
    out.ascii("</sst>");
    yield* out.rest();
  }
}
