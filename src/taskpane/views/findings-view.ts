// What was found, as a place to work: filtered, by gravity and rule, one after the other; a click leads to the cell.
import { html, nothing, type TemplateResult } from "lit";
import type { Severity } from "../../domain/record/finding";
import { findingText, ruleTitle, severityName } from "../../i18n/index";
import type { FindingFilter, FindingList, TreatableFinding, TreatableGroup } from "../engine/finding-list";
import { icon } from "../shell/icons";
import type { Scene, View } from "../shell/pane-state";
import { counted } from "../shell/say-things";
import { viewHead } from "../shell/view-head";
import { ruleHelpView, treatBar, treatButtons, treatCard } from "./treat-card";

type FindingsView = Extract<View, { readonly kind: "findings" }>;
type Filtered = keyof FindingFilter;

const severities: readonly Severity[] = ["error", "warning", "info"];

/** The findings of the filter, the gravest first. */
export function findingsView(scene: Scene, view: FindingsView): TemplateResult {
  const { say, controls, canShow } = scene;
  const { list, outcome, isStale } = view;
  const starts = list.groups.reduce<readonly number[]>((all, { shown }) => [...all, (all.at(-1) ?? 0) + shown.length], [0]);
  return html`
    <div class="findings-head">
      ${viewHead(scene, say("findings.title"), outcome ? controls.showOutcome : controls.home)} ${openCount(scene, list)}
      ${isStale ? staleLine(scene) : nothing} ${canShow ? stepper(scene, view) : nothing}
    </div>
    ${treatCard(scene)} ${filters(scene, list)}
    <p class="lead" role="status">
      ${list.count === 0 ? say("findings.none") : `${say("findings.shown", { count: counted(list.count) })}${say(canShow ? "findings.lead" : "findings.lead.file")}`}
    </p>
    ${list.dismissed > 0 ? html`<p class="fine ms-fontSize-12">${say("treat.dismissed", { count: counted(list.dismissed) })}</p>` : nothing}
    ${list.groups.map((group, index) => ruleGroup(scene, view, { group, start: starts[index] ?? 0, isFirst: index === 0 }))}
    ${treatBar(scene)}
  `;
}

function openCount({ say }: Scene, { counts: { error, warning, info } }: FindingList): TemplateResult {
  return html`<p class="fact">${say("findings.counts", { errors: counted(error), warnings: counted(warning), infos: counted(info) })}</p>`;
}

function staleLine({ say, controls }: Scene): TemplateResult {
  return html`<p class="fact warn" role="alert" data-stale>
    ${icon("warning")}${say("findings.stale")}
    <fluent-button appearance="outline" data-do="recheck" @click=${controls.recheck}>${say("findings.recheck")}</fluent-button>
  </p>`;
}

function stepper({ say, controls }: Scene, { list, at }: FindingsView): TemplateResult {
  const last = list.groups.reduce((sum, { shown }) => sum + shown.length, 0) - 1;
  return html`<div class="stepper" role="group" aria-label=${say("findings.step")}>
    <fluent-button data-do="previous" ?disabled=${at === 0 || last < 0} @click=${() => controls.stepFinding(-1)}
      >${say("findings.previous")}</fluent-button
    >
    <fluent-button data-do="next-finding" ?disabled=${at === last || last < 0} @click=${() => controls.stepFinding(1)}
      >${say("findings.next")}</fluent-button
    >
    <span class="step-at" role="status">${at < 0 ? nothing : say("findings.at", { at: counted(at + 1), count: counted(last + 1) })}</span>
  </div>`;
}

function filters(scene: Scene, list: FindingList): TemplateResult {
  const { say, language } = scene;
  const same = (name: string): readonly [string, string] => [name, name];
  const offer: readonly (readonly [Filtered, readonly (readonly [string, string])[]])[] = [
    ["severity", severities.filter((one) => list.counts[one] > 0).map((one) => [one, severityName(language, one)])],
    ["rule", list.rules.map((rule) => [rule, ruleTitle(language, rule)])],
    ["sheet", list.sheets.map(same)],
    ["school", list.schools.map(same)],
  ];
  const isOn = Object.keys(list.filter).length > 0;
  return html`<details class="card filters" ?open=${isOn}>
    <summary>${say("findings.filter")}</summary>
    ${offer.map(([key, options]) => (options.length === 0 ? nothing : choice(scene, { list, key, options })))}
  </details>`;
}

