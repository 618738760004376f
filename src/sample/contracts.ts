// The contracts of every borrower: which years they were signed, and what falls due on them this season.
import { dayFromIso, day } from "../domain/values/day";
import { type Fen, addFen, fen } from "../domain/values/money";
import { shareOut } from "./amounts";
import type { Dice } from "./dice";
import type { SampleContract, SampleTotals } from "./records";

/** When a borrower studied and in which years they borrowed. */
export interface Studies {
  readonly graduationYear: number;
  readonly years: number;
  readonly loanYears: readonly number[];
}

/** Four in ten graduated in the years still free of principal; one to five contracts each, 2.3 on average. */
export function drawStudies(dice: Dice): Studies {
  const contractCount = dice.weigh([1, 2, 3, 4, 5].map((count, index) => [count, [26, 36, 23, 12, 3][index] ?? 1] as const));
  const graduationYear = dice.weigh([2015, 2016, 2017, 2018, 2019].map((year, index) => [year, [16, 18, 22, 22, 22][index] ?? 1] as const));
  const years = Math.max(
    contractCount,
    dice.weigh([
      [3, 28],
      [4, 65],
      [5, 7],
    ]),
  );
  const first = graduationYear - years + dice.between(0, years - contractCount);
  return { graduationYear, years, loanYears: Array.from({ length: contractCount }, (_, index) => first + index) };
}

interface Plan {
  readonly contractNo: string;
  readonly loanYear: number;
  readonly loanAmount: Fen;
  readonly maturityYear: number;
  /** Years of principal already paid; negative while in grace. */
  readonly instalmentsPaid: number;
  readonly instalments: number;
  readonly interestWeight: number;
}

const seasonYear = 2019;
// In yuan; a year's loan was capped at 6000 yuan, from 2014 at 8000.
const amountsUntil2013 = [
  [6000, 6],
  [5000, 3],
  [4000, 1],
  [3000, 1],
  [2000, 1],
] as const;
const amountsSince2014 = [
  [8000, 3],
  [6000, 6],
  [7000, 1],
  [5500, 1],
  [5000, 1],
  [4000, 1],
  [2500, 1],
] as const;

function planContract(dice: Dice, contractNo: string, loanYear: number, studies: Studies): Plan {
  const yuan = dice.weigh<number>(loanYear < 2014 ? amountsUntil2013 : amountsSince2014);
  const grace = loanYear < 2015 ? 2 : 3;
  const instalments = loanYear < 2015 ? dice.between(4, 7) : 10;
  const instalmentsPaid = Math.min(seasonYear - studies.graduationYear - grace, instalments - 1);
  // A graduate of this summer owes interest from 1 September only; the others a whole year's.
  const interestDays = studies.graduationYear === seasonYear ? 110 : 365;
  return {
    contractNo,
    loanYear,
    loanAmount: fen(yuan * 100),
    maturityYear: studies.graduationYear + grace + instalments,
    instalmentsPaid,
    instalments,
    interestWeight: Math.round((yuan * interestDays * (instalments - Math.max(instalmentsPaid, 0))) / instalments),
  };
}

/** What each contract can bear as principal; contracts in grace are called on only when the others cannot bear the total. */
function principalClaims(
  plans: readonly Plan[],
  interests: readonly Fen[],
  total: Fen,
): readonly { readonly weight: number; readonly cap: number }[] {
  const capOf = (plan: Plan, index: number): number => plan.loanAmount - (interests[index] ?? 0);
  let room = plans.reduce((sum, plan, index) => sum + (plan.instalmentsPaid >= 0 ? capOf(plan, index) : 0), 0);
  return plans.map((plan, index) => {
    const cap = capOf(plan, index);
    if (plan.instalmentsPaid < 0) {
      if (room >= total * 1.5) return { weight: 0, cap: 0 };
      room += cap;
    }
    return { weight: Math.round(plan.loanAmount / plan.instalments), cap };
  });
}

function contractOf(plan: Plan, principal: Fen, interest: Fen): SampleContract {
  const due = addFen(principal, interest);
  const left = plan.loanAmount - Math.max(plan.instalmentsPaid, 0) * principal;
  return {
    contractNo: plan.contractNo,
    loanYear: plan.loanYear,
    loanAmount: plan.loanAmount,
    balance: fen(Math.max(left, due)),
    principal,
    interest,
    due,
    maturity: dayFromIso(`${plan.maturityYear}-09-20`) ?? day(`${seasonYear + 1}-09-20`),
  };
}

/** The contracts of all borrowers, in their order; principal and interest add up to the totals exactly. */
export function drawContracts(dice: Dice, studies: readonly Studies[], totals: SampleTotals): readonly (readonly SampleContract[])[] {
  const serials = new Map<number, number>();
  const plans = studies.flatMap((study) =>
    study.loanYears.map((year, order) => {
      const serial = (serials.get(year) ?? 0) + 1;
      serials.set(year, serial);
      return planContract(dice, `610526${year}${String(serial).padStart(6, "0")}${order + 1}`, year, study);
    }),
  );
  const interests = shareOut(
    totals.interest,
    plans.map((plan) => ({ weight: plan.interestWeight, cap: Math.floor(plan.loanAmount * 0.3) })),
  );
  const principals = shareOut(totals.principal, principalClaims(plans, interests, totals.principal));
  const contracts = plans.map((plan, index) => contractOf(plan, principals[index] ?? fen(0), interests[index] ?? fen(0)));
  let next = 0;
  return studies.map((study) => contracts.slice(next, (next += study.loanYears.length)));
}
