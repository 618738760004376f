// Entering slips without the mouse: number, Enter, signer, Enter; day, relation and deliverer carry over.
import { html, nothing, type TemplateResult } from "lit";
import { choiceCodes } from "../../domain/record/choices";
import { dayFromIso } from "../../domain/values/day";
import type { SlipSaid } from "../../domain/returns/slip";
import { buttonLabel } from "../shell/buttons";
import { icon } from "../shell/icons";
import type { Scene, View } from "../shell/pane-state";
import { counted } from "../shell/say-things";
import { viewHead } from "../shell/view-head";
import { slipPictures } from "./slip-pictures";

type SlipsView = Extract<View, { readonly kind: "slips" }>;

const shown = 10;

/** What came of a letter, by the digit that chooses it; the first follows from who signed. */
const outcomes = ["signed", "proxy", "refused", "absent"] as const;
type Outcome = (typeof outcomes)[number];

const isUnsigned = (outcome: Outcome) => outcome === "refused" || outcome === "absent";
const field = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement;
const outcomeIn = (form: HTMLFormElement): Outcome => outcomes.find((one) => one === field(form, "outcome").value) ?? "signed";

function saidIn(form: HTMLFormElement): SlipSaid {
  const text = (name: string) => field(form, name).value.trim();
  const outcome = outcomeIn(form);
  const [signedBy, deliveredBy, deliveredOn] = [isUnsigned(outcome) ? "" : text("signer"), text("deliverer"), dayFromIso(text("day"))];
  const relation = isUnsigned(outcome) ? undefined : choiceCodes.signerRelation.find((code) => code === text("relation"));
  const values = {
    ...(signedBy ? { signedBy } : {}),
    ...(relation ? { signerRelation: relation } : {}),
    ...(deliveredOn ? { deliveredOn } : {}),
    ...(deliveredBy ? { deliveredBy } : {}),
  };
  return outcome === "signed" ? { values } : { values, outcome };
}

/** Makes the form ready for the next slip: day and deliverer carry over, and the relation where the family signed. */
function makeReady(form: HTMLFormElement): void {
  if (outcomeIn(form) === "proxy") field(form, "relation").value = "";
  field(form, "outcome").value = "signed";
  for (const name of ["number", "signer"]) field(form, name).value = "";
}

/** The form, what was wrong with the last number, and the last ten slips. */
export function slipsView(scene: Scene, { typed, fault, pictures }: SlipsView): TemplateResult {
  const { say, language, controls } = scene;
  const add = async (form: HTMLFormElement) => {
    const number = field(form, "number");
    const isTaken = await controls.addSlip(number.value, saidIn(form));
    if (isTaken) makeReady(form);
    number.focus();
    if (!isTaken) number.select();
  };
  // A digit in place of the signer chooses what came of the letter; nobody's name is one.
  const chosenByDigit = (form: HTMLFormElement): boolean => {
    const signer = field(form, "signer");
    const outcome = outcomes[Number(signer.value.trim() || NaN) - 1];
    if (!outcome) return false;
    field(form, "outcome").value = outcome;
    signer.value = "";
    return true;
  };
  const enter = async (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    const { form, name, value } = event.currentTarget as HTMLInputElement;
    if (!form) return;
    if (name === "number") {
      if (await controls.checkSlip(value)) field(form, "signer").focus();
      else field(form, "number").select();
      return;
    }
    const isChoice = name === "outcome" || (name === "signer" && chosenByDigit(form));
    if (isChoice && !isUnsigned(outcomeIn(form))) field(form, outcomeIn(form) === "proxy" ? "relation" : "signer").focus();
    else if (name === "relation" && field(form, "signer").value === "") field(form, "signer").focus();
    else await add(form);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void add(event.currentTarget as HTMLFormElement);
  };
  return html`
    ${viewHead(scene, buttonLabel(language, "slips"))}
    <p class="lead">${say("slips.lead")}</p>
    <p class="fine lead">${say("slips.keys")}</p>
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
        ><span>${say("slips.outcome")}</span>
        <select name="outcome" @keydown=${enter}>
          ${outcomes.map((outcome, at) => html`<option value=${outcome}>${at + 1} ${say(`slips.outcome.${outcome}`)}</option>`)}
        </select></label
      >
      <label class="setting"
        ><span>${say("slips.signer")}</span> <input type="text" name="signer" autocomplete="off" @keydown=${enter}
      /></label>
      <label class="setting"
        ><span>${say("slips.relation")}</span>
        <select name="relation" @keydown=${enter}>
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
            ({ number, name, school, isKnown, values, outcome }) =>
              html`<tr>
                <th scope="row">${number}</th>
                <td>${name}</td>
                <td>${outcome ? say(`slips.outcome.${outcome}`) : isKnown ? say("slips.known") : (values.signedBy ?? "")}</td>
                <td>${school}</td>
              </tr>`,
          )}
      </tbody>
    </table>
    <fluent-button appearance="stealth" data-do="undo-slip" @click=${controls.undoSlip}>${say("slips.undo")}</fluent-button>
  </section>`;
}
