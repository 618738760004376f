// What is wrong with 设置: dates and control figures that cannot be read, dates far from the season, an impossible year, texts too long or that no family may get.
import { isOfSeason, type Season } from "../../domain/record/season";
import { cellAddress, cellText } from "../grid";
import {
  foundSettings,
  longestSetting,
  settingDates,
  settingDay,
  settingMoney,
  type SettingPairs,
  settingPersons,
  shownSettings,
  statedYear,
} from "./read-settings";
import { officeWords } from "../notices/notice-texts";
import { textFaults } from "../notices/text-faults";
import { isPolicySetting, settingPolicy } from "./read-policy";
import { isReporting, settingReporting } from "./read-reporting";
import type { LayoutIssue } from "./reading";

/** The faults of a settings sheet, from top to bottom. */
export function settingFaults(pairs: SettingPairs, season: Season): readonly LayoutIssue[] {
  const { year } = season;
  const faults: LayoutIssue[] = [];
  const report = (code: LayoutIssue["code"], name: string, params: LayoutIssue["params"]) => {
    const { row, column } = pairs.get(name) ?? { row: 0, column: 0 };
    faults.push({ code, row: row + 1, cell: cellAddress(row, column), params: { heading: name, ...params } });
  };
  for (const [key, { name, value: cell }] of foundSettings(pairs)) {
    const value = cellText(cell);
    if (key === "year") {
      if (statedYear(value) === undefined) report("setting-year-unreadable", name, { value, year });
    } else if (shownSettings.has(key)) {
      if (value.length > longestSetting) report("setting-too-long", name, { count: value.length, limit: longestSetting });
    } else if (isReporting(key)) {
      if (settingReporting(key, cell) === undefined) report("setting-report-unreadable", name, { value });
    } else if (isPolicySetting(key)) {
      if (settingPolicy(key, cell) === undefined) report("setting-policy-unreadable", name, { value });
    } else if (key === "today" || settingDates.some((date) => date === key)) {
      const found = settingDay(cell, year);
      if (!found) report("setting-date-unreadable", name, { value });
      else if (key !== "today" && !isOfSeason(found, year)) report("setting-date-far", name, { value, year });
    } else if (key === "persons" ? settingPersons(cell) === undefined : isMoney(key) && settingMoney(cell) === undefined) {
      report("setting-control-unreadable", name, { value });
    }
  }
  for (const [name, { value }] of pairs) {
    for (const { kind, word } of textFaults(name, cellText(value), officeWords(season))) report(`text-${kind}`, name, { value: word });
  }
  return faults.sort((a, b) => a.row - b.row);
}

const isMoney = (key: string) => key === "principal" || key === "interest" || key === "due";
