// Locked facts: what a school's list says about a contract and nobody may change by writing over it.
import { curtailmentOf } from "../identity/citizen-id-in";
import { factKey } from "./fact-key";
import type { FieldId, SheetRow } from "../record/field";
import { dueOf } from "../bank/repayment";

/** The facts of 催收名单 that are compared with the roster. */
export const lockedFields: readonly FieldId[] = [
  "name",
  "citizenId",
  "contractNo",
  "gender",
  "loanYear",
  "university",
  "graduation",
  "loanAmount",
  "balance",
  "principal",
  "interest",
  "due",
  "overduePrincipal",
  "overdueInterest",
  "penalty",
  "maturity",
  "dueDate",
  "phone",
  "coBorrowerName",
  "coBorrowerPhone",
  "coBorrowerRelation",
  "address",
  "township",
  "village",
  "middleSchool",
  "channel",
  "alipayAccount",
];

/** The facts that say whose row it is; entries beside another sheet's row are checked against these only. */
export const identityFields: readonly FieldId[] = ["name", "citizenId", "contractNo"];

/** One fact in which a returned row differs from the roster; absent on the side that is blank. */
export interface FactChange {
  readonly field: FieldId;
  readonly expected?: string | number;
  readonly found?: string | number;
  readonly raw?: string;
}

/** What the roster says about a field; a total that it does not give is added up, as on the school's list. */
export function factOf(row: SheetRow, field: FieldId): string | number | undefined {
  return field === "due" ? dueOf(row) : row.values[field];
}

function textIn(row: SheetRow, field: FieldId): string | undefined {
  return row.issues.find((issue) => issue.field === field)?.raw;
}

// 610526********0012 is the same number as far as it can be seen.
function agreesAsFarAsVisible(masked: string, whole: string): boolean {
  return masked.length === whole.length && [...masked].every((character, index) => character === "*" || character === whole[index]);
}

/**
 * How a fact of a returned row differs from the roster's rows of that contract (one, where the roster is sound), or undefined when it agrees
 * with any of them. Another spelling of the same is no difference.
 */
export function changeOf(field: FieldId, roster: readonly SheetRow[], returned: SheetRow): FactChange | undefined {
  const found = returned.values[field];
  const [own] = roster;
  // Nearly all facts are as they were sent out.
  if (own && roster.length === 1 && found === factOf(own, field) && (found !== undefined || returned.issues.length === 0)) return undefined;
  let first: FactChange | undefined;
  for (const row of roster) {
    const change = changeFrom(field, row, returned);
    if (!change) return undefined;
    first ??= change;
  }
  return first;
}

const unchanged: readonly FactChange[] = [];

/** Every one of these facts in which a returned row differs (see `changeOf`). */
export function changesOf(fields: readonly FieldId[], roster: readonly SheetRow[], returned: SheetRow): readonly FactChange[] {
  let changes: FactChange[] | undefined;
  for (const field of fields) {
    const change = changeOf(field, roster, returned);
    if (change) (changes ??= []).push(change);
  }
  return changes ?? unchanged;
}

function changeFrom(field: FieldId, roster: SheetRow, returned: SheetRow): FactChange | undefined {
  const expected = factOf(roster, field);
  const found = returned.values[field];
  if (expected === found && found !== undefined) return undefined;
  const raw = found === undefined ? textIn(returned, field) : undefined;
  // What the roster cannot read either was sent out as it stands, or blank.
  if (expected === undefined && found === undefined && (raw === undefined || raw === textIn(roster, field))) return undefined;
  if (expected !== undefined && found !== undefined && factKey(field, expected) === factKey(field, found)) return undefined;
  // A list that went out before the fact was corrected says what the roster said then.
  const former = roster.original?.[field];
  if (former !== undefined && found !== undefined && factKey(field, former) === factKey(field, found)) return undefined;
  if (roster.original && field in roster.original && former === undefined && found === undefined) return undefined;
  // Digits that a program lost were not changed by anybody; what a masked number shows must agree.
  if (field === "citizenId" && curtailmentOf(returned, field)) {
    if (!String(found).includes("*") || agreesAsFarAsVisible(String(found), String(expected))) return undefined;
  }
  if (field === "contractNo" && curtailmentOf(returned, field)) return undefined;
  return {
    field,
    ...(expected === undefined ? {} : { expected }),
    ...(found === undefined ? {} : { found }),
    ...(raw === undefined ? {} : { raw }),
  };
}
