// The styles that the grid brings in elements that it makes: a policy names each by its hash, so that no other runs.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../node_modules/@revolist/revogrid/dist/esm/", import.meta.url));

/** The hash of a text, as policies name it. */
export const hashOf = (/** @type {string} */ text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The hashes of all of them; of each style also with what the grid's runtime adds where an element has slots. */
export function gridStyleHashes() {
  const programs = readdirSync(folder).map((file) => ({ file, program: readFileSync(folder + file, "utf8") }));
  const literals = (/** @type {RegExp} */ pattern) =>
    programs.flatMap(({ program }) => [...program.matchAll(pattern)].map(([, literal = ""]) => plain(literal)));
  const [slots = ""] = literals(/SLOT_FB_CSS = ("[^"]*");/g);
  const hiding = programs.flatMap(({ file, program }) => (file === "loader.js" ? [hidingOf(program)] : []));
  const own = literals(/const \w+Css = \(\) => (`[^`]*`);/g);
  return [slots, ...hiding, ...own.flatMap((text) => [text, text + slots])].map(hashOf);
}

// String literals without anything to fill in.
const plain = (/** @type {string} */ literal) => /** @type {string} */ (new Function(`return ${literal}`)());

// Until they are ready, all elements of the grid are invisible.
function hidingOf(/** @type {string} */ loader) {
  const tags = [...loader.matchAll(/\[\d+,"([a-z-]+)"/g)].map(([, tag = ""]) => tag);
  return `${tags.sort().join(",")}{visibility:hidden}.hydrated{visibility:inherit}`;
}
