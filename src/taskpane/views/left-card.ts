// What a pane or an Excel that was closed in the middle of a writing has left in the book: said on the first page, with one button to tidy up.
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";

/** The card; nothing where nothing was left. */
export function leftCard({ say, left, controls }: Scene): TemplateResult | typeof nothing {
  if (left === undefined) return nothing;
  return html`<section class="card offer" data-left=${left}>
    <h2 class="card-title">${icon("warning")}${say("left.title")}</h2>
    <p class="fact">${say(`left.${left}`)}</p>
    ${
      left === "tidied"
        ? nothing
        : html`<fluent-button class="wide" appearance="outline" data-do="tidy" @click=${controls.tidy}>${say("left.tidy")}</fluent-button>`
    }
  </section>`;
}
