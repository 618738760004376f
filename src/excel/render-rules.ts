// What may be typed into a tab, and the colours and bars that follow its values.
import { type Highlight, type SheetSpec, type Validation } from "../sheets/writing/spec";
import { listSource } from "../sheets/writing/tab-layout/list-tabs";
import { shortAddress } from "./chunks";
import { step, type Step } from "./step";

/** Rules for typing; long lists stand on a hidden tab of this name. */
export function validationSteps(spec: SheetSpec, listSheet: string): readonly Step[] {
  return (spec.validations ?? []).map((validation) => {
    const { area, error, prompt } = validation;
    const rule = ruleOf(validation.rule, spec, listSheet);
    return step(
      6,
      (sheet) => {
        const { dataValidation } = sheet.getRange(shortAddress(area));
        dataValidation.rule = rule;
        dataValidation.errorAlert = { ...error, showAlert: true, style: "Stop" };
        if (prompt) dataValidation.prompt = { ...prompt, showPrompt: true };
      },
      2000,
    );
  });
}

function ruleOf(rule: Validation["rule"], spec: SheetSpec, listSheet: string): Excel.DataValidationRule {
  switch (rule.kind) {
    case "list": {
      const source = listSource(rule, spec, listSheet);
      return { list: { inCellDropDown: true, source: "values" in source ? source.values.join(",") : `=${source.formula1}` } };
    }
    case "day":
      return { date: { operator: "Between", formula1: rule.from, formula2: rule.to } };
    case "amount":
      return { decimal: { operator: "Between", formula1: rule.from / 100, formula2: rule.to / 100 } };
    case "whole":
      return { wholeNumber: { operator: "Between", formula1: rule.from, formula2: rule.to } };
    case "length":
      return { textLength: { operator: "LessThanOrEqualTo", formula1: rule.to } };
  }
}

/** Conditional formats. Excel puts each new one before the others, so the last is drawn first. */
export function highlightSteps({ highlights = [] }: SheetSpec): readonly Step[] {
  return [...highlights].reverse().map((highlight) =>
    step(8, (sheet) => {
      drawHighlight(sheet.getRange(shortAddress(highlight.area)).conditionalFormats, highlight);
    }),
  );
}

function drawHighlight(formats: Excel.ConditionalFormatCollection, highlight: Highlight): void {
  if ("bar" in highlight) {
    const { dataBar } = formats.add("DataBar");
    dataBar.positiveFormat.fillColor = `#${highlight.bar}`;
    dataBar.lowerBoundRule = { type: "Number", formula: "0" };
    dataBar.upperBoundRule = { type: "HighestValue" };
    return;
  }
  const { custom } = formats.add("Custom");
  custom.rule.formula = `=${highlight.formula}`;
  custom.format.fill.color = `#${highlight.fill}`;
  if (highlight.fontColor !== undefined) custom.format.font.color = `#${highlight.fontColor}`;
}
