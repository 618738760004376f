// The user's formulas about tabs that a plan replaces or takes away: they stay, or they are lost and what helps.
import { html, nothing, type TemplateResult } from "lit";
import type { FormulaAbout, FormulaFate } from "../../sheets/reading/formulas-about";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { counted, listed } from "../shell/say-things";

/** So many are named. */
const mostNamed = 3;

/** What is said of the formulas; nothing where there are none. */
export function formulasAbout({ say, formulas }: Scene): TemplateResult {
  const places = (found: readonly FormulaAbout[]): string => {
    const named = found.slice(0, mostNamed).map(({ sheet, cell }) => say("plan.formulas.place", { sheet, cell }));
    const rest = found.length - named.length;
    return `${listed(say, named)}${rest === 0 ? "" : say("plan.formulas.rest", { count: counted(rest) })}`;
  };
  const line = (fate: FormulaFate): TemplateResult | typeof nothing => {
    const found = formulas.filter((one) => one.fate === fate);
    if (found.length === 0) return nothing;
    const isWell = fate === "kept";
    return html`<p class=${isWell ? "fact" : "fact warn"} data-formulas=${fate}>
      ${isWell ? nothing : icon("warning")}${say(`plan.formulas.${fate}`, { places: places(found) })}
    </p>`;
  };
  return html`${line("kept")} ${line("locked")} ${line("lost")}`;
}
