// Remarks on waivers: what says that something was remitted in this season, and what denies it, asks for it, or speaks of another year.
import { expect, test } from "@jest/globals";
import { waiverInRemark } from "../../src/sheets/vocabulary/waiver-words";

test.each([
  ["本年免息", "interest"],
  ["2025年利息已免除", "interest"],
  ["按政策免除当年利息", "interest"],
  ["利息全免，本金延期", "interest"],
  ["贷款已代偿", "debt"],
  ["已减免", "debt"],
  ["本息全免", "debt"],
  ["2024年利息已免除", undefined],
  ["不免息", undefined],
  ["不符合免息条件", undefined],
  ["申请减免，等批复", undefined],
  ["免息期已过", undefined],
  ["未予减免", undefined],
  ["免费师范生", undefined],
  ["家长说难免迟几天", undefined],
  ["利息未还", undefined],
  ["", undefined],
])("%s means %s in 2025", (remark, of) => {
  expect(waiverInRemark(2025)(remark)).toBe(of);
});
