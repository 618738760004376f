import { describe, expect, test } from "@jest/globals";
import type { Conflict, ConflictKind } from "../../src/domain/returns/conflict";
import { indexContracts } from "../../src/domain/identity/contract-index";
import { day } from "../../src/domain/values/day";
import type { FieldId, FieldValues, ReadingIssue, SheetRow } from "../../src/domain/record/field";
import { fen } from "../../src/domain/values/money";
import { type Merge, mergeReturned, type MergeContext } from "../../src/domain/returns/merge";
import type { ReturnedFile, ReturnedSheet } from "../../src/domain/returns/returned-file";
import { contractIdentity, schoolKey } from "../../src/domain/identity/keys";
import { RosterIndex } from "../../src/domain/identity/roster-index";
import { fingerprintOf, printRowKey } from "../../src/domain/identity/row-key";
import { assign, idOf, loan, rosterOf, row, school } from "../support/season-rows";

const a = school("甲校", "01");
const b = school("乙校", "02");

// Six borrowers of 甲校, the last with two contracts, and four of 乙校.
const facts = (n: number): FieldValues => ({
  loanYear: String(2010 + n),
  phone: `1399100000${n}`,
  address: `东街村${n}组`,
  principal: fen(1000 * n),
  loanAmount: fen(600_000),
  balance: fen(600_000),
});
const loansOfA = [
  ...[1, 2, 3, 4, 5, 6].map((n) => loan(n, `HT${n}`, 100 + n, facts(n))),
  loan(6, "HT60", 60, { ...facts(6), loanYear: "2015" }),
];
const loansOfB = [7, 8, 9].map((n) => loan(n, `HT${n}`, 100 + n, facts(n)));
const roster = rosterOf(...loansOfA, ...loansOfB);
const assignments = assign(roster, (index) => (index < 6 ? a : b));
const index = indexContracts(new RosterIndex(roster), assignments);
const context: MergeContext = { index, today: day("2019-12-11"), seasonYear: 2019, knownPrints: new Set() };

const keyOf = (own: SheetRow, code = "01", year = 2019) =>
  printRowKey({ kind: "list", year, schoolCode: code, fingerprint: fingerprintOf(contractIdentity(own)) });

type Changes = { readonly [F in FieldId]?: FieldValues[F] | undefined };

/** The row of a contract as the school hands it back. A change to undefined empties the cell. */
function back(own: SheetRow, changes: Changes = {}, issues: readonly ReadingIssue[] = []) {
  const values = Object.entries({ ...own.values, rowKey: keyOf(own), ...changes }).filter(([, value]) => value !== undefined);
  return row("催收名单", Object.fromEntries(values) as FieldValues, issues);
}

function sheet(rows: readonly SheetRow[], role: ReturnedSheet["role"] = "list", name = "催收名单"): ReturnedSheet {
  const fields = new Set(rows.flatMap(({ values }) => Object.keys(values) as FieldId[]));
  return { role, name, fields, rows };
}

function file(rows: readonly SheetRow[], name = "甲校.xlsx", claims: readonly string[] = ["甲校"]): ReturnedFile {
  return { file: name, claims: claims.map(schoolKey), sheets: [sheet(rows)] };
}

const [one, two, three, four, five, six, sixty] = loansOfA as [SheetRow, SheetRow, SheetRow, SheetRow, SheetRow, SheetRow, SheetRow];
const allOfA = () => loansOfA.map((own) => back(own));

/** All of 甲校's rows, those given in place of the originals. */
function listWith(...changed: readonly SheetRow[]): SheetRow[] {
  const keys = new Set(changed.map(({ values }) => values.contractNo));
  return [...changed, ...allOfA().filter(({ values }) => !keys.has(values.contractNo))];
}

