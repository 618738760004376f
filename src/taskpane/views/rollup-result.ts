// What the roll-up buttons have come to: each the figures of its own tabs.
import { html, nothing, type TemplateResult } from "lit";
import type { ActionId } from "../../actions/index";
import { rateText } from "../../domain/values/rate";
import type { PaneKey } from "../../i18n/pane";
import type { Result } from "../../actions/perform";
import type { Scene } from "../shell/pane-state";
import { counted, longDay, money } from "../shell/say-things";

type RollupResult = Extract<Result, { readonly action: "rollup" }>;
type Figure = readonly [key: PaneKey, text: string];

/** The figures of a button's tabs, then the ranking where it is published, or the bank's deductions where they are booked. */
export function rollupResult(scene: Scene, action: ActionId, result: RollupResult): TemplateResult {
  const { say } = scene;
  const { asOf, bank } = result;
  return html`
    <section class="card">
      <h2 class="card-title">${say("done.rollup", { day: longDay(say, asOf) })}</h2>
      <table class="parts">
        <tbody>
          ${figuresOf(say, action, result).map(([key, text]) => line(say(key), text))}
        </tbody>
      </table>
      ${
        action === "repayment-rollup"
          ? html`<p class="fine ms-fontSize-12">
              ${say("done.rollup.bank", { counted: counted(bank.counted), duplicates: bank.duplicates || "", unmatched: bank.unmatched || "" })}
            </p>`
          : nothing
      }
    </section>
    ${action === "circular" ? ranking(scene, result) : nothing}
  `;
}

/** The same before it is done, in one line. */
export function rollupLine(say: Scene["say"], action: ActionId, { asOf, county, schools }: RollupResult): string {
  const day = longDay(say, asOf);
  if (action === "exception-rollup") return say("plan.rollup.exceptions", { day, count: counted(county.exceptions) });
  const rate = rateText(county.recoveryRate);
  if (action === "circular") return say("plan.rollup.circular", { day, rate, schools: counted(rankedIn(schools).length) });
  return say("plan.rollup", { day, due: money(county.due), repaid: money(county.repaid), rate });
}

function figuresOf(say: Scene["say"], action: ActionId, { county, reported }: RollupResult): readonly Figure[] {
  const persons: Figure = ["sum.persons", counted(county.persons)];
  const delivery: Figure = ["done.rollup.delivery", rateText(reported === 0 ? undefined : county.deliveryRateDue)];
  const rates: readonly Figure[] = [
    ["done.rollup.rate", rateText(county.recoveryRate)],
    ["done.rollup.ratePersons", rateText(county.recoveryRatePersons)],
  ];
  if (action === "exception-rollup")
    return [persons, ["done.rollup.exceptions", say("done.rollup.persons", { count: counted(county.exceptions) })], delivery];
  if (action === "circular") return [persons, ...rates, delivery];
  const sums: readonly Figure[] = [
    ["sum.due", money(county.due)],
    ["sum.repaid", money(county.repaid)],
    ["sum.outstanding", money(county.outstanding)],
  ];
  return [persons, ...sums, ...rates];
}

function ranking({ say }: Scene, { schools }: RollupResult): TemplateResult | typeof nothing {
  const ranked = rankedIn(schools);
  if (ranked.length === 0) return nothing;
  return html`<section class="card">
    <h2 class="card-title">${say("done.rollup.best")}</h2>
    <table class="parts">
      <tbody>
        ${ranked.map(({ school, rank, recoveryRate }) => line(html`<span class="rank">${rank}</span>${school}`, rateText(recoveryRate)))}
      </tbody>
    </table>
  </section>`;
}

const rankedIn = (schools: RollupResult["schools"]) =>
  schools.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));

function line(name: string | TemplateResult, text: string): TemplateResult {
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="number">${text}</td>
  </tr>`;
}
