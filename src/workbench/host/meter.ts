// The speedometer: what each action of the add-in cost in syncs, bytes and cells.

/** What an action has cost so far. */
export interface Cost {
  syncs: number;
  requestBytes: number;
  responseBytes: number;
  largestRequest: number;
  largestResponse: number;
  cellsRead: number;
  cellsWritten: number;
}

/** One batch, measured. */
export interface BatchCost {
  readonly request: number;
  readonly response: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
}

/** Adds up the batches under the name of the action that is running. */
export class Meter {
  /** The action that is running; batches count for it. */
  action = "";
  readonly #costs = new Map<string, Cost>();

  /** What an action has cost; nothing when it never ran. */
  cost(action = this.action): Readonly<Cost> {
    return this.#costs.get(action) ?? noCost();
  }

  /** All actions with their costs. */
  get costs(): ReadonlyMap<string, Readonly<Cost>> {
    return this.#costs;
  }

  /** Counts a batch. */
  add({ request, response, cellsRead, cellsWritten }: BatchCost): void {
    const cost = this.#costs.get(this.action) ?? noCost();
    this.#costs.set(this.action, cost);
    cost.syncs += 1;
    cost.requestBytes += request;
    cost.responseBytes += response;
    cost.largestRequest = Math.max(cost.largestRequest, request);
    cost.largestResponse = Math.max(cost.largestResponse, response);
    cost.cellsRead += cellsRead;
    cost.cellsWritten += cellsWritten;
  }

  /** Forgets everything. */
  clear(): void {
    this.#costs.clear();
  }
}

function noCost(): Cost {
  return { syncs: 0, requestBytes: 0, responseBytes: 0, largestRequest: 0, largestResponse: 0, cellsRead: 0, cellsWritten: 0 };
}
