// Reading 设置 for the loan policy: what the centre states in place of what was laid down for the year.
import { type PayWay, payWays } from "../../domain/policy/fact";
import type { PolicyOverrides } from "../../domain/policy/policy";
import { type CellValue, cellText } from "../grid";
import { foldText } from "./values/clean";
import { readMoney } from "./values/money";

type Cell = CellValue | undefined;

/** A plain yes or no; undefined for anything else. */
function settingAnswer(cell: Cell): boolean | undefined {
  const text = foldText(cellText(cell));
  if (/^(?:是|有|免|免息|全免|延期|√|✓|y|yes|1)$/i.test(text)) return true;
  return /^(?:否|不|无|没有|不免|不免息|不延期|×|x|n|no|0)$/i.test(text) ? false : undefined;
}

function settingYears(cell: Cell): number | undefined {
  const digits = /^(\d{1,2})年?$/.exec(foldText(cellText(cell)))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const wordsOf: { readonly [W in PayWay]: RegExp } = {
  alipay: /支付宝/,
  card: /刷卡|pos|银行卡|借记卡/i,
  relatives: /代还|亲友|家人/,
};

// Every word must be a known way, or nothing is read: a way that nobody understood must not silently be missing from letters.
function settingPayWays(cell: Cell): readonly PayWay[] | undefined {
  const parts = foldText(cellText(cell))
    .split(/[、，,;；/\s和]+/)
    .filter((part) => part !== "");
  const found = parts.map((part) => payWays.filter((way) => wordsOf[way].test(part)));
  return found.length === 0 || found.some((ways) => ways.length === 0)
    ? undefined
    : payWays.filter((way) => found.some((ways) => ways.includes(way)));
}

const readers = {
  waivesInterest: settingAnswer,
  defersPrincipal: settingAnswer,
  yearlyCap: (cell: Cell) =>
    typeof cell === "number" || typeof cell === "string" ? readMoney("loanAmount", cell, () => undefined) : undefined,
  graceYears: settingYears,
  longestTerm: settingYears,
  payWays: settingPayWays,
} as const satisfies { readonly [K in keyof PolicyOverrides]-?: (cell: Cell) => PolicyOverrides[K] };

/** Whether a setting is about loan policy. */
export function isPolicySetting(key: string): key is keyof PolicyOverrides {
  return key in readers;
}

/** What a setting about loan policy says; undefined when it cannot be read. */
export function settingPolicy(key: keyof PolicyOverrides, cell: Cell): PolicyOverrides[keyof PolicyOverrides] {
  return readers[key](cell);
}

/** What 设置 says on loan policy; what cannot be read is a finding that stops letters. */
export function policyStatedIn(found: ReadonlyMap<string, CellValue>): PolicyOverrides {
  const read = [...found].flatMap(([key, cell]) => {
    const value = isPolicySetting(key) ? settingPolicy(key, cell) : undefined;
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(read);
}
