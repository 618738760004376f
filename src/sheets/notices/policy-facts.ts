// The facts of a season's policy that a family may read, as words: only what somebody has confirmed (docs/policy.md).
import { factOn, type Policy } from "../../domain/policy/policy";
import { policyIn, type Season } from "../../domain/record/season";
import { policySources } from "../vocabulary/policy-words";

/** The words that stand for facts of policy. */
export const policyWords = ["宽限期", "最长期限", "免息毕业年份", "免息文件", "延期毕业年份", "延期年数", "延期文件"] as const;

/** One of them. */
export type PolicyWord = (typeof policyWords)[number];

/** The words of a season; "" for a fact that nobody has confirmed, or that does not hold. */
export function policyFacts(season: Season): Readonly<Record<PolicyWord, string>> {
  const { policy: stated = {} } = season;
  const policy = policyIn(season);
  const laidDown = (about: "grace" | "term", value: number, own: number | undefined) =>
    own !== undefined || factOn(about, season.year)?.isConfirmed ? String(value) : "";
  const [interest, principal] = [confirmed(policy.waivedInterest), confirmed(policy.deferredPrincipal)];
  return {
    宽限期: laidDown("grace", policy.graceYears, stated.graceYears),
    最长期限: laidDown("term", policy.longestTerm, stated.longestTerm),
    免息毕业年份: String(interest?.value.graduatedBy ?? ""),
    免息文件: paperOf(interest),
    延期毕业年份: String(principal?.value.graduatedBy ?? ""),
    延期年数: String(principal?.value.years ?? ""),
    延期文件: paperOf(principal),
  };
}

type Relief = Policy["waivedInterest"] | Policy["deferredPrincipal"];

const confirmed = <F extends NonNullable<Relief>>(fact: F | undefined): F | undefined => (fact?.isConfirmed ? fact : undefined);

// What the office itself decided rests on no paper that a family could look up.
const paperOf = (fact: Relief): string => (fact && fact.source !== "settings" ? policySources[fact.source] : "");
