// What a daily feedback has come to: the persons of every school by what its file says of them.
import { html, type TemplateResult } from "lit";
import type { Result } from "../../actions/perform";
import type { Scene } from "../shell/pane-state";
import { counted, longDay } from "../shell/say-things";

type FeedbackResult = Extract<Result, { readonly action: "feedback" }>;
type Figures = Pick<FeedbackResult["files"][number], "newlyPaid" | "unpaid" | "withdrawn" | "changed">;

const figures = ["newlyPaid", "unpaid", "withdrawn", "changed"] as const satisfies readonly (keyof Figures)[];

/** The schools with their figures, and what was compared with what. */
export function feedbackResult({ say }: Scene, result: FeedbackResult): TemplateResult {
  const { asOf, since, skipped, files } = result;
  const days = skipped.map((skippedDay) => longDay(say, skippedDay)).join(say("app.separator"));
  const line = (name: string, part: Figures, kind = "") =>
    html`<tr class=${kind}>
      <th scope="row">${name}</th>
      ${figures.map((figure) => html`<td class="number">${counted(part[figure])}</td>`)}
    </tr>`;
  return html`<section class="card">
    <h2 class="card-title">${say("done.feedback", { schools: files.length, day: longDay(say, asOf) })}</h2>
    <p class="fact">
      ${since === null ? say("done.feedback.first") : say("done.feedback.since", { day: longDay(say, since), skipped: days })}
    </p>
    <table class="parts">
      <thead>
        <tr>
          <th scope="col">${say("done.school")}</th>
          ${(["paid", "unpaid", "withdrawn", "changed"] as const).map(
            (figure) => html`<th scope="col" class="number">${say(`done.feedback.${figure}`)}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${files.map((file) => line(file.school, file))}
      </tbody>
      <tfoot>
        ${line(say("done.whole"), summed(files), "whole")}
      </tfoot>
    </table>
  </section>`;
}

/** The same before it is done, in one line. */
export function feedbackLine(say: Scene["say"], { asOf, since, files }: FeedbackResult): string {
  const { newlyPaid, unpaid, withdrawn, changed } = summed(files);
  return say("plan.feedback", {
    day: longDay(say, asOf),
    since: since === null ? say("plan.feedback.first") : say("plan.feedback.since", { day: longDay(say, since) }),
    ...{ paid: counted(newlyPaid), unpaid: counted(unpaid), withdrawn: counted(withdrawn), changed: counted(changed) },
  });
}

function summed(files: readonly Figures[]): Figures {
  const sum = (figure: keyof Figures) => files.reduce((total, file) => total + file[figure], 0);
  return { newlyPaid: sum("newlyPaid"), unpaid: sum("unpaid"), withdrawn: sum("withdrawn"), changed: sum("changed") };
}
