// The model over two lists: an older one that comes late, and people who went from one school to another between them.
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { split } from "../../src/actions/split";
import { undo } from "../../src/actions/undo";
import { day } from "../../src/domain/values/day";
import type { Grid } from "../../src/sheets/grid";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import {
  collectInto,
  countyGrids,
  editList,
  incoming,
  MemoryBook,
  registerValues,
  type SchoolFile,
  seasonOf,
  tabRows,
  typeInto,
} from "../support/collecting";
import { RecordingFiles } from "../support/recording";
import { actions, byKey, contractsIn, county, given, play, registered, runs, wanted } from "../support/school-model";

/** The list as one of another version. */
const asVersion = (file: SchoolFile, version: number): SchoolFile => ({
  name: file.name.replace("_v1_", `_v${version}_`).replace(/^返回/, `返回v${version}_`),
  grids: file.grids.map((grid) =>
    grid.name === "_meta" ? { ...grid, rows: grid.rows.map((row) => (row[0] === "version" ? ["version", String(version)] : row)) } : grid,
  ),
});
const growing: readonly (string | undefined)[] = ["change-log", "run-journal", "notice-numbers"];
const stateOf = ({ grids }: MemoryBook) =>
  grids.filter(({ ownTab }) => !growing.includes(ownTab)).map(({ name, rows }) => ({ name, rows }));

test("an older list that comes late fills what is blank and wins nowhere: every cell on which it differs is a question; both runs are undone exactly", async () => {
  await fc.assert(
    fc.asyncProperty(county.persons, county.seed, actions, actions, async (persons, seed, now, then) => {
      const newer = play(persons, seed, now);
      const older = play(persons, seed, then);
      const book = new MemoryBook(newer.grids);
      const start = stateOf(book);
      await collectInto(
        book,
        given(newer.models).map((file) => asVersion(file, 2)),
      );
      const first = stateOf(book);
      const counted = wanted(newer.models);
      expect(byKey(registered(book.grids))).toEqual(byKey(counted));
      const { conflicts } = await collectInto(
        book,
        given(older.models).map((file) => ({ ...file, name: file.name.replace(".xlsx", "旧.xlsx") })),
      );
      const late = wanted(older.models);
      expect(byKey(registered(book.grids))).toEqual(byKey(new Map([...late, ...counted])));
      const told = new Set(
        conflicts.flatMap(({ kind, contractNo, field }) => (kind === "two-versions" ? [`${contractNo ?? ""}|${field ?? ""}`] : [])),
      );
      const differing = [...late].flatMap(([key, value]) => (counted.has(key) && counted.get(key) !== value ? [key] : []));
      expect([...told].sort()).toEqual(differing.sort());
      expect(book.grids.slice(0, newer.grids.length)).toEqual(newer.grids);
      for (const state of [first, start]) {
        if (JSON.stringify(stateOf(book)) === JSON.stringify(state)) continue;
        const season = seasonOf(book);
        await undo.run(season, { workbook: book, files: incoming([]) });
        expect(stateOf(book)).toEqual(state);
      }
    }),
    runs,
  );
});

/** The county with a person of one school on the list of another, as the centre's own list says it. */
function moved(grids: readonly Grid[], contracts: ReadonlySet<string>, to: string): readonly Grid[] {
  return grids.map((grid) => {
    const head = grid.rows.find((row) => row.includes("合同编号") && row.includes("责任学校"));
    if (grid.ownTab || !head) return grid;
    const [contract, school] = [head.indexOf("合同编号"), head.indexOf("责任学校")];
    const rows = grid.rows.map((row) =>
      contracts.has(String(row[contract])) ? Array.from(head, (_, column) => (column === school ? to : (row[column] ?? null))) : row,
    );
    return { ...grid, rows };
  });
}

/** The contracts of the person in a row of a list. */
function contractsOfPerson(file: SchoolFile, at: number): readonly string[] {
  const found: string[] = [];
  editList(file, (rows, column) => {
    const id = rows[at]?.[column("身份证号")];
    for (const row of rows) if (id && row[column("身份证号")] === id) found.push(String(row[column("合同编号")]));
  });
  return found;
}

