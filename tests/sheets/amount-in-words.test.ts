// Amounts in words: every row of the table of 银发〔1997〕393号 附一 (docs/facts.md §4), and the way back.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fen, fenFromYuan, type Fen } from "../../src/domain/values/money";
import { amountInWords } from "../../src/sheets/vocabulary/amount-in-words";

const table: readonly (readonly [string, string])[] = [
  ["1409.50", "壹仟肆佰零玖元伍角整"],
  ["6007.14", "陆仟零柒元壹角肆分"],
  ["1680.32", "壹仟陆佰捌拾元叁角贰分"],
  ["107000.53", "壹拾万柒仟元伍角叁分"],
  ["16409.02", "壹万陆仟肆佰零玖元零贰分"],
  ["325.04", "叁佰贰拾伍元零肆分"],
  ["6490286.86", "陆佰肆拾玖万零贰佰捌拾陆元捌角陆分"],
  ["4456018.09", "肆佰肆拾伍万陆仟零壹拾捌元零玖分"],
  ["2034268.77", "贰佰零叁万肆仟贰佰陆拾捌元柒角柒分"],
  ["0", "零元整"],
  ["0.05", "伍分"],
  ["1000.05", "壹仟元零伍分"],
  ["10001", "壹万零壹元整"],
  ["100010", "壹拾万零壹拾元整"],
  ["70000.07", "柒万元零柒分"],
  ["15", "壹拾伍元整"],
  ["1000500", "壹佰万零伍佰元整"],
  ["20000.30", "贰万元叁角整"],
  // Where the snippet that is copied everywhere goes wrong.
  ["8.87", "捌元捌角柒分"],
  ["1137.61", "壹仟壹佰叁拾柒元陆角壹分"],
  ["10000000000", "壹佰亿元整"],
];

/** What a cashier reads: the amount that capital numerals mean. */
function readBack(words: string): Fen {
  const digits = "零壹贰叁肆伍陆柒捌玖";
  const units: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 };
  const larger: Record<string, number> = { 万: 1e4, 亿: 1e8 };
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of words) {
    if (digits.includes(character)) digit = digits.indexOf(character);
    else if (units[character]) {
      section += digit * units[character];
      digit = 0;
    } else if (larger[character]) {
      total += (section + digit) * larger[character] * 100;
      section = digit = 0;
    } else if (character === "元") {
      total += (section + digit) * 100;
      section = digit = 0;
    } else if (character === "角" || character === "分") {
      total += digit * (character === "角" ? 10 : 1);
      digit = 0;
    }
  }
  return fen(total);
}

describe("amountInWords", () => {
  test.each(table)("%s yuan is %s", (yuan, words) => {
    expect(amountInWords(fenFromYuan(yuan)!)).toBe(words);
  });

  test("whatever is written is read back as the same amount, ends as the rule asks and never doubles a 零", () => {
    const amounts = fc.oneof(
      fc.integer({ min: 0, max: 100_000_000 }),
      fc.integer({ min: 0, max: 1_000_000_000_000 }),
      // Amounts with long runs of noughts, where the rule has its traps.
      fc
        .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 999 }))
        .map(([high, power, low]) => high * 10 ** power + low),
    );
    fc.assert(
      fc.property(amounts, (amount) => {
        const words = amountInWords(fen(amount));
        expect(readBack(words)).toBe(amount);
        expect(words).toMatch(/(整|分)$/);
        expect(words).not.toMatch(/零零/);
        // 元后必写零: no 角, but 分.
        if (amount >= 100 && amount % 100 > 0 && amount % 100 < 10) expect(words).toContain("元零");
      }),
      { numRuns: 2000 },
    );
  });

  test.each([-1, 1_000_000_000_001])("%s fen has no words", (amount) => {
    expect(() => amountInWords(fen(amount))).toThrow(RangeError);
  });
});