const merge = (...files: readonly ReturnedFile[]): Merge => mergeReturned(files, context);
const mergedOf = ({ reports }: Merge, contractNo: string, visit?: string) =>
  Object.fromEntries(
    Object.entries(
      reports.find((report) => report.contract.row.values.contractNo === contractNo && report.visit === visit)?.cells ?? {},
    ).map(([field, { value }]) => [field, value]),
  );
const kinds = ({ conflicts }: Merge) => conflicts.map(({ kind }) => kind);
const brief = (conflicts: readonly Conflict[]) =>
  conflicts.map(({ kind, field, contract }) => [kind, contract?.row.values.contractNo, field] as const);

const delivered = { deliveredOn: day("2019-11-26"), signedBy: "测试一父", signerRelation: "father" } as const;

describe("whose row it is", () => {
  test("a list that comes back as it went out is merged without a conflict", () => {
    const result = merge(file(listWith(back(one, delivered))));
    expect(mergedOf(result, "HT1")).toEqual(delivered);
    expect(result.conflicts).toEqual([]);
    expect(result.reports).toHaveLength(1);
  });

  test.each<[string, Changes]>([
    ["the row key alone", { contractNo: undefined, citizenId: undefined, name: undefined, phone: undefined, loanYear: undefined }],
    ["the contract number when the key is gone", { rowKey: undefined, citizenId: undefined, name: undefined, phone: undefined }],
    ["person and loan year", { rowKey: undefined, contractNo: undefined, name: undefined, phone: undefined }],
    [
      "the person with a single contract",
      { rowKey: undefined, contractNo: undefined, name: undefined, phone: undefined, loanYear: undefined },
    ],
    [
      "name, last four of the ID and telephone",
      { rowKey: undefined, contractNo: undefined, citizenId: `610526********${idOf(1).slice(-4)}`, loanYear: undefined },
    ],
  ])("a row is known by %s", (_, changes) => {
    const masked: ReadingIssue[] = changes.citizenId ? [{ field: "citizenId", kind: "masked", raw: changes.citizenId }] : [];
    const result = merge(file([back(one, { ...delivered, ...changes }, masked), ...allOfA().slice(1)]));
    expect(mergedOf(result, "HT1")).toEqual(delivered);
    expect(new Set(kinds(result))).toEqual(new Set(["locked-changed"]));
  });

  test("a row key with a wrong check character is not believed; the contract number is", () => {
    const wrong = keyOf(two).replace(/.$/, (letter) => (letter === "0" ? "1" : "0"));
    const result = merge(file(listWith(back(one, { ...delivered, rowKey: wrong }))));
    expect(mergedOf(result, "HT1")).toEqual(delivered);
    expect(brief(result.conflicts)).toEqual([["locked-changed", "HT1", "rowKey"]]);
  });

  test("of a person with two contracts the ID alone does not say which", () => {
    const vague = back(six, { ...delivered, rowKey: undefined, contractNo: undefined, loanYear: undefined });
    const result = merge(file([...loansOfA.slice(0, 5).map((own) => back(own)), vague, back(sixty)]));
    expect(result.reports).toEqual([]);
    expect(kinds(result)).toEqual(["unmatched", "row-missing"]);
  });

  test("a visit or statement may name the person without saying which contract", () => {
    const visit = row("上门记录", { citizenId: idOf(6), visitedOn: day("2019-12-10"), visitor: "白老师" });
    const result = merge({ ...file(allOfA()), sheets: [sheet(allOfA()), sheet([visit], "visits", "上门记录")] });
    expect(mergedOf(result, "HT6", "2019-12-10|白老师")).toEqual({ visitedOn: "2019-12-10", visitor: "白老师" });
    expect(result.conflicts).toEqual([]);
  });
});

