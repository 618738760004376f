// Interest remitted and principal put off, year by year (免息及本金延期偿还); each decision is for one calendar year (docs/policy.md §5).
import type { AnyPolicyFact, PolicySource } from "../fact";

const reliefOf = (year: number, source: PolicySource, isConfirmed: boolean): readonly AnyPolicyFact[] => [
  { about: "waivedInterest", value: { graduatedBy: year }, from: year, to: year, source, isConfirmed },
  { about: "deferredPrincipal", value: { graduatedBy: year, years: 1 }, from: year, to: year, source, isConfirmed },
];

/** The decisions known so far. A year without one is a year in which interest is due. */
export const relief: readonly AnyPolicyFact[] = [
  ...reliefOf(2022, "relief-2022", false),
  ...reliefOf(2023, "relief-2023", false),
  ...reliefOf(2024, "relief-2024", false),
  ...reliefOf(2025, "finance-2025-69", true),
];
