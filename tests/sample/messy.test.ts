// The spoilt workbook: every kind of break is there, each where the list says it is, and everything else is as sound as before.
import { describe, expect, test } from "@jest/globals";
import { citizenIdFault, checkCharacter, isMale, upgradeCitizenId } from "../../src/domain/identity/citizen-id";
import type { FieldId } from "../../src/domain/record/field";
import { sumFen } from "../../src/domain/values/money";
import { countyBook } from "../../src/sample/book";
import { borrowerColumns } from "../../src/sample/borrower-columns";
import { sampleCounty } from "../../src/sample/county";
import type { Planted } from "../../src/sample/draft";
import { messyBook } from "../../src/sample/messy";
import { columnIndex } from "../../src/sheets/grid";
import type { CellOut, SheetSpec } from "../../src/sheets/writing/spec";

const county = sampleCounty({ persons: 3917, seed: 2019 });
const { book, planted } = messyBook(county);
const codes = [...Array.from({ length: 34 }, (_, index) => `D${index + 1}`), "D48", "D49", "D50"];
const sheetNamed = (name: string): SheetSpec => book.sheets.find((sheet) => sheet.name === name)!;
const rowOf = (place: Planted): readonly CellOut[] => sheetNamed(place.sheet).rows[place.row - 1]!;
const cellOf = (place: Planted): CellOut => rowOf(place)[columnIndex(place.cell.replace(/\d+$/, ""))] ?? null;
const listColumn = (field: FieldId) => borrowerColumns.findIndex((column) => column.field === field);
const inList = (place: Planted, field: FieldId): CellOut => rowOf(place)[listColumn(field)] ?? null;
const of = (code: string, what?: string) =>
  planted.filter((place) => place.code === code && (what === undefined || place.what.includes(what)));
const fen = (cell: CellOut): number => (typeof cell === "object" && cell !== null && "fen" in cell ? cell.fen : Number.NaN);

test("every kind of break is planted", () => {
  const seen = new Set(planted.map((place) => place.code));
  expect(codes.filter((code) => !seen.has(code))).toEqual([]);
  expect([...seen].filter((code) => !codes.includes(code))).toEqual([]);
});

test("the kinds that one cell can show are planted three times each in a big county, once in a small one", () => {
  const small = messyBook(sampleCounty({ persons: 1200, seed: 5 })).planted;
  expect(codes.filter((code) => !small.some((place) => place.code === code))).toEqual([]);
  const words = new Map<string, number>();
  for (const place of planted.filter(({ sheet, code }) => sheet === "应还名单" && !["D1", "D5"].includes(code)))
    words.set(place.what, (words.get(place.what) ?? 0) + 1);
  const rare = [...words].filter(([what, count]) => count < 3 && !/小计|合计为|隐藏|空行|表头/.test(what)).map(([what]) => what);
  expect(rare).toEqual([]);
});

test("a county of a few dozen persons holds as many breaks as fit", () => {
  for (const persons of [1, 7, 30, 150]) expect(messyBook(sampleCounty({ persons, seed: 3 })).book.sheets.length).toBe(12);
});

test("the same county is spoilt the same way", () => {
  expect(messyBook(county)).toEqual({ book, planted });
});

test("every place is a cell of a row as the user counts it", () => {
  const wrong = planted.filter(({ sheet, row, cell }) => {
    const spec = book.sheets.find(({ name }) => name === sheet);
    const [, letters = "", digits] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    return !spec?.rows[row - 1] || Number(digits) !== row || columnIndex(letters) >= spec.columns.length;
  });
  expect(wrong).toEqual([]);
});

