// A question on 冲突与无法匹配 about somebody whom a school reports as gone: which school answers for them now.
import type { Contract } from "../../domain/identity/contract-index";
import type { FieldId } from "../../domain/record/field";
import { headingOf } from "../vocabulary/columns";
import { proposalAdvice, transferLabel } from "./conflict-words";
import type { QuestionLine } from "./question-line";

/** What a school has reported of somebody. */
export interface ReportedTransfer {
  readonly key: string;
  readonly file: string;
  readonly field: FieldId;
  readonly said: string;
  /** The contracts of the person, the first of them shown. */
  readonly contracts: readonly [Contract, ...Contract[]];
}

/** The question as a line; schools that the words name are offered first. */
export function transferLine(
  { key, file, field, said, contracts }: ReportedTransfer,
  { schools, rowKeyOf }: { readonly schools: readonly string[]; readonly rowKeyOf: (contract: Contract) => string },
): QuestionLine {
  const [first] = contracts;
  const own = first.school?.name ?? "";
  const others = schools.filter((school) => school !== own);
  const isNamed = (school: string) => said.includes(school);
  const to = [...others.filter(isNamed), ...others.filter((school) => !isNamed(school))];
  const { name, contractNo } = first.row.values;
  return {
    key,
    content: { kind: "other-school", school: own, field, proposal: { do: "transfer", to }, contracts: contracts.map(rowKeyOf) },
    cells: [
      ...[transferLabel, file, own, "", "", name ?? ""],
      ...[contracts.length > 1 ? `${contractNo ?? ""}等` : (contractNo ?? ""), headingOf(field)],
      ...[own, said, proposalAdvice.transfer ?? ""],
    ],
    decision: "",
  };
}
