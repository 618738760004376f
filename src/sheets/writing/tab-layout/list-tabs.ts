// Drop-down lists that are too long for the cell's own list stand on a hidden tab beside the tab that uses them.
import { type SheetSpec, type Validation } from "../spec";
import { columnLetters } from "../../grid";
import { type FileSheet } from "./cell-style";
import { quoteSheetName } from "./sheet-names";

// Excel's limit for a list written out in the cell's rule.
const inlineLimit = 255;

/** The id of the hidden tab with a tab's long lists. */
export function listTabOf(tab: string): string {
  return `${tab}#lists`;
}

// Values with commas or quotes cannot be told apart in a list that is written out in the rule.
function isInlineList(values: readonly string[]): boolean {
  return values.join(",").length <= inlineLimit && values.every((value) => !/[,"\r\n]|^\s|\s$/.test(value));
}

// Each list once, in the order of the hidden tab's columns.
function longLists(spec: FileSheet): readonly (readonly string[])[] {
  const lists = new Map<string, readonly string[]>();
  for (const { rule } of spec.validations ?? []) {
    if (rule.kind === "list" && !isInlineList(rule.values)) lists.set(JSON.stringify(rule.values), rule.values);
  }
  return [...lists.values()];
}

/** The hidden tab with a tab's long lists, or undefined when all of its lists are short. */
export function listTab(spec: FileSheet): SheetSpec | undefined {
  const lists = longLists(spec);
  if (lists.length === 0) return undefined;
  const height = Math.max(...lists.map((list) => list.length));
  return {
    tab: listTabOf(spec.tab),
    name: `${spec.name}#`,
    visibility: "veryHidden",
    columns: lists.map(() => ({ width: 20, style: "plain" })),
    rows: Array.from({ length: height }, (_, row) => lists.map((list) => list[row] ?? null)),
  };
}

/** The source of a list as the rule holds it: the values themselves, or their place on the hidden tab. */
export function listSource(
  rule: Extract<Validation["rule"], { kind: "list" }>,
  spec: FileSheet,
  listSheet: string,
): { readonly values: string[] } | { readonly formula1: string } {
  if (isInlineList(rule.values)) return { values: [...rule.values] };
  const column = longLists(spec).findIndex((list) => JSON.stringify(list) === JSON.stringify(rule.values));
  const letters = columnLetters(column);
  return { formula1: `${quoteSheetName(listSheet)}!$${letters}$1:$${letters}$${rule.values.length}` };
}
