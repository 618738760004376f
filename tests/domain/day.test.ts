import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  addDays,
  ageOn,
  day,
  dayFromIso,
  dayFromParts,
  dayFromSerial,
  daysBetween,
  serialFromDay,
  weekday,
} from "../../src/domain/values/day";

describe("days are calendar days, without time or zone", () => {
  test.each([
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [61, "1900-03-01"],
    [43819, "2019-12-20"],
    [43819.75, "2019-12-20"],
    [109574, "2199-12-31"],
  ])("serial %p is %s", (serial, text) => {
    expect(dayFromSerial(serial)).toBe(text);
    expect(serialFromDay(day(text))).toBe(Math.floor(serial));
  });

  test.each([0, 60, -1, 109_575, Number.NaN, Number.POSITIVE_INFINITY])("serial %p is no day", (serial) => {
    expect(dayFromSerial(serial)).toBeUndefined();
  });

  test("a book that counts from 1904 is four years and a day ahead", () => {
    expect(dayFromSerial(42357, true)).toBe("2019-12-20");
  });

  test.each([
    [2019, 2, 29],
    [2019, 13, 1],
    [2019, 4, 31],
    [2100, 2, 29],
    [1899, 12, 31],
  ])("%p-%p-%p never was", (year, month, date) => {
    expect(dayFromParts(year, month, date)).toBeUndefined();
  });

  test("the two clocks of the notice: slips on a Friday, the phase ends two days later on a Sunday", () => {
    expect([weekday(day("2019-11-29")), weekday(day("2019-12-01")), daysBetween(day("2019-11-29"), day("2019-12-01"))]).toEqual([5, 0, 2]);
  });

  test("birth days in the years of Chinese daylight saving keep their date", () => {
    expect(addDays(day("1986-05-03"), 1)).toBe("1986-05-04");
    expect(daysBetween(day("1991-04-13"), day("1991-04-15"))).toBe(2);
    expect(ageOn(day("1988-04-10"), day("2019-04-09"))).toBe(30);
  });

  test("adding and counting days undo each other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: -900, max: 900 }), (serial, count) => {
        const start = dayFromSerial(serial === 60 ? 61 : serial);
        if (!start) throw new RangeError("not reached");
        const end = addDays(start, count);
        if (dayFromIso(end)) expect(daysBetween(start, end)).toBe(count);
      }),
    );
  });
});
