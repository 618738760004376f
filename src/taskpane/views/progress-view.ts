// Work going on: what is being done, how far it is, and a way to stop it.
import { html, nothing, type TemplateResult } from "lit";
import type { ActionId } from "../../actions/index";
import { buttonLabel } from "../shell/buttons";
import type { Running, Scene } from "../shell/pane-state";

/** Reading, with nothing to stop. */
export function busyView({ say }: Pick<Scene, "say">, text: string): TemplateResult {
  return html`
    <section class="busy" role="status">
      <fluent-progress-ring aria-label=${say("reading.title")}></fluent-progress-ring>
      <h1 class="ms-fontSize-16 ms-fontWeight-semibold" tabindex="-1">${say("reading.title")}</h1>
      <p class="fine">${text}</p>
    </section>
  `;
}

// The browser's own bar: Fluent's sets its width by an inline style, which the page's policy refuses.
/** A job that is running. */
export function progressView({ say, language, controls }: Scene, action: ActionId, running: Running): TemplateResult {
  const { done, total, isCancelling } = running;
  const text = isCancelling ? say("run.cancelling") : stepText(say, running);
  return html`
    <section class="busy">
      <h1 class="ms-fontSize-18 ms-fontWeight-semibold" tabindex="-1">${buttonLabel(language, action)}</h1>
      <progress class="progress" aria-label=${text} max=${total > 0 ? total : nothing} value=${total > 0 ? done : nothing}></progress>
      <p class="fine" role="status">${text}</p>
      <fluent-button appearance="outline" data-do="cancel" ?disabled=${isCancelling} @click=${controls.cancel}
        >${say("run.cancel")}</fluent-button
      >
    </section>
  `;
}

function stepText(say: Scene["say"], { stage, done, total }: Running): string {
  return stage === "files" ? say("run.files", { done, total }) : say(`run.${stage}`);
}
