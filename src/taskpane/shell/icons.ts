// The pane's own icons: drawn in one line width on a 20 by 20 grid, coloured by their surroundings, silent to screen readers.
import { html, svg, type TemplateResult } from "lit";
import type { ActionId } from "../../actions/index";
import { buttons } from "../../i18n/buttons";

// Those of the season's buttons stand in their records.
const paths = {
  back: "M12 4.5 6.5 10l5.5 5.5",
  file: "M5.5 2.5h6l3.5 3.5v11.5h-9.5zM11.5 2.5V6H15",
  save: "M10 3v9M6.5 9 10 12.5 13.5 9M4 16.5h12",
  tick: "M4.5 10.5 8.5 14.5 15.5 6",
  cross: "M5.5 5.5l9 9M14.5 5.5l-9 9",
  error: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 6v5M10 13.6v.2",
  warning: "M10 3 18 16.5H2zM10 8v4M10 14.2v.2",
  info: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 9v5M10 6.4v.2",
  lock: "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9",
} as const;

/** The name of an icon; every button of the season has one of its own. */
export type IconName = keyof typeof paths | ActionId;

const pathOf = (name: IconName): string => (name in paths ? paths[name as keyof typeof paths] : buttons[name as ActionId].icon);

/** An icon; `slot` names the place in a control where it stands. */
export function icon(name: IconName, slot?: string): TemplateResult {
  return html`<svg class="icon" slot=${slot ?? ""} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    ${svg`<path d=${pathOf(name)} />`}
  </svg>`;
}
