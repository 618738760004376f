// A form as a sheet: title, what to do, headings, lines in part filled in, room for more, and where to sign; yellow is to be filled in.
import { signatureLine } from "../writing/signature";
import type { CellOut, SheetSpec, Validation } from "../writing/spec";
import { tabPage } from "../writing/tab-frames";
import type { StyleName } from "../writing/styles";

/** A column of a form. */
export interface FormColumn {
  readonly heading: string;
  readonly width: number;
  readonly style: StyleName;
}

/** What a form shows. */
export interface FormTable {
  readonly name: string;
  readonly title: string;
  readonly remark: string;
  readonly columns: readonly FormColumn[];
  readonly lines: readonly (readonly CellOut[])[];
  /** Blank lines below, to be filled in by hand. */
  readonly spare?: number;
  /** By whom it is signed. */
  readonly signed?: "school" | "centre";
  readonly orientation?: "portrait" | "landscape";
  /** The words that a column offers, by its heading. */
  readonly choices?: ReadonlyMap<string, readonly string[]>;
}

// Excel keeps a list of words that is typed into a rule only up to 255 characters.
const fitsRule = (words: readonly string[]) => words.length > 0 && words.join(",").length <= 250;
const headingRow = 2;

/** The form as a sheet. */
export function formSheet({
  name,
  title,
  remark,
  columns,
  lines,
  spare = 0,
  signed,
  orientation = "landscape",
  choices,
}: FormTable): SheetSpec {
  const right = columns.length - 1;
  const row = (at: number) => ({ top: at, left: 0, bottom: at, right });
  const body = [...lines, ...Array.from({ length: spare }, () => columns.map(() => null))];
  const last = headingRow + body.length;
  const foot = signed ? signatureLine(signed, last + 1, 0, right) : undefined;
  const validations = columns.flatMap(({ heading }, left): Validation[] => {
    const values = choices?.get(heading) ?? [];
    if (!fitsRule(values) || body.length === 0) return [];
    const area = { top: headingRow + 1, left, bottom: last, right: left };
    return [
      { area, rule: { kind: "list", values }, error: { title: heading, message: "请从下拉列表中选一项，或先把新的名称填到“联系表”里。" } },
    ];
  });
  return {
    // Once filled in it is the office's own sheet, and read like any other.
    tab: "",
    name,
    tabColor: "7F6000",
    columns: columns.map(({ width, style }) => ({ width, style })),
    rows: [[title], [remark], columns.map(({ heading }) => heading), ...body, ...(foot ? [foot.cells] : [])],
    styled: [
      { area: row(0), style: "title" },
      { area: row(1), style: "subtitle" },
      { area: row(headingRow), style: "heading" },
      ...(foot ? [foot.styled] : []),
    ],
    merges: [row(0), row(1), ...(foot ? [foot.styled.area] : [])],
    heights: new Map([
      [0, 32],
      [1, 34],
      [headingRow, 28],
      ...body.map((_, index): [number, number] => [headingRow + 1 + index, 20]),
      ...(foot ? [foot.height] : []),
    ]),
    freeze: { rows: headingRow + 1, columns: 0 },
    ...(validations.length > 0 ? { validations } : {}),
    page: tabPage({ orientation, margin: 0.5, center: true, repeatRows: [headingRow, headingRow] }),
  };
}
