// How far the season is, as plain bars that are also text.
import { html, type TemplateResult } from "lit";
import type { Dashboard } from "../../actions/dashboard";
import { fen } from "../../domain/values/money";
import { type Ratio, rate, rateText } from "../../domain/values/rate";
import type { Scene } from "../shell/pane-state";
import { counted, money } from "../shell/say-things";

/** A bar for recovery, delivery, slips and returns. */
export function progressBars({ say }: Scene, { recovered, delivered, slips, returned }: Dashboard): TemplateResult {
  const rated = (key: "persons" | "slips", { part, whole }: Ratio) =>
    say(`home.of.${key}`, { part: counted(part), whole: counted(whole), rate: rateText(rate(part, whole)) });
  const moneyText = say("home.of.money", {
    part: money(fen(recovered.part)),
    whole: money(fen(recovered.whole)),
    rate: rateText(rate(recovered.part, recovered.whole)),
  });
  const schools = ({ part, whole }: Ratio) => say("home.of.schools", { part, whole, missing: whole - part || "" });
  return html`<section class="card" data-card="progress">
    <h2 class="card-title">${say("home.progress")}</h2>
    <ul class="bars">
      ${bar(say("home.recovered"), moneyText, recovered)} ${bar(say("home.delivered"), rated("persons", delivered), delivered)}
      ${bar(say("home.slips"), rated("slips", slips), slips)} ${returned ? bar(say("home.returned"), schools(returned), returned) : ""}
    </ul>
  </section>`;
}

// The text says all that the bar shows; a screen reader hears it once.
function bar(name: string, text: string, { part, whole }: Ratio): TemplateResult {
  return html`<li>
    <p class="bar-text"><span>${name}</span><span class="number">${text}</span></p>
    <progress class="progress" max=${Math.max(1, whole)} value=${Math.min(part, Math.max(1, whole))} aria-hidden="true"></progress>
  </li>`;
}
