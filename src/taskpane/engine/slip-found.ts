// Whose slip a number is: asked for every slip that is typed, so that a wrong number is told at once.
import { slipsTaken } from "../../actions/slips";
import type { OpenSeason } from "../../actions/season";
import type { SlipRefusal, SlipValues } from "../../domain/returns/slip";

/** The person of a number, or why there is none. */
export type SlipFound =
  | { readonly kind: "found"; readonly number: string; readonly name: string; readonly school: string; readonly isKnown: boolean }
  | { readonly kind: SlipRefusal };

/** One slip that was typed, with whose it is. */
export interface TypedSlip {
  readonly number: string;
  readonly name: string;
  readonly school: string;
  /** Whether the register has it already. */
  readonly isKnown: boolean;
  readonly values: SlipValues;
}

/** Why the last number was not taken. */
export interface SlipFault {
  readonly number: string;
  readonly why: SlipRefusal | "twice";
}

/** Whose slip a number is, by the book as it was last read. */
export function slipFound(of: OpenSeason, text: string): SlipFound {
  const before = slipsTaken(of, []);
  const { records, unknown } = slipsTaken(of, [{ input: "", number: text, values: {}, unread: [] }]);
  const [refused] = unknown;
  if (refused) return { kind: refused.why };
  const { numbers, index } = of;
  const person = index.personPrinted(text);
  const number = person ? index.numberOf(person) : text;
  const school =
    of.divided.find((assignment) => assignment.person.key === person?.key)?.school?.name ??
    numbers.entryOf(person ?? { key: "" as never })?.school;
  return { kind: "found", number, name: person?.name ?? "", school: school ?? "", isKnown: records.length === before.records.length };
}
