// Choosing what the schools returned, before its plan is made.
import { html, nothing, type TemplateResult } from "lit";
import { buttonLabel } from "./buttons";
import { dropZone } from "./drop-zone";
import { icon } from "./icons";
import type { Scene } from "./pane-state";
import { counted } from "./say-things";
import { viewHead } from "./view-head";

/** The returned files so far, and room for more. */
export function collectView(scene: Scene): TemplateResult {
  const { say, language, controls, choices } = scene;
  const { incoming } = choices;
  return html`
    ${viewHead(scene, buttonLabel(language, "collect"))}
    <p class="lead">${say("collect.lead")}</p>
    ${dropZone({
      text: say("collect.drop"),
      or: say("open.or"),
      choose: say("collect.choose"),
      isMultiple: true,
      take: controls.addReturned,
    })}
    ${
      incoming.length === 0
        ? nothing
        : html`<section class="card">
            <h3 class="card-title">${say("collect.files", { count: counted(incoming.length) })}</h3>
            <ul class="lines">
              ${incoming.map(
                ({ name }) =>
                  html`<li class="line file-line">
                    ${icon("file")}<span class="line-name">${name}</span>
                    <fluent-button
                      class="remove"
                      appearance="stealth"
                      aria-label=${say("collect.remove", { file: name })}
                      @click=${() => controls.removeReturned(name)}
                    >
                      ${icon("cross")}
                    </fluent-button>
                  </li>`,
              )}
            </ul>
          </section>`
    }
    <div class="bar">
      <fluent-button class="wide" appearance="accent" data-do="plan" ?disabled=${incoming.length === 0} @click=${controls.planCollect}>
        ${say("collect.next")}
      </fluent-button>
    </div>
  `;
}
