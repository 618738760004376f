// What stood in the way, in one sentence with the next step.
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../shell/icons";
import type { Scene, View } from "../shell/pane-state";
import { viewHead } from "../shell/view-head";

/** A refusal of the world, or our own failure. */
export function problemView(scene: Scene, { text }: Extract<View, { readonly kind: "problem" }>): TemplateResult {
  const { say, controls, isFile } = scene;
  const back = isFile ? controls.openOther : controls.home;
  return html`
    ${viewHead(scene, say("problem.title"), back)}
    <section class="card problem" role="alert">
      ${icon("warning")}
      <p>${text}</p>
    </section>
    <div class="bar">
      <fluent-button class="wide" appearance="accent" @click=${controls.retry}>${say("problem.retry")}</fluent-button>
      ${isFile ? html`<fluent-button class="wide" appearance="outline" @click=${controls.openOther}>${say("open.other")}</fluent-button>` : nothing}
    </div>
  `;
}
