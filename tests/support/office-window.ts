// The few corners of a browser that office.js touches, for Node.

/** What the window is made for. */
export interface WindowParts {
  readonly url: string;
  readonly name: string;
  readonly listeners: Map<string, Set<(event: unknown) => void>>;
  readonly parent: unknown;
  /** Runs one of Microsoft's files, named relative to office.js. */
  readonly run: (file: string) => void;
}

function storage(): Record<string, unknown> {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: unknown) => void kept.set(key, String(value)),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
    key: (index: number) => [...kept.keys()][index] ?? null,
  };
}

/** Timers of one window: long ones do not keep the process alive, and none outlives the page, which would report calls of a closed page as unanswered. */
class Timers {
  readonly #running = new Set<NodeJS.Timeout>();
  #isClosed = false;

  readonly setTimeout = (run: () => void, delay?: number): unknown => this.#keep(setTimeout, run, delay);
  readonly setInterval = (run: () => void, delay?: number): unknown => this.#keep(setInterval, run, delay);

  close(): void {
    this.#isClosed = true;
    this.#running.forEach((timer) => clearTimeout(timer));
    this.#running.clear();
  }

  #keep(start: (run: () => void, delay?: number) => NodeJS.Timeout, run: () => void, delay = 0): unknown {
    if (this.#isClosed) return undefined;
    const timer = start(run, delay);
    if (delay >= 1000) this.#running.add(timer.unref());
    return timer;
  }
}

/** The window and what closing its page ends. */
export interface OfficeWindow {
  readonly names: Record<string, unknown>;
  readonly close: () => void;
}

/** The global names that the client finds. */
export function windowStubs({ url, name, listeners, parent, run }: WindowParts): OfficeWindow {
  const timers = new Timers();
  const location = new URL(url);
  const office = `${location.origin}/office-js/`;
  const on = (type: string, listen: (event: unknown) => void): void => {
    const known = listeners.get(type) ?? new Set();
    listeners.set(type, known.add(listen));
  };
  const off = (type: string, listen: (event: unknown) => void): void => void listeners.get(type)?.delete(listen);
  const append = (element: { src?: string; onload?: () => void; onerror?: (error: unknown) => void }): void => {
    if (!element.src?.startsWith(office)) return;
    const file = element.src.slice(office.length);
    queueMicrotask(() => {
      try {
        run(file);
        element.onload?.();
      } catch (error) {
        element.onerror?.(error);
      }
    });
  };
  const element = (tag: string): Record<string, unknown> => {
    const made = { tagName: tag.toUpperCase(), style: {}, setAttribute: () => undefined, getAttribute: () => null, appendChild: append };
    return tag === "a" ? anchorElement(made, location) : made;
  };
  const head = element("head");
  const scriptTag = { src: `${office}office.js`, getAttribute: () => null };
  const document = {
    readyState: "complete",
    URL: location.href,
    domain: location.hostname,
    cookie: "",
    head,
    body: element("body"),
    createElement: element,
    hasFocus: () => false,
    getElementById: () => null,
    querySelectorAll: () => [],
    getElementsByTagName: (tag: string) => (tag === "script" ? [scriptTag] : tag === "head" ? [head] : []),
    addEventListener: on,
    removeEventListener: off,
  };
  const names = {
    document,
    location,
    name,
    parent,
    top: parent,
    opener: null,
    external: {},
    history: {},
    screen: { width: 1280, height: 800 },
    innerWidth: 320,
    innerHeight: 800,
    navigator: { userAgent: "node", language: "zh-CN" },
    sessionStorage: storage(),
    localStorage: storage(),
    addEventListener: on,
    removeEventListener: off,
    focus: () => undefined,
    blur: () => undefined,
    open: () => null,
    console,
    setTimeout: timers.setTimeout,
    setInterval: timers.setInterval,
    clearTimeout,
    clearInterval,
    queueMicrotask,
    performance,
    URL,
  };
  return { names, close: () => timers.close() };
}

// office.js takes addresses apart with link elements.
function anchorElement(made: Record<string, unknown>, base: URL): Record<string, unknown> {
  let at = base;
  Object.defineProperty(made, "href", {
    get: () => at.href,
    set: (text: string) => {
      at = new URL(text, base);
    },
  });
  for (const part of ["protocol", "hostname", "host", "port", "search", "hash", "pathname"] as const) {
    Object.defineProperty(made, part, { get: () => at[part] });
  }
  return made;
}
