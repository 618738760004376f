// The result of each button in its own words and figures.
import { html, nothing, type TemplateResult } from "lit";
import type { StopReason } from "../../domain/standing/stop";
import { fileRefusalText } from "../../i18n/index";
import type { PaneKey } from "../../i18n/pane";
import type { Outcome } from "../engine/engine";
import type { Result } from "../../actions/perform";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { formsResult, nextSeasonResult } from "./year-result";
import { feedbackResult } from "./feedback-result";
import { slipsResult, statementsResult } from "./paper-result";
import { proofCard } from "./proof-card";
import { reportResult } from "./report-result";
import { dutyLines, ownTaskLines } from "./duty-lines";
import { decideResult, fixResult, undoResult } from "./round-trip-result";
import { rollupResult } from "./rollup-result";
import { counted, longDay, money } from "../shell/say-things";
import { sumsTable } from "./sums-view";

type ResultOf<Action extends Result["action"]> = Extract<Result, { readonly action: Action }>;

/** What a button has come to. */
export function resultView(scene: Scene, outcome: Outcome): TemplateResult {
  const { result, overview } = outcome;
  switch (result.action) {
    case "check":
      return html`<section class="card">
        <h2 class="card-title">${scene.say("plan.list")}</h2>
        ${sumsTable(scene, overview)}
      </section>`;
    case "calendar":
      return html`<section class="card">
        <h2 class="card-title">${scene.say("done.calendar", { day: longDay(scene.say, result.asOf) })}</h2>
        ${ownTaskLines(scene, result.own)}
        ${result.due.length + result.own.length === 0 ? html`<p class="fine ms-fontSize-12">${scene.say("done.calendar.none")}</p>` : dutyLines(scene, result.due)}
      </section>`;
    case "split":
      return splitResult(scene, result, outcome);
    case "notices":
      return noticesResult(scene, result);
    case "collect":
      return collectResult(scene, result);
    case "slips":
      return slipsResult(scene, result);
    case "statements":
      return statementsResult(scene, result);
    case "decide":
      return decideResult(scene, result);
    case "fix":
      return fixResult(scene, result);
    case "undo":
      return undoResult(scene, result);
    case "forms":
      return formsResult(scene, result);
    case "next-season":
      return nextSeasonResult(scene, result);
    case "feedback":
      return feedbackResult(scene, result);
    case "rollup":
      return rollupResult(scene, outcome.action, result);
    case "report":
      return reportResult(scene, result);
  }
}

function splitResult(scene: Scene, result: ResultOf<"split">, outcome: Pick<Outcome, "overview" | "places">): TemplateResult {
  const { say } = scene;
  const { schools, leftOut, unassigned, totals } = result;
  const line = (name: string, part: typeof totals, kind: string) =>
    html`<tr class=${kind}>
      <th scope="row">${name}</th>
      <td class="number">${counted(part.persons)}</td>
      <td class="number">${money(part.due)}</td>
    </tr>`;
  return html`
    ${proofCard(scene, outcome)}
    <section class="card">
      <h2 class="card-title">${say("done.split", { schools: schools.length })}</h2>
      <table class="parts">
        <thead>
          <tr>
            <th scope="col">${say("done.school")}</th>
            <th scope="col" class="number">${say("sum.persons")}</th>
            <th scope="col" class="number">${say("sum.due")}</th>
          </tr>
        </thead>
        <tbody>
          ${schools.map((school) => line(school.school, school, ""))}
          ${leftOut.contracts === 0 ? nothing : line(say("done.left-out"), leftOut, "rest")}
          ${unassigned.contracts === 0 ? nothing : line(say("done.rest"), unassigned, "rest")}
        </tbody>
        <tfoot>
          ${line(say("done.whole"), totals, "whole")}
        </tfoot>
      </table>
    </section>
  `;
}

function noticesResult(scene: Scene, { notices, schools, withheld }: ResultOf<"notices">): TemplateResult {
  const { say } = scene;
  const kept = [...withheld].sort(([, a], [, b]) => b - a);
  const all = kept.reduce((sum, [, count]) => sum + count, 0);
  const stopKey = (reason: StopReason): PaneKey => `stop.${reason}`;
  return html`
    <section class="card">
      <h2 class="card-title">${say("done.notices", { notices: counted(notices), schools: schools.length })}</h2>
      <table class="parts">
        <tbody>
          ${schools.map(
            ({ school, notices: count }) =>
              html`<tr>
                <th scope="row">${school}</th>
                <td class="number">${counted(count)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>
    ${
      all === 0
        ? nothing
        : html`<section class="card">
            <h2 class="card-title warn">${icon("warning")} ${say("done.withheld", { count: counted(all) })}</h2>
            <table class="parts">
              <tbody>
                ${kept.map(
                  ([reason, count]) =>
                    html`<tr>
                      <th scope="row">${say(stopKey(reason))}</th>
                      <td class="number">${counted(count)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </section>`
    }
  `;
}

function collectResult({ say, language }: Scene, { files, updated, unchanged, open, notReturned }: ResultOf<"collect">): TemplateResult {
  const rejected = files.filter(({ status }) => status === "rejected");
  const merged = files.length - rejected.length;
  return html`
    <section class="card">
      <h2 class="card-title">${say("done.collect", { files: counted(files.length), merged: counted(merged) })}</h2>
      <p class="fact">${say("done.collect.rows", { updated: counted(updated), unchanged: counted(unchanged) })}</p>
      ${open === 0 ? nothing : html`<p class="fact warn">${icon("warning")}${say("done.decide.open", { open: counted(open) })}</p>`}
      <p class="fine">
        ${
          notReturned.length === 0
            ? say("done.collect.all")
            : say("done.collect.missing", { count: notReturned.length, schools: notReturned.join(say("app.separator")) })
        }
      </p>
    </section>
    ${
      rejected.length === 0
        ? nothing
        : html`<section class="card problem-list">
            <h2 class="card-title">${say("done.collect.rejected")}</h2>
            <ul class="findings">
              ${rejected.map(
                ({ file, refusal }) =>
                  html`<li class="finding">
                    <span class="place ms-fontSize-12">${file}</span
                    ><span class="message">${refusal ? fileRefusalText(language, refusal) : nothing}</span>
                  </li>`,
              )}
            </ul>
          </section>`
    }
  `;
}
