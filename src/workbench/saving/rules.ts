// Data validations and conditional formats of the host, as files describe them.
import { serialFromDay, dayFromIso } from "../../domain/values/day";
import type { FileRule, FileSheet } from "../../sheets/writing/tab-layout/cell-style";
import type { ConditionalFormat, ValidationRule } from "../host/model/attachments";
import { rgb } from "./looks";

const types = {
  list: "list",
  wholeNumber: "whole",
  decimal: "decimal",
  date: "date",
  time: "time",
  textLength: "textLength",
  custom: "custom",
} as const satisfies Record<string, FileRule["type"]>;

const operators: Readonly<Record<string, string>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
};

const styles = { Stop: "stop", Warning: "warning", Information: "information" } as const;

interface Body {
  readonly source?: string;
  readonly formula?: string;
  readonly formula1?: unknown;
  readonly formula2?: unknown;
  readonly operator?: string;
}

/** A rule for typing; nothing where cells have only a message or none of both. */
export function fileRule({ areas, rule, prompt, errorAlert, ignoreBlanks }: ValidationRule): readonly FileRule[] {
  const [kind] = Object.keys(rule) as (keyof typeof types)[];
  if (kind === undefined) return [];
  const body = rule[kind] as Body;
  const operator = operators[body.operator ?? ""];
  // Without words of its own Excel shows its usual refusal (DataValidation.errorAlert).
  const { title = "", message = "", style = "Stop" } = errorAlert as { title?: string; message?: string; style?: keyof typeof styles };
  const help = prompt as { title?: string; message?: string; showPrompt?: boolean };
  return [
    {
      areas,
      type: types[kind],
      ...(operator === undefined ? {} : { operator }),
      formulas: kind === "list" ? [listFormula(body.source ?? "")] : [body.formula, body.formula1, body.formula2].flatMap(limit),
      allowBlank: ignoreBlanks,
      ...(help.message && help.showPrompt !== false ? { prompt: { title: help.title ?? "", message: help.message } } : {}),
      ...(errorAlert["showAlert"] === false ? {} : { error: { title, message, style: styles[style] } }),
    },
  ];
}

function listFormula(source: string): string {
  return source.startsWith("=") ? source.slice(1) : `"${source.replaceAll('"', '""')}"`;
}

function limit(value: unknown): readonly string[] {
  if (value === undefined || value === null || value === "") return [];
  const text = String(value as string | number);
  const day = dayFromIso(text);
  return [day ? String(serialFromDay(day)) : text.replace(/^=/, "")];
}

/** A mark or bar; formats that change nothing but fonts are none that our files have. */
export function highlightOf({ areas, type, options }: ConditionalFormat): NonNullable<FileSheet["highlights"]> {
  const [area, ...also] = areas;
  if (!area) return [];
  const text = (path: string): string | undefined => options.get(path) as string | undefined;
  if (type === "DataBar") return [{ area, also, bar: rgb(text("dataBar/positiveFormat/fillColor") ?? "#638EC6") }];
  const fill = text("custom/format/fill/color");
  const formula = text("custom/rule/formula")?.replace(/^=/, "");
  if (fill === undefined || formula === undefined) return [];
  const fontColor = text("custom/format/font/color");
  return [{ area, also, formula, fill: rgb(fill), ...(fontColor === undefined ? {} : { fontColor: rgb(fontColor) }) }];
}
