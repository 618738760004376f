// The user's wish to stop, as the engine carries it out.

/** The user stopped the job; nothing was written. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled by the user");
    this.name = "Cancelled";
  }
}
