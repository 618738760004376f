// Reading 设置: the county, the year, the control totals and the dates of the season, by the names people give them.
import { addDays, type Day, dayParts } from "../../domain/values/day";
import type { Fen } from "../../domain/values/money";
import {
  type ControlTotals,
  isOfSeason,
  type Paper,
  papers,
  type Reporting,
  type Season,
  type SeasonDates,
  seasonDates,
} from "../../domain/record/season";
import type { PolicyOverrides } from "../../domain/policy/policy";
import { type FreshDays, usualFreshDays } from "../../domain/standing/stop";
import { type CellValue, cellText, type Grid } from "../grid";
import { readDay } from "./values/day";
import { shortened } from "../writing/shortened";
import { foldText } from "./values/clean";
import { readMoney } from "./values/money";
import { isPolicySetting, policyStatedIn } from "./read-policy";
import { reportingOf } from "./read-reporting";

/** The line of 设置 with the number of one paper. */
export type PaperNumber = `${Paper}No`;

/** What a line of 设置 is about. */
export type SettingKey =
  | keyof SeasonDates
  | keyof ControlTotals
  | "county"
  | "office"
  | "documentNo"
  | PaperNumber
  | "hotline"
  | "officeAddress"
  | "officeHours"
  | "year"
  | "today"
  | "countyCodes"
  | "deadlineDay"
  | "depositedDays"
  | "earlyAppliedDays"
  | keyof Reporting
  | keyof PolicyOverrides;

const names: Readonly<Record<Exclude<SettingKey, "due">, readonly string[]>> & { readonly due: readonly string[] } = {
  county: ["县名", "县", "县区", "所属县"],
  office: ["单位", "单位名称", "资助中心", "中心名称", "落款单位"],
  documentNo: ["文号", "文件号", "依据文号"],
  leadershipNo: ["领导总览文号"],
  circularNo: ["通报文号", "全县通报文号"],
  talksNo: ["约谈建议文号", "约谈文号"],
  inspectionNo: ["督查抽样文号", "督查文号"],
  provinceNo: ["上报省厅文号", "省厅上报文号", "上报_省厅文号"],
  bankNo: ["上报国开行文号", "国开行上报文号", "上报_国开行文号"],
  hotline: ["咨询电话", "热线", "联系电话", "中心电话"],
  officeAddress: ["办公地址", "中心地址", "单位地址", "地址"],
  officeHours: ["办公时间", "上班时间", "工作时间"],
  year: ["年度", "年份", "回收年度", "催收年度"],
  today: ["今天", "当前日期", "今日"],
  countyCodes: ["行政区划代码", "县区划代码", "身份证前六位", "本县区划代码"],
  persons: ["应还人数", "控制人数", "毕业学生人数", "人数", "应还总人数"],
  principal: ["应还本金", "控制本金", "本金", "应还本金合计"],
  interest: ["应还利息", "控制利息", "利息", "应还利息合计"],
  due: ["应还合计", "控制合计", "合计", "共计", "应还本息", "应还本息合计"],
  dueDate: ["应还日", "还款日", "应还日期", "扣款日"],
  contactsDue: ["附件1上报截止", "联系表截止", "联系表上报截止"],
  listsOut: ["名单下发", "名单下发日期", "名单分发", "名单下发截止"],
  deliveryFrom: ["送达开始", "送达阶段开始", "通知书送达开始"],
  deliveryTo: ["送达截止", "送达阶段截止", "通知书送达截止", "送达阶段结束"],
  slipsDue: ["签收单截止", "签收单上交截止", "签收单"],
  collectionFrom: ["收缴开始", "收缴阶段开始"],
  collectionTo: ["收缴截止", "收缴阶段截止", "收缴阶段结束"],
  visitsFrom: ["上门开始", "上门阶段开始", "上门催收开始"],
  depositedDays: ["已存待扣有效天数"],
  earlyAppliedDays: ["提前还款申请有效天数"],
  talkDelivery: ["约谈送达率", "约谈送达率低于"],
  talkRecovery: ["约谈回收率", "约谈回收率低于"],
  talkLast: ["约谈后几名", "约谈后几位"],
  sampleSize: ["督查抽样人数", "督查抽样户数"],
  sampleSeed: ["督查抽样种子", "抽样种子"],
  waivesInterest: ["免息", "本年免息", "是否免息"],
  defersPrincipal: ["本金延期", "本年本金延期", "延期还本"],
  yearlyCap: ["贷款上限", "年度贷款上限", "每年贷款上限"],
  graceYears: ["还本宽限期", "宽限期"],
  longestTerm: ["最长贷款期限", "最长期限"],
  payWays: ["还款渠道"],
  deadlineDay: ["截止含当日", "截止日含当日", "期限含当日"],
  statementsDue: ["情况说明截止", "上门截止", "上门阶段截止", "情况说明上报截止", "上门催收截止"],
};

