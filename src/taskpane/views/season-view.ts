// The season at a glance: what is due today, the list's sums, and four phases with their buttons.
import { html, nothing, type TemplateResult } from "lit";
import type { Home } from "../engine/engine";
import type { ActionId } from "../../actions/index";
import { buttonLabel, phaseLabel } from "../shell/buttons";
import { dutiesToday } from "../../domain/record/duties";
import { dutyLines, ownTaskLines } from "./duty-lines";
import { backupCard } from "./backup-card";
import { beginCard } from "./begin-card";
import { icon } from "../shell/icons";
import { leftCard } from "./left-card";
import { listChips, listLine } from "./list-line";
import type { Scene } from "../shell/pane-state";
import { dueOn, momentOf, type Phase, phasesOn } from "../shell/phases";
import { counted, longDay, shortDay } from "../shell/say-things";
import { nextCard } from "./next-card";
import { progressBars } from "./progress-bars";
import { isAllRight, settleCard } from "./settle-card";
import { todayText, todayView } from "./today-view";

/** The season of the open book. */
export function seasonView(scene: Scene, home: Home): TemplateResult {
  const { say, controls, isFile } = scene;
  const { season, dashboard } = home;
  const phases = phasesOn(season.today, season.dates);
  const isOver = momentOf(season.today, season.dates) === "after";
  const begin = beginCard(scene, home.lacks, { county: season.county, year: season.year });
  // Where nobody has a school, what says who is responsible is wanted before anything else.
  const lacksSchools = home.unassigned > 0 && home.unassigned + home.held === home.totals.persons && home.lacks.includes("jurisdictions");
  return html`
    <h1 class="season-title ms-fontSize-20 ms-fontWeight-semibold" tabindex="-1">
      ${season.county === "" ? say("season.title", { year: season.year }) : say("season.county", { county: season.county, year: season.year })}
    </h1>
    ${leftCard(scene)} ${todayCard(scene, home)} ${todayView(scene, season, dashboard.next.step !== "next-season")}
    ${nextCard(scene, dashboard.next)} ${home.isUnsaved ? saveButton(scene) : nothing}
    ${settleCard(scene, { overview: home, places: home.places }, say("home.settle"))} ${lacksSchools ? begin : nothing}
    ${findingsButton(scene, home)} ${progressBars(scene, dashboard)}
    <ol class="phases">
      ${phases.map((phase, index) => phaseCard(scene, phase, { number: index + 1, isOver }))}
    </ol>
    ${home.lacks.length === 0 ? nothing : backupCard(scene)} ${lacksSchools ? nothing : begin}
    <div class="links">
      ${
        home.dashboard.last
          ? html`<fluent-button appearance="stealth" data-do="undo" title=${say("do.undo.hint")} @click=${() => controls.choose("undo")}
              >${say("undo.last")}</fluent-button
            >`
          : nothing
      }
      <fluent-button appearance="stealth" data-do="explain" @click=${controls.explainSelected}>${say("explain.title")}</fluent-button>
      <fluent-button appearance="stealth" data-do="recognise" @click=${controls.recognise}>${say("season.sheets")}</fluent-button>
      <fluent-button appearance="stealth" data-do="reread" @click=${controls.reread}>${say("season.reread")}</fluent-button>
      ${
        isFile
          ? html`<fluent-button appearance="stealth" data-do="other" @click=${controls.openOther}>${say("open.other")}</fluent-button>`
          : nothing
      }
    </div>
  `;
}

// What was written is in the page alone until it is saved.
function saveButton({ say, controls }: Scene): TemplateResult {
  return html`<fluent-button class="wide save-book" appearance="outline" data-do="save-copy" @click=${controls.saveCopy}>
    ${icon("save", "start")}${say("begin.save")}
  </fluent-button>`;
}

function todayCard(scene: Scene, home: Home): TemplateResult {
  const { say } = scene;
  const { season, dashboard, places } = home;
  const { due, next } = dueOn(season.today, season.dates);
  return html`
    <section class="today">
      <p class="today-day ms-fontWeight-semibold">${icon("calendar")}${todayText(scene, season)}</p>
      ${due.map(({ id }) => html`<p class="today-due">${say("season.due.today", { what: say(`deadline.${id}`) })}</p>`)}
      ${dutyLines(
        scene,
        dutiesToday(season.dates, season.today).filter(({ isDaily }) => isDaily),
      )}
      ${ownTaskLines(scene, dashboard.ownDue ?? [])}
      ${
        next
          ? html`<p class="today-next">
              ${say("season.due.next", { day: shortDay(say, next.on), what: say(`deadline.${next.id}`), days: next.days })}
            </p>`
          : nothing
      }
      <p class="today-list ms-fontSize-12">${listLine(scene, home)}</p>
      ${isAllRight(scene, { overview: home, places }) ? listChips(scene, home) : nothing}
      <p class="today-last ms-fontSize-12">${lastText(scene, dashboard)}</p>
    </section>
  `;
}

function lastText({ say }: Scene, { last }: Home["dashboard"]): string {
  return last ? say("home.last", { day: longDay(say, last.on), action: last.action, counts: last.counts }) : say("home.last.none");
}

function findingsButton({ say, controls }: Scene, { counts: { error, warning, info } }: Home): TemplateResult | typeof nothing {
  const count = error + warning + info;
  if (count === 0) return nothing;
  return html`<fluent-button class="wide findings-open" appearance="outline" data-do="findings" @click=${controls.showFindings}>
    ${say("home.findings", { count: counted(count) })}
  </fluent-button>`;
}

// What was done last is of no phase: taking it back has its place below them all.
function phaseCard(
  scene: Scene,
  { id, from, to, state, actions }: Phase,
  { number, isOver }: { readonly number: number; readonly isOver: boolean },
): TemplateResult {
  const { say, language } = scene;
  // Sums are drawn up long after the last deadline.
  const isOpen = isOver && id === "closing";
  const until = shortDay(say, to);
  return html`
    <li class="phase phase-${state}" aria-current=${state === "now" ? "step" : nothing}>
      <span class="phase-number ms-fontWeight-semibold" aria-hidden="true">${number}</span>
      <div class="phase-head">
        <h2 class="phase-title ms-fontSize-16 ms-fontWeight-semibold">${phaseLabel(language, id)}</h2>
        <span class="phase-state ms-fontSize-12">${say(isOpen ? "phase.state.open" : `phase.state.${state}`)}</span>
      </div>
      <p class="phase-dates ms-fontSize-12">
        ${from === undefined ? say("phase.until", { to: until }) : say("phase.range", { from: shortDay(say, from), to: until })}
      </p>
      ${actions.filter((action) => action !== "undo").map((action) => actionButton(scene, action))}
    </li>
  `;
}

function actionButton({ say, language, controls }: Scene, action: ActionId): TemplateResult {
  return html`
    <fluent-button
      class="action"
      data-action=${action}
      appearance="outline"
      aria-describedby="hint-${action}"
      @click=${() => controls.choose(action)}
    >
      ${icon(action, "start")}${buttonLabel(language, action)}
    </fluent-button>
    <p class="action-hint ms-fontSize-12" id="hint-${action}">${say(`do.${action}.hint`)}</p>
    ${
      action === "notices"
        ? html`<fluent-button class="inline-link" appearance="stealth" data-do="preview" @click=${controls.preview}
            >${say("letter.open")}</fluent-button
          >`
        : nothing
    }
  `;
}