describe("locked facts", () => {
  test.each<[FieldId, FieldValues]>([
    ["name", { name: "测试改" }],
    ["citizenId", { citizenId: idOf(99) }],
    ["contractNo", { contractNo: "HT1-改" }],
    ["principal", { principal: fen(1) }],
    ["due", { due: fen(1) }],
    ["phone", { phone: "13800000000" }],
    ["address", { address: "西街村" }],
  ])("an altered %s is reported with its cell and never merged; the entries of the row are", (field, changes) => {
    const result = merge(file([back(one, { ...delivered, ...changes }), ...loansOfA.slice(1).map((own) => back(own))]));
    expect(brief(result.conflicts)).toEqual([["locked-changed", "HT1", field]]);
    expect(result.conflicts[0]).toMatchObject({ expected: one.values[field], found: changes[field] });
    expect(mergedOf(result, "HT1")).toEqual(delivered);
  });

  test("an emptied fact is a change, a column emptied as a whole is not", () => {
    expect(brief(merge(file([back(one, { name: undefined }), ...allOfA().slice(1)])).conflicts)).toEqual([
      ["locked-changed", "HT1", "name"],
    ]);
    const without = loansOfA.map((own) => back(own, { address: undefined }));
    const emptied = { ...sheet(without), fields: new Set<FieldId>([...sheet(without).fields, "address"]) };
    expect(merge({ ...file([]), sheets: [emptied] }).conflicts).toEqual([]);
  });

  test.each<[string, FieldValues, readonly ReadingIssue[]]>([
    ["spaces in a name", { name: "测 试 一" }, []],
    ["a masked ID", { citizenId: `610526********${idOf(1).slice(-4)}` }, [{ field: "citizenId", kind: "masked", raw: "" }]],
    ["an ID that a program cut", { citizenId: "610526199403150000" }, [{ field: "citizenId", kind: "digits-lost", raw: "" }]],
    ["full width in an address", { address: "东街村１组" }, []],
    ["a year with a word", { loanYear: "2011年度" }, []],
  ])("%s is no change", (_, changes, issues) => {
    expect(merge(file(listWith(back(one, changes, issues)))).conflicts).toEqual([]);
  });

  test("a row made of two contracts stays out, and its entries are listed", () => {
    const result = merge(file([back(one, { ...delivered, citizenId: idOf(2) }), ...allOfA().slice(1)]));
    expect(result.reports).toEqual([]);
    expect(brief(result.conflicts)).toEqual([["locked-changed", "HT1", "citizenId"]]);
    expect(result.conflicts[0]?.row?.values.signedBy).toBe("测试一父");
  });
});

describe("rows too many, too few, or not ours", () => {
  const stranger = row("催收名单", { name: "外来人", citizenId: idOf(98), contractNo: "HT98", ...delivered });
  const nobody = row("催收名单", { name: "某某", ...delivered });

  test.each<[string, readonly SheetRow[], readonly ConflictKind[]]>([
    ["a contract that the roster does not have was added", [...allOfA(), stranger], ["row-added"]],
    ["a name alone says nothing", [...allOfA(), nobody], ["unmatched"]],
    ["a contract was deleted from the list", allOfA().slice(1), ["row-missing"]],
    ["a row of another school was pasted in", [...allOfA(), back(loansOfB[0]!, delivered)], ["other-school"]],
  ])("%s", (_, rows, expected) => {
    const result = merge(file(rows));
    expect(kinds(result)).toEqual(expected);
    expect(result.reports).toEqual([]);
    expect(result.files[0]?.reject).toBeUndefined();
  });

  test("a row without any content is nothing", () => {
    expect(merge(file([...allOfA(), row("催收名单", { seq: "8" })])).conflicts).toEqual([]);
  });

  test("one contract twice with the same entries is merged once and reported", () => {
    const result = merge(file([...listWith(back(one, delivered)), back(one, delivered)]));
    expect(kinds(result)).toEqual(["row-duplicated"]);
    expect(mergedOf(result, "HT1")).toEqual(delivered);
  });

  test("one contract twice with different entries is not merged, and both rows are listed", () => {
    const result = merge(file([...listWith(back(one, delivered)), back(one, { ...delivered, signedBy: "另一人" })]));
    expect(kinds(result)).toEqual(["row-duplicated", "row-duplicated"]);
    expect(result.reports).toEqual([]);
  });

  test("people who are on no list for now are not missed", () => {
    const held = new Set([assignments[0]!.person.key]);
    expect(mergeReturned([file(allOfA().slice(1))], { ...context, held }).conflicts).toEqual([]);
  });
});

