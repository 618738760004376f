// What a finding is about, by content: the same after rows were moved or sheets renamed, another once the cell says something else.
import { fingerprintOf } from "../../domain/identity/row-key";
import type { SheetRow } from "../../domain/record/field";
import type { Finding } from "../../domain/record/finding";
import { cellText } from "../grid";
import { contractPrint, textIn } from "../reading/amended";
import type { SeasonBook } from "../reading/reading";

/** The rows of a book's lists by the place that a finding names. */
export function rowsByPlace({ roster }: Pick<SeasonBook, "roster">): (finding: Pick<Finding, "sheet" | "row">) => SheetRow | undefined {
  const rows = new Map(roster.rows.map((row) => [`${row.place.sheet}!${row.place.row}`, row]));
  return ({ sheet, row }) => rows.get(`${sheet}!${row}`);
}

/** Keys of the findings of a book. */
export function findingKeys(book: SeasonBook): (finding: Finding) => string {
  const rowOf = rowsByPlace(book);
  const lineOf = ({ sheet, row }: Finding) => book.sheets.find(({ name }) => name === sheet)?.grid.rows[row - 1]?.map(cellText) ?? [sheet];
  return (finding) => {
    const { rule, field, params } = finding;
    const row = rowOf(finding);
    const about = row
      ? [contractPrint(row), field === undefined ? "" : textIn(row, field)]
      : finding.row > 0
        ? lineOf(finding)
        : [finding.sheet, JSON.stringify(params)];
    return `${rule}:${fingerprintOf(JSON.stringify([field ?? "", ...about]))}`;
  };
}
