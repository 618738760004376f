// Excel without Excel: one book, the pages that are connected to it, limits, cell-edit mode, faults and the speedometer.
import { type PageOptions } from "./app-context";
import { Engine } from "./engine/engine";
import { type Batch, actionType } from "./engine/wire";
import { bindingEvents, describedBinding } from "./binding-events";
import { eventsOf } from "./events";
import { type Fault, type FaultPlan, refusalOf, stopFor } from "./faults";
import { registry } from "./members/index";
import { Meter } from "./meter";
import { Book } from "./model/book";
import { type Change } from "./model/change";
import { type BatchAnswer, WacHost } from "./wac-host";
import { type Notice, type WirePort } from "./wire-port";

/** Excel on the web takes and gives 5 MB per request and per response (docs: "Resource limits and performance optimization"). */
export const payloadLimit = 5 * 1024 * 1024;

interface Page {
  readonly engine: Engine;
  readonly wac: WacHost;
  /** Whether this Excel says what triggered an event. */
  readonly hasTriggers: boolean;
}

const utf8 = new TextEncoder();

/** Excel's stand-in. */
export class ExcelHost {
  readonly meter = new Meter();
  /** Whether somebody is typing into a cell: every batch is refused until it ends. */
  isEditingCell = false;
  /** Makes batches fail on purpose. */
  faults: FaultPlan | undefined;
  /** Makes a file of the book; absent: pages cannot have it as a file. */
  fileOf: ((book: Book) => Promise<Uint8Array>) | undefined;
  /** Hears of every change of the book after it happened, whoever made it. */
  readonly watchers = new Set<(changes: readonly Change[]) => void>();
  readonly #pages = new Set<Page>();
  #number = 0;
  /** How often the settings had changed when the pages were told last. */
  #settings = 0;

  constructor(readonly book = new Book()) {}

  /** Every member of the object model that works here. */
  static get members(): readonly string[] {
    return registry.members();
  }

  /** How many batches the add-in has sent. */
  get batches(): number {
    return this.#number;
  }

  /** Connects a page; what arrives from it must be given to `receive` of the result. */
  connect(port: WirePort, options: PageOptions, onNotice?: (notice: Notice) => void): WacHost {
    const engine = new Engine(this.book, registry);
    const wac = new WacHost(
      port,
      { ...options, isReadOnly: this.book.isReadOnly },
      {
        onStart: () => engine.forget(),
        runBatch: (text) => this.#run(engine, text),
        // Also after a batch that was refused: its answer may have been too large when the work was done.
        afterBatch: () => this.tellChanges(wac),
        settings: () => [...this.book.settings].map(([key, value]) => [key, JSON.stringify(value)] as const),
        saveSettings: (settings) => this.#saveSettings(settings),
        file: async () => this.fileOf?.(this.book),
        binding: (id) => describedBinding(this.book, id),
        ...(onNotice ? { onNotice } : {}),
      },
    );
    this.#pages.add({ engine, wac, hasTriggers: hasTriggers(options) });
    return wac;
  }

  /** Forgets a page. */
  disconnect(wac: WacHost): void {
    for (const page of this.#pages) if (page.wac === wac) this.#pages.delete(page);
  }

  /** Changes the book the way a user at the grid does; the pages hear of it. */
  edit(change: (book: Book) => void): void {
    change(this.book);
    this.tellChanges();
  }

  /** Tells the pages and watchers what changed since the last time, and the page whose batch did it that it was the cause. */
  tellChanges(author?: WacHost): void {
    this.#tellSettings();
    const changes = this.book.takeChanges();
    if (changes.length === 0) return;
    for (const { engine, wac, hasTriggers } of this.#pages) {
      const trigger = wac === author ? "ThisLocalAddin" : "Unknown";
      const events = eventsOf(changes, engine, hasTriggers ? trigger : undefined);
      if (events.length > 0) wac.fire("richApiMessage", { ArrayData: events });
      if (engine.scene.events.isEnabled) for (const [name, data] of bindingEvents(this.book, changes)) wac.fire(name, data);
      if (changes.some((change) => change.kind === "selection" || change.kind === "activated")) wac.fire("documentSelectionChanged", {});
    }
    for (const watcher of this.watchers) watcher(changes);
  }

  #tellSettings(): void {
    const { changes } = this.book.settings;
    if (changes === this.#settings) return;
    this.#settings = changes;
    for (const { wac } of this.#pages) wac.fire("settingsChanged", {});
  }

  #saveSettings(settings: readonly (readonly [string, string])[]): void {
    this.book.settings.clear();
    for (const [key, json] of settings) this.book.settings.set(key, JSON.parse(json));
  }

  #run(engine: Engine, text: string): BatchAnswer {
    const batch = JSON.parse(text) as Batch;
    if (isHousekeeping(batch)) return { text: JSON.stringify(engine.execute(batch)) };
    this.#number += 1;
    const request = utf8.encode(text).length;
    const fault = this.#faultOf(batch, request);
    const refused = fault && refusalOf(fault.code);
    if (refused !== undefined) {
      this.meter.add({ request, response: 0, cellsRead: 0, cellsWritten: 0 });
      return { refusal: refused };
    }
    const { cells } = engine.scene;
    const before = { ...cells };
    const answer = JSON.stringify(engine.execute(batch, fault && stopFor(fault, batch)));
    const response = utf8.encode(answer).length;
    this.meter.add({ request, response, cellsRead: cells.read - before.read, cellsWritten: cells.written - before.written });
    // The work is done by then: only the answer does not fit.
    if (response > payloadLimit) return { refusal: refusalOf("ResponsePayloadSizeLimitExceeded") ?? 0 };
    return { text: answer };
  }

  #faultOf(batch: Batch, request: number): Fault | undefined {
    if (this.isEditingCell) return { code: "InvalidOperationInCellEditMode" };
    if (request > payloadLimit) return { code: "RequestPayloadSizeLimitExceeded" };
    return this.faults?.({ number: this.#number, action: this.meter.action, actions: batch.Actions.length });
  }
}

// ExcelApi 1.14 brought WorksheetChangedEventArgs.triggerSource and .changeDirectionState.
function hasTriggers({ requirements }: PageOptions): boolean {
  const [, minor = "0"] = requirements["ExcelApi"]?.split(".") ?? [];
  return Number(minor) >= 14;
}

// The client's own chores: references that are no longer needed, "my commands are ready". They are no syncs of the add-in.
function isHousekeeping(batch: Batch): boolean {
  const chores = new Set(["_RemoveReference", "NotifyActionHandlerReady"]);
  const paths = Object.values(batch.ObjectPaths ?? {});
  const isChore = batch.Actions.every((action) => action.ActionType === actionType.instantiate || chores.has(action.Name));
  return isChore && (batch.Actions.some((action) => chores.has(action.Name)) || paths.length === 0);
}
