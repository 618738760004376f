// What deciding, asking schools and taking back have come to.
import { html, nothing, type TemplateResult } from "lit";
import type { Result } from "../../actions/perform";
import type { PaneKey } from "../../i18n/pane";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { counted, longDay } from "../shell/say-things";

type ResultOf<Action extends Result["action"]> = Extract<Result, { readonly action: Action }>;

/** The decisions that were carried out, and those that wait. */
export function decideResult({ say }: Scene, { decided, open, updated }: ResultOf<"decide">): TemplateResult {
  return html`<section class="card">
    <h2 class="card-title">${say("done.decide", { decided: counted(decided), updated: counted(updated) })}</h2>
    ${open === 0 ? nothing : html`<p class="fact warn">${icon("warning")}${say("done.decide.open", { open: counted(open) })}</p>`}
  </section>`;
}

/** The schools that are asked, with how much. */
export function fixResult({ say }: Scene, { files, questions }: ResultOf<"fix">): TemplateResult {
  if (files.length === 0) return html`<section class="card"><h2 class="card-title">${say("done.fix.none")}</h2></section>`;
  return html`<section class="card">
    <h2 class="card-title">${say("done.fix", { schools: files.length, questions: counted(questions) })}</h2>
    <table class="parts">
      <tbody>
        ${files.map(
          ({ school, questions: own }) =>
            html`<tr>
              <th scope="row">${school}</th>
              <td class="number">${counted(own)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="fine">${say("done.fix.next")}</p>
  </section>`;
}

const runs: Readonly<Record<string, PaneKey>> = {
  collect: "done.undo.collect",
  decide: "done.undo.decide",
  slips: "done.undo.slips",
  "undo-file": "done.undo.file",
};

function runWords(say: Scene["say"], { undone }: ResultOf<"undo">) {
  const { on = "" as never, command = "", file = "" } = undone ?? {};
  return { day: longDay(say, on), run: say(runs[command] ?? "done.undo.other"), file };
}

/** The run that was taken back. */
export function undoResult({ say }: Scene, result: ResultOf<"undo">): TemplateResult {
  const { undone, kept } = result;
  return html`<section class="card">
    <h2 class="card-title">${undone ? say("done.undo", runWords(say, result)) : say("done.undo.none")}</h2>
    ${kept === 0 ? nothing : html`<p class="fact warn">${icon("warning")}${say("done.undo.kept", { kept: counted(kept) })}</p>`}
  </section>`;
}

/** The same before it is done, in one line. */
export function roundTripLine(say: Scene["say"], result: ResultOf<"decide"> | ResultOf<"fix"> | ResultOf<"undo">): string {
  if (result.action === "decide") {
    const { decided, updated, open } = result;
    return say("plan.decide", { decided: counted(decided), updated: counted(updated), open: counted(open) });
  }
  if (result.action === "fix") return say("plan.fix", { schools: result.files.length, questions: counted(result.questions) });
  if (!result.undone) return say("plan.undo.none");
  return say("plan.undo", { ...runWords(say, result), kept: result.kept === 0 ? "" : counted(result.kept) });
}
