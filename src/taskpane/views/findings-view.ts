// What was found, by gravity and rule; a click leads to the cell.
import { html, nothing, type TemplateResult } from "lit";
import type { Finding } from "../../domain/record/finding";
import { findingText, ruleTitle, severityName } from "../../i18n/index";
import type { Outcome } from "../engine/engine";
import type { FindingGroup } from "../engine/finding-groups";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { counted } from "../shell/say-things";
import { viewHead } from "../shell/view-head";

/** All findings, the gravest first. */
export function findingsView(scene: Scene, { findings, overview }: Outcome): TemplateResult {
  const { say, controls, canShow } = scene;
  const { error, warning, info } = overview.counts;
  return html`
    ${viewHead(scene, say("findings.title"), controls.showOutcome)}
    <p class="fact">${say("findings.counts", { errors: counted(error), warnings: counted(warning), infos: counted(info) })}</p>
    <p class="lead">${say(canShow ? "findings.lead" : "findings.lead.file")}</p>
    ${findings.map((group, index) => ruleGroup(scene, group, index === 0))}
  `;
}

function ruleGroup(scene: Scene, { rule, severity, count, shown }: FindingGroup, isOpen: boolean): TemplateResult {
  const { language, say } = scene;
  const [first] = shown;
  return html`
    <details class="group group-${severity}" ?open=${isOpen}>
      <summary>
        ${icon(severity)}<span class="group-title">${ruleTitle(language, rule)}</span>
        <span class="group-count" aria-label=${severityName(language, severity)}>${counted(count)}</span>
      </summary>
      ${first ? html`<p class="advice">${findingText(language, first).advice}</p>` : nothing}
      <ul class="findings">
        ${shown.map((finding) => html`<li>${findingLine(scene, finding)}</li>`)}
      </ul>
      ${count > shown.length ? html`<p class="fine ms-fontSize-12">${say("findings.more", { count: counted(count - shown.length) })}</p>` : nothing}
    </details>
  `;
}

function findingLine({ language, say, canShow, controls }: Scene, finding: Finding): TemplateResult {
  const { sheet, cell, proposal } = finding;
  const text = html`
    <span class="place ms-fontSize-12">${cell === "" ? say("findings.sheet", { sheet }) : say("findings.place", { sheet, cell })}</span>
    <span class="message">${findingText(language, finding).message}</span>
    ${proposal === undefined ? nothing : html`<span class="place ms-fontSize-12">${say("findings.proposal", { proposal })}</span>`}
  `;
  return canShow
    ? html`<button class="finding" type="button" @click=${() => controls.showCell(sheet, cell)}>${text}</button>`
    : html`<div class="finding">${text}</div>`;
}
