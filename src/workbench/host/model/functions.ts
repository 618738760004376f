// What functions make of their arguments: a library's functions, with Excel's values going in and out. A few that need more than values are here.
import * as library from "@formulajs/formulajs";
import { type Content, fifteenDigits } from "./cell";
import { displayText } from "./display";
import { type Block, Failure, isMany, numberOf, type Result, single, valuesOf } from "./operators";

type Function = (...values: readonly unknown[]) => unknown;

/**
 * What a function makes of its arguments.
 * @throws Failure `#NAME?` when there is no such function
 */
export function call(name: string, results: readonly Result[]): Result {
  const plain = name.replace(/^_XLFN\.(?:_XLWS\.)?/, "");
  const own = ownFunctions[plain];
  if (own) return own(results);
  const found = libraryFunction(plain);
  if (!found) throw new Failure("#NAME?");
  try {
    return contentOf(found(...alike(results).map(argumentOf)));
  } catch (error) {
    // The library throws where an argument is not at all what it wants.
    if (error instanceof Failure) throw error;
    throw new Failure("#VALUE!");
  }
}

const ownFunctions: Readonly<Record<string, (results: readonly Result[]) => Result>> = {
  SUM: (results) => fifteenDigits(results.reduce<number>((total, result) => total + sumOf(result), 0)),
  // Shown is the second argument, or without it the address (support: "HYPERLINK function").
  HYPERLINK: (results) => single(wanted(results, results.length - 1)),
  TEXT: (results) => displayText(single(wanted(results, 0)), String(single(wanted(results, 1)))),
  XLOOKUP: lookedUp,
};

function wanted(results: readonly Result[], at: number): Result {
  const found = results[at];
  if (found === undefined) throw new Failure("#VALUE!");
  return found;
}

// Of cells only numbers count; a value written into the formula must be one (support: "SUM function").
function sumOf(result: Result): number {
  if (!isMany(result)) return numberOf(result);
  let total = 0;
  for (const value of valuesOf(result)) {
    if (typeof value === "object") throw new Failure(value.error);
    if (typeof value === "number") total += value;
  }
  return total;
}

// Exact matches, from the first on; of a row or column the value beside, else what is wanted where nothing is found (support: "XLOOKUP function").
function lookedUp(results: readonly Result[]): Result {
  const key = single(wanted(results, 0));
  const [among, from] = [wanted(results, 1), wanted(results, 2)].map((result) => (isMany(result) ? valuesOf(result) : [result]));
  if (results.length > 4) throw new Failure("#VALUE!");
  const folded = (value: Content) => (typeof value === "string" ? value.toLowerCase() : value);
  const at = among?.findIndex((value) => folded(value) === folded(key)) ?? -1;
  if (at >= 0) return from?.[at] ?? "";
  const [, , , instead] = results;
  if (instead === undefined) throw new Failure("#N/A");
  return single(instead);
}

// RANK.EQ lies in an object RANK; RANK of old is RANK.EQ.
function libraryFunction(name: string): Function | undefined {
  const found = name.split(".").reduce<unknown>((at, step) => (Object(at) as Record<string, unknown>)[step], library);
  if (typeof found === "function") return found as Function;
  const newer = name.includes(".") ? undefined : (Object(found) as Record<string, unknown>)["EQ"];
  return typeof newer === "function" ? (newer as Function) : undefined;
}

// Whole columns end where their sheet does; two that are compared row by row must be equally long.
function alike(results: readonly Result[]): readonly Result[] {
  const blocks = results.filter(isMany);
  const height = Math.max(0, ...blocks.map(({ rows }) => rows.length));
  return results.map((result) => {
    if (!isMany(result) || !result.isOpen || result.rows.length === height) return result;
    const blank = Array.from({ length: result.rows[0]?.length ?? 1 }, () => "");
    return { ...result, rows: [...result.rows, ...Array.from({ length: height - result.rows.length }, () => blank)] };
  });
}

function argumentOf(result: Result): unknown {
  if (!isMany(result)) return result === "" ? "" : valueOf(result);
  const [[only] = [], second] = result.rows;
  return second === undefined && result.rows[0]?.length === 1 && only !== undefined
    ? valueOf(only)
    : result.rows.map((row) => row.map(valueOf));
}

// A blank cell is null there, and errors are Errors, each always the same object.
const errors = new Map(Object.values(library.utils.errors).map((error) => [error.message, error]));

function valueOf(content: Content): unknown {
  if (content === "") return null;
  return typeof content === "object" ? (errors.get(content.error) ?? errors.get("#VALUE!")) : content;
}

const millisecondsADay = 86_400_000;
const dayZero = Date.UTC(1899, 11, 30);

// The library's days begin at midnight of the machine's own clock.
function serialOf(date: Date): number {
  const here = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate(), date.getHours(), date.getMinutes(), date.getSeconds());
  return fifteenDigits((here - dayZero) / millisecondsADay);
}

function contentOf(found: unknown): Result {
  if (found instanceof Error) return { error: found.message.startsWith("#") ? found.message : "#VALUE!" };
  if (found instanceof Date) return serialOf(found);
  if (typeof found === "number")
    return Number.isFinite(found) ? fifteenDigits(found) : { error: Number.isNaN(found) ? "#VALUE!" : "#NUM!" };
  if (typeof found === "string" || typeof found === "boolean") return found;
  if (Array.isArray(found))
    return { rows: found.map((row: unknown) => (Array.isArray(row) ? row : [row]).map((one) => single(contentOf(one)))) } satisfies Block;
  return "";
}

/** Functions whose value may change though no cell has. */
export const volatileFunctions: ReadonlySet<string> = new Set(["NOW", "TODAY", "RAND", "RANDBETWEEN"]);

// Functions lie side by side, or as RANK.EQ does in an object.
function namesIn(functions: object, prefix = ""): readonly string[] {
  return Object.entries(functions).flatMap(([name, one]) =>
    typeof one === "function" ? [prefix + name] : prefix === "" && name !== "utils" ? namesIn(Object(one) as object, `${name}.`) : [],
  );
}

/** The names of all functions. */
export const functionNames: readonly string[] = [...new Set([...namesIn(library), ...Object.keys(ownFunctions)])];
