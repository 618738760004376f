// How the sheets were recognised, and which of them counts as the list.
import { html, nothing, type TemplateResult } from "lit";
import type { Scene, View } from "./pane-state";
import { allSheetLines } from "./sheet-lines";
import { viewHead } from "./view-head";

// Values of the choice; a sheet may bear any name.
const automatic = "auto";
const valueOf = (sheet: string) => `sheet:${sheet}`;

/** The sheets, and the choice between lists. */
export function recogniseView(scene: Scene, { overview, sheets, two }: Extract<View, { readonly kind: "recognise" }>): TemplateResult {
  const { say, controls, sheet, isFile } = scene;
  const [first = "", second = ""] = two;
  const mustChoose = two.length > 0;
  const lists = mustChoose
    ? sheets
    : sheets.filter((name) => overview?.sheets.some((one) => one.name === name && one.kind === "borrowers") ?? true);
  const chosen = sheet !== undefined ? valueOf(sheet) : mustChoose ? valueOf(first) : automatic;
  return html`
    ${viewHead(scene, say("recognise.title"), overview === undefined && isFile ? controls.openOther : controls.home)}
    <p class="lead">${mustChoose ? say("recognise.two", { first, second }) : say("recognise.lead")}</p>
    ${overview ? html`<section class="card">${allSheetLines(scene, overview.sheets)}</section>` : nothing}
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

function chosenIn(event: Event): string | undefined {
  const group = (event.currentTarget as HTMLElement).closest("main")?.querySelector("fluent-radio-group");
  const value = (group as HTMLInputElement | null)?.value ?? automatic;
  return value === automatic ? undefined : value.slice(valueOf("").length);
}
