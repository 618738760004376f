// A button that leads to the place in the book where something is to be settled.
import { html, nothing, type TemplateResult } from "lit";
import type { Places } from "../engine/places";
import type { Scene } from "../shell/pane-state";

/** The button; nothing where there is no such place, or no book in front of the user to show it in. Beside the pane, sheets are for looking. */
export function placeButton({ say, canShow, isFile, controls }: Scene, places: Places, id: keyof Places): TemplateResult | typeof nothing {
  const place = places[id];
  if (!place || !canShow) return nothing;
  return html`<fluent-button
    class="inline-link"
    appearance="stealth"
    data-place=${id}
    @click=${() => controls.showCell(place.sheet, place.cell)}
  >
    ${say(isFile ? "place.look" : `place.${id}`, { sheet: place.sheet })}
  </fluent-button>`;
}
