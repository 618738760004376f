// The tabs of the sheets below the grid.
import { html, type TemplateResult } from "lit";

/** A tab: its name, and its colour as `#RRGGBB`. */
export interface ShownTab {
  readonly name: string;
  readonly tabColor?: string;
}

/** What is said of the tabs. */
export interface TabWords {
  readonly sheets: string;
  readonly tabsBack: string;
  readonly tabsOn: string;
}

/** How far the arrows beside the tabs move them, in pixels: about three tabs. */
const tabStep = 300;

/** The tabs of the sheets that can be seen. */
export function tabsView<Tab extends ShownTab>(
  words: TabWords,
  sheets: readonly Tab[],
  active: Tab | undefined,
  show: (sheet: Tab) => void,
): TemplateResult {
  const move = (by: number) => (event: Event) => {
    const place = (event.currentTarget as Element).closest("nav")?.querySelector(".tabs");
    place?.scrollBy({ left: by, behavior: "smooth" });
  };
  const turned = (event: WheelEvent): void => {
    if (event.deltaX === 0) (event.currentTarget as Element).scrollLeft += event.deltaY;
  };
  return html`
    <button type="button" class="tab-step" aria-label=${words.tabsBack} title=${words.tabsBack} @click=${move(-tabStep)}>‹</button>
    <button type="button" class="tab-step" aria-label=${words.tabsOn} title=${words.tabsOn} @click=${move(tabStep)}>›</button>
    <div class="tabs" role="tablist" aria-label=${words.sheets} @wheel=${turned}>
      ${sheets.map(
        (sheet) => html`
          <button
            type="button"
            role="tab"
            class="tab"
            aria-selected=${sheet === active}
            .style=${sheet.tabColor ? `--tab-color: ${sheet.tabColor}` : ""}
            @click=${() => show(sheet)}
          >
            ${sheet.name}
          </button>
        `,
      )}
    </div>
  `;
}
