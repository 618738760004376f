// The PNG file of a picture of squares: small, the same for the same squares, and made without any library, so that files and Excel get one picture.
// (Portable Network Graphics, W3C 2003; the packing is the fixed code of RFC 1951.)

// One byte of eight pixels a square: printed at two centimetres, programs have nothing to blur.
const pixels = 8;

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) crc = (crcTable[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A file that is written chunk by chunk. */
class Chunks {
  readonly #bytes = new Uint8Array(8192);
  readonly #view = new DataView(this.#bytes.buffer);
  #at = 0;

  start(): void {
    this.#bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    this.#at = 8;
  }

  add(name: string, content: ArrayLike<number>): void {
    const from = this.#at + 4;
    this.#view.setUint32(this.#at, content.length);
    for (let letter = 0; letter < 4; letter++) this.#bytes[from + letter] = name.charCodeAt(letter);
    this.#bytes.set(content, from + 4);
    this.#at = from + 4 + content.length;
    this.#view.setUint32(this.#at, crcOf(this.#bytes.subarray(from, this.#at)));
    this.#at += 4;
  }

  end(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#at);
  }
}

const bigEndian = (value: number): readonly number[] => [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];

/** A code of so many bits, which stands highest bit first in a stream that is otherwise lowest bit first. */
function reversed(code: number, bits: number): number {
  let turned = 0;
  for (let bit = 0; bit < bits; bit++) turned |= ((code >> bit) & 1) << (bits - 1 - bit);
  return turned;
}

// Bytes, the end (256), and the lengths of copies.
const symbols = Array.from({ length: 286 }, (_, symbol): readonly [code: number, bits: number] => {
  if (symbol < 144) return [reversed(0x30 + symbol, 8), 8];
  if (symbol < 256) return [reversed(0x190 + symbol - 144, 9), 9];
  return symbol < 280 ? [reversed(symbol - 256, 7), 7] : [reversed(0xc0 + symbol - 280, 8), 8];
});

/** A deflated stream as it grows. */
class Stream {
  readonly #bytes = new Uint8Array(8192);
  #at = 0;
  #held = 0;
  #count = 0;

  start(): void {
    this.#bytes.set([0x78, 0x01]);
    [this.#at, this.#held, this.#count] = [2, 0, 0];
    this.add(0b011, 3);
  }

  add(value: number, bits: number): void {
    this.#held |= value << this.#count;
    for (this.#count += bits; this.#count >= 8; this.#count -= 8) {
      this.#bytes[this.#at++] = this.#held & 0xff;
      this.#held >>>= 8;
    }
  }

  addSymbol(symbol: number): void {
    const code = symbols[symbol];
    if (code) this.add(code[0], code[1]);
  }

  /** So many bytes again as they stand before, at this distance: 3 to 257. */
  addCopy(length: number, distance: number): void {
    const [long, far] = [length - 3, distance - 1];
    const longBits = Math.max(0, Math.floor(Math.log2(Math.max(long, 1))) - 2);
    this.addSymbol(257 + 4 * longBits + (long >> longBits));
    this.add(long & ((1 << longBits) - 1), longBits);
    const farBits = Math.max(0, Math.floor(Math.log2(Math.max(far, 1))) - 1);
    this.add(reversed(2 * farBits + (far >> farBits), 5), 5);
    this.add(far & ((1 << farBits) - 1), farBits);
  }

  end(checksum: number): Uint8Array {
    this.addSymbol(256);
    this.add(0, 7);
    this.#bytes.set(bigEndian(checksum), this.#at);
    return this.#bytes.subarray(0, this.#at + 4);
  }
}

// Thousands of small pictures are written one after another: each begins in the same place.
const [stream, chunks] = [new Stream(), new Chunks()];

// Every row of squares is a line of pixels, and the same line again.
function packedLines(squares: readonly string[]): Uint8Array {
  stream.start();
  // The sums of the checksum (Adler-32).
  let [low, high] = [1, 0];
  for (const row of squares) {
    const length = row.length + 1;
    let [sum, weighted] = [0, 0];
    stream.addSymbol(0);
    for (let at = 0; at < row.length; at++) {
      const byte = row[at] === "#" ? 0 : 0xff;
      stream.addSymbol(byte);
      sum += byte;
      weighted += byte * (row.length - at);
    }
    for (let rest = (pixels - 1) * length; rest > 0; rest -= 256) stream.addCopy(Math.min(rest, 256), length);
    for (let copy = 0; copy < pixels; copy++) {
      high = (high + length * low + weighted) % 65521;
      low = (low + sum) % 65521;
    }
  }
  return stream.end(high * 65536 + low);
}

/**
 * The PNG of rows of squares, `#` being a black one and everything else white.
 * @param squares 2 to 60 rows of as many squares
 */
export function squaresPng(squares: readonly string[]): Uint8Array<ArrayBuffer> {
  const side = bigEndian(squares.length * pixels);
  chunks.start();
  chunks.add("IHDR", [...side, ...side, 1, 0, 0, 0, 0]);
  chunks.add("IDAT", packedLines(squares));
  chunks.add("IEND", []);
  return chunks.end();
}
