// Random returns of fix-it files against what was asked: nothing changes but what was asked and answered there, and no answer is lost silently.
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { contractsByNumber, judgeFix, takeFixes } from "../../src/actions/take-fixes";
import type { FieldId } from "../../src/domain/record/field";
import { fixAnswersIn } from "../../src/sheets/fixing/fix-sheet";
import type { CellValue } from "../../src/sheets/grid";
import { amendedRows } from "../../src/sheets/reading/amended";
import { amendmentsSheet } from "../../src/sheets/returns/amendments";
import { headingOf } from "../../src/sheets/vocabulary/columns";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { collectInto, fillList, MemoryBook, schoolFiles, seasonOf } from "../support/collecting";
import { doubtful, fileOf, fixIn, questionsIn } from "../support/fixing";

const grids = doubtful();
const book = new MemoryBook(grids);
// Entries that nobody could take are asked again, beside the doubtful facts of the list.
await collectInto(
  book,
  [...schoolFiles(grids).values()]
    .filter(({ grids: [, list] }) => (list?.rows.length ?? 0) > 8)
    .map((list) => fillList(list, { 0: { 送达日期: "2019-11-31", 实还合计: "约一千" }, 2: { 还款日期: "没还" } })),
);
const of = seasonOf(book);
const files = (await fixIn(book)).books.map(fileOf).filter((file) => questionsIn(file).length > 2);
const contractOf = contractsByNumber(of);
const context = {
  index: of.contracts,
  today: of.today,
  seasonYear: of.book.season.year,
  knownPrints: new Set<string>(),
  meaningOf: () => undefined,
};
const before = of.book.roster.rows;

const headings = (files[0]?.grids[0]?.rows[2] ?? []).map(String);
const at = (heading: string) => headings.indexOf(heading);
const answerAt = at("更正为");
const locked = ["姓名", "身份证号", "合同编号", "项目", "现在的内容", "题号", "校验"].map(at);
type Cells = readonly (CellValue | undefined)[];
const sealOf = (row: Cells) => JSON.stringify(locked.map((column) => row[column] ?? null));
const original = new Map(files.flatMap((file) => file.grids[0]!.rows.slice(3, -1).map((row) => [sealOf(row), row] as const)));

const value = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom<CellValue>("13912345678", "0913-8212345", "13812345678/13912345679", "2019-11-30", "1,020.50", 300),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<CellValue>("610526199403150018", "610526197001011234", "王建民", "无", "=1+1", "", "  ", "2019-11-31"),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);
const edit = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("answer" as const), row: fc.nat(40), value }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("cell" as const), row: fc.nat(40), column: fc.nat(10), value }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("copy" as const, "delete" as const), row: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("turn" as const), column: fc.nat(10) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reverse" as const) }) },
);
type Edit = { readonly do: string; readonly row?: number; readonly column?: number; readonly value?: CellValue };

function edited(rows: readonly Cells[], edits: readonly Edit[]): readonly Cells[] {
  return edits.reduce<readonly Cells[]>((now, { do: what, row = 0, column = 0, value: written = null }) => {
    if (now.length === 0) return now;
    const place = row % now.length;
    const put = (to: number) =>
      now.map((cells, index) => (index === place ? headings.map((_, own) => (own === to ? written : (cells[own] ?? null))) : cells));
    switch (what) {
      case "answer":
        return put(answerAt);
      case "cell":
        return put(column);
      case "copy":
        return [...now, now[place]!];
      case "delete":
        return now.filter((_, index) => index !== place);
      case "turn":
        return now.map((cells, index) =>
          headings.map((_, own) => (own === column ? now[(index + 1) % now.length]![own] : cells[own]) ?? null),
        );
      default:
        return [...now].reverse();
    }
  }, rows);
}

const isSaid = (cell: CellValue | undefined) => cell !== null && cell !== undefined && String(cell).trim() !== "";
const returned = fc.record({
  file: fc.nat(files.length - 1),
  edits: fc.array(edit, { minLength: 1, maxLength: 10 }),
  isRenamed: fc.boolean(),
});
const runs = { numRuns: Number(process.env["FIX_RETURNS"] ?? 400) };

