// Puts a password on a workbook and takes it off again, the way Excel does (agile encryption, [MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15); what was locked the
// way of Office 2007 is opened next door.
import { cbc } from "@noble/ciphers/aes.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { WorkbookError } from "../../actions/workbook";
import { nodeCrypto } from "../node-builtins";
import { joined, littleEndian, readEncrypted, writeEncrypted } from "./agile-container";
import { passwordChain } from "./password-chain";
import { decryptStandard, isStandard } from "./standard";
import { describe, hashNames, readDescription, type Description, type HashFunction } from "./agile-description";

const segment = 4096;
const spinCount = 100_000;

// What a derived key is for ([MS-OFFCRYPTO] 2.3.4.11 to 2.3.4.14).
const forVerifier = Uint8Array.of(0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79);
const forVerifierHash = Uint8Array.of(0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e);
const forPackageKey = Uint8Array.of(0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6);
const forHmacKey = Uint8Array.of(0x5f, 0xb2, 0xad, 0x01, 0x0c, 0xb9, 0xe1, 0xf6);
const forHmacValue = Uint8Array.of(0xa0, 0x67, 0x7f, 0x02, 0xb2, 0x2c, 0x84, 0x33);

/**
 * The workbook as an encrypted file that Excel, WPS and LibreOffice open with the password.
 * @throws RangeError when the password is empty or longer than Excel's 255 characters
 */
export function encryptPackage(zip: Uint8Array, password: string): Uint8Array {
  if (password.length === 0 || password.length > 255) throw new RangeError("a password has 1 to 255 characters");
  const salt = random(16);
  const packageSalt = random(16);
  const packageKey = random(32);
  const verifier = random(16);
  const hmacKey = random(64);
  const chain = passwordChain(password, salt, spinCount, sha512);
  const wrapped = (purpose: Uint8Array, content: Uint8Array): Uint8Array =>
    cipher(derivedKey(sha512, chain, purpose, 32), salt).encrypt(content);
  const sealed = (purpose: Uint8Array, content: Uint8Array): Uint8Array =>
    cipher(packageKey, vector(sha512, packageSalt, purpose)).encrypt(content);
  const content = encryptSegments(zip, packageKey, packageSalt);
  const description = describe({
    spinCount,
    salt,
    packageSalt,
    verifier: wrapped(forVerifier, verifier),
    verifierHash: wrapped(forVerifierHash, sha512(verifier)),
    packageKey: wrapped(forPackageKey, packageKey),
    hmacKey: sealed(forHmacKey, hmacKey),
    hmacValue: sealed(forHmacValue, hmacOf(sha512, hmacKey, content)),
  });
  return writeEncrypted(description, content);
}

/**
 * The plain ZIP inside an encrypted workbook.
 * @throws WorkbookError `wrong-password`, `unsupported-encryption` or `not-readable`
 */
export function decryptPackage(bytes: Uint8Array, password: string): Uint8Array {
  const { info, content } = readEncrypted(bytes);
  if (isStandard(info)) return decryptStandard(info, content, password);
  const description = readDescription(info);
  const packageKey = openPackageKey(description, password);
  checkIntegrity(description, packageKey, content);
  return decryptSegments(description, packageKey, content);
}

function openPackageKey(from: Description, password: string): Uint8Array {
  const chain = passwordChain(password, from.salt, from.spinCount, from.hash);
  const iv = fitted(from.salt, 16);
  const unwrapped = (purpose: Uint8Array, content: Uint8Array): Uint8Array =>
    cipher(derivedKey(from.hash, chain, purpose, from.keyBytes), iv).decrypt(content);
  const verifier = unwrapped(forVerifier, from.verifier).subarray(0, from.salt.length);
  const expected = unwrapped(forVerifierHash, from.verifierHash);
  if (!from.hash(verifier).every((byte, index) => byte === expected[index])) throw new WorkbookError("wrong-password", "");
  return unwrapped(forPackageKey, from.packageKey).subarray(0, from.packageKeyBytes);
}

function checkIntegrity(from: Description, packageKey: Uint8Array, content: Uint8Array): void {
  if (!from.integrity) return;
  const open = (purpose: Uint8Array, sealed: Uint8Array): Uint8Array =>
    cipher(packageKey, vector(from.packageHash, from.packageSalt, purpose))
      .decrypt(sealed)
      .subarray(0, from.packageHash.outputLen);
  const actual = hmacOf(from.packageHash, open(forHmacKey, from.integrity.hmacKey), content);
  const expected = open(forHmacValue, from.integrity.hmacValue);
  if (!actual.every((byte, index) => byte === expected[index])) throw new WorkbookError("not-readable", "", { why: "damaged" });
}

function encryptSegments(zip: Uint8Array, key: Uint8Array, salt: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil(zip.length / 16) * 16);
  padded.set(zip);
  const content = new Uint8Array(8 + padded.length);
  new DataView(content.buffer).setBigUint64(0, BigInt(zip.length), true);
  for (let at = 0, index = 0; at < padded.length; at += segment, index++) {
    content.set(cipher(key, vector(sha512, salt, littleEndian(index))).encrypt(padded.subarray(at, at + segment)), 8 + at);
  }
  return content;
}

function decryptSegments(from: Description, key: Uint8Array, content: Uint8Array): Uint8Array {
  const size = Number(new DataView(content.buffer, content.byteOffset, 8).getBigUint64(0, true));
  const body = content.subarray(8, content.length - ((content.length - 8) % 16));
  if (size > body.length) throw new WorkbookError("not-readable", "", { why: "cut-off" });
  const zip = new Uint8Array(body.length);
  for (let at = 0, index = 0; at < body.length; at += segment, index++) {
    zip.set(cipher(key, vector(from.packageHash, from.packageSalt, littleEndian(index))).decrypt(body.subarray(at, at + segment)), at);
  }
  return zip.subarray(0, size);
}

function hmacOf(hash: HashFunction, key: Uint8Array, content: Uint8Array): Uint8Array {
  const name = hashNames.get(hash);
  return nodeCrypto && name !== undefined ? nodeCrypto.createHmac(name, key).update(content).digest() : hmac(hash, key, content);
}

function derivedKey(hash: HashFunction, chain: Uint8Array, purpose: Uint8Array, length: number): Uint8Array {
  return fitted(hash(joined(chain, purpose)), length);
}

function vector(hash: HashFunction, salt: Uint8Array, purpose: Uint8Array): Uint8Array {
  return fitted(hash(joined(salt, purpose)), 16);
}

function fitted(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length >= length) return bytes.slice(0, length);
  const padded = new Uint8Array(length).fill(0x36);
  padded.set(bytes);
  return padded;
}

/** AES in CBC mode over whole blocks, by Node's own where this runs there. */
function cipher(key: Uint8Array, iv: Uint8Array): Pick<ReturnType<typeof cbc>, "encrypt" | "decrypt"> {
  const native = nodeCrypto;
  if (!native) return cbc(key, iv, { disablePadding: true });
  const name = `aes-${key.length * 8}-cbc`;
  return {
    encrypt: (content) => native.createCipheriv(name, key, iv).setAutoPadding(false).update(content) as Uint8Array<ArrayBuffer>,
    decrypt: (content) => native.createDecipheriv(name, key, iv).setAutoPadding(false).update(content) as Uint8Array<ArrayBuffer>,
  };
}

function random(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
