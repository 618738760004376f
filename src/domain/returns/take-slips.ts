// Taking slips (签收单) into the register: each is kept once under its number; what is entered again corrects and never deletes.
import type { PersonKey } from "../identity/keys";
import type { NoticeNumbers } from "../identity/notice-numbers";
import type { Day } from "../values/day";
import { type SlipEntry, slipFields, type SlipOutcome, type SlipRecord, type SlipRefusal, type SlipResult, type SlipValues } from "./slip";

/** Somebody went there and left without a signature. */
export interface SlipVisit {
  readonly on: Day;
  readonly by: string | undefined;
  readonly outcome: Exclude<SlipOutcome, "proxy">;
}

/** A record that is new or says something new, with what is new. */
export interface SlipNews {
  readonly record: SlipRecord;
  readonly values: SlipValues;
  readonly visits: readonly SlipVisit[];
}

/** Slips brought to the register. */
export interface SlipsTaken {
  readonly records: readonly SlipRecord[];
  readonly news: readonly SlipNews[];
  readonly already: number;
  readonly unknown: readonly { readonly input: string; readonly number: string; readonly why: SlipRefusal }[];
}

/** What taking slips depends on. */
export interface SlipContext {
  readonly numbers: NoticeNumbers;
  /** The number of a person by the number of an earlier paper. */
  readonly earlier: (text: string) => string | undefined;
  /** Persons to whom no letter had to go. */
  readonly withdrawn: ReadonlySet<PersonKey>;
  /** Whether 上门记录 has a visit to a person already. */
  readonly hasVisit: (person: PersonKey, visit: SlipVisit) => boolean;
  readonly today: Day;
  /** A record in words as it was before a correction, for the register. */
  readonly saysBefore: (before: SlipRecord) => string;
}

/** Takes slips into the register; one that says nothing new is counted as already there. */
export function takeSlips(before: readonly SlipRecord[], entries: readonly SlipEntry[], context: SlipContext): SlipsTaken {
  const records = [...before];
  const places = new Map<string, number>();
  for (const [place, { number }] of before.entries()) if (!places.has(number)) places.set(number, place);
  const news = new Map<string, SlipNews>();
  const unknown: SlipsTaken["unknown"][number][] = [];
  let already = 0;
  for (const entry of entries) {
    const found = context.numbers.find(context.earlier(entry.number) ?? entry.number);
    if (!found.entry || found.person === undefined || context.withdrawn.has(found.person)) {
      unknown.push({ input: entry.input, number: entry.number, why: found.entry ? "withdrawn" : found.why });
      continue;
    }
    const {
      person,
      entry: { number },
    } = found;
    const place = places.get(number) ?? records.length;
    const known = records[place];
    const taken = news.get(number);
    const visit = visitOf(entry, context);
    const isKnownVisit = visit === undefined || context.hasVisit(person, visit) || (taken?.visits ?? []).some((own) => isSame(own, visit));
    const step = stepTo(known, entry, isKnownVisit ? undefined : visit, context);
    if (!step) {
      already++;
      continue;
    }
    const record = { ...step.record, number, person };
    records[place] = record;
    places.set(number, place);
    const visits = [...(taken?.visits ?? []), ...(visit && !isKnownVisit ? [visit] : [])];
    news.set(number, { record, values: { ...taken?.values, ...step.values }, visits });
  }
  return { records, news: [...news.values()], already, unknown };
}

const isSame = (a: SlipVisit, b: SlipVisit) => a.on === b.on && a.by === b.by;

// Without a day, the visit is told of today.
function visitOf({ outcome, values: { deliveredOn, deliveredBy } }: SlipEntry, { today }: SlipContext): SlipVisit | undefined {
  return outcome === "refused" || outcome === "absent" ? { on: deliveredOn ?? today, by: deliveredBy, outcome } : undefined;
}

interface Step {
  readonly record: Omit<SlipRecord, "number" | "person">;
  /** What is new. */
  readonly values: SlipValues;
}

// The record after an entry; undefined when it says nothing new.
function stepTo(known: SlipRecord | undefined, entry: SlipEntry, visit: SlipVisit | undefined, context: SlipContext): Step | undefined {
  // Where nobody was at home, nothing was delivered, and there is no slip yet.
  const isAbsent = entry.outcome === "absent";
  const values = newIn(isAbsent ? {} : entry.values, known?.values);
  const note = [known?.note ?? "", ...entry.unread.filter((text) => !(known?.note ?? "").includes(text))].filter(Boolean).join("\n");
  const chosen = chosenBy(entry, known, values);
  const isNew = Object.keys(values).length > 0 || note !== known?.note || chosen !== known.chosen || visit !== undefined;
  if (known && !isNew) return undefined;
  const { chosen: before, ...rest } = known ?? fresh;
  const comes = !isAbsent && (known === undefined || before === "absent");
  const record = {
    ...rest,
    ...{ values: { ...known?.values, ...values }, note, source: entry.input },
    ...(chosen ? { chosen } : {}),
    ...(comes ? { receivedOn: context.today, hasOriginal: true } : {}),
    ...(visit ? { attempts: (known?.attempts ?? 0) + 1 } : {}),
    history: known && isCorrected(known, values, chosen) ? [...known.history, context.saysBefore(known)] : rest.history,
  };
  return { record, values };
}

const fresh: Omit<SlipRecord, "number" | "person" | "values" | "note" | "source"> = {
  receivedOn: undefined,
  hasOriginal: false,
  folder: "",
  history: [],
};

// What is blank now takes nothing away; who signs again on another day corrects.
function newIn(values: SlipValues, before: SlipValues = {}): SlipValues {
  return Object.fromEntries(
    slipFields.flatMap((field) => (values[field] !== undefined && values[field] !== before[field] ? [[field, values[field]]] : [])),
  );
}

// What the office chose stays until somebody else signs; a slip that has come at all was not left with nobody.
function chosenBy({ outcome, values }: SlipEntry, known: SlipRecord | undefined, news: SlipValues): SlipResult | undefined {
  if (outcome === "absent") return known ? known.chosen : "absent";
  if (outcome === "refused") return "refused";
  const relation = values.signerRelation ?? known?.values.signerRelation;
  if (outcome === "proxy") return relation === undefined ? "proxy" : undefined;
  const isSigned = news.signedBy !== undefined || news.signerRelation !== undefined;
  return isSigned || known?.chosen === "absent" ? undefined : known?.chosen;
}

function isCorrected(known: SlipRecord, values: SlipValues, chosen: SlipResult | undefined): boolean {
  const isOther = slipFields.some((field) => values[field] !== undefined && known.values[field] !== undefined);
  return isOther || (known.chosen !== undefined && chosen !== known.chosen);
}
