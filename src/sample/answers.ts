// School answers: a school's workbook filled in the way schools do it, for showing and testing what comes back.
import { addDays, type Day, day } from "../domain/values/day";
import type { FieldId } from "../domain/record/field";
import { choiceLabel } from "../sheets/vocabulary/choices";
import { fieldOfHeading } from "../sheets/vocabulary/columns";
import type { BookSpec, CellOut, SheetSpec } from "../sheets/writing/spec";
import { type Dice, dice } from "./dice";

type Filled = Partial<Record<FieldId, CellOut>>;

const teachers = ["白建国", "任玉兰", "杜晓宁", "樊志远"] as const;
const signers = [
  ["self", 30],
  ["father", 32],
  ["mother", 24],
  ["relative", 6],
  ["official", 3],
] as const;

/**
 * The workbook as a school hands it back: most people served, some special cases, a few words that are on no list; deterministic.
 * @param diligence how many of a thousand families the school has reached
 */
export function answeredBook(
  book: BookSpec,
  options: { readonly seed: number; readonly diligence: number; readonly from: string },
): BookSpec {
  const throws = dice(options.seed);
  return {
    ...book,
    sheets: book.sheets.map((sheet) =>
      sheet.tab === "school-list" ? answeredList(sheet, throws, options.diligence, day(options.from)) : sheet,
    ),
  };
}

function answeredList(sheet: SheetSpec, throws: Dice, diligence: number, from: Day): SheetSpec {
  const heading = sheet.rows.findIndex((row) => row.some((cell) => cell === "送达日期"));
  const columns = new Map((sheet.rows[heading] ?? []).map((cell, column) => [fieldOfHeading(String(cell)), column] as const));
  const contract = columns.get("contractNo") ?? 0;
  const name = columns.get("name") ?? 0;
  const filledByPerson = new Map<string, Filled>();
  const rows = sheet.rows.map((row, index) => {
    if (index <= heading || typeof row[contract] !== "string" || row[contract] === "") return row;
    const person = String(row[columns.get("citizenId") ?? 0]);
    const filled = filledByPerson.get(person) ?? answer(String(row[name]), throws, diligence, from);
    filledByPerson.set(person, filled);
    const cells = [...row];
    for (const [field, value] of Object.entries(filled) as [FieldId, CellOut][]) {
      const column = columns.get(field);
      if (column !== undefined && value !== undefined) cells[column] = value;
    }
    return cells;
  });
  return { ...sheet, rows };
}

function answer(name: string, throws: Dice, diligence: number, from: Day): Filled {
  if (!throws.chance(diligence)) return throws.chance(200) ? { repaymentStatus: "失联", note: "电话停机，邻居称外出务工" } : {};
  const relation = throws.weigh(signers);
  const label = choiceLabel("signerRelation", relation);
  const served: Filled = {
    deliveredOn: { day: addDays(from, throws.between(0, 4)) },
    deliveryMethod: throws.pick(["入户送达", "入户送达", "学校约见", "微信确认"]),
    signedBy: relation === "self" ? name : `${name.slice(0, 1)}${throws.pick(["建军", "秀梅", "志强", "淑琴"])}`,
    signerRelation: label,
    deliveredBy: throws.pick(teachers),
  };
  if (throws.chance(25)) {
    const [kind, note] = throws.pick([
      ["经济困难", "父亲患病住院，家庭收入减少，申请延后"],
      ["现役军人", "2018年9月入伍，现在部队服役"],
      ["续学未变更", "已升学读研，就学信息未变更"],
      ["全家外迁", "全家迁往西安，已电话告知"],
    ] as const);
    return { ...served, exceptionKind: kind, exceptionNote: note };
  }
  const status = throws.weigh([
    ["未还", 40],
    ["已还", 25],
    ["已存待扣", 20],
    ["承诺还款", 10],
    [null, 5],
  ] as const);
  return { ...served, repaymentStatus: status };
}
