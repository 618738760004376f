// What keeps an outcome, or the season, from being all right: a line in amber for each thing, with the way there. Green is only where this is empty.
import { html, nothing, type TemplateResult } from "lit";
import { fieldName } from "../../i18n/index";
import type { Overview } from "../engine/overview";
import type { Places } from "../engine/places";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { counted, listed } from "../shell/say-things";
import { placeButton } from "./place-button";
import { differenceText } from "./sums-view";

/** What may be amiss in a book. */
export interface Amiss {
  readonly overview: Pick<Overview, "control" | "lacking" | "printedOff" | "held" | "unassigned">;
  readonly places: Places;
}

type Item = readonly [text: string, place?: keyof Places];

function itemsOf({ say }: Scene, { overview, places }: Amiss): readonly Item[] {
  const { control, printedOff, held, unassigned } = overview;
  const off = control.filter(({ ok }) => !ok);
  const differences = off.map((figure, at): Item => {
    const text = say("done.proof.off", { figure: say(`sum.${figure.figure}`), difference: differenceText(figure) });
    return at === off.length - 1 ? [text, "control"] : [text];
  });
  const some = (count: number, item: (count: string) => Item): readonly Item[] => (count === 0 ? [] : [item(counted(count))]);
  return [
    ...differences,
    ...some(printedOff, (count) => [say("done.proof.printed", { count }), "printed"]),
    ...some(held, (count) => [say("home.settle.held", { count })]),
    ...some(unassigned, (count) => [say(places.unassigned ? "done.proof.unassigned" : "home.settle.unassigned", { count }), "unassigned"]),
    ...some(places.verify?.count ?? 0, (count) => [say("done.proof.verify", { count }), "verify"]),
    ...some(places.conflicts?.count ?? 0, (count) => [say("home.settle.conflicts", { count }), "conflicts"]),
  ];
}

/** Whether everything is right. */
export function isAllRight(scene: Scene, amiss: Amiss): boolean {
  return itemsOf(scene, amiss).length + amiss.overview.lacking.length === 0;
}

/** The card; nothing where everything is right. */
export function settleCard(scene: Scene, amiss: Amiss, title: string): TemplateResult | typeof nothing {
  const items = itemsOf(scene, amiss);
  const { lacking } = amiss.overview;
  if (items.length + lacking.length === 0) return nothing;
  return html`<section class="card problem" data-card="settle">
    ${icon("warning")}
    <div class="items">
      <h2 class="card-title">${title}</h2>
      ${lacking.map((one) => lackingItem(scene, one))}
      ${items.map(
        ([text, place]) =>
          html`<p>${text}</p>
            ${place ? placeButton(scene, amiss.places, place) : nothing} ${place === "conflicts" ? decideButton(scene) : nothing}`,
      )}
    </div>
  </section>`;
}

// What was not recognised can be named by hand.
function lackingItem({ say, language, controls }: Scene, { sheet, fields }: Overview["lacking"][number]): TemplateResult {
  const columns = listed(
    say,
    fields.map(({ field, heading }) => fieldName(language, field, heading)),
  );
  return html`<p>${say("home.settle.columns", { sheet, columns })}</p>
    <fluent-button class="inline-link" appearance="stealth" data-do="name-columns" @click=${() => controls.correctSheet(sheet)}>
      ${say("home.settle.columns.go")}
    </fluent-button>`;
}

function decideButton({ say, controls }: Scene): TemplateResult {
  return html`<fluent-button class="inline-link" appearance="stealth" data-do="decide" @click=${() => controls.choose("decide")}>
    ${say("decide.open")}
  </fluent-button>`;
}