const keysByName: ReadonlyMap<string, SettingKey> = new Map(
  (Object.entries(names) as [SettingKey, readonly string[]][]).flatMap(([key, spellings]) =>
    spellings.map((name): [string, SettingKey] => [name, key]),
  ),
);

/** What a line of 设置 of this name means; undefined for texts and whatever else the user keeps there. */
export function settingKeyOf(name: string): SettingKey | undefined {
  return keysByName.get(name);
}

/** A cell of a settings sheet with its place, counted from 0. */
export interface SettingCell {
  readonly value: CellValue;
  readonly row: number;
  readonly column: number;
}

/** The pairs of a settings sheet: name folded, and the cell beside it. */
export type SettingPairs = ReadonlyMap<string, SettingCell>;

/** The name–value pairs of a sheet when it is a settings sheet (at least three known names, each with a cell beside it), else undefined. */
export function settingPairs(grid: Grid): SettingPairs | undefined {
  const pairs = new Map<string, SettingCell>();
  let known = 0;
  for (const [index, row] of grid.rows.slice(0, 300).entries()) {
    const at = row.findIndex((cell) => typeof cell === "string" && cell.trim() !== "");
    if (at < 0 || at > 2) continue;
    const name = foldText(cellText(row[at]))
      .replace(/[\s:：*]/g, "")
      .replace(/^\d{4}年/, "")
      .replace(/\((?:元|人|日期)\)$/, "");
    if (pairs.has(name)) continue;
    pairs.set(name, { value: row[at + 1] ?? null, row: index, column: at + 1 });
    const key = keysByName.get(name);
    // A leaflet on loans speaks of terms and ways to pay, too.
    if (key && !isPolicySetting(key)) known++;
  }
  return known >= 3 ? pairs : undefined;
}

/** What the caller knows besides 设置: the day it really is, a day the user insists on, and the year the sheets speak of. */
export interface SeasonHints {
  readonly clock: Day;
  readonly today?: Day;
  readonly year?: number;
  /** The county that titles name. */
  readonly county?: string;
}

/** Student loans began in 1999; a year beyond a century is a typing error. */
const isSeasonYear = (year: number | undefined): year is number => year !== undefined && year >= 1999 && year <= 2099;

/** The year that a text states; undefined when it is none that a season can have. */
export function statedYear(text: string): number | undefined {
  const stated = Number(/\d+/.exec(foldText(text))?.[0]);
  return isSeasonYear(stated) ? stated : undefined;
}

/** The settings that are shown as they are: in titles, letters, names of files. */
export const shownSettings: ReadonlySet<SettingKey> = new Set([
  "county",
  "office",
  "documentNo",
  ...papers.map((paper): PaperNumber => `${paper}No`),
  "hotline",
  "officeAddress",
  "officeHours",
]);

/** The most characters of such a setting that are shown. */
export const longestSetting = 60;

/** The settings that are filled in, by what they mean; of two with one meaning the first. */
export function foundSettings(pairs: SettingPairs): ReadonlyMap<SettingKey, { readonly name: string; readonly value: CellValue }> {
  const found = new Map<SettingKey, { name: string; value: CellValue }>();
  for (const [name, { value }] of pairs) {
    const key = keysByName.get(name);
    if (key && !found.has(key) && cellText(value) !== "") found.set(key, { name, value });
  }
  return found;
}

/** The cell that states a control figure; undefined where none does. */
export function controlCell(pairs: SettingPairs, figure: keyof ControlTotals): SettingCell | undefined {
  return [...pairs].find(([name, { value }]) => keysByName.get(name) === figure && cellText(value) !== "")?.[1];
}

