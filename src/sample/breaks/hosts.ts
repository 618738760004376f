// Which borrowers a break may use: each of them once, none who shares a parent with another, in an order that the dice decide.
import type { LoanRow } from "../borrower-columns";
import type { Dice } from "../dice";
import type { DraftRow } from "../draft";
import type { SamplePerson } from "../records";

/** A borrower with the rows on the sheet, in their order. */
export interface Host {
  readonly person: SamplePerson;
  readonly rows: readonly LoanDraftRow[];
}

/** A row of the sheet with the truth behind it. */
export interface LoanDraftRow extends DraftRow {
  readonly loan: LoanRow;
}

/** Hands out borrowers that no break has used yet. */
export interface Hosts {
  readonly take: (suits?: (person: SamplePerson) => boolean) => Host | undefined;
}

/** Whether a row is a contract's row. */
export function isLoanRow(row: DraftRow): row is LoanDraftRow {
  return row.loan !== undefined;
}

function groupRows(rows: readonly DraftRow[]): readonly Host[] {
  const groups = new Map<SamplePerson, LoanDraftRow[]>();
  for (const row of rows.filter(isLoanRow)) {
    const group = groups.get(row.loan.person);
    if (group) group.push(row);
    else groups.set(row.loan.person, [row]);
  }
  return [...groups].map(([person, own]) => ({ person, rows: own }));
}

/** The borrowers of the rows, less those of families that stand in the list twice. */
export function hostsOf(rows: readonly DraftRow[], luck: Dice): Hosts {
  const groups = groupRows(rows);
  const children = new Map<string, number>();
  for (const { person } of groups) children.set(person.coBorrower.citizenId, (children.get(person.coBorrower.citizenId) ?? 0) + 1);
  const free = new Set(luck.shuffle(groups.filter(({ person }) => children.get(person.coBorrower.citizenId) === 1)));
  return {
    take: (suits) => {
      for (const host of free) {
        if (suits && !suits(host.person)) continue;
        free.delete(host);
        return host;
      }
      return undefined;
    },
  };
}
