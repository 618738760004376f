// Excel's functions as methods: `workbook.functions.sum(range)`, by the names that the client has for them.
import { type Arguments } from "../engine/arguments";
import { type Definitions, type Method } from "../engine/definition";
import { hold, isHostObject, type Subjects } from "../engine/subjects";
import { type Book } from "../model/book";
import { plainValue, type Content } from "../model/cell";
import { call, functionNames } from "../model/functions";
import { Failure, type Result, single } from "../model/operators";
import { cellsOf } from "./ranges";

function argumentOf(book: Book, value: unknown): Result {
  if (isHostObject(value)) {
    if (value.kind === "FunctionResult") return (value.of as Subjects["FunctionResult"]).value;
    if (value.kind !== "Range") throw new Failure("#VALUE!");
    const { sheet, area } = value.of as Subjects["Range"];
    const { top, left, bottom, right } = cellsOf({ sheet, area });
    book.calculate();
    const row = (at: number) => Array.from({ length: right - left + 1 }, (_, column) => sheet.cells.at(at, left + column)?.content ?? "");
    return { rows: Array.from({ length: bottom - top + 1 }, (_, at) => row(top + at)) };
  }
  return ["string", "number", "boolean"].includes(typeof value) ? (value as Content) : "";
}

function valueOf(book: Book, name: string, args: Arguments): Content {
  // Functions of any number of arguments get them as one list.
  const given = args.values.flatMap((value): readonly unknown[] => (Array.isArray(value) ? value : [value]));
  const last = given.length - [...given].reverse().findIndex((value) => value !== undefined && value !== null);
  try {
    return single(
      call(
        name,
        given.slice(0, last).map((value) => argumentOf(book, value)),
      ),
    );
  } catch (error) {
    if (error instanceof Failure) return { error: error.error };
    throw error;
  }
}

const methods = Object.fromEntries(
  functionNames.map((name): [string, Method<Book>] => [
    name.toLowerCase().replaceAll(".", "_"),
    (book, args) => hold("FunctionResult", { value: valueOf(book, name, args) }),
  ]),
);

/** The functions, and what one has come to. */
export const functionMembers: Definitions = {
  Functions: { methods, isUnlisted: true },
  FunctionResult: {
    properties: {
      value: { get: ({ value }) => (typeof value === "object" ? null : value) },
      error: { get: ({ value }) => (typeof value === "object" ? String(plainValue(value)) : null) },
    },
  },
};
