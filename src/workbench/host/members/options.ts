// Parts of charts and conditional formats that are nothing but settings: kept by their path, spelt as Office.js documents them.
import { type Definition } from "../engine/definition";
import { hold, type Kind, type Options, type Subjects } from "../engine/subjects";

/** Kinds whose subject is a place for options. */
type OptionKind = { [K in Kind]: Subjects[K] extends Options ? (Options extends Subjects[K] ? K : never) : never }[Kind];

/** Members that keep what they are given; `defaults` names them with what they are before. */
export function optionMembers(
  defaults: Readonly<Record<string, unknown>>,
  children: Readonly<Record<string, OptionKind>> = {},
): Definition<Options> {
  return {
    properties: Object.fromEntries(
      Object.entries(defaults).map(([name, initial]) => [
        name,
        {
          get: ({ store, path }: Options) => store.get(`${path}${name}`) ?? initial,
          set: ({ store, path }: Options, value: unknown) => void store.set(`${path}${name}`, value),
        },
      ]),
    ),
    objects: Object.fromEntries(
      Object.entries(children).map(([name, kind]) => [name, ({ store, path }: Options) => hold(kind, { store, path: `${path}${name}/` })]),
    ),
  };
}
