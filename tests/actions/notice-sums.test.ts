// Random counties: everybody on the list gets a letter or stands among the withheld, never both, and what the letters ask for is what the list says.
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { notices } from "../../src/actions/notices";
import { OpenSeason } from "../../src/actions/season";
import { dueOf } from "../../src/domain/bank/repayment";
import { type Fen, sumFen } from "../../src/domain/values/money";
import { day } from "../../src/domain/values/day";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { messyBook } from "../../src/sample/messy";
import { pageCount } from "../../src/sheets/notices/notice";
import type { CellOut, SheetSpec } from "../../src/sheets/writing/spec";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { RecordingFiles, RecordingWorkbook } from "../support/recording";

const isMoney = (cell: CellOut | undefined): cell is { readonly fen: Fen } => cell !== null && typeof cell === "object" && "fen" in cell;

/** The totals that letters print (合计), in the order of the pages. */
function totalsOn(sheets: readonly SheetSpec[]): readonly Fen[] {
  return sheets.flatMap(({ rows }) => rows.filter(([head]) => head === "合　计（元）").map((row) => row.filter(isMoney).at(-1)!.fen));
}

test("letters and withheld are together all persons, and their sums the list's, to the cent", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        persons: fc.integer({ min: 1, max: 60 }),
        seed: fc.integer({ min: 1, max: 9999 }),
        isMessy: fc.boolean(),
        on: fc.constantFrom("2019-11-25", "2019-12-11", "2019-12-26"),
      }),
      async ({ persons, seed, isMessy, on }) => {
        const county = sampleCounty({ persons, seed });
        const { sheets } = isMessy ? messyBook(county).book : countyBook(county);
        const workbook = new RecordingWorkbook(sheets.map((spec) => gridOfSpec(spec, spec.name)));
        const files = new RecordingFiles();
        const season = await OpenSeason.open(workbook, { clock: day(on), today: day(on) });
        const outcome = await notices.run(season, { workbook, files });
        const { roster } = season.book;
        expect(outcome.notices + outcome.withheld.length).toBe(roster.persons.length);

        const standings = [...season.standingsOn(day(on)).values()];
        const schools = new Map(season.divided.map(({ person, school }) => [person.key, school]));
        const asked = standings.filter(({ person, stop }) => stop === undefined && schools.get(person.key));
        const papers = files.added.flatMap(({ book }) => book.sheets.filter(({ tab }) => /^notices(?::\d+)?$/.test(tab)));
        const printed = totalsOn(papers);
        expect([printed.length, pageCount(papers)]).toEqual(papers.length === 0 ? [0, 0] : [asked.length, asked.length]);
        expect(outcome.notices).toBe(asked.length);
        const listed = asked.map(({ person }) => sumFen(person.loans.map(dueOf)));
        expect([...printed].sort()).toEqual([...listed].sort());
      },
    ),
    { numRuns: 25 },
  );
});
