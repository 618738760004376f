// Which letters are printed: the county, a school, a village, the selected rows, or only what is new or changed.
import { html, nothing, type TemplateResult } from "lit";
import type { NoticeChoice } from "../../actions/notice-choice";
import type { Result } from "../../actions/perform";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { counted, listed } from "../shell/say-things";

type Letters = Extract<Result, { readonly action: "notices" }>;

/** The choices with what the plan was made for. */
export function letterOptions(scene: Scene, { offered, notices, spilled }: Letters): TemplateResult {
  const { say, choices, controls, canSelectRows } = scene;
  const { school, village, rows } = choices.letters;
  const villages = offered.filter((part) => school === undefined || part.school === school).flatMap((part) => part.villages);
  const choose = (change: NoticeChoice, ...without: readonly (keyof NoticeChoice)[]) => {
    const kept = Object.entries(choices.letters).filter(([key]) => !without.includes(key as keyof NoticeChoice));
    controls.setChoices({ letters: { ...Object.fromEntries(kept), ...change } });
  };
  const pick = (key: "school" | "village", chosen: string) =>
    choose(chosen === "" ? {} : { [key]: chosen }, key, ...(key === "school" ? (["village"] as const) : []));
  const tick = (key: "onlyNew" | "withLeaflet" | "withBlank" | "withLabels") => {
    const isChosen = choices.letters[key] ?? false;
    return html`<fluent-checkbox
      data-choice=${key}
      .checked=${isChosen}
      @change=${({ currentTarget }: Event) => {
        const { checked } = currentTarget as HTMLInputElement;
        if (checked !== isChosen) choose(checked ? { [key]: true } : {}, key);
      }}
      >${say(`letters.${key}`)}</fluent-checkbox
    >`;
  };
  return html`<section class="card options">
    <h2 class="card-title">${say("letters.which")}</h2>
    ${list(scene, "school", { all: say("done.whole"), names: offered.map((part) => part.school), chosen: school, pick })}
    ${list(scene, "village", { all: say("letters.village.all"), names: [...new Set(villages)], chosen: village, pick })}
    ${
      canSelectRows
        ? html`<button class="quiet" type="button" data-do="choose-rows" @click=${controls.chooseRows}>${say("letters.rows")}</button>`
        : nothing
    }
    ${
      rows
        ? html`<p class="fact" data-rows>
            ${say("letters.rows.chosen", { sheet: rows.sheet, from: rows.from, to: rows.to })}
            <button class="quiet" type="button" data-do="all-rows" @click=${() => choose({}, "rows")}>${say("letters.rows.all")}</button>
          </p>`
        : nothing
    }
    ${(["onlyNew", "withLeaflet", "withBlank", "withLabels"] as const).map(tick)}
    <p class="fact" role="status" data-letters=${notices}>
      ${notices === 0 ? html`${icon("warning")}${say("letters.none")}` : say("letters.count", { count: counted(notices) })}
    </p>
    ${
      spilled.length === 0
        ? nothing
        : html`<p class="fact warn" data-spilled>
            ${icon("warning")}${say("letters.spilled", { count: counted(spilled.length), names: listed(say, spilled.slice(0, 5)) })}
          </p>`
    }
    <fluent-button class="inline-link" appearance="stealth" data-do="preview" @click=${controls.preview}
      >${say("letter.open")}</fluent-button
    >
  </section>`;
}

interface Choice {
  readonly all: string;
  readonly names: readonly string[];
  readonly chosen: string | undefined;
  readonly pick: (key: "school" | "village", name: string) => void;
}

function list({ say }: Scene, key: "school" | "village", { all, names, chosen, pick }: Choice): TemplateResult {
  return html`<label class="setting">
    <span>${say(`letters.${key}`)}</span>
    <select data-choice=${key} @change=${({ currentTarget }: Event) => pick(key, (currentTarget as HTMLSelectElement).value)}>
      <option value="" ?selected=${chosen === undefined}>${all}</option>
      ${names.map((name) => html`<option value=${name} ?selected=${chosen === name}>${name}</option>`)}
    </select></label
  >`;
}
