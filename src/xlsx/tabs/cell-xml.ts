// The cells of a tab as XML: text stays text even when it begins with `=`, amounts are exact to the cent.
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

/** What stands behind the address of a cell with this style, up to its content: one text for each kind of value. */
type Attributes = { [K in ValueKind]?: string };

/** Writes the cells of one tab and keeps their links. */
export class CellXml {
  readonly links: CellLink[] = [];
  readonly #styles = new Map<FileStyle, Attributes>();
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

  /** So many of the texts stand once more. */
  again(count: number): void {
    this.#texts.again(count);
  }

  /** The `<c>` element of a value from behind its address, `<c r="B3`, on. */
  text(value: FileCell, style: FileStyle | undefined, letters: string, row: number): string {
    const start = style === undefined ? '"' : this.#attributes(style, kindOf(value));
    if (value === null || value === "") return `${start}/>`;
    if (typeof value === "string") return start + this.#texts.text(value);
    if (typeof value === "number") return `${start}><v>${value}</v></c>`;
    if (typeof value === "boolean") return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
    if ("fen" in value) return `${start}><v>${yuanText(value.fen)}</v></c>`;
    if ("day" in value) return `${start}><v>${this.#daySerial(value.day)}</v></c>`;
    if ("rate" in value) return `${start}><v>${value.rate / 10_000}</v></c>`;
    if ("error" in value) return `${start} t="e"><v>${escapeText(value.error)}</v></c>`;
    return start + ("text" in value ? this.#linked(value, letters + row) : formula(value.formula, value.value));
  }

  #linked({ text, link }: { text: string; link: { sheet: string; cell: string } }, address: string): string {
    if (this.links.length < linkLimit) {
      this.links.push({ address, sheet: link.sheet, cell: link.cell });
      return this.#texts.text(text);
    }
    const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
    return formula(`HYPERLINK(${quoted(`#${this.#location(link)}`)},${quoted(text)})`, text);
  }

  #attributes(style: FileStyle, kind: ValueKind): string {
    let attributes = this.#styles.get(style);
    if (!attributes) this.#styles.set(style, (attributes = {}));
    return (attributes[kind] ??= `" s="${this.#styleId(style, kind)}"`);
  }
}

function formula(text: string, value: number | string): string {
  const type = typeof value === "string" ? ' t="str"' : "";
  return `${type}><f>${escapeText(text)}</f><v>${typeof value === "string" ? escapeText(value) : value}</v></c>`;
}
