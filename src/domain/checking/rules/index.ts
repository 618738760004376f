// The registry of all rules over rows, in report order.
import { amountRules } from "./amounts";
import { batchRules } from "./batches";
import { claimRules } from "./claims";
import { contactRules } from "./contact";
import { dateRules } from "./dates";
import { deliveryRules } from "./delivery";
import { graceRules } from "./grace";
import { identityRules } from "./identity";
import { jurisdictionRules } from "./jurisdiction";
import { paymentRules } from "./payments";
import { readingRules } from "./reading";
import { rosterRules } from "./roster";
import { waiverRules } from "./waivers";

/** Every rule, in the order in which findings of one row are reported. */
export const rules = [
  ...readingRules,
  ...identityRules,
  ...rosterRules,
  ...amountRules,
  ...waiverRules,
  ...dateRules,
  ...graceRules,
  ...contactRules,
  ...jurisdictionRules,
  ...deliveryRules,
  ...claimRules,
  ...paymentRules,
  ...batchRules,
] as const;

/** The permanent code of a rule. */
export type RuleCode = (typeof rules)[number]["code"];
