// The ways to pay that the season of 2019 knew; whether card readers stand at county centres later on nobody has confirmed (docs/policy.md §4).
import type { AnyPolicyFact } from "../fact";

/** What is known of the ways to pay. */
export const from2019: readonly AnyPolicyFact[] = [
  { about: "payWays", value: ["alipay", "card", "relatives"], from: 1999, to: 2019, source: "notice-2019", isConfirmed: true },
  { about: "payWays", value: ["alipay", "relatives"], from: 2020, source: "loan-system", isConfirmed: true },
  { about: "payWays", value: ["card"], from: 2020, source: "loan-system", isConfirmed: false },
];
