// Walks through the object model under the genuine client: an object of every kind that the host has, found along the ways that the client knows.
import { type OfficeClient } from "./office-client";

/** A proxy of the client, as far as the tour cares. */
export interface Proxy {
  readonly [member: string]: unknown;
  readonly load?: (names: string) => unknown;
  readonly _className: string;
  readonly _scalarPropertyNames?: readonly string[];
  readonly _scalarPropertyUpdateable?: readonly boolean[];
  readonly _navigationPropertyNames?: readonly string[];
}

/** How an object is reached in a request of its own. */
export type Way = (context: Excel.RequestContext) => Proxy;

/** The ways that are calls, by kind; properties that lead on are found by themselves. */
type Calls = Readonly<Record<string, readonly ((from: never) => unknown)[]>>;
type Step = (from: Proxy) => unknown;

/** A way to every kind that can be reached, by kind. */
export async function tour({ Excel }: OfficeClient, calls: Calls): Promise<ReadonlyMap<string, Way>> {
  const ways = new Map<string, Way>([["Workbook", ({ workbook }) => workbook as unknown as Proxy]]);
  for (const [kind, way] of ways) {
    const sample = way(new Excel.RequestContext());
    const names = sample._navigationPropertyNames ?? [];
    const steps: readonly Step[] = [
      ...names.map(
        (name): Step =>
          (from) =>
            from[name],
      ),
      ...((calls[kind] ?? []) as readonly Step[]),
    ];
    for (const step of steps) {
      const next: Way = (context) => step(way(context)) as Proxy;
      const found = next(new Excel.RequestContext());
      if (!ways.has(found._className) && (await exists(next(new Excel.RequestContext())))) ways.set(found._className, next);
    }
  }
  return ways;
}

async function exists(object: Proxy): Promise<boolean> {
  try {
    // Kinds without properties cannot be loaded.
    object.load?.("$none");
    await (object as unknown as Excel.Range).context.sync();
    // "false" unless it is known to be a null object.
    return (object as unknown as { m_isNull?: boolean }).m_isNull !== true && (object as unknown as { _isNull?: boolean })._isNull !== true;
  } catch {
    return false;
  }
}
