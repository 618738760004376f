// Which rows a filter lets through, by the criteria that `Excel.FilterCriteria` documents.
import { type Plain } from "./attachments";
import { type Cell } from "./cell";
import { displayText } from "./display";
import { apiNotFound, invalidArgument } from "./errors";
import { comparisons } from "./operators";

type Cells = readonly (Cell | undefined)[];

function shown(cell: Cell | undefined): string {
  return cell ? displayText(cell.content, cell.style.numberFormat) : "";
}

function numbersOf(cells: Cells): readonly number[] {
  return cells.flatMap((cell) => (typeof cell?.content === "number" ? [cell.content] : []));
}

/** What a condition such as `>=5`, `<>paid` or `=A*` says of a cell; `*` and `?` stand for any letters and `~` takes their meaning away. */
export function condition(criterion: string): (cell: Cell | undefined) => boolean {
  const [, sign = "=", wanted = ""] = /^(<=|>=|<>|<|>|=)?(.*)$/su.exec(criterion) ?? [];
  const holds = comparisons[sign] ?? (() => false);
  const number = wanted.trim() === "" ? NaN : Number(wanted);
  const isPattern = sign === "=" || sign === "<>";
  const pattern = new RegExp(`^${patternOf(wanted)}$`, "isu");
  return (cell) => {
    const content = cell?.content ?? "";
    if (!Number.isNaN(number)) return typeof content === "number" ? holds(content - number) : sign === "<>";
    if (isPattern) return pattern.test(shown(cell)) === (sign === "=");
    return typeof content === "string" && content !== "" && holds(content.toLowerCase().localeCompare(wanted.toLowerCase()));
  };
}

function patternOf(text: string): string {
  const plain = (part: string): string => part.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
  return text.replace(/~([*?~])|([*?])|([^*?~]+|~)/gu, (_, literal?: string, wild?: string, rest?: string) =>
    literal !== undefined ? plain(literal) : wild !== undefined ? (wild === "*" ? ".*" : ".") : plain(rest ?? ""),
  );
}

function custom({ criterion1, criterion2, operator }: Plain): (cell: Cell | undefined) => boolean {
  const [one, two] = [criterion1, criterion2].map((text) => (typeof text === "string" ? condition(text) : undefined));
  if (!one) throw invalidArgument("a custom filter needs its first criterion");
  if (!two) return one;
  return operator === "Or" ? (cell) => one(cell) || two(cell) : (cell) => one(cell) && two(cell);
}

// The items at the top or bottom; those that equal the last of them come through too.
function extreme(cells: Cells, { filterOn, criterion1 }: Plain): (cell: Cell | undefined) => boolean {
  const sorted = [...numbersOf(cells)].sort((one, other) => one - other);
  const isTop = String(filterOn).startsWith("Top");
  const share = String(filterOn).endsWith("Percent") ? Math.floor((sorted.length * Number(criterion1)) / 100) : Number(criterion1);
  if (!(Number(criterion1) >= 1)) throw invalidArgument("how many items pass");
  const count = Math.min(sorted.length, Math.max(1, share));
  const limit = (isTop ? sorted[sorted.length - count] : sorted[count - 1]) ?? 0;
  return (cell) => typeof cell?.content === "number" && (isTop ? cell.content >= limit : cell.content <= limit);
}

function dynamic(cells: Cells, { dynamicCriteria }: Plain): (cell: Cell | undefined) => boolean {
  const numbers = numbersOf(cells);
  const average = numbers.reduce((total, value) => total + value, 0) / numbers.length;
  const isAbove = dynamicCriteria === "AboveAverage";
  if (!isAbove && dynamicCriteria !== "BelowAverage") throw apiNotFound(`dynamic filter ${String(dynamicCriteria)}`);
  return (cell) => typeof cell?.content === "number" && (isAbove ? cell.content > average : cell.content < average);
}

function oneOfValues({ values }: Plain): (cell: Cell | undefined) => boolean {
  if (!Array.isArray(values)) throw invalidArgument("the values that pass");
  if (values.some((value) => typeof value !== "string")) throw apiNotFound("filter by dates");
  const wanted = new Set((values as string[]).map((value) => value.toLowerCase()));
  return (cell) => wanted.has(shown(cell).toLowerCase());
}

/** Whether each of a column's cells comes through. */
export function passing(criteria: Plain, cells: Cells): readonly boolean[] {
  return cells.map(test(criteria, cells));
}

function test(criteria: Plain, cells: Cells): (cell: Cell | undefined) => boolean {
  switch (criteria["filterOn"]) {
    case "Values":
      return oneOfValues(criteria);
    case "Custom":
      return custom(criteria);
    case "TopItems":
    case "TopPercent":
    case "BottomItems":
    case "BottomPercent":
      return extreme(cells, criteria);
    case "Dynamic":
      return dynamic(cells, criteria);
    case "CellColor":
      return (cell) => (cell?.style.fill || "#FFFFFF") === String(criteria["color"]).toUpperCase();
    case "FontColor":
      return (cell) => cell?.style.fontColor === String(criteria["color"]).toUpperCase();
    default:
      throw apiNotFound(`filter on ${String(criteria["filterOn"])}`);
  }
}
