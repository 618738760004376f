// Whose slip a number is: asked for every slip that is typed, so that a wrong number is told at once.
import { numbersAmong, slipsTaken } from "../../actions/slips";
import type { OpenSeason } from "../../actions/season";
import type { SlipEntry, SlipOutcome, SlipRefusal, SlipValues } from "../../domain/returns/slip";

/** A slip with whose it is. */
export interface FoundSlip {
  readonly number: string;
  readonly name: string;
  readonly school: string;
  /** Whether the register has it already. */
  readonly isKnown: boolean;
}

/** The person of a number, or why there is none. */
export type SlipFound = ({ readonly kind: "found" } & FoundSlip) | { readonly kind: SlipRefusal };

/** A number on a picture with the person whose it is, or why there is none. */
export interface SlipOnPicture {
  readonly number: string;
  readonly found: SlipFound;
}

/** A line of a list with the person whose slip it is, or why there is none. */
export interface SlipOnList {
  readonly entry: SlipEntry;
  readonly found: SlipFound;
}

/** A slip that was recognised on a picture. */
export interface PictureSlip extends FoundSlip {
  /** Whether it was there before: typed, or on another picture. */
  readonly isDouble?: boolean;
}

/** One slip that was typed or read from a picture, with what it says. */
export interface TypedSlip extends FoundSlip {
  readonly values: SlipValues;
  readonly outcome?: SlipOutcome;
  /** The picture or list that it came by. */
  readonly picture?: string;
  /** What nobody can read of it. */
  readonly unread?: readonly string[];
}

/** Why the last number was not taken. */
export interface SlipFault {
  readonly number: string;
  readonly why: SlipRefusal | "twice";
}

/** Whose slips stand on lists. */
export function slipsListed(of: OpenSeason, entries: readonly SlipEntry[]): readonly SlipOnList[] {
  const refused = new Map(slipsTaken(of, entries).unknown.map(({ number, why }) => [number, why]));
  const registered = new Set(of.slips.map(({ number }) => number));
  return entries.map((entry) => {
    const why = refused.get(entry.number);
    return { entry, found: why ? { kind: why } : withPerson(of, entry.number, (number) => registered.has(number)) };
  });
}

/** Whose slip a number is, by the book as it was last read. */
export function slipFound(of: OpenSeason, text: string): SlipFound {
  const { records, unknown } = slipsTaken(of, [{ input: "", number: text, values: {}, unread: [] }]);
  const [refused] = unknown;
  if (refused) return { kind: refused.why };
  return withPerson(of, text, () => records.length === of.slips.length);
}

function withPerson(of: OpenSeason, text: string, isKnown: (number: string) => boolean): SlipFound {
  const { numbers, index } = of;
  const person = index.personPrinted(text);
  const number = person ? index.numberOf(person) : text;
  const school =
    of.divided.find((assignment) => assignment.person.key === person?.key)?.school?.name ??
    numbers.entryOf(person ?? { key: "" as never })?.school;
  return { kind: "found", number, name: person?.name ?? "", school: school ?? "", isKnown: isKnown(number) };
}

/** Whose slips lie on a picture, by the texts of the codes on it. */
export function slipsFound(of: OpenSeason, codes: readonly string[]): readonly SlipOnPicture[] {
  return numbersAmong(codes).map((number) => ({ number, found: slipFound(of, number) }));
}
