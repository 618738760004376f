// Report sources: the row of a register, or of the list, on which it rests that a person is counted among the delivered, the claiming, the special cases.
import type { ExceptionKind, RepaymentStatus } from "../record/choices";
import type { FieldId, SheetRow } from "../record/field";
import type { Day } from "../values/day";
import { deliveryOf } from "../returns/delivery";
import type { PersonReports, Report } from "../identity/report";
import type { Person } from "../record/person";
import type { Measure } from "../standing/tally";
import type { Standing } from "../standing/standing";
import { type Source, sourceIn } from "./source";

/** The figures that count a person for what stands in one row. */
export type ReportedMeasure = Extract<
  Measure,
  "reported" | "delivered" | "proxy" | "personsClaimed" | "personsDeposited" | "personsPromised" | "exceptions" | "unreachable" | "visited"
>;

/** One person with what was reported by a day. */
export interface Told {
  readonly standing: Standing;
  readonly reports: PersonReports;
  readonly asOf: Day;
}

const upTo =
  (field: "repaidOn" | "visitedOn", asOf: Day) =>
  ({ row }: Report): boolean =>
    (row.values[field] ?? asOf) <= asOf;

/** What schools said of money by the day. */
export function claimsBy({ reports, asOf }: Told): readonly Report[] {
  return reports.claims.filter(upTo("repaidOn", asOf));
}

/** The visits by the day. */
export function visitsBy({ reports, asOf }: Told): readonly Report[] {
  return reports.visits.filter(upTo("visitedOn", asOf));
}

function first(rows: readonly (Report | SheetRow)[], field: FieldId, holds: (row: SheetRow) => boolean): Source | undefined {
  const found = rows.map((one) => ("row" in one ? one.row : one)).find(holds);
  return found && sourceIn(found, field, 1);
}

const withStatus = (told: Told, codes: readonly RepaymentStatus[]) =>
  first(claimsBy(told), "repaymentStatus", ({ values }) => values.repaymentStatus !== undefined && codes.includes(values.repaymentStatus));

const withKind = ({ reports, standing }: Told, kind: ExceptionKind | undefined) =>
  first(
    [...reports.exceptions, ...standing.person.loans],
    "exceptionKind",
    ({ values }) => kind !== undefined && values.exceptionKind === kind,
  );

// The earliest delivery that is good enough, which is the one that made the person count.
function delivery({ reports, standing: { person }, asOf }: Told, wanted: "valid" | "proxy"): Source | undefined {
  const good = reports.deliveries.map(({ row }) => row).filter((row) => deliveryOf(row, person, asOf) === wanted);
  const row = good.reduce<SheetRow | undefined>((earliest, one) => {
    return earliest && (earliest.values.deliveredOn ?? "") <= (one.values.deliveredOn ?? "") ? earliest : one;
  }, undefined);
  const on = row?.values.deliveredOn;
  return row && { ...sourceIn(row, "deliveredOn", 1), ...(on === undefined ? {} : { on, cause: "delivered" as const }) };
}

/** How each of these figures finds the row for which a person is counted. */
export const reportedIn: Readonly<Record<ReportedMeasure, (told: Told) => Source | undefined>> = {
  reported: (told) =>
    first(told.reports.deliveries, "deliveredOn", () => true) ??
    first(claimsBy(told), "repaymentStatus", () => true) ??
    first(visitsBy(told), "visitedOn", () => true) ??
    first(told.reports.exceptions, "exceptionKind", () => true),
  delivered: (told) => delivery(told, "valid"),
  proxy: (told) => delivery(told, "proxy"),
  personsClaimed: (told) => withStatus(told, ["paid", "partial"]),
  personsDeposited: (told) => withStatus(told, ["deposited"]),
  personsPromised: (told) =>
    withStatus(told, ["promised"]) ?? first(visitsBy(told), "promisedOn", ({ values }) => values.promisedOn !== undefined),
  exceptions: (told) => withKind(told, told.standing.exceptionKind),
  unreachable: (told) => withStatus(told, ["unreachable"]) ?? withKind(told, "unreachable"),
  visited: (told) => first(visitsBy(told), "visitedOn", () => true),
};

/** The cell by which a person stands in the list: that of the ID number in the first row, else of the name. */
export function personCell({ loans }: Person): Source {
  const [row] = loans;
  if (!row) throw new RangeError("a person without a row");
  const hasId = row.values.citizenId !== undefined || row.issues.some(({ field }) => field === "citizenId");
  return sourceIn(row, hasId ? "citizenId" : "name", 1);
}
