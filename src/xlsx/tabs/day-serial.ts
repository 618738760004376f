// Days as the numbers that a workbook counts them with.
import { type Day, serialFromDay } from "../../domain/values/day";

/** How a workbook counts days: books of old Macs begin on 1904-01-01 (ECMA-376 part 1 §18.17.4.1). */
export type DaySerial = (day: Day) => number;

/** The days from 1900-01-01 to 1904-01-01. */
const macOffset = 1462;

/** The numbers of days in a workbook; each day is worked out once, for a season has some hundred of them in a hundred thousand cells. */
export function daySerials(date1904: boolean): DaySerial {
  const known = new Map<Day, number>();
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const serial = serialFromDay(day) - (date1904 ? macOffset : 0);
    known.set(day, serial);
    return serial;
  };
}