test("a contract that the roster has twice goes out twice and comes back without a conflict", () => {
  const twice = [one, loan(1, "HT1", 999, facts(1)), two];
  const roster = rosterOf(...twice);
  const twin = indexContracts(
    new RosterIndex(roster),
    assign(roster, () => a),
  );
  const result = mergeReturned([file(twice.map((own) => back(own, delivered)))], { ...context, index: twin });
  expect(result.conflicts).toEqual([]);
  expect(result.reports).toHaveLength(2);
});

describe("a column sorted alone", () => {
  const sortedBy = (field: FieldId, count = loansOfA.length) => {
    const turned = loansOfA.slice(0, count).map(({ values }) => values[field]);
    turned.push(turned.shift());
    return loansOfA.map((own, at) => (at < count ? back(own, { ...delivered, [field]: turned[at] }) : back(own, delivered)));
  };

  test.each<FieldId>(["name", "citizenId", "contractNo", "due", "phone"])("%s sorted alone: the whole file stays out", (field) => {
    const result = merge(file(sortedBy(field)));
    expect(result.files[0]?.reject).toBe("row-shifted");
    expect(result.reports).toEqual([]);
    expect(brief(result.conflicts)).toEqual([["row-shifted", "HT1", field]]);
  });

  test("the row keys sorted alone: the whole file stays out", () => {
    const keys = loansOfA.map((own) => keyOf(own));
    keys.push(keys.shift()!);
    const result = merge(file(loansOfA.map((own, at) => back(own, { ...delivered, rowKey: keys[at]! }))));
    expect(result.files[0]?.reject).toBe("row-shifted");
    expect(kinds(result)).toEqual(["row-shifted"]);
    expect(result.reports).toEqual([]);
  });

  test("two rows exchanged are two slips of the hand, not a sorted column", () => {
    const result = merge(file(sortedBy("name", 2)));
    expect(result.files[0]?.reject).toBeUndefined();
    expect(kinds(result)).toEqual(["locked-changed", "locked-changed"]);
  });

  test("a whole column overwritten with one value is altered, not shifted", () => {
    const result = merge(file(loansOfA.map((own) => back(own, { phone: "13800000000" }))));
    expect(new Set(kinds(result))).toEqual(new Set(["locked-changed"]));
  });
});

