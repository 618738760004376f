// The plan of a button: which sheets count as what, what the list comes to, and which tabs and files will come; then the start.
import { html, nothing, type TemplateResult } from "lit";
import type { Plan } from "../engine/engine";
import type { Result } from "../../actions/perform";
import type { ActionId } from "../../actions/index";
import { backupCard } from "./backup-card";
import { collectedFilesCard } from "./collected-files";
import { buttonLabel } from "../shell/buttons";
import { yearLine } from "./year-result";
import { feedbackLine } from "./feedback-result";
import { formulasAbout } from "./formulas-about";
import { fileNames } from "./files-view";
import { letterOptions } from "./letter-options";
import { listChips, listLine } from "./list-line";
import type { Scene } from "../shell/pane-state";
import { reportLine, sinceText } from "./report-result";
import { paperLine } from "./paper-result";
import { roundTripLine } from "./round-trip-result";
import { rollupLine } from "./rollup-result";
import { counted, money } from "../shell/say-things";
import { sheetLines } from "./sheet-lines";
import { splitOptions } from "./split-options";
import { sumsTable } from "./sums-view";
import { undoOptions, undoTabs } from "./undo-options";
import { viewHead } from "../shell/view-head";

/** The plan, with everything that may be chosen. */
export function planView(scene: Scene, { action, plan }: { readonly action: ActionId; readonly plan: Plan }): TemplateResult {
  const { say, language, controls } = scene;
  const { overview, files } = plan;
  const isNothing = plan.result.action === "undo" && !plan.result.undone;
  const back = action === "collect" || action === "decide" ? () => controls.choose(action) : controls.home;
  return html`
    ${viewHead(scene, buttonLabel(language, action), back)} ${isNothing ? nothing : html`<p class="lead">${say("plan.lead")}</p>`}
    <section class="card">
      <h2 class="card-title">${say("plan.sheets")}</h2>
      ${sheetLines(scene, overview.sheets)}
      <fluent-button class="inline-link" appearance="stealth" @click=${controls.recognise}>${say("plan.sheets.change")}</fluent-button>
    </section>
    <section class="card">
      <h2 class="card-title">${say("plan.list")}</h2>
      ${action === "check" ? sumsTable(scene, overview) : html`<p class="fact">${listLine(scene, overview)}</p>`}
      ${listChips(scene, overview)} ${summaryOf(scene, action, plan.result)}
    </section>
    ${plan.result.action === "split" ? splitOptions(scene, plan.result) : nothing}
    ${plan.result.action === "undo" ? undoOptions(scene, plan.result) : nothing}
    ${plan.result.action === "notices" ? letterOptions(scene, plan.result) : nothing}
    ${plan.result.action === "collect" ? collectedFilesCard(scene, plan.result.files) : nothing}
    ${plan.result.action === "undo" ? undoTabs(scene, plan.result) : tabsCard(scene, plan)}
    ${plan.tabs.length === 0 ? nothing : backupCard(scene)}
    ${
      files.length === 0
        ? nothing
        : html`<section class="card">
            <h2 class="card-title">${say("plan.files")}</h2>
            <p class="fact">${say("plan.files.count", { count: counted(files.length) })}</p>
            ${fileNames(scene, files)}
          </section>`
    }
    <div class="bar bar-sticky">
      <fluent-button class="wide" appearance="accent" data-do="start" ?disabled=${isNothing} @click=${controls.start}>
        ${say("plan.start")}
      </fluent-button>
    </div>
  `;
}

function tabsCard(scene: Scene, { tabs, removed, result }: Plan): TemplateResult | typeof nothing {
  const { say, isFile } = scene;
  if (tabs.length === 0) return nothing;
  const marks = result.action === "check" && !isFile ? html`<p class="fine ms-fontSize-12">${say("plan.marks")}</p>` : nothing;
  return html`
    <section class="card">
      <h2 class="card-title">${say("plan.tabs")}</h2>
      <ul class="lines">
        ${tabs.map(
          ({ name, replaces }) =>
            html`<li class="line">
              <span class="line-name">${name}</span>
              <span class="chip ${replaces ? "" : "chip-good"}">${say(replaces ? "plan.tabs.again" : "plan.tabs.new")}</span>
            </li>`,
        )}
        ${removed.map(
          (name) =>
            html`<li class="line">
              <span class="line-name">${name}</span>
              <span class="chip">${say("plan.undo.gone")}</span>
            </li>`,
        )}
      </ul>
      <p class="fine ms-fontSize-12">${say("plan.tabs.safe")}</p>
      ${marks} ${formulasAbout(scene)}
    </section>
  `;
}

/** What the rehearsal came to, in one line. */
function summaryOf(scene: Scene, action: ActionId, result: Result): TemplateResult | typeof nothing {
  const text = summaryText(scene, action, result);
  return text === "" ? nothing : html`<p class="fact">${text}</p>`;
}

function summaryText({ say, language }: Pick<Scene, "say" | "language">, action: ActionId, result: Result): string {
  switch (result.action) {
    case "check":
      return "";
    case "calendar":
      return say("plan.calendar", { count: result.due.length });
    case "split": {
      const persons = counted(result.schools.reduce((sum, school) => sum + school.persons, 0));
      const { unassigned, leftOut, totals, schools } = result;
      const parts = say("plan.parts", { schools: schools.length, persons, rest: counted(unassigned.persons), due: money(totals.due) });
      return leftOut.persons === 0 ? parts : `${parts}${say("plan.left-out", { count: counted(leftOut.persons) })}`;
    }
    case "notices": {
      const withheld = [...result.withheld.values()].reduce((sum, count) => sum + count, 0);
      return say("plan.notices", { notices: counted(result.notices), schools: result.schools.length, withheld: counted(withheld) });
    }
    case "collect": {
      const rejected = result.files.filter(({ status }) => status === "rejected").length;
      return say("plan.collect", {
        merged: result.files.length - rejected,
        rejected,
        updated: counted(result.updated),
        open: counted(result.open),
        missing: result.notReturned.length,
      });
    }
    case "slips":
    case "statements":
      return paperLine(say, result);
    case "decide":
    case "fix":
    case "undo":
      return roundTripLine({ say, language }, result);
    case "forms":
    case "next-season":
      return yearLine(say, result);
    case "feedback":
      return feedbackLine(say, result);
    case "rollup":
      return rollupLine(say, action, result);
    case "report":
      return `${reportLine(say, result)}${sinceText(say, result)}`;
  }
}
