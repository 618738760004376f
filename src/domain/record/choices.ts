// Choices: the codes of every closed list, in the order of its drop-down; the words for them stand in the sheets.

/** The codes of every field that has a closed list. */
export const choiceCodes = {
  gender: ["male", "female"],
  channel: ["alipay", "bank-card", "pos", "other", "unknown"],
  waiver: ["interest", "debt", "none"],
  deductionResult: ["success", "partial", "insufficient", "failed", "reversed", "pending"],
  paymentKind: ["early", "deduction"],
  deliveryMethod: ["visit", "school", "mail", "message", "village", "posted", "failed"],
  signerRelation: ["self", "father", "mother", "parent", "spouse", "relative", "official", "other"],
  repaymentStatus: ["unpaid", "paid", "deposited", "partial", "promised", "unreachable"],
  exceptionKind: [
    "deceased",
    "missing",
    "illness",
    "imprisoned",
    "enlisted",
    "studying",
    "abroad",
    "unreachable",
    "moved",
    "hardship",
    "refusing",
    "not-borrower",
    "paid-not-shown",
    "early-applied",
    "other",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A field that has a closed list. */
export type ChoiceField = keyof typeof choiceCodes;

/** A code of that field's list; of any list when no field is given. */
export type ChoiceCode<F extends ChoiceField = ChoiceField> = (typeof choiceCodes)[F][number];

/** A special case (特殊情况). */
export type ExceptionKind = ChoiceCode<"exceptionKind">;

/** What a school says of a repayment (还款状态). */
export type RepaymentStatus = ChoiceCode<"repaymentStatus">;
