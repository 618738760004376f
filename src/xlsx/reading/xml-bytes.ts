// Walks through the XML of large parts byte by byte, without making strings of what nobody needs. Every step says -1 when the bytes end first.
import { xmlText } from "./xml-tags";

export const lessThan = 0x3c;
export const greaterThan = 0x3e;
export const slash = 0x2f;
const bang = 0x21;
const question = 0x3f;
const colon = 0x3a;
export const equals = 0x3d;
export const quote = 0x22;
const apostrophe = 0x27;
const ampersand = 0x26;
const blank = 0x20;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

// Node's own way is twice as fast for the short texts of a workbook; it wants to be asked of the same bytes again and again.
const { Buffer: NodeBuffer } = globalThis as { readonly Buffer?: typeof Buffer };
let known: { readonly bytes: Uint8Array; readonly buffer: Buffer } | undefined;

/** The text of bytes in UTF-8; what is no UTF-8 becomes U+FFFD. */
export function decoded(bytes: Uint8Array, from: number, to: number): string {
  if (!NodeBuffer) return decoder.decode(bytes.subarray(from, to));
  if (known?.bytes !== bytes) known = { bytes, buffer: NodeBuffer.from(bytes.buffer, bytes.byteOffset, bytes.length) };
  return known.buffer.toString("utf8", from, to);
}

/** A tag found by `nextTag`: where its local name stands, and whether it closes an element. */
export interface TagAt {
  from: number;
  nameFrom: number;
  nameTo: number;
  closes: boolean;
}

/** Finds the next tag at or behind `at` and says where its name ends; comments, declarations and CDATA are passed over. */
export function nextTag(bytes: Uint8Array, at: number, tag: TagAt): number {
  const end = bytes.length;
  for (let from = at; ;) {
    if (bytes[from] !== lessThan) {
      from = bytes.indexOf(lessThan, from);
      if (from < 0) {
        tag.from = end;
        return -1;
      }
    }
    tag.from = from;
    const first = bytes[from + 1];
    if (first === bang || first === question) {
      from = afterMarkup(bytes, from);
      if (from < 0) return -1;
      continue;
    }
    tag.closes = first === slash;
    let to = from + (tag.closes ? 2 : 1);
    tag.nameFrom = to;
    for (let byte = bytes[to]; to < end && byte !== undefined && byte > blank && byte !== greaterThan && byte !== slash; byte = bytes[++to])
      if (byte === colon) tag.nameFrom = to + 1;
    if (to >= end) return -1;
    tag.nameTo = to;
    return to;
  }
}

/** Whether the tag's local name is this one. */
export function isNamed(bytes: Uint8Array, tag: TagAt, name: string): boolean {
  if (tag.nameTo - tag.nameFrom !== name.length) return false;
  for (let at = 0; at < name.length; at++) if (bytes[tag.nameFrom + at] !== name.charCodeAt(at)) return false;
  return true;
}

/** Where the tag whose name ends at `at` has its `>`. */
export function tagEnd(bytes: Uint8Array, at: number): number {
  for (let to = at; to < bytes.length; to++) {
    const byte = bytes[to];
    if (byte === greaterThan) return to;
    if (byte === quote || byte === apostrophe) {
      to = bytes.indexOf(byte, to + 1);
      if (to < 0) return -1;
    }
  }
  return -1;
}

/** An attribute found by `nextAttribute`: its name and its value between the quotes. */
export interface AttributeAt {
  nameFrom: number;
  nameTo: number;
  from: number;
  to: number;
}

/** Finds the next attribute and gives the place behind it; at the tag's end, that of its `>` with `found.nameFrom` -1. */
export function nextAttribute(bytes: Uint8Array, at: number, found: AttributeAt): number {
  const end = bytes.length;
  let to = at;
  for (;;) {
    while ((bytes[to] as number) <= blank || bytes[to] === slash) to++;
    if (to >= end) return -1;
    if (bytes[to] === greaterThan) {
      found.nameFrom = -1;
      return to;
    }
    found.nameFrom = to;
    for (let byte = bytes[to] as number; byte !== equals && byte > blank && byte !== greaterThan; byte = bytes[++to] as number);
    found.nameTo = to;
    while ((bytes[to] as number) <= blank) to++;
    if (to >= end) return -1;
    if (bytes[to] !== equals) continue;
    to++;
    while ((bytes[to] as number) <= blank) to++;
    if (to >= end) return -1;
    const mark = bytes[to];
    if (mark !== quote && mark !== apostrophe) continue;
    found.from = ++to;
    // Values are short: looking at each byte is faster than asking for the next quote.
    while (to < end && bytes[to] !== mark) to++;
    if (to >= end) return -1;
    found.to = to;
    return to + 1;
  }
}

/** The text of bytes that hold no tag: entities and the escapes of OOXML (`_x000D_`) stand for their characters, line ends are line feeds. */
export function textAt(bytes: Uint8Array, from: number, to: number): string {
  return unescaped(rawText(bytes, from, to));
}

