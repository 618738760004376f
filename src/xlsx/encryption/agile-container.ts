// The OLE2 wrapper of an encrypted workbook: its description, its encrypted content, and the notes that [MS-OFFCRYPTO] 2.3.4.1 demands.
import CFB from "cfb";
import { WorkbookError } from "../../actions/workbook";

/** The two streams of an encrypted workbook that matter. */
export interface EncryptedStreams {
  readonly info: Uint8Array;
  readonly content: Uint8Array;
}

/** The file that holds a description and the encrypted content; cfb adds four bytes of its own as a signature, which readers pass over. */
export function writeEncrypted(description: string, content: Uint8Array): Uint8Array {
  const file = CFB.utils.cfb_new();
  const add = (path: string, bytes: Uint8Array): unknown => CFB.utils.cfb_add(file, path, bytes);
  for (const [path, bytes] of dataSpaces()) add(`\u0006DataSpaces/${path}`, bytes);
  add("EncryptionInfo", joined(Uint8Array.of(4, 0, 4, 0), littleEndian(0x40), new TextEncoder().encode(description)));
  add("EncryptedPackage", content);
  return Uint8Array.from(CFB.write(file, { type: "array", fileType: "cfb" }) as Uint8Array);
}

/**
 * The streams of an encrypted workbook.
 * @throws WorkbookError `not-readable`
 */
export function readEncrypted(bytes: Uint8Array): EncryptedStreams {
  const streams = streamsOf(bytes);
  if (!streams || streams.info.length < 8 || streams.content.length < 8) throw new WorkbookError("not-readable", "", { why: "damaged" });
  return streams;
}

// cfb reports damage as plain Error, RangeError or TypeError alike, so any throw of it means that the container is damaged.
function streamsOf(bytes: Uint8Array): EncryptedStreams | undefined {
  try {
    const file = CFB.read(bytes, { type: "buffer" });
    const stream = (name: string): Uint8Array => Uint8Array.from(CFB.find(file, name)?.content ?? []);
    return { info: stream("/EncryptionInfo"), content: stream("/EncryptedPackage") };
  } catch {
    return undefined;
  }
}

// "Data spaces" name the transformation that the content went through; Office writes exactly these.
function dataSpaces(): readonly (readonly [string, Uint8Array])[] {
  const version = joined(littleEndian(1), littleEndian(1), littleEndian(1));
  const entry = joined(littleEndian(1), littleEndian(0), counted("EncryptedPackage"), counted("StrongEncryptionDataSpace"));
  const id = counted("{FF9A3F03-56EF-4613-BDD5-5A41C1D07246}");
  const transform = joined(littleEndian(8 + id.length), littleEndian(1), id, counted("Microsoft.Container.EncryptionTransform"), version);
  return [
    ["Version", joined(counted("Microsoft.Container.DataSpaces"), version)],
    ["DataSpaceMap", joined(littleEndian(8), littleEndian(1), littleEndian(entry.length + 4), entry)],
    ["DataSpaceInfo/StrongEncryptionDataSpace", joined(littleEndian(8), littleEndian(1), counted("StrongEncryptionTransform"))],
    [
      "TransformInfo/StrongEncryptionTransform/\u0006Primary",
      joined(transform, littleEndian(0), littleEndian(0), littleEndian(0), littleEndian(4)),
    ],
  ];
}

// Text after its length in bytes, filled up to a multiple of four.
function counted(text: string): Uint8Array {
  const padded = new Uint8Array(Math.ceil(text.length / 2) * 4);
  for (let index = 0; index < text.length; index++) padded[index * 2] = text.charCodeAt(index);
  return joined(littleEndian(text.length * 2), padded);
}

/** A number as four bytes, lowest first. */
export function littleEndian(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

/** The bytes one after another. */
export function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
