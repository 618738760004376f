// The receipt below the notice (签收单), torn off once signed: it goes through many hands, so it carries neither amounts nor ID nor contract.
import { codeSize, codeSquares } from "./notice-code";
import type { Letter } from "./notice-letter";
import { type Density, heightOf, lastColumn, type Line, line, LinesOnce, piece, smallLine, textHeight } from "./notice-page";

/** The last column of the receipt's table where the code stands beside it. */
const besideCode = lastColumn - 1;

/** What a receipt bears. */
export interface SlipWords extends Pick<Letter, "texts"> {
  /** "" where somebody will write it; there is no code then. */
  readonly number: string;
  readonly name: string;
  readonly school: string;
}

const cut = line(15, piece(0, lastColumn, "✂　沿此线剪下", "noticeCut"));
const titleHeight = 22.5;
// By their height.
const [titles, schools, forms] = [new LinesOnce<number>(), new LinesOnce<number>(), new LinesOnce<number>()];

/** The cut line and the receipt, the code of its number at the right. */
export function slip({ school, name, number, texts }: SlipWords, { slipRow }: Density): readonly Line[] {
  const statement = texts.get("通知书签收说明");
  const pair = (left: string, leftValue: string, right: string, rightValue = "", last: number = besideCode): Line =>
    line(
      Math.max(slipRow, textHeight(leftValue, 10.5, 1, 3), textHeight(rightValue, 10.5, 5, last)),
      piece(0, 0, left, "noticeHeading"),
      piece(1, 3, leftValue, "noticeCellCenter"),
      piece(4, 4, right, "noticeHeading"),
      piece(5, last, rightValue, "noticeCellCenter"),
    );
  const form = (left: string, leftValue: string, right: string, last?: number): readonly Line[] =>
    forms.of(slipRow, left, () => [pair(left, leftValue, right, "", last)]);
  const rows = [
    pair("通知书编号", number, "借款人姓名", name),
    ...schools.of(slipRow, school, () => [pair("责任学校", school, "送达人")]),
    ...form("与借款人关系", "□本人 □父亲 □母亲 □其他", "签收人签名"),
  ];
  const heading = texts.get("签收单标题") ?? "";
  const [title = cut] = titles.of(titleHeight, heading, () => [line(titleHeight, piece(0, besideCode, heading, "noticeSlipTitle"))]);
  // In the middle of the title and the rows beside it; it begins in the title's row, or Excel would move it.
  const top = Math.min((heightOf([title, ...rows]) - codeSize) / 2, title.height - 0.75);
  const code = () => ({ column: lastColumn, left: 4.5, top, size: codeSize, squares: codeSquares(number), label: number });
  return [
    cut,
    number === "" ? title : { ...title, picture: code() },
    ...rows,
    ...form("签收日期", "　　　　年　　　月　　　日", "联系电话", lastColumn),
    ...(statement === undefined ? [] : smallLine(statement)),
  ];
}
