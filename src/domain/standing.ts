// Standing (还款现状): what one person owes today and whether anybody may knock at the door; always derived, never stored.
import type { Fen } from "./money";
import type { Person } from "./person";

/** Where a person stands, strongest first (`domain.md` §2.2). */
export type StandingState =
  | "paid" // every contract paid, by the bank's word
  | "partial"
  | "deposited" // a school says the money lies in the account
  | "claimed" // a school says it is paid; the bank does not (yet)
  | "excepted" // a special case is reported
  | "promised"
  | "delivered"
  | "proxy-signed"
  | "undelivered";

/** Why nobody may send this person a notice or visit them now. */
export type StopReason =
  | "paid"
  | "nothing-due"
  | "deceased"
  | "missing"
  | "illness"
  | "imprisoned"
  | "enlisted"
  | "not-borrower"
  | "early-applied"
  | "paid-not-shown"
  | "data-error" // an error finding stands on one of the person's rows
  | "unassigned";

/** Delivery of the notice: validly (borrower or parent signed), through somebody else (代签), or not. */
export type Delivery = "valid" | "proxy" | "none";

/** One person's standing on the as-of day. */
export interface Standing {
  readonly person: Person;
  readonly due: Fen;
  /** What the bank has taken, capped per contract at its due. */
  readonly repaid: Fen;
  readonly outstanding: Fen;
  /** What a school says was paid, beyond what the bank confirms. */
  readonly claimed: Fen;
  readonly state: StandingState;
  readonly delivery: Delivery;
  /** The code of a reported special case. */
  readonly exceptionKind?: string;
  readonly stop?: StopReason;
}
