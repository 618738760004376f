// Tabs of ours in a user's file: every part of theirs stays the same to the byte, whoever wrote the file.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { WorkbookError } from "../../src/actions/workbook";
import { day } from "../../src/domain/values/day";
import { type SheetSpec } from "../../src/sheets/writing/spec";
import { graft } from "../../src/xlsx/graft";
import { readBook } from "../../src/xlsx/read-book";
import { everything } from "./everything";
import { minimal, minimalWith, packages, richBook, zipOf } from "./packages";

const lists = /^(\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml)$/i;

function aTab(tab: string, name: string, more: Partial<SheetSpec> = {}): SheetSpec {
  return { tab, name, columns: [{ width: 12, style: "cell" }], rows: [["610526199403150018"]], ...more };
}

function parts(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part, true)]));
}

function text(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name];
  return part ? strFromU8(part) : "";
}

async function names(bytes: Uint8Array): Promise<readonly string[]> {
  const { grids } = await readBook(bytes, "book.xlsx");
  return grids.map((grid) => grid.name);
}

describe.each(packages)("$name", ({ make }) => {
  test("every part of the user's but the lists of tabs, parts and styles is the same to the byte", async () => {
    const original = await make();
    const before = parts(original);
    const after = parts((await graft(original, [everything], [])).bytes);
    const untouched = [...before].filter(([name]) => !lists.test(name));
    expect(untouched.length).toBeGreaterThan(1);
    expect(untouched.map(([name]) => [name, after.get(name)])).toEqual(untouched);
  });

  test("ours can be read beside theirs, text with all its digits", async () => {
    const original = await make();
    const { bytes, names: given } = await graft(original, [everything, aTab("list", "名单")], []);
    const { grids } = await readBook(bytes, "book.xlsx");
    expect(grids.filter((grid) => !grid.ownTab)).toEqual((await readBook(original, "book.xlsx")).grids);
    const roster = grids.find((grid) => grid.ownTab === "list");
    expect([roster?.name, roster?.rows]).toEqual([given[1], [["610526199403150018"]]]);
  });

  test("run twice it is the same file; with other rows styles do not grow", async () => {
    const first = await graft(await make(), [everything, aTab("list", "名单")], []);
    const second = await graft(first.bytes, [everything, aTab("list", "名单")], []);
    const third = await graft(second.bytes, [everything, aTab("list", "名单")], []);
    expect(second.names).toEqual(first.names);
    expect(parts(third.bytes)).toEqual(parts(second.bytes));
    expect(text(second.bytes, "xl/styles.xml")).toBe(text(first.bytes, "xl/styles.xml"));
    expect([...parts(second.bytes).keys()].sort()).toEqual([...parts(first.bytes).keys()].sort());
  });

  test("what was put in can be taken out again without a trace among the parts", async () => {
    const original = await make();
    const before = parts(original);
    const { bytes } = await graft(original, [everything], []);
    const after = parts((await graft(bytes, [], ["rollup"])).bytes);
    expect([...after.keys()].filter((name) => name !== "xl/styles.xml")).toEqual(
      [...before.keys()].filter((name) => name !== "xl/styles.xml"),
    );
    expect(await names((await graft(bytes, [], ["rollup"])).bytes)).toEqual(await names(original));
  });
});

test("no part of the user's is dropped, in whatever case its name is written, when our tabs come, change and go", async () => {
  const original = unzipSync(await richBook());
  const cased = fc
    .array(fc.boolean(), { minLength: 40, maxLength: 40 })
    .map(
      (capitals) => (name: string) =>
        [...name].map((letter, at) => (capitals[at % 40] ? letter.toUpperCase() : letter.toLowerCase())).join(""),
    );
  await fc.assert(
    fc.asyncProperty(cased, async (named) => {
      const theirs = Object.fromEntries(Object.entries(original).map(([name, part]) => [named(name), part]));
      const first = await graft(zipSync(theirs), [everything, aTab("list", "名单")], []);
      const second = await graft(first.bytes, [aTab("list", "名单", { rows: [["新"]] })], ["rollup"]);
      const third = await graft(second.bytes, [], ["list"]);
      for (const { bytes } of [first, second, third]) {
        const after = unzipSync(bytes);
        expect(Object.keys(theirs).filter((name) => !lists.test(name) && after[name] === undefined)).toEqual([]);
        expect((await readBook(bytes, "book.xlsx")).grids.filter(({ ownTab }) => !ownTab)).toHaveLength(2);
      }
    }),
    { numRuns: 10, seed: 7 },
  );
});

