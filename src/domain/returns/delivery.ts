// Delivery (送达): whether the notice reached the borrower's family, by what the schools report.
import type { Day } from "../values/day";
import type { ChoiceCode } from "../record/choices";
import type { FieldValues, SheetRow } from "../record/field";
import type { Person } from "../record/person";
import type { Report } from "../identity/report";

/** Delivery of the notice: validly (borrower or parent signed), through somebody else (代签), or not. */
export type Delivery = "valid" | "proxy" | "none";

const validSigners: ReadonlySet<ChoiceCode<"signerRelation">> = new Set(["self", "father", "mother", "parent"]);

/**
 * Whether it is the borrower or a parent who signed (docs/requirements.md R20); undefined where nobody did. The co-borrower is a parent in nearly all
 * contracts, and the drop-down counts one as a parent too; so a signer who is named without a relation is one when it is the borrower or the
 * co-borrower by name.
 */
export function isFamilySigner(
  { signedBy, signerRelation }: Pick<FieldValues, "signedBy" | "signerRelation">,
  person: Person | undefined,
): boolean | undefined {
  if (signerRelation !== undefined) return validSigners.has(signerRelation);
  if (signedBy === undefined) return undefined;
  return person?.loans.some(({ values }) => signedBy === values.name || signedBy === values.coBorrowerName) ?? false;
}

/** What one report of a delivery comes to on the as-of day. */
export function deliveryOf(row: SheetRow, person: Person, asOf: Day): Delivery {
  const { deliveredOn, deliveryMethod } = row.values;
  if (deliveredOn === undefined || deliveredOn > asOf || deliveryMethod === "failed" || deliveryMethod === "posted") return "none";
  const isFamily = isFamilySigner(row.values, person);
  if (isFamily === undefined) return "none";
  return isFamily ? "valid" : "proxy";
}

const byStrength = ["valid", "proxy"] as const satisfies readonly Delivery[];

/** The row by which a notice counts as delivered to a person up to the as-of day: the first valid one, else the first 代签; undefined without any. */
export function strongestRow(deliveries: readonly Report[], person: Person, asOf: Day): SheetRow | undefined {
  return byStrength.flatMap((kind) => deliveries.find(({ row }) => deliveryOf(row, person, asOf) === kind)?.row ?? [])[0];
}

/** The best of all deliveries reported on a person up to the as-of day: one valid delivery is enough, whichever contract it stands at. */
export function strongestDelivery(deliveries: readonly Report[], person: Person, asOf: Day): Delivery {
  const row = strongestRow(deliveries, person, asOf);
  return row ? deliveryOf(row, person, asOf) : "none";
}