// Short ASCII is faster without the decoder.
function rawText(bytes: Uint8Array, from: number, to: number): string {
  if (to - from <= 24) {
    let text = "";
    let at = from;
    for (let byte = bytes[at] as number; at < to && byte < 0x80 && byte !== ampersand && byte !== 13; byte = bytes[++at] as number)
      text += String.fromCharCode(byte);
    if (at === to) return text;
  }
  const text = decoded(bytes, from, to);
  return xmlText(text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);
}

const escape = /_x([0-9a-f]{4})_/gi;

function unescaped(text: string): string {
  return text.includes("_x") ? text.replace(escape, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}

/** What `elementText` found: the text, and the place behind the element's closing tag. */
export interface TextFound {
  text: string;
  next: number;
}

const inner: TagAt = { from: 0, nameFrom: 0, nameTo: 0, closes: false };

/** The text of an element that holds text only, from behind its opening tag. */
export function elementText(bytes: Uint8Array, at: number, found: TextFound): boolean {
  const to = bytes.indexOf(lessThan, at);
  if (to < 0) return false;
  if (bytes[to + 1] !== bang) {
    const close = bytes.indexOf(greaterThan, to);
    if (close < 0) return false;
    found.text = textAt(bytes, at, to);
    found.next = close + 1;
    return true;
  }
  return mixedText(bytes, at, found);
}

// CDATA and comments between pieces of text.
function mixedText(bytes: Uint8Array, at: number, found: TextFound): boolean {
  let text = "";
  for (let from = at; ;) {
    const to = bytes.indexOf(lessThan, from);
    if (to < 0) return false;
    text += rawText(bytes, from, to);
    if (bytes[to + 1] !== bang) {
      const close = bytes.indexOf(greaterThan, to);
      if (close < 0) return false;
      found.text = unescaped(text);
      found.next = close + 1;
      return true;
    }
    const next = afterMarkup(bytes, to);
    if (next < 0) return false;
    if (bytes[to + 2] === 0x5b) text += decoded(bytes, to + 9, next - 3);
    from = next;
  }
}

const plainOpen = Uint8Array.from("<si><t>", (character) => character.charCodeAt(0));
const plainClose = Uint8Array.from("</t></si>", (character) => character.charCodeAt(0));

function stands(bytes: Uint8Array, at: number, mark: Uint8Array): boolean {
  for (let offset = 0; offset < mark.length; offset++) if (bytes[at + offset] !== mark[offset]) return false;
  return true;
}

/** The text of an `si` element that stands at `at` as nearly all are written, `<si><t>…</t></si>` with no entity or escape in it; `next` is behind it. */
export function plainText(bytes: Uint8Array, at: number, found: TextFound): boolean {
  if (!stands(bytes, at, plainOpen)) return false;
  const from = at + plainOpen.length;
  let to = from;
  for (let byte = bytes[to]; byte !== lessThan; byte = bytes[++to])
    if (byte === undefined || byte === ampersand || byte === 0x5f || byte === 13) return false;
  if (!stands(bytes, to, plainClose)) return false;
  found.text = decoded(bytes, from, to);
  found.next = to + plainClose.length;
  return true;
}

/** The text of an `si` or `is` element from behind its opening tag: its `t` and those of its runs, without phonetic ones. */
export function richText(bytes: Uint8Array, at: number, name: "si" | "is", found: TextFound): boolean {
  let text = "";
  let phonetic = false;
  for (let from = at; ;) {
    const to = nextTag(bytes, from, inner);
    if (to < 0) return false;
    const close = tagEnd(bytes, to);
    if (close < 0) return false;
    from = close + 1;
    if (isNamed(bytes, inner, "t")) {
      if (inner.closes || bytes[close - 1] === slash) continue;
      if (!elementText(bytes, from, found)) return false;
      if (!phonetic) text += found.text;
      from = found.next;
    } else if (isNamed(bytes, inner, "rPh")) phonetic = !inner.closes && bytes[close - 1] !== slash;
    else if (inner.closes && isNamed(bytes, inner, name)) {
      found.text = text;
      found.next = from;
      return true;
    }
  }
}

const ends: Readonly<Record<string, readonly number[]>> = {
  comment: [0x2d, 0x2d, 0x3e],
  cdata: [0x5d, 0x5d, 0x3e],
  instruction: [0x3f, 0x3e],
};

// The place behind a comment, a CDATA section, a processing instruction or a declaration.
function afterMarkup(bytes: Uint8Array, at: number): number {
  const kind =
    bytes[at + 1] === question ? "instruction" : bytes[at + 2] === 0x2d ? "comment" : bytes[at + 2] === 0x5b ? "cdata" : undefined;
  if (kind === undefined) {
    const close = bytes.indexOf(greaterThan, at);
    return close < 0 ? -1 : close + 1;
  }
  const mark = ends[kind] as readonly number[];
  const [first = 0] = mark;
  for (let to = bytes.indexOf(first, at + (kind === "cdata" ? 9 : kind === "comment" ? 4 : 2)); to >= 0; to = bytes.indexOf(first, to + 1))
    if (mark.every((byte, offset) => bytes[to + offset] === byte)) return to + mark.length;
  return -1;
}
