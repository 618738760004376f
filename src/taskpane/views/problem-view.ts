// What stood in the way, in one sentence with the next step.
import { html, nothing, type TemplateResult } from "lit";
import { buttonLabel } from "../shell/buttons";
import { icon } from "../shell/icons";
import type { Scene, View } from "../shell/pane-state";
import { viewHead } from "../shell/view-head";

/** A refusal of the world, or our own failure. */
export function problemView(scene: Scene, { text, isOpening, lacksSchools }: Extract<View, { readonly kind: "problem" }>): TemplateResult {
  const { say, language, controls } = scene;
  const back = isOpening ? controls.openOther : controls.home;
  return html`
    ${viewHead(scene, say("problem.title"), back)}
    <section class="card problem" role="alert">
      ${icon("warning")}
      <p>${text}</p>
    </section>
    <div class="bar">
      ${
        lacksSchools
          ? html`<fluent-button class="wide" appearance="accent" data-do="forms" @click=${() => controls.choose("forms")}>
              ${buttonLabel(language, "forms")}
            </fluent-button>`
          : nothing
      }
      ${
        isOpening
          ? html`<fluent-button class="wide" appearance="accent" data-do="other" @click=${controls.openOther}
              >${say("open.other")}</fluent-button
            >`
          : html`<fluent-button class="wide" appearance="outline" data-do="home" @click=${controls.home}>${say("app.home")}</fluent-button>`
      }
      <fluent-button class="wide" appearance=${isOpening || lacksSchools ? "outline" : "accent"} data-do="retry" @click=${controls.retry}
        >${say("problem.retry")}</fluent-button
      >
    </div>
  `;
}
