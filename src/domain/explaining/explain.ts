// Explaining (数字来源): the cells that a figure of some persons is made of, and what made it another than on an earlier day; proven person by person.
import type { Day } from "../values/day";
import { sumFen } from "../values/money";
import { contractIdentity } from "../identity/keys";
import type { PartsByContract } from "../bank/counted-parts";
import { noReports, type ReportIndex } from "../identity/report";
import { dueOf } from "../bank/repayment";
import { type Measure, figuresOf, measures, moneyMeasures } from "../standing/tally";
import type { Standing } from "../standing/standing";
import { claimCodes, greatestClaim } from "../standing/sums";
import { dueCells, loanRepaidSources, moneyCells, rowSource, turnsOf } from "./money-sources";
import { claimsBy, personCell, reportedIn, type Told, visitsBy } from "./report-sources";
import { type Source, sourceIn, sumOf } from "./source";
import { last as lastOf } from "../values/last";

/** Every figure that can be explained: those of a tally, and the two parts of what is due. */
export type Explained = Measure | "principal" | "interest";

/** All of them. */
export const explainable: readonly Explained[] = [...measures, "principal", "interest"];

/** What explanations are made from; all of one day. */
export interface Facts {
  readonly asOf: Day;
  readonly reports: ReportIndex;
  readonly parts: PartsByContract;
}

const money: ReadonlySet<Explained> = new Set<Explained>([...moneyMeasures, "principal", "interest"]);

/** Whether a figure is money, in fen; the others are counts. */
export function isMoney(figure: Explained): boolean {
  return money.has(figure);
}

/** What a person adds to a figure, in fen or as a count. */
export function figureOf(figure: Explained, standing: Standing): number {
  if (figure === "principal" || figure === "interest") return sumFen(standing.person.loans.map(({ values }) => values[figure]));
  return figuresOf(standing)[figure];
}

const negative = (source: Source): Source => ({ ...source, amount: -source.amount });

const repaidSources = ({ person }: Standing, { parts }: Facts) => person.loans.flatMap((loan) => loanRepaidSources(loan, parts));
const dueSources = ({ person }: Standing) => person.loans.flatMap(dueCells);
const leftSources = (standing: Standing, facts: Facts) => [...dueSources(standing), ...repaidSources(standing, facts).map(negative)];

function claimSources(kind: keyof typeof claimCodes, told: Told, facts: Facts): readonly Source[] {
  return told.standing.person.loans.flatMap((loan): Source[] => {
    const repaid = sumFen((facts.parts.get(contractIdentity(loan)) ?? []).map((part) => part.repaid.get(loan)));
    const own = claimsBy(told).filter(({ identity }) => identity === contractIdentity(loan));
    const claim = greatestClaim(own, claimCodes[kind], { due: dueOf(loan) ?? sumFen([]), repaid });
    if (!claim) return [];
    const { row } = claim.report;
    return [sourceIn(row, row.values.repaid === undefined ? "repaymentStatus" : "repaid", claim.amount)];
  });
}

// Who is settled is so by the bank row that came last of those it took; who owes nothing at all, by the list.
function settledSource({ person }: Standing, { parts }: Facts): Source {
  const last = turnsOf(person, parts).turns.at(-1);
  if (last) return rowSource(last.part, last.loan, 1);
  const [loan] = person.loans;
  return loan && dueOf(loan) !== undefined ? sourceIn(loan, loan.values.due === undefined ? "principal" : "due", 1) : personCell(person);
}

function partialSource(standing: Standing, { parts }: Facts): Source | undefined {
  const { loans } = standing.person;
  const rows = loans.flatMap((loan) => (parts.get(contractIdentity(loan)) ?? []).map((part) => ({ part, loan })));
  const last = lastOf(rows, ({ part, loan }) => (part.repaid.get(loan) ?? 0) > 0);
  return last && rowSource(last.part, last.loan, 1);
}

function found(figure: Explained, told: Told, facts: Facts): readonly Source[] {
  const { standing } = told;
  const { person } = standing;
  switch (figure) {
    case "principal":
    case "interest":
      return person.loans.flatMap((loan) => moneyCells(loan, [figure]));
    case "due":
      return dueSources(standing);
    case "repaid":
      return repaidSources(standing, facts);
    case "outstanding":
    case "openAmount":
      return leftSources(standing, facts);
    case "claimed":
    case "deposited":
      return claimSources(figure, told, facts);
    case "contracts":
      return person.loans.map((loan) => sourceIn(loan, "contractNo", 1));
    case "visits":
      return visitsBy(told).map(({ row }) => sourceIn(row, "visitedOn", 1));
    case "personsPaid":
      return [settledSource(standing, facts)];
    case "personsPartial":
      return [partialSource(standing, facts) ?? personCell(person)];
    case "persons":
    case "toDeliver":
    case "undelivered":
    case "undeliveredOpen":
    case "open":
      return [personCell(person)];
    default:
      return [reportedIn[figure](told) ?? personCell(person)];
  }
}

/**
 * The cells that a person's part of a figure is made of; none where the person adds nothing to a count.
 * @throws RangeError when they do not add up to it
 */
export function sourcesOf(figure: Explained, standing: Standing, facts: Facts): readonly Source[] {
  const value = figureOf(figure, standing);
  if (value === 0 && (!isMoney(figure) || figure === "openAmount")) return [];
  const told = { standing, reports: facts.reports.byPerson.get(standing.person.key) ?? noReports, asOf: facts.asOf };
  const sources = found(figure, told, facts);
  if (sumOf(sources) !== value) throw new RangeError(`${figure} is ${value}, its cells make ${sumOf(sources)}`);
  return sources;
}

/** What has changed a person's part of a figure since a day, each with its cause and the day after which it counts. */
export function changesOf(figure: Explained, standing: Standing, facts: Facts, since: Day): readonly Source[] {
  const isLater = ({ on }: Source) => on !== undefined && on > since;
  if (figure !== "personsPaid") return sourcesOf(figure, standing, facts).filter(isLater);
  const later = turnsOf(standing.person, facts.parts)
    .turns.map(({ amount, part, loan }) => rowSource(part, loan, amount))
    .filter(isLater);
  // Turns go to and fro; what is left of them is one or none.
  const last = later.at(-1);
  return last && sumOf(later) !== 0 ? [last] : [];
}
