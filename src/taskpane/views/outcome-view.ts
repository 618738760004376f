// What a button has done: the sums that were proven, the tabs, what was found, and the files to save.
import { html, nothing, type TemplateResult } from "lit";
import { buttonLabel } from "../shell/buttons";
import type { Outcome } from "../engine/engine";
import { filesView } from "./files-view";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { resultView } from "./result-views";
import { counted } from "../shell/say-things";
import { viewHead } from "../shell/view-head";

/** The outcome of a button. */
export function outcomeView(scene: Scene, outcome: Outcome): TemplateResult {
  const { say, language, controls } = scene;
  const { action, result, tabs } = outcome;
  return html`
    ${viewHead(scene, say("done.title", { what: buttonLabel(language, action) }))} ${resultView(scene, outcome)}
    ${result.action === "check" ? findingsCard(scene, outcome) : nothing} ${filesView(scene, outcome)}
    ${
      tabs.length === 0
        ? nothing
        : html`<section class="card">
            <h3 class="card-title">${say("done.tabs")}</h3>
            <p class="names">${tabs.map((name) => html`<span class="chip chip-good">${name}</span>`)}</p>
          </section>`
    }
    <div class="bar">
      ${
        result.action === "rollup"
          ? html`<fluent-button class="wide" appearance="outline" data-do="explain" @click=${controls.explainSelected}>
              ${say("explain.title")}
            </fluent-button>`
          : nothing
      }
      <fluent-button class="wide" appearance="outline" data-do="home" @click=${controls.home}>${say("app.home")}</fluent-button>
    </div>
  `;
}

function findingsCard({ say, controls, canClearMarks }: Scene, { overview, findings }: Outcome): TemplateResult {
  const { error, warning, info } = overview.counts;
  const all = error + warning + info;
  if (all === 0)
    return html`<section class="card proof">
      ${icon("tick")}
      <p>${say("done.findings.none")}</p>
    </section>`;
  return html`
    <section class="card">
      <h3 class="card-title">${say("findings.title")}</h3>
      <p class="fact">${say("findings.counts", { errors: counted(error), warnings: counted(warning), infos: counted(info) })}</p>
      ${overview.held === 0 ? nothing : html`<p class="fine">${say("season.held", { held: counted(overview.held) })}</p>`}
      <fluent-button class="wide" appearance="accent" data-do="findings" ?disabled=${findings.length === 0} @click=${controls.showFindings}>
        ${say("done.findings", { count: counted(all) })}
      </fluent-button>
      ${
        canClearMarks
          ? html`<fluent-button class="wide" appearance="stealth" @click=${controls.clearMarks}>${say("done.marks.clear")}</fluent-button>`
          : nothing
      }
    </section>
  `;
}
