// Slips (签收单): the signed receipts that come back, each kept once under its number; what is entered again corrects and never deletes.
import type { PersonKey } from "../identity/keys";
import type { NoticeNumbers } from "../identity/notice-numbers";
import type { FieldValues } from "../record/field";
import { addDays, type Day } from "../values/day";

/** What a slip says beside its number. */
export type SlipValues = Pick<FieldValues, "signedBy" | "signerRelation" | "deliveredOn" | "deliveredBy">;

/** The fields of a slip, in the order in which they are entered. */
export const slipFields = ["signedBy", "signerRelation", "deliveredOn", "deliveredBy"] as const satisfies readonly (keyof SlipValues)[];

/** One slip as it was entered: by hand, in a file, or read from a picture. */
export interface SlipEntry {
  /** The file, picture or view that it came by. */
  readonly input: string;
  /** As it was written. */
  readonly number: string;
  readonly values: SlipValues;
  /** Entries that nobody can read, as they were written. */
  readonly unread: readonly string[];
}

/** What came of the letter. */
export type SlipResult = "valid" | "proxy" | "refused" | "absent" | "unsaid";

/** A slip as the register (签收单回收) keeps it. */
export interface SlipRecord {
  readonly number: string;
  /** Who bears the number; undefined for somebody who is not on the list any more. */
  readonly person: PersonKey | undefined;
  readonly values: SlipValues;
  /** What the office itself chose; absent, it follows from who signed. */
  readonly chosen?: SlipResult;
  /** How often somebody went there. */
  readonly attempts?: number;
  readonly receivedOn: Day | undefined;
  /** Whether the signed original is in, and in which folder. */
  readonly hasOriginal: boolean;
  readonly folder: string;
  readonly note: string;
  readonly source: string;
  /** What it said before it was corrected, oldest first. */
  readonly history: readonly string[];
}

/** Why a slip is not taken. */
export type SlipRefusal = "check-character" | "other-season" | "withdrawn" | "not-issued";

/** Slips brought to the register. */
export interface SlipsTaken {
  readonly records: readonly SlipRecord[];
  /** The records that are new or say something new, with what is new. */
  readonly news: readonly { readonly record: SlipRecord; readonly values: SlipValues }[];
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
  readonly today: Day;
  /** A correction in words, for the register. */
  readonly saysBefore: (before: SlipRecord) => string;
}

/** Takes slips into the register; one that says nothing new is counted as already there. */
export function takeSlips(before: readonly SlipRecord[], entries: readonly SlipEntry[], context: SlipContext): SlipsTaken {
  const records = [...before];
  const places = new Map<string, number>();
  for (const [place, { number }] of before.entries()) if (!places.has(number)) places.set(number, place);
  const news = new Map<string, SlipsTaken["news"][number]>();
  const unknown: SlipsTaken["unknown"][number][] = [];
  let already = 0;
  for (const entry of entries) {
    const found = context.numbers.find(context.earlier(entry.number) ?? entry.number);
    if (!found.entry || found.person === undefined || context.withdrawn.has(found.person)) {
      unknown.push({ input: entry.input, number: entry.number, why: found.entry ? "withdrawn" : found.why });
      continue;
    }
    const { number } = found.entry;
    const place = places.get(number) ?? records.length;
    const known = records[place];
    const values = newIn(entry.values, known?.values);
    const note = [known?.note ?? "", ...entry.unread.filter((text) => !(known?.note ?? "").includes(text))].filter(Boolean).join("\n");
    if (known && Object.keys(values).length === 0 && note === known.note) {
      already++;
      continue;
    }
    const record: SlipRecord = known
      ? { ...known, values: { ...known.values, ...values }, note, source: entry.input, history: corrected(known, values, context) }
      : { ...fresh, number, person: found.person, values, note, receivedOn: context.today, source: entry.input };
    records[place] = record;
    places.set(number, place);
    news.set(number, { record, values: { ...news.get(number)?.values, ...values } });
  }
  return { records, news: [...news.values()], already, unknown };
}

const fresh = { hasOriginal: true, folder: "", history: [] } as const;

// What is blank now takes nothing away; who signs again on another day corrects.
function newIn(values: SlipValues, before: SlipValues = {}): SlipValues {
  return Object.fromEntries(
    slipFields.flatMap((field) => (values[field] !== undefined && values[field] !== before[field] ? [[field, values[field]]] : [])),
  );
}

function corrected(known: SlipRecord, values: SlipValues, { saysBefore }: SlipContext): readonly string[] {
  const isChanged = slipFields.some((field) => values[field] !== undefined && known.values[field] !== undefined);
  return isChanged ? [...known.history, saysBefore(known)] : known.history;
}

const family: ReadonlySet<string | undefined> = new Set(["self", "father", "mother", "parent"]);

/** What came of the letter: as the office chose, else by who signed. */
export function resultOf({ chosen, values: { signedBy, signerRelation } }: SlipRecord): SlipResult {
  if (chosen) return chosen;
  if (signerRelation !== undefined) return family.has(signerRelation) ? "valid" : "proxy";
  return signedBy === undefined ? "unsaid" : "proxy";
}

/** The two clocks: whether the letter reached the family, and the slip the centre, in time; undefined where no day is known. */
export interface SlipClocks {
  readonly isDeliveredLate: boolean | undefined;
  readonly isHandedInLate: boolean | undefined;
}

/** A letter that was delivered after slips were due is handed in on the same or the next day. */
export function clocksOf(
  { values: { deliveredOn }, receivedOn }: SlipRecord,
  { deliveryTo, slipsDue }: { readonly deliveryTo: Day; readonly slipsDue: Day },
): SlipClocks {
  const due = deliveredOn !== undefined && addDays(deliveredOn, 1) > slipsDue ? addDays(deliveredOn, 1) : slipsDue;
  return {
    isDeliveredLate: deliveredOn === undefined ? undefined : deliveredOn > deliveryTo,
    isHandedInLate: receivedOn === undefined ? undefined : receivedOn > due,
  };
}

/** What asks for a look at the slips of a school; it accuses nobody. */
export type SlipOddity = "one-day" | "one-signer" | "signer-delivers" | "before-lists";

const leastAlike = 5;

/** What is odd about slips of one school (docs/facts.md D41), by number. */
export function odditiesOf(records: readonly SlipRecord[], listsOut: Day): ReadonlyMap<string, readonly SlipOddity[]> {
  const days = new Set(records.flatMap(({ values }) => values.deliveredOn ?? []));
  const dated = records.filter(({ values }) => values.deliveredOn !== undefined).length;
  const signers = new Map<string, number>();
  for (const { values } of records) if (values.signedBy) signers.set(values.signedBy, (signers.get(values.signedBy) ?? 0) + 1);
  return new Map(
    records.map(({ number, values: { signedBy, deliveredBy, deliveredOn } }) => {
      const found: readonly (SlipOddity | false)[] = [
        days.size === 1 && dated >= leastAlike && deliveredOn !== undefined && "one-day",
        signedBy !== undefined && (signers.get(signedBy) ?? 0) >= leastAlike && "one-signer",
        signedBy !== undefined && signedBy === deliveredBy && "signer-delivers",
        deliveredOn !== undefined && deliveredOn < listsOut && "before-lists",
      ];
      return [number, found.filter((oddity) => oddity !== false)];
    }),
  );
}
