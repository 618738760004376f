// Texts on their way into a workbook file: nothing that a user typed may break the file or change its meaning on the way back.

const special = /[\p{Cc}\p{Cs}\uFFFE\uFFFF&<>]|_(?=x[0-9A-Fa-f]{4}_)/u;
const specials = new RegExp(special, "gu");

/** The text as XML can hold it: line ends are `\n`, and half characters, which no file can hold, are shown as `\uFFFD`. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[\p{Cs}\uFFFE\uFFFF]/gu, "\uFFFD");
}

// ECMA-376 part 1 §22.9.2.19: control characters are written `_x000B_`, so a literal `_x000B_` needs its underscore escaped.
function escapeOne(found: string): string {
  if (found === "&") return "&amp;";
  if (found === "<") return "&lt;";
  if (found === ">") return "&gt;";
  if (found === "_") return "_x005F_";
  if (found === "\n" || found === "\t") return found;
  const code = found.charCodeAt(0);
  return code < 0x20 ? `_x${code.toString(16).toUpperCase().padStart(4, "0")}_` : code < 0xa0 ? found : "\uFFFD";
}

/**
 * The text as the content of an XML element of a workbook.
 * @example escapeText("_x0041_ < 3") // "_x005F_x0041_ &lt; 3"
 */
export function escapeText(text: string): string {
  return special.test(text) ? text.replace(/\r\n?/g, "\n").replace(specials, escapeOne) : text;
}

/** The text as the value of an XML attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, "&quot;").replace(/\n/g, "&#10;").replace(/\t/g, "&#9;");
}
