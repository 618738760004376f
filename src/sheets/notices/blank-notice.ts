// The blank notice (空白通知书): the letter and its receipt as a form, for whoever has to be written to by hand.
import type { Day } from "../../domain/values/day";
import type { Season } from "../../domain/record/season";
import { closing, filledTexts, opening } from "./notice-letter";
import { type Line, line, piece, smallLine } from "./notice-page";
import { slip } from "./notice-slip";
import { tableHeading } from "./notice-table";
import { commonWords } from "./notice-texts";
import type { NoticeWord, NoticeWords } from "./paper-texts";
import { onePage } from "./set-page";

/** A place to write on, so many characters long. */
const blank = (characters: number) => "＿".repeat(characters);
const blankDay = "　　年　　月　　日";

/** As many contracts have room, where the office's texts leave it. */
const rowCounts = [4, 3, 2, 1] as const;

/** Rows that people write into, in points. */
const writtenRow = 22.5;

function words(season: Season): Readonly<Record<NoticeWord, string>> {
  return {
    ...commonWords(season),
    ...{ 姓名: blank(5), 学校: blank(8), 包联人: blank(4), 包联电话: blank(7), 联络员: blank(4), 联络电话: blank(7) },
    ...{ 数据日期: blankDay, 支付宝账号: blank(12), 校址: blank(8), 合同明细: blank(12) },
    ...{ 应还合计: blank(6), 应还合计大写: blank(12), 已还合计: blank(6), 未还合计: blank(6), 未还大写: blank(12) },
  } satisfies NoticeWords;
}

const caption = line(
  15,
  piece(0, 5, `借款学生：${blank(6)}（身份证号${blank(10)}）`, "noticeSmall"),
  piece(6, 6, "单位：元", "noticeSmallRight"),
);

const contract: Line = line(
  writtenRow,
  piece(0, 1, null, "noticeCellCenter"),
  ...[2, 3, 4, 5, 6].map((at) => piece(at, at, null, "noticeCellCenter")),
);

const sums: readonly Line[] = [
  line(writtenRow, piece(0, 3, "合　计（元）", "noticeTotal"), ...[4, 5, 6].map((at) => piece(at, at, null, "noticeTotal"))),
  line(writtenRow, piece(0, 1, "合计（大写）", "noticeTotal"), piece(2, 6, "人民币", "noticeTotal")),
];

/** The form on its one page; undefined where the office's texts are too long for it. */
export function blankNotice(season: Season, on: Day): readonly Line[] | undefined {
  const texts = filledTexts(season, words(season), on);
  const note = texts.get("通知书数据说明");
  for (const rows of rowCounts) {
    const page = onePage((density) => ({
      lines: [
        ...opening({ texts, number: blank(10) }, density),
        caption,
        ...tableHeading(density),
        ...Array.from({ length: rows }, () => contract),
        ...sums,
        ...(note === undefined ? [] : smallLine(note)),
        ...closing({ texts, season, madeOn: undefined }, density),
      ],
      foot: slip({ texts, number: "", name: "", school: "" }, density),
    }));
    if (page) return page;
  }
  return undefined;
}
