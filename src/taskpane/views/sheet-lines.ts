// The sheets of the book as they were understood, one line each.
import { html, nothing, type TemplateResult } from "lit";
import type { SheetSummary } from "../engine/overview";
import type { Scene } from "../shell/pane-state";
import { counted } from "../shell/say-things";

/** Every sheet with its kind, its rows and where its headings stand. */
export function allSheetLines(scene: Scene, sheets: readonly SheetSummary[]): TemplateResult {
  return html`<ul class="lines">
    ${sheets.map((sheet) => sheetLine(scene, sheet, true))}
  </ul>`;
}

/** The lists in full, the other sheets that count folded away, and how many are not understood; of what the buttons wrote nothing need be said. */
export function sheetLines(scene: Scene, sheets: readonly SheetSummary[]): TemplateResult {
  const { say } = scene;
  const lists = sheets.filter(({ kind }) => kind === "borrowers");
  const others = sheets.filter(({ kind }) => kind !== "borrowers" && kind !== "other" && kind !== "own");
  const unused = sheets.filter(({ kind }) => kind === "other").length;
  return html`
    <ul class="lines">
      ${lists.map((sheet) => sheetLine(scene, sheet, false))}
    </ul>
    ${
      others.length === 0
        ? nothing
        : html`<details class="more">
            <summary>${say("plan.sheets.more", { count: others.length })}</summary>
            <ul class="lines">
              ${others.map((sheet) => sheetLine(scene, sheet, false))}
            </ul>
          </details>`
    }
    ${unused === 0 ? nothing : html`<p class="fine ms-fontSize-12">${say("plan.sheets.other", { count: unused })}</p>`}
  `;
}

function sheetLine({ say }: Scene, { name, kind, headerRow, rows }: SheetSummary, isFull: boolean): TemplateResult {
  const count = counted(rows);
  const note = isFull && headerRow > 0 ? say("plan.sheet", { rows: count, row: headerRow }) : say("plan.sheet.rows", { rows: count });
  return html`<li class="line ${isFull ? "" : "sheet-line"}">
    <span class="line-name">${name}</span>
    ${rows === 0 || isFull ? nothing : html`<span class="line-note ms-fontSize-12">${note}</span>`}
    <span class="chip ${kind === "borrowers" ? "chip-good" : ""}">${say(`kind.${kind}`)}</span>
    ${rows === 0 || !isFull ? nothing : html`<span class="line-below ms-fontSize-12">${note}</span>`}
  </li>`;
}
