// The invented county's workbook as it really arrives: every known way in which such books are broken, each place noted.
import { countyTitle } from "./book";
import type { BookSpec, SheetSpec } from "../sheets/writing/spec";
import { citizenIds } from "./citizen-ids";
import { dice } from "./dice";
import type { LaidOut, Planted } from "./draft";
import { messyBank } from "./messy-bank";
import { messyList } from "./messy-list";
import { emptySheet, messyTwoTables, messyUnitSheet } from "./messy-part-sheets";
import { messyTownSheet } from "./messy-town-sheet";
import type { County, SamplePerson } from "./records";
import { contactSheet, jurisdictionSheet } from "./school-sheets";
import { settingsSheet } from "./settings-sheet";

/** The townships that keep sheets of their own; everybody else stands in 应还名单. */
const townSheet = "苏坊镇";
const unitSheet = "龙池镇";
const twoTables = ["龙阳镇", "椿林镇"] as const;

/** Townships that stand several times below each other in 附件2 are merged there, as offices do it. */
function mergedTerritories(plain: SheetSpec): LaidOut {
  const merges: { top: number; left: number; bottom: number; right: number }[] = [];
  const planted: Planted[] = [];
  const rows = plain.rows.map((row, index) => {
    const before = plain.rows[index - 1]?.[0];
    if (index < 2 || row[0] === null || row[0] !== before) return row;
    const open = merges.at(-1);
    if (open?.bottom === index - 1) merges[merges.length - 1] = { ...open, bottom: index };
    else {
      merges.push({ top: index - 1, left: 0, bottom: index, right: 0 });
      planted.push({
        code: "D9",
        sheet: plain.name,
        row: index,
        cell: `A${index}`,
        field: "township",
        what: "纵向合并的乡镇",
        severity: "info",
      });
    }
    return [null, ...row.slice(1)];
  });
  return { spec: { ...plain, rows, merges }, planted };
}

/**
 * The county's workbook with breaks D1–D34 and D48–D50 planted, and the list of what was planted where. Rows without a planted break are
 * sound, and 设置 keeps the true control totals. From about 1,000 persons on every kind occurs; a smaller county holds as many as fit.
 */
export function messyBook(county: County): { readonly book: BookSpec; readonly planted: readonly Planted[] } {
  const luck = dice(county.seed + 1);
  const homeOf = ({ handSchool, township }: SamplePerson): string => (handSchool === "" ? township : "");
  const from = (township: string): readonly SamplePerson[] => county.persons.filter((person) => homeOf(person) === township);
  const apart = new Set<string>([townSheet, unitSheet, ...twoTables]);
  const listed = county.persons.filter((person) => !apart.has(homeOf(person)));
  const sheets: readonly LaidOut[] = [
    { spec: settingsSheet(county.totals), planted: [] },
    messyList(listed, luck),
    messyTownSheet(townSheet, from(townSheet)),
    messyUnitSheet(unitSheet, from(unitSheet)),
    messyTwoTables(twoTables.map((township) => [township, from(township)] as const)),
    mergedTerritories(jurisdictionSheet(county)),
    { spec: contactSheet(county), planted: [] },
    ...messyBank(county, luck, citizenIds(luck)),
    emptySheet("Sheet2"),
    emptySheet("Sheet3"),
  ];
  return { book: { title: countyTitle, sheets: sheets.map(({ spec }) => spec) }, planted: sheets.flatMap(({ planted }) => planted) };
}
