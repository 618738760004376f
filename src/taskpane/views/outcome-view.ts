// What a button has done: the sums that were proven, the tabs, what was found, and the files to save.
import { html, nothing, type TemplateResult } from "lit";
import { buttonLabel } from "../shell/buttons";
import type { Outcome } from "../engine/engine";
import { filesView } from "./files-view";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { resultView } from "./result-views";
import { isAllRight, settleCard } from "./settle-card";
import { counted } from "../shell/say-things";
import { viewHead } from "../shell/view-head";

// A split says it beside its proof; the others write nothing that depends on people or sums.
const asksNothing: ReadonlySet<Outcome["result"]["action"]> = new Set(["split", "calendar", "forms", "undo", "next-season"]);

/** The outcome of a button. */
export function outcomeView(scene: Scene, outcome: Outcome): TemplateResult {
  const { say, language, controls } = scene;
  const { action, result, tabs, hasWritten } = outcome;
  return html`
    ${viewHead(scene, say("done.title", { what: buttonLabel(language, action) }))} ${resultView(scene, outcome)}
    ${asksNothing.has(result.action) ? nothing : settleCard(scene, outcome, say("home.settle"))}
    ${result.action === "check" ? findingsCard(scene, outcome) : nothing} ${filesView(scene, outcome)}
    ${
      tabs.length === 0
        ? nothing
        : html`<section class="card">
            <h2 class="card-title">${say("done.tabs")}</h2>
            <p class="names">${tabs.map((name) => tabName(scene, name))}</p>
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
      ${
        !hasWritten || result.action === "undo"
          ? nothing
          : html`<fluent-button class="wide" appearance="stealth" data-do="undo" @click=${() => controls.choose("undo")}
              >${say("undo.this")}</fluent-button
            >`
      }
    </div>
  `;
}

// Where sheets are in front of the user, the name leads to its tab.
function tabName({ say, canShow, controls }: Scene, name: string): TemplateResult {
  if (!canShow) return html`<span class="chip chip-good">${name}</span>`;
  return html`<button
    class="chip chip-good"
    type="button"
    title=${say("done.tabs.show", { name })}
    @click=${() => controls.showCell(name, "A1")}
  >
    ${name}
  </button>`;
}

function findingsCard(scene: Scene, { overview, findings, places }: Outcome): TemplateResult {
  const { say, controls, canClearMarks } = scene;
  const { error, warning, info } = overview.counts;
  const all = error + warning + info;
  if (all === 0)
    return isAllRight(scene, { overview, places })
      ? html`<section class="card proof">
          ${icon("tick")}
          <p>${say("done.findings.none")}</p>
        </section>`
      : html`<p class="fact">${say("done.findings.none")}</p>`;
  return html`
    <section class="card">
      <h2 class="card-title">${say("findings.title")}</h2>
      <p class="fact">${say("findings.counts", { errors: counted(error), warnings: counted(warning), infos: counted(info) })}</p>
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
