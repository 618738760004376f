// The offer to lay down what a book lacks for a season: 设置, 附件1 and 附件2, each as a sheet that people go on in.
import { html, nothing, type TemplateResult } from "lit";
import type { Beginning, Table } from "../../actions/begin";
import type { Scene } from "../shell/pane-state";
import { listed } from "../shell/say-things";

/** The offer; nothing where nothing is missing. Whose season it is, is asked only where no 设置 says so. */
export function beginCard(scene: Scene, lacks: readonly Table[], known: Beginning): TemplateResult | typeof nothing {
  if (lacks.length === 0) return nothing;
  const { say, controls } = scene;
  const asks = lacks.includes("settings");
  const names = listed(
    say,
    lacks.map((table) => say(`begin.${table}`)),
  );
  const begin = (event: Event): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const text = (name: string, otherwise: string): string =>
      form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value.trim() || otherwise;
    controls.beginSeason({ county: text("county", known.county), year: Number(text("year", String(known.year))) });
  };
  return html`<section class="card offer" data-begin>
    <h2 class="card-title">${say("begin.title")}</h2>
    <p class="fact">${say("begin.lead", { tables: names })}</p>
    <form @submit=${begin}>
      <!-- Enter in a field presses a button of the browser's own alone. -->
      <button type="submit" hidden></button>
      ${
        asks
          ? html`<label class="setting">
                <span>${say("begin.county")}</span>
                <input type="text" name="county" required maxlength="30" .value=${known.county} />
              </label>
              <label class="setting">
                <span>${say("begin.year")}</span>
                <input type="number" name="year" required min="2005" max="2100" .value=${String(known.year)} />
              </label>`
          : nothing
      }
      <fluent-button class="wide" type="submit" appearance="outline" data-do="begin">${say(asks ? "begin.go" : "begin.add")}</fluent-button>
    </form>
  </section>`;
}
