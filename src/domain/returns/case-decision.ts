// Case decisions (特殊情况审核): what the centre has decided on the special cases that schools report, and which reports still hold after it.
import type { ExceptionKind } from "../record/choices";
import type { SheetRow } from "../record/field";
import type { Day } from "../values/day";
import type { PersonKey } from "../identity/keys";

/** What the centre decided on a person's case of one kind. */
export interface CaseDecision {
  readonly kind: ExceptionKind;
  /** 受理: the case holds, and nobody collects any more; 退回: it does not, and collection goes on. */
  readonly verdict: "accepted" | "returned";
  /** Absent: it counts on every day. */
  readonly on?: Day;
}

/** The decisions by person. */
export type CaseDecisions = ReadonlyMap<PersonKey, readonly CaseDecision[]>;

// A statement that is sent back for a missing paper brings nobody to the door of the dead, the missing or a soldier.
const alwaysHeeded: ReadonlySet<ExceptionKind> = new Set<ExceptionKind>(["deceased", "missing", "enlisted"]);

const isMadeBy = ({ on }: CaseDecision, asOf: Day) => on === undefined || on <= asOf;

/** Whether a row's case has been returned by a day; what is reported after the return is another report. */
export function isReturned({ values }: SheetRow, decisions: readonly CaseDecision[], asOf: Day): boolean {
  const { exceptionKind, recordedOn } = values;
  if (exceptionKind === undefined || alwaysHeeded.has(exceptionKind)) return false;
  return decisions.some(
    (decision) =>
      decision.kind === exceptionKind &&
      decision.verdict === "returned" &&
      isMadeBy(decision, asOf) &&
      (recordedOn === undefined || decision.on === undefined || recordedOn <= decision.on),
  );
}

/** The kinds of case that the centre has accepted by a day. */
export function acceptedKinds(decisions: readonly CaseDecision[], asOf: Day): readonly ExceptionKind[] {
  return decisions.flatMap((decision) => (decision.verdict === "accepted" && isMadeBy(decision, asOf) ? [decision.kind] : []));
}
