// Before an undoing: what may be taken back, the whole last run or one file that a run merged, and what becomes of each tab.
import { html, nothing, type TemplateResult } from "lit";
import type { Result } from "../../actions/perform";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { formulasAbout } from "./formulas-about";
import { listed } from "../shell/say-things";

type Undone = Extract<Result, { readonly action: "undo" }>;

// Runs that hand files out besides.
const makesFiles: ReadonlySet<string> = new Set(["split", "notices", "statements", "feedback", "report"]);

/** The choice; nothing where no file can be taken back alone. */
export function undoOptions({ say, choices, controls }: Scene, { files }: Undone): TemplateResult | typeof nothing {
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

/** What becomes of the tabs; nothing where nothing is taken back. */
export function undoTabs(scene: Scene, { undone, back, removed, stays }: Undone): TemplateResult | typeof nothing {
  const { say, isFile } = scene;
  if (!undone) return nothing;
  const lines = [
    ...back.map((name) => [name, say("plan.undo.back"), "chip-good"] as const),
    ...removed.map((name) => [name, say("plan.undo.gone"), ""] as const),
    ...stays.map((name) => [name, say("plan.undo.stays"), "chip-warning"] as const),
  ];
  return html`<section class="card">
    <h2 class="card-title">${say("plan.undo.tabs")}</h2>
    <ul class="lines">
      ${lines.map(
        ([name, fate, kind]) =>
          html`<li class="line">
            <span class="line-name">${name}</span>
            <span class="chip ${kind}">${fate}</span>
          </li>`,
      )}
    </ul>
    ${stays.length === 0 ? nothing : html`<p class="fact warn">${icon("warning")}${say("plan.undo.stays.why", { tabs: listed(say, stays) })}</p>`}
    ${formulasAbout(scene)}
    ${undone.command === "check" && !isFile ? html`<p class="fine ms-fontSize-12">${say("plan.undo.marks")}</p>` : nothing}
    ${makesFiles.has(undone.command) ? html`<p class="fine ms-fontSize-12">${say("plan.undo.files")}</p>` : nothing}
  </section>`;
}
