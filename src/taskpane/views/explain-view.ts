// Where a figure comes from: its cells, each of which one click selects, and the choice of another figure by its name.
import { html, nothing, type TemplateResult } from "lit";
import type { FigureName } from "../../actions/explain";
import type { SourceCell } from "../../actions/source-cells";
import { type Day, dayFromIso } from "../../domain/values/day";
import type { Fen } from "../../domain/values/money";
import type { Answer, Question, ShownCells, ShownSum } from "../engine/explained";
import type { Scene, View } from "../shell/pane-state";
import { counted, longDay, money } from "../shell/say-things";
import { viewHead } from "../shell/view-head";

type Sums = Extract<Answer, { readonly kind: "sums" }>;

// In the order in which they are asked for.
const figures = [
  "repaid",
  "outstanding",
  "due",
  "principal",
  "interest",
  "persons",
  "paidPersons",
  "delivered",
] as const satisfies readonly FigureName[];

/** The explanation, and what else can be asked. */
export function explainView(scene: Scene, { explained, question }: Extract<View, { readonly kind: "explain" }>): TemplateResult {
  const { say, canSelect, controls } = scene;
  const { answer, places } = explained;
  return html`
    ${viewHead(scene, say("explain.title"))} ${canSelect ? html`<p class="lead">${say("explain.lead")}</p>` : nothing}
    ${
      canSelect
        ? html`<div class="bar">
            <fluent-button class="wide" appearance="accent" data-do="explain-cell" @click=${controls.explainSelected}>
              ${say("explain.cell")}
            </fluent-button>
          </div>`
        : nothing
    }
    ${canSelect ? nothing : choice(scene, places, question)} ${answer ? answerCard(scene, answer, question) : nothing}
    ${canSelect ? choice(scene, places, question) : nothing}
  `;
}

// The figure of a cell is compared from where it is shown; one that was chosen by name, from where it is chosen.
function sinceCard({ say, controls }: Scene, question: Question | undefined): TemplateResult | typeof nothing {
  if (!question || !("at" in question)) return nothing;
  const { at, since } = question;
  const ask = (event: Event) => {
    const input = (event.currentTarget as HTMLElement).parentElement?.querySelector<HTMLInputElement>("[data-choice=cell-since]");
    const day = dayFromIso(input?.value ?? "");
    controls.explainFigure(day === undefined ? { at } : { at, since: day });
  };
  return html`
    <div class="correct">
      <label class="column">
        <span>${say("explain.pick.since")}</span>
        <input type="date" class="day" data-choice="cell-since" .value=${since ?? ""} />
      </label>
      <fluent-button class="wide" appearance="outline" data-do="explain-since" @click=${ask}>${say("explain.since.go")}</fluent-button>
    </div>
  `;
}

function answerCard(scene: Scene, answer: Answer, question: Question | undefined): TemplateResult {
  const { say } = scene;
  if (answer.kind === "none") {
    const { why, sheet, cell } = answer;
    return html`<section class="card" role="status"><p>${say(`explain.none.${why}`, { sheet, cell })}</p></section>`;
  }
  const { asOf, isStale, sums, since } = answer;
  return html`
    <section class="card" role="status">
      <h2 class="card-title">${titleOf(scene, answer)}</h2>
      <p class="fine ms-fontSize-12">${say("done.rollup", { day: longDay(say, asOf) })}</p>
      ${isStale ? html`<p class="fact">${say("explain.stale")}</p>` : nothing} ${sinceCard(scene, question)}
      ${sums.map((sum, index) => {
        const name = sums.length > 1 ? say(`explain.rate.${index === 0 ? "part" : "whole"}`) : "";
        return html`${since === undefined ? nothing : difference(scene, sum, { since, name })} ${sumLines(scene, sum, name)}`;
      })}
    </section>
  `;
}

// What has changed since the earlier day stands before the figure itself.
function difference(scene: Scene, sum: ShownSum, { since, name }: { readonly since: Day; readonly name: string }): TemplateResult {
  const { say } = scene;
  const { causes } = sum;
  if (!causes) return html`<p class="fact" data-since>${say("explain.since.none")}</p>`;
  return html`
    <p class="fact" data-since>${say("explain.sum", { name, value: differenceText(scene, sum, longDay(say, since)) })}</p>
    ${causes.map((cause) => sumLines(scene, cause, say(`explain.cause.${cause.kind}`), true))}
  `;
}

