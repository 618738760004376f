// The working list of 异常汇总: every person and every bank row that somebody at the centre must look at, one line each.
import { maskCitizenId } from "../../domain/identity/citizen-id";
import type { FieldId, SheetRow } from "../../domain/record/field";
import type { Fen } from "../../domain/values/money";
import type { Standing } from "../../domain/standing/standing";
import { isOpen } from "../../domain/standing/tally";
import { choiceLabel } from "../vocabulary/choices";
import { personCell } from "../../domain/explaining/report-sources";
import type { Source } from "../../domain/explaining/source";
import { type FigurePart, partOf } from "./figures";
import { excessOn, leftOn, rowCell, statedIn, strange } from "./row-figures";
import { type BankCase, bankCases } from "./rollup-bank";
import type { RollupInput } from "./rollup-input";
import { uncountedWords } from "./rollup-words";

/** What a line of the list is about, in the order of the list. */
export const exceptionTopics = [
  "特殊情况",
  "失联",
  "扣款未成功",
  "银行流水待核",
  "不在名单",
  "超出本期应还",
  "冲正多于扣款",
  "逾期未送达",
] as const;

/** A topic of the list. */
export type ExceptionTopic = (typeof exceptionTopics)[number];

/** One line. */
export interface ExceptionLine {
  readonly topic: ExceptionTopic;
  readonly school: string;
  readonly name: string;
  /** Masked. */
  readonly citizenId: string;
  readonly kind: string;
  readonly amount: Fen | undefined;
  readonly note: string;
  /** The cell for which the line stands, and the cells of its amount. */
  readonly at: Source;
  readonly money: FigurePart;
}

const placeText = ({ place }: SheetRow) => `${place.sheet}第${place.row}行`;

type Subject = Pick<ExceptionLine, "school" | "name" | "citizenId">;

function bankLine(
  topic: ExceptionTopic,
  row: SheetRow,
  said: Pick<ExceptionLine, "kind" | "amount" | "money"> & { readonly school?: string },
): ExceptionLine {
  const { name = "", citizenId = "", contractNo, repaidOn } = row.values;
  const raw = (field: FieldId) => row.issues.find((issue) => issue.field === field && row.values[field] === undefined)?.raw;
  const unread = (["repaidOn", "repaid", "deductionResult"] as const).flatMap((field) => raw(field) ?? []);
  const parts = [contractNo && `合同${contractNo}`, repaidOn, ...unread.map((text) => `原文“${text}”`), placeText(row)];
  const note = parts.filter((part) => part).join("，");
  const subject = { school: said.school ?? "", name, citizenId: maskCitizenId(citizenId) };
  return { topic, ...subject, kind: said.kind, amount: said.amount, note, at: rowCell(row), money: said.money };
}

// Who the list is about: the school by assignment, names and masked IDs from the list of borrowers.
function subjects({ tally, standings }: RollupInput): (standing: Standing) => Subject {
  const schoolOf = new Map(
    tally.schools.flatMap(({ school, standings: own }) => own.map(({ person }): [string, string] => [person.key, school.name])),
  );
  return ({ person }) => {
    if (!standings.has(person.key)) throw new RangeError("a person who is not on the list");
    return { school: schoolOf.get(person.key) ?? "待划分", name: person.name, citizenId: maskCitizenId(person.citizenId) };
  };
}

function personLines(input: RollupInput): readonly ExceptionLine[] {
  const subjectOf = subjects(input);
  const isLate = input.asOf > input.season.dates.deliveryTo;
  return [...input.standings.values()].flatMap((standing): readonly ExceptionLine[] => {
    const subject = subjectOf(standing);
    const sum = { amount: standing.outstanding, at: personCell(standing.person), money: partOf("outstanding", [standing]) };
    const note = input.notes.get(standing.person.key) ?? "";
    const lines: ExceptionLine[] = [];
    if (standing.exceptionKind !== undefined) {
      lines.push({ topic: "特殊情况", ...subject, kind: choiceLabel("exceptionKind", standing.exceptionKind), ...sum, note });
    } else if (standing.isUnreachable) lines.push({ topic: "失联", ...subject, kind: "还款状态报为失联", ...sum, note });
    if (isLate && isOpen(standing) && standing.delivery !== "valid") {
      const isProxy = standing.delivery === "proxy";
      lines.push({ topic: "逾期未送达", ...subject, kind: isProxy ? "代签，需补签" : "未送达", ...sum, note: "" });
    }
    return lines;
  });
}

function bankLines(input: RollupInput): readonly ExceptionLine[] {
  const { ignored, unmatched, contractOf } = input.booking;
  const subjectOf = subjects(input);
  const cases = bankCases(input);
  const ofContract =
    (topic: ExceptionTopic, kind: string, moneyOn: (loan: SheetRow) => FigurePart) =>
    (one: BankCase): ExceptionLine => {
      const { contractNo = "无合同号" } = one.loan.values;
      const day = one.row?.values.repaidOn;
      const note = `合同${contractNo}${day === undefined ? "" : `，${day}扣款`}${one.row ? `，${placeText(one.row)}` : ""}`;
      const found = { amount: one.amount, at: rowCell(one.row ?? one.loan), money: moneyOn(one.loan) };
      return { topic, ...subjectOf(one.standing), kind: one.why ? uncountedWords[one.why] : kind, ...found, note };
    };
  const unclear = ignored.filter(({ why }) => !["insufficient", "failed", "pending", "later"].includes(why));
  const unplaced = unmatched.map((one) => bankLine("不在名单", one.row, { kind: "未计入还款", amount: one.amount, money: strange([one]) }));
  return [
    ...cases.refused.map(ofContract("扣款未成功", "", leftOn)),
    ...unclear.map(({ row, why }) => {
      const kind = uncountedWords[why];
      return bankLine("银行流水待核", row, {
        kind: contractOf.has(row) ? kind : `${kind}，不在名单`,
        amount: row.values.repaid,
        money: statedIn(row),
      });
    }),
    ...unplaced,
    ...cases.overpaid.map(ofContract("超出本期应还", "可能为提前还本", excessOn)),
    ...cases.reversed.map(ofContract("冲正多于扣款", "请与经办行核对", excessOn)),
  ];
}

/** The whole list, by topic; within a topic in the order of the borrower list or of the bank's sheets. */
export function exceptionLines(input: RollupInput): readonly ExceptionLine[] {
  const byTopic = new Map<ExceptionTopic, ExceptionLine[]>(exceptionTopics.map((topic) => [topic, []]));
  for (const line of [...personLines(input), ...bankLines(input)]) byTopic.get(line.topic)?.push(line);
  return [...byTopic.values()].flat();
}