describe("several files", () => {
  // The thinner one has the later day inside and the later name, so that only its being thinner tells against it.
  const early = file(listWith(back(one, { repaymentStatus: "unpaid", repaidOn: day("2019-12-09") })), "甲校_v3.xlsx");
  const late = file(listWith(back(one, { ...delivered, repaymentStatus: "paid" }), back(two, delivered)), "甲校_v2.xlsx");

  test("of two versions the fuller one counts, whatever the order of the files, and the other is listed", () => {
    for (const result of [merge(early, late), merge(late, early)]) {
      expect(mergedOf(result, "HT1")).toEqual({ ...delivered, repaymentStatus: "paid", repaidOn: "2019-12-09" });
      expect(brief(result.conflicts)).toEqual([["two-versions", "HT1", "repaymentStatus"]]);
      expect(result.conflicts[0]).toMatchObject({ file: "甲校_v3.xlsx", expected: "paid", found: "unpaid" });
    }
  });

  test("equally full versions: the one with the later day inside counts, then the name", () => {
    const version = (name: string, on: string) => file(listWith(back(one, { deliveredOn: day(on) })), name);
    expect(mergedOf(merge(version("b.xlsx", "2019-11-26"), version("a.xlsx", "2019-11-27")), "HT1")).toEqual({ deliveredOn: "2019-11-27" });
    const byName = (name: string, by: string) => file(listWith(back(one, { signedBy: by })), name);
    expect(mergedOf(merge(byName("a.xlsx", "甲"), byName("b.xlsx", "乙")), "HT1")).toEqual({ signedBy: "乙" });
  });

  test("a version that nobody has seen counts before one that was merged earlier", () => {
    const { print } = merge(late).files[0]!;
    const result = mergeReturned([early, late], { ...context, knownPrints: new Set([print]) });
    expect(mergedOf(result, "HT1")).toMatchObject({ repaymentStatus: "unpaid" });
  });

  test("a blank never takes a value away", () => {
    const result = merge(
      file(listWith(back(one, delivered)), "x.xlsx"),
      file(listWith(back(two, delivered), back(three, delivered)), "y.xlsx"),
    );
    expect(mergedOf(result, "HT1")).toEqual(delivered);
    expect(result.conflicts).toEqual([]);
  });

  test("rows that are missing in one file but stand in another of the school are not missed", () => {
    expect(merge(file(allOfA().slice(0, 3), "x.xlsx"), file(allOfA().slice(3), "y.xlsx")).conflicts).toEqual([]);
  });

  test("the same content is known again in any order, other content is not", () => {
    const rows = listWith(back(one, delivered), back(two, delivered));
    const print = (own: ReturnedFile) => merge(own).files[0]?.print;
    expect(print(file([...rows].reverse(), "other name.xlsx"))).toBe(print(file(rows)));
    expect(print(file(listWith(back(one, delivered))))).not.toBe(print(file(rows)));
  });
});

describe("entries that cannot be", () => {
  const notice = (field: FieldId, kind: ReadingIssue["kind"]): ReadingIssue[] => [{ field, kind, raw: "乱写" }];
  test.each<[string, FieldValues, readonly ReadingIssue[], FieldId]>([
    ["a status that is on no list", {}, notice("repaymentStatus", "unknown-word"), "repaymentStatus"],
    ["a day that never was", {}, notice("deliveredOn", "unreadable"), "deliveredOn"],
    ["an error in a cell", {}, notice("signedBy", "error-value"), "signedBy"],
    ["a day after today", { deliveredOn: day("2019-12-12") }, [], "deliveredOn"],
    ["a day before the year of the season", { repaidOn: day("2018-12-31") }, [], "repaidOn"],
    ["an amount that cannot be read", {}, notice("repaid", "unreadable"), "repaid"],
    ["a negative amount", { repaid: fen(-1) }, [], "repaid"],
    ["more than the contract can owe", { repaid: fen(6_000_000) }, [], "repaid"],
  ])("%s stays out; the other cells of the row are merged", (_, values, issues, field) => {
    const result = merge(file(listWith(back(one, { ...values, deliveredBy: "白老师" }, issues))));
    expect(brief(result.conflicts)).toEqual([["invalid-value", "HT1", field]]);
    expect(mergedOf(result, "HT1")).toEqual({ deliveredBy: "白老师" });
  });

  test("today, the first day of the year, a promise for next year and an early repayment are sound", () => {
    const sound = { deliveredOn: day("2019-12-11"), repaidOn: day("2019-01-01"), repaid: fen(600_000) };
    const visit = row("上门记录", { rowKey: keyOf(one), visitedOn: day("2019-12-11"), promisedOn: day("2020-02-01") });
    const result = merge({ ...file([]), sheets: [sheet(listWith(back(one, sound))), sheet([visit], "visits", "上门记录")] });
    expect(result.conflicts).toEqual([]);
    expect(mergedOf(result, "HT1")).toEqual(sound);
  });

  test("in January a day without a year may be of two years and is not taken", () => {
    const row15 = back(one, { deliveredOn: day("2019-01-05") }, [{ field: "deliveredOn", kind: "yearless-day", raw: "1.5" }]);
    expect(kinds(merge(file(listWith(row15))))).toEqual([]);
    expect(mergeReturned([file(listWith(row15))], { ...context, today: day("2020-01-10") }).conflicts.map(({ kind }) => kind)).toEqual([
      "invalid-value",
    ]);
  });
});

