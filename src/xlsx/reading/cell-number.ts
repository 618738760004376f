// Numbers as they stand in a sheet's XML.

const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;
const nine = 0x39;

const powers = Array.from({ length: 16 }, (_, digits) => 10 ** digits);

/** The number that these bytes spell, NaN when they spell none. Up to 15 digits it is exact to divide by a power of ten, as 2^53 is above 10^15. */
export function numberAt(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  let decimals = -1;
  let at = bytes[from] === minus ? from + 1 : from;
  if (to - at > 15 || at === to) return slowNumber(bytes, from, to);
  for (; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte >= zero && byte <= nine) {
      value = value * 10 + byte - zero;
      if (decimals >= 0) decimals++;
    } else if (byte === point && decimals < 0) decimals = 0;
    else return slowNumber(bytes, from, to);
  }
  if (decimals > 0) value /= powers[decimals] as number;
  return bytes[from] === minus ? -value : value;
}

function slowNumber(bytes: Uint8Array, from: number, to: number): number {
  const text = new TextDecoder().decode(bytes.subarray(from, to)).trim();
  return text === "" ? Number.NaN : Number(text);
}
