// The list of what kind each part of a workbook is.
import { childrenOf, createLike, type Document, type Element, parseXml, rootOf, writeXml } from "./xml-document";
import { type ZipPackage } from "./zip-package";

const listName = "[Content_Types].xml";

/** The list of a workbook's kinds of parts, to be changed and written back. */
export class ContentTypes {
  readonly #name: string;
  readonly #document: Document;
  readonly #root: Element;

  constructor(pack: ZipPackage) {
    this.#name = pack.find(listName) ?? listName;
    this.#document = parseXml(pack.text(this.#name), listName);
    this.#root = rootOf(this.#document, "Types", listName);
  }

  /** Names a part's kind, in place of what was said of it before. */
  set(part: string, type: string): void {
    this.remove(part);
    this.#root.appendChild(createLike(this.#root, "Override", { PartName: `/${part}`, ContentType: type }));
  }

  /** Says nothing of a part any more. */
  remove(part: string): void {
    for (const entry of childrenOf(this.#root, "Override")) {
      if (entry.getAttribute("PartName")?.toLowerCase() === `/${part.toLowerCase()}`) this.#root.removeChild(entry);
    }
  }

  /** Makes sure that files with this ending have a kind, where parts have none of their own. */
  ensureDefault(extension: string, type: string): void {
    const known = childrenOf(this.#root, "Default").some((entry) => entry.getAttribute("Extension")?.toLowerCase() === extension);
    if (known) return;
    this.#root.insertBefore(createLike(this.#root, "Default", { Extension: extension, ContentType: type }), this.#root.firstChild);
  }

  /** Puts the list back. */
  save(pack: ZipPackage): void {
    pack.put(this.#name, [writeXml(this.#document)]);
  }
}
