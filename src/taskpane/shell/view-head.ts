// The head of a view: the way back and what the view is called.
import { html, type TemplateResult } from "lit";
import { icon } from "./icons";
import type { Scene } from "./pane-state";

/** The title of a view with a button that leads back: to the season unless told otherwise. */
export function viewHead({ say, controls }: Scene, title: string, back: () => void = controls.home): TemplateResult {
  return html`
    <div class="view-head">
      <fluent-button class="back" appearance="stealth" aria-label=${say("app.back")} title=${say("app.back")} @click=${back}>
        ${icon("back")}
      </fluent-button>
      <h1 class="view-title ms-fontSize-18 ms-fontWeight-semibold" tabindex="-1">${title}</h1>
    </div>
  `;
}
