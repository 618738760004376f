// Treating findings (处理问题): proposals that the centre accepts go into 更正, what it wants to hear no more of into 忽略问题; the list itself stays as it is.
import { contractIdentity } from "../domain/identity/keys";
import type { Finding } from "../domain/record/finding";
import { dismissal, dismissedSheet, isDismissible } from "../sheets/checking/dismissed";
import { findingKeys, rowsByPlace } from "../sheets/checking/finding-key";
import { logOf } from "../sheets/checking/change-log";
import { treatSource, treatSummary } from "../sheets/checking/treat-words";
import { readCell } from "../sheets/reading/values/read-cell";
import { type Amendment, amendmentsIn, amendmentsSheet, withAmendments } from "../sheets/returns/amendments";
import { amended } from "./rulings";
import type { OpenSeason } from "./season";
import type { Ports } from "./workbook";
import { writeRun } from "./write-run";

/** What is to be done with findings, named by their keys. */
export interface Treatment {
  readonly accept: readonly string[];
  readonly dismiss: readonly string[];
  /** Why the latter are dismissed; without a reason none is. */
  readonly reason: string;
}

/** What was done; findings that are gone meanwhile count in neither. */
export interface Treated {
  readonly accepted: number;
  readonly dismissed: number;
}

/** The findings of a season with their keys, and for those that propose something, what accepting would write. */
export function treatable(
  of: OpenSeason,
): (finding: Finding) => { readonly key: string; readonly repair?: Amendment; readonly raw?: string } {
  const keyOf = findingKeys(of.book);
  const rowOf = rowsByPlace(of.book);
  return (finding) => {
    const { field, proposal, sheet, cell } = finding;
    const row = field === undefined || proposal === undefined ? undefined : rowOf(finding);
    const contract = row && of.contracts.contracts.get(contractIdentity(row));
    const key = keyOf(finding);
    // A row that repeats another is no contract of its own.
    if (!contract || contract.row !== row || field === undefined || proposal === undefined) return { key };
    if (readCell(field, proposal, of.book.season.year, () => undefined) === undefined) return { key };
    const raw = row.issues.find((issue) => issue.field === field)?.raw;
    const note = raw === undefined ? "" : treatSource.written(raw);
    const repair = {
      ...amended(of, contract, field),
      to: proposal,
      source: treatSource.from(sheet, cell),
      approval: "adopt" as const,
      note,
    };
    return { key, repair, ...(raw === undefined ? {} : { raw }) };
  };
}

/** Writes what was decided about findings, in one go that 撤销 takes back; decided again, it changes nothing. */
export async function treat(
  of: OpenSeason,
  { log = logOf(of.book), ...ports }: Ports,
  { accept, dismiss, reason }: Treatment,
): Promise<Treated> {
  const { grids, today: on, findings } = of;
  const about = treatable(of);
  const wanted = { accept: new Set(accept), dismiss: new Set(reason.trim() === "" ? [] : dismiss) };
  const found = findings.map((finding) => ({ finding, ...about(finding) }));
  const repairs = found.flatMap(({ key, repair }) => (repair && wanted.accept.has(key) ? [repair] : []));
  const waved = found.filter(({ key, finding }) => wanted.dismiss.has(key) && isDismissible(finding));
  const treated: Treated = { accepted: repairs.length, dismissed: waved.length };
  if (treated.accepted + treated.dismissed === 0) return treated;
  const lines = waved.map(({ finding, key }) => dismissal(finding, key, { on, reason: reason.trim() }));
  await writeRun(of, ports, { command: "treat" }, [
    ...(repairs.length > 0 ? [amendmentsSheet(withAmendments(amendmentsIn(grids), repairs))] : []),
    ...(lines.length > 0 ? [dismissedSheet(grids, lines)] : []),
    log.add({ on, ...treatSummary(treated) }),
  ]);
  return treated;
}
