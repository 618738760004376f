// The next step (下一步): of all that may be done on a day the one thing that the season waits for.
import type { SeasonDates } from "../record/season";
import type { Day } from "../values/day";

/** What the season may wait for. */
export type NextStep =
  "check" | "split" | "decide" | "notices" | "slips" | "collect" | "feedback" | "rollup" | "circular" | "report" | "next-season";

/** What is done, and what is still out. */
export interface SeasonState {
  readonly today: Day;
  readonly dates: SeasonDates;
  /** Whether the last deadline has gone by. */
  readonly isOver: boolean;
  /** The day on which a step was last taken. */
  readonly doneOn: (step: "check" | "split" | "notices" | "feedback" | "rollup" | "report") => Day | undefined;
  /** Decisions that were typed and not carried out yet. */
  readonly decisions: number;
  /** Slips that are not registered yet. */
  readonly slipsOut: number;
  /** Schools that have returned nothing yet. */
  readonly schoolsOut: number;
}

/** A step with how many things it is about; absent where it is not a matter of numbers. */
export interface Next {
  readonly step: NextStep;
  readonly count?: number;
}

type Condition = readonly [step: NextStep, isDue: (state: SeasonState) => boolean, count?: "decisions" | "slipsOut" | "schoolsOut"];

const isDone = (step: Parameters<SeasonState["doneOn"]>[0]) => (state: SeasonState) => state.doneOn(step) !== undefined;
const isDoneToday = (step: Parameters<SeasonState["doneOn"]>[0]) => (state: SeasonState) => state.doneOn(step) === state.today;

// The first that holds.
const steps: readonly Condition[] = [
  ["next-season", (state) => state.isOver && isDone("report")(state)],
  ["report", ({ isOver }) => isOver],
  ["check", (state) => !isDone("check")(state)],
  ["split", (state) => !isDone("split")(state)],
  ["decide", ({ decisions }) => decisions > 0, "decisions"],
  ["notices", (state) => !isDone("notices")(state)],
  ["slips", ({ slipsOut, today, dates }) => slipsOut > 0 && today <= dates.deliveryTo, "slipsOut"],
  ["collect", ({ schoolsOut }) => schoolsOut > 0, "schoolsOut"],
  ["feedback", (state) => state.today >= state.dates.visitsFrom && !isDoneToday("feedback")(state)],
  ["rollup", (state) => !isDoneToday("rollup")(state)],
  ["report", (state) => state.today >= state.dates.statementsDue && !isDone("report")(state)],
];

/** The next step; what is to be published when nothing else waits. */
export function nextStep(state: SeasonState): Next {
  const due = steps.find(([, isDue]) => isDue(state));
  if (!due) return { step: "circular" };
  const [step, , count] = due;
  return { step, ...(count === undefined ? {} : { count: state[count] }) };
}
