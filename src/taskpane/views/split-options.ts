// What may be chosen for a split: the version of the lists, whom it leaves out, passwords, and tabs.
import { html, nothing, type TemplateResult } from "lit";
import type { Result } from "../../actions/perform";
import type { Scene } from "../shell/pane-state";

const highestVersion = 99;

/** The choices with the version that the plan was made for. */
export function splitOptions(scene: Scene, { version, lastVersion }: Extract<Result, { readonly action: "split" }>): TemplateResult {
  const { say, canSave } = scene;
  return html`<section class="card options">
    ${versionChoice(scene, version)}
    ${lastVersion === 0 ? nothing : html`<p class="fine ms-fontSize-12">${say("plan.version.last", { last: lastVersion, next: lastVersion + 1 })}</p>`}
    ${canSave ? checkbox(scene, "encrypt", say("plan.encrypt")) : nothing} ${checkbox(scene, "tabs", say("plan.each"))}
    ${version > 1 ? checkbox(scene, "leavesOut", say("plan.leave-out")) : nothing}
  </section>`;
}

function versionChoice({ say, controls }: Scene, version: number): TemplateResult {
  const change = ({ target }: Event) => {
    const field = target as HTMLInputElement;
    const chosen = Number(field.value);
    if (Number.isInteger(chosen) && chosen >= 1 && chosen <= highestVersion) controls.setChoices({ version: chosen });
    else field.value = String(version);
  };
  return html`
    <label class="setting">
      <span>${say("plan.version")}</span>
      <input type="number" min="1" max=${highestVersion} data-choice="version" .value=${String(version)} @change=${change} />
    </label>
  `;
}

function checkbox({ choices, controls }: Scene, choice: "encrypt" | "tabs" | "leavesOut", text: string): TemplateResult {
  const change = ({ currentTarget }: Event) => {
    const { checked } = currentTarget as HTMLInputElement;
    if (checked !== choices[choice]) controls.setChoices({ [choice]: checked });
  };
  return html`<fluent-checkbox data-choice=${choice} .checked=${choices[choice]} @change=${change}>${text}</fluent-checkbox>`;
}
