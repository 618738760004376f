// Answers to load: the asked properties of an object, its parts and the items of collections, spelt as the client expects them.
import { notThere } from "../model/errors";
import { type Scene } from "./definition";
import { camel, type KindMembers, type Registry } from "./registry";
import { type HostObject } from "./subjects";
import { type WireQuery } from "./wire";

/** What was asked for: names in small letters with their spelling and with what was asked for below them. */
interface Wish {
  readonly [name: string]: { readonly asked: string; readonly below: Wish };
}

/** What answering needs to know. */
export interface QueryScene {
  readonly registry: Registry;
  readonly scene: Scene;
  /** Whether names come back in camel case and items as `items`. */
  readonly isCamel: boolean;
  /** The reference id of an object that is kept. */
  readonly reference: (object: HostObject) => string | undefined;
  /** Told which member is being read. */
  readonly at: (place: string) => void;
}

/** How the client finds the object again: `Id`, `_Id` or a reference. */
export function identityOf(registry: Registry, object: HostObject, reference: string | undefined): Record<string, unknown> {
  const { id, key } = registry.of(object.kind).definition;
  return {
    ...(id ? { Id: id(object.of) } : {}),
    ...(key ? { _Id: key(object.of) } : {}),
    ...(reference ? { _ReferenceId: reference } : {}),
  };
}

/** The answer to a load. */
export function answerQuery(object: HostObject, query: WireQuery, scene: QueryScene): unknown {
  const wish: Wish = {};
  for (const path of [...(query.Select ?? []), ...(query.Expand ?? [])]) {
    let at = wish as Record<string, Wish[string]>;
    for (const asked of path.split(/[/.]/).filter((name) => name !== "")) at = (at[asked.toLowerCase()] ??= { asked, below: {} }).below;
  }
  return project(object, wish, scene, query);
}

function project(object: HostObject, wish: Wish, scene: QueryScene, window: WireQuery = {}): unknown {
  const members = scene.registry.of(object.kind);
  return members.definition.items ? collection(object, members, { wish, scene, window }) : single(object, members, { wish, scene });
}

interface Ask {
  readonly wish: Wish;
  readonly scene: QueryScene;
  readonly window?: WireQuery;
}

// One list of names serves both the collection and its items: those that the collection has itself are its own.
function collection(object: HostObject, members: KindMembers, { wish, scene, window }: Ask): unknown {
  const asked = wish["items"] && Object.keys(wish).length === 1 ? wish["items"].below : wish;
  const own = Object.keys(asked).filter((name) => members.property(name));
  const answer = single(object, members, { wish: pick(asked, (name) => own.includes(name)), scene }, own.length === 0);
  const rest = pick(asked, (name) => !own.includes(name));
  const ofItems = own.length > 0 && Object.keys(rest).length === 0 ? { $none: { asked: "$none", below: {} } } : rest;
  const all = members.definition.items?.(object.of, scene.scene) ?? [];
  const from = window?.Skip ?? 0;
  const shown = all.slice(from, window?.Top === undefined ? undefined : from + window.Top);
  return { ...answer, [scene.isCamel ? "items" : "_Items"]: shown.map((item) => project(item, ofItems, scene)) };
}

/** What a load says that asks for no property by name; Microsoft's pages write the last one to load an object for nothing but its existence. */
const nothing = new Set(["*", "$none", "_referenceid", "nopropertiesneeded"]);

function single(object: HostObject, members: KindMembers, { wish, scene }: Ask, isBare = false): Record<string, unknown> {
  const isSmall = (name: string): boolean => scene.isCamel || members.definition.answeredSmall?.includes(name) === true;
  const spell = (name: string): string => (isSmall(name) ? name : name.slice(0, 1).toUpperCase() + name.slice(1));
  const names = Object.keys(wish).filter((name) => !nothing.has(name));
  // What is not there is said before anything is read.
  const lacking = names.find((name) => !members.property(name) && !members.object(name));
  if (lacking !== undefined) throw notThere(`${object.kind}.${camel(wish[lacking]?.asked ?? lacking)}`);
  const answer = identityOf(scene.registry, object, scene.reference(object));
  const read = (name: string): void => {
    const property = members.property(name);
    if (!property) return;
    scene.at(`${object.kind}.${property.name}`);
    answer[spell(property.name)] = property.is.get(object.of, scene.scene);
  };
  if (!isBare && (Object.keys(wish).length === 0 || wish["*"])) {
    for (const name of members.propertyNames) if (!members.property(name)?.is.isCostly) read(name);
  }
  for (const name of names) {
    const child = members.object(name);
    if (members.property(name)) read(name);
    else if (child) {
      scene.at(`${object.kind}.${child.name}`);
      const part = child.get(object.of, scene.scene);
      answer[spell(child.name)] = part && project(part, wish[name]?.below ?? {}, scene);
    }
  }
  return answer;
}

function pick(wish: Wish, isWanted: (name: string) => boolean): Wish {
  return Object.fromEntries(Object.entries(wish).filter(([name]) => isWanted(name)));
}