describe("files that are not what they say", () => {
  test("乙校's list under the name of 甲校 stays out as a whole", () => {
    const result = merge(
      file(
        loansOfB.map((own) => back(own, { ...delivered, rowKey: keyOf(own, "02") })),
        "名单_甲校_v1.xlsx",
      ),
    );
    expect(result.files[0]).toMatchObject({ reject: "other-school", school: "甲校", contentSchool: "乙校" });
    expect(result.reports).toEqual([]);
    // One misnamed file is one thing to decide, however many rows it has.
    expect(result.conflicts).toMatchObject([{ kind: "other-school", school: "甲校", whole: { rows: 3, content: "乙校" } }]);
  });

  test("the same without a single entry is reported once", () => {
    expect(kinds(merge(file(loansOfB.map((own) => back(own)))))).toEqual(["other-school"]);
  });

  test("a file that names nobody is the school's whose rows it holds", () => {
    const result = merge(file(listWith(back(one, delivered)), "返回.xlsx", []));
    expect(result.files[0]).toMatchObject({ school: "甲校" });
    expect(result.conflicts).toEqual([]);
  });

  test.each<[string, ReturnedFile, string]>([
    ["a book without a list", { file: "x.xlsx", claims: [], sheets: [] }, "no-list"],
    ["a list of strangers", file([row("Sheet1", { name: "外人", citizenId: idOf(97) })]), "no-known-row"],
    ["last year's list", file(loansOfA.map((own) => back(own, { rowKey: keyOf(own, "01", 2018) }))), "other-season"],
    [
      "as many rows of one school as of another",
      file(
        [one, two, three, ...loansOfB].map((own) => back(own)),
        "x.xlsx",
        [],
      ),
      "several-schools",
    ],
  ])("%s is rejected", (_, returned, reason) => {
    const result = merge(returned);
    expect(result.files[0]?.reject).toBe(reason);
    expect(result.reports).toEqual([]);
  });

  test("a rejected file never stops the others", () => {
    const result = merge({ file: "x.xlsx", claims: [], sheets: [] }, file(listWith(back(four, delivered), back(five, delivered))));
    expect(result.reports).toHaveLength(2);
  });
});

describe("visits", () => {
  const visit = (values: FieldValues) => row("上门记录", { rowKey: keyOf(one), name: "测试一", ...values });
  const withVisits = (name: string, ...rows: readonly SheetRow[]): ReturnedFile => ({
    ...file([], name),
    sheets: [sheet(allOfA()), sheet(rows, "visits", "上门记录")],
  });
  const morning = visit({ visitedOn: day("2019-12-10"), visitor: "白老师", visitResult: "家中无人" });
  const evening = visit({ visitedOn: day("2019-12-10"), visitor: "白老师", visitResult: "见到父亲", metWith: "父亲" });

  test("two visits on one day are two, in whatever order they stand; one written twice is one", () => {
    const [first, second] = [merge(withVisits("x.xlsx", morning, evening, morning)), merge(withVisits("x.xlsx", evening, morning))];
    expect(first.reports.map(({ visit: detail, cells }) => [detail, cells.visitResult?.value])).toEqual(
      second.reports.map(({ visit: detail, cells }) => [detail, cells.visitResult?.value]),
    );
    expect(first.reports).toHaveLength(2);
    expect(first.conflicts).toEqual([]);
  });

  test("prepared rows without an entry are no visits", () => {
    const result = merge(withVisits("x.xlsx", visit({})));
    expect([result.reports, result.conflicts]).toEqual([[], []]);
  });

  test("a visit to a name alone is listed", () => {
    expect(kinds(merge(withVisits("x.xlsx", row("上门记录", { name: "测试一", visitedOn: day("2019-12-10") }))))).toEqual(["unmatched"]);
  });
});
