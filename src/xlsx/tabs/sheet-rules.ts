// The rules of a tab as XML: what may be typed into its cells, and what colours them.
import { yuanText } from "../../domain/values/money";
import { type Area, areaAddress } from "../../sheets/grid";
import { type Highlight, type Validation } from "../../sheets/writing/spec";
import { type FileRule, type FileSheet } from "../../sheets/writing/tab-layout/cell-style";
import { listSource } from "../../sheets/writing/tab-layout/list-tabs";
import { cleanText, escapeAttribute, escapeText } from "./clean-text";
import { type DaySerial } from "./day-serial";

/** What the rules of a tab need to know of its book. */
export interface RuleContext {
  readonly daySerial: DaySerial;
  /** The name of the tab that holds a tab's long lists. */
  readonly listSheet: (tab: string) => string;
  /** The number that the book gives to the look of a conditional format, a `<dxf>` element. */
  readonly highlightId: (dxf: string) => number;
}

/** What is checked when somebody types: a kind, how it compares, with what. */
interface Rule {
  readonly type: string;
  readonly operator?: string | undefined;
  readonly formulas: readonly string[];
}

/** The conditional formats of a tab, each with its own priority. */
export function highlightsXml({ highlights = [] }: FileSheet, { highlightId }: RuleContext): string {
  return highlights.map((highlight, index) => highlightXml(highlight, index + 1, highlightId)).join("");
}

// Excel takes the fill of a conditional format from the background colour, other programs from the foreground.
function highlightXml(
  highlight: Highlight & { readonly also?: readonly Area[] },
  priority: number,
  highlightId: RuleContext["highlightId"],
): string {
  const areas = [highlight.area, ...(highlight.also ?? [])].map(areaAddress).join(" ");
  const format = (rule: string): string => `<conditionalFormatting sqref="${areas}">${rule}</conditionalFormatting>`;
  if ("bar" in highlight) {
    const bar = `<cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FF${highlight.bar}"/>`;
    return format(`<cfRule type="dataBar" priority="${priority}"><dataBar>${bar}</dataBar></cfRule>`);
  }
  const { fill, fontColor, formula } = highlight;
  const colors = `<fgColor rgb="FF${fill}"/><bgColor rgb="FF${fill}"/>`;
  const font = fontColor ? `<font><color rgb="FF${fontColor}"/></font>` : "";
  const id = highlightId(`<dxf>${font}<fill><patternFill patternType="solid">${colors}</patternFill></fill></dxf>`);
  return format(`<cfRule type="expression" priority="${priority}" dxfId="${id}"><formula>${escapeText(formula)}</formula></cfRule>`);
}

/** What may be typed into the cells of a tab. */
export function validationsXml(spec: FileSheet, context: RuleContext): string {
  const all = [
    ...(spec.validations ?? []).map((validation) => ownRule(validation, spec, context)),
    ...(spec.rules ?? []).map(({ areas, formulas, ...rule }) => ruleXml(areas, { ...rule, formulas }, rule)),
  ];
  return all.length === 0 ? "" : `<dataValidations count="${all.length}">${all.join("")}</dataValidations>`;
}

function ownRule({ area, rule, prompt, error }: Validation, spec: FileSheet, context: RuleContext): string {
  return ruleXml([area], ruleOf(rule, spec, context), { allowBlank: true, prompt, error: { ...error, style: "stop" } });
}

function ruleOf(rule: Validation["rule"], spec: FileSheet, { daySerial, listSheet }: RuleContext): Rule {
  switch (rule.kind) {
    case "list": {
      const source = listSource(rule, spec, listSheet(spec.tab));
      return { type: "list", formulas: ["values" in source ? `"${source.values.join(",")}"` : source.formula1] };
    }
    case "day":
      return between("date", String(daySerial(rule.from)), String(daySerial(rule.to)));
    case "amount":
      return between("decimal", yuanText(rule.from), yuanText(rule.to));
    case "whole":
      return between("whole", String(rule.from), String(rule.to));
    case "length":
      return { type: "textLength", operator: "lessThanOrEqual", formulas: [String(rule.to)] };
  }
}

function between(type: "date" | "decimal" | "whole", from: string, to: string): Rule {
  return { type, operator: "between", formulas: [from, to] };
}

function ruleXml(
  areas: readonly Area[],
  { type, operator, formulas }: Rule,
  said: { readonly allowBlank: boolean; readonly prompt?: FileRule["prompt"]; readonly error?: FileRule["error"] | undefined },
): string {
  const { allowBlank, prompt, error } = said;
  const attribute = (name: string, text: string): string => ` ${name}="${escapeAttribute(cleanText(text))}"`;
  const attributes = [
    `type="${type}" sqref="${areas.map(areaAddress).join(" ")}"`,
    operator === undefined ? "" : ` operator="${operator}"`,
    allowBlank ? ' allowBlank="1"' : "",
    prompt ? ' showInputMessage="1"' : "",
    error ? ` showErrorMessage="1" errorStyle="${error.style}"` : "",
    prompt ? attribute("promptTitle", prompt.title) + attribute("prompt", prompt.message) : "",
    error ? attribute("errorTitle", error.title) + attribute("error", error.message) : "",
  ];
  const limits = formulas.map((formula, index) => `<formula${index + 1}>${escapeText(formula)}</formula${index + 1}>`);
  return `<dataValidation ${attributes.join("")}>${limits.join("")}</dataValidation>`;
}
