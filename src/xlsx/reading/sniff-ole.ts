// What an OLE2 container holds; apart from the first look, since few files need it.
import CFB from "cfb";
import { isBareRecords } from "./sniff";
import type { DocumentKind } from "./sniff-document";

/** What an OLE2 file holds: an old workbook with its records, an encrypted new one, or something else such as a Word file. */
export type OleContent =
  | { readonly kind: "xls"; readonly records: Uint8Array }
  | { readonly kind: "encrypted" }
  | { readonly kind: "other"; readonly document: DocumentKind | undefined };

/** What an OLE2 file holds, or undefined when it is damaged. */
export function sniffOle(bytes: Uint8Array): OleContent | undefined {
  // cfb reports damage as plain Error, RangeError or TypeError alike, so any throw of it means that the container is damaged.
  try {
    const file = CFB.read(bytes, { type: "buffer" });
    // The stream is "Book" up to Excel 95; a file for both has both. An embedded workbook lies deeper and is not found here.
    const records = CFB.find(file, "/Workbook") ?? CFB.find(file, "/Book");
    if (records)
      return isBareRecords(Uint8Array.from(records.content)) ? { kind: "xls", records: Uint8Array.from(records.content) } : undefined;
    if (CFB.find(file, "/EncryptionInfo") && CFB.find(file, "/EncryptedPackage")) return { kind: "encrypted" };
    const isWord = CFB.find(file, "/WordDocument") !== null;
    return { kind: "other", document: isWord ? "word" : CFB.find(file, "/PowerPoint Document") ? "slides" : undefined };
  } catch {
    return undefined;
  }
}
