// All members that this host has, looked up without regard to case, and the list of them.
import { apiNotFound, itemNotFound } from "../model/errors";
import { type Definition, type Definitions, type Method, type Property } from "./definition";
import { type HostObject, type Kind } from "./subjects";

// At this one place the subject's type is given up: a definition is only ever used with objects of its own kind.
type AnyDefinition = Definition<never>;
type Loose = {
  properties: Map<string, [string, Property<never>]>;
  objects: Map<string, [string, (subject: never, scene: never) => HostObject | null]>;
  methods: Map<string, [string, Method<never>]>;
};

/** A kind with its members, ready for look-ups. */
export interface KindMembers {
  readonly definition: Definition<unknown>;
  readonly property: (name: string) => { readonly name: string; readonly is: Property<unknown> } | undefined;
  readonly object: (
    name: string,
  ) => { readonly name: string; readonly get: (subject: unknown, scene: unknown) => HostObject | null } | undefined;
  readonly method: (name: string) => { readonly name: string; readonly call: Method<unknown> } | undefined;
  readonly propertyNames: readonly string[];
}

/** The members of all kinds. */
export class Registry {
  readonly #kinds = new Map<Kind, KindMembers>();
  readonly #members: string[] = [];

  constructor(parts: readonly Definitions[]) {
    for (const part of parts) {
      for (const [kind, definition] of Object.entries(part)) this.#add(kind as Kind, definition as unknown as AnyDefinition);
    }
  }

  #add(kind: Kind, definition: AnyDefinition): void {
    const common = Object.entries(collectionMethods(definition)).filter(([name]) => !definition.lacks?.some((one) => one === name));
    const methods = { ...Object.fromEntries(common), ...eventMethods(definition), ...definition.methods };
    const loose: Loose = { properties: byName(definition.properties), objects: byName(definition.objects), methods: byName(methods) };
    this.#kinds.set(kind, {
      definition: definition as unknown as Definition<unknown>,
      property: (name) =>
        found(loose.properties.get((definition.sentAs?.[name] ?? name).toLowerCase()), (own, is) => ({
          name: own,
          is: is as unknown as Property<unknown>,
        })),
      object: (name) => found(loose.objects.get(name.toLowerCase()), (own, get) => ({ name: own, get: get as never })),
      method: (name) =>
        found(loose.methods.get(name.toLowerCase()), (own, call) => ({ name: own, call: call as unknown as Method<unknown> })),
      propertyNames: Object.keys(definition.properties ?? {}),
    });
    const names = [...Object.keys(definition.properties ?? {}), ...Object.keys(definition.objects ?? {})];
    const calls = definition.isUnlisted ? [] : Object.keys(methods).map((name) => `${name}()`);
    this.#members.push(...[...names, ...calls].filter((name) => !name.startsWith("_")).map((name) => `${kind}.${name}`));
    const events = Object.keys(definition.events?.codes ?? {}).map((name) => `${kind}.${eventName(name)}`);
    this.#members.push(...events, ...(definition.eventsBelow ?? []).map((name) => `${kind}.${name}`));
  }

  /** The members of a kind. */
  of(kind: Kind): KindMembers {
    const members = this.#kinds.get(kind);
    if (!members) throw apiNotFound(kind);
    return members;
  }

  /** Every member that works, as `Kind.member`, sorted: the table of what this host can do. */
  members(): readonly string[] {
    return [...this.#members].sort();
  }
}

/** The name of an event from that of its wire: `DataChangedEvent` and `EventNameChanged` are `onChanged` and `onNameChanged`. */
function eventName(wire: string): string {
  return `on${wire.replace(/^Event|Event$/, "").replace("Data", "")}`;
}

/** A name as Office.js documents it: the wire writes it with a capital. */
export function camel(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

/** The member that a name of the wire stands for: `_RegisterDataChangedEvent` is about `onChanged`. */
export function memberName(wire: string): string {
  const event = /^_(?:Unr|R)egister(\w+)$/.exec(wire)?.[1];
  return event === undefined ? camel(wire) : eventName(event);
}

function byName<T>(members: Readonly<Record<string, T>> | undefined): Map<string, [string, T]> {
  return new Map(Object.entries(members ?? {}).map(([name, member]) => [name.toLowerCase(), [name, member]]));
}

function found<T, R>(hit: [string, T] | undefined, make: (name: string, member: T) => R): R | undefined {
  return hit && make(hit[0], hit[1]);
}

// Every collection has the same ways to its items.
function collectionMethods({ items, find }: AnyDefinition): Record<string, Method<never>> {
  if (!items) return {};
  const at: Method<never> = (subject, args, scene) => {
    const item = items(subject, scene)[args.whole(0)];
    if (!item) throw itemNotFound();
    return item;
  };
  const common: Record<string, Method<never>> = { getCount: (subject, _, scene) => items(subject, scene).length, getItemAt: at };
  if (!find) return common;
  const look: Method<never> = (subject, args, scene) => find(subject, args.raw(0) as string, scene);
  const get: Method<never> = (subject, args, scene) => {
    const item = look(subject, args, scene);
    if (!item) throw itemNotFound();
    return item;
  };
  return { ...common, getItem: get, getItemOrNullObject: look };
}

// The client says `_RegisterDataChangedEvent` when the first handler of onChanged comes and `_Unregister…` when the last one goes.
function eventMethods({ events }: AnyDefinition): Record<string, Method<never>> {
  if (!events) return {};
  const methods: Record<string, Method<never>> = {};
  for (const [name, code] of Object.entries(events.codes)) {
    const count =
      (by: number): Method<never> =>
      (subject, _, scene) => {
        const key = `${code}|${events.target(subject)}`;
        scene.listeners.set(key, Math.max(0, (scene.listeners.get(key) ?? 0) + by));
        return null;
      };
    methods[`_Register${name}`] = count(1);
    methods[`_Unregister${name}`] = count(-1);
  }
  return methods;
}
