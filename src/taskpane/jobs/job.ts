// One job of the pane: the plan of a button, then the run.
import { WorkbookError } from "../../actions/workbook";
import type { FormulaAbout } from "../../sheets/reading/formulas-about";
import { paneVoice } from "../../i18n/pane";
import { Cancelled } from "../engine/cancelled";
import type { Outcome, Plan } from "../engine/engine";
import type { Request } from "../engine/request";
import type { EnginePort } from "../engine/start-engine";
import type { Stage } from "../engine/step";
import type { PaneHost } from "../shell/host";
import type { Screen } from "../shell/screen";

interface Planned {
  readonly request: Request;
  readonly plan: Plan;
}

/** The button that was pressed last. */
export class Job {
  #planned: Promise<Planned> | undefined;
  #formulas: readonly FormulaAbout[] = [];

  constructor(
    private readonly engine: EnginePort,
    private readonly screen: Screen,
    private readonly host: PaneHost,
  ) {}

  /** Whether there is a plan that a choice may change. */
  get isPlanned(): boolean {
    return this.#planned !== undefined;
  }

  /** The user's formulas about tabs that the plan replaces or takes away, once they have been found. */
  get formulas(): readonly FormulaAbout[] {
    return this.#formulas;
  }

  /** Forgets the plan. */
  clear(): void {
    this.#formulas = [];
    this.#planned = undefined;
  }

  /** Shows what a button would do; `isFresh` when the book was read a moment ago. */
  async plan(request: Request, isFresh = false): Promise<void> {
    const planned = this.engine.plan(request, isFresh).then((plan) => ({ request, plan }));
    this.#planned = planned;
    this.#formulas = [];
    const { plan } = await planned;
    // Another choice, or the way back, may have come first.
    if (this.#planned !== planned) return;
    this.screen.go({ kind: "plan", action: request.action, plan });
    const formulas = await this.#formulasAbout({ request, plan });
    if (this.#planned !== planned || formulas.length === 0) return;
    this.#formulas = formulas;
    this.screen.redraw();
  }

  // The plan is on show by then. A check is to be quick, and its own tab is seldom referred to; where Excel does not answer, the run looks for itself.
  async #formulasAbout({ request, plan }: Planned): Promise<readonly FormulaAbout[]> {
    const again = plan.tabs.flatMap(({ name, replaces }) => (replaces ? [name] : []));
    const { book } = this.host;
    try {
      // In a file, formulas about what is replaced stay as they are.
      if (!book) return await this.engine.lostFormulas(plan.removed);
      if (request.action === "check" || again.length + plan.removed.length === 0 || !book.formulasAbout) return [];
      return await book.formulasAbout(again, plan.removed);
    } catch (error) {
      if (error instanceof WorkbookError) return [];
      throw error;
    }
  }

  /** Whether there is a plan to be carried out, once the last choice is part of it. */
  async isReady(): Promise<boolean> {
    return (await this.#planned?.catch(() => undefined)) !== undefined;
  }

  /** Does what was planned; undefined when nothing was, when it is being done already, or when the user stopped it. */
  async run(): Promise<Outcome | undefined> {
    const planned = this.#planned;
    if (!planned) return undefined;
    this.#planned = undefined;
    const { request, plan } = await planned;
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
      return await this.engine.run(request, plan.files.length, show);
    } catch (error) {
      if (error instanceof Cancelled) return await this.#stopped(request);
      this.#planned = planned;
      throw error;
    } finally {
      isOver = true;
      this.host.stopWaiting?.(false);
    }
  }

  /** The book's own news of the run. */
  progress(stage: Stage, done: number, total: number): void {
    const { view } = this.screen;
    if (view.kind === "running") this.screen.go({ ...view, running: { ...view.running, stage, done, total } });
  }

  /** Stops the run as soon as the book is whole, and any waiting at once. */
  cancel(): void {
    const { view } = this.screen;
    if (view.kind !== "running") return;
    void this.engine.cancel();
    this.host.stopWaiting?.(true);
    this.screen.go({ ...view, running: { ...view.running, isCancelling: true } });
  }

  // The book is as it was, and need not be read again: somebody may still be typing into it.
  async #stopped({ season }: Request): Promise<undefined> {
    const home = await this.engine.look(season, true);
    this.screen.go({ kind: "season", home }, paneVoice(this.host.language)("run.cancelled"));
  }
}
