// Reading one cell: the value that its column means, and what was noticed on the way.
import { type FieldId, type FieldType, fieldTypes, longestText } from "../../../domain/record/field";
import { choiceCode, isChoiceField } from "../../vocabulary/choices";
import type { CellValue } from "../../grid";
import { shortened } from "../../writing/shortened";
import { foldText, isFullWidth } from "./clean";
import { readDay, readMonth } from "./day";
import { readMoney } from "./money";
import { type ReportIssue, readCitizenId, readContract, readPhone } from "./numbers-as-text";

/**
 * The value of a cell in a column, or undefined when it is blank or unreadable; whatever is odd about it goes to `report`.
 * @param seasonYear the year that a day without a year gets
 */
export function readCell(
  field: FieldId,
  cell: CellValue | undefined,
  seasonYear: number,
  report: ReportIssue,
): string | number | undefined {
  if (cell === null || cell === undefined || cell === "") return undefined;
  if (typeof cell === "object") {
    if ("fault" in cell) {
      report({ field, kind: cell.fault === "error" ? "error-value" : "uncalculated", raw: cell.text });
      return undefined;
    }
    const type: FieldType = fieldTypes[field];
    if (type === "day") return cell.day;
    if (type === "month") return cell.day.slice(0, 7);
    if (type === "text") return cell.day;
    report({ field, kind: "unreadable", raw: cell.day });
    return undefined;
  }
  const value = typeof cell === "boolean" ? String(cell).toUpperCase() : cell;
  if (typeof value === "string" && value.trim() === "") return undefined;
  const read = readValue(field, value, seasonYear, report);
  if (typeof read === "string" && read.length > longestText[field]) report({ field, kind: "too-long", raw: shortened(read, 20) });
  return read;
}

function readValue(field: FieldId, value: string | number, seasonYear: number, report: ReportIssue): string | number | undefined {
  switch (fieldTypes[field]) {
    case "citizenId":
      return readCitizenId(field, value, report);
    case "contract":
      return readContract(field, value, report);
    case "phone":
      return readPhone(field, value, report);
    case "money":
      return readMoney(field, value, report);
    case "day":
      return readDay(field, value, seasonYear, report);
    case "month":
      return readMonth(field, value, report);
    case "count":
      return readCount(field, value, report);
    case "choice":
      return readChoice(field, value, report);
    case "name":
      return readName(field, value, report);
    case "text":
      return readText(field, value, report);
  }
}

function readCount(field: FieldId, value: string | number, report: ReportIssue): number | undefined {
  const text = foldText(String(value)).replace(/次$/, "");
  if (/^\d{1,9}$/.test(text)) return Number(text);
  report({ field, kind: "unreadable", raw: String(value) });
  return undefined;
}

function readChoice(field: FieldId, value: string | number, report: ReportIssue): string | undefined {
  const code = isChoiceField(field) ? choiceCode(field, String(value)) : undefined;
  if (code === undefined) report({ field, kind: "unknown-word", raw: String(value) });
  return code;
}

const dots = /[•・．‧∙●]/g;

function readName(field: FieldId, value: string | number, report: ReportIssue): string {
  const raw = String(value);
  if (/^[\p{Script=Han}]+$/u.test(raw) && raw.normalize("NFKC") === raw) return raw;
  const folded = foldText(raw).replace(dots, "·");
  // Spaces inside a Chinese name only align it with longer ones; in a name written with letters they separate words.
  const name = /\p{Script=Han}/u.test(folded) ? folded.replace(/\s+/g, "") : folded.replace(/\s+/g, " ");
  if (/^[=+\-@]/.test(name)) report({ field, kind: "unsafe-text", raw });
  else if (name !== raw) report({ field, kind: isFullWidth(raw) ? "full-width" : "stray-characters", raw, proposal: name });
  return name;
}

// What people wrote in their own words: it is printed again and handed back, so it stays exactly as typed.
const keptTexts: ReadonlySet<FieldId> = new Set(["note", "exceptionNote", "visitResult", "metWith", "address"]);

function readText(field: FieldId, value: string | number, report: ReportIssue): string {
  if (typeof value === "number") return String(value);
  if (keptTexts.has(field) && !/[\u2e80-\u2fdf\uf900-\ufaff]/.test(value)) {
    if (/^\s*(?:[=+@]|-(?=.*[(!]))/.test(value.normalize("NFKC"))) report({ field, kind: "unsafe-text", raw: value });
    return value.trim();
  }
  const text = foldText(value).replace(/\s+/g, " ");
  // Compatibility glyphs (⽉ for 月) look alike and compare as different (docs/facts.md D48); plain full-width letters in an address are normal.
  if (/[\u2e80-\u2fdf\uf900-\ufaff]/.test(value) && text !== value.trim())
    report({ field, kind: "full-width", raw: value, proposal: text });
  if (/^[=+@]|^-(?=.*[(!])/.test(text)) report({ field, kind: "unsafe-text", raw: value });
  return text;
}
