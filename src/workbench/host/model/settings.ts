// What add-ins keep in the book by name, no more than Excel saves.
import { invalidArgument } from "./errors";

/** Excel saves two megabytes of an add-in's settings at most (office-js issue 621); more is an argument that is not valid (3957). */
const mostBytes = 2_097_152;

/** Settings by key. */
export class Settings extends Map<string, unknown> {
  /** How often they have changed. */
  changes = 0;
  #bytes = new Map<string, number>();

  override set(key: string, value: unknown): this {
    const size = new TextEncoder().encode(key + (JSON.stringify(value) ?? "")).length;
    const others = [...this.#bytes].reduce((total, [name, bytes]) => total + (name === key ? 0 : bytes), 0);
    if (others + size > mostBytes) throw invalidArgument("settings take two megabytes at most");
    this.#bytes.set(key, size);
    this.changes += 1;
    return super.set(key, value);
  }

  override delete(key: string): boolean {
    this.#bytes.delete(key);
    this.changes += 1;
    return super.delete(key);
  }

  override clear(): void {
    this.#bytes.clear();
    this.changes += 1;
    super.clear();
  }
}
