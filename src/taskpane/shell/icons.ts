// The pane's own icons: drawn in one line width on a 20 by 20 grid, coloured by their surroundings, silent to screen readers.
import { html, svg, type TemplateResult } from "lit";
import type { ActionId } from "../../actions/index";

const paths = {
  check: "M4 5.5h7M4 10h5M4 14.5h5M11.5 12.5l2.2 2.2 3.8-4.6",
  forms: "M4 3h12v14H4zM4 7.5h12M8.5 7.5V17M11 11h3M11 14h3",
  split: "M10 3v4M10 7c0 3-5 2.5-5 6M10 7c0 3 5 2.5 5 6M10 7v6M3.5 13.5h3v3h-3zM8.5 13.5h3v3h-3zM13.5 13.5h3v3h-3z",
  notices: "M3 5h14v10.5H3zM3.4 5.6 10 11l6.6-5.4",
  collect: "M3 11.5v5h14v-5h-4l-1 2H8l-1-2zM10 3v6.5M7 7l3 3 3-3",
  decide: "M4 4.5h12v11H4zM7 8h6M7 11.5l1.6 1.6 3.4-3.6",
  fix: "M4 16.5l.8-3.4L13 5l2.5 2.5-8.2 8.2zM11.2 6.8l2.5 2.5M11 16.5h5.5",
  slips: "M5 3.5h10v13l-2-1.4-1.6 1.4-1.4-1.4-1.6 1.4L7 15.1 5 16.5zM7.5 7.5h5M7.5 10.5h5",
  statements: "M5 3h7l3 3v11H5zM12 3v3h3M7.5 9.5h5M7.5 12h3M11.5 14.5h2",
  undo: "M7.5 4 4 7.5 7.5 11M4 7.5h8a4 4 0 0 1 0 8H8",
  feedback: "M3 4h14v9.5H9.5L6 17v-3.5H3zM6.5 8.8l2.2 2.2 4.6-4.6",
  "repayment-rollup": "M3.5 16.5h13M5.5 16v-5M10 16V4.5M14.5 16V8",
  "exception-rollup": "M10 3a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM4 17c0-3.5 2.5-5.5 6-5.5M14.5 11.5v3.2M14.5 16.8v.1",
  circular: "M4 8v4h2.5l6.5 3.5v-11L6.5 8zM15.5 7.5c1 1.4 1 3.6 0 5M7 12l1 4.5h2",
  report: "M5 2.5h7L15.5 6v11.5H5zM12 2.5V6h3.5M7.5 10h5.5M7.5 12.5h5.5M10.2 15.8l1.3 1.2 2-2.4",
  "next-season": "M4 4.5h8v11H4zM6.5 8h3M10 12h7M14.2 9.2 17 12l-2.8 2.8",
  back: "M12 4.5 6.5 10l5.5 5.5",
  file: "M5.5 2.5h6l3.5 3.5v11.5h-9.5zM11.5 2.5V6H15",
  save: "M10 3v9M6.5 9 10 12.5 13.5 9M4 16.5h12",
  tick: "M4.5 10.5 8.5 14.5 15.5 6",
  cross: "M5.5 5.5l9 9M14.5 5.5l-9 9",
  calendar: "M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5",
  error: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 6v5M10 13.6v.2",
  warning: "M10 3 18 16.5H2zM10 8v4M10 14.2v.2",
  info: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 9v5M10 6.4v.2",
  lock: "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9",
} as const;

/** The name of an icon; every button of the season has one of its own. */
export type IconName = keyof typeof paths;

/** An icon; `slot` names the place in a control where it stands. */
export function icon(name: IconName | ActionId, slot?: string): TemplateResult {
  return html`<svg class="icon" slot=${slot ?? ""} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    ${svg`<path d=${paths[name]} />`}
  </svg>`;
}
