// What schools returned and nobody could merge, as a place to decide: one after the other or all of a kind, by keys alone if one likes.
import { html, nothing, type TemplateResult } from "lit";
import type { PaneKey } from "../../i18n/pane";
import type { Answer, OpenQuestion, QuestionGroup } from "../engine/question-list";
import { buttonLabel } from "../shell/buttons";
import { icon } from "../shell/icons";
import type { Scene, View } from "../shell/pane-state";
import { counted } from "../shell/say-things";
import { viewHead } from "../shell/view-head";

type QuestionsView = Extract<View, { readonly kind: "questions" }>;
type Answers = QuestionsView["answers"];

/** As many of one kind as anybody reads in a pane; the others follow once these are decided. */
const shownPerKind = 50;

const answerTo = (answers: Answers, { key, written }: OpenQuestion) => answers.get(key) ?? written;

/** The open questions by kind, each with its answers. */
export function questionsView(scene: Scene, { groups, answers }: QuestionsView): TemplateResult {
  const { say, language, controls, canShow } = scene;
  const all = groups.flatMap(({ questions }) => questions);
  const decided = all.filter((question) => answerTo(answers, question) !== "").length;
  return html`
    ${viewHead(scene, buttonLabel(language, "decide"))}
    <p class="lead" role="status" data-open=${all.length - decided}>
      ${all.length === 0 ? say("decide.none") : say("decide.lead", { open: counted(all.length - decided), decided: counted(decided) })}
    </p>
    ${all.length === 0 ? nothing : html`<p class="fine lead">${say(canShow ? "decide.keys" : "decide.keys.file")}</p>`}
    <div @keydown=${onKey}>${groups.map((group, at) => questionGroup(scene, answers, { group, isFirst: at === 0 }))}</div>
    <div class="bar bar-sticky">
      <fluent-button class="wide" appearance="accent" data-do="plan" ?disabled=${decided === 0} @click=${controls.planDecide}>
        ${say("decide.next")}
      </fluent-button>
    </div>
  `;
}

function titleOf({ say }: Scene, { kind, does, item }: QuestionGroup): string {
  const key: PaneKey = does === "word" || does === "transfer" ? `decide.kind.${does}` : `decide.kind.${kind}`;
  return say("decide.kind", { kind: say(key), item });
}

function questionGroup(
  scene: Scene,
  answers: Answers,
  { group, isFirst }: { readonly group: QuestionGroup; readonly isFirst: boolean },
): TemplateResult {
  const { say, controls } = scene;
  const { sort, does, questions, forAll } = group;
  const shown = questions.slice(0, shownPerKind);
  const more = questions.length - shown.length;
  return html`
    <details class="group group-warning" data-kind=${does === "word" || does === "transfer" ? does : group.kind} ?open=${isFirst}>
      <summary>
        ${icon("warning")}<span class="group-title">${titleOf(scene, group)}</span>
        <span class="group-count">${counted(questions.length)}</span>
      </summary>
      <p class="advice">${say(`decide.advice.${does ?? "none"}`)}</p>
      ${
        questions.length < 2 || forAll.length === 0
          ? nothing
          : html`<div class="answers" role="group" aria-label=${say("decide.all")}>
              ${forAll.map(
                ({ is, text }) =>
                  html`<button class="quiet" type="button" data-all=${is} @click=${() => controls.answerAll(sort, text)}>
                    ${say(is === "adopt" ? "decide.all.adopt" : "decide.all.refuse", { count: counted(questions.length) })}
                  </button>`,
              )}
            </div>`
      }
      <ul class="findings">
        ${shown.map((question) => questionLine(scene, answerTo(answers, question), question))}
      </ul>
      ${more > 0 ? html`<p class="fine ms-fontSize-12">${say("decide.more", { count: counted(more) })}</p>` : nothing}
    </details>
  `;
}

function questionLine(scene: Scene, given: string, question: OpenQuestion): TemplateResult {
  const { say, canShow, controls } = scene;
  const { key, file, school, cell, name, contractNo, ours, theirs, place } = question;
  const whose = [school, name, contractNo].filter((text) => text !== "").join(" · ");
  const text = html`
    <span class="message">${whose === "" ? file : whose}</span>
    <span class="change"
      >${ours === "" ? nothing : html`<span class="unseen">${say("decide.ours")}</span><del>${ours}</del>`}
      <span class="unseen">${say("decide.theirs")}</span><ins>${theirs === "" ? say("decide.blank") : theirs}</ins></span
    >
    ${whose === "" ? nothing : html`<span class="place ms-fontSize-12">${say("decide.place", { file, cell })}</span>`}
  `;
  return html`<li class="question" data-question=${key} data-given=${given}>
    ${
      canShow && place
        ? html`<button
            class="finding"
            type="button"
            data-head
            title=${say("decide.show")}
            @click=${() => controls.showCell(place.sheet, place.cell)}
          >
            ${text}
          </button>`
        : html`<div class="finding" data-head tabindex="0">${text}</div>`
    }
    <div class="answers" role="group" aria-label=${say("decide.answers", { whose })}>${answersOf(scene, given, question)}</div>
  </li>`;
}

function answersOf({ say, controls }: Scene, given: string, { key, answers, meanings: what }: OpenQuestion): TemplateResult {
  const ask = say(`decide.choose.${what}`);
  const meanings = answers.filter(({ is }) => is === "meaning");
  const others = answers.filter(({ is }) => is !== "meaning");
  const choose = (event: Event) => controls.answer(key, (event.currentTarget as HTMLSelectElement).value);
  const meant = meanings.some(({ text }) => text === given) ? given : "";
  return html`
    ${
      meanings.length === 0
        ? nothing
        : html`<select aria-label=${ask} data-answer="meaning" .value=${meant} @change=${choose}>
            <option value="">${ask}</option>
            ${meanings.map(({ text }) => html`<option value=${text} ?selected=${text === meant}>${text}</option>`)}
          </select>`
    }
    ${others.map((answer) => answerButton(say, answer, { isGiven: answer.text === given, press: () => controls.answer(key, answer.text) }))}
  `;
}

function answerButton(
  say: Scene["say"],
  { is }: Answer,
  { isGiven, press }: { readonly isGiven: boolean; readonly press: () => void },
): TemplateResult {
  return html`<button class="quiet" type="button" data-answer=${is} aria-pressed=${isGiven} @click=${press}>
    ${say(is === "adopt" ? "decide.adopt" : "decide.refuse")}
  </button>`;
}

const answerKeys: Readonly<Record<string, Answer["is"]>> = { a: "adopt", r: "refuse" };

/** Up and down lead from question to question, A and R answer; what has its own use for keys keeps it. */
function onKey(event: KeyboardEvent): void {
  if (!(event.target instanceof HTMLElement) || event.target instanceof HTMLSelectElement) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const line = event.target.closest(".question");
  if (!line) return;
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const is = answerKeys[event.key.toLowerCase()];
  if (step === 0 && is === undefined) return;
  event.preventDefault();
  if (is) return line.querySelector<HTMLElement>(`[data-answer=${is}]`)?.click();
  const open = [...(event.currentTarget as HTMLElement).querySelectorAll("details[open] .question")];
  open[open.indexOf(line) + step]?.querySelector<HTMLElement>("[data-head]")?.focus();
}
