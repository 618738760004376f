// Reads the table of texts that the cells of a workbook share.
import { WorkbookError } from "../../actions/workbook";
import { bookLimits } from "./limits";
import { scanPieces, type PieceScanner } from "./scan-pieces";
import { isNamed, nextTag, plainText, richText, slash, tagEnd, type TagAt, type TextFound } from "./xml-bytes";

/**
 * The texts of a shared-strings part, in its order.
 * @throws WorkbookError `too-large`
 */
export async function readTexts(pieces: AsyncIterable<Uint8Array>, name: string): Promise<readonly string[]> {
  const scan = new TextScan();
  await scanPieces(pieces, scan, name);
  return scan.texts;
}

class TextScan implements PieceScanner {
  readonly texts: string[] = [];
  private readonly tag: TagAt = { from: 0, nameFrom: 0, nameTo: 0, closes: false };
  private readonly found: TextFound = { text: "", next: 0 };

  take(bytes: Uint8Array): number {
    const { tag, found } = this;
    for (let at = 0; ;) {
      for (; plainText(bytes, at, found); at = found.next) this.add(found.text);
      const to = nextTag(bytes, at, tag);
      if (to < 0) return tag.from;
      const close = tagEnd(bytes, to);
      if (close < 0) return tag.from;
      at = close + 1;
      if (tag.closes || !isNamed(bytes, tag, "si")) continue;
      if (bytes[close - 1] === slash) this.add("");
      else if (richText(bytes, at, "si", found)) {
        this.add(found.text);
        at = found.next;
      } else return tag.from;
    }
  }

  private add(text: string): void {
    if (this.texts.length >= bookLimits.texts) throw new WorkbookError("too-large", "", { why: "texts", count: bookLimits.texts });
    this.texts.push(text);
  }
}
