// Who went from one school to another between two versions of the lists, as the tab 转入转出 keeps it.
import { contractIdentity } from "../domain/identity/keys";
import type { PersonReports } from "../domain/identity/report";
import { registerIds } from "../domain/record/registers";
import { type ListChange, transfersIn } from "../domain/standing/list-change";
import type { Edition } from "../sheets/lists/dispatches";
import { basisName, reportedReason, type TransferLine, transferLines, transfersSheet, withTransfers } from "../sheets/lists/transfers";
import type { SheetSpec } from "../sheets/writing/spec";
import type { OpenSeason } from "./season";

const notesOf = (reports: PersonReports | undefined) =>
  registerIds.flatMap((register) => (reports?.[register] ?? []).flatMap(({ row }) => [row.values.note, row.values.exceptionNote]));

/** The tab after lists were made; undefined when nobody has ever gone anywhere. */
export function transferTab(of: OpenSeason, changes: readonly ListChange[], edition: Edition): SheetSpec | undefined {
  const { index, divided, placeDecisions, reports, grids } = of;
  const moved = new Map(transfersIn(changes).map((transfer) => [transfer.person, transfer]));
  const news = divided.flatMap((assignment): TransferLine[] => {
    const { person } = assignment;
    const transfer = moved.size > 0 ? moved.get(index.prints.of(person.key)) : undefined;
    if (!transfer || !assignment.school) return [];
    const isDecided = person.loans.some((loan) => placeDecisions.has(contractIdentity(loan)));
    return [
      {
        ...edition,
        number: index.numberOf(person),
        name: person.name,
        from: transfer.from,
        to: transfer.to,
        basis: basisName(isDecided ? "decision" : assignment.by),
        reason: reportedReason(notesOf(reports.byPerson.get(person.key))),
      },
    ];
  });
  const { schoolOrder: order } = of;
  news.sort((a, b) => order(a.to as never, b.to as never) || (a.number < b.number ? -1 : 1));
  const lines = withTransfers(grids, news, edition.version);
  return lines.length > 0 || transferLines(grids).length > 0 ? transfersSheet(lines) : undefined;
}
