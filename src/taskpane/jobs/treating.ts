// Treating findings: what is to be accepted or dismissed, gathered and shown until it is written in one go, and taken back at one press.
import type { Say } from "../../i18n/pane";
import type { FindingFilter, TreatableFinding } from "../engine/finding-list";
import type { EnginePort } from "../engine/start-engine";
import type { Treating } from "../shell/pane-state";
import { counted } from "../shell/say-things";
import type { Screen } from "../shell/screen";
import type { Selection } from "../shell/selection";

const nothing: Treating = { accept: new Map(), dismiss: new Map(), reason: "", canUndo: false };

/** What is being decided about findings. */
export class FindingTreatment {
  #now = nothing;

  constructor(
    private readonly engine: EnginePort,
    private readonly screen: Screen,
    private readonly selection: Selection,
    private readonly say: Say,
  ) {}

  get now(): Treating {
    return this.#now;
  }

  /** Another book, or another run: nothing waits, and nothing is ours to take back. */
  clear(): void {
    this.#now = nothing;
  }

  /** Takes a proposal, or takes that back. */
  accept({ key, repair }: TreatableFinding): void {
    if (!repair) return;
    this.#change({ accept: toggled(this.#now.accept, key, repair), dismiss: without(this.#now.dismiss, key) });
  }

  /** Takes all proposals of a kind under the filter. */
  async acceptAll(filter: FindingFilter, rule: string): Promise<void> {
    const repairs = await this.engine.repairs(this.selection.season(), filter, rule);
    const added = repairs.map((repair) => [repair.key, repair] as const);
    this.#change({ accept: new Map([...this.#now.accept, ...added]) });
  }

  /** Has a finding dismissed, or takes that back. */
  dismiss(finding: TreatableFinding): void {
    this.#change({ dismiss: toggled(this.#now.dismiss, finding.key, finding), accept: without(this.#now.accept, finding.key) });
  }

  setReason(reason: string): void {
    this.#change({ reason });
  }

  drop(): void {
    this.#change({ accept: new Map(), dismiss: new Map() });
  }

  /** Writes what was decided; resolves to what to tell, undefined while a reason is missing. */
  async write(): Promise<string | undefined> {
    const { accept, dismiss, reason } = this.#now;
    if (dismiss.size > 0 && reason.trim() === "") return undefined;
    const wanted = { accept: [...accept.keys()], dismiss: [...dismiss.keys()], reason };
    const { accepted, dismissed } = await this.engine.treat(this.selection.season(), wanted);
    this.#now = { ...nothing, canUndo: accepted + dismissed > 0 };
    const gone = wanted.accept.length + wanted.dismiss.length - accepted - dismissed;
    const done = this.say("treat.done", { accepted: counted(accepted), dismissed: counted(dismissed) });
    return gone > 0 ? `${done}${this.say("treat.gone", { count: counted(gone) })}` : done;
  }

  /** Takes the last writing back; resolves to what to tell. */
  async undo(): Promise<string> {
    const kept = await this.engine.untreat(this.selection.season());
    this.#now = { ...this.#now, canUndo: false };
    if (kept === undefined) return this.say("treat.undo.other");
    return kept > 0 ? this.say("treat.undo.kept", { count: counted(kept) }) : this.say("treat.undone");
  }

  #change(change: Partial<Treating>): void {
    this.#now = { ...this.#now, ...change };
    this.screen.redraw();
  }
}

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  return new Map([...map].filter(([own]) => own !== key));
}

function toggled<T>(map: ReadonlyMap<string, T>, key: string, value: T): ReadonlyMap<string, T> {
  return map.has(key) ? without(map, key) : new Map([...map, [key, value]]);
}
