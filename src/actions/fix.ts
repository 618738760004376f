// Fix-it files (待补正表): what the check or returned files leave in doubt, put to each school in a small workbook of its own.
import type { Contract } from "../domain/identity/contract-index";
import { contractIdentity } from "../domain/identity/keys";
import type { FieldId, SheetRow } from "../domain/record/field";
import { askableEntries, askableFacts, type FixQuestion, isAskable } from "../domain/returns/fix";
import { ruleTitle } from "../i18n/index";
import { fixBook, fixFileNames } from "../sheets/fixing/fix-sheet";
import { againQuestion, factQuestion } from "../sheets/fixing/fix-words";
import { textIn } from "../sheets/reading/amended";
import { amendmentsIn } from "../sheets/returns/amendments";
import { questionLinesIn } from "../sheets/returns/conflicts";
import { contractNumber } from "./rulings";
import type { OpenSeason } from "./season";
import type { Ports } from "./workbook";

/** One school's file. */
export interface FixFile {
  readonly school: string;
  readonly file: string;
  readonly questions: number;
}

/** What making fix-it files has come to. */
export interface FixOutcome {
  readonly files: readonly FixFile[];
  readonly questions: number;
}

// What the check says of facts that a family can tell; by the rule alone, for its message may speak of somebody of another school.
function fromFindings(of: OpenSeason): readonly FixQuestion[] {
  const places = new Map<string, SheetRow>(of.book.roster.rows.map((row) => [`${row.place.sheet}!${row.place.row}`, row]));
  return of.findings.flatMap((finding): FixQuestion[] => {
    const { field, severity, sheet, row: at } = finding;
    const row = severity === "info" ? undefined : places.get(`${sheet}!${at}`);
    const contract = row && of.contracts.contracts.get(contractIdentity(row));
    if (!row || !contract || field === undefined || !askableFacts.includes(field) || !isAskable(field, contract)) return [];
    return [{ contract, field, from: textIn(row, field), question: factQuestion(ruleTitle("zh-CN", finding.rule), field) }];
  });
}

// What schools filled in and nobody could take.
function fromConflicts(of: OpenSeason): readonly FixQuestion[] {
  return questionLinesIn(of.grids).flatMap(({ content, cells }): FixQuestion[] => {
    const field = content?.kind === "invalid-value" && content.proposal?.do !== "word" ? content.field : undefined;
    if (!content || field === undefined || !askableEntries.includes(field)) return [];
    return content.contracts.flatMap((number) => {
      const printed = of.index.contractPrinted(number);
      const contract = printed && of.contracts.contracts.get(printed.identity);
      const from = String(cells[9] ?? "");
      return contract ? [{ contract, field, from, question: againQuestion(field, from) }] : [];
    });
  });
}

/** The questions by school, each cell asked about once; what was answered already is not asked again. */
function questionsOf(of: OpenSeason): ReadonlyMap<string, readonly FixQuestion[]> {
  const keyOf = (number: string, field: FieldId, from: string) => `${number}|${field}|${from}`;
  const answered = new Set(amendmentsIn(of.grids).map(({ rowKey, field, from }) => keyOf(rowKey, field, from)));
  const bySchool = new Map<string, FixQuestion[]>();
  for (const question of [...fromFindings(of), ...fromConflicts(of)]) {
    const { contract, field, from } = question;
    const key = keyOf(contractNumber(of, contract), field, from);
    const school = contract.school?.name;
    if (school === undefined || answered.has(key)) continue;
    answered.add(key);
    const own = bySchool.get(school);
    if (own) own.push(question);
    else bySchool.set(school, [question]);
  }
  return bySchool;
}

async function run(of: OpenSeason, { files }: Ports): Promise<FixOutcome> {
  const { book, today: madeOn, schoolOrder, contracts } = of;
  const asked = [...questionsOf(of)].flatMap(([name, questions]) => {
    const school = contracts.schools.get(name as never);
    return school ? [{ school, questions }] : [];
  });
  asked.sort((a, b) => schoolOrder(a.school.name, b.school.name));
  const names = fixFileNames(
    asked.map(({ school }) => school),
    madeOn,
  );
  const rowKeyOf = ({ contract }: { readonly contract: Contract }) => contractNumber(of, contract);
  const made: FixFile[] = [];
  for (const [at, { school, questions }] of asked.entries()) {
    const file = names[at] ?? "";
    await files.add(file, fixBook({ school, season: book.season, madeOn, questions, rowKeyOf }));
    made.push({ school: school.name, file, questions: questions.length });
  }
  return { files: made, questions: made.reduce((sum, { questions }) => sum + questions, 0) };
}

/** The button 「待补正表」: the same book on the same day gives the same files. */
export const fix = { id: "fix", run } as const;
