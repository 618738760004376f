// Stops (暂停联系): why nobody may approach a person now, and the words in the sheets that it rests on.
import type { Day } from "../values/day";
import { addDays } from "../values/day";
import type { Fen } from "../values/money";
import type { ExceptionKind } from "../record/choices";
import type { FieldId, FieldValues, MoneyField, RowPlace, SheetRow } from "../record/field";
import type { PersonKey } from "../identity/keys";

// Special cases that stop all dunning, strongest first; the other kinds (hardship, refusing, unreachable …) do not.
const stoppingKinds = [
  "deceased",
  "missing",
  "illness",
  "imprisoned",
  "enlisted",
  "not-borrower",
  "early-applied",
  "paid-not-shown",
] as const satisfies readonly ExceptionKind[];

/** A special case that stops all dunning. */
export type StoppingKind = (typeof stoppingKinds)[number];

/** Why nobody may send this person a notice or visit them now. */
export type StopReason =
  | StoppingKind
  | "paid"
  | "nothing-due"
  | "waived" // nothing is due because it was remitted
  | "deposited" // a school says the money lies in the account, and says so lately
  | "to-verify" // a remark speaks of death, prison, service …, or an amount cannot be right: the centre decides first
  | "data-error" // an error finding stands on one of the person's rows
  | "name-unusable" // a letter cannot address this name
  | "unassigned"
  | "accepted" // the centre has accepted a special case of another kind (受理)
  | "withdrawn"; // not on the list any more

/** The strongest of these kinds that stops all dunning. */
export function stoppingKindOf(kinds: readonly ExceptionKind[]): StoppingKind | undefined {
  return stoppingKinds.find((kind) => kinds.includes(kind));
}

/** Whether a special case of this kind stops all dunning while it is looked into. */
export function stopsDunning(kind: ExceptionKind): boolean {
  return stoppingKindOf([kind]) !== undefined;
}

/** Words that ask for a look before anybody goes to the family, and where they stand. */
export interface StopWords {
  readonly place: RowPlace;
  readonly field: FieldId;
  /** As they stand, line breaks and repeated spaces as one space. */
  readonly words: string;
}

/** The special case that a text mentions; made by the sheets layer. */
export type CaseIn = (text: string) => ExceptionKind | undefined;

const longestQuote = 1000;
const spoken = ["note", "exceptionNote", "visitResult", "metWith"] as const satisfies readonly FieldId[];
const chosen: ReadonlySet<FieldId> = new Set(["exceptionKind", "repaymentStatus", "deductionResult"]);

// Quoted in a cell, and found there again when the centre has decided; how long a text is tells whether anything was added behind what is quoted.
function quotable(text: string): string {
  const words = text
    .slice(0, 4 * longestQuote)
    .replace(/\s+/g, " ")
    .trim();
  return text.length > longestQuote ? `${words.slice(0, longestQuote)}…(${text.length})` : words;
}

const noWords: readonly StopWords[] = [];

/**
 * The words in a row that speak of a case in which nobody may knock at the door.
 * @param isClash whether a text says of its row what the amounts deny
 */
export function stopWordsIn(row: SheetRow, caseIn: CaseIn, isClash: (row: SheetRow, text: string) => boolean): readonly StopWords[] {
  const { place, values, issues } = row;
  if (issues.length === 0 && !spoken.some((field) => values[field] !== undefined)) return noWords;
  const odd = issues.flatMap(({ field, kind, raw }) => (kind === "unknown-word" && chosen.has(field) ? [[field, raw] as const] : []));
  return [...spoken.map((field) => [field, values[field] ?? ""] as const), ...odd].flatMap(([field, text]): StopWords[] => {
    const kind = text === "" ? undefined : caseIn(text);
    return (kind !== undefined && stopsDunning(kind)) || (text !== "" && isClash(row, text))
      ? [{ place, field, words: quotable(text) }]
      : [];
  });
}

/** What the centre has decided about a person after looking (核实决定), and on which words. */
export interface StopDecision {
  readonly verdict: "send" | "hold";
  readonly words: readonly string[];
}

/** The decisions of the centre by person. */
export type StopDecisions = ReadonlyMap<PersonKey, readonly StopDecision[]>;

/** The words on which the centre has not decided 仍发; "hold" lets even decided words stand. */
export function undecided(person: PersonKey, found: readonly StopWords[], decisions: StopDecisions): readonly StopWords[] {
  if (decisions.size === 0) return found;
  const own = decisions.get(person) ?? [];
  const settled = new Set(own.flatMap(({ verdict, words }) => (verdict === "send" ? words : [])));
  return found.filter(({ words }) => !settled.has(words));
}

/** Whether the centre has decided that this person is not approached. */
export function isHeldByCentre(person: PersonKey, decisions: StopDecisions): boolean {
  return decisions.size > 0 && (decisions.get(person) ?? []).some(({ verdict }) => verdict === "hold");
}

/** For how many days a word on money counts before letters go out again; from 设置. */
export interface FreshDays {
  readonly deposited: number;
  readonly earlyApplied: number;
}

/** Two weeks for money in the account, a month for an application. */
export const usualFreshDays: FreshDays = { deposited: 14, earlyApplied: 30 };

/** The day from which a row's word on money counts: that of its registration, else its own; undefined when it bears none. */
export function wordDay({ values: { recordedOn, repaidOn } }: SheetRow): Day | undefined {
  return recordedOn ?? repaidOn;
}

/** A contract is one year's loan; no year's loan with its interest comes near 50,000 yuan. */
const implausible = 5_000_000;
const asked = ["principal", "interest", "due"] as const satisfies readonly MoneyField[];

/** The first amount of a contract that cannot be right; no family is written to before somebody has looked. */
export function implausibleAmount(values: FieldValues): { readonly field: MoneyField; readonly amount: Fen } | undefined {
  for (const field of asked) {
    const amount = values[field];
    if (amount !== undefined && amount > implausible) return { field, amount };
  }
  return undefined;
}

/** Whether a row says that the money lies in the account (已存待扣) and bears no day: it could count for ever, so the centre is asked. */
export function isUndatedDeposit(row: SheetRow): boolean {
  return row.values.repaymentStatus === "deposited" && wordDay(row) === undefined;
}

/** Whether a row says that the money lies in the account, and its day is near enough to a day for that to count. */
export function isFreshDeposit(row: SheetRow, days: number, asOf: Day): boolean {
  const { repaymentStatus, repaidOn = asOf } = row.values;
  const on = wordDay(row);
  return repaymentStatus === "deposited" && repaidOn <= asOf && on !== undefined && asOf <= addDays(on, days);
}

/** Whether an application for early repayment still counts on a day; one on the list, which bears no day, counts as long as it stands there. */
export function isFreshApplication(row: SheetRow, days: number, asOf: Day): boolean {
  const on = wordDay(row);
  return row.values.exceptionKind === "early-applied" && (on === undefined || asOf <= addDays(on, days));
}
