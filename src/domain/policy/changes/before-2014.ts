// Loans until 2013: what had held since these loans were first granted (docs/policy.md §2).
import { fen } from "../../values/money";
import type { AnyPolicyFact } from "../fact";

const source = "before-2014";

/** The facts of the first years. */
export const before2014: readonly AnyPolicyFact[] = [
  { about: "yearlyCap", value: { undergraduate: fen(600_000), graduate: fen(600_000) }, from: 1999, source, isConfirmed: true },
  { about: "grace", value: 2, from: 1999, source, isConfirmed: true },
  { about: "term", value: { longest: 14 }, from: 1999, source, isConfirmed: true },
  { about: "rate", value: { base: "benchmark", points: 0 }, from: 1999, source, isConfirmed: false },
  { about: "dueDate", value: "12-20", from: 1999, source: "loan-system", isConfirmed: true },
];
