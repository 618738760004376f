// Fix-it files taken back (待补正表交回): facts wait in 更正 for the centre, the school's own entries go into the registers, the rest is said.
import type { Contract } from "../domain/identity/contract-index";
import { fingerprintOf, parseRowKey } from "../domain/identity/row-key";
import { citizenIdFault } from "../domain/identity/citizen-id";
import { phoneKind, phonesOf } from "../domain/values/phone";
import { type FieldId, fieldTypes, type FieldValues, type SheetRow } from "../domain/record/field";
import type { Conflict } from "../domain/returns/conflict";
import { entriesOf } from "../domain/returns/fill-in";
import { askableEntries, askableFacts } from "../domain/returns/fix";
import type { MergeContext, MergedReport } from "../domain/returns/merge";
import { cellText } from "../sheets/grid";
import type { FixAnswer } from "../sheets/fixing/fix-sheet";
import { fixSource } from "../sheets/fixing/fix-words";
import { textIn } from "../sheets/reading/amended";
import { readCell } from "../sheets/reading/values/read-cell";
import type { Amendment } from "../sheets/returns/amendments";
import { amended, contractNumber } from "./rulings";
import type { OpenSeason } from "./season";

/** What fix-it files bring. */
export interface TakenFixes {
  readonly amendments: readonly Amendment[];
  readonly reports: readonly MergedReport[];
  readonly conflicts: readonly (readonly [Conflict, string])[];
}

/** A fix-it file that came in, with what it was found to be. */
export interface FixFileRead {
  readonly file: string;
  readonly answers: readonly FixAnswer[];
  /** Tells its answers from those of any other file. */
  readonly print: string;
  readonly school?: string;
  readonly reject?: "no-known-row" | "other-season";
}

/** Whose fix-it file it is, and whether it is of this season and county at all. */
export function judgeFix(
  file: string,
  answers: readonly FixAnswer[],
  { index, seasonYear }: MergeContext,
  contractOf: ContractOf,
): FixFileRead {
  const known = answers.flatMap(({ rowKey }) => contractOf(rowKey) ?? []);
  const school = known[0]?.school?.name ?? [...index.schools.keys()].find((name) => file.includes(name));
  const years = answers.flatMap(({ rowKey }) => parseRowKey(rowKey)?.year ?? []);
  const isOther = years.filter((year) => year !== seasonYear).length > years.length / 2;
  const reject = isOther ? "other-season" : known.length === 0 ? "no-known-row" : undefined;
  return { file, answers, print: printOf(answers), ...(school ? { school } : {}), ...(reject ? { reject } : {}) };
}

/** The contract of a fix-it question. */
export type ContractOf = (rowKey: string) => Contract | undefined;

type Taken = { amendments: Amendment[]; reports: MergedReport[]; conflicts: (readonly [Conflict, string])[] };

/** What the answers of these files come to; blank ones say nothing. */
export function takeFixes(
  of: OpenSeason,
  files: readonly FixFileRead[],
  { context, contractOf, known }: { readonly context: MergeContext; readonly contractOf: ContractOf; readonly known: readonly Amendment[] },
): TakenFixes {
  const taken: Taken = { amendments: [], reports: [], conflicts: [] };
  for (const { file, answers, print, school = "", reject } of files) {
    if (reject) {
      const filled = answers.filter(({ answer }) => answer !== null).length;
      const whole = { print, rows: filled };
      if (filled > 0) taken.conflicts.push([{ file, kind: "unmatched", school: school as never, whole }, ""]);
      continue;
    }
    for (const answer of answers)
      if (answer.answer !== null) takeAnswer(of, { file, print, school, answer, context, contractOf, known }, taken);
  }
  return taken;
}

const printOf = (answers: readonly FixAnswer[]) =>
  fingerprintOf(
    answers
      .map(({ rowKey, field, answer, note }) => JSON.stringify([rowKey, field, cellText(answer), note]))
      .sort()
      .join("\n"),
  );

interface Case {
  readonly file: string;
  readonly print: string;
  readonly school: string;
  readonly answer: FixAnswer;
  readonly context: MergeContext;
  readonly contractOf: ContractOf;
  readonly known: readonly Amendment[];
}

function takeAnswer(of: OpenSeason, { file, print, school, answer, context, contractOf, known }: Case, taken: Taken): void {
  const { field, place, cell, from } = answer;
  const contract = contractOf(answer.rowKey);
  const said = cellText(answer.answer);
  const conflict = (kind: Conflict["kind"], more: Partial<Conflict> = {}) => {
    const about = contract ? { contract } : { raw: `${answer.name} ${said}`.trim() };
    const one: Conflict = {
      file,
      kind,
      school: (contract?.school?.name ?? school) as never,
      place,
      ...about,
      ...(field ? { field } : {}),
      ...more,
    };
    taken.conflicts.push([one, cell]);
  };
  if (!contract || (school !== "" && contract.school?.name !== school)) return conflict(contract ? "other-school" : "unmatched");
  // Somebody has rewritten the question: nobody knows what was answered.
  if (!answer.isSealed || field === undefined) return conflict("locked-changed", { raw: said });
  const issues: SheetRow["issues"][number][] = [];
  const value = readCell(field, answer.answer, context.seasonYear, (issue) => issues.push(issue));
  const row: SheetRow = { place, values: (value === undefined ? {} : { [field]: value }) as FieldValues, issues };
  if (askableEntries.includes(field)) {
    const { values, invalid } = entriesOf(row, [field], contract, context);
    if (invalid[0]) return conflict("invalid-value", invalid[0]);
    const held = values[field];
    // An answer that says nothing, such as 无, enters nothing and is an answer all the same.
    if (held === undefined) return conflict("invalid-value", { raw: said });
    taken.reports.push({ contract, cells: { [field]: { value: held, file, place, isKnown: context.knownPrints.has(print) } } });
    return;
  }
  if (value === undefined || !askableFacts.includes(field) || isDoubtful(field, value, issues))
    return conflict("invalid-value", { raw: said });
  const now = textIn(contract.row, field);
  if (String(value) === now) return;
  const fact = amended(of, contract, field);
  const other = known.find((one) => one.rowKey === fact.rowKey && one.field === field && one.approval === "adopt" && one.from === from);
  // Answered meanwhile, by another file or by the list itself.
  if (other && other.to !== String(value)) return conflict("two-versions", { expected: other.to, found: value });
  if (now !== from) return conflict("two-versions", { expected: now, found: value });
  taken.amendments.push({ ...fact, to: String(value), source: fixSource(file, cell, ""), approval: undefined, note: answer.note });
}

// An answer must be better than the question: no number with a wrong check digit, no telephone that is none.
function isDoubtful(field: FieldId, value: string | number, issues: SheetRow["issues"]): boolean {
  if (fieldTypes[field] === "citizenId" && citizenIdFault(String(value)) !== undefined) return true;
  if (fieldTypes[field] === "phone" && phonesOf(String(value)).some((phone) => phoneKind(phone) === "invalid")) return true;
  const harmless: readonly string[] = ["stored-as-number", "stray-characters", "full-width", "lower-case-x", "several-values"];
  return issues.some(({ kind }) => !harmless.includes(kind));
}

/** The contract of a fix-it question, by the longest print. */
export function contractsByNumber(of: OpenSeason): ContractOf {
  return (rowKey) => {
    const printed = of.index.contractPrinted(rowKey);
    const contract = printed && of.contracts.contracts.get(printed.identity);
    return contract && contractNumber(of, contract).split("-")[2] === rowKey.split("-")[2] ? contract : undefined;
  };
}
