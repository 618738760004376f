// How the sheets were recognised, which of them counts as the list, and the way to correct one of them.
import { html, nothing, type TemplateResult } from "lit";
import type { Scene, View } from "../shell/pane-state";
import { allSheetLines } from "./sheet-lines";
import { viewHead } from "../shell/view-head";

// Values of the choice; a sheet may bear any name.
const automatic = "auto";
const valueOf = (sheet: string) => `sheet:${sheet}`;

/** The sheets, and the choice between lists. */
export function recogniseView(
  scene: Scene,
  { overview, sheets, two, correctable }: Extract<View, { readonly kind: "recognise" }>,
): TemplateResult {
  const { say, controls, sheet, isFile } = scene;
  const [first = "", second = ""] = two;
  const mustChoose = two.length > 0;
  const isChoice = mustChoose || overview !== undefined;
  const lists = mustChoose
    ? sheets
    : sheets.filter((name) => overview?.sheets.some((one) => one.name === name && one.kind === "borrowers") ?? true);
  const chosen = sheet !== undefined ? valueOf(sheet) : mustChoose ? valueOf(first) : automatic;
  return html`
    ${viewHead(scene, say("recognise.title"), mustChoose && isFile ? controls.openOther : controls.home)}
    <p class="lead">${mustChoose ? say("recognise.two", { first, second }) : say("recognise.lead")}</p>
    ${overview ? html`<section class="card">${allSheetLines(scene, overview.sheets)}</section>` : nothing}
    ${isChoice ? listChoice(scene, lists, chosen, mustChoose) : nothing} ${correctionChoice(scene, correctable)}
  `;
}

function listChoice(scene: Scene, lists: readonly string[], chosen: string, mustChoose: boolean): TemplateResult {
  const { say, controls, sheet } = scene;
  return html`
    <section class="card">
      <fluent-radio-group class="lists" orientation="vertical" name="list" value=${chosen}>
        <label slot="label">${say("recognise.which")}</label>
        ${mustChoose ? nothing : html`<fluent-radio value=${automatic}>${say("recognise.auto")}</fluent-radio>`}
        ${[...new Set(sheet === undefined ? lists : [...lists, sheet])].map((name) => html`<fluent-radio value=${valueOf(name)}>${name}</fluent-radio>`)}
      </fluent-radio-group>
    </section>
    <div class="bar">
      <fluent-button class="wide" appearance="accent" data-do="use" @click=${(event: Event) => controls.useSheet(chosenIn(event))}>
        ${say("recognise.apply")}
      </fluent-button>
    </div>
  `;
}

function correctionChoice({ say, controls }: Scene, correctable: readonly string[]): TemplateResult | typeof nothing {
  if (correctable.length === 0) return nothing;
  const open = (event: Event) => {
    const select = (event.currentTarget as HTMLElement).closest("section")?.querySelector("select");
    if (select) controls.correctSheet(select.value);
  };
  return html`
    <section class="card correct">
      <label class="column">
        <span class="card-title">${say("correct.which")}</span>
        <select data-choice="sheet">
          ${correctable.map((name) => html`<option value=${name}>${name}</option>`)}
        </select>
      </label>
      <fluent-button class="wide" appearance="outline" data-do="correct" @click=${open}>${say("correct.open")}</fluent-button>
    </section>
  `;
}

function chosenIn(event: Event): string | undefined {
  const group = (event.currentTarget as HTMLElement).closest("main")?.querySelector("fluent-radio-group");
  const value = (group as HTMLInputElement | null)?.value ?? automatic;
  return value === automatic ? undefined : value.slice(valueOf("").length);
}
