// Scans as machines make them, put together by hand: pages of JPEG in a PDF, and pictures in WebP.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const { resolve } = createRequire(import.meta.url);

/** The WebAssembly that reads codes. */
export async function readerWasm(): Promise<ArrayBuffer> {
  return new Uint8Array(await readFile(resolve("zxing-wasm/reader/zxing_reader.wasm"))).buffer;
}

/** The program of the library for WebP with this name. */
export async function webpWasm(name: "dec/webp_dec" | "enc/webp_enc"): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(join(dirname(resolve("@jsquash/webp")), `codec/${name}.wasm`)));
}

/** A PDF with a page for each of these JPEG files, and other streams between them. */
export function scanOf(jpegs: readonly Uint8Array[]): Uint8Array {
  const object = (number: number, head: string, stream?: Uint8Array): readonly (string | Uint8Array)[] =>
    stream
      ? [`${number} 0 obj\n<<${head}/Length ${stream.length}>>\nstream\r\n`, stream, "\nendstream\nendobj\n"]
      : [`${number} 0 obj\n<<${head}>>\nendobj\n`];
  const pages = jpegs.flatMap((jpeg, index) => {
    const first = 3 + index * 3;
    return [
      ...object(first, `/Type/Page/Parent 2 0 R/Contents ${first + 1} 0 R/Resources<</XObject<</Im0 ${first + 2} 0 R>>>>`),
      ...object(first + 1, "", Buffer.from("q 595 0 0 842 0 0 cm /Im0 Do Q")),
      ...object(first + 2, "/Type/XObject/Subtype/Image/Filter/DCTDecode", jpeg),
    ];
  });
  const all = [
    "%PDF-1.4\n",
    ...object(1, "/Type/Catalog/Pages 2 0 R"),
    ...object(2, `/Type/Pages/Count ${jpegs.length}`),
    ...pages,
    "%%EOF\n",
  ];
  return Buffer.concat(all.map((piece) => (typeof piece === "string" ? Buffer.from(piece, "latin1") : piece)));
}
