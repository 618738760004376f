// A book without a list of borrowers: what was found in it instead, and every way on from here.
import { html, nothing, type TemplateResult } from "lit";
import { dayParts } from "../../domain/values/day";
import { backupCard } from "./backup-card";
import { beginCard } from "./begin-card";
import { leftCard } from "./left-card";
import type { FoundSheet } from "../engine/found-sheets";
import { buttonLabel } from "../shell/buttons";
import { icon } from "../shell/icons";
import type { Scene, View } from "../shell/pane-state";
import { counted, listed } from "../shell/say-things";
import { viewHead } from "../shell/view-head";

/** What was found, what helps, and the sample county for those who only want to see how it goes. */
export function noListView(
  scene: Scene,
  { text, sheets, canCorrect, canForm, lacks }: Extract<View, { readonly kind: "no-list" }>,
): TemplateResult {
  const { say, controls, isFile, language } = scene;
  const isBlank = sheets.every(({ rows }) => rows === 0);
  // What was begun is filled in elsewhere: it is saved before another workbook is opened.
  const isBegun = isFile && lacks.length === 0;
  const save = html`<fluent-button class="wide" appearance="accent" data-do="save-copy" @click=${controls.saveCopy}
    >${say("begin.save")}</fluent-button
  >`;
  const first = isFile
    ? html`${isBegun ? save : nothing}
        <fluent-button class="wide" appearance=${isBegun ? "outline" : "accent"} data-do="other" @click=${controls.openOther}
          >${say("open.other")}</fluent-button
        >`
    : html`<fluent-button class="wide" appearance="accent" data-do="reread" @click=${controls.reread}
        >${say("season.reread")}</fluent-button
      >`;
  return html`
    ${viewHead(scene, say("none.title"), isFile ? controls.openOther : controls.reread)} ${leftCard(scene)}
    <section class="card problem" role="alert">
      ${icon("warning")}
      <p>${text}</p>
    </section>
    <section class="card">
      <h2 class="card-title">${say(isBlank ? "none.blank" : "none.found", { count: counted(sheets.length) })}</h2>
      ${
        isBlank
          ? nothing
          : html`<ul class="lines">
              ${sheets.map((sheet) => sheetLine(scene, sheet))}
            </ul>`
      }
      <p class="fact">${say(isFile ? "none.next.file" : "none.next")}</p>
    </section>
    <div class="bar">
      ${first}
      ${
        canCorrect
          ? html`<fluent-button class="wide" appearance="outline" data-do="recognise" @click=${controls.recognise}>
              ${say("season.sheets")}
            </fluent-button>`
          : nothing
      }
      ${
        canForm
          ? html`<p class="fact">${say("none.forms")}</p>
              <fluent-button class="wide" appearance="outline" data-do="forms" @click=${() => controls.choose("forms")}>
                ${buttonLabel(language, "forms")}
              </fluent-button>`
          : nothing
      }
    </div>
    ${lacks.length === 0 || isBlank ? nothing : backupCard(scene)}
    ${beginCard(scene, lacks, { county: "", year: dayParts(scene.today ?? scene.clock).year })} ${sampleOffer(scene)}
  `;
}

/** The offer to try the invented county. */
export function sampleOffer({ say, controls, isFile }: Scene): TemplateResult {
  return html`<section class="card offer">
    <p class="fact">${say("sample.lead")}</p>
    <fluent-button class="wide" appearance="outline" data-do="sample" @click=${controls.trySample}>${say("sample.try")}</fluent-button>
    <p class="fine ms-fontSize-12">${say(isFile ? "sample.file" : "sample.book")}</p>
  </section>`;
}

function sheetLine({ say }: Scene, { name, rows, texts }: FoundSheet): TemplateResult {
  const note = rows === 0 ? say("none.sheet.blank") : say("none.sheet", { rows: counted(rows), texts: listed(say, texts) });
  return html`<li class="line">
    <span class="line-name">${name}</span>
    <span class="line-below ms-fontSize-12">${note}</span>
  </li>`;
}
