// Rules: records that say what to look for; running them over what was read gives findings.
import type { Day } from "../values/day";
import type { FieldId, FieldValues, ReadingIssueKind, SheetRow } from "../record/field";
import type { FindingParams, Severity } from "../record/finding";
import type { CaseIn } from "../standing/stop";
import type { WaiverIn } from "../standing/waiver";
import type { Policy } from "../policy/policy";
import type { Person } from "../record/person";
import type { Assignment, Jurisdictions } from "../places/jurisdiction";
import type { Booking } from "../bank/repayment";
import type { Roster } from "../record/roster";

/** What every rule may know besides the rows: the day it is (设置「今天」) and the due date of the season. */
export interface RuleContext {
  readonly today: Day;
  readonly seasonYear: number;
  readonly dueDate: Day;
  /** The loan policy of the season. */
  readonly policy: Policy;
  /** The county's own ID prefixes now and in the past, for example 610526 and 612128. */
  readonly countyCodes: readonly string[];
  readonly jurisdictions: Jurisdictions | undefined;
  /** The day from which lists, and therefore notices, are in the schools' hands. */
  readonly listsOut: Day;
  /** Brings together spellings that are easily taken for one another in one person's name; made by the sheets layer. */
  readonly nameKey: (name: string) => string;
  /** The special case that a remark mentions; made by the sheets layer. */
  readonly caseIn: CaseIn;
  /** What a remark says is remitted; made by the sheets layer. */
  readonly waiverIn: WaiverIn;
  /** Whether an address plainly names another county; made by the sheets layer. */
  readonly isElsewhere: (address: string) => boolean;
  /** Where each person of the roster belongs. */
  readonly assignments: readonly Assignment[];
  /** Rows of the bank's sheets, and what booking them made of them. */
  readonly payments: readonly SheetRow[];
  readonly booking: Booking;
  /** Rows of the other tables (附件1, 附件2), of which only the texts are looked at. */
  readonly tables?: readonly SheetRow[];
  /** Rows of the register of deliveries. */
  readonly deliveries: readonly SheetRow[];
  /** Rows of the register of what schools say was paid. */
  readonly claims: readonly SheetRow[];
  /** The fields for which the table of a row has a column; rows of one table get the same answer, the very same object. */
  readonly columnsOf: (row: SheetRow) => FieldSet;
}

/** A set of fields, however it is kept. */
export interface FieldSet {
  readonly has: (field: FieldId) => boolean;
}

/** A fault that a rule saw in one row: the field to point at and the words for the message. */
export interface Fault {
  readonly field: FieldId;
  readonly params?: FindingParams;
  readonly proposal?: string;
}

/** One row of a sheet as a clerk would type it, by field; tests run every example through reading and checking, help shows it. */
export type ExampleRow = { readonly [F in FieldId]?: string | number };
/** An example: a row, or several rows of one sheet. */
export type Example = ExampleRow | readonly ExampleRow[];

interface RuleBase {
  /** Permanent code, the same in every version. */
  readonly code: string;
  readonly severity: Severity;
  /** Its findings stop letters: nobody goes to the family before the centre has looked. */
  readonly stops?: true;
  /** The kind of sheet that the example rows stand in; absent: the borrower list. */
  readonly examplesIn?: "repayments" | "jurisdictions";
  /** Lines of 设置 beside the example rows, for rules that speak by them. */
  readonly settings?: Readonly<Record<string, string | number>>;
  /** Rows in which the rule must keep silent. Fields not given are filled from a sound example borrower. */
  readonly good: readonly Example[];
  /** Rows in which the rule must speak. */
  readonly bad: readonly Example[];
}

/** Speaks when a cell of one of the fields was noticed in the given way. */
export interface ReadingRule extends RuleBase {
  readonly scope: "reading";
  readonly issue: ReadingIssueKind;
  /** The fields it looks at; absent: all. */
  readonly fields?: readonly FieldId[];
}

/** Looks at one row; `reads` names the columns without which it does not run. */
export interface RowRule extends RuleBase {
  readonly scope: "row";
  readonly reads: readonly FieldId[];
  readonly check: (values: FieldValues, context: RuleContext, row: SheetRow) => Fault | undefined;
}

/** Looks at all contracts of one person; each fault names its row. */
export interface PersonRule extends RuleBase {
  readonly scope: "person";
  readonly check: (person: Person, context: RuleContext) => readonly RowFault[];
}

/** Looks at the whole roster; each fault names its row. */
export interface RosterRule extends RuleBase {
  readonly scope: "roster";
  readonly check: (roster: Roster, context: RuleContext) => readonly RowFault[];
}

/** A fault with the row it is in. */
export interface RowFault extends Fault {
  readonly row: SheetRow;
}

/** Any rule over rows. (Rules over the layout of sheets live with the reader, in `sheets`.) */
export type Rule = ReadingRule | RowRule | PersonRule | RosterRule;
