// Citizen IDs, contract numbers and telephones: text that looks like a number and must never become one.
import { parseCitizenId } from "../../../domain/identity/citizen-id";
import type { FieldId, ReadingIssue, ReadingIssueKind } from "../../../domain/record/field";
import { phoneKind } from "../../../domain/values/phone";
import { foldText, isFullWidth } from "./clean";

/** Takes what was noticed about the cell being read. */
export type ReportIssue = (issue: ReadingIssue) => void;

// Excel keeps 15 significant digits; other writers keep a double. Beyond 15 digits nothing that a number shows can be trusted (docs/facts.md D11).
const firstUnsafe = 1e15;
const scientific = /^\d(?:\.\d+)?e\+?\d{1,2}$/i;

// As Excel shows it: 15 significant digits and noughts, not the tail that a double happens to have (docs/facts.md D11).
function digitsOf(value: number): string {
  if (Math.abs(value) < firstUnsafe || Math.abs(value) >= 1e21) return String(value);
  const [mantissa = "", exponent = "0"] = Math.abs(value).toExponential(14).split("e");
  const digits = mantissa.replace(".", "").padEnd(Number(exponent) + 1, "0");
  return value < 0 ? `-${digits}` : digits;
}

/** The ID number of a cell as 18 (or 15) characters with a capital X; unusable text comes back as it stands, with the reason noticed. */
export function readCitizenId(field: FieldId, cell: string | number, report: ReportIssue): string {
  const raw = String(cell);
  if (typeof cell === "number") {
    const digits = digitsOf(cell);
    report({ field, kind: Math.abs(cell) >= firstUnsafe ? "digits-lost" : "stored-as-number", raw: digits });
    return digits;
  }
  if (/^\d{17}[\dX]$/.test(cell)) return cell;
  const folded = foldText(raw).toUpperCase();
  if (scientific.test(folded)) {
    report({ field, kind: "digits-lost", raw });
    return folded;
  }
  const bare = folded.replace(/^[^\d]*?(?:证|码|号|ID)[^\d]*(?=\d)/, "").replace(/[\s'"`’‘\-–—_.:：]/g, "");
  const id = bare.replace(/^(\d{17})[*×✕ХΧ]$/, "$1X");
  if (/^\d{3,}\*{3,}[\dX]{2,}$/.test(id)) {
    report({ field, kind: "masked", raw });
    return id;
  }
  const proposal = parseCitizenId(id).kind === "broken" ? {} : { proposal: id };
  const kind = kindOfChange(raw, id, bare);
  if (kind) report({ field, kind, raw, ...proposal });
  return id;
}

function kindOfChange(raw: string, id: string, bare: string): ReadingIssueKind | undefined {
  if (id === raw) return undefined;
  if (id !== bare) return "look-alike-x";
  if (isFullWidth(raw)) return "full-width";
  return raw === id.replace(/X$/, "x") ? "lower-case-x" : "stray-characters";
}

/** The contract number of a cell as text without spaces and labels. */
export function readContract(field: FieldId, cell: string | number, report: ReportIssue): string {
  if (typeof cell === "number") {
    const digits = digitsOf(cell);
    report({ field, kind: Math.abs(cell) >= firstUnsafe ? "digits-lost" : "stored-as-number", raw: digits });
    return digits;
  }
  if (/^[0-9A-Z-]+$/.test(cell)) return cell;
  const folded = foldText(cell);
  if (scientific.test(folded)) {
    report({ field, kind: "digits-lost", raw: cell });
    return folded;
  }
  const contract = folded
    .replace(/^(?:贷款|借款)?合同(?:编)?号[:：]?/, "")
    .replace(/[\s'"`’‘]/g, "")
    .toUpperCase();
  if (contract !== cell && contract !== cell.toUpperCase()) {
    report({ field, kind: isFullWidth(cell) ? "full-width" : "stray-characters", raw: cell, proposal: contract });
  }
  return contract;
}

const noNumber = /^(?:无|空号|停机|关机|没有|不详|未知|换号|错号|暂无|—+|-+|\/|\*+)$/;

/** The telephone numbers of a cell, several separated by `/`; undefined when it says that there is none. */
export function readPhone(field: FieldId, cell: string | number, report: ReportIssue): string | undefined {
  if (typeof cell === "number") {
    const digits = digitsOf(cell);
    if (phoneKind(digits) !== "mobile") report({ field, kind: "stored-as-number", raw: digits });
    return digits;
  }
  if (/^1\d{10}$/.test(cell)) return cell;
  const folded = foldText(cell);
  if (noNumber.test(folded)) {
    report({ field, kind: "no-number", raw: cell });
    return undefined;
  }
  if (scientific.test(folded)) {
    report({ field, kind: "digits-lost", raw: cell });
    return folded;
  }
  const numbers = phonesIn(folded);
  if (numbers.length === 0) return folded;
  if (/空号|停机|换号|错号|已注销/.test(folded)) report({ field, kind: "no-number", raw: cell });
  const value = numbers.join("/");
  const cut = value === folded;
  if (numbers.length > 1) report({ field, kind: "several-values", raw: cell, proposal: value });
  else if (!cut || folded !== cell)
    report({ field, kind: isFullWidth(cell) ? "full-width" : "stray-characters", raw: cell, proposal: value });
  return value;
}

function phonesIn(text: string): string[] {
  const whole = text.replace(/(?<!\d)(?:\+?86|0086)[\s-]*(?=1[3-9][\d\s-]{9})/g, "");
  const parts = whole.split(/[、,;；/\\|\n]|\s+(?=\(?[^\d\s]{0,4}\)?(?:1\d{10}|0\d{2,3}-))/);
  return parts
    .map((part) => {
      const bare = part.replace(/[^\d+-]/g, "").replace(/^(?:17951)(?=1\d{2})/, "");
      const solid = bare.replace(/-/g, "");
      return /^1\d{10}$/.test(solid) ? solid : bare.replace(/^-+|-+$/g, "");
    })
    .filter((part) => part !== "");
}
