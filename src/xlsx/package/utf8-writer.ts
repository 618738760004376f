// Text written as UTF-8 into blocks of bytes: sheets are millions of short pieces, and joining them as texts first takes three times as long.

// A block is given away when it holds this much; what is written at once never fills the rest.
const blockLength = 1 << 16;
const roomLength = 1 << 12;

const encoder = new TextEncoder();

/** Collects text as bytes. */
export class Utf8Writer {
  #block = new Uint8Array(blockLength + roomLength);
  #length = 0;
  #full: Uint8Array<ArrayBuffer>[] = [];

  /** Writes text of which every character is ASCII. */
  ascii(text: string): void {
    if (text.length > roomLength) return this.text(text);
    const block = this.#block;
    let length = this.#length;
    for (let at = 0; at < text.length; at++) block[length++] = text.charCodeAt(at);
    this.#length = length;
    if (length >= blockLength) this.#next();
  }

  /** Writes any text; half characters, which no file can hold, become U+FFFD. */
  text(text: string): void {
    if (text.length * 3 > roomLength) return this.#long(text);
    const block = this.#block;
    let length = this.#length;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 0x80) block[length++] = code;
      else if (code < 0x800) {
        block[length++] = 0xc0 | (code >> 6);
        block[length++] = 0x80 | (code & 0x3f);
      } else if (code >= 0xd800 && code < 0xe000) return this.#long(text);
      else {
        block[length++] = 0xe0 | (code >> 12);
        block[length++] = 0x80 | ((code >> 6) & 0x3f);
        block[length++] = 0x80 | (code & 0x3f);
      }
    }
    this.#length = length;
    if (length >= blockLength) this.#next();
  }

  /** The blocks that are full by now. */
  full(): readonly Uint8Array<ArrayBuffer>[] {
    if (this.#full.length === 0) return none;
    return this.#full.splice(0);
  }

  /** What has been written since the last full block. */
  rest(): readonly Uint8Array<ArrayBuffer>[] {
    this.#next();
    return this.full();
  }

  #next(): void {
    if (this.#length === 0) return;
    this.#full.push(this.#block.subarray(0, this.#length));
    this.#block = new Uint8Array(blockLength + roomLength);
    this.#length = 0;
  }

  #long(text: string): void {
    this.#next();
    this.#full.push(encoder.encode(text));
  }
}

const none: readonly Uint8Array<ArrayBuffer>[] = [];
