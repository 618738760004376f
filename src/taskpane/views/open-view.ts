// Opening a workbook from the disk, with its password where it has one.
import { html, nothing, type TemplateResult } from "lit";
import { dropZone } from "./drop-zone";
import { sampleOffer } from "./no-list-view";
import type { Scene } from "../shell/pane-state";
import { passwordForm } from "./password-form";

/** The first view of the page without Excel. */
export function openView(scene: Scene, passwordFor: string | undefined): TemplateResult {
  const { say, controls } = scene;
  return html`
    <h1 class="season-title ms-fontSize-20 ms-fontWeight-semibold" tabindex="-1">${say("open.title")}</h1>
    ${
      passwordFor === undefined
        ? html`<p class="lead">${say("open.lead")}</p>
            ${dropZone({
              text: say("open.drop"),
              or: say("open.or"),
              choose: say("open.choose"),
              kinds: say("open.kinds"),
              isMultiple: false,
              take: controls.openFiles,
            })}
            ${sampleOffer(scene)} ${oneFileOffer(scene)}`
        : passwordForm(scene, {
            text: say("open.password", { file: passwordFor }),
            answer: controls.openWithPassword,
            below: html`<fluent-button class="wide" type="button" appearance="outline" @click=${controls.openOther}>
              ${say("open.other")}
            </fluent-button>`,
          })
    }
  `;
}

// Saved like any file; the browser gives it the name that people look for.
function oneFileOffer({ say, oneFile }: Scene): TemplateResult | typeof nothing {
  if (oneFile === undefined) return nothing;
  return html`<p class="fine ms-fontSize-12">
    ${say("open.alone")} <a href=${oneFile} download=${say("open.alone.name")} data-do="one-file">${say("open.alone.get")}</a>
  </p>`;
}
