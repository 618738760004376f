// Entering slips by number: the slips typed so far, looked up one by one, until they are registered in one go.
import type { SlipEntry, SlipValues } from "../../domain/returns/slip";
import type { SeasonOptions } from "../../sheets/reading/read-season";
import type { SlipFault, TypedSlip } from "../engine/slip-found";
import type { EnginePort } from "../engine/start-engine";
import type { Screen } from "../shell/screen";

/** The slips that wait to be registered. */
export class SlipEntering {
  #typed: readonly TypedSlip[] = [];

  constructor(
    private readonly engine: EnginePort,
    private readonly screen: Screen,
    private readonly season: () => SeasonOptions,
  ) {}

  /** What a run registers. */
  entries(input: string): readonly SlipEntry[] {
    return this.#typed.map(({ number, values }) => ({ input, number, values, unread: [] }));
  }

  clear(): void {
    this.#typed = [];
  }

  show(fault?: SlipFault): void {
    this.screen.go({ kind: "slips", typed: this.#typed, ...(fault ? { fault } : {}) });
  }

  /** Whether a number is somebody's whose slip was not typed yet; why not is said. */
  async check(number: string): Promise<boolean> {
    return (await this.#found(number)) !== undefined;
  }

  /** Takes a slip; resolves to whether it was taken. */
  async add(number: string, values: SlipValues): Promise<boolean> {
    const found = await this.#found(number);
    if (!found) return false;
    this.#typed = [...this.#typed, { ...found, values }];
    this.show();
    return true;
  }

  /** Takes the last slip back. */
  undo(): void {
    this.#typed = this.#typed.slice(0, -1);
    this.show();
  }

  async #found(text: string): Promise<Omit<TypedSlip, "values"> | undefined> {
    const number = text.trim();
    if (number === "") return undefined;
    const found = await this.engine.slipOf(number, this.season());
    const why = found.kind !== "found" ? found.kind : this.#typed.some((slip) => slip.number === found.number) ? "twice" : undefined;
    this.show(why && { number, why });
    return why === undefined && found.kind === "found" ? found : undefined;
  }
}
