// Poses as Excel on the web for one page: speaks the postMessage protocol of the genuine client and hands its batches on.
import { appContext, hostInfo, type PageOptions } from "./app-context";
import { dispatch, type Notice, type WireMessage, type WirePort } from "./wire-port";

/** The answer to a batch: its result as text, or the number of a refusal. */
export type BatchAnswer = { readonly text: string } | { readonly refusal: number };

/** What the host does for the page. */
export interface PageDuties {
  /** Called when the page starts, also by a reload: nothing that it held before is needed. */
  readonly onStart?: () => void;
  /** Runs a batch given as JSON text. */
  readonly runBatch: (text: string) => BatchAnswer | Promise<BatchAnswer>;
  /** Called after the batch's answer was sent: the time for events. */
  readonly afterBatch?: () => void;
  readonly settings: () => readonly (readonly [key: string, json: string])[];
  readonly saveSettings: (settings: readonly (readonly [key: string, json: string])[]) => void;
  /** A binding as the client wants it described; undefined when there is none. */
  readonly binding: (id: string) => object | undefined;
  /** The book as a file; undefined where none can be made of it. */
  readonly file: () => Promise<Uint8Array | undefined>;
  readonly onNotice?: (notice: Notice) => void;
}

/** A file that the page is taking, slice by slice. */
interface OpenFile {
  readonly bytes: Uint8Array;
  readonly sliceSize: number;
}

/** How a ribbon command ended. */
export interface CommandEnd {
  readonly isDone: boolean;
  readonly event?: unknown;
}

interface Registration {
  readonly conversationId: string;
  readonly correlationId: number;
}

/** The numbers of a call for "operation not supported" and "binding does not exist". */
const notSupported = 5000;
const noSuchBinding = 3002;
let pages = 0;

/** One page's host. */
export class WacHost {
  readonly id = `wb${++pages}`;
  readonly #port: WirePort;
  readonly #options: PageOptions;
  readonly #duties: PageDuties;
  readonly #events = new Map<string, Registration>();
  readonly #waiting = new Map<string, (() => void)[]>();
  readonly #commands = new Map<string, (end: CommandEnd) => void>();
  readonly #files = new Map<number, OpenFile>();
  #conversation: string;
  #nextCommand = 1;
  #nextNotice = 1;
  #batches = Promise.resolve();
  #isReady = false;

  constructor(port: WirePort, options: PageOptions, duties: PageDuties) {
    this.#port = port;
    this.#options = options;
    this.#duties = duties;
    // The client caches settings under the conversation's id, so every load of a page needs a new one.
    this.#conversation = `c_${this.id}_${options.session ?? "1"}`;
  }

