// The receipt below the notice (签收单), torn off once signed: it goes through many hands, so it carries neither amounts nor ID nor contract.
import type { Letter } from "./notice-letter";
import { type Density, lastColumn, type Line, line, piece, textHeight, wide } from "./notice-page";

/** The cut line and the receipt. */
export function slip({ school, standing, number, texts }: Letter, { slipRow }: Density): readonly Line[] {
  const statement = texts.get("通知书签收说明");
  const pair = (left: string, leftValue: string, right: string, rightValue = ""): Line =>
    line(
      Math.max(slipRow, textHeight(leftValue, 10.5, 1, 3), textHeight(rightValue, 10.5, 5, 6)),
      piece(0, 0, left, "noticeHeading"),
      piece(1, 3, leftValue, "noticeCellCenter"),
      piece(4, 4, right, "noticeHeading"),
      piece(5, 6, rightValue, "noticeCellCenter"),
    );
  return [
    line(15, piece(0, lastColumn, "✂　沿此线剪下", "noticeCut")),
    line(22.5, piece(0, lastColumn, "助学贷款催收通知书签收单", "noticeSlipTitle")),
    pair("通知书编号", number, "责任学校", school.name),
    pair("借款人姓名", standing.person.name, "签收人签名"),
    pair("与借款人关系", "□本人 □父亲 □母亲 □其他", "联系电话"),
    pair("签收日期", "　　　　年　　　月　　　日", "送达人"),
    ...(statement === undefined ? [] : [wide(statement, "noticeSmall", 10)]),
  ];
}
