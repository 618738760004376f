// The catalogue that every language fills in; tsc names what is missing.
import type { ReasonCode, WorkbookErrorCode } from "../actions/workbook";
import type { FieldId } from "../domain/record/field";
import type { Severity } from "../domain/record/finding";
import type { LayoutCode } from "../domain/record/layout-code";
import type { RejectReason } from "../domain/returns/returned-file";
import type { RuleCode } from "../domain/checking/rules/index";

/** The code of any finding. */
export type FindingCode = RuleCode | LayoutCode;

/** What can be wrong with a file that came in, before anything in it is read. */
export type FileFault = Extract<
  WorkbookErrorCode,
  | "not-readable"
  | "empty-file"
  | "unknown-format"
  | "encrypted"
  | "wrong-password"
  | "unsupported-encryption"
  | "too-large"
  | "too-slow"
  | "locked"
>;

/** Why a file that came in stays out. */
export type FileRefusalCode = FileFault | RejectReason;

/**
 * All words of one language. A text names its parameters in braces; a part in square brackets is left out when one of its parameters is empty.
 * A finding's text is "title | what is wrong → what to do next".
 */
export interface Catalog {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly findings: Readonly<Record<FindingCode, string>>;
  /** One sentence each, with the next step; `{detail}` names the file, sheet or limit, `{why}` the reason. */
  readonly errors: Readonly<Record<WorkbookErrorCode, string>>;
  /** Why a file is refused, as it stands within the sentence; `{count}` is a number, `{sheet}` the name of a sheet. */
  readonly reasons: Readonly<Record<ReasonCode, string>>;
  /** One sentence each, with the next step, about a file that a school returned; `{claimed}` and `{content}` name schools. */
  readonly refusals: Readonly<Record<FileRefusalCode, string>>;
  /** The names of fields; absent where the headings of the sheets are in this language. */
  readonly fields?: Readonly<Record<FieldId, string>>;
}
