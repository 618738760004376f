// The small parts of a workbook as XML trees, read strictly and written back with everything in them that we do not know.
import { type Document, DOMParser, type Element, XMLSerializer } from "@xmldom/xmldom";
import { WorkbookError } from "../../actions/workbook";

export type { Document, Element } from "@xmldom/xmldom";

/**
 * The tree of a part.
 * @throws WorkbookError `not-readable`
 */
export function parseXml(text: string, part: string): Document {
  if (/<!DOCTYPE/i.test(text)) throw new WorkbookError("not-readable", part, { why: "damaged" });
  const refuse = (level: string, message: string): void => {
    if (level !== "warning") throw new WorkbookError("not-readable", part, { why: "damaged" }, { cause: message });
  };
  try {
    return new DOMParser({ onError: refuse }).parseFromString(text.replace(/^\uFEFF/, ""), "text/xml");
  } catch (cause) {
    throw new WorkbookError("not-readable", part, { why: "damaged" }, { cause });
  }
}

/**
 * The root element of a tree.
 * @throws WorkbookError `not-readable` when it is another one
 */
export function rootOf(document: Document, name: string, part: string): Element {
  const root = document.documentElement;
  if (root?.localName !== name) throw new WorkbookError("not-readable", part, { why: "damaged" });
  return root;
}

/** The tree as the text of a part in UTF-8. */
export function writeXml(document: Document): string {
  const text = new XMLSerializer().serializeToString(document).replace(/^<\?xml[^>]*\?>\s*/, "");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`;
}

/** The child elements, or those with this local name. */
export function childrenOf(parent: Element, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    if (name === undefined || element.localName === name) found.push(element);
  }
  return found;
}

/** A new element with the parent's namespace and prefix, not yet put anywhere. */
export function createLike(parent: Element, name: string, attributes: Readonly<Record<string, string>> = {}): Element {
  const document = parent.ownerDocument as Document;
  const element = document.createElementNS(parent.namespaceURI, parent.prefix ? `${parent.prefix}:${name}` : name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** The child with this name; a missing one is put in where the order of children wants it. */
export function ensureChild(parent: Element, name: string, order: readonly string[]): Element {
  const [found] = childrenOf(parent, name);
  if (found) return found;
  const later = new Set(order.slice(order.indexOf(name) + 1));
  const next = childrenOf(parent).find((child) => later.has(child.localName ?? ""));
  const made = createLike(parent, name);
  parent.insertBefore(made, next ?? null);
  return made;
}

/** An element of any tree copied in as the last child, in the parent's namespace; attributes without a prefix only. */
export function adopt(parent: Element, original: Element): Element {
  const copy = createLike(parent, original.localName ?? "");
  for (const attribute of original.attributes)
    if (!attribute.prefix && attribute.name !== "xmlns") copy.setAttribute(attribute.name, attribute.value);
  for (const child of childrenOf(original)) adopt(copy, child);
  parent.appendChild(copy);
  return copy;
}

/** A text that two elements share when they mean the same, whatever their prefixes and the order of attributes. */
export function canonical(element: Element): string {
  const attributes = [...element.attributes]
    .filter((attribute) => attribute.prefix !== "xmlns" && attribute.name !== "xmlns")
    .map((attribute) => `${attribute.name}=${JSON.stringify(attribute.value)}`)
    .sort();
  return `<${element.localName ?? ""} ${attributes.join(" ")}>${childrenOf(element).map(canonical).join("")}</>`;
}
