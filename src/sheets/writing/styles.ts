// The few named styles of all our tabs; a SheetSpec names them, the adapters render them.

/** How cells look. Colours are RRGGBB. */
export interface CellStyle {
  readonly font: { readonly name: string; readonly size: number; readonly bold?: boolean; readonly color?: string };
  readonly fill?: string;
  readonly border?: "thin" | "bottom" | "dashed-top";
  readonly horizontal: "left" | "center" | "right" | "general";
  readonly vertical: "center" | "top";
  readonly wrap?: boolean;
  /** Excel's number format; `@` keeps text text. */
  readonly format: string;
  /** Cells are locked unless this is true. */
  readonly unlocked?: boolean;
}

const song = { name: "宋体", size: 11 } as const;
const fang = { name: "仿宋", size: 12 } as const;
const base = { font: song, horizontal: "left", vertical: "center", format: "@" } as const satisfies CellStyle;
const cell = { ...base, border: "thin" } as const satisfies CellStyle;
const fill = { ...cell, fill: "FFF9C4", unlocked: true } as const satisfies CellStyle;
// `_ ` keeps a blank's width free, so that a figure never touches the text in the next column.
const money = { horizontal: "right", format: "#,##0.00_ " } as const;
const count = { horizontal: "right", format: "#,##0_ " } as const;
const rate = { horizontal: "right", format: "0.00%_ " } as const;
const day = { horizontal: "center", format: "yyyy-mm-dd" } as const;
const notice = { ...base, font: fang, wrap: true } as const satisfies CellStyle;

