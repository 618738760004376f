// The readings of characters, of which the package makes a table as soon as it is loaded, as one text that becomes a table when somebody asks: most
// runs ask for a few characters or none, and a program need not wait for it as it starts.

/** Webpack's loader for pinyin-pro's dict1.mjs. */
export default function readingsAsText(/** @type {string} */ source) {
  const [, literal] = /const map = (\{[^]*?\n\});/.exec(source) ?? [];
  if (literal === undefined) throw new Error("pinyin-pro has its table written otherwise");
  const table = /** @type {Record<string, readonly string[]>} */ (new Function(`return ${literal}`)());
  const text = Object.entries(table)
    .map(([reading, characters]) => `${reading}\t${characters.join("")}`)
    .join("\n");
  return `const text = ${JSON.stringify(text)};
const table = () => {
  const readings = new Map();
  for (const line of text.split("\\n")) {
    const [reading, characters] = line.split("\\t");
    for (const character of characters) readings.set(character, reading);
  }
  return readings;
};
let known;
export default { get: (character) => (known ??= table()).get(character) };
`;
}
