// Golden files: the text that was last reviewed. `UPDATE_GOLDEN=1 npm run jest` writes them anew; the diff is what is reviewed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "@jest/globals";

const folder = new URL("../golden/", import.meta.url);

/** Expects the text to be what `tests/golden/<name>.txt` holds. A file that is missing is a failure, not an invitation. */
export function expectGolden(name: string, text: string): void {
  const file = fileURLToPath(new URL(`${name}.txt`, folder));
  if (process.env["UPDATE_GOLDEN"] === "1") {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file) ? readFileSync(file, "utf8") : `missing: run with UPDATE_GOLDEN=1 to write tests/golden/${name}.txt`).toBe(text);
}
