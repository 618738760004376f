// Names of schools' files and tabs: legal and never two the same, whatever schools are called.
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { schoolKey } from "../../src/domain/identity/keys";
import { schoolFileNames } from "../../src/sheets/vocabulary/file-name";
import { uniqueSheetName } from "../../src/sheets/writing/tab-layout/sheet-names";

const coded = (names: readonly string[]) =>
  names.map((name, index) => ({ name: schoolKey(name), code: String(index + 1).padStart(2, "0") }));
const folds = (names: readonly string[]) => new Set(names.map((name) => name.normalize("NFKC").toUpperCase().toLowerCase()));

const oddName = fc.oneof(
  fc.constantFrom(
    "一/校",
    "一_校",
    "一\\校",
    "一_校(01)",
    "一_校(02)",
    "一_校(01-2)",
    "Abc",
    "aBC",
    "ＡＢＣ",
    "é",
    "e\u0301",
    "con",
    "",
    ".",
    "…",
  ),
  fc.constantFrom("甲", "乙").map((name) => name.repeat(300)),
  fc.string({ unit: "binary", maxLength: 12 }),
);

test("names that differ only in what disks refuse are told apart by the schools' codes", () => {
  expect(schoolFileNames(coded(["一/校", "一_校", "一_校(01)", "二校"]), "催收通知书_", ".xlsx")).toEqual([
    "催收通知书_一_校(01-2).xlsx",
    "催收通知书_一_校(02).xlsx",
    "催收通知书_一_校(01).xlsx",
    "催收通知书_二校.xlsx",
  ]);
});

test("a school of 300 characters is shortened visibly", () => {
  const [name = ""] = schoolFileNames(coded(["校".repeat(300)]), "催收通知书_", ".xlsx");
  expect(name).toMatch(/^催收通知书_校+…\.xlsx$/);
});

test("files have as many names as there are schools, each short enough for every disk and legal on Windows", () => {
  fc.assert(
    fc.property(fc.array(oddName, { maxLength: 12 }), fc.constantFrom("", "县".repeat(400)), (names, county) => {
      const files = schoolFileNames(coded(names), `${county}2019催收名单_`, "_v1_20191120.xlsx");
      expect(folds(files).size).toBe(names.length);
      for (const file of files) {
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(255);
        expect(file).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u);
      }
    }),
  );
});

test("tabs have as many names as there are schools, each at most 31 characters", () => {
  fc.assert(
    fc.property(fc.array(oddName, { maxLength: 12 }), (names) => {
      const tabs = names.reduce<readonly string[]>((taken, name) => [...taken, uniqueSheetName(name, taken)], []);
      expect(folds(tabs).size).toBe(names.length);
      expect(tabs.every((tab) => tab.length > 0 && tab.length <= 31)).toBe(true);
    }),
  );
});
