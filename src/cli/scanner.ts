// The program beside the command line that reads pictures in a thread of its own; its WebAssembly lies beside it.
import { readFile } from "node:fs/promises";
import type { Picture } from "../scans/read-codes";
import { codeReader } from "../scans/read-codes";
import { readScan, type ScanReader } from "../scans/read-scan";
import { answerAll } from "./thread";

const wasm = async (name: string): Promise<ArrayBuffer> => new Uint8Array(await readFile(new URL(name, import.meta.url))).buffer;

let decode: Promise<(bytes: ArrayBuffer) => Promise<ImageData>> | undefined;

// Loaded with the first picture in WebP.
async function webpDecoder(): Promise<(bytes: ArrayBuffer) => Promise<ImageData>> {
  const { default: decodeWebp, init } = await import("@jsquash/webp/decode.js");
  await init(await WebAssembly.compile(await wasm("./webp_dec.wasm")));
  return decodeWebp;
}

async function openWebp(bytes: Uint8Array): Promise<Picture> {
  decode ??= webpDecoder();
  return (await decode)(new Uint8Array(bytes).buffer);
}

const reader: Promise<ScanReader> = wasm("./zxing_reader.wasm").then(async (program) => ({ codes: await codeReader(program), openWebp }));

answerAll(async (bytes: Uint8Array) => readScan(bytes, await reader));
