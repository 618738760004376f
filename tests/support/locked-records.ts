// An old workbook locked the way that Excel 2007 and newer lock one: RC4 by CryptoAPI ([MS-OFFCRYPTO] 2.3.5), with Node's own hash and a cipher of the book.
import { createHash } from "node:crypto";

const sha1 = (...parts: readonly Uint8Array[]): Buffer => createHash("sha1").update(Buffer.concat(parts)).digest();
const number = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
const salt = Uint8Array.from({ length: 16 }, (_, at) => at * 7);

function rc4(key: Uint8Array, length: number): Uint8Array {
  const box = Array.from({ length: 256 }, (_, at) => at);
  for (let at = 0, other = 0; at < 256; at++) {
    other = (other + box[at]! + key[at % key.length]!) % 256;
    [box[at], box[other]] = [box[other]!, box[at]!];
  }
  let [one, other] = [0, 0];
  return Uint8Array.from({ length }, () => {
    one = (one + 1) % 256;
    other = (other + box[one]!) % 256;
    [box[one], box[other]] = [box[other]!, box[one]!];
    return box[(box[one]! + box[other]!) % 256]!;
  });
}

/** The records (BIFF8) locked with a key of so many bits. */
export function lockedRecords(records: Uint8Array, password: string, bits: 40 | 128): Uint8Array {
  const base = sha1(salt, Buffer.from(password, "utf16le"));
  const keyOf = (block: number) => {
    const key = sha1(base, number(block)).subarray(0, bits / 8);
    return bits === 40 ? Buffer.concat([key, new Uint8Array(11)]) : key;
  };
  const verifier = Uint8Array.from({ length: 16 }, (_, at) => 200 - at);
  const first = rc4(keyOf(0), 36);
  const sealed = [...verifier, ...sha1(verifier)].map((byte, at) => byte ^ first[at]!);
  const header = [4, 0, 0x6801, 0x8004, bits, 1, 0, 0].map(number);
  const pass = Buffer.concat([
    Uint8Array.of(1, 0, 2, 0, 2, 0, 4, 0, 0, 0),
    ...[number(34), ...header, Uint8Array.of(0, 0), number(16), salt, Uint8Array.from(sealed.slice(0, 16)), number(20)],
    Uint8Array.from(sealed.slice(16)),
  ]);
  // Behind the beginning of the book; sheets then begin so much later.
  const begin = 4 + records[2]!;
  const open = Buffer.concat([records.subarray(0, begin), Uint8Array.of(0x2f, 0, pass.length, 0), pass, records.subarray(begin)]);
  const streams = Array.from({ length: Math.ceil(open.length / 1024) }, (_, block) => rc4(keyOf(block), 1024));
  for (let at = 0; at + 4 <= open.length;) {
    const [type, length] = [open.readUInt16LE(at), open.readUInt16LE(at + 2)];
    if (type === 0x85) open.writeUInt32LE(open.readUInt32LE(at + 4) + pass.length + 4, at + 4);
    const isPlain = [0x809, 0x2f, 0x194, 0x195, 0xe1, 0x196, 0x138].includes(type);
    for (let place = at + 4 + (type === 0x85 ? 4 : 0); !isPlain && place < at + 4 + length; place++)
      open[place] = open[place]! ^ streams[place >> 10]![place & 1023]!;
    at += 4 + length;
  }
  return new Uint8Array(open);
}
