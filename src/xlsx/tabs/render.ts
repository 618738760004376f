// One tab of ours as hucre wants it described: everything but the cells, which `sheet-data` writes.
import type { ConditionalRule, DataValidation, WriteSheet } from "hucre/xlsx";
import { yuanText } from "../../domain/values/money";
import { type Area, areaAddress } from "../../sheets/grid";
import { type Highlight, type PageSpec, type Validation } from "../../sheets/writing/spec";
import { type FileRule, type FileSheet } from "../../sheets/writing/tab-layout/cell-style";
import { cleanText } from "./clean-text";
import { type DaySerial } from "./day-serial";
import { listSource } from "../../sheets/writing/tab-layout/list-tabs";
import { renderChart } from "./render-chart";

/** What the rules of a tab need to know of its book. */
export interface RuleContext {
  readonly daySerial: DaySerial;
  /** The name of the tab that holds a tab's long lists. */
  readonly listSheet: (tab: string) => string;
}

/** The description of a tab under its name in the book. */
export function renderSheet(spec: FileSheet, name: string, context: RuleContext): WriteSheet {
  const { freeze, page, highlights = [], validations = [], merges = [] } = spec;
  const isFrozen = freeze !== undefined && (freeze.rows > 0 || freeze.columns > 0);
  return {
    name,
    columns: spec.columns.map(({ width, hidden }) => ({ width, ...(hidden ? { hidden } : {}) })),
    rows: [],
    merges: merges.map(({ top, left, bottom, right }) => ({ startRow: top, startCol: left, endRow: bottom, endCol: right })),
    dataValidations: [
      ...validations.map((validation) => renderValidation(validation, spec, context)),
      ...(spec.rules ?? []).map(renderFileRule),
    ],
    conditionalRules: highlights.map(renderHighlight),
    charts: (spec.charts ?? []).map((chart) => renderChart(chart)),
    ...(isFrozen ? { freezePane: freeze } : {}),
    ...(spec.filter ? { autoFilter: { range: areaAddress(spec.filter) } } : {}),
    ...(spec.isProtected ? { protection: { sheet: true, autoFilter: true, sort: true, formatColumns: true, formatRows: true } } : {}),
    ...(spec.tabColor ? { view: { tabColor: { rgb: spec.tabColor } } } : {}),
    ...(page ? renderPage(page) : {}),
  };
}

function renderValidation(validation: Validation, spec: FileSheet, context: RuleContext): DataValidation {
  const { area, prompt, error } = validation;
  return {
    range: areaAddress(area),
    ...renderRule(validation.rule, spec, context),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: cleanText(error.title),
    errorMessage: cleanText(error.message),
    ...(prompt ? { showInputMessage: true, inputTitle: cleanText(prompt.title), inputMessage: cleanText(prompt.message) } : {}),
  };
}

function renderFileRule({ areas, type, operator, formulas, allowBlank, prompt, error }: FileRule): DataValidation {
  const [formula1, formula2] = formulas;
  return {
    range: areas.map(areaAddress).join(" "),
    type,
    allowBlank,
    ...(operator === undefined ? {} : { operator: operator as NonNullable<DataValidation["operator"]> }),
    ...(formula1 === undefined ? {} : { formula1 }),
    ...(formula2 === undefined ? {} : { formula2 }),
    ...(error
      ? {
          showErrorMessage: true,
          errorStyle: error.style,
          errorTitle: cleanText(error.title),
          errorMessage: cleanText(error.message),
        }
      : {}),
    ...(prompt ? { showInputMessage: true, inputTitle: cleanText(prompt.title), inputMessage: cleanText(prompt.message) } : {}),
  };
}

type Rule = Pick<DataValidation, "type" | "operator" | "values" | "formula1" | "formula2">;

function renderRule(rule: Validation["rule"], spec: FileSheet, { daySerial, listSheet }: RuleContext): Rule {
  switch (rule.kind) {
    case "list":
      return { type: "list", ...listSource(rule, spec, listSheet(spec.tab)) };
    case "day":
      return between("date", String(daySerial(rule.from)), String(daySerial(rule.to)));
    case "amount":
      return between("decimal", yuanText(rule.from), yuanText(rule.to));
    case "whole":
      return between("whole", String(rule.from), String(rule.to));
    case "length":
      return { type: "textLength", operator: "lessThanOrEqual", formula1: String(rule.to) };
  }
}

function between(type: "date" | "decimal" | "whole", from: string, to: string): Rule {
  return { type, operator: "between", formula1: from, formula2: to };
}

// Excel takes the fill of a conditional format from the background colour, other programs from the foreground.
function renderHighlight(highlight: Highlight & { readonly also?: readonly Area[] }, index: number): ConditionalRule {
  const range = [highlight.area, ...(highlight.also ?? [])].map(areaAddress).join(" ");
  const priority = index + 1;
  if ("bar" in highlight) {
    const bar = { cfvo: [{ type: "num" as const, value: "0" }, { type: "max" as const }], color: `FF${highlight.bar}` };
    return { type: "dataBar", priority, range, dataBar: bar };
  }
  const color = { rgb: highlight.fill };
  const fill = { type: "pattern", pattern: "solid", fgColor: color, bgColor: color } as const;
  const font = highlight.fontColor ? { font: { color: { rgb: highlight.fontColor } } } : {};
  return { type: "expression", priority, range, formula: highlight.formula, style: { fill, ...font } };
}

// Print areas and repeated rows are defined names: hucre writes them without the quotes that most of our names need.
function renderPage(page: PageSpec): Pick<WriteSheet, "pageSetup" | "headerFooter" | "rowBreaks"> {
  const pageSetup: NonNullable<WriteSheet["pageSetup"]> = {
    paperSize: "a4",
    orientation: page.orientation,
    margins: page.margins,
    ...(page.fitWidth ? { fitToPage: true, fitToWidth: Number(page.fitWidth), fitToHeight: 0 } : {}),
    ...(page.scale === undefined ? {} : { scale: page.scale }),
    ...(page.center ? { horizontalCentered: true } : {}),
  };
  const headerFooter = {
    ...(page.header === undefined ? {} : { oddHeader: cleanText(page.header) }),
    ...(page.footer === undefined ? {} : { oddFooter: cleanText(page.footer) }),
  };
  return { pageSetup, headerFooter, rowBreaks: [...(page.breaksAfter ?? [])] };
}
