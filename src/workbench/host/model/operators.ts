// What operators make of values, with Excel's conversions.
import { type Content, fifteenDigits } from "./cell";

/** Values of cells, row by row. */
export interface Block {
  readonly rows: readonly (readonly Content[])[];
  /** Whether the area goes on, as whole columns do, where the sheet has nothing any more. */
  readonly isOpen?: boolean;
}

/** Values of cells, or one value. */
export type Result = Content | Block;

/** An error value that ends the calculation of a formula. */
export class Failure extends Error {
  constructor(readonly error: string) {
    super(error);
  }
}

/** Whether a result is cells' values. */
export function isMany(result: Result): result is Block {
  return typeof result === "object" && "rows" in result;
}

/** The values of cells, one after another. */
export function valuesOf({ rows }: Block): readonly Content[] {
  return rows.flat();
}

/** The one value that is wanted; of several cells none here, where Excel would spread them or pick one. */
export function single(result: Result): Content {
  if (!isMany(result)) return result;
  const values = valuesOf(result);
  return values.length > 1 ? { error: "#VALUE!" } : (values[0] ?? "");
}

/** The number that a value is. */
export function numberOf(value: Content): number {
  if (typeof value === "object") throw new Failure(value.error);
  const number = typeof value === "string" && value !== "" && value.trim() === "" ? NaN : Number(value);
  if (Number.isNaN(number)) throw new Failure("#VALUE!");
  return number;
}

function textOf(value: Content): string {
  if (typeof value === "object") throw new Failure(value.error);
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

const arithmetic: Readonly<Record<string, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "^": (left, right) => left ** right,
};

/** What each comparison asks of the order of two values. */
export const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
};

/** What an operator makes of one or two values. */
export function operation(operator: string, values: readonly Content[]): Content {
  const [left = 0, right] = values;
  if (right === undefined) {
    if (operator === "%") return fifteenDigits(numberOf(left) / 100);
    // Nothing counts as 0 as soon as anything is done to it.
    return operator === "-" ? -numberOf(left) : left === "" ? 0 : left;
  }
  if (operator === "&") return textOf(left) + textOf(right);
  const compare = comparisons[operator];
  if (compare) return compare(order(left, right));
  if (operator === "/" && numberOf(right) === 0) throw new Failure("#DIV/0!");
  const result = arithmetic[operator]?.(numberOf(left), numberOf(right));
  if (result === undefined || !Number.isFinite(result)) throw new Failure("#NUM!");
  return fifteenDigits(result);
}

// Numbers come before texts, texts before truth values; case does not count, and nothing is 0 or "".
function order(left: Content, right: Content): number {
  const [one, other] = [likeBlank(left, right), likeBlank(right, left)];
  const rank = (value: Content): number => ["number", "string", "boolean"].indexOf(typeof value);
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  if (typeof one !== "string") return numberOf(one) - numberOf(other);
  return one.toLowerCase().localeCompare(String(other as string).toLowerCase());
}

function likeBlank(value: Content, other: Content): Content {
  if (typeof value === "object") throw new Failure(value.error);
  return value === "" && typeof other === "number" ? 0 : value;
}
