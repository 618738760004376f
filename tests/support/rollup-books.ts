// Books of an invented season as roll-ups are drawn from them: four schools, two liaisons, and whatever rows a test gives.
import { OpenSeason } from "../../src/actions/season";
import { day } from "../../src/domain/values/day";
import type { SheetRow } from "../../src/domain/record/field";
import type { School } from "../../src/domain/places/jurisdiction";
import { fen } from "../../src/domain/values/money";
import { seasonDates } from "../../src/domain/record/season";
import type { SeasonBook } from "../../src/sheets/reading/reading";
import type { Grid } from "../../src/sheets/grid";
import { assign, rosterOf, school } from "./season-rows";

/** The day of the office. */
export const asOf = day("2019-12-11");

/** The schools of the table; nobody looks after the last one. */
export const schools = [
  school("罕井镇中心校", "01", "包联甲"),
  school("孙镇中心校", "02", "包联乙"),
  school("蒲城中学", "03", "包联甲"),
  school("桥陵镇中心校", "04"),
];

/** What stands in a book. */
export interface Given {
  readonly loans: readonly SheetRow[];
  readonly payments?: readonly SheetRow[];
  readonly registers?: Partial<SeasonBook["registers"]>;
  readonly grids?: readonly Grid[];
}

/** The book on a day. */
export function bookOf({ loans, payments = [], registers = {}, grids = [] }: Given, today = asOf): SeasonBook {
  const roster = rosterOf(...loans);
  return {
    sheets: grids.map((grid) => ({
      grid,
      name: grid.name,
      kind: "own",
      headerRow: 0,
      columns: new Map(),
      headings: new Map(),
      rows: [],
      ignored: [],
      printedTotals: [],
      layout: [],
    })),
    season: {
      county: "蒲城县",
      office: "蒲城县学生资助管理中心",
      documentNo: "",
      hotline: "",
      year: 2019,
      today,
      dates: seasonDates(2019),
      control: { persons: 8, due: fen(500000) },
      countyCodes: ["610526", "612128"],
      texts: new Map(),
    },
    roster,
    jurisdictions: { schools, territories: [], placeKey: (_, text) => text, isAlike: () => false },
    contacts: [],
    payments,
    registers: { deliveries: [], claims: [], visits: [], exceptions: [], ...registers },
  };
}

/** The season in a book whose n-th person is of the school chosen. */
export const seasonOf = (book: SeasonBook, choose: (index: number) => School | undefined) =>
  new OpenSeason(book, { assignments: assign(book.roster, choose), held: new Set() });
