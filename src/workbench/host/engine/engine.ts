// Runs batches of the genuine client against the book: object paths, actions, references, errors with place and action index.
import { type Book } from "../model/book";
import { apiNotFound, HostError, itemNotFound } from "../model/errors";
import { Arguments } from "./arguments";
import { type Scene } from "./definition";
import { answerQuery, identityOf } from "./query";
import { References } from "./references";
import { memberName, type Registry } from "./registry";
import { hold, type HostObject, isHostObject } from "./subjects";
import { actionType, type Answer, type Batch, pathType, type WireAction, type WireArguments, type WirePath, type WireResult } from "./wire";

/** One batch on its way. */
interface Run {
  readonly batch: Batch;
  /** Objects by path id, null for null objects; a path is walked once per batch. */
  readonly objects: Map<number, HostObject | null>;
  /** The member that is being used, for the error's location. */
  place: string;
}

/** The half of a page's connection that understands the object model. */
export class Engine {
  readonly scene: Scene;
  readonly references: References;
  readonly #registry: Registry;

  constructor(book: Book, registry: Registry) {
    this.#registry = registry;
    this.references = new References(book);
    this.scene = { book, kept: this.references.objects, listeners: new Map(), events: { isEnabled: true }, cells: { read: 0, written: 0 } };
  }

  /** Runs a batch up to the end or the first error; what was done before an error stays done. `stopBefore` makes it fail there. */
  execute(batch: Batch, stopBefore?: { readonly index: number; readonly error: HostError }): Answer {
    const run: Run = { batch, objects: new Map(), place: "" };
    const results: WireResult[] = [];
    const traces: number[] = [];
    let index = 0;
    try {
      for (; index < batch.Actions.length; index++) {
        const action = batch.Actions[index] as WireAction;
        run.place = "";
        if (stopBefore && index >= stopBefore.index) throw stopBefore.error;
        if (action.ActionType === actionType.trace) traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: action.ActionType === actionType.trace ? null : this.#act(run, action) });
      }
      if (stopBefore) throw stopBefore.error;
      return { Results: results, TraceIds: traces };
    } catch (error) {
      const failure = error instanceof HostError ? error : internal(error);
      return {
        Error: {
          Code: failure.code,
          Message: failure.message,
          Location: failure.place ?? run.place,
          ActionIndex: Math.min(index, batch.Actions.length - 1),
          HttpStatusCode: failure.status,
        },
        ProcessedResults: { Results: results, TraceIds: traces },
        TraceIds: traces,
      };
    } finally {
      this.references.endBatch(run.objects.values());
    }
  }

  /** Lets go of everything that the page held and listened to. */
  forget(): void {
    this.references.clear();
    this.scene.listeners.clear();
    this.scene.events.isEnabled = true;
  }

