// The buttons of the pane: those of the ribbon, by phase, under the same words. Only what a pane must know at once; the work is the engine's.
import type { ActionId, Phase } from "../../actions/index";
import type { Language } from "../../i18n/index";
import { ribbonWords } from "../../i18n/ribbon";

/** The phase of every button, in season order; a test holds it against the registry of `src/actions`. */
export const buttonPhases: Readonly<Record<ActionId, Phase>> = {
  check: "preparation",
  forms: "preparation",
  calendar: "preparation",
  split: "preparation",
  notices: "delivery",
  slips: "delivery",
  collect: "collection",
  decide: "collection",
  fix: "collection",
  undo: "collection",
  statements: "collection",
  feedback: "collection",
  "repayment-rollup": "closing",
  "exception-rollup": "closing",
  circular: "closing",
  report: "closing",
  "next-season": "closing",
};

/** The buttons of a phase. */
export function buttonsOf(phase: Phase): readonly ActionId[] {
  return (Object.keys(buttonPhases) as ActionId[]).filter((id) => buttonPhases[id] === phase);
}

/** What the ribbon can open the pane with: a button of the season, or the question where a figure comes from. */
export type Begin = ActionId | "explain";

/** The button that the pane's address asks for, as the ribbon's buttons do. */
export function buttonIn(query: string): Begin | undefined {
  const asked = new URLSearchParams(query).get("action");
  if (asked === "explain") return asked;
  return (Object.keys(buttonPhases) as ActionId[]).find((id) => id === asked);
}

/** What a button is called. */
export function buttonLabel(language: Language, id: ActionId): string {
  return ribbonWords[language].buttons[id].label;
}

/** What a phase is called. */
export function phaseLabel(language: Language, phase: Phase): string {
  return ribbonWords[language].groups[phase];
}