/** Every style by name. `cell…` are bordered body cells, `fill…` the yellow unlocked ones, `notice…` the printed letter. */
export const styles = {
  plain: base,
  wrapped: { ...base, wrap: true, vertical: "top" },
  title: { ...base, font: { name: "黑体", size: 16, bold: true }, horizontal: "center" },
  /** As wide as a phone: in two lines where one does not do. */
  leadersTitle: { ...base, font: { name: "黑体", size: 14, bold: true }, horizontal: "center", wrap: true },
  /** For tabs wider than a screen, where a centred title is out of sight. */
  titleLeft: { ...base, font: { name: "黑体", size: 16, bold: true } },
  subtitle: { ...base, font: { ...song, color: "404040" }, wrap: true },
  remark: { ...base, font: { ...song, size: 10 }, wrap: true, vertical: "top" },
  /** Where people sign and seal on paper. */
  signature: { ...base, font: { ...song, size: 12 }, wrap: true },
  section: { ...base, font: { name: "黑体", size: 12, bold: true }, fill: "E2EFDA" },
  heading: { ...cell, font: { name: "黑体", size: 11 }, fill: "D9E7F5", horizontal: "center", wrap: true },
  headingFill: { ...cell, font: { name: "黑体", size: 11 }, fill: "FFE082", horizontal: "center", wrap: true },
  cell,
  cellWrapped: { ...cell, wrap: true },
  cellCenter: { ...cell, horizontal: "center" },
  cellMoney: { ...cell, ...money },
  cellCount: { ...cell, ...count },
  cellRate: { ...cell, ...rate },
  cellDay: { ...cell, ...day },
  cellLink: { ...cell, font: { ...song, color: "0563C1" } },
  cellError: { ...cell, fill: "F8CBAD", horizontal: "center" },
  cellWarning: { ...cell, fill: "FFE699", horizontal: "center" },
  cellInfo: { ...cell, fill: "DDEBF7", horizontal: "center" },
  total: { ...cell, font: { ...song, bold: true }, fill: "F2F2F2" },
  totalCenter: { ...cell, font: { ...song, bold: true }, fill: "F2F2F2", horizontal: "center" },
  totalWrapped: { ...cell, font: { ...song, bold: true }, fill: "F2F2F2", wrap: true },
  totalMoney: { ...cell, ...money, font: { ...song, bold: true }, fill: "F2F2F2" },
  totalCount: { ...cell, ...count, font: { ...song, bold: true }, fill: "F2F2F2" },
  totalRate: { ...cell, ...rate, font: { ...song, bold: true }, fill: "F2F2F2" },
  figure: { ...cell, font: { name: "黑体", size: 16, bold: true, color: "1F4E78" }, horizontal: "center" },
  figureMoney: { ...cell, font: { name: "黑体", size: 16, bold: true, color: "1F4E78" }, horizontal: "center", format: "#,##0.00" },
  figureCount: { ...cell, font: { name: "黑体", size: 16, bold: true, color: "1F4E78" }, horizontal: "center", format: "#,##0" },
  figureRate: { ...cell, font: { name: "黑体", size: 16, bold: true, color: "1F4E78" }, horizontal: "center", format: "0.00%" },
  largeMoney: { ...cell, font: { name: "黑体", size: 18, bold: true, color: "1F4E78" }, horizontal: "center", format: "#,##0.00" },
  largeCount: { ...cell, font: { name: "黑体", size: 18, bold: true, color: "1F4E78" }, horizontal: "center", format: "#,##0" },
  largeRate: { ...cell, font: { name: "黑体", size: 18, bold: true, color: "1F4E78" }, horizontal: "center", format: "0.00%" },
  fill,
  fillWrapped: { ...fill, wrap: true },
  fillMoney: { ...fill, ...money },
  fillDay: { ...fill, ...day },
  fillCount: { ...fill, horizontal: "right", format: "0" },
  notice,
  noticeStrong: { ...notice, font: { name: "黑体", size: 12, bold: true } },
  noticeMedium: { ...notice, font: { ...fang, size: 11 } },
  noticeMediumStrong: { ...notice, font: { name: "黑体", size: 11, bold: true } },
  noticeDense: { ...notice, font: { ...fang, size: 10.5 } },
  noticeDenseStrong: { ...notice, font: { name: "黑体", size: 10.5, bold: true } },
  noticeTitle: { ...notice, font: { name: "黑体", size: 20, bold: true }, horizontal: "center" },
  noticeSlipTitle: { ...notice, font: { name: "黑体", size: 14 }, horizontal: "center" },
  noticeCenter: { ...notice, horizontal: "center" },
  noticeRight: { ...notice, horizontal: "right" },
  noticeHeading: { ...notice, border: "thin", font: { name: "黑体", size: 10.5 }, fill: "F2F2F2", horizontal: "center" },
  noticeCell: { ...notice, border: "thin", font: { ...fang, size: 10.5 } },
  noticeCellCenter: { ...notice, border: "thin", font: { ...fang, size: 10.5 }, horizontal: "center" },
  statementLarge: { ...notice, border: "thin", vertical: "top" },
  statement: { ...notice, border: "thin", font: { ...fang, size: 10.5 }, vertical: "top" },
  statementSmall: { ...notice, border: "thin", font: { ...fang, size: 9 }, vertical: "top" },
  noticeMoney: { ...notice, border: "thin", font: { ...fang, size: 10.5 }, horizontal: "right", format: "#,##0.00_ " },
  noticeTotal: { ...notice, border: "thin", font: { name: "黑体", size: 10.5 }, horizontal: "center" },
  noticeTotalMoney: { ...notice, border: "thin", font: { name: "黑体", size: 10.5 }, horizontal: "right", format: "#,##0.00_ " },
  noticeCut: { ...notice, border: "dashed-top", font: { ...fang, size: 9, color: "595959" }, horizontal: "center" },
  noticeSmall: { ...notice, font: { ...fang, size: 10 } },
  noticeTiny: { ...notice, font: { ...fang, size: 9 } },
  noticeTinyStrong: { ...notice, font: { name: "黑体", size: 9, bold: true } },
  noticeSmallStrong: { ...notice, font: { name: "黑体", size: 10, bold: true } },
  noticeSmallRight: { ...notice, font: { ...fang, size: 10 }, horizontal: "right" },
} as const satisfies Record<string, CellStyle>;

/** The name of a style. */
export type StyleName = keyof typeof styles;

/** How a style looks. */
export function styleOf(name: StyleName): CellStyle {
  return styles[name];
}
