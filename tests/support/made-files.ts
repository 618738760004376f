// Workbooks that were made or saved, laid open for comparison.
import { createHash } from "node:crypto";
import { unzipSync } from "fflate";

/** Every part of every workbook by its bytes; browsers and Node pack the same part in slightly different ways. */
export function partsOf(books: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, string>> {
  const parts = Object.entries(books).flatMap(([book, packed]) =>
    Object.entries(unzipSync(packed)).map(([part, content]): [string, string] => [
      `${book} ${part}`,
      createHash("sha256").update(content).digest("hex"),
    ]),
  );
  return Object.fromEntries(parts);
}

/** A file as the browser's user picks it. */
export const asFile = (name: string, content: Uint8Array) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(content),
});
