// Parts of charts and conditional formats that are nothing but settings: kept by their path, spelt as Office.js documents them.
import { type Definition, type Property } from "../engine/definition";
import { hold, type Kind, type Options, type Subjects } from "../engine/subjects";
import { oneOf } from "./words";

/** Kinds whose subject is a place for options. */
type OptionKind = { [K in Kind]: Subjects[K] extends Options ? (Options extends Subjects[K] ? K : never) : never }[Kind];

/** A setting that takes one of some words. */
class Choice {
  constructor(
    readonly initial: string,
    readonly words: readonly string[],
  ) {}
}

/** A setting that is this word before, and takes these and no others. */
export function choice(initial: string, words: string): Choice {
  return new Choice(initial, words.split(" "));
}

/** Properties that keep what they are given, each in the store and under the path that its subject says; `defaults` names them with what they are before. */
export function optionProperties<S>(
  defaults: Readonly<Record<string, unknown>>,
  placeOf: (subject: S) => Options,
): Record<string, Property<S>> {
  const property = (name: string, setting: unknown): Property<S> => ({
    get: (subject) => {
      const { store, path } = placeOf(subject);
      return store.get(path + name) ?? (setting instanceof Choice ? setting.initial : setting);
    },
    set: (subject, value) => {
      const { store, path } = placeOf(subject);
      store.set(path + name, setting instanceof Choice ? oneOf(setting.words, value) : value);
    },
  });
  return Object.fromEntries(Object.entries(defaults).map(([name, setting]) => [name, property(name, setting)]));
}

/** Members that keep what they are given, and the parts that have settings of their own. */
export function optionMembers(
  defaults: Readonly<Record<string, unknown>>,
  children: Readonly<Record<string, OptionKind>> = {},
): Definition<Options> {
  return {
    properties: optionProperties<Options>(defaults, (options) => options),
    objects: Object.fromEntries(
      Object.entries(children).map(([name, kind]) => [name, ({ store, path }: Options) => hold(kind, { store, path: `${path}${name}/` })]),
    ),
  };
}
