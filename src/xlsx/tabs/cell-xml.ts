// The cells of a tab as XML: text stays text even when it begins with `=`, amounts are exact to the cent.
import { yuanText } from "../../domain/values/money";
import { type FileCell, type FileStyle, kindOf, type ValueKind } from "../../sheets/writing/tab-layout/cell-style";
import { type Utf8Writer } from "../package/utf8-writer";
import { escapeText } from "./clean-text";
import { type DaySerial } from "./day-serial";
import { type Texts } from "./texts";

/** A link from a cell to a cell of the same book. */
export interface CellLink {
  readonly address: string;
  readonly sheet: string;
  readonly cell: string;
}

/** Excel refuses sheets with more than 65,530 links; those beyond become formulas that do the same. */
const linkLimit = 65_000;

/** Writes the cells of one tab and keeps their links. */
export class CellXml {
  readonly links: CellLink[] = [];
  readonly #styles = new Map<FileStyle, Map<ValueKind, string>>();
  readonly #styleId: (style: FileStyle, kind: ValueKind) => number;
  readonly #texts: Texts;
  readonly #daySerial: DaySerial;
  readonly #location: (link: { readonly sheet: string; readonly cell: string }) => string;

  constructor(options: {
    readonly styleId: (style: FileStyle, kind: ValueKind) => number;
    readonly texts: Texts;
    readonly daySerial: DaySerial;
    readonly location: (link: { readonly sheet: string; readonly cell: string }) => string;
  }) {
    this.#styleId = options.styleId;
    this.#texts = options.texts;
    this.#daySerial = options.daySerial;
    this.#location = options.location;
  }

  /** Writes the `<c>` element of a value. */
  write(out: Utf8Writer, value: FileCell, address: string, style: FileStyle | undefined): void {
    out.ascii('<c r="');
    out.ascii(address);
    out.ascii(style === undefined ? '"' : this.#style(style, kindOf(value)));
    if (value === null || value === "") out.ascii("/>");
    else if (typeof value === "string") this.#texts.write(out, value);
    else if (typeof value === "number") plain(out, String(value));
    else if (typeof value === "boolean") out.ascii(` t="b"><v>${value ? 1 : 0}</v></c>`);
    else if ("fen" in value) plain(out, yuanText(value.fen));
    else if ("day" in value) plain(out, String(this.#daySerial(value.day)));
    else if ("rate" in value) plain(out, String(value.rate / 10_000));
    else if ("error" in value) out.text(` t="e"><v>${escapeText(value.error)}</v></c>`);
    else if ("text" in value) this.#link(out, address, value);
    else out.text(formula(value.formula, value.value));
  }

  #link(out: Utf8Writer, address: string, { text, link }: { text: string; link: { sheet: string; cell: string } }): void {
    if (this.links.length < linkLimit) {
      this.links.push({ address, sheet: link.sheet, cell: link.cell });
      this.#texts.write(out, text);
      return;
    }
    const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
    out.text(formula(`HYPERLINK(${quoted(`#${this.#location(link)}`)},${quoted(text)})`, text));
  }

  #style(style: FileStyle, kind: ValueKind): string {
    const kinds = this.#styles.get(style) ?? new Map<ValueKind, string>();
    this.#styles.set(style, kinds);
    const known = kinds.get(kind);
    if (known !== undefined) return known;
    const attribute = `" s="${this.#styleId(style, kind)}"`;
    kinds.set(kind, attribute);
    return attribute;
  }
}

function plain(out: Utf8Writer, number: string): void {
  out.ascii("><v>");
  out.ascii(number);
  out.ascii("</v></c>");
}

function formula(text: string, value: number | string): string {
  const type = typeof value === "string" ? ' t="str"' : "";
  return `${type}><f>${escapeText(text)}</f><v>${typeof value === "string" ? escapeText(value) : value}</v></c>`;
}
