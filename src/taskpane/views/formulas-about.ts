// The user's formulas about tabs that a plan replaces: they stay, or they cannot be put back and why.
import { html, nothing, type TemplateResult } from "lit";
import type { FormulaAbout } from "../../excel/user-formulas";
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
  const kept = formulas.filter(({ isLocked }) => !isLocked);
  const locked = formulas.filter(({ isLocked }) => isLocked);
  return html`
    ${kept.length === 0 ? nothing : html`<p class="fact" data-formulas="kept">${say("plan.formulas.kept", { places: places(kept) })}</p>`}
    ${
      locked.length === 0
        ? nothing
        : html`<p class="fact warn" data-formulas="locked">${icon("warning")}${say("plan.formulas.locked", { places: places(locked) })}</p>`
    }
  `;
}
