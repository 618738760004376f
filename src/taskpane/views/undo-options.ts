// What may be chosen for an undoing: the whole last run, or one file that a run merged.
import { html, nothing, type TemplateResult } from "lit";
import type { Result } from "../../actions/perform";
import type { Scene } from "../shell/pane-state";

/** The choice; nothing where no file can be taken back alone. */
export function undoOptions(
  { say, choices, controls }: Scene,
  { files }: Extract<Result, { readonly action: "undo" }>,
): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  const change = (event: Event) => controls.setChoices({ file: (event.currentTarget as HTMLSelectElement).value });
  return html`<section class="card options">
    <label class="setting">
      <span>${say("plan.undo.what")}</span>
      <select data-choice="file" .value=${choices.file} @change=${change}>
        <option value="" ?selected=${choices.file === ""}>${say("plan.undo.all")}</option>
        ${files.map((file) => html`<option value=${file} ?selected=${file === choices.file}>${file}</option>`)}
      </select>
    </label>
    ${choices.file === "" ? nothing : html`<p class="fine ms-fontSize-12">${say("plan.undo.others")}</p>`}
  </section>`;
}
