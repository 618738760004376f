// Takes the password off the records of an old workbook (.xls) that Excel 97 to 2003 or WPS locked: RC4, keyed anew every 1024 bytes ([MS-XLS] 2.2.10;
// [MS-OFFCRYPTO] 2.3.5 and 2.3.6). Nothing is locked so by us.
import { md5, sha1 } from "@noble/hashes/legacy.js";
import { WorkbookError } from "../../actions/workbook";
import { joined, littleEndian } from "./agile-container";
import { utf16 } from "./password-chain";

const filePass = 0x2f;
// Their contents are never locked; the key stream passes over them all the same, as it does over the heads of all records.
const plainRecords: ReadonlySet<number> = new Set([0x809, filePass, 0x194, 0x195, 0xe1, 0x196, 0x138]);
const boundSheet = 0x85;
const blockBytes = 1024;
// A record of no meaning to readers, in place of the one that says that a password is wanted: every other record stays where others say it is.
const meaningless = 0x5c;

interface Lock {
  readonly keyOf: (block: number) => Uint8Array;
  readonly hash: typeof md5 | typeof sha1;
  readonly verifier: Uint8Array;
  readonly verifierHash: Uint8Array;
}

/**
 * The records without their password; undefined where they are not locked with RC4.
 * @throws WorkbookError `wrong-password`
 */
export function decryptRecords(records: Uint8Array, password: string): Uint8Array | undefined {
  const view = new DataView(records.buffer, records.byteOffset, records.length);
  const found = [...headsIn(view)].find(({ type }) => type === filePass);
  const lock = found && lockIn(records.subarray(found.from, found.from + found.length), password);
  if (!lock) return undefined;
  const { keyOf, hash, verifier, verifierHash } = lock;
  const first = keyStream(keyOf(0));
  const told = verifier.map((byte) => byte ^ first());
  const expected = verifierHash.map((byte) => byte ^ first());
  if (!hash(told).every((byte, at) => byte === expected[at])) throw new WorkbookError("wrong-password", "");
  const open = records.slice();
  const stream = streamOver(keyOf);
  for (const { type, from, length } of headsIn(view)) {
    if (plainRecords.has(type)) continue;
    for (let at = type === boundSheet ? from + 4 : from; at < from + length; at++) open[at] = (open[at] ?? 0) ^ stream(at);
  }
  new DataView(open.buffer).setUint16(found.from - 4, meaningless, true);
  return open;
}

interface Head {
  readonly type: number;
  readonly from: number;
  readonly length: number;
}

function* headsIn(view: DataView): Generator<Head, void, undefined> {
  for (let at = 0; at + 4 <= view.byteLength;) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    yield { type, from: at + 4, length: Math.min(length, view.byteLength - at - 4) };
    at += 4 + length;
  }
}

function lockIn(pass: Uint8Array, password: string): Lock | undefined {
  const view = new DataView(pass.buffer, pass.byteOffset, pass.length);
  const number = (at: number) => (at + 4 <= pass.length ? view.getUint32(at, true) : 0);
  if (pass.length < 54 || view.getUint16(0, true) !== 1) return undefined;
  const part = (at: number, size: number) => pass.slice(at, at + size);
  if (view.getUint16(2, true) === 1) {
    const salted = joined(md5(utf16(password)).subarray(0, 5), part(6, 16));
    const base = md5(joined(...Array.from({ length: 16 }, () => salted))).subarray(0, 5);
    return { keyOf: (block) => md5(joined(base, littleEndian(block))), hash: md5, verifier: part(22, 16), verifierHash: part(38, 16) };
  }
  // The way of Windows' CryptoAPI: a head with the cipher and the length of its key, then the same three.
  const header = 14;
  const verifier = header + number(10);
  const isRc4 = view.getUint16(4, true) === 2 && number(header + 8) === 0x6801;
  const keyBytes = Math.max(40, number(header + 16)) / 8;
  if (!isRc4 || ![5, 7, 16].includes(keyBytes) || verifier + 60 > pass.length) return undefined;
  const base = sha1(joined(part(verifier + 4, 16), utf16(password)));
  const keyOf = (block: number) => {
    const key = sha1(joined(base, littleEndian(block))).subarray(0, keyBytes);
    return keyBytes === 5 ? joined(key, new Uint8Array(11)) : key;
  };
  return { keyOf, hash: sha1, verifier: part(verifier + 20, 16), verifierHash: part(verifier + 40, 20) };
}

// The byte of the stream at a place, asked for in order.
function streamOver(keyOf: (block: number) => Uint8Array): (at: number) => number {
  let block = -1;
  let next = 0;
  let stream = (): number => 0;
  return (at) => {
    const own = Math.floor(at / blockBytes);
    if (own !== block) {
      stream = keyStream(keyOf(own));
      [block, next] = [own, own * blockBytes];
    }
    for (; next < at; next++) stream();
    next++;
    return stream();
  };
}

/** RC4: the bytes of a key's stream, one after another. */
function keyStream(key: Uint8Array): () => number {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  let [i, j] = [0, 0];
  const swap = () => {
    const held = state[i] ?? 0;
    state[i] = state[j] ?? 0;
    state[j] = held;
    return ((state[i] ?? 0) + held) & 255;
  };
  for (; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap();
  }
  [i, j] = [0, 0];
  return () => {
    i = (i + 1) & 255;
    j = (j + (state[i] ?? 0)) & 255;
    return state[swap()] ?? 0;
  };
}
