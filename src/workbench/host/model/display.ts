// How a value is shown, as far as `Range.text` is needed: the few number formats of our tabs.
import { dayFromSerial } from "../../../domain/values/day";
import { type Content, plainValue } from "./cell";

/** The text that a cell shows. Formats other than dates, rates and plain numbers are shown as General. */
export function displayText(content: Content, format: string): string {
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  if (typeof content !== "number") return String(plainValue(content));
  const code = format.split(";")[0] ?? "";
  if (/[yd]/i.test(code.replace(/\[[^\]]*\]|"[^"]*"/g, ""))) return dayText(content, code);
  if (!/[0#]/.test(code)) return String(content);
  const decimals = /\.(0+)/.exec(code)?.[1]?.length ?? 0;
  const number = (code.includes("%") ? content * 100 : content).toFixed(decimals);
  const grouped = code.includes(",") ? number.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",") : number;
  return code.includes("%") ? `${grouped}%` : grouped;
}

function dayText(serial: number, code: string): string {
  const day = dayFromSerial(serial);
  if (!day) return String(serial);
  const [year = "", month = "", date = ""] = day.split("-");
  return code
    .replace(/\\(.)/g, "$1")
    .replace(/yyyy/i, year)
    .replace(/mm/i, month)
    .replace(/dd/i, date)
    .replace(/\bm\b/i, String(Number(month)))
    .replace(/\bd\b/i, String(Number(date)));
}
