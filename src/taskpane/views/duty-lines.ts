// What is to be done today, as the calendar says it: what falls due, and what is done every day.
import { html, type TemplateResult } from "lit";
import type { Duty } from "../../domain/record/duties";
import type { Scene } from "../shell/pane-state";

/** A line for each duty. */
export function dutyLines({ say }: Pick<Scene, "say">, duties: readonly Duty[]): readonly TemplateResult[] {
  return duties.map(({ id, isDaily }) => {
    const what = say(`duty.${id}`);
    return html`<p class="today-due" data-duty=${id}>${isDaily ? say("season.daily", { what }) : say("season.due.today", { what })}</p>`;
  });
}

/** A line for each task of the centre's own making that falls due today. */
export function ownTaskLines({ say }: Pick<Scene, "say">, tasks: readonly string[]): readonly TemplateResult[] {
  return tasks.map((what) => html`<p class="today-due" data-duty="own">${say("season.due.today", { what })}</p>`);
}
