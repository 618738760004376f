import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { indexContracts } from "../../src/domain/identity/contract-index";
import { day } from "../../src/domain/values/day";
import type { FieldId, FieldValues, SheetRow } from "../../src/domain/record/field";
import { fillInsOf, type Register, registerIds } from "../../src/domain/record/registers";
import { fen } from "../../src/domain/values/money";
import { type StoredRow, storeReports } from "../../src/domain/returns/register-store";
import type { CellValue, Grid } from "../../src/sheets/grid";
import { type ChoiceCode, choiceCodes } from "../../src/domain/record/choices";
import { isChoiceField } from "../../src/sheets/vocabulary/choices";
import { readSeasonBook } from "../../src/sheets/reading/read-season";
import { carriedOver, registerFields, registerSheet } from "../../src/sheets/returns/registers";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { assign, loan, rosterOf, row, school } from "../support/season-rows";
import { aList } from "../support/standings";

const loans = [1, 2, 3, 4].map((n) => loan(n, `61052620150000${n}1`, 100 + n));
const roster = rosterOf(...loans);
const list = aList(loans);
const index = indexContracts(
  list,
  assign(roster, () => school("罕井镇中心校", "01")),
);
const contracts = [...index.contracts.values()];
const clock = day("2019-12-11");

/** The register as it is after writing. */
function written(tab: Register, rows: readonly StoredRow[], carried?: ReturnType<typeof carriedOver>): Grid {
  const spec = registerSheet(tab, rows, list, carried);
  return gridOfSpec(spec, spec.name);
}

function readings(...grids: readonly Grid[]) {
  return readSeasonBook(grids, { clock }).sheets.filter(({ kind }) => kind === "register");
}

function readBack(tab: Register, ...grids: readonly Grid[]): readonly SheetRow[] {
  return readSeasonBook(grids, { clock }).registers[tab];
}

const word = fc
  .stringMatching(/^[\p{Script=Han}a-zA-Z0-9，。=+@-]{1,12}$/u)
  .filter((text) => text.normalize("NFKC") === text && !/^[-—/]+$/.test(text));
const name = fc.constantFrom("王思齐", "欧阳一凡", "阿依古丽·买买提", "李䶮");
const days = fc.integer({ min: 1, max: 28 }).map((date) => day(`2019-11-${String(date).padStart(2, "0")}`));
const names: readonly FieldId[] = ["signedBy", "deliveredBy", "visitor"];

function valueOf(field: FieldId): fc.Arbitrary<string | number> {
  if (isChoiceField(field)) return fc.constantFrom<ChoiceCode>(...choiceCodes[field]);
  if (field === "repaid") return fc.integer({ min: 0, max: 10_000_000 }).map(fen);
  if (field.endsWith("On")) return days;
  return names.includes(field) ? name : word;
}

const entriesOf = (tab: Register): fc.Arbitrary<FieldValues> =>
  fc
    .record(Object.fromEntries(fillInsOf[tab].map((field) => [field, valueOf(field)])), { requiredKeys: [] })
    .filter((values) => Object.keys(values).length > 0) as fc.Arbitrary<FieldValues>;

const withOrigin = (values: FieldValues): FieldValues => ({ ...values, source: "罕井.xlsx", recordedOn: clock });

describe("a register that was written reads back as it was", () => {
  test.each(registerIds.map((tab) => [tab]))("%s, whatever is in it", (tab) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...contracts), entriesOf(tab)), { maxLength: 6 }), (entries) => {
        const rows = entries.map(([contract, values]): StoredRow => ({ row: row(tab, withOrigin(values)), contract, isChanged: true }));
        const values = readBack(tab, written(tab, rows)).map((own) =>
          Object.fromEntries(
            [...fillInsOf[tab], "source", "recordedOn"].flatMap((field) => {
              const value = own.values[field as FieldId];
              return value === undefined ? [] : [[field, value]];
            }),
          ),
        );
        expect(values).toEqual(entries.map(([, own]) => withOrigin(own)));
      }),
    );
  });

  test("who it is about comes from the roster, the ID masked", () => {
    const [contract] = contracts;
    const [own] = readBack(
      "claims",
      written("claims", [{ row: row("x", withOrigin({ repaymentStatus: "paid" })), contract: contract!, isChanged: true }]),
    );
    expect(own?.values).toEqual({
      rowKey: list.numberOf(contract!.person),
      school: "罕井镇中心校",
      name: "测试一",
      citizenId: `610526********${loans[0]!.values.citizenId!.slice(-4)}`,
      contractNo: "6105262015000011",
      ...withOrigin({ repaymentStatus: "paid" }),
    });
  });

  test.each(registerIds.map((tab) => [tab]))("an empty %s is empty again", (tab) => {
    expect(readBack(tab, written(tab, []))).toEqual([]);
  });

  test("choices stand as their labels", () => {
    const values = { exceptionKind: "enlisted" } as FieldValues;
    const grid = written("exceptions", [{ row: row("x", values), contract: contracts[0]!, isChanged: true }]);
    expect(grid.rows[3]?.[registerFields("exceptions").indexOf("exceptionKind")]).toBe("现役军人");
  });
});

