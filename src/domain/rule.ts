// Rules: records that say what to look for; running them over what was read gives findings.
import type { Day } from "./day";
import type { FieldId, FieldValues, NoticingKind, SheetRow } from "./field";
import type { FindingParams, Severity } from "./finding";
import type { Person } from "./person";
import type { Jurisdictions } from "./jurisdiction";

/** What every rule may know besides the rows: the day it is (设置「今天」) and the due date of the season. */
export interface RuleContext {
  readonly today: Day;
  readonly seasonYear: number;
  readonly dueDate: Day;
  /** The county's own ID prefixes now and in the past, for example 610526 and 612128. */
  readonly countyCodes: readonly string[];
  readonly jurisdictions: Jurisdictions | undefined;
  /** The fields for which the sheet of a row has a column. */
  readonly hasColumn: (row: SheetRow, field: FieldId) => boolean;
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
  /** Rows in which the rule must keep silent. Fields not given are filled from a sound example borrower. */
  readonly good: readonly Example[];
  /** Rows in which the rule must speak. */
  readonly bad: readonly Example[];
}

/** Speaks when a cell of one of the fields was noticed in the given way. */
export interface ReadingRule extends RuleBase {
  readonly scope: "reading";
  readonly notices: NoticingKind;
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

/** All borrower rows and the persons they make. */
export interface Roster {
  readonly rows: readonly SheetRow[];
  readonly persons: readonly Person[];
  /** Rows that repeat another row of the same contract in every value: reported, and counted once. */
  readonly copies: readonly { readonly row: SheetRow; readonly of: SheetRow }[];
}

/** Any rule over rows. (Rules over the layout of sheets live with the reader, in `sheets`.) */
export type Rule = ReadingRule | RowRule | PersonRule | RosterRule;
