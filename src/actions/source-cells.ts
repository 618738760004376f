// Source cells: the cells of a book that sources stand in, by their A1 addresses.
import type { FieldId } from "../domain/record/field";
import type { Source } from "../domain/explaining/source";
import { cellAddress } from "../sheets/grid";
import { versionColumns } from "../sheets/lists/list-versions";
import { ownTab } from "../sheets/reading/own-table";
import type { SeasonBook } from "../sheets/reading/reading";
import { readingsOf } from "./rule-context";

/** One cell and what it adds to a figure: fen, or 1 for one that is counted. */
export interface SourceCell {
  readonly sheet: string;
  readonly cell: string;
  readonly contractNo?: string;
  readonly amount: number;
}

/** What of a source leads to its cell. */
type Placed = Pick<Source, "place" | "field" | "contractNo" | "amount">;

// What stands for a row whose own column a sheet does not have.
const standIns: readonly FieldId[] = ["contractNo", "citizenId", "name", "rowKey"];

/**
 * Finds the cells of sources in a book, in their order.
 * @param isMoney whether amounts from one cell, as for two rows of one contract, become one; cells that are counted stay one each
 */
export function sourceCells(book: SeasonBook, isMoney: boolean): (sources: readonly Placed[]) => readonly SourceCell[] {
  const readingOf = readingsOf(book);
  // Who has left the list is still named by the versions of the lists.
  const versions = ownTab(
    book.sheets.map(({ grid }) => grid),
    "list-versions",
  );
  const ofVersions = versions && versionColumns([versions]);
  const cellOf = ({ place, field }: Placed): string => {
    const columns = place.sheet === versions?.name ? ofVersions : readingOf(place.sheet, place.row)?.columns;
    const wanted = field === undefined ? standIns : [field, ...standIns];
    const column = wanted.map((one) => columns?.get(one)).find((one) => one !== undefined) ?? 0;
    return cellAddress(place.row - 1, column);
  };
  return (sources) => {
    const cells = new Map<string, SourceCell>();
    sources.forEach((source, index) => {
      const { place, contractNo, amount } = source;
      const found = { sheet: place.sheet, cell: cellOf(source), ...(contractNo === undefined ? {} : { contractNo }), amount };
      // Of one cell what is owed and what is repaid by its word stay apart.
      const key = isMoney ? [place.sheet, found.cell, contractNo, amount < 0].join("|") : String(index);
      const before = cells.get(key);
      cells.set(key, before ? { ...found, amount: before.amount + amount } : found);
    });
    return [...cells.values()];
  };
}
