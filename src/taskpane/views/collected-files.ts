// What each file is that schools returned: whose, which version, how much of it is filled in, what is new and what is odd.
import { html, nothing, type TemplateResult } from "lit";
import type { CollectedFile } from "../../actions/collected-files";
import { fileRefusalText } from "../../i18n/index";
import type { Scene } from "../shell/pane-state";
import { counted } from "../shell/say-things";

/** One line for each file, before anything is merged. */
export function collectedFilesCard(scene: Scene, files: readonly CollectedFile[]): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  return html`<section class="card" data-card="returned">
    <h2 class="card-title">${scene.say("plan.returned", { count: counted(files.length) })}</h2>
    <ul class="lines">
      ${files.map((file) => fileLine(scene, file))}
    </ul>
  </section>`;
}

function fileLine(scene: Scene, file: CollectedFile): TemplateResult {
  const { say } = scene;
  const isOut = file.status === "rejected";
  return html`<li class="line">
    <span class="line-name">${file.file}</span>
    <span class="chip ${isOut ? "chip-warning" : "chip-good"}">${say(isOut ? "plan.returned.out" : "plan.returned.in")}</span>
    <span class="line-below ms-fontSize-12">${whatItIs(scene, file)}</span>
    ${file.questions === 0 ? nothing : html`<span class="line-below warn ms-fontSize-12">${say("plan.returned.odd", { count: counted(file.questions) })}</span>`}
  </li>`;
}

function whatItIs({ say, language }: Scene, { school, rows, version, filled, news, isBank, isFix, refusal }: CollectedFile): string {
  const params = { rows: counted(rows), filled: counted(filled), news: counted(news) };
  if (isBank) return say("plan.returned.bank", params);
  if (isFix) return say("plan.returned.fix", { ...params, school: school ?? "" });
  if (refusal) return `${fileRefusalText(language, refusal)}${filled > 0 ? say("plan.returned.left", params) : ""}`;
  return say("plan.returned.list", { ...params, school: school ?? "", version: version === undefined ? "" : String(version) });
}
