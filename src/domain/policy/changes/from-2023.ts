// Higher loans and lower interest from 2023 on (docs/policy.md §2, §3).
import { fen } from "../../values/money";
import type { AnyPolicyFact } from "../fact";

const source = "finance-2023-66";

/** The change of 2023. */
export const from2023: readonly AnyPolicyFact[] = [
  { about: "yearlyCap", value: { undergraduate: fen(1_600_000), graduate: fen(2_000_000) }, from: 2023, source, isConfirmed: true },
  { about: "rate", value: { base: "lpr", points: -60 }, from: 2023, source, isConfirmed: false },
];
