// One sheet corrected by the user: what it is used for, which row holds its headings, which column is which.
import { html, nothing, type TemplateResult } from "lit";
import type { FieldId } from "../../domain/record/field";
import { fieldName } from "../../i18n/index";
import { type Draft, mayBeEmpty } from "../jobs/correct-draft";
import type { ColumnToCorrect, SheetUse } from "../engine/sheet-to-correct";
import type { Scene } from "../shell/pane-state";
import { viewHead } from "../shell/view-head";

const uses: readonly SheetUse[] = ["borrowers", "jurisdictions", "contacts", "repayments", "other"];

/** The sheet with its choices. */
export function correctView(scene: Scene, draft: Draft): TemplateResult {
  const { say, controls } = scene;
  const { sheet, use } = draft;
  return html`
    ${viewHead(scene, say("correct.title", { sheet: sheet.name }), controls.recognise)}
    <p class="lead">${say("correct.lead")}</p>
    <section class="card">
      <label class="setting">
        <span>${say("correct.use")}</span>
        <select data-choice="use" @change=${(event: Event) => controls.setUse(valueOf(event) as SheetUse)}>
          ${uses.map((one) => html`<option value=${one} .selected=${one === use}>${say(`correct.use.${one}`)}</option>`)}
        </select>
      </label>
      ${use === "other" ? nothing : headingRow(scene, draft)}
    </section>
    ${
      use === "other"
        ? nothing
        : html`<section class="card">
            <h2 class="card-title">${say("correct.columns")}</h2>
            <ul class="lines">
              ${unknownFirst(sheet.columns).map((column) => columnLine(scene, draft, column))}
            </ul>
          </section>`
    }
    <div class="bar bar-sticky">
      <fluent-button class="wide" appearance="accent" data-do="save-correction" @click=${controls.saveCorrection}>
        ${say("correct.save")}
      </fluent-button>
      ${
        sheet.isCorrected
          ? html`<fluent-button class="wide" appearance="outline" data-do="drop-correction" @click=${controls.dropCorrection}>
              ${say("correct.drop")}
            </fluent-button>`
          : nothing
      }
    </div>
  `;
}

// What was not recognised is what one has come for.
function unknownFirst(columns: readonly ColumnToCorrect[]): readonly ColumnToCorrect[] {
  const isUnknown = ({ automatic }: ColumnToCorrect) => automatic === undefined;
  return [...columns.filter(isUnknown), ...columns.filter((column) => !isUnknown(column))];
}

function headingRow({ say, controls }: Scene, { headerRow, sheet }: Draft): TemplateResult {
  const change = (event: Event) => {
    const row = Number(valueOf(event));
    if (Number.isInteger(row) && row >= 1 && row <= sheet.lastRow) controls.setHeaderRow(row);
    else (event.target as HTMLInputElement).value = String(headerRow);
  };
  return html`
    <label class="setting">
      <span>${say("correct.row")}</span>
      <input type="number" min="1" max=${sheet.lastRow} data-choice="row" .value=${String(headerRow)} @change=${change} />
    </label>
  `;
}

function columnLine({ say, language, controls }: Scene, draft: Draft, { column, letters, heading, samples, automatic }: ColumnToCorrect) {
  const chosen = draft.fields.get(column);
  const change = (event: Event) => controls.setField(column, (valueOf(event) || undefined) as FieldId | undefined);
  return html`
    <li class="line column-line">
      <label class="column">
        <span
          ><b class="rank">${letters}</b>${heading === "" ? say("correct.untitled") : heading}
          ${automatic === undefined && chosen === undefined ? html`<span class="chip">${say("correct.unknown")}</span>` : nothing}</span
        >
        <span class="column-samples fine ms-fontSize-12" title=${samples.join(" · ")}>${samples.join(" · ")}</span>
        <select data-column=${letters} @change=${change}>
          ${
            chosen === undefined || mayBeEmpty(draft, column, automatic)
              ? html`<option value="" .selected=${chosen === undefined}>${say("correct.none")}</option>`
              : nothing
          }
          ${draft.sheet.choices.map(
            (choice) =>
              html`<option value=${choice.field} .selected=${choice.field === chosen}>
                ${fieldName(language, choice.field, choice.heading)}
              </option>`,
          )}
        </select>
      </label>
    </li>
  `;
}

const valueOf = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
