// A sample of Script Lab: a script, the buttons and fields of its page, and the API set that it needs.
import { transformSync } from "@swc/core";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { parse } from "yaml";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Something on the sample's page that has an id. */
export interface Field {
  readonly id: string;
  readonly tag: string;
  readonly value: string;
  readonly isChecked: boolean;
}

/** One sample. */
export interface Sample {
  readonly name: string;
  /** The minor number of the ExcelApi set that it needs: 9 for ExcelApi 1.9; undefined when it says nothing. */
  readonly needs: number | undefined;
  readonly script: string;
  /** Everything with an id, in the order of the page: its buttons are meant to be pressed from top to bottom. */
  readonly fields: readonly Field[];
}

interface Written {
  readonly id?: string;
  readonly host?: string;
  readonly api_set?: Readonly<Record<string, unknown>>;
  readonly script?: { readonly content?: string };
  readonly template?: { readonly content?: string };
}

/** The sample that a YAML file holds; undefined when it is none for Excel. */
export function sampleOf(yaml: string): Sample | undefined {
  const written = parse(yaml) as Written | null;
  const script = written?.script?.content;
  if (!script || written.host?.toLowerCase() !== "excel") return undefined;
  const set = Object.entries(written.api_set ?? {}).find(([name]) => name.toLowerCase() === "excelapi")?.[1];
  const needs = set === undefined ? undefined : Number(String(set).split(".")[1]);
  const { code } = transformSync(script, {
    isModule: false,
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
  });
  return { name: written.id ?? "?", needs, script: code, fields: fieldsOf(written.template?.content ?? "") };
}

function fieldsOf(html: string): readonly Field[] {
  const found: Field[] = [];
  const visit = (node: Node): void => {
    if (!("tagName" in node)) return;
    const field = fieldOf(node);
    if (field) found.push(field);
    node.childNodes.forEach(visit);
  };
  parseFragment(html).childNodes.forEach(visit);
  return found;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function fieldOf(element: Element): Field | undefined {
  const id = attribute(element, "id");
  if (id === undefined) return undefined;
  const isChecked = attribute(element, "checked") !== undefined;
  return { id, tag: element.tagName, value: attribute(element, "value") ?? chosen(element) ?? textIn(element), isChecked };
}

// What a list of choices stands at before anybody touches it.
function chosen({ tagName, childNodes }: Element): string | undefined {
  const first = childNodes.find((node): node is Element => "tagName" in node && node.tagName === "option");
  return tagName === "select" && first ? (attribute(first, "value") ?? textIn(first)) : undefined;
}

function textIn({ childNodes }: Element): string {
  return childNodes.map((node) => ("value" in node ? node.value : "tagName" in node ? textIn(node) : "")).join("");
}
