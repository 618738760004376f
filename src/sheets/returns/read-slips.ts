// Reading slips from a list (通知书编号[,签收人,与借款人关系,送达日期,送达人]), with headings in any order or without them in this one; under headings
// there may be 签收结果 too.
import { type FieldId, fieldTypes } from "../../domain/record/field";
import { type SlipEntry, slipFields, type SlipOutcome, type SlipValues } from "../../domain/returns/slip";
import { cellText, type Grid } from "../grid";
import { readCell } from "../reading/values/read-cell";
import { fieldOfHeading, headingKey, headingOf } from "../vocabulary/columns";
import { resultWords } from "./slip-words";

type Columns = ReadonlyMap<FieldId, number>;

const inOrder: Columns = new Map((["noticeNo", ...slipFields] as const).map((field, column) => [field, column]));

// 编号 may be anybody's numbering; on a list of slips it is the notice's.
const fieldOf = (text: string): FieldId | undefined => {
  const field = fieldOfHeading(text);
  return field === "rowKey" || headingKey(text) === headingKey(headingOf("rowKey")) ? "noticeNo" : field;
};

function headings(row: Grid["rows"][number]): Columns | undefined {
  const columns = new Map<FieldId, number>();
  for (const [column, cell] of row.entries()) {
    const field = fieldOf(cellText(cell));
    if (field && !columns.has(field)) columns.set(field, column);
  }
  return columns.has("noticeNo") ? columns : undefined;
}

const outcomes = ["proxy", "refused", "absent"] as const satisfies readonly SlipOutcome[];

// The column of what came of the letter, in a row of headings.
const resultColumn = (row: Grid["rows"][number]) => row.findIndex((cell) => cellText(cell).replace(/\s/g, "") === "签收结果");

/** What a cell under 签收结果 says; undefined where it follows from who signed. */
function outcomeOf(text: string): { readonly outcome?: SlipOutcome; readonly unread?: readonly string[] } {
  const said = text.replace(/\s/g, "");
  const outcome = outcomes.find((one) => resultWords[one] === said);
  if (outcome) return { outcome };
  return ["", "签收", "已签收", resultWords.valid, resultWords.unsaid].includes(said) ? {} : { unread: [`签收结果“${said}”`] };
}

/** The slips in a sheet; a line without a number is none. */
export function readSlips(input: string, { rows }: Pick<Grid, "rows">, seasonYear: number): readonly SlipEntry[] {
  let [columns, result] = [inOrder, -1];
  return rows.flatMap((row): SlipEntry[] => {
    const named = headings(row);
    if (named) [columns, result] = [named, resultColumn(row)];
    const number = cellText(row[columns.get("noticeNo") ?? 0]).trim();
    if (named || number === "") return [];
    const unread: string[] = [];
    const values = Object.fromEntries(
      slipFields.flatMap((field) => {
        const column = columns.get(field);
        const cell = column === undefined ? null : row[column];
        const value = readCell(field, cell, seasonYear, (issue) => {
          if (fieldTypes[field] === "day" || fieldTypes[field] === "choice") unread.push(`${headingOf(field)}“${issue.raw}”`);
        });
        if (value !== undefined) unread.splice(0, unread.length, ...unread.filter((text) => !text.startsWith(headingOf(field))));
        return value === undefined ? [] : [[field, value]];
      }),
    ) as SlipValues;
    const { outcome, unread: odd = [] } = outcomeOf(cellText(row[result]));
    return [{ input, number, values, ...(outcome ? { outcome } : {}), unread: [...unread, ...odd].map((text) => `${text}看不懂，请核对`) }];
  });
}
