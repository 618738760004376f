// A longer grace and term for contracts from 2015 on (docs/policy.md §2).
import type { AnyPolicyFact } from "../fact";

const source = "education-2015-7";

/** The change of 2015. */
export const from2015: readonly AnyPolicyFact[] = [
  { about: "grace", value: 3, from: 2015, source, isConfirmed: true },
  { about: "term", value: { longest: 20, beyondStudies: 13 }, from: 2015, source, isConfirmed: true },
];
