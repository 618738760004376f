// How numbers and days are shown by the few number formats of our tabs; other formats are shown as General.
import { type Day, dayFromSerial } from "../../domain/values/day";

const isDayFormat = (code: string) => /[yd]/i.test(code.replace(/\[[^\]]*\]|"[^"]*"/g, ""));

/** The text that a cell with a number shows. */
export function shownNumber(value: number, format: string): string {
  const code = format.split(";")[0] ?? "";
  if (isDayFormat(code)) {
    const day = dayFromSerial(value);
    return day ? shownDay(day, code) : String(value);
  }
  if (!/[0#]/.test(code)) return String(value);
  const decimals = /\.(0+)/.exec(code)?.[1]?.length ?? 0;
  const number = (code.includes("%") ? value * 100 : value).toFixed(decimals);
  const grouped = code.includes(",") ? number.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",") : number;
  return code.includes("%") ? `${grouped}%` : grouped;
}

/** The text that a cell with a day shows; as ISO writes it where the format is none of a day. */
export function shownDay(day: Day, format: string): string {
  const code = format.split(";")[0] ?? "";
  if (!isDayFormat(code)) return day;
  const [year = "", month = "", date = ""] = day.split("-");
  return code
    .replace(/\\(.)/g, "$1")
    .replace(/yyyy/i, year)
    .replace(/mm/i, month)
    .replace(/dd/i, date)
    .replace(/\bm\b/i, String(Number(month)))
    .replace(/\bd\b/i, String(Number(date)));
}
