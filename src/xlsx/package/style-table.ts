// A workbook's table of styles: ours are added behind the user's, and one that is already there is used again.
import { WorkbookError } from "../../actions/workbook";
import { type FileLook } from "../../sheets/writing/tab-layout/cell-style";
import { builtInFormats, defaultFont, noBorder, reservedFills, styleXml } from "../tabs/style-xml";
import { formatLimit, formatXml, plainFormat, type Styles } from "./own-styles";
import {
  adopt,
  canonical,
  childrenOf,
  createLike,
  type Document,
  type Element,
  ensureChild,
  parseXml,
  rootOf,
  writeXml,
} from "./xml-document";

const order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

/** What a section begins with when the book has none: Excel takes the first entries for granted. */
const beginnings: Readonly<Record<string, readonly string[]>> = {
  fonts: [defaultFont],
  fills: reservedFills,
  borders: [noBorder],
  cellStyleXfs: [plainFormat.replace(' xfId="0"', "")],
  cellXfs: [plainFormat],
  cellStyles: ['<cellStyle name="Normal" xfId="0" builtinId="0"/>'],
};

/** The styles of a user's book. */
export class StyleTable implements Styles {
  readonly #document: Document;
  readonly #root: Element;
  readonly #sections = new Map<string, { readonly element: Element; readonly index: Map<string, number> }>();
  readonly #formats = new Map<string, number>();
  readonly #known = new Map<FileLook, number>();

  /** @param namespace for a book that has no styles yet */
  constructor(text: string | undefined, namespace: string) {
    this.#document = parseXml(text ?? `<styleSheet xmlns="${namespace}"/>`, "styles");
    this.#root = rootOf(this.#document, "styleSheet", "styles");
    for (const section of ["fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles"]) this.#section(section);
  }

  cell(style: FileLook): number {
    const known = this.#known.get(style);
    if (known !== undefined) return known;
    const { font, fill, border, inner } = styleXml(style);
    const ids = {
      numFmtId: this.#format(style.format),
      fontId: this.#item("fonts", font),
      fillId: this.#item("fills", fill),
      borderId: this.#item("borders", border),
    };
    const index = this.#item("cellXfs", formatXml(ids, inner));
    if (index > formatLimit) throw new WorkbookError("not-writable", "", { why: "formats", count: formatLimit });
    this.#known.set(style, index);
    return index;
  }

  highlight(dxf: string): number {
    return this.#item("dxfs", dxf);
  }

  text(): string {
    for (const { element } of this.#sections.values()) {
      const count = childrenOf(element).length;
      element.setAttribute("count", String(count));
    }
    return writeXml(this.#document);
  }

  #section(name: string): { readonly element: Element; readonly index: Map<string, number> } {
    const known = this.#sections.get(name);
    if (known) return known;
    const element = ensureChild(this.#root, name, order);
    if (childrenOf(element).length === 0) for (const item of beginnings[name] ?? []) adopt(element, piece(item).element);
    const index = new Map<string, number>();
    childrenOf(element).forEach((child, position) => {
      const key = canonical(child);
      if (!index.has(key)) index.set(key, position);
    });
    const section = { element, index };
    this.#sections.set(name, section);
    return section;
  }

  #item(sectionName: string, xml: string): number {
    const { element, index } = this.#section(sectionName);
    const { element: item, key } = piece(xml);
    const known = index.get(key);
    if (known !== undefined) return known;
    const position = childrenOf(element).length;
    adopt(element, item);
    index.set(key, position);
    return position;
  }

  #format(code: string): number {
    const known = builtInFormats.get(code) ?? this.#formats.get(code);
    if (known !== undefined) return known;
    const element = ensureChild(this.#root, "numFmts", order);
    const used = childrenOf(element).map((format) => ({
      id: Number(format.getAttribute("numFmtId")),
      code: format.getAttribute("formatCode"),
    }));
    // Numbers below 164 are Excel's own.
    const id = used.find((format) => format.code === code)?.id ?? Math.max(163, ...used.map((format) => format.id)) + 1;
    if (!used.some((format) => format.id === id))
      element.appendChild(createLike(element, "numFmt", { numFmtId: String(id), formatCode: code }));
    element.setAttribute("count", String(childrenOf(element).length));
    this.#formats.set(code, id);
    return id;
  }
}

// Our few pieces of style are parsed once per run: fifty files of a season use the same ones.
const parsed = new Map<string, { readonly element: Element; readonly key: string }>();

function piece(xml: string): { readonly element: Element; readonly key: string } {
  const known = parsed.get(xml);
  if (known) return known;
  const element = parseXml(xml, "style").documentElement;
  if (!element) throw new RangeError(`not a style: ${xml}`);
  const made = { element, key: canonical(element) };
  parsed.set(xml, made);
  return made;
}
