// Codes on pictures, read by ZXing's C++ reader as WebAssembly: nothing is fetched, whoever asks hands the program over.
import { prepareZXingModule, readBarcodes, type ReaderOptions } from "zxing-wasm/reader";

/** A picture as a file (PNG, JPEG), or as its pixels. */
export type Picture = Uint8Array | ImageData;

/** The texts of the codes on a picture; none where there are none, or where it is no picture at all. */
export type ReadCodes = (picture: Picture) => Promise<readonly string[]>;

// A code is found whichever way it lies, so turning the picture only helps the pass after.
const usual = {
  formats: ["QRCode"],
  tryHarder: true,
  tryRotate: false,
  tryInvert: false,
  returnErrors: true,
} as const satisfies ReaderOptions;

// Tried one after another until every code that was found can be read. What each is for: small or noisy print, a strong shadow, a washed-out copy.
const passes: readonly ReaderOptions[] = [
  usual,
  { ...usual, tryRotate: true, tryDenoise: true, downscaleFactor: 2 },
  { ...usual, binarizer: "GlobalHistogram", tryRotate: true },
  { ...usual, binarizer: "FixedThreshold" },
];

/**
 * A reader that runs this WebAssembly (`zxing_reader.wasm`).
 * @throws Error where the machine or a policy does not let it run
 */
export async function codeReader(wasm: ArrayBuffer): Promise<ReadCodes> {
  await prepareZXingModule({ overrides: { wasmBinary: wasm }, fireImmediately: true });
  return async (picture) => {
    const found = new Set<string>();
    for (const options of passes) {
      const codes = await readBarcodes(picture, options).catch(() => []);
      for (const { isValid, text } of codes) if (isValid) found.add(text);
      if (codes.length > 0 && codes.every(({ isValid }) => isValid)) break;
    }
    return [...found];
  };
}