interface Offer {
  readonly list: FindingList;
  readonly key: Filtered;
  readonly options: readonly (readonly [value: string, label: string])[];
}

function choice({ say, controls }: Scene, { list: { filter }, key, options }: Offer): TemplateResult {
  const choose = (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    const others = Object.entries(filter).filter(([name]) => name !== key);
    controls.filterFindings(Object.fromEntries(value === "" ? others : [...others, [key, value]]) as FindingFilter);
  };
  return html`<label class="setting">
    <span>${say(`findings.filter.${key}`)}</span>
    <select data-filter=${key} .value=${filter[key] ?? ""} @change=${choose}>
      <option value="" ?selected=${filter[key] === undefined}>${say("findings.filter.all")}</option>
      ${options.map(([value, label]) => html`<option value=${value} ?selected=${filter[key] === value}>${label}</option>`)}
    </select>
  </label>`;
}

interface Placed {
  readonly group: TreatableGroup;
  /** The place of its first finding among all that are shown. */
  readonly start: number;
  readonly isFirst: boolean;
}

function ruleGroup(scene: Scene, { at }: FindingsView, { group, start, isFirst }: Placed): TemplateResult {
  const { language, say } = scene;
  const { rule, severity, count, shown, repairs, help } = group;
  const [first] = shown;
  const isHere = at >= start && at < start + shown.length;
  return html`
    <details class="group group-${severity}" ?open=${isFirst || isHere}>
      <summary>
        ${icon(severity)}<span class="group-title">${ruleTitle(language, rule)}</span>
        <span class="group-count"><span class="unseen">${severityName(language, severity)} </span>${counted(count)}</span>
      </summary>
      ${first ? html`<p class="advice">${findingText(language, first).advice}</p>` : nothing} ${ruleHelpView(scene, help)}
      ${
        repairs > 1
          ? html`<div class="answers">
              <button class="quiet" type="button" data-accept-all=${rule} @click=${() => scene.controls.acceptAll(rule)}>
                ${say("treat.all", { count: counted(repairs) })}
              </button>
            </div>`
          : nothing
      }
      <ul class="findings">
        ${shown.map(
          (finding, index) =>
            html`<li class="question" data-given=${givenTo(scene, finding)}>
              ${findingLine(scene, finding, { place: start + index, isCurrent: at === start + index })} ${treatButtons(scene, finding)}
            </li>`,
        )}
      </ul>
      ${count > shown.length ? html`<p class="fine ms-fontSize-12">${say("findings.more", { count: counted(count - shown.length) })}</p>` : nothing}
    </details>
  `;
}

function givenTo({ treating }: Scene, { key }: TreatableFinding): string {
  return treating.accept.has(key) ? "accept" : treating.dismiss.has(key) ? "dismiss" : "";
}

function findingLine(
  { language, say, canShow, controls }: Scene,
  finding: TreatableFinding,
  { place, isCurrent }: { readonly place: number; readonly isCurrent: boolean },
): TemplateResult {
  const { sheet, cell, proposal } = finding;
  const text = html`
    <span class="place ms-fontSize-12">${cell === "" ? say("findings.sheet", { sheet }) : say("findings.place", { sheet, cell })}</span>
    <span class="message">${findingText(language, finding).message}</span>
    ${proposal === undefined ? nothing : html`<span class="place ms-fontSize-12">${say("findings.proposal", { proposal })}</span>`}
  `;
  return canShow
    ? html`<button class="finding" type="button" aria-current=${isCurrent ? "true" : nothing} @click=${() => controls.goToFinding(place)}>
        ${text}
      </button>`
    : html`<div class="finding">${text}</div>`;
}
