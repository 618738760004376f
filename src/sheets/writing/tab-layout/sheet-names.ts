// Names of tabs: what Excel accepts as a name, and how a formula writes it.

const longest = 31;
const fullWidth: Readonly<Record<string, string>> = { "\\": "＼", "/": "／", "?": "？", "*": "＊", "[": "［", "]": "］", ":": "：" };

// Excel counts UTF-16 units; a cut must not halve a rare character of a person's or place's name.
function cut(text: string, length: number): string {
  const short = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short;
}

/**
 * The wanted name as Excel accepts it: at most 31 characters, the forbidden ones in full width, never empty, never `History`.
 * @example legalSheetName("2019/2020") // "2019／2020"
 */
export function legalSheetName(wanted: string): string {
  const clean = wanted
    .replace(/\p{Cc}/gu, " ")
    .replace(/[\p{Cs}\uFFFE\uFFFF]/gu, "")
    .replace(/[\\/?*[\]:]/g, (found) => fullWidth[found] ?? "_")
    .replace(/^[\s']+|[\s']+$/g, "");
  const short = cut(clean, longest).replace(/[\s']+$/, "");
  if (short === "") return "Sheet";
  return short.toLowerCase() === "history" ? `${short}_` : short;
}

/** Whether two names are the same tab to Excel, which ignores case. */
export function isSameSheetName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/**
 * The wanted name made legal and different from all taken ones, in whatever case, width or Unicode form they are written.
 * @example uniqueSheetName("核对结果", ["核对结果"]) // "核对结果 (2)"
 */
export function uniqueSheetName(wanted: string, taken: Iterable<string>): string {
  const fold = (name: string) => name.normalize("NFKC").toUpperCase().toLowerCase();
  const used = new Set([...taken].map(fold));
  const legal = legalSheetName(wanted);
  let name = legal;
  for (let count = 2; used.has(fold(name)); count++) {
    const suffix = ` (${count})`;
    name = cut(legal, longest - suffix.length).trimEnd() + suffix;
  }
  return name;
}

/**
 * The name as formulas and links write it.
 * @example quoteSheetName("R&D's") // "'R&D''s'"
 */
export function quoteSheetName(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}
