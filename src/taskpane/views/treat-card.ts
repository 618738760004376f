// What is to be done about findings: each cell with what will count in its place, what is dismissed and why, and the one press that writes it.
import { html, nothing, type TemplateResult } from "lit";
import type { TreatableFinding } from "../engine/finding-list";
import type { RuleHelp, HelpExample } from "../engine/rule-help";
import type { Scene } from "../shell/pane-state";
import { counted } from "../shell/say-things";

const shownRepairs = 20;

/** What waits to be written; nothing where nothing waits. */
export function treatCard(scene: Scene): TemplateResult | typeof nothing {
  const { say, controls, treating } = scene;
  const { accept, dismiss, reason, canUndo } = treating;
  if (accept.size + dismiss.size === 0) {
    if (!canUndo) return nothing;
    return html`<div class="bar">
      <fluent-button class="wide" appearance="outline" data-do="untreat" @click=${controls.undoTreatment}
        >${say("treat.undo")}</fluent-button
      >
    </div>`;
  }
  const lacksReason = dismiss.size > 0 && reason.trim() === "";
  const repairs = [...accept.values()];
  return html`<section class="card" data-treating aria-label=${say("treat.title")}>
    <h2 class="card-title" tabindex="-1">${say("treat.title")}</h2>
    ${
      repairs.length === 0
        ? nothing
        : html`<p class="fact">${say("treat.accept.lead", { count: counted(repairs.length) })}</p>
            <ul class="findings">
              ${repairs.slice(0, shownRepairs).map(
                ({ sheet, cell, from, to }) =>
                  html`<li>
                    <div class="finding">
                      <span class="place ms-fontSize-12">${say("findings.place", { sheet, cell })}</span>
                      <span class="change"
                        ><span class="unseen">${say("treat.from")}</span><del>${from}</del> <span class="unseen">${say("treat.to")}</span
                        ><ins>${to}</ins></span
                      >
                    </div>
                  </li>`,
              )}
            </ul>
            ${
              repairs.length > shownRepairs
                ? html`<p class="fine ms-fontSize-12">${say("treat.more", { count: counted(repairs.length - shownRepairs) })}</p>`
                : nothing
            }`
    }
    ${dismiss.size === 0 ? nothing : reasonField(scene)}
    <div class="answers">
      <fluent-button appearance="accent" data-do="treat" ?disabled=${lacksReason} @click=${controls.writeTreatment}
        >${say("treat.write")}</fluent-button
      >
      <button class="quiet" type="button" data-do="drop-treatment" @click=${controls.dropTreatment}>${say("treat.drop")}</button>
    </div>
  </section>`;
}

/** The way to what waits, from wherever one is in a long list. */
export function treatBar({ say, treating: { accept, dismiss } }: Scene): TemplateResult | typeof nothing {
  if (accept.size + dismiss.size === 0) return nothing;
  const lead = ({ currentTarget }: Event) => {
    const title = (currentTarget as HTMLElement).ownerDocument.querySelector<HTMLElement>("[data-treating] h2");
    title?.scrollIntoView({ block: "center" });
    title?.focus({ preventScroll: true });
  };
  return html`<div class="bar bar-sticky">
    <fluent-button class="wide" appearance="accent" data-do="to-treatment" @click=${lead}
      >${say("treat.bar", { accepted: counted(accept.size), dismissed: counted(dismiss.size) })}</fluent-button
    >
  </div>`;
}

function reasonField({ say, controls, treating: { dismiss, reason } }: Scene): TemplateResult {
  const typed = (event: Event) => controls.setTreatmentReason((event.currentTarget as HTMLInputElement).value);
  return html`<p class="fact">${say("treat.dismiss.lead", { count: counted(dismiss.size) })}</p>
    <label class="setting">
      <span>${say("treat.reason")}</span>
      <input type="text" data-reason list="treat-reasons" maxlength="200" required .value=${reason} @input=${typed} />
    </label>
    <datalist id="treat-reasons">
      ${(["treat.reason.checked", "treat.reason.bank", "treat.reason.harmless"] as const).map((key) => html`<option value=${say(key)}></option>`)}
    </datalist>`;
}

/** What may be done about one finding. */
export function treatButtons({ say, controls, treating }: Scene, finding: TreatableFinding): TemplateResult | typeof nothing {
  const { key, repair, isDismissible } = finding;
  if (!repair && !isDismissible) return nothing;
  return html`<div class="answers" role="group" aria-label=${say("treat.what")}>
    ${
      repair
        ? html`<button
            class="quiet"
            type="button"
            data-accept
            aria-pressed=${treating.accept.has(key)}
            @click=${() => controls.acceptFinding(finding)}
          >
            ${say("treat.accept")}
          </button>`
        : nothing
    }
    ${
      isDismissible
        ? html`<button
            class="quiet"
            type="button"
            data-dismiss
            aria-pressed=${treating.dismiss.has(key)}
            @click=${() => controls.dismissFinding(finding)}
          >
            ${say("treat.dismiss")}
          </button>`
        : nothing
    }
  </div>`;
}

/** What a rule minds and what it lets pass. */
export function ruleHelpView({ say }: Pick<Scene, "say">, help: RuleHelp | undefined): TemplateResult | typeof nothing {
  if (!help) return nothing;
  return html`<details class="help">
    <summary>${say("help.example")}</summary>
    <p class="help-label">${say("help.bad")}</p>
    ${example(help.bad)}
    ${
      help.good
        ? html`<p class="help-label">${say("help.good")}</p>
            ${example(help.good)}`
        : nothing
    }
  </details>`;
}

function example(rows: HelpExample): TemplateResult {
  return html`<ul class="help-rows">
    ${rows.map(
      (cells) =>
        html`<li>
          ${cells.map(({ heading, text }) => html`<span class="help-cell"><span class="help-heading">${heading}</span> ${text}</span>`)}
        </li>`,
    )}
  </ul>`;
}
