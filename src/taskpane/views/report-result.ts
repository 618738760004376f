// What making the reports has come to: the print that every file bears, and what has changed since the last ones.
import { html, nothing, type TemplateResult } from "lit";
import type { Result } from "../../actions/perform";
import type { Fen } from "../../domain/values/money";
import { isMoneyMeasure } from "../../domain/standing/frozen";
import type { Scene } from "../shell/pane-state";
import { counted, longDay, money } from "../shell/say-things";

type ReportResult = Extract<Result, { readonly action: "report" }>;

/** Before it is done: as of when, under which print. */
export function reportLine(say: Scene["say"], { asOf, hash }: ReportResult): string {
  return say("plan.report", { day: longDay(say, asOf), hash });
}

/** What is the same and what is not, compared with the last report that the book remembers. */
export function sinceText(say: Scene["say"], { since }: ReportResult): string {
  if (since.kind === "first") return say("done.report.first");
  if (since.kind === "edited") return say("done.report.edited");
  const day = longDay(say, since.asOf);
  if (since.isSame) return say("done.report.same", { day });
  return say(since.changes.length === 0 ? "done.report.details" : "done.report.changed", { day });
}

/** The outcome. */
export function reportResult({ say }: Scene, result: ReportResult): TemplateResult {
  const changes = result.since.kind === "compared" ? result.since.changes : [];
  const figure = (value: number, isMoney: boolean) => (isMoney ? money(value as Fen) : counted(value));
  return html`<section class="card">
    <h2 class="card-title">${say("done.rollup", { day: longDay(say, result.asOf) })}</h2>
    <p class="fact">${say("done.report.hash", { hash: result.hash })}</p>
    <p class="fact">${sinceText(say, result)}</p>
    ${
      changes.length === 0
        ? nothing
        : html`<table class="parts">
            <tbody>
              ${changes.map(
                ({ measure, before, now }) =>
                  html`<tr>
                    <th scope="row">${say(`frozen.${measure}`)}</th>
                    <td class="number">${figure(before, isMoneyMeasure(measure))} → ${figure(now, isMoneyMeasure(measure))}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`;
}
