// Slips (签收单): the signed receipts that come back, as they are entered and as the register keeps them; and what came of each letter.
import type { PersonKey } from "../identity/keys";
import type { FieldValues } from "../record/field";
import type { Person } from "../record/person";
import type { Day } from "../values/day";
import { isFamilySigner } from "./delivery";

/** What a slip says beside its number. */
export type SlipValues = Pick<FieldValues, "signedBy" | "signerRelation" | "deliveredOn" | "deliveredBy">;

/** The fields of a slip, in the order in which they are entered. */
export const slipFields = ["signedBy", "signerRelation", "deliveredOn", "deliveredBy"] as const satisfies readonly (keyof SlipValues)[];

/** What happened at the door where it was not the family who signed: somebody else did (代签), nobody would (拒签), nobody was there (无人在家). */
export type SlipOutcome = "proxy" | "refused" | "absent";

/** What a slip says of the door: who signed and when, or why nobody did. */
export interface SlipSaid {
  readonly values: SlipValues;
  /** Absent where it follows from who signed. */
  readonly outcome?: SlipOutcome;
}

/** One slip as it was entered: by hand, in a file, or read from a picture. */
export interface SlipEntry extends SlipSaid {
  /** The file, picture or view that it came by. */
  readonly input: string;
  /** As it was written. */
  readonly number: string;
  /** Entries that nobody can read, as they were written. */
  readonly unread: readonly string[];
}

/** What came of the letter. */
export type SlipResult = "valid" | SlipOutcome | "unsaid";

/** A slip as the register (签收单回收) keeps it. */
export interface SlipRecord {
  readonly number: string;
  /** Who bears the number; undefined for somebody who is not on the list any more. */
  readonly person: PersonKey | undefined;
  readonly values: SlipValues;
  /** What the office itself chose; absent, it follows from who signed. */
  readonly chosen?: SlipResult;
  /** How often somebody went there and left without a signature. */
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

/** What came of the letter to a person: as the office chose, else by who signed. */
export function resultOf({ chosen, values }: Pick<SlipRecord, "chosen" | "values">, person: Person | undefined): SlipResult {
  if (chosen) return chosen;
  const isFamily = isFamilySigner(values, person);
  if (isFamily === undefined) return "unsaid";
  return isFamily ? "valid" : "proxy";
}
