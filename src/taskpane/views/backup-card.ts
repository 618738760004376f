// The offer to save the workbook as it stands before anything is written into it for the first time; nobody need take it.
import { html, nothing, type TemplateResult } from "lit";
import type { Scene } from "../shell/pane-state";

/** The offer; nothing where the book was written into before. */
export function backupCard({ say, backup, controls }: Scene): TemplateResult | typeof nothing {
  if (backup === undefined) return nothing;
  return html`<section class="card offer" data-backup>
    <h2 class="card-title">${say("backup.title")}</h2>
    <p class="fact">${say(backup === "saved" ? "backup.done" : "backup.lead")}</p>
    ${
      backup === "saved"
        ? nothing
        : html`<fluent-button class="wide" appearance="outline" data-do="backup" @click=${controls.saveBackup}
            >${say("backup.save")}</fluent-button
          >`
    }
  </section>`;
}
