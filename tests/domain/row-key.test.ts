import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fingerprintOf, parseRowKey, printRowKey } from "../../src/domain/identity/row-key";

const key = { kind: "list", year: 2019, schoolCode: "07", fingerprint: fingerprintOf("61052620150000123") } as const;

describe("row keys (编号)", () => {
  test("what is printed is read back, whatever spaces, width and case it comes in", () => {
    const printed = printRowKey(key);
    const wide = [...printed.toLowerCase()]
      .map((letter) => (/[a-z0-9]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter))
      .join("");
    for (const text of [printed, ` ${printed} `, printed.toLowerCase(), wide]) expect(parseRowKey(text)).toEqual(key);
  });

  test.each(["", "ZD19-07", "61052620150000123", "ZD19-07-OOOOOOOO-1"])("%j is no row key", (text) => {
    expect(parseRowKey(text)).toBeUndefined();
  });

  test("one wrong character is noticed nearly always", () => {
    const printed = printRowKey(key);
    let unnoticed = 0;
    let tried = 0;
    for (let at = 8; at < 16; at++) {
      for (const letter of "0123456789ABCDEFGHJKMNPQRSTVWXYZ") {
        if (printed[at] === letter || printed[at] === "-") continue;
        tried++;
        if (parseRowKey(printed.slice(0, at) + letter + printed.slice(at + 1))) unnoticed++;
      }
    }
    expect(unnoticed / tried).toBeLessThan(0.05);
  });

  test("100,000 neighbouring contract numbers have 100,000 fingerprints, bar one or two", () => {
    const prints = new Set(Array.from({ length: 100_000 }, (_, index) => fingerprintOf(String(61052620150000000 + index * 16))));
    expect(prints.size).toBeGreaterThanOrEqual(99_998);
  });

  test("any fingerprint prints and parses", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("list" as const, "notice" as const), (identity, kind) => {
        const made = { kind, year: 2020, schoolCode: "A1", fingerprint: fingerprintOf(identity) };
        expect(parseRowKey(printRowKey(made))).toEqual(made);
      }),
    );
  });
});
