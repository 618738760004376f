// What entering slips and making statements have come to.
import { html, nothing, type TemplateResult } from "lit";
import type { Result } from "../../actions/perform";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { counted, listed } from "../shell/say-things";

type ResultOf<Action extends Result["action"]> = Extract<Result, { readonly action: Action }>;

/** The slips that were registered, and those that were not taken. */
export function slipsResult({ say }: Scene, { registered, already, unknown }: ResultOf<"slips">): TemplateResult {
  const numbers = listed(
    say,
    unknown.map(({ number }) => number),
  );
  return html`<section class="card">
    <h2 class="card-title">${say("done.slips", { registered: counted(registered), already: counted(already) })}</h2>
    ${
      unknown.length === 0
        ? nothing
        : html`<p class="fact warn">${icon("warning")}${say("done.slips.unknown", { count: counted(unknown.length), numbers })}</p>`
    }
  </section>`;
}

/** The schools with how many statements each has to write. */
export function statementsResult({ say }: Scene, { files, statements }: ResultOf<"statements">): TemplateResult {
  if (files.length === 0) return html`<section class="card"><h2 class="card-title">${say("done.statements.none")}</h2></section>`;
  return html`<section class="card">
    <h2 class="card-title">${say("done.statements", { count: counted(statements), schools: files.length })}</h2>
    <table class="parts">
      <tbody>
        ${files.map(
          ({ school, statements: own }) =>
            html`<tr>
              <th scope="row">${school || say("done.rest")}</th>
              <td class="number">${counted(own)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** The same before it is done, in one line. */
export function paperLine(say: Scene["say"], result: ResultOf<"slips"> | ResultOf<"statements">): string {
  if (result.action === "statements") {
    const { files, statements } = result;
    return files.length === 0
      ? say("done.statements.none")
      : say("plan.statements", { count: counted(statements), schools: counted(files.length) });
  }
  const { registered, already, unknown } = result;
  const refused = unknown.length === 0 ? "" : counted(unknown.length);
  return say("plan.slips", { registered: counted(registered), already: counted(already), unknown: refused });
}
