// The one next step of the season, with why it is next.
import { html, type TemplateResult } from "lit";
import type { ActionId } from "../../actions/index";
import type { Next, NextStep } from "../../domain/standing/next-step";
import { buttonLabel } from "../shell/buttons";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { counted } from "../shell/say-things";

/** The button that takes a step. */
export function actionOf(step: NextStep): ActionId {
  return step === "rollup" ? "repayment-rollup" : step;
}

/** The card with the view's one primary button. */
export function nextCard({ say, language, controls }: Scene, { step, count }: Next): TemplateResult {
  const action = actionOf(step);
  return html`<section class="card next" data-card="next">
    <h2 class="card-title">${say("home.next")}</h2>
    <p class="fact">${say(`home.next.${step}`, count === undefined ? {} : { count: counted(count) })}</p>
    <fluent-button class="wide" appearance="accent" data-do="next" @click=${() => controls.choose(action)}>
      ${icon(action, "start")}${say("home.next.go", { what: buttonLabel(language, action) })}
    </fluent-button>
  </section>`;
}
