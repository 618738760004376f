// Opening a workbook from the disk, with its password where it has one.
import { html, type TemplateResult } from "lit";
import { dropZone } from "./drop-zone";
import { icon } from "./icons";
import type { Scene } from "./pane-state";

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
            })}`
        : passwordForm(scene, passwordFor)
    }
  `;
}

function passwordForm({ say, controls }: Scene, file: string): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLElement).closest("form")?.querySelector("fluent-text-field");
    controls.openWithPassword((field as HTMLInputElement | null)?.value ?? "");
  };
  return html`
    <form class="card" @submit=${submit}>
      <p class="fact">${icon("lock")}${say("open.password", { file })}</p>
      <fluent-text-field class="wide" type="password" autocomplete="off">${say("open.password.label")}</fluent-text-field>
      <fluent-button class="wide" type="submit" appearance="accent">${say("open.password.go")}</fluent-button>
      <fluent-button class="wide" type="button" appearance="outline" @click=${controls.openOther}>${say("open.other")}</fluent-button>
    </form>
  `;
}