/** The season that the pairs describe; whatever is missing comes from the notice's own calendar in the season's year. */
export function seasonOf(pairs: SettingPairs, hints: SeasonHints): Season {
  const found = new Map([...foundSettings(pairs)].map(([key, { value }]) => [key, value]));
  const text = (key: SettingKey) => foldText(cellText(found.get(key)));
  const shown = (key: SettingKey) => shortened(text(key), longestSetting);
  // What goes out as it was typed; folding is for comparing.
  const kept = (key: SettingKey) => shortened(cellText(found.get(key)).trim(), longestSetting);
  const year = [statedYear(text("year")), hints.year].find(isSeasonYear) ?? dayParts(hints.today ?? hints.clock).year;
  const stated = { ...seasonDates(year), ...datesOf(found, year) };
  const excludesDay = /^(?:否|不含|不算|不包括|不|0|n|no)$/i.test(text("deadlineDay"));
  const dates = excludesDay ? withoutTheirDay(stated) : stated;
  const county = shown("county") || (hints.county ?? "");
  const codes = text("countyCodes").match(/\d{6}/g);
  return {
    county,
    office: shown("office") || (county ? `${county}学生资助管理中心` : "县学生资助管理中心"),
    documentNo: shown("documentNo"),
    documentNos: Object.fromEntries(
      papers.flatMap((paper) => {
        const number = shown(`${paper}No`);
        return number === "" ? [] : [[paper, number]];
      }),
    ),
    hotline: shown("hotline"),
    officeAddress: kept("officeAddress"),
    officeHours: kept("officeHours"),
    year,
    today: hints.today ?? settingDay(found.get("today"), year) ?? hints.clock,
    dates,
    ...(excludesDay ? { deadlinesIncludeDay: false } : {}),
    control: controlOf(found),
    freshDays: freshDaysOf(text),
    reporting: reportingOf(found),
    policy: policyStatedIn(found),
    countyCodes: codes ?? (county === "" || county.includes("蒲城") ? ["610526", "612128"] : []),
    texts: new Map([...pairs].filter(([, { value }]) => typeof value === "string").map(([name, { value }]) => [name, cellText(value)])),
  };
}

// What the notice says 前 of; its phases are whole days anyway.
function withoutTheirDay(dates: SeasonDates): SeasonDates {
  const before = (key: "contactsDue" | "listsOut" | "slipsDue" | "statementsDue") => addDays(dates[key], -1);
  return {
    ...dates,
    contactsDue: before("contactsDue"),
    listsOut: before("listsOut"),
    slipsDue: before("slipsDue"),
    statementsDue: before("statementsDue"),
  };
}

function freshDaysOf(text: (key: SettingKey) => string): FreshDays {
  const days = (key: SettingKey, usual: number) => Number(/^(\d{1,3})天?$/.exec(text(key))?.[1] ?? usual);
  return {
    deposited: days("depositedDays", usualFreshDays.deposited),
    earlyApplied: days("earlyAppliedDays", usualFreshDays.earlyApplied),
  };
}

/** The day in a settings cell; undefined when there is none to be read. */
export function settingDay(cell: CellValue | undefined, year: number): Day | undefined {
  if (cell === null || cell === undefined || typeof cell === "boolean") return undefined;
  if (typeof cell === "object") return "day" in cell ? cell.day : undefined;
  return readDay("dueDate", cell, year, () => undefined);
}

/** The settings that are dates of the season. */
export const settingDates = [
  "dueDate",
  "contactsDue",
  "listsOut",
  "deliveryFrom",
  "deliveryTo",
  "slipsDue",
  "collectionFrom",
  "collectionTo",
  "visitsFrom",
  "statementsDue",
] as const;

function datesOf(found: ReadonlyMap<SettingKey, CellValue>, year: number): Partial<SeasonDates> {
  const dates: { -readonly [K in keyof SeasonDates]?: Day } = {};
  for (const key of settingDates) {
    const value = settingDay(found.get(key), year);
    if (value && isOfSeason(value, year)) dates[key] = value;
  }
  return dates;
}

/** The amount in a settings cell; undefined when there is none to be read. */
export function settingMoney(cell: CellValue | undefined): Fen | undefined {
  return typeof cell === "number" || typeof cell === "string" ? readMoney("due", cell, () => undefined) : undefined;
}

/** The number of persons in a settings cell; undefined when there is none to be read. */
export function settingPersons(cell: CellValue | undefined): number | undefined {
  const digits = /^(\d+)[人名位]?$/.exec(foldText(cellText(cell)).replace(/,/g, ""))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function controlOf(found: ReadonlyMap<SettingKey, CellValue>): ControlTotals {
  const persons = settingPersons(found.get("persons"));
  const [principal, interest, due] = (["principal", "interest", "due"] as const).map((key) => settingMoney(found.get(key)));
  return {
    ...(persons === undefined ? {} : { persons }),
    ...(principal === undefined ? {} : { principal }),
    ...(interest === undefined ? {} : { interest }),
    ...(due === undefined ? {} : { due }),
  };
}
