// Decisions (决定): what the centre makes of the questions that returned files raise, so that each of them is asked once.
import { fingerprintOf } from "../identity/row-key";
import type { ChoiceField } from "../record/choices";
import { type Entered, type FieldId, fieldTypes, type SheetRow } from "../record/field";
import type { Conflict } from "./conflict";
import { factKey } from "./fact-key";
import { fillInsIn, hasEntries, rawOf } from "./fill-in";

/** What came is taken (采用), or stays out for good (拒绝). */
export type Verdict = "adopt" | "refuse";

/** What was decided so far. */
export interface Decisions {
  /** By question (see `questionKey`). */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Which of two values for one cell the centre chose; undefined when it chose none. */
  readonly chosen: (conflict: Conflict) => string | number | undefined;
  /** The prints of misnamed files that count as what their content says. */
  readonly files: ReadonlySet<string>;
}

/** What taking it would do; absent where nothing that came may be taken. */
export type Proposal =
  /** The entries go into the registers. */
  | { readonly do: "register"; readonly values: Entered; readonly visit?: string }
  /** The list is read with another value from then on. */
  | { readonly do: "amend"; readonly field: FieldId; readonly to: string }
  /** A word that nobody knows is given a meaning, in the whole county. */
  | { readonly do: "word"; readonly field: ChoiceField; readonly word: string }
  /** The borrower stands on another school's list from then on, one of these. */
  | { readonly do: "transfer"; readonly to: readonly string[] }
  /** The file is merged when it is handed over again. */
  | { readonly do: "file"; readonly print: string };

/** One thing to decide, with all the places at which it turned up. */
export interface Question {
  readonly key: string;
  readonly conflicts: readonly [Conflict, ...Conflict[]];
  readonly proposal?: Proposal;
}

const wordKey = (word: string) => word.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

/** The word on no list that a conflict is about. */
export function unknownWord({ kind, field, raw }: Conflict): { readonly field: ChoiceField; readonly word: string } | undefined {
  if (kind !== "invalid-value" || field === undefined || raw === undefined || fieldTypes[field] !== "choice") return undefined;
  return { field: field as ChoiceField, word: raw };
}

const everyEntry: readonly FieldId[] = [...new Set([...fillInsIn.list, ...fillInsIn.visits])];

function entriesIn(row: SheetRow): readonly unknown[] {
  return everyEntry.map((field) => row.values[field] ?? rawOf(row, field) ?? null);
}

function whoseRow({ contract, row }: Conflict): string {
  if (contract) return contract.identity;
  const { rowKey = "", contractNo = "", citizenId = "", name = "" } = row?.values ?? {};
  return [rowKey, contractNo, citizenId, name].join("|");
}

function partsOf(conflict: Conflict): readonly unknown[] {
  const { kind, school, field, expected, found, raw, row, visit, whole } = conflict;
  if (whole) return [kind, "file", whole.print];
  const word = unknownWord(conflict);
  if (word) return ["word", word.field, wordKey(word.word)];
  if (kind === "two-versions") return [kind, whoseRow(conflict), visit, field, ...[String(expected), String(found)].sort()];
  if (field) return [kind, whoseRow(conflict), visit, field, found === undefined ? (raw ?? "") : factKey(field, found)];
  if (row) return [kind, whoseRow(conflict), entriesIn(row)];
  return [kind, whoseRow(conflict), raw === undefined ? "" : [school, raw]];
}

// Several steps of a run ask of the same conflicts.
const keys = new WeakMap<Conflict, string>();

/** What a question is known by, whatever file it comes in: two conflicts with one key are one question. */
export function questionKey(conflict: Conflict): string {
  const known = keys.get(conflict);
  if (known !== undefined) return known;
  const key = keyOf(partsOf(conflict));
  keys.set(conflict, key);
  return key;
}

/** The question where somebody belongs whom a school reports as gone: asked once about a person and what was said. */
export function transferKey(person: string, said: string): string {
  return keyOf(["transfer", person, wordKey(said)]);
}

function keyOf(parts: readonly unknown[]): string {
  const text = JSON.stringify(parts);
  return fingerprintOf(text) + fingerprintOf(`+${text}`);
}

// Telephones and addresses change, and the school is the one that knows; amounts, numbers and names are the bank's.
const proposals: ReadonlySet<FieldId> = new Set(["phone", "coBorrowerPhone", "address"]);

/** What taking the other side of a conflict would do; undefined where it stays refused. */
export function proposalOf(conflict: Conflict): Proposal | undefined {
  const { kind, field, contract, found, row, entries, visit, whole } = conflict;
  if (whole) return whole.content ? { do: "file", print: whole.print } : undefined;
  const word = unknownWord(conflict);
  if (word) return { do: "word", ...word };
  if (!contract) return undefined;
  if (kind === "locked-changed" && field && proposals.has(field) && found !== undefined && !row)
    return { do: "amend", field, to: String(found) };
  if (kind === "two-versions" && field && found !== undefined && !everyEntry.includes(field))
    return { do: "amend", field, to: String(found) };
  const values: Entered = entries ?? (kind === "two-versions" && field && found !== undefined ? { [field]: found } : {});
  if (Object.keys(values).length === 0) return undefined;
  return { do: "register", values, ...(visit === undefined ? {} : { visit }) };
}

/** Whether there is anything to decide about a conflict: a row of another school's that says nothing is told and not asked about. */
function asks({ kind, row }: Conflict): boolean {
  return kind !== "other-school" || row === undefined || hasEntries(row, everyEntry);
}

/** The questions that conflicts come to, in the order of their first appearance. */
export function questionsOf(conflicts: readonly Conflict[]): readonly Question[] {
  const byKey = new Map<string, [Conflict, ...Conflict[]]>();
  for (const conflict of conflicts.filter(asks)) {
    const key = questionKey(conflict);
    const known = byKey.get(key);
    if (known) known.push(conflict);
    else byKey.set(key, [conflict]);
  }
  return [...byKey].map(([key, own]) => {
    const proposal = proposalOf(own[0]);
    return { key, conflicts: own, ...(proposal ? { proposal } : {}) };
  });
}
