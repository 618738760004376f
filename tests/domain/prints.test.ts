// Prints of a book's keys: unique however many there are, found again whenever they were printed, and never guessed.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { indexContracts } from "../../src/domain/identity/contract-index";
import { type ContractKey, contractIdentity } from "../../src/domain/identity/keys";
import { Prints } from "../../src/domain/identity/prints";
import { indexReports } from "../../src/domain/identity/report";
import { RosterIndex } from "../../src/domain/identity/roster-index";
import { fingerprintOf, parseRowKey, printRowKey } from "../../src/domain/identity/row-key";
import { eachRegister } from "../../src/domain/record/registers";
import { mergeReturned } from "../../src/domain/returns/merge";
import type { FieldId, FieldValues, SheetRow } from "../../src/domain/record/field";
import { day } from "../../src/domain/values/day";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { decisionsIn, unassignedSheet } from "../../src/sheets/lists/unassigned";
import { assign, idOf, loan, rosterOf, row, school } from "../support/season-rows";
import { aSeason } from "../support/standings";

/** A hash with so few values that any handful of keys collides. */
const weak = (text: string) => (text.length % 3 === 0 ? "AAAAAAAA" : "BBBBBBBB");
/** Two contract numbers of one county that have the same short fingerprint. */
const colliding = ["6105262015032961", "6105262015267244"] as const;
const allAlike = () => "AAAAAAAA";
const numberOf = (fingerprint: string) => printRowKey({ kind: "list", year: 2019, schoolCode: "07", fingerprint });

describe("prints", () => {
  const keys = fc.uniqueArray(fc.string() as fc.Arbitrary<ContractKey>, { maxLength: 60 });

  test("of different keys differ, are printed and read back, and mean their key alone, however weak the hash", () => {
    fc.assert(
      fc.property(keys, (contracts) => {
        const prints = new Prints(contracts, weak);
        const printed = contracts.map((key) => prints.of(key));
        expect(new Set(printed).size).toBe(contracts.length);
        expect(printed.map((print) => parseRowKey(numberOf(print))?.fingerprint)).toEqual(printed);
        expect(printed.map((print) => prints.find(print))).toEqual(contracts.map((key) => [key]));
      }),
    );
  });

  test("that were printed while fewer keys were known mean all that they could mean by now", () => {
    fc.assert(
      fc.property(keys, fc.nat(), (contracts, count) => {
        const before = new Prints(contracts.slice(0, count % (contracts.length + 1)), weak);
        const now = new Prints(contracts, weak);
        for (const key of contracts) expect(now.find(before.of(key))).toContain(key);
      }),
    );
  });

  test("that were printed longer are still known once they need not be", () => {
    const [a, b] = ["HT-A", "HT-B"] as [ContractKey, ContractKey];
    const long = new Prints([a, b], allAlike).of(a);
    expect(long).toHaveLength(12);
    expect(new Prints([a], allAlike).of(a)).toHaveLength(8);
    expect([new Prints([a], allAlike).find(long), new Prints([b], allAlike).find(long)]).toEqual([[a], []]);
  });

  test("stay short where they are unique", () => {
    expect(new Prints(["HT-A", "HT-B", "HT-A"]).of("HT-A")).toBe(fingerprintOf("HT-A"));
  });

  test("of two contract numbers that really collide are longer, and no others", () => {
    const prints = new Prints<string>([...colliding, "HT-A"]);
    expect(fingerprintOf(colliding[0])).toBe(fingerprintOf(colliding[1]));
    expect([...colliding, "HT-A"].map((key) => prints.of(key).length)).toEqual([12, 12, 8]);
  });
});

describe("a list with two contracts that collide", () => {
  const [first, second, third] = [loan(1, colliding[0], 100), loan(2, colliding[1], 200), loan(3, "HT-C", 300)] as const;
  const roster = rosterOf(first, second, third);
  const index = new RosterIndex(roster);
  const contracts = indexContracts(
    index,
    assign(roster, () => school("甲校")),
  );
  const short = numberOf(fingerprintOf(colliding[0]));
  const keyOf = (own: SheetRow) => numberOf(index.prints.of(contractIdentity(own)));
  const matched = (rowKey: string, values: FieldValues = {}) => contracts.match(row("催收名单", { rowKey, ...values }));

  test("gives each of them a number by which its row comes back to it", () => {
    expect([first, second, third].map((own) => matched(keyOf(own)).contract?.row)).toEqual([first, second, third]);
  });

  test("takes the short number of an earlier list for neither, but reads on", () => {
    expect(matched(short)).toEqual({ isNamed: false });
    expect(matched(short, { contractNo: colliding[1] })).toMatchObject({ by: "contract", contract: { row: second } });
    expect(matched(short, { citizenId: idOf(1) })).toMatchObject({ by: "person", contract: { row: first } });
  });

  test("tells the centre of a returned row that could be either's", () => {
    const rows = [row("催收名单", { rowKey: keyOf(third) }), row("催收名单", { rowKey: short, deliveredOn: day("2019-11-27") })];
    const fields = new Set<FieldId>(["rowKey", "deliveredOn"]);
    const returned = { file: "甲校.xlsx", claims: [], sheets: [{ role: "list", name: "催收名单", fields, rows }] } as const;
    const { reports, conflicts } = mergeReturned([returned], {
      index: contracts,
      today: day("2019-12-11"),
      seasonYear: 2019,
      knownPrints: new Set(),
    });
    expect(reports).toEqual([]);
    expect(conflicts.filter(({ kind }) => kind !== "row-missing")).toMatchObject([{ kind: "unmatched", row: rows[1] }]);
  });

  test("keeps a register's row out of both persons' reports", () => {
    const rows = [row("送达登记", { rowKey: short }), row("送达登记", { rowKey: keyOf(second) })] as const;
    const reports = indexReports(index, { ...eachRegister(() => []), deliveries: rows });
    expect([...reports.byPerson.keys()]).toEqual([idOf(2)]);
    expect(reports.unmatched).toEqual([rows[0]]);
  });

  test("reads decisions on 待划分 by the longer numbers", () => {
    const [person] = roster.persons;
    const open = [{ person: person!, reason: "no-place", candidates: [] }] as const;
    const spec = unassignedSheet({ open, decided: [], season: aSeason(), schools: [], stands: "tab", index, decisions: new Map() });
    const grid = gridOfSpec({ ...spec, rows: spec.rows.map((cells, at) => (at === 2 ? cells.with(3, "乙校") : cells)) }, spec.name);
    expect([...decisionsIn([grid], index)]).toEqual([[colliding[0], "乙校"]]);
  });
});

test("notices of earlier papers whose numbers would be the same got different ones, by which a register's row finds its person", () => {
  const roster = rosterOf(loan(1, "HT-A", 100), loan(2, "HT-B", 200));
  const index = new RosterIndex(roster, allAlike);
  const print = (person: (typeof roster.persons)[number]) =>
    printRowKey({ kind: "notice", year: 2019, schoolCode: "01", fingerprint: index.noticePrint(person) });
  const numbers = roster.persons.map(print);
  expect(new Set(numbers).size).toBe(2);
  const deliveries = numbers.map((noticeNo) => row("送达登记", { noticeNo }));
  const { byPerson } = indexReports(index, { ...eachRegister(() => []), deliveries });
  expect([...byPerson].map(([key, reports]) => [key, reports.deliveries.map(({ row: found }) => found)])).toEqual([
    [idOf(1), [deliveries[0]]],
    [idOf(2), [deliveries[1]]],
  ]);
});
