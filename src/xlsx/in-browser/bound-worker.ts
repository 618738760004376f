// A worker that the page's policy binds: one that is loaded from an address has no policy but what its server sends, one made in the page has the page's.

function noWorker(): never {
  throw new TypeError("this webview has no workers");
}

// In an old webview there is none to extend; this module must load all the same.
const Base = typeof Worker === "undefined" ? (noWorker as unknown as typeof Worker) : Worker;

/** A worker whose script reaches nothing that the page may not reach. */
export class BoundWorker extends Base {
  constructor(script: URL, options?: WorkerOptions) {
    // The script loads its further parts from beside the place where it takes itself to be.
    const text = `Object.defineProperty(self, "location", { value: new URL("${script.href}") }); importScripts(location.href);`;
    super(URL.createObjectURL(new Blob([text], { type: "text/javascript" })), options);
  }
}
