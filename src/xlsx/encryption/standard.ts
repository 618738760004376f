// Takes the password off a workbook that was locked the way of Office 2007 (standard encryption, [MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9), as LibreOffice and
// other programs still do. Nothing is locked so by us.
import { ecb } from "@noble/ciphers/aes.js";
import { sha1 } from "@noble/hashes/legacy.js";
import { WorkbookError } from "../../actions/workbook";
import { nodeCrypto } from "../node-builtins";
import { joined, littleEndian } from "./agile-container";
import { passwordChain } from "./password-chain";

const spinCount = 50_000;
// AES with keys of 128, 192 and 256 bits.
const keyBytes = new Map([
  [0x660e, 16],
  [0x660f, 24],
  [0x6610, 32],
]);
const usesSha1 = 0x8004;

/** Whether EncryptionInfo says that the file was locked so. */
export function isStandard(info: Uint8Array): boolean {
  return info[2] === 2 && [2, 3, 4].includes(info[0] ?? 0);
}

/**
 * The plain ZIP inside.
 * @throws WorkbookError `wrong-password`, `unsupported-encryption` (RC4) or `not-readable`
 */
export function decryptStandard(info: Uint8Array, content: Uint8Array, password: string): Uint8Array {
  const damaged = () => new WorkbookError("not-readable", "", { why: "damaged" });
  const view = new DataView(info.buffer, info.byteOffset, info.length);
  if (info.length < 12) throw damaged();
  const header = 12;
  const verifier = header + view.getUint32(8, true);
  if (verifier < header + 32 || verifier + 72 > info.length) throw damaged();
  const length = keyBytes.get(view.getUint32(header + 8, true));
  const hash = view.getUint32(header + 12, true);
  if (length === undefined || (hash !== usesSha1 && hash !== 0))
    throw new WorkbookError("unsupported-encryption", "", { why: "old-encryption" });
  const part = (at: number, size: number) => info.slice(verifier + at, verifier + at + size);
  const [salt, sealed, sealedHash] = [part(4, 16), part(20, 16), part(40, 32)];
  const key = keyOf(passwordChain(password, salt, spinCount, sha1), length);
  const expected = opened(key, sealedHash);
  if (!sha1(opened(key, sealed)).every((byte, index) => byte === expected[index])) throw new WorkbookError("wrong-password", "");
  const size = Number(new DataView(content.buffer, content.byteOffset, 8).getBigUint64(0, true));
  const body = content.subarray(8, content.length - ((content.length - 8) % 16));
  if (size > body.length) throw new WorkbookError("not-readable", "", { why: "cut-off" });
  return opened(key, body).subarray(0, size);
}

function keyOf(chain: Uint8Array, length: number): Uint8Array {
  const last = sha1(joined(chain, littleEndian(0)));
  const half = (pad: number) => {
    const block = new Uint8Array(64).fill(pad);
    last.forEach((byte, at) => (block[at] = byte ^ pad));
    return sha1(block);
  };
  return joined(half(0x36), half(0x5c)).slice(0, length);
}

/** AES in ECB mode over whole blocks, by Node's own where this runs there. */
function opened(key: Uint8Array, sealed: Uint8Array): Uint8Array {
  if (!nodeCrypto) return ecb(key, { disablePadding: true }).decrypt(sealed);
  return nodeCrypto
    .createDecipheriv(`aes-${key.length * 8}-ecb`, key, null)
    .setAutoPadding(false)
    .update(sealed);
}
