// The list in one line, with what speaks for it and against it.
import { html, nothing, type TemplateResult } from "lit";
import type { Overview } from "../engine/overview";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { counted, money } from "../shell/say-things";

/** Persons, contracts and the sum due. */
export function listLine({ say }: Scene, { totals }: Overview): string {
  return say("season.list", { persons: counted(totals.persons), contracts: counted(totals.contracts), due: money(totals.due) });
}

/** Whether the list agrees with the control totals, and how many are held back. */
export function listChips({ say }: Scene, { control, held }: Overview): TemplateResult | typeof nothing {
  const differs = control.some(({ ok }) => !ok);
  if (control.length === 0 && held === 0) return nothing;
  return html`<p class="chips">
    ${
      control.length === 0
        ? nothing
        : html`<span class="chip ${differs ? "chip-warning" : "chip-good"}">
            ${icon(differs ? "warning" : "tick")}${say(differs ? "season.control.differs" : "season.control.ok")}
          </span>`
    }
    ${held === 0 ? nothing : html`<span class="chip chip-warning">${icon("warning")}${say("season.held", { held: counted(held) })}</span>`}
  </p>`;
}
