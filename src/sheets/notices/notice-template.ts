// 通知书模板, the tab in which the office edits its papers: every text as people read it, the office's own data, and the fields beside them.
import { cellText, type Grid } from "../grid";
import { ownTab, tableIn } from "../reading/own-table";
import type { SettingCell, SettingPairs } from "../reading/read-settings";
import type { Season } from "../../domain/record/season";
import { tabNames } from "../vocabulary/tabs";
import type { CellOut, SheetSpec } from "../writing/spec";
import { tabPage } from "../writing/tab-frames";
import { isPaperText, type NoticeWord, paperTexts } from "./paper-texts";
import type { PolicyWord } from "./policy-facts";
import { textHeight } from "./notice-page";

const headings = ["项目", "文字", "可用字段", "字段说明"] as const;

/** What each field stands for, in the order of the list beside the letter. */
export const fieldWords = {
  姓名: "借款学生姓名",
  年度: "催收年度",
  县: "县名",
  中心: "资助中心名称（单位）",
  学校: "责任学校",
  办公地址: "资助中心办公地址",
  办公时间: "资助中心办公时间",
  咨询电话: "资助中心电话",
  联络员: "学校联络员（附件1）",
  联络电话: "学校联络员电话",
  包联人: "包联同志（附件2）",
  包联电话: "包联同志电话",
  截止日: "应还日，也可写 截止日期",
  截止日期: "同“截止日”",
  情况说明截止日: "情况说明上报截止日",
  交单日: "签收单上交截止日",
  数据日期: "数据截至的日期",
  支付宝账号: "支付宝账户",
  应还合计: "本期应还本息合计（元）",
  应还合计大写: "同上，人民币大写",
  已还合计: "银行已扣（元）",
  未还合计: "尚未还清（元）",
  未还大写: "同上，人民币大写",
  校址: "学校地址（附件1写有地址时）",
  合同明细: "每份合同的编号和应还金额",
} as const satisfies Readonly<Record<NoticeWord, string>>;

/** The fields that the leaflet may ask for besides: facts of policy, each printed only where it is confirmed. */
export const policyFieldWords = {
  宽限期: "政策宣传页：最长还本宽限期（年）",
  最长期限: "政策宣传页：最长贷款期限（年）",
  免息毕业年份: "政策宣传页：免息到哪一年毕业的同学",
  免息文件: "政策宣传页：免息所据文件",
  延期毕业年份: "政策宣传页：延期还本到哪一年毕业的同学",
  延期年数: "政策宣传页：本金延期几年",
  延期文件: "政策宣传页：延期还本所据文件",
} as const satisfies Readonly<Record<PolicyWord, string>>;

/** The office's own data on the tab, by their names in 设置. */
const officeNames = ["单位", "办公地址", "办公时间", "咨询电话"] as const;

/**
 * What the office has changed on the tab, by the names that 设置 knows; undefined for any other sheet. A text that is still ours, or blank,
 * says nothing: ours go on changing with the calendar.
 */
export function templatePairs(grid: Grid): SettingPairs | undefined {
  if (ownTab([grid], "notice-template") !== grid) return undefined;
  const table = tableIn(grid, headings);
  const pairs = new Map<string, SettingCell>();
  for (const [index, row] of (table?.rows ?? []).entries()) {
    const name = table?.text(row, "项目").trim() ?? "";
    const column = table?.columnOf("文字") ?? -1;
    const value = row[column] ?? null;
    const text = cellText(value).trim();
    if (!table || text === "" || pairs.has(name) || (isPaperText(name) && text === paperTexts[name])) continue;
    if (isPaperText(name) || officeNames.some((own) => own === name)) pairs.set(name, { value, row: table.headingRow + 1 + index, column });
  }
  return pairs;
}

/**
 * The tab: made on first use with what 设置 says already, and made again where a text of a newer version is not on it; then what stands on it stays.
 * Undefined where it has everything.
 */
export function noticeTemplate(season: Season, grids: readonly Grid[]): SheetSpec | undefined {
  const grid = ownTab(grids, "notice-template");
  if (!grid) return drawn(linesOf(season));
  const written = writtenIn(grid);
  const lines = linesOf(season);
  return lines.every(([name]) => written.has(name)) ? undefined : templateAgain(lines, written);
}

/** The tab of a book as it goes on in another: the office's words, and ours where it left them as they are. */
export function carriedTemplate(grid: Grid, season: Season): SheetSpec {
  return templateAgain(linesOf(season), writtenIn(grid));
}

type TemplateLine = readonly [name: string, text: string];

function linesOf(season: Season): readonly TemplateLine[] {
  const office = [season.office, season.officeAddress ?? "", season.officeHours ?? "", season.hotline];
  const texts = Object.entries(paperTexts).map(([name, text]): TemplateLine => [name, season.texts.get(name)?.trim() || text]);
  return [...officeNames.map((name, at): TemplateLine => [name, office[at] ?? ""]), ...texts];
}

function writtenIn(grid: Grid): ReadonlyMap<string, string> {
  const table = tableIn(grid, headings);
  const lines = (table?.rows ?? []).map((row): TemplateLine => [table?.text(row, "项目").trim() ?? "", table?.text(row, "文字") ?? ""]);
  return new Map(lines.filter(([name]) => name !== ""));
}

function templateAgain(lines: readonly TemplateLine[], written: ReadonlyMap<string, string>): SheetSpec {
  const known = new Set(lines.map(([name]) => name));
  return drawn([
    ...lines.map(([name, text]): TemplateLine => [name, written.get(name) ?? text]),
    ...[...written].filter(([name]) => !known.has(name)),
  ]);
}

function drawn(left: readonly TemplateLine[]): SheetSpec {
  const fields = Object.entries({ ...fieldWords, ...policyFieldWords });
  const count = Math.max(left.length, fields.length);
  const body = Array.from({ length: count }, (_, at): readonly CellOut[] => {
    const [[name = null, text = null] = [], [field, words = null] = []] = [left[at], fields[at]];
    return [name, text, field === undefined ? null : `{${field}}`, words];
  });
  return {
    tab: "notice-template",
    name: tabNames["notice-template"],
    tabColor: "FFC107",
    columns: [
      { width: 16, style: "cell" },
      { width: 84, style: "fillWrapped" },
      { width: 16, style: "cell" },
      { width: 30, style: "cellWrapped" },
    ],
    rows: [
      [tabNames["notice-template"]],
      [
        "黄色格里就是通知书、签收单、情况说明和政策宣传页上的文字，可以直接改；花括号里的字段会换成相应的内容，右边是可用的字段。〔 〕里的部分，字段没有内容时整段不印；不想印的文字写“无”。空白通知书用通知书的文字。合同明细表和签收单由助手排在固定位置。",
      ],
      headings,
      ...body,
    ],
    styled: [
      { area: { top: 0, left: 0, bottom: 0, right: 3 }, style: "titleLeft" },
      { area: { top: 1, left: 0, bottom: 1, right: 3 }, style: "subtitle" },
      { area: { top: 2, left: 0, bottom: 2, right: 3 }, style: "heading" },
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right: 3 },
      { top: 1, left: 0, bottom: 1, right: 3 },
    ],
    heights: new Map([
      [1, 33],
      ...body.map(([, text], at): [number, number] => [at + 3, Math.max(18, textHeight(cellText(text as never), 11, 0) + 3)]),
    ]),
    freeze: { rows: 3, columns: 1 },
    page: tabPage({ repeatRows: [2, 2] }),
  };
}
