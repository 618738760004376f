// The genuine, unmodified office.js in Node, connected to our Excel host: no browser, no mock.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import vm from "node:vm";
import { ExcelHost } from "../../src/workbench/host/excel-host";
import { type PageOptions } from "../../src/workbench/host/app-context";
import { type WacHost } from "../../src/workbench/host/wac-host";
import { windowStubs } from "./office-window";

/** The folder of Microsoft's files. */
const dist = join(dirname(createRequire(join(process.cwd(), "package.json")).resolve("@microsoft/office-js/package.json")), "dist");
const scripts = new Map<string, vm.Script>();

/** A client with its host. */
export interface OfficeClient {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly host: ExcelHost;
  /** The host's side of this one page: ribbon commands, notices. */
  readonly page: WacHost;
  /** The client's global object. */
  readonly window: Record<string, unknown>;
  readonly close: () => void;
}

/** How the client is started; Excel 2021's API sets unless said otherwise. */
export interface ClientOptions extends Partial<PageOptions> {
  readonly host?: ExcelHost;
  /** Run after office.js was loaded and before Office.onReady, as the page's own script would. */
  readonly beforeReady?: (window: Record<string, unknown>) => void;
  /** Members above the declared API sets fail by name in the client itself; on unless switched off. */
  readonly isGuarded?: boolean;
}

function script(file: string): vm.Script {
  const known = scripts.get(file) ?? new vm.Script(readFileSync(join(dist, file), "utf8"), { filename: file });
  scripts.set(file, known);
  return known;
}

/** Starts office.js as a page in Excel on the web would and waits until Office is ready. */
export async function officeClient(options: ClientOptions = {}): Promise<OfficeClient> {
  const host = options.host ?? new ExcelHost();
  const origin = "https://workbench.test";
  const listeners = new Map<string, Set<(event: unknown) => void>>();
  const emit = (type: string, event: unknown): void => [...(listeners.get(type) ?? [])].forEach((listen) => listen(event));
  const parent = { postMessage: (text: unknown) => queueMicrotask(() => page.receive(text, origin)) };
  const port = {
    pageOrigin: origin,
    hostOrigin: origin,
    post: (text: string) => queueMicrotask(() => emit("message", { data: text, origin, source: parent })),
  };
  const page = host.connect(port, { locale: "zh-CN", requirements: { ExcelApi: "1.9", DialogApi: "1.1" }, ...options });
  const run = (file: string): void => void script(file).runInContext(window);
  const stubs = windowStubs({ url: `${origin}/taskpane.html`, name: page.windowName, listeners, parent, run });
  const window = vm.createContext(stubs.names) as Record<string, unknown>;
  for (const name of ["window", "self", "frames"]) window[name] = window;
  run("office.js");
  options.beforeReady?.(window);
  await (window["Office"] as typeof Office).onReady();
  // The client's check of API sets is off by a slip of its own; this flag is the one that it reads.
  const common = (window["OfficeExtension"] as { CommonUtility?: { _doApiNotSupportedCheck?: boolean } }).CommonUtility;
  if (common) common._doApiNotSupportedCheck = options.isGuarded !== false;
  return {
    Excel: window["Excel"] as typeof Excel,
    Office: window["Office"] as typeof Office,
    OfficeExtension: window["OfficeExtension"] as typeof OfficeExtension,
    host,
    page,
    window,
    close: () => {
      host.disconnect(page);
      listeners.clear();
      stubs.close();
    },
  };
}
