// Objects that a page holds on to beyond a batch, by reference id; their cells follow inserted and deleted rows and columns.
import { type Book } from "../model/book";
import { type Anchor } from "../model/name";
import { type HostObject } from "./subjects";

/** How many events' ranges are kept: the page asks for them at once or never. */
const eventLimit = 1000;

/** What one page holds. */
export class References {
  readonly #book: Book;
  readonly #objects = new Map<string, HostObject>();
  readonly #ids = new Map<HostObject, string>();
  readonly #events: string[] = [];
  #next = 1;

  constructor(book: Book) {
    this.#book = book;
  }

  /** The objects by reference id. */
  get objects(): ReadonlyMap<string, HostObject> {
    return this.#objects;
  }

  /** The reference id of an object that is held. */
  idOf(object: HostObject): string | undefined {
    return this.#ids.get(object);
  }

  /** Holds an object and says its reference id. */
  keep(object: HostObject): string {
    const known = this.#ids.get(object);
    if (known) return known;
    const id = `r${this.#next++}`;
    this.#ids.set(object, id);
    this.#objects.set(id, object);
    this.follow(object);
    return id;
  }

  /** Holds the range of an event for a while. */
  keepForEvent(object: HostObject): string {
    const id = this.keep(object);
    this.#events.push(id);
    while (this.#events.length > eventLimit) this.release(this.#events.shift() ?? "");
    return id;
  }

  /** Lets an object go; ids that are not known do not matter, for the client may say it twice. */
  release(id: string): void {
    const object = this.#objects.get(id);
    if (!object) return;
    this.#objects.delete(id);
    this.#ids.delete(object);
    for (const anchor of anchorsOf(object)) this.#book.anchors.delete(anchor);
  }

  /** Lets everything go. */
  clear(): void {
    for (const id of [...this.#objects.keys()]) this.release(id);
  }

  /** From now on the object's cells follow, until `release` or `endBatch`. */
  follow(object: HostObject): void {
    for (const anchor of anchorsOf(object)) this.#book.anchors.add(anchor);
  }

  /** Cells of objects that were used in a batch (`used`) and are not held need not follow any longer. */
  endBatch(used: Iterable<HostObject | null>): void {
    for (const object of used) {
      if (object && !this.#ids.has(object)) for (const anchor of anchorsOf(object)) this.#book.anchors.delete(anchor);
    }
    // A held object may share its cells with one that was only used.
    for (const object of this.#objects.values()) this.follow(object);
  }
}

function anchorsOf(object: HostObject): readonly Anchor[] {
  if (object.kind === "Range") return [object.of as Anchor];
  return object.kind === "RangeAreas" ? (object.of as readonly Anchor[]) : [];
}
