// The task pane in its frame: the unchanged page, which finds itself in Excel on the web because its window is named so.
import type { ExcelHost } from "./host/excel-host";
import { requirementsOf } from "./host/app-context";
import type { WacHost } from "./host/wac-host";

/** How the pane's Excel is. */
export interface PaneOptions {
  readonly host: ExcelHost;
  readonly locale: string;
  /** The version of ExcelApi that this Excel claims to have. */
  readonly api: string;
  readonly label: string;
  /** Hears of every message of the pane, once it was taken. */
  readonly onTraffic: () => void;
}

// The client's check of API sets is off by a slip of its own (see tests/support/office-client.ts); this flag is the one that it reads.
interface GuardedWindow {
  readonly OfficeExtension?: { readonly CommonUtility?: { _doApiNotSupportedCheck?: boolean } };
}

/** The place of the pane; every address is loaded into a frame of its own, as Excel does. */
export class PaneFrame {
  #frame: HTMLIFrameElement | undefined;
  #page: WacHost | undefined;

  constructor(
    private readonly place: HTMLElement,
    private readonly options: PaneOptions,
  ) {
    addEventListener("message", this.#receive);
  }

  /** Whether a pane is open. */
  get isOpen(): boolean {
    return this.#frame !== undefined;
  }

  /** Opens the pane at an address of its own server. */
  load(address: string): void {
    this.close();
    const { host, locale, api, label } = this.options;
    const frame = document.createElement("iframe");
    frame.title = label;
    const post = (text: string): void => frame.contentWindow?.postMessage(text, location.origin);
    const port = { pageOrigin: location.origin, hostOrigin: location.origin, post };
    this.#page = host.connect(port, { locale, requirements: requirementsOf(api), documentUrl: host.book.name, addinName: label });
    // The name must be there before the page is: office.js reads it first of all.
    frame.name = this.#page.windowName;
    frame.src = address;
    this.#frame = frame;
    this.place.append(frame);
  }

  /** Closes the pane. */
  close(): void {
    if (this.#page) this.options.host.disconnect(this.#page);
    this.#page = undefined;
    this.#frame?.remove();
    this.#frame = undefined;
  }

  /** Closes the pane for good. */
  dispose(): void {
    this.close();
    removeEventListener("message", this.#receive);
  }

  readonly #receive = (message: MessageEvent<unknown>): void => {
    const window = this.#frame?.contentWindow;
    if (!window || message.source !== window) return;
    // Members newer than the Excel that is claimed fail by name in the client itself.
    const common = (window as unknown as GuardedWindow).OfficeExtension?.CommonUtility;
    if (common) common._doApiNotSupportedCheck = true;
    if (this.#page?.receive(message.data, message.origin)) this.options.onTraffic();
  };
}
