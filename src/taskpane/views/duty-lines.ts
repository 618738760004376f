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
