// A grace of five years, a longer term and another base of interest for contracts from 2020 on (docs/policy.md §2, §3).
import type { AnyPolicyFact } from "../fact";

const source = "education-2020-4";

/** The change of 2020. */
export const from2020: readonly AnyPolicyFact[] = [
  { about: "grace", value: 5, from: 2020, source, isConfirmed: true },
  { about: "term", value: { longest: 22, beyondStudies: 15 }, from: 2020, source, isConfirmed: true },
  { about: "rate", value: { base: "lpr", points: -30 }, from: 2020, source, isConfirmed: false },
];
