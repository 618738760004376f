// Reading one cell: the value that its column means, and what was noticed on the way.
import { type FieldId, type FieldType, fieldTypes, longestText } from "../../domain/field";
import { choiceCode, isChoiceField } from "../choices";
import type { CellValue } from "../grid";
import { shortened } from "../shortened";
import { foldText, isFullWidth } from "./clean";
import { readDay, readMonth } from "./day";
import { readMoney } from "./money";
import { type Notice, readCitizenId, readContract, readPhone } from "./numbers-as-text";

/**
 * The value of a cell in a column, or undefined when it is blank or unreadable; whatever is odd about it goes to `notice`.
 * @param seasonYear the year that a day without a year gets
 */
export function readCell(field: FieldId, cell: CellValue | undefined, seasonYear: number, notice: Notice): string | number | undefined {
  if (cell === null || cell === undefined || cell === "") return undefined;
  if (typeof cell === "object") {
    if ("fault" in cell) {
      notice({ field, kind: cell.fault === "error" ? "error-value" : "uncalculated", raw: cell.text });
      return undefined;
    }
    const type: FieldType = fieldTypes[field];
    if (type === "day") return cell.day;
    if (type === "month") return cell.day.slice(0, 7);
    if (type === "text") return cell.day;
    notice({ field, kind: "unreadable", raw: cell.day });
    return undefined;
  }
  const value = typeof cell === "boolean" ? String(cell).toUpperCase() : cell;
  if (typeof value === "string" && value.trim() === "") return undefined;
  const read = readValue(field, value, seasonYear, notice);
  if (typeof read === "string" && read.length > longestText(field)) notice({ field, kind: "too-long", raw: shortened(read, 20) });
  return read;
}

function readValue(field: FieldId, value: string | number, seasonYear: number, notice: Notice): string | number | undefined {
  switch (fieldTypes[field]) {
    case "citizenId":
      return readCitizenId(field, value, notice);
    case "contract":
      return readContract(field, value, notice);
    case "phone":
      return readPhone(field, value, notice);
    case "money":
      return readMoney(field, value, notice);
    case "day":
      return readDay(field, value, seasonYear, notice);
    case "month":
      return readMonth(field, value, notice);
    case "count":
      return readCount(field, value, notice);
    case "choice":
      return readChoice(field, value, notice);
    case "name":
      return readName(field, value, notice);
    case "text":
      return readText(field, value, notice);
  }
}

function readCount(field: FieldId, value: string | number, notice: Notice): number | undefined {
  const text = foldText(String(value)).replace(/次$/, "");
  if (/^\d{1,9}$/.test(text)) return Number(text);
  notice({ field, kind: "unreadable", raw: String(value) });
  return undefined;
}

function readChoice(field: FieldId, value: string | number, notice: Notice): string | undefined {
  const code = isChoiceField(field) ? choiceCode(field, String(value)) : undefined;
  if (code === undefined) notice({ field, kind: "unknown-word", raw: String(value) });
  return code;
}

const dots = /[•・．‧∙●]/g;

function readName(field: FieldId, value: string | number, notice: Notice): string {
  const raw = String(value);
  if (/^[\p{Script=Han}]+$/u.test(raw) && raw.normalize("NFKC") === raw) return raw;
  const folded = foldText(raw).replace(dots, "·");
  // Spaces inside a Chinese name only align it with longer ones; in a name written with letters they separate words.
  const name = /\p{Script=Han}/u.test(folded) ? folded.replace(/\s+/g, "") : folded.replace(/\s+/g, " ");
  if (/^[=+\-@]/.test(name)) notice({ field, kind: "unsafe-text", raw });
  else if (name !== raw) notice({ field, kind: isFullWidth(raw) ? "full-width" : "stray-characters", raw, proposal: name });
  return name;
}

// What people wrote in their own words: it is printed again and handed back, so it stays exactly as typed.
const keptTexts: ReadonlySet<FieldId> = new Set(["note", "exceptionNote", "visitResult", "metWith", "address"]);

function readText(field: FieldId, value: string | number, notice: Notice): string {
  if (typeof value === "number") return String(value);
  if (keptTexts.has(field) && !/[\u2e80-\u2fdf\uf900-\ufaff]/.test(value)) {
    if (/^\s*(?:[=+@]|-(?=.*[(!]))/.test(value.normalize("NFKC"))) notice({ field, kind: "unsafe-text", raw: value });
    return value.trim();
  }
  const text = foldText(value).replace(/\s+/g, " ");
  // Compatibility glyphs (⽉ for 月) look alike and compare as different (docs/facts.md D48); plain full-width letters in an address are normal.
  if (/[\u2e80-\u2fdf\uf900-\ufaff]/.test(value) && text !== value.trim())
    notice({ field, kind: "full-width", raw: value, proposal: text });
  if (/^[=+@]|^-(?=.*[(!])/.test(text)) notice({ field, kind: "unsafe-text", raw: value });
  return text;
}
