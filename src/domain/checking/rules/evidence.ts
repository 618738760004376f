// What rules ask of rows again and again: is a cell really blank, is an ID number sound, how old is somebody, which row comes first.
import { type CitizenIdFault, numberIn } from "../../identity/citizen-id";
import { citizenIdIn, type CitizenIdCell, type IdField } from "../../identity/citizen-id-in";
import type { FieldId, ReadingIssueKind, SheetRow } from "../../record/field";
import type { RuleContext } from "../rule";

/** Whether one of the things was noticed about a cell. */
export function hasIssue(row: SheetRow, field: FieldId, ...kinds: readonly ReadingIssueKind[]): boolean {
  return row.issues.some((issue) => issue.field === field && kinds.includes(issue.kind));
}

/** Whether a cell holds nothing at all, not even something unreadable; a dash for "none" counts as nothing. */
export function isBlank(row: SheetRow, field: FieldId): boolean {
  return row.values[field] === undefined && !row.issues.some((issue) => issue.field === field && issue.kind !== "blank-mark");
}

// Birth days are numbers like 19940315 here: rules ask for years between them in every row, and numbers are far cheaper than dates.
interface RowEvidence extends Readonly<Record<IdField, CitizenIdCell>> {
  readonly birth: Readonly<Record<IdField, number | undefined>>;
  /** How many years the co-borrower is older than the borrower, negative when younger. */
  readonly yearsOlder: number | undefined;
}

// A dozen rules ask about the same two numbers of a row, one after another, before they come to the next; a person's contracts repeat them.
let last: { readonly row: SheetRow; readonly evidence: RowEvidence } | undefined;

function evidenceOf(row: SheetRow): RowEvidence {
  if (last?.row === row) return last.evidence;
  const evidence = last && sameIds(last.row, row) ? last.evidence : evidenceIn(row);
  last = { row, evidence };
  return evidence;
}

function sameIds({ values: before, issues: noted }: SheetRow, { values, issues }: SheetRow): boolean {
  const isPlain = noted.length === 0 && issues.length === 0;
  return isPlain && before.citizenId === values.citizenId && before.coBorrowerId === values.coBorrowerId;
}

function evidenceIn(row: SheetRow): RowEvidence {
  const [citizenId, coBorrowerId] = [citizenIdIn(row, "citizenId"), citizenIdIn(row, "coBorrowerId")];
  const [own, parents] = [birthIn(citizenId), birthIn(coBorrowerId)];
  const years = own && parents && (parents <= own ? yearsBetween(parents, own) : -yearsBetween(own, parents));
  return { citizenId, coBorrowerId, birth: { citizenId: own, coBorrowerId: parents }, yearsOlder: years };
}

// A sound number has a birth day that the calendar has.
function birthIn(cell: CitizenIdCell): number | undefined {
  return "id" in cell ? numberIn(cell.id, 6, 14) : undefined;
}

const yearsBetween = (from: number, to: number): number => Math.floor((to - from) / 10_000);

/** What an ID cell of a row holds. */
export function idIn(row: SheetRow, field: IdField): CitizenIdCell {
  return evidenceOf(row)[field];
}

/** What is wrong with an ID number that was typed in full; undefined when nothing is, or when its digits are lost or hidden (other rules say so). */
export function idFault(row: SheetRow, field: IdField): CitizenIdFault | undefined {
  const cell = idIn(row, field);
  return cell.kind === "broken" ? cell.fault : undefined;
}

/** The ID number as 18 characters, or undefined when it cannot be relied on. */
export function soundId(row: SheetRow, field: IdField): string | undefined {
  const cell = idIn(row, field);
  return "id" in cell ? cell.id : undefined;
}

/** The year of birth in an ID number that can be relied on. */
export function birthYearOf(row: SheetRow, field: IdField): number | undefined {
  const birth = evidenceOf(row).birth[field];
  return birth && Math.floor(birth / 10_000);
}

/** The age on the season's due date that an ID number says; undefined when the number is not sound. */
export function ageByDue(row: SheetRow, field: IdField, { dueDate }: RuleContext): number | undefined {
  const birth = evidenceOf(row).birth[field];
  return birth && yearsBetween(birth, numberIn(dueDate, 0, 4) * 10_000 + numberIn(dueDate, 5, 7) * 100 + numberIn(dueDate, 8, 10));
}

/** How many years the co-borrower is older than the borrower, negative when younger; undefined unless both numbers are sound. */
export function yearsOlder(row: SheetRow): number | undefined {
  return evidenceOf(row).yearsOlder;
}

/** Whether the two ID numbers of a row have plainly changed places: the "parent" is younger by a generation. */
export function areIdsSwapped(row: SheetRow): boolean {
  return (yearsOlder(row) ?? 0) <= -14;
}

/**
 * The text of a cell with a long number in it hidden but for its first 6 and last 4 digits, whatever stands between the digits.
 * @example masked("610526-19940315-0018") // "610526-********-0018"
 */
export function masked(text: string): string {
  const digits = text.match(/[\d\uff10-\uff19X\uff38]/gi)?.length ?? 0;
  if (digits < 11) return text;
  let seen = 0;
  return text.replace(/[\d\uff10-\uff19X\uff38]/gi, (digit) => {
    seen++;
    return seen > 6 && seen <= digits - 4 ? "*" : digit;
  });
}

/** The first year that a text names, for example of "2015-2016". */
export function yearIn(text: string | undefined): number | undefined {
  const match = /(?:19|20)\d{2}/.exec(text ?? "");
  return match ? Number(match[0]) : undefined;
}

/** Sheet and row as one text. */
export function placeText({ place }: SheetRow): string {
  return `${place.sheet}!${place.row}`;
}

/** The row that stands first, by sheet name and row, whatever order the rows are given in. */
export function firstRow(rows: readonly SheetRow[]): SheetRow | undefined {
  return rows.reduce<SheetRow | undefined>(
    (first, row) =>
      !first || row.place.sheet < first.place.sheet || (row.place.sheet === first.place.sheet && row.place.row < first.place.row)
        ? row
        : first,
    undefined,
  );
}
