// Choosing what the schools returned, with the passwords that some of it needs, before the plan is made.
import { html, nothing, type TemplateResult } from "lit";
import { buttonLabel } from "../shell/buttons";
import { acceptedReturns } from "../jobs/handed-files";
import { dropZone } from "./drop-zone";
import type { ReturnedFile } from "../engine/request";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { passwordForm } from "./password-form";
import { counted } from "../shell/say-things";
import { viewHead } from "../shell/view-head";

/** The returned files so far, and room for more. */
export function collectView(scene: Scene, { isOpening }: { readonly isOpening: boolean }): TemplateResult {
  const { say, language, controls, returned } = scene;
  const isReady = !isOpening && returned.some(({ isPasswordList }) => !isPasswordList);
  return html`
    ${viewHead(scene, buttonLabel(language, "collect"))}
    <p class="lead">${say("collect.lead")}</p>
    ${dropZone({
      text: say("collect.drop"),
      or: say("open.or"),
      choose: say("collect.choose"),
      isMultiple: true,
      accept: acceptedReturns,
      isSecond: isReady,
      take: controls.addReturned,
    })}
    ${isOpening ? html`<p class="fine lead" role="status">${say("collect.opening")}</p>` : passwordQuestion(scene)}
    ${
      returned.length === 0
        ? nothing
        : html`<section class="card">
            <h2 class="card-title">${say("collect.files", { count: counted(returned.length) })}</h2>
            <ul class="lines">
              ${returned.map((file) => fileLine(scene, file))}
            </ul>
          </section>`
    }
    <div class="bar">
      <fluent-button class="wide" appearance="accent" data-do="plan" ?disabled=${!isReady} @click=${controls.planCollect}>
        ${say("collect.next")}
      </fluent-button>
    </div>
  `;
}

function passwordQuestion(scene: Scene): TemplateResult | typeof nothing {
  const { say, controls, returned } = scene;
  const locked = returned.filter(({ isLocked }) => isLocked);
  if (locked.length === 0) return nothing;
  return passwordForm(scene, {
    text: say("collect.locked", { count: counted(locked.length) }),
    answer: controls.unlockReturned,
    below: html`<p class="fine ms-fontSize-12">${say("collect.locked.hint")}</p>`,
  });
}

function fileLine({ say, controls }: Scene, { name, isLocked, isPasswordList }: ReturnedFile): TemplateResult {
  return html`<li class="line file-line">
    ${icon(isLocked ? "lock" : "file")}<span class="line-name">${name}</span>
    ${isLocked ? html`<span class="chip chip-warning">${say("collect.file.locked")}</span>` : nothing}
    ${isPasswordList ? html`<span class="chip chip-good">${say("collect.file.passwords")}</span>` : nothing}
    <fluent-button
      class="remove"
      appearance="stealth"
      aria-label=${say("collect.remove", { file: name })}
      @click=${() => controls.removeReturned(name)}
    >
      ${icon("cross")}
    </fluent-button>
  </li>`;
}
