// The buttons of a season, in its order: what the ribbon and the pane offer, phase by phase. To add one, add a record (and its words and its control).
import { registerIds } from "../domain/record/registers";
import { type ButtonId, buttons, type Group } from "../i18n/buttons";
import type { TabId } from "../sheets/vocabulary/tabs";
import { calendar } from "./calendar";
import { check } from "./check";
import { collect } from "./collect";
import { decide } from "./decide";
import { feedback } from "./feedback";
import { fix } from "./fix";
import { forms } from "./forms";
import { nextSeason } from "./next-season";
import { notices } from "./notices";
import { report } from "./report";
import { rollup } from "./rollup";
import { slips } from "./slips";
import { split } from "./split";
import { statements } from "./statements";
import { undo } from "./undo";

/** A phase of the season (阶段); each is a group of the ribbon. */
export type Phase = Exclude<Group, "assistant">;

/** The phases in the order of a season. */
export const phases = ["preparation", "delivery", "collection", "closing"] as const satisfies readonly Phase[];

/** What a button of the ribbon and the pane does. Its place, picture and words are in `src/i18n/buttons.ts`. */
export interface Action {
  /** Permanent: the control's id in manifest.xml, and `?action=` of the pane's address. */
  readonly id: Exclude<ButtonId, "pane">;
  /** The tabs that people press it for, the first of them shown when it is done; 变更日志 aside. Empty where only files come of it. */
  readonly tabs: readonly TabId[];
  /** Whether it makes files to be saved and handed out. */
  readonly makesFiles: boolean;
  /** Whether it reads files that schools sent back. */
  readonly takesFiles: boolean;
  /** The use case behind it. Buttons of one use case may write different tabs of it. */
  readonly useCase:
    | typeof calendar
    | typeof check
    | typeof split
    | typeof notices
    | typeof slips
    | typeof statements
    | typeof collect
    | typeof decide
    | typeof fix
    | typeof undo
    | typeof feedback
    | typeof rollup
    | typeof report
    | typeof forms
    | typeof nextSeason;
}

/** Every button, in season order. */
export const actions = [
  { id: "check", tabs: ["findings", "stop-decisions"], makesFiles: false, takesFiles: false, useCase: check },
  { id: "forms", tabs: [], makesFiles: true, takesFiles: false, useCase: forms },
  { id: "calendar", tabs: ["calendar"], makesFiles: false, takesFiles: false, useCase: calendar },
  {
    id: "split",
    tabs: ["split-list", "unassigned", "stop-decisions", "list-versions", "transfers"],
    makesFiles: true,
    takesFiles: false,
    useCase: split,
  },
  { id: "notices", tabs: [], makesFiles: true, takesFiles: false, useCase: notices },
  { id: "slips", tabs: ["slips", "slip-liaisons", "deliveries"], makesFiles: false, takesFiles: false, useCase: slips },
  {
    id: "collect",
    tabs: [
      "conflicts",
      "not-returned",
      "school-returns",
      ...registerIds,
      "returns",
      "return-decisions",
      "amendments",
      "report-history",
      "stop-decisions",
      "case-decisions",
      "bank-rows",
      "bank-batches",
    ],
    makesFiles: false,
    takesFiles: true,
    useCase: collect,
  },
  {
    id: "decide",
    tabs: ["conflicts", "return-decisions", "amendments"],
    makesFiles: false,
    takesFiles: false,
    useCase: decide,
  },
  { id: "fix", tabs: [], makesFiles: true, takesFiles: false, useCase: fix },
  { id: "undo", tabs: ["change-log"], makesFiles: false, takesFiles: false, useCase: undo },
  { id: "statements", tabs: ["statement-register"], makesFiles: true, takesFiles: false, useCase: statements },
  { id: "feedback", tabs: ["visit-list"], makesFiles: true, takesFiles: false, useCase: feedback },
  {
    id: "repayment-rollup",
    tabs: ["repayment-rollup", "bank-batches", "repayment-check"],
    makesFiles: false,
    takesFiles: false,
    useCase: rollup,
  },
  {
    id: "exception-rollup",
    tabs: ["exception-rollup", "exception-list", "case-decisions"],
    makesFiles: false,
    takesFiles: false,
    useCase: rollup,
  },
  { id: "circular", tabs: ["leadership", "school-rollup"], makesFiles: false, takesFiles: false, useCase: rollup },
  { id: "report", tabs: ["report-archive"], makesFiles: true, takesFiles: false, useCase: report },
  { id: "next-season", tabs: [], makesFiles: true, takesFiles: false, useCase: nextSeason },
] as const satisfies readonly Action[];

/** The phase in which a button is offered. */
export function phaseOf(id: ActionId): Phase {
  return buttons[id].group;
}

/** The id of a button. */
export type ActionId = (typeof actions)[number]["id"];

/**
 * The button that an address asks for (`?action=check`); undefined for the pane alone and for anything unknown.
 * @example actionOf("?action=check")?.id // "check"
 */
export function actionOf(query: string): (typeof actions)[number] | undefined {
  const asked = new URLSearchParams(query).get("action");
  return actions.find(({ id }) => id === asked);
}
