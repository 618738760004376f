// Higher loans from autumn 2014 (docs/policy.md §2).
import { fen } from "../../values/money";
import type { AnyPolicyFact } from "../fact";

/** The change of 2014. */
export const from2014: readonly AnyPolicyFact[] = [
  {
    about: "yearlyCap",
    value: { undergraduate: fen(800_000), graduate: fen(1_200_000) },
    from: 2014,
    source: "finance-2014-180",
    isConfirmed: true,
  },
];
