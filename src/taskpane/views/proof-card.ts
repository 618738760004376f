// The proof of a split, in green or in amber, with the way to each thing that is still to be settled.
import { html, type TemplateResult } from "lit";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { type Amiss, isAllRight, settleCard } from "./settle-card";

/** Green only where everything is right: the parts are the whole, the whole is what it should be, everybody has a school and nobody is to be verified. */
export function proofCard(scene: Scene, amiss: Amiss): TemplateResult {
  const { say } = scene;
  if (isAllRight(scene, amiss))
    return html`<section class="card proof">
      ${icon("tick")}
      <p>${say("done.proof")}</p>
    </section>`;
  return html`${settleCard(scene, amiss, say("done.proof.parts"))}`;
}
