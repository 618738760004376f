// Formulas taken apart: values, references, names, calls and operators, as Excel ranks them (support: "Calculation operators and precedence").
import { type Area } from "../../../sheets/grid";
import { parseAddress } from "./area";
import { type Content } from "./cell";

/** What a formula is made of. */
export type Part =
  | { readonly kind: "value"; readonly value: Content }
  | { readonly kind: "cells"; readonly sheet: string | undefined; readonly area: Area }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly parts: readonly Part[] }
  | { readonly kind: "operation"; readonly operator: string; readonly parts: readonly Part[] };

/** One cell, a block, whole columns or whole rows. */
const address = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7}`;
const sheet = String.raw`'(?:[^']|'')+'!|[\p{L}_\\][\p{L}\p{N}_.\\]*!`;

/** A reference within a formula, with its sheet's name and `!` when it has one; texts are found first, being none. */
export const references = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$'!])(?<sheet>${sheet})?(?<address>${address})(?![\p{L}\p{N}_.(!])`,
  "giu",
);

const tokens = new RegExp(
  [
    String.raw`(?<text>"(?:[^"]|"")*")`,
    String.raw`(?<error>#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A))(?<lost>\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)?`,
    String.raw`(?<sheet>${sheet})?(?<address>${address})(?![\p{L}\p{N}_.(])`,
    String.raw`(?<number>(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?)`,
    String.raw`(?<call>[\p{L}_][\p{L}\p{N}_.]*)\(`,
    String.raw`(?<word>[\p{L}_\\][\p{L}\p{N}_.\\]*)`,
    String.raw`(?<operator><=|>=|<>|[-+*/^&=<>%(),])`,
  ].join("|"),
  "yiu",
);

type Token = Readonly<Record<string, string | undefined>>;

/** Binary operators, those that bind loosest first. */
const ranks: readonly (readonly string[])[] = [["=", "<>", "<", ">", "<=", ">="], ["&"], ["+", "-"], ["*", "/"], ["^"]];

/** The formula's parts; undefined where it has what this host cannot read, such as tables' columns or arrays. */
export function parseFormula(formula: string): Part | undefined {
  const list = tokensOf(formula.slice(1));
  if (!list) return undefined;
  const reader = new Reader(list);
  const part = reader.operation(0);
  return part && reader.isAtEnd ? part : undefined;
}

function tokensOf(text: string): readonly Token[] | undefined {
  const list: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at++;
      continue;
    }
    tokens.lastIndex = at;
    const found = tokens.exec(text);
    if (!found?.groups) return undefined;
    list.push(found.groups);
    at = tokens.lastIndex;
  }
  return list;
}

class Reader {
  #at = 0;

  constructor(private readonly list: readonly Token[]) {}

  get isAtEnd(): boolean {
    return this.#at >= this.list.length;
  }

  #take(...operators: readonly string[]): string | undefined {
    const found = this.list[this.#at]?.["operator"];
    if (found === undefined || !operators.includes(found)) return undefined;
    this.#at++;
    return found;
  }

  operation(rank: number): Part | undefined {
    const operators = ranks[rank];
    if (!operators) return this.#sign();
    let left = this.operation(rank + 1);
    for (let operator = left && this.#take(...operators); left && operator; operator = this.#take(...operators)) {
      const right = this.operation(rank + 1);
      left = right && { kind: "operation", operator, parts: [left, right] };
    }
    return left;
  }

  // In Excel a sign binds tighter than a power: -2^2 is 4.
  #sign(): Part | undefined {
    const sign = this.#take("-", "+");
    if (sign === undefined) return this.#percent();
    const part = this.#sign();
    return part && { kind: "operation", operator: sign, parts: [part] };
  }

  #percent(): Part | undefined {
    let part = this.#single();
    while (part && this.#take("%")) part = { kind: "operation", operator: "%", parts: [part] };
    return part;
  }

  #single(): Part | undefined {
    if (this.#take("(")) {
      const part = this.operation(0);
      return this.#take(")") ? part : undefined;
    }
    const token = this.list[this.#at++];
    if (!token) return undefined;
    const { text, error, number, call, word } = token;
    if (text !== undefined) return { kind: "value", value: text.slice(1, -1).replaceAll('""', '"') };
    if (error !== undefined) return { kind: "value", value: { error: error.toUpperCase() } };
    if (number !== undefined) return { kind: "value", value: Number(number) };
    if (call !== undefined) return this.#call(call.toUpperCase());
    if (word !== undefined) return /^(TRUE|FALSE)$/i.test(word) ? { kind: "value", value: /^T/i.test(word) } : { kind: "name", name: word };
    return cells(token);
  }

  #call(name: string): Part | undefined {
    const parts: Part[] = [];
    if (this.#take(")")) return { kind: "call", name, parts };
    do {
      const part = this.operation(0);
      if (!part) return undefined;
      parts.push(part);
    } while (this.#take(","));
    return this.#take(")") ? { kind: "call", name, parts } : undefined;
  }
}

function cells({ sheet: prefix, address: text }: Token): Part | undefined {
  const area = text === undefined ? undefined : parseAddress(text);
  return area && { kind: "cells", sheet: prefix && sheetOfPrefix(prefix), area };
}

/** The sheet's name before a `!`. */
export function sheetOfPrefix(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