test("a fix-it file changes nothing but what it asked: every change is an answer beside its own question, and every other answer is told", () => {
  expect(files.length).toBeGreaterThan(2);
  fc.assert(
    fc.property(fc.array(returned, { minLength: 1, maxLength: 3 }), (all) => {
      const given = all.map(({ file, edits, isRenamed }, index) => {
        const { name, grids: sheets } = files[file]!;
        const sheet = sheets[0]!;
        const rows = edited(sheet.rows.slice(3, -1), edits);
        const grid = { ...sheet, rows: [...sheet.rows.slice(0, 3), ...rows.map((row) => row.map((cell) => cell ?? null))] };
        return { name: isRenamed ? `返回${index}.xlsx` : `${index}${name}`, rows, grid };
      });
      const read = given.map(({ name, grid }) => judgeFix(name, fixAnswersIn([grid]) ?? [], context, contractOf));
      const { amendments, reports, conflicts } = takeFixes(of, read, { context, contractOf, known: [] });

      // What was answered beside an untouched question, by contract and item: nothing else may change.
      const answers = given.flatMap(({ rows }) => rows.filter((row) => isSaid(row[answerAt])));
      const fair = answers.flatMap((row) =>
        original.has(sealOf(row)) ? [`${String(row[at("合同编号")])}|${String(row[at("项目")])}`] : [],
      );
      const asked = new Set(fair);
      const changed = [
        ...amendments.map(({ contractNo, field }) => `${contractNo}|${headingOf(field)}`),
        ...reports.flatMap(({ contract, cells }) =>
          Object.keys(cells).map((field) => `${contract.row.values.contractNo ?? ""}|${headingOf(field as FieldId)}`),
        ),
      ];
      expect(changed.filter((what) => !asked.has(what))).toEqual([]);

      // No answer is lost: each changes something, says what the list says already, or is told; a file that is out as a whole is told as one.
      const out = new Set(read.flatMap(({ file, reject }) => (reject ? [file] : [])));
      const told = conflicts.filter(([{ whole }]) => !whole).length;
      const same = given.flatMap(({ name, rows }) =>
        out.has(name)
          ? []
          : rows.filter((row) => isSaid(row[answerAt]) && String(row[answerAt]).trim() === String(row[at("现在的内容")] ?? "").trim()),
      ).length;
      const inside = given.flatMap(({ name, rows }) => (out.has(name) ? [] : rows.filter((row) => isSaid(row[answerAt])))).length;
      expect(changed.length + told).toBeGreaterThanOrEqual(inside - same);
      expect(changed.length + told).toBeLessThanOrEqual(inside);
      for (const { name, rows } of given)
        if (out.has(name))
          expect(conflicts.filter(([{ file }]) => file === name)).toHaveLength(rows.some((row) => isSaid(row[answerAt])) ? 1 : 0);

      // Approved, they are used in these cells and no others, each as it was answered.
      const sheet = gridOfSpec(amendmentsSheet(amendments.map((one) => ({ ...one, approval: "adopt" as const }))), "更正");
      const after = amendedRows(before, [{ ...sheet, ownTab: "amendments" }], context.seasonYear);
      const differing = after.flatMap(({ values }, index) =>
        (Object.keys({ ...values, ...before[index]!.values }) as FieldId[])
          .filter((field) => values[field] !== before[index]!.values[field])
          .map((field) => ({ what: `${values.contractNo ?? ""}|${headingOf(field)}`, to: String(values[field]) })),
      );
      const wanted = new Map<string, Set<string>>();
      for (const { contractNo, field, to } of amendments) {
        const key = `${contractNo}|${headingOf(field)}`;
        wanted.set(key, (wanted.get(key) ?? new Set()).add(to));
      }
      expect(differing.filter(({ what, to }) => !wanted.get(what)?.has(to))).toEqual([]);
    }),
    runs,
  );
});
