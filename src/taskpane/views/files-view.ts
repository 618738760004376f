// Files: the names of those that come or came, and the button that saves them.
import { html, nothing, type TemplateResult } from "lit";
import type { Outcome } from "../engine/engine";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { savingName } from "../jobs/saving-name";
import { counted } from "../shell/say-things";

const listed = 4;

/**
 * The first names; the rest fold away.
 * @param open what a button beside each name does
 */
export function fileNames({ say }: Scene, names: readonly string[], open?: (name: string) => void): TemplateResult {
  const line = (name: string) =>
    html`<li class="line file-line">
      ${icon("file")}<span class="line-name">${name}</span>
      ${
        open
          ? html`<fluent-button data-do="open" aria-label=${say("files.open.one", { name })} @click=${() => open(name)}>
              ${say("files.open")}
            </fluent-button>`
          : nothing
      }
    </li>`;
  const more = names.slice(listed);
  return html`
    <ul class="lines">
      ${names.slice(0, listed).map(line)}
    </ul>
    ${
      more.length === 0
        ? nothing
        : html`<details class="more">
            <summary>${say("plan.files.more", { count: counted(more.length) })}</summary>
            <ul class="lines">
              ${more.map(line)}
            </ul>
          </details>`
    }
  `;
}

/** What there is to save after a button has done its work. */
export function filesView(scene: Scene, outcome: Outcome): TemplateResult | typeof nothing {
  const { say, canSave, canOpen, controls } = scene;
  const { saving, files, isUnsaved, result } = outcome;
  if (!saving && !isUnsaved) return nothing;
  // One button is the next step; after a check that is the one that leads to the findings.
  const isSecond = saving !== undefined || (result.action === "check" && outcome.findings.length > 0);
  return html`
    <section class="card files">
      <h2 class="card-title">${say("files.title")}</h2>
      ${
        isUnsaved
          ? html`<fluent-button class="wide" appearance=${isSecond ? "outline" : "accent"} data-do="save-copy" @click=${controls.saveCopy}>
                ${icon("save", "start")}${say("done.save")}
              </fluent-button>
              <p class="fine ms-fontSize-12">${say("done.tabs.file")}</p>`
          : nothing
      }
      ${
        saving
          ? html`${
              canSave
                ? html`<fluent-button class="wide save-files" appearance="accent" data-do="save-files" @click=${controls.saveFiles}>
                    ${icon("save", "start")}${say("files.save", { name: say("plan.files.count", { count: counted(files.length) }) })}
                  </fluent-button>`
                : html`<p class="fact">${say(canOpen ? "files.open.lead" : "files.cannot")}</p>
                    <a class="page-link" href="without-excel.html" target="_blank" rel="noopener">${say("blocked.page")}</a>`
            }
            ${canSave ? html`<p class="fine ms-fontSize-12">${savingName(outcome, say)}</p>` : nothing}
            ${files.some((name) => name.includes("/")) ? html`<p class="fine ms-fontSize-12">${say("files.centre")}</p>` : nothing}
            ${fileNames(scene, files, canOpen ? controls.openMade : undefined)}`
          : nothing
      }
    </section>
  `;
}