describe("planted cells hold what the list says", () => {
  const offenders = (places: readonly Planted[], holds: (cell: CellOut, place: Planted) => boolean) =>
    places.filter((place) => !holds(cellOf(place), place)).map((place) => [place.sheet, place.cell, place.what, cellOf(place)]);
  const text = (cell: CellOut): string => (typeof cell === "string" ? cell : "");
  const bare = (cell: CellOut): string =>
    text(cell)
      .normalize("NFKC")
      .replace(/^身份证:/, "")
      .replace(/[\s\u200b'-]/g, "")
      .toUpperCase()
      .replace(/[×*ΧХ]$/, "X");

  test.each<[string, string, (cell: CellOut, place: Planted) => boolean]>([
    ["D10", "错误值", (cell) => typeof cell === "object" && cell !== null && "error" in cell],
    ["D11", "", (cell) => typeof cell === "number" && cell > 1e17],
    ["D12", "", (cell) => /^6\.1\d{4}E\+17$/.test(text(cell))],
    ["D13", "", (cell) => citizenIdFault(text(cell)) !== undefined && citizenIdFault(bare(cell)) === undefined],
    ["D14", "", (cell) => citizenIdFault(text(cell)) !== undefined && citizenIdFault(bare(cell)) === undefined],
    ["D15", "", (cell) => text(cell).length === 15 && citizenIdFault(upgradeCitizenId(text(cell))) === undefined],
    ["D16", "", (cell) => citizenIdFault(text(cell)) !== undefined],
    ["D17", "没有2月29日", (cell) => citizenIdFault(text(cell)) === "birth" && checkCharacter(text(cell)) === text(cell)[17]],
    ["D17", "月份为13", (cell) => citizenIdFault(text(cell)) === "birth" && checkCharacter(text(cell)) === text(cell)[17]],
    ["D17", "年龄", (cell) => citizenIdFault(text(cell)) === undefined && /^.{6}(2008|1951|1973)/.test(text(cell))],
    ["D17", "性别", (cell, place) => isMale(text(inList(place, "citizenId"))) !== (cell === "男")],
    ["D17", "家长只比", (cell) => citizenIdFault(text(cell)) === undefined],
    ["D18", "外省", (cell) => citizenIdFault(text(cell)) === undefined && text(cell).startsWith("44")],
    ["D18", "99", (cell) => citizenIdFault(text(cell)) === "province"],
    ["D19", "", (cell) => /^\d{6}\*{8}\d{3}[\dX]$/.test(text(cell))],
    ["D20", "填反", (cell, place) => Number(text(cell).slice(6, 10)) < Number(text(inList(place, "coBorrowerId")).slice(6, 10))],
    ["D20", "相同", (cell, place) => cell === inList(place, "citizenId")],
    ["D22", "", (cell) => cell === "王小军"],
    ["D24", "数值", (cell) => typeof cell === "number" && !Number.isSafeInteger(cell)],
    ["D24", "空白", (cell) => cell === null],
    ["D25", "5名", (cell, place) => of("D25", "5名").filter((other) => cellOf(other) === cell).length >= 5 && place.field === "phone"],
    ["D26", "全部空白", (cell, place) => cell === null && inList(place, "principal") === null && inList(place, "interest") === null],
    ["D26", "宽限期", (cell) => ["-", "/", "无", "0.00"].includes(text(cell))],
    ["D26", "大写", (cell) => /仟元/.test(text(cell))],
    ["D26", "浮点", (cell) => typeof cell === "number" && Math.abs(cell * 100 - Math.round(cell * 100)) > 1e-6],
    ["D27", "合计差1分", (cell, place) => fen(cell) - fen(inList(place, "principal")) - fen(inList(place, "interest")) === 1],
    ["D27", "负数", (cell) => fen(cell) < 0],
    ["D27", "应还本金大于", (cell, place) => fen(cell) < fen(inList(place, "principal"))],
    ["D27", "罚息", (cell) => fen(cell) > 0],
    ["D29", "", (cell) => typeof cell === "number" || typeof cell === "string"],
    ["D30", "没填乡镇", (cell, place) => cell === null && text(inList(place, "village")) !== ""],
    ["D48", "兼容汉字", (cell) => text(cell).normalize("NFKC") !== cell],
    ["D48", "像公式", (cell) => /^[=+@]/.test(text(cell))],
    ["D50", "", (cell) => !county.persons.some((person) => person.contracts.some((contract) => contract.contractNo === cell))],
  ])("%s %s", (code, what, holds) => {
    expect(of(code, what).length).toBeGreaterThan(0);
    expect(offenders(of(code, what), holds)).toEqual([]);
  });

  test("sound numbers that were made up belong to nobody else", () => {
    const known = new Set(county.persons.flatMap((person) => [person.citizenId, person.coBorrower.citizenId]));
    const made = planted.filter(
      ({ code, what }) => (code === "D17" && /年龄|只比/.test(what)) || (code === "D18" && what.includes("外省")),
    );
    expect(made.filter((place) => known.has(text(cellOf(place))))).toEqual([]);
    expect(new Set(made.map(cellOf)).size).toBe(new Set(made.map((place) => inList(place, "alipayAccount"))).size);
  });

  test("D4: a wrong subtotal differs from the rows above it by what the list says", () => {
    const { rows } = sheetNamed("应还名单");
    const [right] = of("D4", "金额相符");
    const [wrong] = of("D4", "多印");
    const due = listColumn("due");
    const sum = (from: number, to: number) => rows.slice(from, to).reduce((total, row) => total + fen(row[due]!), 0);
    expect(rows[right!.row - 1]![due]).toBe(sum(4, right!.row - 1) / 100);
    expect(rows[wrong!.row - 1]![due]).toBe((sum(right!.row, wrong!.row - 1) + 10_000) / 100);
  });

  test("D7: hidden rows and columns are hidden, and hold people", () => {
    const sheet = sheetNamed("应还名单");
    expect(sheet.hiddenRows).toEqual(of("D7", "行").map(({ row }) => row - 1));
    expect(sheet.columns.flatMap(({ hidden }, index) => (hidden ? [index] : []))).toEqual(
      of("D7", "列").map(({ cell }) => columnIndex(cell.replace(/\d+$/, ""))),
    );
  });

  test("D23: contracts stand twice, persons have seven", () => {
    const numbers = sheetNamed("应还名单").rows.map((row) => row[listColumn("contractNo")]);
    const twice = of("D23", "重复一行").filter((place) => numbers.filter((number) => number === cellOf(place)).length !== 2);
    expect(twice).toEqual([]);
    const ids = sheetNamed("应还名单").rows.map((row) => row[listColumn("citizenId")]);
    const seven = of("D23", "超过6份").filter((place) => ids.filter((id) => id === inList(place, "citizenId")).length !== 7);
    expect(seven).toEqual([]);
  });

  test("D28: amounts in 万元 are a millionth of their 分", () => {
    const [place] = of("D28");
    const sheet = sheetNamed(place!.sheet);
    const due = sheet.rows[1]!.indexOf("应还合计");
    const shares = sheet.rows.slice(2).map((row) => Math.round(Number(row[due]) * 1_000_000));
    const owed = county.persons
      .filter(({ township, handSchool }) => township === "龙池镇" && !handSchool)
      .flatMap(({ contracts }) => contracts);
    expect(shares).toEqual(owed.map((contract) => contract.due));
  });
});

test("rows without a planted break are what they were in the clean list", () => {
  const clean = countyBook(county).sheets.find((sheet) => sheet.name === "应还名单")!;
  const contractNo = listColumn("contractNo");
  const sound = new Map(clean.rows.map((row) => [row[contractNo], row.slice(1)]));
  const touched = new Set(planted.filter((place) => place.sheet === "应还名单" && place.code !== "D7").map((place) => place.row));
  const { rows } = sheetNamed("应还名单");
  const others = rows.filter((row, index) => !touched.has(index + 1) && /^\d{17}$/.test(String(row[contractNo])));
  expect(others.length).toBeGreaterThan(5000);
  expect(others.filter((row) => JSON.stringify(sound.get(row[contractNo]!)) !== JSON.stringify(row.slice(1)))).toEqual([]);
});

test("no borrower is lost: each contract stands on some sheet, and the control totals are the true ones", () => {
  const all = new Set(
    book.sheets.flatMap((sheet) => (/应还名单|镇/.test(sheet.name) ? sheet.rows.flat() : [])).filter((cell) => typeof cell === "string"),
  );
  const contracts = county.persons.flatMap((person) => person.contracts);
  const missing = contracts.filter(({ contractNo }) => !all.has(contractNo));
  const spoilt = planted.filter(({ field, code }) => field === "contractNo" && code === "D24").length;
  expect(missing.length).toBe(spoilt);
  const settings = new Map(sheetNamed("设置").rows.map((row) => [row[0], row[1]]));
  expect(settings.get("应还合计")).toEqual({ fen: sumFen(contracts.map((contract) => contract.due)) });
});
