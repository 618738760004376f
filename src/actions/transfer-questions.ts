// People whom schools report as gone (报告转出): each is a question to the centre, and once it is decided they stand on the other school's list.
import type { Contract } from "../domain/identity/contract-index";
import { errorsByRow } from "../domain/checking/held";
import { contractIdentity, type PersonKey } from "../domain/identity/keys";
import type { School } from "../domain/places/jurisdiction";
import type { FieldId } from "../domain/record/field";
import type { Person } from "../domain/record/person";
import { registerIds } from "../domain/record/registers";
import type { Conflict } from "../domain/returns/conflict";
import { transferKey, unknownWord } from "../domain/returns/decision";
import type { Stored } from "../domain/returns/register-store";
import { reportsTransfer } from "../sheets/lists/transfers";
import { unassignedSheet } from "../sheets/lists/unassigned";
import type { Ruling } from "../sheets/returns/conflicts";
import type { QuestionLine } from "../sheets/returns/question-line";
import { transferLine } from "../sheets/returns/transfer-question";
import type { SheetSpec } from "../sheets/writing/spec";
import { contractNumber, contractsOf } from "./rulings";
import { inListOrder } from "./school-parts";
import type { OpenSeason } from "./season";

interface Report {
  readonly contract: Contract;
  readonly field: FieldId;
  readonly said: string;
  readonly file: string;
}

const remarks: readonly FieldId[] = ["note", "exceptionNote"];

// What this run brought to the registers, and words in place of a status or a kind of case.
function reportsIn({ registers }: Pick<Stored, "registers">, conflicts: readonly Conflict[]): readonly Report[] {
  const written = registerIds.flatMap((id) =>
    registers[id].flatMap(({ row, contract, from }): Report[] =>
      contract && from
        ? remarks.flatMap((field) => {
            const [said, file] = [row.values[field], from[field]?.[0]];
            return typeof said === "string" && file !== undefined ? [{ contract, field, said, file }] : [];
          })
        : [],
    ),
  );
  const words = conflicts.flatMap((conflict): Report[] => {
    const word = unknownWord(conflict);
    return word && conflict.contract ? [{ contract: conflict.contract, field: word.field, said: word.word, file: conflict.file }] : [];
  });
  return [...written, ...words].filter(({ said }) => reportsTransfer(said));
}

/** The question that a word raises which reports somebody as gone: then where to is asked, and not what the word means; undefined for other conflicts. */
export function transferWordKey(conflict: Conflict): string | undefined {
  const said = unknownWord(conflict)?.word;
  return conflict.contract && said !== undefined && reportsTransfer(said) ? transferKey(conflict.contract.person.key, said) : undefined;
}

/** The questions about people whom this run's files report as gone; what was decided once is not asked again. */
export function transferQuestions(
  of: OpenSeason,
  stored: Pick<Stored, "registers">,
  { conflicts, decided }: { readonly conflicts: readonly Conflict[]; readonly decided: ReadonlyMap<string, unknown> },
): readonly QuestionLine[] {
  const { contracts, index, schools } = of;
  const asked = new Map<PersonKey, QuestionLine>();
  for (const { contract, field, said, file } of reportsIn(stored, conflicts)) {
    const { person } = contract;
    const key = transferKey(person.key, said);
    if (asked.has(person.key) || decided.has(key) || !contract.school) continue;
    const others = index.contractsOf(person).flatMap(({ identity }) => contracts.contracts.get(identity) ?? []);
    const own = [contract, ...others.filter((other) => other !== contract)] as const;
    const names = schools.map(({ name }) => name);
    asked.set(
      person.key,
      transferLine({ key, file, field, said, contracts: own }, { schools: names, rowKeyOf: (one) => contractNumber(of, one) }),
    );
  }
  return [...asked.values()];
}

/** 待划分 with everybody for whom the centre has named another school; nothing where nobody was. */
export function transferredTabs(of: OpenSeason, rulings: readonly Ruling[]): readonly SheetSpec[] {
  const schools = new Map<string, School>(of.schools.map((school) => [school.name, school]));
  const moved = new Map<PersonKey, School>();
  for (const { line, verdict, meaning } of rulings) {
    const school = schools.get(meaning ?? "");
    if (verdict !== "adopt" || line.content?.proposal?.do !== "transfer" || !school) continue;
    for (const { person } of contractsOf(of, line)) moved.set(person.key, school);
  }
  return moved.size > 0 ? [unassignedTab(of, moved)] : [];
}

/** 待划分 as it stands in the book, with these people decided besides. */
export function unassignedTab(of: OpenSeason, moved: ReadonlyMap<PersonKey, School> = new Map()): SheetSpec {
  const { book, divided, schools, index, placeDecisions, errors } = of;
  const isDecided = (person: Person) => moved.has(person.key) || person.loans.some((loan) => placeDecisions.has(contractIdentity(loan)));
  const open = divided.flatMap((assignment) => (assignment.school ? [] : [assignment]));
  const decided = divided.flatMap(({ person, school }) =>
    school && isDecided(person) ? [{ person, school: moved.get(person.key) ?? school }] : [],
  );
  const news = divided.flatMap(({ person }) => {
    const school = moved.get(person.key);
    return school ? person.loans.map((loan) => [contractIdentity(loan), school.name] as const) : [];
  });
  return unassignedSheet({
    open: inListOrder(open),
    decided: inListOrder(decided),
    season: book.season,
    schools,
    stands: "tab",
    decisions: new Map([...placeDecisions, ...news]),
    index,
    errors: errorsByRow(errors.errors),
  });
}
