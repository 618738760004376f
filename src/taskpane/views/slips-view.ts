// Entering slips without the mouse: number, Enter, signer, Enter; day, relation and deliverer carry over.
import { html, nothing, type TemplateResult } from "lit";
import { choiceCodes } from "../../domain/record/choices";
import { dayFromIso } from "../../domain/values/day";
import type { SlipValues } from "../../domain/returns/slip";
import { buttonLabel } from "../shell/buttons";
import { icon } from "../shell/icons";
import type { Scene, View } from "../shell/pane-state";
import { counted } from "../shell/say-things";
import { viewHead } from "../shell/view-head";
import { slipPictures } from "./slip-pictures";

type SlipsView = Extract<View, { readonly kind: "slips" }>;

const shown = 10;

function valuesIn(form: HTMLFormElement): SlipValues {
  const text = (name: string) => (new FormData(form).get(name) as string | null)?.trim() ?? "";
  const [signedBy, deliveredBy, deliveredOn] = [text("signer"), text("deliverer"), dayFromIso(text("day"))];
  const relation = choiceCodes.signerRelation.find((code) => code === text("relation"));
  return {
    ...(signedBy ? { signedBy } : {}),
    ...(relation ? { signerRelation: relation } : {}),
    ...(deliveredOn ? { deliveredOn } : {}),
    ...(deliveredBy ? { deliveredBy } : {}),
  };
}

/** The form, what was wrong with the last number, and the last ten slips. */
export function slipsView(scene: Scene, { typed, fault, pictures }: SlipsView): TemplateResult {
  const { say, language, controls } = scene;
  const field = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const add = async (form: HTMLFormElement) => {
    const number = field(form, "number");
    const isTaken = await controls.addSlip(number.value, valuesIn(form));
    if (isTaken) [number.value, field(form, "signer").value] = ["", ""];
    number.focus();
    if (!isTaken) number.select();
  };
  const enter = async (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    const input = event.currentTarget as HTMLInputElement;
    const { form } = input;
    if (!form) return;
    if (input.name !== "number") return add(form);
    if (await controls.checkSlip(input.value)) field(form, "signer").focus();
    else input.select();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void add(event.currentTarget as HTMLFormElement);
  };
  return html`
    ${viewHead(scene, buttonLabel(language, "slips"))}
    <p class="lead">${say("slips.lead")}</p>
    <form class="card" data-form="slips" @submit=${submit}>
      <label class="setting"
        ><span>${say("slips.number")}</span>
        <input
          type="text"
          name="number"
          autocomplete="off"
          spellcheck="false"
          autofocus
          aria-invalid=${fault !== undefined}
          @keydown=${enter}
      /></label>
      ${fault ? html`<p class="fact warn" role="alert" data-fault=${fault.why}>${icon("warning")}${say(`slips.wrong.${fault.why}`, { number: fault.number })}</p>` : nothing}
      <label class="setting"
        ><span>${say("slips.signer")}</span> <input type="text" name="signer" autocomplete="off" @keydown=${enter}
      /></label>
      <label class="setting"
        ><span>${say("slips.relation")}</span>
        <select name="relation">
          <option value="">${say("slips.relation.none")}</option>
          ${choiceCodes.signerRelation.map((code) => html`<option value=${code}>${say(`slips.relation.${code}`)}</option>`)}
        </select></label
      >
      <label class="setting"><span>${say("slips.day")}</span> <input type="date" name="day" @keydown=${enter} /></label>
      <label class="setting"
        ><span>${say("slips.deliverer")}</span> <input type="text" name="deliverer" autocomplete="off" @keydown=${enter}
      /></label>
      <button class="quiet" type="submit" data-do="add-slip">${say("slips.add")}</button>
    </form>
    ${typed.length === 0 ? nothing : lastSlips(scene, typed)} ${slipPictures(scene, pictures)}
    <div class="bar">
      <fluent-button
        class="wide"
        appearance="accent"
        data-do="plan"
        ?disabled=${typed.length === 0 || pictures.reading !== undefined}
        @click=${controls.planSlips}
      >
        ${say("slips.register", { count: counted(typed.length) })}
      </fluent-button>
    </div>
  `;
}

function lastSlips({ say, controls }: Scene, typed: SlipsView["typed"]): TemplateResult {
  return html`<section class="card">
    <h2 class="card-title">${say("slips.last", { count: counted(typed.length) })}</h2>
    <table class="parts" data-slips>
      <tbody>
        ${typed
          .slice(-shown)
          .reverse()
          .map(
            ({ number, name, school, isKnown, values }) =>
              html`<tr>
                <th scope="row">${number}</th>
                <td>${name}</td>
                <td>${isKnown ? say("slips.known") : (values.signedBy ?? "")}</td>
                <td>${school}</td>
              </tr>`,
          )}
      </tbody>
    </table>
    <fluent-button appearance="stealth" data-do="undo-slip" @click=${controls.undoSlip}>${say("slips.undo")}</fluent-button>
  </section>`;
}
