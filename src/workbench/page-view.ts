// The page around the grid and the pane: title bar and ribbon, sheet tabs, status bar.
import { html, nothing, type TemplateResult } from "lit";
import type { Cost } from "./host/meter";
import type { Ribbon, RibbonButton } from "./ribbon";
import type { Words } from "./words";

/** What a person can do at the top of the page. */
export interface TopControls {
  readonly press: (button: RibbonButton) => void;
  readonly open: (file: File) => void;
  readonly save: () => void;
}

/** The title bar and the ribbon; `pressed` is the button whose page is in the pane. */
export function topView(
  words: Words,
  state: { readonly bookName: string; readonly ribbon: Ribbon; readonly pressed: string | undefined },
  controls: TopControls,
): TemplateResult {
  const picked = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) controls.open(file);
    input.value = "";
  };
  const { bookName, ribbon, pressed } = state;
  return html`
    <div class="title">
      <label class="file-button"
        >${words.open}<input type="file" accept=".xlsx,.xlsm,.xls,.xlsb,.ods,.fods,.csv" aria-label=${words.file} @change=${picked}
      /></label>
      <button type="button" class="file-button" data-do="save" @click=${controls.save}>${words.save}</button>
      <span class="book-name">${bookName}</span>
      <span class="about" title=${words.about}>${words.title}</span>
    </div>
    <div class="tab-name"><span>${ribbon.tab}</span></div>
    <div class="groups" role="toolbar" aria-label=${words.ribbon}>
      ${ribbon.groups.map(
        (group) => html`
          <section class="group" aria-label=${group.label}>
            <div class="buttons">
              ${group.buttons.map(
                (button) => html`
                  <button
                    type="button"
                    class="ribbon-button"
                    data-button=${button.id}
                    title=${button.tip}
                    aria-pressed=${button.id === pressed}
                    @click=${() => controls.press(button)}
                  >
                    <img src=${button.icon.usual} srcset="${button.icon.dense} 2x" alt="" width="32" height="32" />
                    <span>${button.label}</span>
                  </button>
                `,
              )}
            </div>
            <span class="group-label">${group.label}</span>
          </section>
        `,
      )}
    </div>
  `;
}

/** What the status bar shows. */
export interface Status {
  readonly mode: string;
  readonly cell: string;
  readonly content: string;
  /** What the last button is called, and what it has cost. */
  readonly what: string;
  readonly cost?: Readonly<Cost>;
  /** Something that was refused. */
  readonly refusal: string | undefined;
}

/** The status bar. */
export function statusView(words: Words, { mode, cell, content, what, cost, refusal }: Status): TemplateResult {
  return html`
    <span class="mode">${mode}</span><span class="cell">${cell}</span><span class="content">${content}</span>
    ${refusal === undefined ? nothing : html`<span class="refusal" role="alert">${refusal}</span>`}
    ${cost ? html`<span class="cost" data-syncs=${cost.syncs} title=${words.costHelp}>${costText(words, what, cost)}</span>` : nothing}
  `;
}

function costText(words: Words, what: string, { syncs, requestBytes, responseBytes, cellsRead, cellsWritten }: Readonly<Cost>): string {
  if (syncs === 0) return words.noCost;
  const counted = (count: number): string => count.toLocaleString("en-US");
  const bytes = sizeText(requestBytes + responseBytes);
  return words.cost({ what, syncs: counted(syncs), bytes, read: counted(cellsRead), written: counted(cellsWritten) });
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(2)} MB`;
}
