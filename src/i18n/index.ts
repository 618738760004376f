// Saying it in the user's language: findings, gravities and what the world refused, each with the next step.
import type { Reason, Refusal } from "../actions/workbook";
import type { FieldId } from "../domain/record/field";
import type { Finding, FindingParams, Severity } from "../domain/record/finding";
import type { Catalog, FileRefusalCode } from "./catalog";
import { en } from "./en";
import { zhCN } from "./zh-CN";

const catalogs = { "zh-CN": zhCN, en } as const satisfies Record<string, Catalog>;

/** A language the product speaks. */
export type Language = keyof typeof catalogs;

/** The languages, the default first. */
export const languages = Object.keys(catalogs) as readonly Language[];

/**
 * The language for a locale such as Office's display language: Chinese unless the locale is English.
 * @example languageFor("en-US") // "en"
 */
export function languageFor(locale: string): Language {
  return locale.toLowerCase().startsWith("en") ? "en" : "zh-CN";
}

/**
 * A text with its parameters put in; bracketed parts whose parameters are empty are left out, unknown parameters are blank, and words that go by a
 * number follow it.
 * @example fill("{count} {count:file|files}", { count: 1 }) // "1 file"
 */
export function fill(template: string, params: FindingParams): string {
  const value = (name: string) => String(params[name] ?? "");
  const shown = template.includes("[")
    ? template.replace(/\[([^\]]*)\]/g, (_, part: string) =>
        [...part.matchAll(/\{(\w+)\}/g)].some(([, name = ""]) => value(name) === "") ? "" : part,
      )
    : template;
  if (!shown.includes("{")) return shown;
  return shown.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, name: string, one?: string, many?: string) =>
    one === undefined ? value(name) : value(name) === "1" ? one : (many ?? ""),
  );
}

/** What is said about a finding: its kind in a few words, what is wrong, and what to do next. */
export interface FindingText {
  readonly title: string;
  readonly message: string;
  readonly advice: string;
}

// Nobody reads more of a value than this in a sentence about it.
const longestParam = 200;
const readable = (value: string | number) =>
  typeof value === "string" && value.length > longestParam ? `${value.slice(0, longestParam - 1)}…` : value;

/**
 * What is said about a finding, long values ended with …. Its params hold `heading`, the heading as the user's sheet spells it (see `checkBook`); without it the field's
 * name stands in.
 * @throws RangeError for a finding of no known rule
 */
export function findingText(language: Language, { rule, params, field }: Finding): FindingText {
  const heading = params["heading"] ?? (field && fieldName(language, field, field)) ?? "";
  const { title, message, advice } = partsOf(language, rule);
  const all = Object.fromEntries(Object.entries({ ...params, heading }).map(([name, value]) => [name, readable(value)]));
  return { title, message: fill(message, all), advice: fill(advice, all) };
}

/**
 * The kind of a finding in a few words, for lists and summaries.
 * @throws RangeError for a rule that is not known
 */
export function ruleTitle(language: Language, rule: string): string {
  return partsOf(language, rule).title;
}

function partsOf(language: Language, rule: string): FindingText {
  const findings: Readonly<Record<string, string>> = catalogs[language].findings;
  const text = findings[rule];
  if (text === undefined) throw new RangeError(`no words for the rule ${rule}`);
  const [title = "", rest = ""] = text.split(" | ");
  const [message = "", advice = ""] = rest.split(" → ");
  return { title, message, advice };
}

/** The name of a gravity: 错误, 警告, 提示. */
export function severityName(language: Language, severity: Severity): string {
  return catalogs[language].severities[severity];
}

/** What is said when the world refused: one sentence with the reason, where there is one, and the next step. */
export function errorText(language: Language, { code, detail, reason }: Refusal): string {
  return fill(catalogs[language].errors[code], { detail, why: reason ? reasonText(language, reason) : "" });
}

/** What is said of a reason, within a sentence. */
export function reasonText(language: Language, { why, ...about }: Reason): string {
  return fill(catalogs[language].reasons[why], about);
}

/** Why a file that a school returned stays out. */
export interface FileRefusal {
  readonly code: FileRefusalCode;
  /** The school that the file says it is from. */
  readonly claimed?: string;
  /** The school whose rows it holds. */
  readonly content?: string;
}

/** What is said about a returned file that stays out: one sentence with the next step. */
export function fileRefusalText(language: Language, { code, ...schools }: FileRefusal): string {
  return fill(catalogs[language].refusals[code], schools);
}

/** The name of a field in the language; the given heading where headings are in that language. */
export function fieldName(language: Language, field: FieldId, heading: string): string {
  const catalog: Catalog = catalogs[language];
  return catalog.fields?.[field] ?? heading;
}