describe("the order of tabs and what is bound to it", () => {
  test("a tab is replaced where it stands; the names of other tabs move along", async () => {
    const first = await graft(
      await richBook(),
      [aTab("a", "甲"), aTab("b", "乙", { filter: { top: 0, left: 0, bottom: 3, right: 0 } })],
      [],
    );
    const { bytes } = await graft(first.bytes, [aTab("c", "丙")], ["a"]);
    expect(await names(bytes)).toEqual(["借款学生", "说明 (旧)", "乙", "丙"]);
    const bound = [...text(bytes, "xl/workbook.xml").matchAll(/<definedName name="([^"]+)"(?: localSheetId="(\d)")?[^>]*>([^<]+)</g)];
    expect(bound.map(([, name, sheet, refersTo]) => [name, sheet, refersTo])).toEqual([
      ["总额", undefined, "借款学生!$B$2:$B$3"],
      ["_xlnm.Print_Area", "1", "'说明 (旧)'!$A$1:$B$2"],
      ["_xlnm._FilterDatabase", "2", "'乙'!$A$1:$A$4"],
      ["LoanRecovery.tab", "2", '"b"'],
      ["LoanRecovery.tab", "3", '"c"'],
    ]);
  });

  test("the book opens where the user left it, and at the first visible tab when that one is gone", async () => {
    const original = await richBook();
    const { bytes } = await graft(original, [aTab("a", "甲"), aTab("b", "乙")], []);
    expect(text(bytes, "xl/workbook.xml")).toContain('activeTab="1"');
    const texts = Object.fromEntries([...parts(bytes).keys()].map((name) => [name, text(bytes, name)]));
    const left = zipOf({ ...texts, "xl/workbook.xml": texts["xl/workbook.xml"]?.replace('activeTab="1"', 'activeTab="3"') ?? "" });
    expect(text((await graft(left, [aTab("b", "乙")], ["a"])).bytes, "xl/workbook.xml")).toContain('activeTab="2"');
    expect(text((await graft(left, [], ["b"])).bytes, "xl/workbook.xml")).toContain('activeTab="0"');
  });

  test("a copy that a person made of our tab in Excel is theirs", async () => {
    const { bytes } = await graft(minimalWith({}), [aTab("a", "甲")], []);
    const copied = parts(bytes);
    const xml = text(bytes, "xl/workbook.xml")
      .replace("</sheets>", '<sheet name="甲 (2)" sheetId="9" r:id="rId1"/></sheets>')
      .replace("</definedNames>", '<definedName name="LoanRecovery.tab" localSheetId="2" hidden="1">"a"</definedName></definedNames>');
    const texts = Object.fromEntries([...copied.keys()].map((name) => [name, name === "xl/workbook.xml" ? xml : text(bytes, name)]));
    const { bytes: after, names: given } = await graft(minimalWith(texts), [aTab("a", "甲", { rows: [["新"]] })], []);
    expect(given).toEqual(["甲"]);
    expect(await names(after)).toEqual(["名单", "甲", "甲 (2)"]);
    expect(await names((await graft(after, [], ["a"])).bytes)).toEqual(["名单", "甲 (2)"]);
  });

  test("the last visible tab cannot be taken out", async () => {
    const hidden = minimalWith({ "xl/workbook.xml": minimal["xl/workbook.xml"]?.replace("sheetId", 'state="hidden" sheetId') ?? "" });
    const { bytes } = await graft(hidden, [aTab("a", "甲")], []);
    await expect(graft(bytes, [], ["a"])).rejects.toThrow(new WorkbookError("not-writable", "", { why: "no-visible-sheet" }));
  });
});

