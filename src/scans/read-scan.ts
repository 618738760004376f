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

/** The codes on each page; a picture is one page, and so is a scan in which nothing is found. What the file is called does not matter. */
export async function readScan(bytes: Uint8Array, { codes, openWebp }: ScanReader): Promise<readonly (readonly string[])[]> {
  if (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8)) {
    const picture = await openWebp(bytes).catch(() => undefined);
    return [picture ? await codes(picture) : []];
  }
  if (!startsWith(bytes, "%PDF")) return [await codes(bytes)];
  const pages: (readonly string[])[] = [];
  for (const picture of pdfPictures(bytes)) pages.push(await codes(picture));
  return pages.length > 0 ? pages : [[]];
}
