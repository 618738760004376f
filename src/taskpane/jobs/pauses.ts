// The pauses of a job that waits for Excel: they end at once when the user has had enough of waiting.
import { Cancelled } from "../engine/cancelled";

/** Pauses that can be cut short. */
export class Pauses {
  #isStopped = false;
  #end: (() => void) | undefined;

  /** Resolves after a while; rejects with `Cancelled` as soon as there is to be no more waiting. */
  readonly pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const end = () => reject(new Cancelled());
      if (this.#isStopped) return end();
      this.#end = end;
      setTimeout(resolve, milliseconds);
    });

  /** Says that nobody wants to wait any more, or that waiting is all right again. */
  readonly stop = (isStopped: boolean): void => {
    this.#isStopped = isStopped;
    if (isStopped) this.#end?.();
  };
}
