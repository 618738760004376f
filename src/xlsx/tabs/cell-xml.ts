// One cell of a tab as XML: text stays text even when it begins with `=`, amounts are exact to the cent.
import { yuanText } from "../../domain/values/money";
import { type FileCell, type FileStyle, kindOf, type ValueKind } from "../../sheets/writing/tab-layout/cell-style";
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

  /** The `<c>` element of a value. */
  cell(value: FileCell, address: string, style: FileStyle | undefined): string {
    const start = `<c r="${address}"${style === undefined ? "" : this.#style(style, kindOf(value))}`;
    if (value === null || value === "") return `${start}/>`;
    if (typeof value === "string") return start + this.#texts.cell(value);
    if (typeof value === "number") return `${start}><v>${value}</v></c>`;
    if (typeof value === "boolean") return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
    if ("fen" in value) return `${start}><v>${yuanText(value.fen)}</v></c>`;
    if ("day" in value) return `${start}><v>${this.#daySerial(value.day)}</v></c>`;
    if ("rate" in value) return `${start}><v>${value.rate / 10_000}</v></c>`;
    if ("error" in value) return `${start} t="e"><v>${escapeText(value.error)}</v></c>`;
    return "text" in value ? this.#link(start, address, value) : start + formula(value.formula, value.value);
  }

  #link(start: string, address: string, { text, link }: { text: string; link: { sheet: string; cell: string } }): string {
    if (this.links.length < linkLimit) {
      this.links.push({ address, sheet: link.sheet, cell: link.cell });
      return start + this.#texts.cell(text);
    }
    const quoted = (part: string): string => `"${part.replace(/"/g, '""')}"`;
    return start + formula(`HYPERLINK(${quoted(`#${this.#location(link)}`)},${quoted(text)})`, text);
  }

  #style(style: FileStyle, kind: ValueKind): string {
    const kinds = this.#styles.get(style) ?? new Map<ValueKind, string>();
    this.#styles.set(style, kinds);
    const known = kinds.get(kind);
    if (known !== undefined) return known;
    const attribute = ` s="${this.#styleId(style, kind)}"`;
    kinds.set(kind, attribute);
    return attribute;
  }
}

function formula(text: string, value: number | string): string {
  const type = typeof value === "string" ? ' t="str"' : "";
  return `${type}><f>${escapeText(text)}</f><v>${typeof value === "string" ? escapeText(value) : value}</v></c>`;
}
