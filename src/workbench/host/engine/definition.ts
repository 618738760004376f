// How the members of a kind of object are written down: one record per kind, by the names that Office.js documents.
import { type Book } from "../model/book";
import { type Arguments } from "./arguments";
import { type HostObject, type Kind, type Subjects } from "./subjects";

/** What a member may use besides its subject. */
export interface Scene {
  readonly book: Book;
  /** Objects that the client keeps beyond a batch, by reference id. */
  readonly kept: ReadonlyMap<string, HostObject>;
  /** How often someone listens to an event (`code|target`). */
  readonly listeners: Map<string, number>;
  /** Whether the page wants events at all. */
  readonly events: { isEnabled: boolean };
  /** The cells read and written, for the meter. */
  readonly cells: { read: number; written: number };
}

/** A property: how it is read and, unless it is read-only, written. */
export interface Property<S> {
  readonly get: (subject: S, scene: Scene) => unknown;
  readonly set?: (subject: S, value: unknown, scene: Scene) => void;
  /** Left out of loads that name no properties: reading it costs much. */
  readonly isCostly?: boolean;
}

/** A call that answers a value, an object, or null for "there is none". */
export type Method<S> = (subject: S, args: Arguments, scene: Scene) => unknown;

/** The members of one kind. */
export interface Definition<S> {
  /** The id under which the client finds the object again. */
  readonly id?: (subject: S) => string;
  /** The same for kinds without a public id: a key for getItem. */
  readonly key?: (subject: S) => string;
  /** Ranges: the client may keep them beyond the batch. */
  readonly isKept?: boolean;
  readonly properties?: Readonly<Record<string, Property<S>>>;
  /** Properties that the client sets under another name, by that name. */
  readonly sentAs?: Readonly<Record<string, string>>;
  /** Properties that the client wants answered in small letters, unlike all others. */
  readonly answeredSmall?: readonly string[];
  readonly objects?: Readonly<Record<string, (subject: S, scene: Scene) => HostObject | null>>;
  readonly methods?: Readonly<Record<string, Method<S>>>;
  /** For collections: what is in it, and how one of them is found. */
  readonly items?: (subject: S, scene: Scene) => readonly HostObject[];
  readonly find?: (subject: S, key: string | number, scene: Scene) => HostObject | null;
  /** Which of the ways to its items, the same for most collections, this one does not have. */
  readonly lacks?: readonly ("getCount" | "getItemAt" | "getItemOrNullObject")[];
  /** Its methods go by the client's spelling, which nobody lists here, whatever case that has. */
  readonly isUnlisted?: true;
  /** Events that the client asks for below the object model. */
  readonly eventsBelow?: readonly string[];
  /** Events by wire name (`DataChangedEvent`), with their codes and whom they are about. */
  readonly events?: { readonly target: (subject: S) => string; readonly codes: Readonly<Record<string, number>> };
}

/** The members of kinds, by kind. */
export type Definitions = { readonly [K in Kind]?: Definition<Subjects[K]> };
