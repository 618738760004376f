// The readings of characters, of which the package makes a table as soon as it is loaded, as one text in which each is looked for when somebody
// asks: most runs ask for a few characters or none, and a table of all takes longer than looking for a thousand.

/** Webpack's loader for pinyin-pro's dict1.mjs. */
export default function readingsAsText(/** @type {string} */ source) {
  const [, literal] = /const map = (\{[^]*?\n\});/.exec(source) ?? [];
  if (literal === undefined) throw new Error("pinyin-pro has its table written otherwise");
  const table = /** @type {Record<string, readonly string[]>} */ (new Function(`return ${literal}`)());
  const text = Object.entries(table)
    .map(([reading, characters]) => `${reading}\t${characters.join("")}`)
    .join("\n");
  return `const text = ${JSON.stringify(text)};
const find = (character) => {
  const at = text.indexOf(character);
  const start = text.lastIndexOf("\\n", at) + 1;
  const tab = text.indexOf("\\t", start);
  return at > tab ? text.slice(start, tab) : undefined;
};
const known = new Map();
export default {
  get: (character) => {
    if (!known.has(character)) known.set(character, find(character));
    return known.get(character);
  },
};
`;
}
