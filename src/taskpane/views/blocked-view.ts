// What the page says when there is no Excel to work with: why, what helps, and the page that needs none.
import { html, render } from "lit";
import type { Language } from "../../i18n/index";
import { paneVoice } from "../../i18n/pane";
import { icon } from "../shell/icons";

/** Says it in place of the pane. */
export function sayBlocked(root: HTMLElement, text: string, language: Language): void {
  const say = paneVoice(language);
  root.replaceChildren();
  render(
    html`
      <main class="body">
        <h1 class="season-title ms-fontSize-20 ms-fontWeight-semibold">${say("blocked.title")}</h1>
        <section class="card problem" role="alert">
          ${icon("warning")}
          <p>${text}</p>
        </section>
        <div class="bar">
          <fluent-button class="wide" appearance="accent" data-do="reload" @click=${() => location.reload()}
            >${say("app.reload")}</fluent-button
          >
          <a class="page-link" href="without-excel.html" target="_blank" rel="noopener">${say("blocked.page")}</a>
        </div>
      </main>
    `,
    root,
  );
}