  #act(run: Run, action: WireAction): unknown {
    if (action.ActionType === actionType.method && action.Name === "_RemoveReference") {
      this.references.release(String(action.ArgumentInfo?.Arguments?.[0]));
      return null;
    }
    const object = this.#resolve(run, action.ObjectPathId);
    if (action.ActionType === actionType.method && action.Name === "_KeepReference") {
      if (object) this.references.keep(object);
      return null;
    }
    if (object === null) return action.ActionType === actionType.method ? { _IsNull: true } : null;
    switch (action.ActionType) {
      case actionType.instantiate:
        return this.#identity(object);
      case actionType.query:
      case actionType.queryAsJson:
        return this.#query(run, object, action);
      case actionType.method:
        return this.#call(run, object, action);
      case actionType.setProperty:
        return this.#set(run, object, action.Name, this.#arguments(run, action.ArgumentInfo).raw(0) ?? null);
      case actionType.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.#set(run, object, name, value);
        return null;
      default:
        throw apiNotFound(`action type ${action.ActionType}`);
    }
  }

  #identity(object: HostObject): Record<string, unknown> {
    return identityOf(this.#registry, object, this.references.idOf(object));
  }

  #query(run: Run, object: HostObject, { QueryInfo = {}, ActionType }: WireAction): unknown {
    return answerQuery(object, QueryInfo, {
      registry: this.#registry,
      scene: this.scene,
      isCamel: ActionType === actionType.queryAsJson,
      reference: (item) => {
        const isKept = this.#registry.of(item.kind).definition.isKept;
        return isKept && run.batch.AutoKeepReference ? this.references.keep(item) : this.references.idOf(item);
      },
      at: (place) => {
        run.place = place;
      },
    });
  }

  #call(run: Run, object: HostObject, action: WireAction): unknown {
    const result = this.#invoke(run, object, action);
    return isHostObject(result) ? this.#identity(result) : (result ?? null);
  }

  #invoke(run: Run, object: HostObject, { Name, ArgumentInfo }: { Name: string; ArgumentInfo?: WireArguments }): unknown {
    run.place = placeOf(object, Name);
    const method = this.#registry.of(object.kind).method(Name);
    if (!method) throw apiNotFound(run.place);
    return method.call(object.of, this.#arguments(run, ArgumentInfo), this.scene);
  }

  #set(run: Run, object: HostObject, name: string, value: unknown): null {
    run.place = placeOf(object, name);
    const property = this.#registry.of(object.kind).property(name);
    if (!property) throw apiNotFound(run.place);
    if (!property.is.set) throw apiNotFound(`${run.place} to be set`);
    property.is.set(object.of, value, this.scene);
    return null;
  }

  #resolve(run: Run, id: number): HostObject | null {
    const known = run.objects.get(id);
    if (known !== undefined) return known;
    const path = run.batch.ObjectPaths?.[id];
    if (!path) throw new HostError("InvalidObjectPath", `object path ${id} is missing`);
    const object = this.#walk(run, path);
    if (object) this.references.follow(object);
    run.objects.set(id, object);
    return object;
  }

  #walk(run: Run, path: WirePath): HostObject | null {
    if (path.ObjectPathType === pathType.global) return hold("Workbook", this.scene.book);
    if (path.ObjectPathType === pathType.none) return null;
    if (path.ObjectPathType === pathType.service) return hold("Service", path.Name);
    if (path.ObjectPathType === pathType.reference) return this.#referenced(path.Name);
    const parent = this.#resolve(run, path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    if (path.ObjectPathType === pathType.property) return this.#child(run, parent, path.Name);
    const call = path.ObjectPathType === pathType.indexer ? { ...path, Name: "getItem" } : path;
    const result = this.#invoke(run, parent, call);
    return isHostObject(result) ? result : null;
  }

  #referenced(id: string): HostObject {
    const object = this.references.objects.get(id);
    if (!object) throw new HostError("InvalidReference", "The reference is not known any more.");
    return object;
  }

  #child(run: Run, parent: HostObject, name: string): HostObject | null {
    run.place = placeOf(parent, name);
    const child = this.#registry.of(parent.kind).object(name);
    if (!child) throw apiNotFound(run.place);
    return child.get(parent.of, this.scene);
  }

  #arguments(run: Run, info: WireArguments | undefined): Arguments {
    const swap = (value: unknown, path: unknown): unknown => {
      if (typeof path === "number" && path > 0) return this.#existing(run, path);
      if (Array.isArray(value) && Array.isArray(path)) return value.map((part, index) => swap(part, path[index]));
      return this.#within(run, value);
    };
    return new Arguments((info?.Arguments ?? []).map((value, index) => swap(value, info?.ReferencedObjectPathIds?.[index])));
  }

  // Inside plain objects an object is `{ _ObjectPathId: 7 }`; arrays of cell values are let through untouched.
  #within(run: Run, value: unknown): unknown {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const path = (value as { _ObjectPathId?: unknown })._ObjectPathId;
    if (typeof path === "number") return this.#existing(run, path);
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, this.#within(run, part)]));
  }

  #existing(run: Run, path: number): HostObject {
    const object = this.#resolve(run, path);
    if (!object) throw itemNotFound();
    return object;
  }
}

function placeOf(object: HostObject, member: string): string {
  return `${object.kind}.${memberName(member)}`;
}

function internal(error: unknown): HostError {
  return new HostError("GeneralException", error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error));
}
