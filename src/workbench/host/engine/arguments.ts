// The arguments of a call, checked for what they should be.
import { invalidArgument } from "../model/errors";
import { isHostObject, type HostObject, type Kind } from "./subjects";

/** Arguments by position; objects have been put in their places already. */
export class Arguments {
  constructor(readonly values: readonly unknown[]) {}

  /** The argument as it came; undefined when it was left out. */
  raw(index: number): unknown {
    return this.values[index] ?? undefined;
  }

  /** Text that must be there. */
  text(index: number): string {
    const value = this.raw(index);
    if (typeof value !== "string") throw invalidArgument(`argument ${index + 1} is no text`);
    return value;
  }

  /** Text that may be left out. */
  optionalText(index: number): string | undefined {
    return this.raw(index) === undefined ? undefined : this.text(index);
  }

  /** A whole number that must be there. */
  whole(index: number): number {
    const value = this.raw(index);
    if (typeof value !== "number" || !Number.isInteger(value)) throw invalidArgument(`argument ${index + 1} is no whole number`);
    return value;
  }

  /** A whole number, or what stands for it when it is left out. */
  wholeOr(index: number, otherwise: number): number {
    return this.raw(index) === undefined ? otherwise : this.whole(index);
  }

  /** Whether the argument is true; left out is false. */
  isTrue(index: number): boolean {
    return this.raw(index) === true;
  }

  /** An object of plain values; left out is empty. */
  record(index: number): Readonly<Record<string, unknown>> {
    const value = this.raw(index);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  }

  /** An object of this kind, when the argument is one. */
  object<K extends Kind>(index: number, kind: K): HostObject<K> | undefined {
    const value = this.raw(index);
    return isHostObject(value) && value.kind === kind ? (value as HostObject<K>) : undefined;
  }
}
