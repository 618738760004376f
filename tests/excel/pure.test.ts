// The parts of the Excel adapter that need no Excel: cells, cutting, addresses, errors, areas.
import { describe, expect, test } from "@jest/globals";
import { WorkbookError } from "../../src/actions/workbook";
import { cellOf, isDayFormat } from "../../src/excel/cells";
import { addressLists, packed, valueBytes } from "../../src/excel/chunks";
import { portError, waitReason } from "../../src/excel/errors";
import { marksOf } from "../../src/excel/marks";
import { partsOf } from "../../src/excel/render-page";
import { patches } from "../../src/excel/style-areas";
import { textOfFormula } from "../../src/excel/own-mark";
import { type Finding } from "../../src/domain/record/finding";

test.each([
  ["yyyy-mm-dd", true],
  ["yyyy/m/d;@", true],
  ['yyyy"年"m"月"d"日"', true],
  ["[$-804]yyyy\\年m\\月", true],
  ["[$-F800]dddd, mmmm dd, yyyy", true],
  ["m/d/yyyy h:mm", true],
  ["mmm", true],
  ["e/m/d", true],
  ["General", false],
  ["@", false],
  ["0.00", false],
  ["#,##0.00_);[Red](#,##0.00)", false],
  ['0"天"', false],
  ["h:mm:ss", false],
  ["mm:ss.0", false],
  ["[h]:mm", false],
])("the number format %s shows a day: %s", (code, expected) => {
  expect(isDayFormat(code)).toBe(expected);
});

test("cells are days by their format, faults by their type, and otherwise what they are", () => {
  expect(cellOf(43819, "yyyy-mm-dd", undefined)).toEqual({ day: "2019-12-20" });
  expect(cellOf(43819.75, "yyyy-mm-dd h:mm", undefined)).toEqual({ day: "2019-12-20" });
  expect(cellOf(43819, "General", undefined)).toBe(43819);
  expect(cellOf(0.5, "yyyy-mm-dd", undefined)).toBe(0.5);
  expect(cellOf("#N/A", undefined, "Error")).toEqual({ fault: "error", text: "#N/A" });
  expect(cellOf("#N/A", undefined, "String")).toBe("#N/A");
  expect(cellOf("", undefined, undefined)).toBeNull();
  expect(cellOf(610526199403150000, undefined, undefined)).toBe(610526199403150000);
  expect(cellOf(true, undefined, undefined)).toBe(true);
});

describe("cutting", () => {
  test("address lists stay within the limit and lose nothing", () => {
    const addresses = Array.from({ length: 5000 }, (_, index) => `C${index + 1}`);
    const lists = addressLists(addresses);
    expect(Math.max(...lists.map((list) => list.length))).toBeLessThanOrEqual(8192);
    expect(lists.join(",").split(",")).toEqual(addresses);
  });

  test("items are packed in order, a heavy one alone", () => {
    expect(packed([1, 2, 9, 1, 1], (weight) => weight, 4)).toEqual([[1, 2], [9], [1, 1]]);
  });

  test("a value is never taken for smaller than it is in a request", () => {
    for (const value of ["甲", 'a"b', "\\", "\n", "plain", "👨", "=1+1"]) {
      const sent = new TextEncoder().encode(JSON.stringify(JSON.stringify(value))).length;
      expect(valueBytes(value)).toBeGreaterThanOrEqual(sent - 2);
    }
  });
});

describe("refusals", () => {
  const refused = (code: string, more: object = {}): unknown => Object.assign(new Error("翻译过的说明"), { code, ...more });

  test.each([
    ["AccessDenied", "protected"],
    ["ItemNotFound", "not-found"],
    ["RequestAborted", "locked"],
    ["RequestPayloadSizeLimitExceeded", "too-large"],
    ["InvalidOperationInCellEditMode", "locked"],
    ["ActivityLimitReached", "locked"],
    ["GeneralException", "not-writable"],
  ])("%s is told as %s, without any text of Excel", (code, expected) => {
    const error = portError(refused(code, { debugInfo: { errorLocation: "Range.values" } }), "not-writable");
    expect(error).toBeInstanceOf(WorkbookError);
    expect(error).toMatchObject({ code: expected, detail: `: ${code} Range.values` });
  });

  test("mistakes in the program and errors of ours are passed on", () => {
    for (const error of [new RangeError("x"), new WorkbookError("no-borrowers", ""), "text"])
      expect(portError(error, "not-readable")).toBe(error);
  });

  test("only what passes by itself is waited for", () => {
    expect(
      ["InvalidOperationInCellEditMode", "InactiveWorkbook", "ActivityLimitReached", "AccessDenied"].map((code) =>
        waitReason(refused(code)),
      ),
    ).toEqual(["cell-edit", "other-workbook", "busy", undefined]);
    expect(waitReason(refused("GenericHttpError", { httpStatusCode: 429 }))).toBe("busy");
  });
});

test("equal neighbours become one area, downwards and sideways", () => {
  expect(patches([["a", "a", "b"], ["a", "a", undefined], ["b"]])).toEqual([
    { value: "b", area: { top: 0, bottom: 0, left: 2, right: 2 } },
    { value: "a", area: { top: 0, bottom: 1, left: 0, right: 1 } },
    { value: "b", area: { top: 2, bottom: 2, left: 0, right: 0 } },
  ]);
});

test("marks come back from the formulas that they are kept as", () => {
  expect(textOfFormula('="校验""结果"')).toBe('校验"结果');
  expect(textOfFormula("=Sheet1!$A$1")).toBeUndefined();
});

test("a header is cut into its three parts", () => {
  expect(partsOf("&L甲&R第 &P 页")).toEqual({ left: "甲", center: "", right: "第 &P 页" });
  expect(partsOf("内部")).toEqual({ left: "", center: "内部", right: "" });
});

test("marks: the gravest finding of a cell decides, neighbours below each other are one area, findings without a cell have none", () => {
  const finding = (cell: string, severity: Finding["severity"]): Finding => ({
    rule: "r",
    severity,
    sheet: "名单",
    row: 2,
    cell,
    params: {},
  });
  const marks = marksOf([
    finding("B2", "info"),
    finding("B2", "error"),
    finding("B3", "error"),
    finding("D9", "warning"),
    finding("", "error"),
  ]);
  expect(marks).toEqual([
    {
      sheet: "名单",
      lists: [
        { fill: "FFE699", addresses: "D9" },
        { fill: "F8CBAD", addresses: "B2:B3" },
      ],
    },
  ]);
});