describe("books that are not to be changed", () => {
  const books: [string, Readonly<Record<string, string>>, string][] = [
    [
      "a locked structure",
      { "xl/workbook.xml": minimal["xl/workbook.xml"]?.replace("<sheets>", '<workbookProtection lockStructure="1"/><sheets>') ?? "" },
      "protected: structure",
    ],
    [
      "a digital signature",
      {
        "_rels/.rels":
          minimal["_rels/.rels"]?.replace(
            "</Relationships>",
            '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
          ) ?? "",
      },
      "protected: signature",
    ],
    ["a document type", { "xl/workbook.xml": `<!DOCTYPE workbook>${minimal["xl/workbook.xml"] ?? ""}` }, "not-readable: xl/workbook.xml"],
    ["broken XML", { "xl/workbook.xml": "<workbook><sheets>" }, "not-readable: xl/workbook.xml"],
  ];

  test.each(books)("%s is refused", async (_, changes, message) => {
    await expect(graft(minimalWith(changes), [aTab("a", "甲")], [])).rejects.toThrow(message);
  });

  test("a file that is cut off is refused", async () => {
    await expect(graft((await richBook()).slice(0, 2000), [aTab("a", "甲")], [])).rejects.toThrow(WorkbookError);
  });

  test("a tab that Excel would repair is refused before anything is made", async () => {
    await expect(graft(minimalWith({}), [aTab("a", "甲", { tabColor: "red" })], [])).rejects.toThrow(RangeError);
  });
});

describe("books with habits of their own", () => {
  test("days are counted from 1904 where the book does so", async () => {
    const book = await writeXlsx({ dateSystem: "1904", sheets: [{ name: "旧", rows: [["a"]] }] });
    const rule = { kind: "day", from: day("2019-12-20"), to: day("2019-12-21") } as const;
    const area = { top: 0, left: 0, bottom: 0, right: 0 };
    const validations = [{ area, rule, error: { title: "", message: "" } }];
    const { bytes } = await graft(book, [aTab("a", "甲", { rows: [[{ day: day("2019-12-20") }]], validations })], []);
    const { grids } = await readBook(bytes, "book.xlsx");
    expect(grids[1]?.rows).toEqual([[{ day: "2019-12-20" }]]);
    const { sheets } = await readXlsx(bytes);
    expect(sheets[1]?.dataValidations?.[0]).toMatchObject({ formula1: "42357", formula2: "42358" });
  });

  test("a strict book gets strict parts", async () => {
    const strict = Object.fromEntries(
      Object.entries(minimal).map(([name, xml]) => [
        name,
        xml
          .replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
          .replaceAll(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
          ),
      ]),
    );
    const { bytes } = await graft(minimalWith(strict), [everything], []);
    const ours = [...parts(bytes)].filter(([name]) => name.startsWith("xl/")).map(([, xml]) => xml);
    expect(ours.join("")).not.toContain("schemas.openxmlformats.org/spreadsheetml");
    expect(ours.join("")).not.toContain("schemas.openxmlformats.org/officeDocument");
    expect(await names(bytes)).toEqual(["名单", "分学校 汇总'表", "分学校 汇总'表#"]);
  });

  test("the order of calculation is dropped only when it names a tab that goes", async () => {
    const relation =
      '<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>';
    const withChain = (bytes: Uint8Array, chain: string): Uint8Array => {
      const texts = Object.fromEntries([...parts(bytes).keys()].map((name) => [name, text(bytes, name)]));
      const rels = texts["xl/_rels/workbook.xml.rels"]?.replace("</Relationships>", `${relation}</Relationships>`) ?? "";
      return minimalWith({ ...texts, "xl/_rels/workbook.xml.rels": rels, "xl/calcChain.xml": chain });
    };
    const { bytes } = await graft(minimalWith({}), [aTab("a", "甲")], []);
    const theirs = await graft(withChain(bytes, '<calcChain><c r="A1" i="1"/></calcChain>'), [aTab("a", "甲")], []);
    const ours = await graft(withChain(bytes, '<calcChain><c r="A1" i="2"/></calcChain>'), [aTab("a", "甲")], []);
    expect([...parts(theirs.bytes).keys()]).toContain("xl/calcChain.xml");
    expect([...parts(ours.bytes).keys()]).not.toContain("xl/calcChain.xml");
    expect(text(ours.bytes, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
  });

  test("parts lie under free names when theirs already have ours", async () => {
    const { bytes } = await graft(await richBook(), [everything], []);
    const charts = [...parts(bytes).keys()].filter((name) => /chart\d+\.xml$/.test(name));
    expect(charts).toEqual([
      "xl/charts/chart1.xml",
      "xl/charts/chart2.xml",
      "xl/charts/chart3.xml",
      "xl/charts/chart4.xml",
      "xl/charts/chart5.xml",
    ]);
  });
});
