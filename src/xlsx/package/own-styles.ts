// The table of styles of a book that is ours altogether: lists of texts, so that fifty files of a season need no trees.
import { WorkbookError } from "../../actions/workbook";
import { type FileLook } from "../../sheets/writing/tab-layout/cell-style";
import { builtInFormats, defaultFont, noBorder, reservedFills, styleXml } from "../tabs/style-xml";
import { escapeAttribute } from "../tabs/clean-text";
import { transitional } from "./dialect";

/** A table of styles that ours are added to. */
export interface Styles {
  /** The number that cells with this style carry. */
  cell(style: FileLook): number;
  /** The number of a conditional format's look, given as a `<dxf>` element. */
  highlight(dxf: string): number;
  /** The table as a part of the file. */
  text(): string;
}

/** Excel opens a book with up to 65,490 cell formats. */
export const formatLimit = 65_000;

/** The cell format that has nothing of its own. */
export const plainFormat = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';

/** A cell format of these pieces, which have numbers in their lists. */
export function formatXml(ids: Readonly<Record<"numFmtId" | "fontId" | "fillId" | "borderId", number>>, inner: string): string {
  const { numFmtId, fontId, fillId, borderId } = ids;
  const numbers = `numFmtId="${numFmtId}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0"`;
  return `<xf ${numbers} ${applied}>${inner}</xf>`;
}

const applied = ["NumberFormat", "Font", "Fill", "Border", "Alignment", "Protection"].map((name) => `apply${name}="1"`).join(" ");

// Numbers below 164 are Excel's own.
const firstFormat = 164;

/** The styles of a new book. */
export class OwnStyles implements Styles {
  readonly #formats = new Listed();
  readonly #fonts = new Listed(defaultFont);
  readonly #fills = new Listed(...reservedFills);
  readonly #borders = new Listed(noBorder);
  readonly #cells = new Listed(plainFormat);
  readonly #highlights = new Listed();
  readonly #known = new Map<FileLook, number>();

  cell(style: FileLook): number {
    const known = this.#known.get(style);
    if (known !== undefined) return known;
    const { font, fill, border, inner } = styleXml(style);
    const ids = {
      numFmtId: builtInFormats.get(style.format) ?? firstFormat + this.#formats.of(style.format),
      fontId: this.#fonts.of(font),
      fillId: this.#fills.of(fill),
      borderId: this.#borders.of(border),
    };
    const index = this.#cells.of(formatXml(ids, inner));
    if (index > formatLimit) throw new WorkbookError("not-writable", "", { why: "formats", count: formatLimit });
    this.#known.set(style, index);
    return index;
  }

  highlight(dxf: string): number {
    return this.#highlights.of(dxf);
  }

  text(): string {
    const formats = this.#formats.items.map(
      (code, index) => `<numFmt numFmtId="${firstFormat + index}" formatCode="${escapeAttribute(code)}"/>`,
    );
    return [
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${transitional.main}">`,
      section("numFmts", formats),
      section("fonts", this.#fonts.items),
      section("fills", this.#fills.items),
      section("borders", this.#borders.items),
      section("cellStyleXfs", [plainFormat.replace(' xfId="0"', "")]),
      section("cellXfs", this.#cells.items),
      section("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
      section("dxfs", this.#highlights.items),
      "</styleSheet>",
    ].join("");
  }
}

// Texts in the order in which they came, each once.
class Listed {
  readonly items: string[];
  readonly #index: Map<string, number>;

  constructor(...items: readonly string[]) {
    this.items = [...items];
    this.#index = new Map(items.map((item, index) => [item, index]));
  }

  of(item: string): number {
    const known = this.#index.get(item);
    if (known !== undefined) return known;
    this.#index.set(item, this.items.length);
    return this.items.push(item) - 1;
  }
}

function section(name: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `<${name} count="${items.length}">${items.join("")}</${name}>`;
}
