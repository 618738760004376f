// The worker of the page that is one file: it runs the page's own program, under the page's policy, and knows its part by its name.

let program: string | undefined;

// A worker was made of the program already; the page has it in an element.
const ownProgram = (): string =>
  typeof document === "undefined"
    ? location.href
    : URL.createObjectURL(new Blob([document.getElementById("program")?.textContent ?? ""], { type: "text/javascript" }));

function noWorker(): never {
  throw new TypeError("this browser has no workers");
}

// Where there is none to extend, the page must load all the same.
const Base = typeof Worker === "undefined" ? (noWorker as unknown as typeof Worker) : Worker;

/** A worker whose script reaches nothing that the page may not reach. */
export class BoundWorker extends Base {
  constructor(_script: URL, options?: WorkerOptions) {
    super((program ??= ownProgram()), options);
  }
}
