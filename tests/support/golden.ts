// Golden files: the text that was last reviewed. `UPDATE_GOLDEN=1 npm run jest` writes them anew; the diff is what is reviewed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "@jest/globals";

const folder = new URL("../golden/", import.meta.url);

/** Whether golden files are written anew. */
export const isUpdating = process.env["UPDATE_GOLDEN"] === "1";

/**
 * What another program once made and `tests/golden` keeps; written anew with the others, which needs that program.
 * @throws RangeError when there is nothing yet
 */
export async function goldenBytes(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const file = fileURLToPath(new URL(name, folder));
  if (isUpdating) writeFileSync(file, await make());
  if (!existsSync(file)) throw new RangeError(`missing: run with UPDATE_GOLDEN=1 to write ${file}`);
  return new Uint8Array(readFileSync(file));
}

/** Expects the text to be what `tests/golden/<name>.txt` holds. A file that is missing is a failure, not an invitation. */
export function expectGolden(name: string, text: string): void {
  expectFile(new URL(`${name}.txt`, folder), text);
}

/** Expects a generated page of the documentation to be up to date; written anew as golden files are. */
export function expectDocument(name: string, text: string): void {
  expectFile(new URL(`../../docs/${name}`, import.meta.url), text);
}

function expectFile(url: URL, text: string): void {
  const file = fileURLToPath(url);
  if (isUpdating) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file) ? readFileSync(file, "utf8") : `missing: run with UPDATE_GOLDEN=1 to write ${file}`).toBe(text);
}
