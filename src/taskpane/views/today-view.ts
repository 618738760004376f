// Which day counts as today: said where it is not the clock's, and open to change where the season is over or has not begun.
import { html, nothing, type TemplateResult } from "lit";
import { dayFromIso } from "../../domain/values/day";
import { deadlinesOf, type Season } from "../../domain/record/season";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { momentOf } from "../shell/phases";
import { longDay } from "../shell/say-things";

/** Today with where it comes from, as a line. */
export function todayText({ say, clock, today }: Scene, season: Season): string {
  const day = longDay(say, season.today);
  if (today !== undefined) return say("today.chosen", { day });
  return say(season.today === clock ? "season.today" : "today.settings", { day });
}

/**
 * What is to be done outside the season; nothing within it, as long as nobody has chosen another day.
 * @param canRollOver whether the way into the next season is to be offered here
 */
export function todayView(scene: Scene, season: Season, canRollOver: boolean): TemplateResult | typeof nothing {
  const { say, clock, today, controls } = scene;
  const moment = momentOf(season.today, season.dates);
  if (moment === "during" && today === undefined) return nothing;
  const { first, last } = deadlinesOf(season.dates);
  const [year, on] = [season.year, longDay(say, moment === "before" ? first : last)];
  return html`<section class="card season-moment">
    ${moment === "during" ? nothing : html`<p class="fact">${say(`today.${moment}`, { year, day: on })}</p>`}
    ${
      today === undefined
        ? dayChoice(scene, season)
        : html`<fluent-button class="wide" appearance="outline" data-do="real-today" @click=${() => controls.setToday(undefined)}>
            ${say("today.real", { day: longDay(say, clock) })}
          </fluent-button>`
    }
    <p class="fine ms-fontSize-12">${say("today.hint")}</p>
    ${
      moment === "after" && canRollOver
        ? html`<fluent-button class="wide" appearance="outline" data-do="roll-over" @click=${() => controls.choose("next-season")}>
            ${icon("next-season", "start")}${say("home.roll-over")}
          </fluent-button>`
        : nothing
    }
  </section>`;
}

function dayChoice({ say, controls }: Scene, { dates }: Season): TemplateResult {
  const apply = (event: Event) => {
    const field = (event.currentTarget as HTMLElement).closest("section")?.querySelector("input");
    const day = dayFromIso(field?.value ?? "");
    if (day) controls.setToday(day);
    else field?.focus();
  };
  return html`
    <label class="setting">
      <span>${say("today.label")}</span>
      <input type="date" class="day" data-choice="today" required .value=${dates.listsOut} />
    </label>
    <fluent-button class="wide" appearance="outline" data-do="set-today" @click=${apply}>${say("today.set")}</fluent-button>
  `;
}
