// Higher loans and lower interest from autumn 2024 on (docs/policy.md §2, §3).
import { fen } from "../../values/money";
import type { AnyPolicyFact } from "../fact";

const source = "finance-2024-188";

/** The change of 2024. */
export const from2024: readonly AnyPolicyFact[] = [
  { about: "yearlyCap", value: { undergraduate: fen(2_000_000), graduate: fen(2_500_000) }, from: 2024, source, isConfirmed: true },
  { about: "rate", value: { base: "lpr", points: -70 }, from: 2024, source, isConfirmed: false },
];
