// What the pane says when the world refuses: a sentence with the next step, the name where there is one, and no code where a name belongs.
import { expect, test } from "@jest/globals";
import { WorkbookError, type WorkbookErrorCode } from "../../src/actions/workbook";
import { refusalOf } from "../../src/taskpane/shell/refusals";

test.each<[WorkbookErrorCode, string, string]>([
  ["protected", ": AccessDenied Worksheet.delete", "工作簿或工作表受保护，Excel 不让改动。请在“审阅”中撤消保护，再点“再试一次”。"],
  ["not-found", ": ItemNotFound Worksheet.getRange", "要用的工作表或单元格不在了，可能刚被删除。请点“再试一次”，会重新读取工作簿。"],
  [
    "not-writable",
    ": GeneralException Range.values",
    "没能写进工作簿（GeneralException Range.values），原有的表没有变动。请点“再试一次”；仍不行时，保存后重新打开工作簿。",
  ],
  ["locked", ": InvalidOperationInCellEditMode", "正在编辑单元格，或文件被占用。请按回车（或 Esc）结束编辑，再点“再试一次”。"],
])("%s %s", (code, detail, text) => {
  expect(refusalOf(new WorkbookError(code, detail), "zh-CN")).toBe(text);
});

test("a sheet that is too large is named, a book that is too large has its reason", () => {
  const reason = { why: "cells", count: 5_000_000 } as const;
  expect(refusalOf(new WorkbookError("too-large", "名单", reason), "zh-CN")).toBe(
    "“名单”超出了能处理的大小（超过 5000000 个单元格）。请删去多余的空行、空表，或分成几个文件后再试。",
  );
  expect(refusalOf(new WorkbookError("too-large", "", reason), "zh-CN")).toBe(
    "工作簿太大，Excel 一次拿不出来（超过 5000000 个单元格）。请把无关的工作表移到别的工作簿，再点“再试一次”。",
  );
});

test("a bug is one line, never a stack", () => {
  const error = new TypeError("first\nsecond");
  expect(refusalOf(error, "en")).toContain("TypeError: first");
  expect(refusalOf(error, "en")).not.toContain("second");
});
