// Reading 设置 for the reports: below which rates and for which last places talks are suggested, and how notices are drawn for inspection.
import type { Reporting } from "../../domain/record/season";
import { type CellValue, cellText } from "../grid";
import { shortened } from "../writing/shortened";
import { foldText } from "./values/clean";

/** A rate as people write it (90%, 90, 0.9) in hundredths of a percent; undefined when there is none to be read. A number up to 1 is a part of one. */
export function settingRate(cell: CellValue | undefined): number | undefined {
  const [, digits, sign] = /^(\d{1,3}(?:\.\d{1,15})?)(%?)$/.exec(foldText(cellText(cell))) ?? [];
  if (digits === undefined) return undefined;
  const hundredths = Math.round(Number(digits) * (sign === "%" || Number(digits) > 1 ? 100 : 10_000));
  return hundredths <= 10_000 ? hundredths : undefined;
}

/** A small whole number (3, 3名, 5人); undefined when there is none to be read. */
export function settingCount(cell: CellValue | undefined): number | undefined {
  const digits = /^(\d{1,4})[名位人户份所]?$/.exec(foldText(cellText(cell)))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const readers = {
  talkDelivery: settingRate,
  talkRecovery: settingRate,
  talkLast: settingCount,
  sampleSize: settingCount,
  sampleSeed: (cell: CellValue | undefined) => shortened(cellText(cell), 40) || undefined,
} as const satisfies { readonly [K in keyof Reporting]-?: (cell: CellValue | undefined) => Reporting[K] };

/** Whether a setting is about the reports. */
export function isReporting(key: string): key is keyof Reporting {
  return key in readers;
}

/** What a setting about the reports says; undefined when it cannot be read. */
export function settingReporting(key: keyof Reporting, cell: CellValue | undefined): number | string | undefined {
  return readers[key](cell);
}

/** What 设置 says on the reports; what cannot be read is left to what is usual, and is a finding. */
export function reportingOf(found: ReadonlyMap<string, CellValue>): Reporting {
  const read = [...found].flatMap(([key, cell]) => {
    const value = isReporting(key) ? settingReporting(key, cell) : undefined;
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(read);
}