/** The lists that a split hands out, by school; the book keeps whom it has numbered. */
async function lists(book: MemoryBook, version: number): Promise<ReadonlyMap<string, SchoolFile>> {
  const [files, on] = [new RecordingFiles(), day(version === 1 ? "2019-11-20" : "2019-11-22")];
  await split.run(seasonOf(book, on), { workbook: book, files }, { version });
  return new Map(
    files.added.flatMap(({ name, book: { sheets } }) => {
      const school = /名单_(.+)_v/.exec(name)?.[1];
      return school === undefined ? [] : [[school, { name, grids: sheets.map((sheet) => gridOfSpec(sheet, sheet.name)) }] as const];
    }),
  );
}

const entries = fc.array(fc.record({ row: fc.nat(30), note: fc.constantFrom("见到本人", "x", "家里没人") }), { maxLength: 10 });

test("who went to another school counts once, by the new school's list; what the old one still says of them is a question, in whatever order the lists come", async () => {
  await fc.assert(
    fc.asyncProperty(
      county.persons,
      county.seed,
      fc.nat(30),
      entries,
      entries,
      fc.boolean(),
      async (persons, seed, pick, old, now, isReversed) => {
        const book = new MemoryBook(countyGrids(persons, seed));
        const [from, to] = [...(await lists(book, 1))].filter(([, file]) => contractsIn(file).length >= 4);
        if (!from || !to) return;
        const all = contractsIn(from[1]);
        const gone = new Set(contractsOfPerson(from[1], pick % all.length));
        // A list most of which is another school's by now stays out as a whole.
        fc.pre(gone.size * 2 < all.length);
        book.grids = moved(book.grids, gone, to[0]);
        const filled = (file: SchoolFile, notes: typeof old) =>
          editList(file, (rows, column) => {
            for (const { row, note } of notes) {
              const cells = rows[row % rows.length];
              if (/^\w{10,}$/.test(String(cells?.[column("合同编号")] ?? ""))) cells![column("备注")] = note;
            }
          });
        const notesIn = (file: SchoolFile) => {
          const found = new Map<string, string>();
          editList(file, (rows, column) => {
            for (const row of rows) if (row[column("备注")]) found.set(String(row[column("合同编号")]), String(row[column("备注")]));
          });
          return found;
        };
        const [stale, fresh] = [filled(from[1], old), filled((await lists(book, 2)).get(to[0])!, now)];
        expect(
          contractsIn(fresh)
            .filter((contract) => gone.has(contract))
            .sort(),
        ).toEqual([...gone].sort());
        const { conflicts } = await collectInto(book, isReversed ? [fresh, stale] : [stale, fresh]);
        const kept = [...notesIn(stale)].filter(([contract]) => !gone.has(contract));
        const expected = [...kept, ...notesIn(fresh)].sort();
        const notes = () =>
          registerValues(book.grids)
            .deliveries.map(({ contractNo = "", note = "" }) => [contractNo, note])
            .sort();
        expect(notes()).toEqual(expected);
        const lost = [...notesIn(stale).keys()].filter((contract) => gone.has(contract)).sort();
        const strangers = conflicts.filter(({ kind, contractNo }) => kind === "other-school" && gone.has(contractNo ?? ""));
        expect(lost.filter((contract) => !strangers.some(({ contractNo }) => contractNo === contract))).toEqual([]);
        expect(conflicts.filter(({ kind }) => kind !== "other-school" && kind !== "row-missing")).toEqual([]);

        // Taken all the same, it fills what the new school has left blank and nothing else.
        typeInto(book, "conflicts", ({ 类型 }) => 类型 === "属于其他学校", { 决定: "采用" });
        await collectInto(book, []);
        const blank = [...notesIn(stale)].filter(([contract]) => gone.has(contract) && !notesIn(fresh).has(contract));
        const decided = new Map(notes().map(([contract, note]) => [contract, note]));
        for (const [contract, note] of blank) expect(decided.get(contract)).toBe(note);
        expect(tabRows(book, "conflicts").filter(({ 类型 }) => 类型 === "属于其他学校")).toEqual([]);
      },
    ),
    runs,
  );
});
