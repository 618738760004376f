// One job of the pane: the plan of a button, then the run, with what the user chose on the way.
import type { ActionId } from "../actions/index";
import type { SeasonOptions } from "../sheets/read-season";
import type { Outcome, Plan, Stage } from "./engine/engine";
import type { Request } from "./engine/request";
import type { EnginePort } from "./engine/start-engine";
import type { Choices } from "./pane-state";
import type { Screen } from "./screen";

/** The button that was pressed last. */
export class Job {
  #planned: { readonly request: Request; readonly plan: Plan } | undefined;

  constructor(
    private readonly engine: EnginePort,
    private readonly screen: Screen,
  ) {}

  /** Whether a plan is on show that a choice may change. */
  get isPlanned(): boolean {
    return this.#planned !== undefined;
  }

  /** Forgets the plan. */
  clear(): void {
    this.#planned = undefined;
  }

  /** Shows what a button would do; `isFresh` when the book was read a moment ago. */
  async plan(action: ActionId, season: SeasonOptions, choices: Choices, isFresh = false): Promise<void> {
    const request = requestOf(action, season, choices);
    const plan = await this.engine.plan(request, isFresh);
    this.#planned = { request, plan };
    this.screen.go({ kind: "plan", action, plan });
  }

  /** Does what was planned; undefined when nothing was. */
  async run(): Promise<Outcome | undefined> {
    if (!this.#planned) return undefined;
    const { request, plan } = this.#planned;
    const { action } = request;
    // Steps travel on a line of their own: a late one must not take the place of what comes after the run.
    let isOver = false;
    const show = (stage: Stage, done: number, total: number): void => {
      if (isOver) return;
      const { view } = this.screen;
      const isCancelling = view.kind === "running" && view.running.isCancelling;
      this.screen.go({ kind: "running", action, running: { stage, done, total, isCancelling } });
    };
    show("reading", 0, 0);
    try {
      const outcome = await this.engine.run(request, plan.files.length, show);
      this.#planned = undefined;
      return outcome;
    } finally {
      isOver = true;
    }
  }

  /** The book's own news of the run. */
  progress(stage: Stage, done: number, total: number): void {
    const { view } = this.screen;
    if (view.kind === "running") this.screen.go({ ...view, running: { ...view.running, stage, done, total } });
  }

  /** Stops the run as soon as the book is whole. */
  cancel(): void {
    const { view } = this.screen;
    void this.engine.cancel();
    if (view.kind === "running") this.screen.go({ ...view, running: { ...view.running, isCancelling: true } });
  }
}

function requestOf(action: ActionId, season: SeasonOptions, { encrypt, tabs, incoming }: Choices): Request {
  return {
    action,
    season,
    ...(action === "split" ? { encrypt, tabs } : {}),
    ...(action === "collect" ? { incoming } : {}),
  };
}
