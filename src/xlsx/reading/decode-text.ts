// Turns the bytes of text files into text: a byte order mark decides, then valid UTF-8, then what the file declares, then GB18030.
import { isUtf16, withoutPadding } from "./sniff";

/**
 * The text of a CSV, HTML or XML file. Exports of Chinese systems that are not UTF-8 are GB18030 or its subsets GBK and GB2312,
 * and many declare the wrong one of the two; Chinese text in GB18030 is practically never valid UTF-8 by chance.
 */
export function decodeText(given: Uint8Array): string {
  if (isUtf16(given)) return decodeUtf16(given);
  const bytes = withoutPadding(given);
  // A mark of UTF-8 holds even where a byte is damaged; that byte shows as U+FFFD, which the checks report.
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes);
  return decodedAs("utf-8", bytes) ?? decodedAs(declared(bytes), bytes) ?? new TextDecoder("gb18030").decode(bytes);
}

/** The text of bytes that begin with a mark of UTF-16. */
export function decodeUtf16(bytes: Uint8Array): string {
  return new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
}

function decodedAs(charset: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    // A decoder throws for two reasons only: these bytes are not of this charset, or there is no such charset.
    return undefined;
  }
}

function declared(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  return /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? "gb18030";
}
