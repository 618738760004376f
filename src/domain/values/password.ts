// Passwords for school files that can be read over the telephone: small letters and digits, none that looks or sounds like another.

// 32 characters, so that every byte gives one without bias: no 0, 1, l or o.
const alphabet = "23456789abcdefghijkmnpqrstuvwxyz";
const groups = 3;
const groupLength = 4;

/** How many random bytes a password takes. */
export const passwordBytes = groups * groupLength;

/**
 * The password that random bytes make: three groups of four, 60 bits.
 * @example passwordFrom(new Uint8Array(12)) // "2222-2222-2222"
 * @throws RangeError when there are fewer than `passwordBytes` bytes
 */
export function passwordFrom(randomBytes: Uint8Array): string {
  if (randomBytes.length < passwordBytes) throw new RangeError(`too few random bytes: ${randomBytes.length}`);
  const letters = [...randomBytes.subarray(0, passwordBytes)].map((byte) => alphabet.charAt(byte & 31));
  return Array.from({ length: groups }, (_, group) => letters.slice(group * groupLength, (group + 1) * groupLength).join("")).join("-");
}
