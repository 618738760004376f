// Text as UTF-8 in blocks: sheets are millions of short pieces, and joining them as one text first takes three times as long; written byte by byte a
// whole run takes 7 % longer (both measured).

// Characters.
const blockLength = 1 << 16;

const encoder = new TextEncoder();

/** The texts as bytes, block by block; half characters, which no file can hold, become U+FFFD. No text may end in half a character. */
export function* inBlocks(texts: Iterable<string>): Generator<Uint8Array<ArrayBuffer>, void, undefined> {
  let block = "";
  for (const text of texts) {
    block += text;
    if (block.length < blockLength) continue;
    yield encoder.encode(block);
    block = "";
  }
  if (block !== "") yield encoder.encode(block);
}
