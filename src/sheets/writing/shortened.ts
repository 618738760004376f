// Shortening a text where everybody sees it: what does not fit ends in ….

/**
 * The text, ended with `…` where it is longer than so many characters. A character of two halves is not cut in the middle.
 * @example shortened("罕井镇中心学校", 4) // "罕井镇…"
 */
export function shortened(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}