describe("what a person typed into a register", () => {
  /** The register with rows typed below the headings, by heading. */
  function typedInto(tab: Register, lines: readonly Readonly<Record<string, CellValue>>[], below: readonly CellValue[][] = []): Grid {
    const empty = written(tab, []);
    const headings = [...(empty.rows[2] ?? []), ...new Set(lines.flatMap((line) => Object.keys(line)))];
    const unique = headings.filter((heading, at) => headings.indexOf(heading) === at);
    const body = lines.map((line) => unique.map((heading) => line[String(heading)] ?? null));
    return { ...empty, rows: [...empty.rows.slice(0, 2), unique, ...body, ...below] };
  }

  const rewritten = (tab: Register, grid: Grid): Grid => {
    const before = { deliveries: [], claims: [], visits: [], exceptions: [], [tab]: readBack(tab, grid) };
    const { registers } = storeReports(before, [], { index, today: clock });
    return written(tab, registers[tab], carriedOver(tab, readings(grid)));
  };
  const cells = (grid: Grid, heading: string) => grid.rows.slice(3).map((own) => own[(grid.rows[2] ?? []).indexOf(heading)] ?? null);

  test("added columns, words that nobody can read, rows of strangers and notes below are all carried over", () => {
    const grid = typedInto(
      "claims",
      [
        { 合同编号: "HT-别县", 姓名: "外人", 还款状态: "再问问", 核实人: "白同志", 核实日期: { day: day("2019-12-09") } },
        { 合同编号: "6105262015000021", 还款状态: "已还", 实还合计: 100.5, 核实人: "杜同志" },
      ],
      [["注：以上为电话核实"]],
    );
    const again = rewritten("claims", grid);
    expect(cells(again, "合同编号")).toEqual(["6105262015000021", "HT-别县", null]);
    expect(cells(again, "还款状态")).toEqual(["已还", "再问问", null]);
    expect(cells(again, "核实人")).toEqual(["杜同志", "白同志", null]);
    expect(cells(again, "核实日期")).toEqual([null, { day: "2019-12-09" }, null]);
    expect(again.rows.at(-1)?.[0]).toBe("注：以上为电话核实");
  });

  test("writing once more changes nothing", () => {
    const grid = typedInto("deliveries", [
      { 编号: "自编1", 合同编号: "HT-别县", 签收人: "某某", 批示: "同意" },
      { 合同编号: "6105262015000011", 签收人: "某某" },
    ]);
    const once = rewritten("deliveries", grid);
    expect(rewritten("deliveries", once)).toEqual(once);
    expect(cells(once, "编号")).toEqual([list.numberOf(contracts[0]!.person), "自编1"]);
  });

  test("a school's newer word replaces a value, a file that was merged before does not, and a blank never", () => {
    const before = {
      deliveries: [row("送达登记", { contractNo: "6105262015000011", signedBy: "甲", deliveredBy: "乙" })],
      claims: [],
      visits: [],
      exceptions: [],
    };
    const report = (isKnown: boolean) => ({
      contract: contracts[0]!,
      cells: {
        signedBy: { value: "丙", file: "x.xlsx", place: loans[0]!.place, isKnown },
        note: { value: "补充", file: "x.xlsx", place: loans[0]!.place, isKnown },
      },
    });
    const values = (isKnown: boolean) =>
      storeReports(before, [report(isKnown)], { index, today: clock }).registers.deliveries[0]?.row.values;
    expect(values(false)).toMatchObject({ signedBy: "丙", deliveredBy: "乙", note: "补充", source: "x.xlsx", recordedOn: clock });
    expect(values(true)).toMatchObject({ signedBy: "甲", deliveredBy: "乙", note: "补充" });
  });
});
