// What begins and ends a year: the blank forms, and the workbook of the next season.
import { html, nothing, type TemplateResult } from "lit";
import type { Result } from "../../actions/perform";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";

type ResultOf<Action extends Result["action"]> = Extract<Result, { readonly action: Action }>;

/** The forms, and the schools whose contacts are wanting. */
export function formsResult({ say }: Scene, { schools, isProposed, notReported }: ResultOf<"forms">): TemplateResult {
  const missing = isProposed ? [] : notReported;
  return html`<section class="card">
    <h2 class="card-title">${say("done.forms", { schools })}</h2>
    ${isProposed ? html`<p class="fact warn">${icon("warning")}${say("done.forms.proposed")}</p>` : nothing}
    ${
      missing.length === 0
        ? nothing
        : html`<p class="fact warn">${icon("warning")}${say("done.forms.missing", { count: missing.length })}</p>
            <ul class="lines">
              ${missing.map(({ school }) => html`<li class="line"><span class="line-name">${school}</span></li>`)}
            </ul>`
    }
    <p class="fine">${say("done.forms.next")}</p>
  </section>`;
}

/** The new workbook: what goes on, what stays behind, and what the centre has to see to. */
export function nextSeasonResult({ say }: Scene, result: ResultOf<"next-season">): TemplateResult {
  const { year, file, kept, archived, toFill, toCheck } = result;
  const names = (list: readonly string[]) => list.join(say("app.separator"));
  const asked = [
    ...(toFill.length > 0 ? [say("done.next-season.fill", { names: names(toFill) })] : []),
    ...(toCheck.length > 0 ? [say("done.next-season.check", { names: names(toCheck) })] : []),
  ];
  return html`<section class="card">
    <h2 class="card-title">${say("done.next-season", { year, file })}</h2>
    ${kept.length > 0 ? html`<p class="fact">${say("done.next-season.kept", { names: names(kept) })}</p>` : nothing}
    <p class="fact">${say("done.next-season.archived", { names: names(archived) })}</p>
    ${asked.map((text) => html`<p class="fact warn">${icon("warning")}${text}</p>`)}
    <p class="fine">${say("done.next-season.archive")}</p>
  </section>`;
}

/** The same before it is done, in one line. */
export function yearLine(say: Scene["say"], result: ResultOf<"forms"> | ResultOf<"next-season">): string {
  if (result.action === "forms")
    return say("plan.forms", { schools: result.schools, missing: result.isProposed ? 0 : result.notReported.length });
  return say("plan.next-season", { year: result.year, kept: result.kept.length, archived: result.archived.length });
}
