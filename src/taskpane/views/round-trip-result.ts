// What deciding, asking schools and taking back have come to.
import { html, nothing, type TemplateResult } from "lit";
import type { Result } from "../../actions/perform";
import type { PaneKey } from "../../i18n/pane";
import { actionIds, buttonLabel } from "../shell/buttons";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { counted, listed, longDay } from "../shell/say-things";

type Voice = Pick<Scene, "say" | "language">;
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

// Runs that are no button of their own.
const runs: Readonly<Record<string, PaneKey>> = { treat: "done.undo.treat", rollup: "done.undo.rollup", "undo-file": "done.undo.file" };

function runWords({ say, language }: Voice, { undone }: ResultOf<"undo">) {
  const { on = "" as never, command = "", file = "" } = undone ?? {};
  const id = actionIds.find((one) => one === command);
  return { day: longDay(say, on), run: id ? buttonLabel(language, id) : say(runs[command] ?? "done.undo.other"), file };
}

/** The run that was taken back. */
export function undoResult(scene: Scene, result: ResultOf<"undo">): TemplateResult {
  const { say } = scene;
  const { undone, kept, removed, stays } = result;
  return html`<section class="card">
    <h2 class="card-title">${undone ? say("done.undo", runWords(scene, result)) : say("done.undo.none")}</h2>
    ${removed.length === 0 ? nothing : html`<p class="fact">${say("done.undo.gone", { tabs: listed(say, removed) })}</p>`}
    ${kept === 0 ? nothing : html`<p class="fact warn">${icon("warning")}${say("done.undo.kept", { kept: counted(kept) })}</p>`}
    ${stays.length === 0 ? nothing : html`<p class="fact warn">${icon("warning")}${say("done.undo.stays", { tabs: listed(say, stays) })}</p>`}
  </section>`;
}

/** The same before it is done, in one line. */
export function roundTripLine({ say, language }: Voice, result: ResultOf<"decide"> | ResultOf<"fix"> | ResultOf<"undo">): string {
  if (result.action === "decide") {
    const { decided, updated, open } = result;
    return say("plan.decide", { decided: counted(decided), updated: counted(updated), open: counted(open) });
  }
  if (result.action === "fix") {
    const { files, questions } = result;
    return files.length === 0 ? say("done.fix.none") : say("plan.fix", { schools: files.length, questions: counted(questions) });
  }
  if (!result.undone) return say("plan.undo.none");
  return say("plan.undo", { ...runWords({ say, language }, result), kept: result.kept === 0 ? "" : counted(result.kept) });
}
