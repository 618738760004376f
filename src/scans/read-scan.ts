// One file of signed slips, a picture or a scan of several pages: the codes on each page of it.
import { pdfPictures } from "./pdf-pictures";
import type { Picture, ReadCodes } from "./read-codes";

/** How this machine reads codes and opens pictures in WebP, which the reader itself does not. */
export interface ScanReader {
  readonly codes: ReadCodes;
  readonly openWebp: (bytes: Uint8Array) => Promise<Picture>;
}

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** The pictures that a file consists of: itself, or the pages of a scan, of which there may be none. What the file is called does not matter. */
export function picturesIn(bytes: Uint8Array): readonly Uint8Array[] {
  return startsWith(bytes, "%PDF") ? pdfPictures(bytes) : [bytes];
}

/** The codes on one picture. */
export async function codesOn(picture: Uint8Array, { codes, openWebp }: ScanReader): Promise<readonly string[]> {
  if (!startsWith(picture, "RIFF") || !startsWith(picture, "WEBP", 8)) return codes(picture);
  const opened = await openWebp(picture).catch(() => undefined);
  return opened ? codes(opened) : [];
}

/** The codes on each page of a file; a scan in which nothing is found is one page. */
export async function readScan(bytes: Uint8Array, reader: ScanReader): Promise<readonly (readonly string[])[]> {
  const pages: (readonly string[])[] = [];
  for (const picture of picturesIn(bytes)) pages.push(await codesOn(picture, reader));
  return pages.length > 0 ? pages : [[]];
}