function differenceText(scene: Scene, sum: ShownSum, day: string): string {
  const { say } = scene;
  const { causes = [] } = sum;
  const change = causes.reduce((total, { value }) => total + value, 0);
  if (causes.length === 0) return say("explain.since.same", { day });
  // What came in and what went out may be as much.
  if (change === 0) return say("explain.since.even", { day });
  return say(change < 0 ? "explain.since.less" : "explain.since.more", { day, amount: amountText(scene, sum, Math.abs(change)) });
}

function titleOf({ say }: Scene, { title, figure, school }: Sums): string {
  if (title !== undefined || figure === undefined) return title ?? "";
  return say("explain.figure.of", { place: school ?? say("done.whole"), figure: say(`figure.${figure}`) });
}

const amountText = ({ say }: Scene, { isMoney }: ShownCells, amount: number) =>
  isMoney ? say("explain.yuan", { amount: money(amount as Fen) }) : counted(amount);

function sumLines(scene: Scene, sum: ShownCells, name: string, isCause = false): TemplateResult {
  const { say } = scene;
  const { value, count, cells } = sum;
  return html`
    <p class="fact">${say("explain.sum", { name, value: amountText(scene, sum, value) })}</p>
    <p class="fine ms-fontSize-12">${count === 0 ? say("explain.empty") : say("explain.count", { count: counted(count) })}</p>
    <ul class="findings" data-sum ?data-cause=${isCause}>
      ${cells.map((cell) => html`<li>${cellLine(scene, sum, cell)}</li>`)}
    </ul>
    ${count > cells.length ? html`<p class="fine ms-fontSize-12">${say("explain.more", { count: counted(count - cells.length) })}</p>` : nothing}
  `;
}

function cellLine(scene: Scene, sum: ShownCells, { sheet, cell, contractNo = "", amount }: SourceCell): TemplateResult {
  const { say, canShow, controls } = scene;
  const text = html`
    <span class="place ms-fontSize-12">${say("findings.place", { sheet, cell })}</span>
    <span class="message">${say("explain.line", { amount: amountText(scene, sum, amount), contract: contractNo })}</span>
  `;
  return canShow
    ? html`<button class="finding" type="button" @click=${() => controls.showCell(sheet, cell)}>${text}</button>`
    : html`<div class="finding">${text}</div>`;
}

function choice({ say, controls }: Scene, places: readonly string[], question: Question | undefined): TemplateResult {
  const asked = question && "figure" in question ? question : undefined;
  const ask = (event: Event) => {
    const card = (event.currentTarget as HTMLElement).closest("section");
    const value = (name: string) => card?.querySelector<HTMLSelectElement>(`[data-choice=${name}]`)?.value ?? "";
    const figure = figures.find((name) => name === value("figure"));
    const school = places[Number(value("place"))];
    const since = dayFromIso(card?.querySelector<HTMLInputElement>("[data-choice=since]")?.value ?? "");
    const of = value("place") === "" || school === undefined ? {} : { school };
    if (figure) controls.explainFigure({ figure, ...of, ...(since === undefined ? {} : { since }) });
  };
  return html`
    <section class="card correct">
      <h2 class="card-title">${say("explain.pick")}</h2>
      <label class="column">
        <span>${say("explain.pick.figure")}</span>
        <select data-choice="figure">
          ${figures.map((name) => html`<option value=${name} ?selected=${asked?.figure === name}>${say(`figure.${name}`)}</option>`)}
        </select>
      </label>
      <label class="column">
        <span>${say("explain.pick.place")}</span>
        <select data-choice="place">
          <option value="">${say("done.whole")}</option>
          ${places.map((name, index) => html`<option value=${String(index)} ?selected=${asked?.school === name}>${name}</option>`)}
        </select>
      </label>
      <label class="column">
        <span>${say("explain.pick.since")}</span>
        <input type="date" class="day" data-choice="since" .value=${asked?.since ?? ""} />
      </label>
      <fluent-button class="wide" appearance="outline" data-do="explain-figure" @click=${ask}>${say("explain.pick.go")}</fluent-button>
    </section>
  `;
}
