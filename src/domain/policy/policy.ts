// Policy (政策包): the facts that hold in one season, by the changes of policy up to it and by what 设置 says instead.
import { groupBy } from "../values/group-by";
import type { Fen } from "../values/money";
import { before2014 } from "./changes/before-2014";
import { from2014 } from "./changes/from-2014";
import { from2015 } from "./changes/from-2015";
import { from2019 } from "./changes/from-2019";
import { from2020 } from "./changes/from-2020";
import { from2021 } from "./changes/from-2021";
import { from2023 } from "./changes/from-2023";
import { from2024 } from "./changes/from-2024";
import { relief } from "./changes/relief";
import type { AnyPolicyFact, PayWay, PolicyFact, PolicySubject } from "./fact";

/** Every fact, in the order of the changes: of two that hold for one year the later one counts. */
export const policyFacts: readonly AnyPolicyFact[] = [
  ...before2014,
  ...from2014,
  ...from2015,
  ...from2019,
  ...from2020,
  ...from2021,
  ...from2023,
  ...from2024,
  ...relief,
];

/** What 设置 says in place of the policy's own facts; whatever is absent is as laid down. */
export interface PolicyOverrides {
  /** The most that a loan of any year may be. */
  readonly yearlyCap?: Fen;
  readonly graceYears?: number;
  readonly longestTerm?: number;
  readonly payWays?: readonly PayWay[];
  /** Whether the interest of the season is remitted. */
  readonly waivesInterest?: boolean;
  readonly defersPrincipal?: boolean;
}

/** The facts of one season. */
export interface Policy {
  readonly year: number;
  /** The most that a loan of this year could be, whoever took it. */
  readonly yearlyCap: (loanYear: number) => Fen;
  /** The grace that a contract of this year has of its own, whatever it took up later; undefined where nobody has confirmed it. */
  readonly graceOf: (loanYear: number) => number | undefined;
  /** The longest grace that a contract of this year may have by the season; older contracts could take up what came later. */
  readonly graceYears: number;
  /** The longest term that any contract may have by the season. */
  readonly longestTerm: number;
  /** The ways to pay that somebody has confirmed for the season, in the order of letters. */
  readonly payWays: readonly PayWay[];
  /** The remission of interest in the season; absent when nobody decided one. */
  readonly waivedInterest?: PolicyFact<"waivedInterest">;
  readonly deferredPrincipal?: PolicyFact<"deferredPrincipal">;
}

const factsBySubject = groupBy(policyFacts, ({ about }) => about);

/** All facts on a subject that hold for a year, in the order of the changes. */
export function factsOn<S extends PolicySubject>(about: S, year: number): readonly PolicyFact<S>[] {
  const facts = (factsBySubject.get(about) ?? []) as readonly PolicyFact<S>[];
  return facts.filter(({ from, to = Infinity }) => from <= year && year <= to);
}

/**
 * The fact that counts for a year: of the loan for caps, graces, terms and rates, of the season for everything else; undefined where there is none.
 * @example factOn("grace", 2016)?.value // 3
 */
export function factOn<S extends PolicySubject>(about: S, year: number): PolicyFact<S> | undefined {
  return factsOn(about, year).at(-1);
}

const lawfully = <S extends PolicySubject>(about: S, year: number): PolicyFact<S>["value"] => {
  const fact = factOn(about, Math.max(year, 1999));
  if (!fact) throw new RangeError(`no policy on ${about} for ${year}`);
  return fact.value;
};

// A remission that 设置 states is confirmed by the office itself; one that it denies is none.
function reliefIn<S extends "waivedInterest" | "deferredPrincipal">(
  about: S,
  year: number,
  stated: boolean | undefined,
  value: PolicyFact<S>["value"],
): PolicyFact<S> | undefined {
  if (stated === false) return undefined;
  return stated ? { about, value, from: year, to: year, source: "settings" as const, isConfirmed: true } : factOn(about, year);
}

/**
 * The facts of the season of a year.
 * @example policyOf(2024).yearlyCap(2024) // fen(2_500_000)
 */
export function policyOf(year: number, stated: PolicyOverrides = {}): Policy {
  const waivedInterest = reliefIn("waivedInterest", year, stated.waivesInterest, { graduatedBy: year });
  const deferredPrincipal = reliefIn("deferredPrincipal", year, stated.defersPrincipal, { graduatedBy: year, years: 1 });
  return {
    year,
    yearlyCap: (loanYear) => {
      if (stated.yearlyCap !== undefined) return stated.yearlyCap;
      const { undergraduate, graduate } = lawfully("yearlyCap", loanYear);
      return undergraduate > graduate ? undergraduate : graduate;
    },
    graceOf: (loanYear) => {
      const fact = factOn("grace", Math.max(loanYear, 1999));
      return stated.graceYears ?? (fact?.isConfirmed ? fact.value : undefined);
    },
    graceYears: stated.graceYears ?? lawfully("grace", year),
    longestTerm: stated.longestTerm ?? lawfully("term", year).longest,
    payWays: stated.payWays ?? factsOn("payWays", year).flatMap(({ value, isConfirmed }) => (isConfirmed ? value : [])),
    ...(waivedInterest ? { waivedInterest } : {}),
    ...(deferredPrincipal ? { deferredPrincipal } : {}),
  };
}

/** The day on which a season's instalments are due, `MM-DD`. */
export function dueMonthAndDate(year: number): string {
  return lawfully("dueDate", year);
}
