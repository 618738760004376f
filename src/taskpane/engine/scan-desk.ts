// Where pictures of slips are read: the reader's WebAssembly comes from beside the page, and nothing leaves the machine.
import { codeReader } from "../../scans/read-codes";
import { codesOn, picturesIn, type ScanReader } from "../../scans/read-scan";
import { isHidden, isPicture, isZip, pageName } from "../../sheets/returns/slip-files";
import { unzipFiles } from "../../xlsx/zip-files";

/** What was handed over: the pictures, those in ZIP files among them, and the names of whatever else there was. */
export interface HandedPictures {
  readonly pictures: readonly File[];
  readonly others: readonly string[];
}

/** One page of a scan, or a picture. */
export interface ScannedPage {
  readonly name: string;
  /** The texts of the codes on it. */
  readonly codes: readonly string[];
  /** The page as a picture to look at, where there is one. */
  readonly picture?: Blob;
}

/** One place where pictures are read one after another. */
export class ScanDesk {
  #reader: Promise<ScanReader> | undefined;

  /**
   * Makes ready.
   * @throws Error where the machine or its policy does not let the reader run
   */
  async start(): Promise<void> {
    await (this.#reader ??= startedReader());
  }

  /**
   * The pictures among files, in the order of their names.
   * @throws WorkbookError for a ZIP that is damaged or too large
   */
  async unpack(files: readonly File[]): Promise<HandedPictures> {
    const pictures: File[] = [];
    const others: string[] = [];
    for (const file of files) {
      if (isZip(file.name)) pictures.push(...(await inZip(file)));
      else if (isPicture(file.name)) pictures.push(file);
      else if (!isHidden(file.name)) others.push(file.name);
    }
    return { pictures, others };
  }

  /** The pages of a picture or scan. */
  async read(file: File): Promise<readonly ScannedPage[]> {
    const reader = await (this.#reader ??= startedReader());
    const bytes = new Uint8Array(await file.arrayBuffer());
    const pictures = picturesIn(bytes);
    if (pictures.length === 0) return [{ name: file.name, codes: [] }];
    const pages: ScannedPage[] = [];
    for (const [index, picture] of pictures.entries()) {
      const codes = await codesOn(picture, reader);
      // A picture is its own file, which needs no copy.
      const shown = picture === bytes ? file : new Blob([new Uint8Array(picture)], { type: "image/jpeg" });
      pages.push({ name: pageName(file.name, index, pictures.length), codes, picture: shown });
    }
    return pages;
  }
}

async function inZip(file: File): Promise<readonly File[]> {
  const found = unzipFiles(new Uint8Array(await file.arrayBuffer()), file.name, (inner) => isPicture(inner) && !isHidden(inner));
  return [...found].map(([inner, bytes]) => new File([new Uint8Array(bytes)], `${file.name}/${inner}`));
}

async function startedReader(): Promise<ScanReader> {
  // Named outright: without it, the library would look for it on the Internet.
  const answer = await fetch(new URL("zxing-wasm/reader/zxing_reader.wasm", import.meta.url));
  if (!answer.ok) throw new Error(`the reader is missing: ${answer.status}`);
  return { codes: await codeReader(await answer.arrayBuffer()), openWebp };
}

// The browser itself opens what the reader does not.
async function openWebp(bytes: Uint8Array): Promise<ImageData> {
  const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d");
  if (!context) throw new TypeError("this webview draws nothing beside its page");
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}
