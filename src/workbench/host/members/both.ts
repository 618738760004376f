// The two spellings of what may not be there: one fails, the other gives null.
import { type Method, type Scene } from "../engine/definition";
import { type Arguments } from "../engine/arguments";
import { type HostObject } from "../engine/subjects";
import { itemNotFound } from "../model/errors";

/** `name`, which fails with ItemNotFound, and `nameOrNullObject`. */
export function both<S>(name: string, find: (subject: S, args: Arguments, scene: Scene) => HostObject | null): Record<string, Method<S>> {
  return {
    [`${name}OrNullObject`]: find,
    [name]: (subject, args, scene) => {
      const found = find(subject, args, scene);
      if (!found) throw itemNotFound();
      return found;
    },
  };
}
