// The proof of a split, in green or in amber, with the way to each thing that is still to be settled.
import { html, nothing, type TemplateResult } from "lit";
import { fen } from "../../domain/values/money";
import type { Outcome } from "../engine/engine";
import type { Result } from "../../actions/perform";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { placeButton } from "./place-button";
import { counted, money } from "../shell/say-things";

/** Green only where everything is right: the parts are the whole, the whole is what it should be, everybody has a school and nobody is to be verified. */
export function proofCard(
  scene: Scene,
  { unassigned }: Extract<Result, { readonly action: "split" }>,
  { overview, places }: Pick<Outcome, "overview" | "places">,
): TemplateResult {
  const { say } = scene;
  const { control, printedOff } = overview;
  const off = control.filter(({ ok }) => !ok);
  const toVerify = places.verify?.count ?? 0;
  if (off.length + printedOff + unassigned.persons + toVerify === 0)
    return html`<section class="card proof">
      ${icon("tick")}
      <p>${say("done.proof")}</p>
    </section>`;
  const differences = off.map(({ figure, actual, expected }) => {
    const difference = figure === "persons" ? counted(actual - expected) : money(fen(actual - expected));
    return say("done.proof.off", { figure: say(`sum.${figure}`), difference });
  });
  const item = (count: number, id: "printed" | "unassigned" | "verify") =>
    count === 0
      ? nothing
      : html`<p>${say(`done.proof.${id}`, { count: counted(count) })}</p>
          ${placeButton(scene, places, id)}`;
  return html`<section class="card problem">
    ${icon("warning")}
    <div class="items">
      <p>${say("done.proof.parts")}</p>
      ${differences.map((text) => html`<p>${text}</p>`)} ${off.length === 0 ? nothing : placeButton(scene, places, "control")}
      ${item(printedOff, "printed")} ${item(unassigned.persons, "unassigned")} ${item(toVerify, "verify")}
    </div>
  </section>`;
}
