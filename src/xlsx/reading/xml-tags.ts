// Finds tags and attributes in the small XML parts of a workbook without building a tree; entities other than the five of XML stay as they are.

/** One opening tag. */
export interface XmlTag {
  readonly attributes: string;
  /** Where the text after the tag begins. */
  readonly end: number;
}

/** Every opening tag with this local name, whatever its prefix; comments must be gone. */
export function* xmlTags(xml: string, name: string): Generator<XmlTag, void, undefined> {
  const pattern = new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])`, "g");
  for (let match = pattern.exec(xml); match; match = pattern.exec(xml)) {
    const attributes = attributesAt(xml, pattern.lastIndex);
    if (attributes === undefined) continue;
    const end = pattern.lastIndex + attributes.length + 1;
    yield { attributes, end };
    pattern.lastIndex = end;
  }
}

// Walks from quote to quote: one pattern for a whole tag would need a stack as long as the tag.
function attributesAt(xml: string, from: number): string | undefined {
  const next = xml.indexOf("<", from);
  const text = xml.slice(from, next < 0 ? undefined : next);
  const mark = /[>"']/g;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    if (match[0] === ">") return text.slice(0, match.index);
    const close = text.indexOf(match[0], mark.lastIndex);
    if (close < 0) return undefined;
    mark.lastIndex = close + 1;
  }
  return undefined;
}

/** The value of an attribute by its local name, or undefined when the tag has none. */
export function xmlAttribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match ? xmlText(match[1] ?? match[2] ?? "") : undefined;
}

/** Whether an attribute is set to true in either spelling of XML. */
export function xmlFlag(attributes: string, name: string): boolean {
  const value = xmlAttribute(attributes, name);
  return value === "1" || value === "true";
}

/** The XML without comments. */
export function withoutComments(xml: string): string {
  let kept = "";
  let at = 0;
  for (let start = xml.indexOf("<!--"); start >= 0; start = xml.indexOf("<!--", at)) {
    kept += xml.slice(at, start);
    const end = xml.indexOf("-->", start);
    if (end < 0) return kept;
    at = end + 3;
  }
  return kept + xml.slice(at);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text that XML text stands for. */
export function xmlText(xml: string): string {
  if (!xml.includes("&")) return xml;
  return xml.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (all, hex?: string, decimal?: string, named?: string) => {
      if (named !== undefined) return entities[named.toLowerCase()] ?? all;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
