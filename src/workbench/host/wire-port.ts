// The way between a page and its host, whatever carries it: window.postMessage in the browser, microtasks in Node.

/** One end of the way, as the host sees it. */
export interface WirePort {
  /** The origin of the page, the only one that is listened to and written to. */
  readonly pageOrigin: string;
  /** The origin of the host's own page. */
  readonly hostOrigin: string;
  /** Sends text to the page. */
  readonly post: (text: string) => void;
}

/** A message of the protocol, in either direction. */
export interface WireMessage {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _actionType?: number;
  readonly _data?: unknown;
}

/** The calls below the object model, by number. */
export const dispatch = {
  getBinding: 68,
  loadSettings: 75,
  saveSettings: 76,
  getFile: 77,
  getFileSlice: 80,
  closeFile: 81,
  batch: 93,
  commandCompleted: 94,
  messageParent: 144,
  messageChild: 145,
} as const;

/** What the page says about itself, by number: focus, the Tab key, Escape and others (see `onNotice`). */
export type Notice = { readonly code: number; readonly extra: unknown };