  /** What the frame's window.name must be before the page is loaded into it. */
  get windowName(): string {
    const xdmInfo = `${this.#conversation}|${this.id}|${this.#port.hostOrigin}/`;
    return JSON.stringify({ baseFrameName: `_xdm_${this.id}`, hostInfo: hostInfo(this.#options), xdmInfo, flights: "[]" });
  }

  /** Takes a message of the page; says whether it was one of this page's. */
  receive(text: unknown, origin: string): boolean {
    if (typeof text !== "string" || origin !== this.#port.pageOrigin) return false;
    const message = parsed(text);
    const id = message?._conversationId;
    if (!message || (id !== this.#conversation && id !== `${this.#conversation}_ntf`)) return false;
    if (message._messageType === 0) void this.#answer(message);
    return true;
  }

  async #answer(message: WireMessage): Promise<void> {
    if (message._actionType === 1) return this.#register(message);
    if (message._actionType === 2) {
      this.#events.delete(message._actionName);
      return this.#reply(message, { Error: 0 });
    }
    switch (message._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        // A page that starts, also by a reload: whatever it had registered before is gone.
        this.#events.clear();
        this.#isReady = false;
        this.#duties.onStart?.();
        return this.#reply(message, appContext(this.id, this.#options, this.#duties.settings()));
      case "ContextActivationManager_notifyHost": {
        const [, code, extra] = Array.isArray(message._data) ? (message._data as unknown[]) : [];
        this.#duties.onNotice?.({ code: Number(code), extra });
        return this.#reply(message, null);
      }
      case "executeMethod":
        return this.#execute(message);
      default:
        return this.#reply(message, null);
    }
  }

  #register(message: WireMessage): void {
    this.#events.set(message._actionName, { conversationId: message._conversationId, correlationId: message._correlationId });
    this.#reply(message, { Error: 0 });
    this.#arrived(message._actionName);
  }

  async #execute(message: WireMessage): Promise<void> {
    const data = (message._data ?? {}) as Record<string, unknown>;
    const { Version, DispatchId } = (data["DdaMethod"] ?? {}) as { Version?: number; DispatchId?: number };
    const done = (more: Record<string, unknown> = {}): void => this.#reply(message, { Version, Error: 0, ...more });
    switch (DispatchId) {
      case dispatch.batch:
        // Batches of interleaving runs are executed strictly one after another.
        this.#batches = this.#batches.then(() => this.#batch(message, Version, data["ArrayData"] as readonly unknown[]));
        return this.#batches;
      case dispatch.commandCompleted:
        this.#completed(data);
        return done();
      case dispatch.saveSettings: {
        const method = data["DdaSettingsMethod"] as { Properties?: readonly (readonly [string, string])[] } | undefined;
        this.#duties.saveSettings(method?.Properties ?? []);
        return done();
      }
      case dispatch.getBinding: {
        const { BindingId } = (data["DdaBindingsMethod"] ?? {}) as { BindingId?: string };
        const found = this.#duties.binding(BindingId ?? "");
        return found ? done({ Bindings: [found] }) : this.#reply(message, { Version, Error: noSuchBinding });
      }
      case dispatch.getFile:
        return this.#openFile(message, Version, Number(data["1"]));
      case dispatch.getFileSlice:
        return this.#slice(message, Version, data);
      case dispatch.closeFile:
        this.#files.delete(Number(data["2"]));
        return done();
      case dispatch.loadSettings:
        return done({ Properties: { Settings: this.#duties.settings().map(([Name, Value]) => ({ Name, Value })) } });
      default:
        return this.#reply(message, { Version, Error: notSupported });
    }
  }

  // Two files at once are refused (docs: Office.File).
  async #openFile(message: WireMessage, Version: number | undefined, sliceSize: number): Promise<void> {
    const bytes = this.#files.size > 1 ? undefined : await this.#duties.file();
    if (!bytes) return this.#reply(message, { Version, Error: notSupported });
    const handle = ++pages;
    this.#files.set(handle, { bytes, sliceSize });
    this.#reply(message, { Version, Error: 0, 0: handle, 1: bytes.length });
  }

  #slice(message: WireMessage, Version: number | undefined, data: Record<string, unknown>): void {
    const found = this.#files.get(Number(data["2"]));
    if (!found) return this.#reply(message, { Version, Error: notSupported });
    const from = Number(data["3"]) * found.sliceSize;
    const slice = found.bytes.subarray(from, from + found.sliceSize);
    this.#reply(message, { Version, Error: 0, 0: [...slice], 1: slice.length });
  }

  async #batch(message: WireMessage, Version: number | undefined, call: readonly unknown[]): Promise<void> {
    const text = String(call[4]);
    const answer = await this.#duties.runBatch(text);
    const isRefused = "refusal" in answer;
    this.#reply(message, isRefused ? { Version, Error: answer.refusal } : { Version, Error: 0, Data: [200, [], answer.text] });
    if (text.includes('"NotifyActionHandlerReady"')) this.#arrived("ready");
    this.#duties.afterBatch?.();
  }

  #completed(data: Record<string, unknown>): void {
    const [id, status, text] = [String(data["0"]), data["1"], data["2"]];
    const event: unknown = typeof text === "string" && text !== "" ? JSON.parse(text) : undefined;
    this.#commands.get(id)?.({ isDone: status === 0, event });
    this.#commands.delete(id);
  }

  #reply(message: WireMessage, data: unknown): void {
    this.#send({ ...message, _messageType: 1, _data: data, _responseType: 0 });
  }

  #send(message: WireMessage & { readonly _responseType?: number }): void {
    const { _messageType, _actionName, _conversationId, _correlationId, _data, _responseType, _actionType } = message;
    const envelope = {
      _messageType,
      _actionName,
      _conversationId,
      _correlationId,
      _origin: this.#port.hostOrigin,
      _data,
      _serializerVersion: 1,
    };
    this.#port.post(JSON.stringify(_messageType === 1 ? { ...envelope, _errorCode: 0, _responseType } : { ...envelope, _actionType }));
  }

  /** Fires an event that the page registered for; says whether it had. */
  fire(name: string, data: unknown): boolean {
    const to = this.#events.get(name);
    if (!to) return false;
    const ids = { _conversationId: to.conversationId, _correlationId: to.correlationId };
    this.#send({ _messageType: 1, _actionName: name, ...ids, _data: data, _responseType: 1 });
    return true;
  }

  #arrived(name: string): void {
    for (const go of this.#waiting.get(name) ?? []) go();
    this.#waiting.delete(name);
    if (name === "ready") this.#isReady = true;
  }

  #when(name: string): Promise<void> {
    if (name === "ready" ? this.#isReady : this.#events.has(name)) return Promise.resolve();
    return new Promise((go) => this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), go]));
  }

  /** Presses a ribbon button that runs a function; resolves when the function says it is complete. */
  async pressCommand(functionName: string, controlId = functionName): Promise<CommandEnd> {
    await Promise.all([this.#when("ready"), this.#when("appCommandInvoked")]);
    const id = `cmd${this.#nextCommand++}`;
    const end = new Promise<CommandEnd>((resolve) => this.#commands.set(id, resolve));
    this.fire("appCommandInvoked", { 0: id, 1: functionName, 2: JSON.stringify({ source: { id: controlId } }) });
    return end;
  }

  /** Tells the page something, such as that the Tab key moved into it (11 forwards, 12 backwards). */
  notify(code: number): void {
    this.#send({
      _messageType: 0,
      _actionName: "Office_notifyAgave",
      _conversationId: `${this.#conversation}_ntf`,
      _correlationId: this.#nextNotice++,
      _data: [code],
      _actionType: 0,
    });
  }
}

function parsed(text: string): WireMessage | undefined {
  try {
    return JSON.parse(text) as WireMessage;
  } catch {
    return undefined;
  }
}
