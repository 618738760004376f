// The XML in an encrypted workbook that says how it was encrypted ([MS-OFFCRYPTO] 2.3.4.10).
import { sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { WorkbookError } from "../../actions/workbook";
import { xmlAttribute, xmlTags } from "../reading/xml-tags";

/** One of the hashes that Office uses. */
export type HashFunction = typeof sha512 | typeof sha1;

/** What is needed to open an encrypted workbook, apart from the password. */
export interface Description {
  readonly spinCount: number;
  readonly hash: HashFunction;
  readonly keyBytes: number;
  readonly salt: Uint8Array;
  readonly verifier: Uint8Array;
  readonly verifierHash: Uint8Array;
  readonly packageKey: Uint8Array;
  readonly packageHash: HashFunction;
  readonly packageKeyBytes: number;
  readonly packageSalt: Uint8Array;
  readonly integrity?: { readonly hmacKey: Uint8Array; readonly hmacValue: Uint8Array };
}

// Office uses 100,000; a million takes seconds, and a file that asks for more is meant to hang the reader.
const spinLimit = 1_000_000;

const hashes: ReadonlyMap<string, HashFunction> = new Map<string, HashFunction>([
  ["SHA512", sha512],
  ["SHA384", sha384],
  ["SHA256", sha256],
  ["SHA1", sha1],
]);

/** The names by which Node knows them. */
export const hashNames: ReadonlyMap<HashFunction, string> = new Map([...hashes].map(([name, hash]) => [hash, name.toLowerCase()]));

/**
 * What the stream EncryptionInfo says.
 * @throws WorkbookError `unsupported-encryption` for anything but agile encryption with AES, `not-readable` when damaged
 */
export function readDescription(info: Uint8Array): Description {
  if (info[0] !== 4 || info[2] !== 4) throw new WorkbookError("unsupported-encryption", "", { why: "old-encryption" });
  const xml = new TextDecoder().decode(info.subarray(8));
  const content = settings(xml, "keyData");
  const key = settings(xml, "encryptedKey");
  const spinCount = Number(xmlAttribute(key.attributes, "spinCount") ?? Number.NaN);
  if (!(spinCount >= 0 && spinCount <= spinLimit)) throw new WorkbookError("unsupported-encryption", "", { why: "rare-cipher" });
  const integrity = [...xmlTags(xml, "dataIntegrity")][0]?.attributes;
  return {
    spinCount,
    hash: key.hash,
    keyBytes: key.keyBytes,
    salt: bytesOf(key.attributes, "saltValue", 1),
    verifier: bytesOf(key.attributes, "encryptedVerifierHashInput"),
    verifierHash: bytesOf(key.attributes, "encryptedVerifierHashValue"),
    packageKey: bytesOf(key.attributes, "encryptedKeyValue"),
    packageHash: content.hash,
    packageKeyBytes: content.keyBytes,
    packageSalt: bytesOf(content.attributes, "saltValue", 1),
    ...(integrity === undefined
      ? {}
      : { integrity: { hmacKey: bytesOf(integrity, "encryptedHmacKey"), hmacValue: bytesOf(integrity, "encryptedHmacValue") } }),
  };
}

function settings(xml: string, tag: string): { readonly attributes: string; readonly hash: HashFunction; readonly keyBytes: number } {
  const attributes = [...xmlTags(xml, tag)][0]?.attributes;
  if (attributes === undefined) throw new WorkbookError("unsupported-encryption", "", { why: "by-rights" });
  const cipher = `${xmlAttribute(attributes, "cipherAlgorithm")} ${xmlAttribute(attributes, "cipherChaining")}`;
  const hash = hashes.get((xmlAttribute(attributes, "hashAlgorithm") ?? "").replace("-", ""));
  const keyBytes = Number(xmlAttribute(attributes, "keyBits")) / 8;
  if (cipher !== "AES ChainingModeCBC" || !hash || ![16, 24, 32].includes(keyBytes))
    throw new WorkbookError("unsupported-encryption", "", { why: "rare-cipher" });
  return { attributes, hash, keyBytes };
}

function bytesOf(attributes: string, name: string, block = 16): Uint8Array {
  const text = xmlAttribute(attributes, name) ?? "";
  const legal = /^(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=)?$/.test(text) && !text.includes("_");
  const bytes = legal ? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)) : new Uint8Array();
  if (bytes.length === 0 || bytes.length > 1024 || bytes.length % block !== 0)
    throw new WorkbookError("not-readable", "", { why: "damaged" });
  return bytes;
}

/** The values that we write, all for AES-256 in CBC mode with SHA-512. */
export interface WrittenDescription {
  readonly spinCount: number;
  readonly salt: Uint8Array;
  readonly packageSalt: Uint8Array;
  readonly verifier: Uint8Array;
  readonly verifierHash: Uint8Array;
  readonly packageKey: Uint8Array;
  readonly hmacKey: Uint8Array;
  readonly hmacValue: Uint8Array;
}

/** The XML that describes an encryption as Office writes it. */
export function describe(written: WrittenDescription): string {
  const office = "http://schemas.microsoft.com/office/2006";
  const algorithms = `saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"`;
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n`,
    `<encryption xmlns="${office}/encryption" xmlns:p="${office}/keyEncryptor/password" xmlns:c="${office}/keyEncryptor/certificate">`,
    `<keyData ${algorithms} saltValue="${base64(written.packageSalt)}"/>`,
    `<dataIntegrity encryptedHmacKey="${base64(written.hmacKey)}" encryptedHmacValue="${base64(written.hmacValue)}"/>`,
    `<keyEncryptors><keyEncryptor uri="${office}/keyEncryptor/password">`,
    `<p:encryptedKey spinCount="${written.spinCount}" ${algorithms} saltValue="${base64(written.salt)}"`,
    ` encryptedVerifierHashInput="${base64(written.verifier)}" encryptedVerifierHashValue="${base64(written.verifierHash)}"`,
    ` encryptedKeyValue="${base64(written.packageKey)}"/></keyEncryptor></keyEncryptors></encryption>`,
  ].join("");
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
