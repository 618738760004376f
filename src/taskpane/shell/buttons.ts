// The buttons of the pane: those of the ribbon, by phase, under the same words. Only what a pane must know at once; the work is the engine's.
import type { ActionId, Phase } from "../../actions/index";
import type { Language } from "../../i18n/index";
import { buttonIds, buttons } from "../../i18n/buttons";
import { ribbonWords } from "../../i18n/ribbon";

const isAction = (id: (typeof buttonIds)[number]): id is ActionId => buttons[id].group !== "assistant";

/** The buttons of the season, in its order; a test holds them against the registry of `src/actions`. */
export const actionIds: readonly ActionId[] = buttonIds.filter(isAction);

/** The buttons of a phase. */
export function buttonsOf(phase: Phase): readonly ActionId[] {
  return actionIds.filter((id) => buttons[id].group === phase);
}

/** What the ribbon can open the pane with: a button of the season, or the question where a figure comes from. */
export type Begin = ActionId | "explain";

/** The button that the pane's address asks for, as the ribbon's buttons do. */
export function buttonIn(query: string): Begin | undefined {
  const asked = new URLSearchParams(query).get("action");
  if (asked === "explain") return asked;
  return actionIds.find((id) => id === asked);
}

/** What a button is called. */
export function buttonLabel(language: Language, id: ActionId): string {
  return buttons[id][language].label;
}

/** What a phase is called. */
export function phaseLabel(language: Language, phase: Phase): string {
  return ribbonWords[language].groups[phase];
}
