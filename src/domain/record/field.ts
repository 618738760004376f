// The closed list of what a column can hold, and the one row type that every sheet of the season is read into.
import type { ChoiceCode, ChoiceField } from "./choices";
import type { Day } from "../values/day";
import type { Fen } from "../values/money";

/** What a field's value is once read. */
export type FieldType = "text" | "name" | "citizenId" | "contract" | "phone" | "money" | "day" | "month" | "count" | "choice";

/** Every field of the season with the type of its value; ids are part of the command line's contract. */
export const fieldTypes = {
  rowKey: "text",
  seq: "text",
  name: "name",
  citizenId: "citizenId",
  gender: "choice",
  contractNo: "contract",
  loanYear: "text",
  university: "text",
  loanAmount: "money",
  balance: "money",
  principal: "money",
  interest: "money",
  due: "money",
  overduePrincipal: "money",
  overdueInterest: "money",
  penalty: "money",
  waiver: "choice",
  maturity: "day",
  dueDate: "day",
  subsidyEnd: "day",
  graduation: "month",
  phone: "phone",
  coBorrowerName: "name",
  coBorrowerId: "citizenId",
  coBorrowerPhone: "phone",
  coBorrowerRelation: "text",
  address: "text",
  township: "text",
  village: "text",
  middleSchool: "text",
  school: "text",
  schoolCode: "text",
  schoolAlias: "text",
  schoolType: "text",
  liaison: "name",
  liaisonPhone: "phone",
  headmaster: "name",
  leader: "name",
  leaderPhone: "phone",
  contact: "name",
  contactPhone: "phone",
  channel: "choice",
  alipayAccount: "text",
  repaymentStatus: "choice",
  repaidOn: "day",
  repaidPrincipal: "money",
  repaidInterest: "money",
  repaid: "money",
  deductionResult: "choice",
  batch: "text",
  paymentKind: "choice",
  deliveredOn: "day",
  deliveryMethod: "choice",
  signedBy: "name",
  signerRelation: "choice",
  deliveredBy: "name",
  visitCount: "count",
  visitedOn: "day",
  visitor: "name",
  metWith: "text",
  visitResult: "text",
  promisedOn: "day",
  exceptionKind: "choice",
  exceptionNote: "text",
  note: "text",
  noticeNo: "text",
  contactHint: "text",
  source: "text",
  recordedOn: "day",
} as const satisfies Record<string, FieldType> & Record<ChoiceField, "choice">;

/** The permanent id of a field. */
export type FieldId = keyof typeof fieldTypes;

type ValueIn<T extends FieldType> = T extends "money" ? Fen : T extends "day" ? Day : T extends "count" ? number : string;
type ValueOf<F extends FieldId> = F extends ChoiceField ? ChoiceCode<F> : ValueIn<(typeof fieldTypes)[F]>;

/** The value that each field has once read. Choices are codes (see `choiceCodes`), months are `YYYY-MM`, everything else is trimmed text. */
export type FieldValues = { readonly [F in FieldId]?: ValueOf<F> };

/** Some of a row's values, whatever their types: what was entered. */
export type Entered = Readonly<Partial<Record<FieldId, string | number>>>;

/** The fields that hold money. */
export type MoneyField = { [F in FieldId]: (typeof fieldTypes)[F] extends "money" ? F : never }[FieldId];

const longest: { readonly [T in FieldType]?: number } = { name: 50, contract: 40, phone: 100, text: 100 };
const longTexts: { readonly [F in FieldId]?: number } = { address: 200, note: 2000, exceptionNote: 2000, visitResult: 2000 };

/** How many characters the text of a field may have before it is an error of the file rather than somebody's words. */
export const longestText = Object.fromEntries(
  Object.entries(fieldTypes).map(([field, type]) => [field, longTexts[field as FieldId] ?? longest[type] ?? Infinity]),
) as Readonly<Record<FieldId, number>>;

/** Where a row stands: the sheet's name and the row as the user counts it (1 is the top row). */
export interface RowPlace {
  readonly sheet: string;
  readonly row: number;
}

/** What was noticed while a cell was read; the reading rules decide what each means. */
export type ReadingIssueKind =
  | "digits-lost" // a long number was stored as a number (or as 6.1E+17): its last digits are gone
  | "stored-as-number" // a short number that should be text
  | "stray-characters" // spaces, apostrophes, dashes, labels around the value
  | "full-width" // ０１２Ｘ
  | "lower-case-x"
  | "look-alike-x" // * × Х Χ in place of X
  | "masked" // 610526********0012
  | "error-value" // #REF!, #N/A
  | "uncalculated" // a formula whose result the file does not hold
  | "unreadable"
  | "text-amount" // an amount written as text but readable
  | "ten-thousand" // 1.2万
  | "capital-amount" // 壹仟元
  | "fraction-of-fen"
  | "blank-mark" // - / 无 in a money cell
  | "yearless-day"
  | "two-digit-year"
  | "text-day"
  | "several-values" // two phones in one cell
  | "no-number" // 空号, 停机, 无
  | "unknown-word" // a status that is on no list
  | "too-long" // a text that no list, letter or slip has room for
  | "unsafe-text"; // begins with = + - @: would be a formula elsewhere

/** One thing noticed while reading a cell, with the cell's own text and, where there is an evident one, a proposed spelling. */
export interface ReadingIssue {
  readonly field: FieldId;
  readonly kind: ReadingIssueKind;
  readonly raw: string;
  readonly proposal?: string;
}

/** One row of a recognised sheet: its place, its readable values, and what was noticed. A field without a value was blank, absent or unreadable. */
export interface SheetRow {
  readonly place: RowPlace;
  readonly values: FieldValues;
  readonly issues: readonly ReadingIssue[];
  /** What the sheet itself says of the fields that the centre has corrected (更正); a field whose cell is blank or unreadable is undefined. */
  readonly original?: FieldValues;
}
