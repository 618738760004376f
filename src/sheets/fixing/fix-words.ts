// What a school is asked about an entry of its own that nobody could take.
import type { FieldId } from "../../domain/record/field";
import { headingOf } from "../vocabulary/columns";

/** The question about a fact, by what the check has found. */
export function factQuestion(title: string, field: FieldId): string {
  return `${title}。请向学生或家长核实“${headingOf(field)}”，填在右边。`;
}

/** The question about an entry, in the words that stand beside its cell. */
export function againQuestion(field: FieldId, from: string): string {
  return `催收名单里填的“${headingOf(field)}”是“${from}”，无法识别或不合理，没有登记；请重新填写。`;
}

/** Where an answer came from, as the tab 更正 says it. */
export function fixSource(file: string, cell: string, note: string): string {
  return [`${file} ${cell}`, note].filter((text) => text !== "").join("；");
}
