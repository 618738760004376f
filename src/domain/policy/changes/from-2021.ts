// Higher loans from 2021 on (docs/policy.md §2).
import { fen } from "../../values/money";
import type { AnyPolicyFact } from "../fact";

/** The change of 2021. */
export const from2021: readonly AnyPolicyFact[] = [
  {
    about: "yearlyCap",
    value: { undergraduate: fen(1_200_000), graduate: fen(1_600_000) },
    from: 2021,
    source: "finance-2021-164",
    isConfirmed: true,
  },
];
