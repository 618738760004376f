// Looks at a ZIP's table of contents before anything is unpacked, so that a bomb or a damaged file is refused in a millisecond.
import { WorkbookError } from "../../actions/workbook";

/** One part of a ZIP as its table of contents declares it. */
export interface ZipPart {
  readonly name: string;
  /** Bytes when unpacked, as declared; whoever unpacks must stop there. */
  readonly size: number;
  readonly packedSize: number;
  readonly method: number;
  readonly crc: number;
  /** Where the part's local header begins. */
  readonly offset: number;
}

/** How much a ZIP may declare. */
export interface ZipLimits {
  readonly fileBytes: number;
  readonly parts: number;
  readonly totalBytes: number;
  readonly partBytes: number;
  /** Sheets are streamed, never held whole, so they may be larger: a million formatted blank rows are about 500 MB. */
  readonly sheetBytes: number;
  /** Twenty million shared strings fit into 0.8 MB of ZIP and would need more than 4 GB. */
  readonly sharedStringBytes: number;
}

const mega = 1 << 20;
const megabytes = (bytes: number): number => Math.ceil(bytes / mega);

/** The limits of a workbook that is streamed. */
export const streamedLimits: ZipLimits = {
  fileBytes: 200 * mega,
  parts: 4000,
  totalBytes: 3000 * mega,
  partBytes: 200 * mega,
  sheetBytes: 1500 * mega,
  sharedStringBytes: 300 * mega,
};

/** The limits of a workbook that is unpacked as a whole. */
export const unpackedLimits: ZipLimits = {
  ...streamedLimits,
  fileBytes: 100 * mega,
  totalBytes: 250 * mega,
  sheetBytes: 200 * mega,
  sharedStringBytes: 100 * mega,
};

/**
 * The parts of a ZIP, checked against the limits.
 * @throws WorkbookError `too-large`, `not-readable` or `unsupported-encryption`
 */
export function prescanZip(bytes: Uint8Array, name: string, limits: ZipLimits = streamedLimits): readonly ZipPart[] {
  if (bytes.length > limits.fileBytes) throw new WorkbookError("too-large", name, { why: "file-size", count: megabytes(bytes.length) });
  const parts = listParts(bytes, name, limits);
  if (new Set(parts.map((part) => part.name)).size < parts.length) throw new WorkbookError("not-readable", name, { why: "part-twice" });
  for (const part of parts) checkSize(part, name, limits);
  const total = parts.reduce((sum, part) => sum + part.size, 0);
  if (total > limits.totalBytes) throw new WorkbookError("too-large", name, { why: "unpacked-size", count: megabytes(total) });
  return parts;
}

function listParts(bytes: Uint8Array, name: string, limits: ZipLimits): ZipPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) throw new WorkbookError("not-readable", name, { why: "cut-off" });
  const wide = wideEnd(view, end);
  const count = wide?.count ?? view.getUint16(end + 10, true);
  let at = wide?.at ?? view.getUint32(end + 16, true);
  if (count > limits.parts) throw new WorkbookError("too-large", name, { why: "parts", count });
  const parts: ZipPart[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw new WorkbookError("not-readable", name, { why: "damaged" });
    parts.push(partAt(bytes, view, at, name));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

// A ZIP64 keeps the true count and place in a record of its own, to which a locator in front of the plain record points (APPNOTE 4.3.14, 4.3.15).
function wideEnd(view: DataView, end: number): { readonly count: number; readonly at: number } | undefined {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return undefined;
  const record = wideNumber(view, locator + 8);
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== 0x06064b50) return undefined;
  return { count: wideNumber(view, record + 32), at: wideNumber(view, record + 48) };
}

/** Whether the file says of itself that it is a ZIP64. */
export function isZip64(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  return end !== undefined && wideEnd(view, end) !== undefined;
}

// Whatever lies beyond the file is caught where it is looked for.
const wideNumber = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

// The wide values stand in the extra field 1, in this order, only those for which the plain field is full (APPNOTE 4.5.3).
function wideValues(view: DataView, at: number, isFull: readonly boolean[]): readonly (number | undefined)[] {
  const end = at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
  for (let field = at + 46 + view.getUint16(at + 28, true); field + 4 <= end && end <= view.byteLength;) {
    const length = view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === 1) {
      let next = field + 4;
      return isFull.map((full) => {
        if (!full || next + 8 > field + 4 + length) return undefined;
        next += 8;
        return wideNumber(view, next - 8);
      });
    }
    field += 4 + length;
  }
  return [];
}

// The record stands at the very end, but for a comment of up to 65,535 bytes (APPNOTE 4.3.16).
function endOfDirectory(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}

function partAt(bytes: Uint8Array, view: DataView, at: number, name: string): ZipPart {
  const partName = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
  if (view.getUint16(at + 8, true) & 1) throw new WorkbookError("unsupported-encryption", name, { why: "zip-password" });
  const [size, packedSize, offset] = [24, 20, 42].map((field) => view.getUint32(at + field, true)) as [number, number, number];
  const isFull = [size, packedSize, offset].map((value) => value === 0xffffffff);
  const wide = isFull.includes(true) ? wideValues(view, at, isFull) : [];
  return {
    name: partName,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: wide[1] ?? packedSize,
    size: wide[0] ?? size,
    offset: wide[2] ?? offset,
  };
}

function checkSize(part: ZipPart, name: string, limits: ZipLimits): void {
  if (part.size === 0xffffffff || part.packedSize === 0xffffffff) throw new WorkbookError("not-readable", name, { why: "damaged" });
  if (part.size === 0 && part.packedSize > 2) throw new WorkbookError("not-readable", name, { why: "damaged" });
  const limit = /sharedstrings/i.test(part.name)
    ? limits.sharedStringBytes
    : /worksheets[\\/]/i.test(part.name)
      ? limits.sheetBytes
      : limits.partBytes;
  if (part.size > limit) throw new WorkbookError("too-large", name, { why: "unpacked-size", count: megabytes(part.size) });
}
