// What the list comes to, figure by figure, beside what the notice or the bank states.
import { html, nothing, type TemplateResult } from "lit";
import type { ControlFigure } from "../../actions/check-book";
import { fen } from "../../domain/values/money";
import type { Overview } from "../engine/overview";
import type { Scene } from "../shell/pane-state";
import { counted, money } from "../shell/say-things";

/** The sums of the list with their agreement. */
export function sumsTable({ say }: Scene, { totals, control }: Overview): TemplateResult {
  const stated = new Map(control.map((figure) => [figure.figure, figure]));
  const line = (name: keyof typeof totals, text: string) => {
    const figure = name === "contracts" ? undefined : stated.get(name);
    return html`<tr>
      <th scope="row">${say(`sum.${name}`)}</th>
      <td class="number">${text}</td>
      <td class="verdict">${figure ? verdict(say, figure) : nothing}</td>
    </tr>`;
  };
  return html`
    <table class="sums">
      <tbody>
        ${line("persons", counted(totals.persons))}${line("contracts", counted(totals.contracts))}
        ${line("principal", money(totals.principal))}${line("interest", money(totals.interest))}${line("due", money(totals.due))}
      </tbody>
    </table>
  `;
}

/** By how much the list is off a stated figure, with its sign. */
export function differenceText({ figure, actual, expected }: ControlFigure): string {
  const difference = actual - expected;
  const text = figure === "persons" ? counted(difference) : money(fen(difference));
  return difference > 0 ? `+${text}` : text;
}

function verdict(say: Scene["say"], figure: ControlFigure): TemplateResult {
  if (figure.ok) return html`<span class="good">${say("sum.ok")}</span>`;
  return html`<span class="bad">${say("sum.differs", { difference: differenceText(figure) })}</span>`;
}
