// Another workbook is in front: Excel refuses to add, activate or select without saying why. It is waited for, and nothing is said to be missing.
import { expect, test } from "@jest/globals";
import { type WaitReason } from "../../src/excel/host";
import { type Fault } from "../../src/workbench/host/faults";
import { openBook } from "./open-book";

const list = { name: "名单", rows: [["姓名"], ["王小明"]] };
const tab = { tab: "a", name: "甲", columns: [{ width: 10, style: "cell" }], rows: [["新"]] } as const;

/** A book whose Excel refuses so many requests in this way, with what was waited for and how often. */
async function refusing(fault: Fault, times: number) {
  const waits: WaitReason[] = [];
  let pauses = 0;
  const book = await openBook([list], {
    onWait: (reason) => void waits.push(reason),
    pause: () => {
      pauses++;
      return Promise.resolve();
    },
  });
  let left = times;
  book.client.host.faults = () => (left-- > 0 ? fault : undefined);
  return { ...book, waits, pauses: () => pauses };
}

const activating: Fault = { code: "GeneralException", place: "Worksheet.activate" };

test("a cell is shown as soon as the book is in front again", async () => {
  const { workbook, client, waits, pauses } = await refusing(activating, 3);
  await workbook.show({ sheet: "名单", cell: "A2" });
  expect([client.host.book.selection.area.top, waits, pauses()]).toEqual([1, ["other-workbook"], 3]);
});

test.each(["WorksheetCollection.add", "WorksheetFreezePanes.freezeRows"])("tabs are written when %s works again", async (place) => {
  const { workbook, client, waits } = await refusing({ code: "GeneralException", place, done: "half" }, 1);
  await workbook.write([tab]);
  expect([client.host.book.sheets.map(({ name }) => name), waits]).toEqual([["名单", "甲"], ["other-workbook"]]);
});

test("the wait is bounded, and the sheet is not said to be gone", async () => {
  const { workbook, pauses } = await refusing(activating, Infinity);
  await expect(workbook.show({ sheet: "名单", cell: "A2" })).rejects.toMatchObject({ code: "locked" });
  expect(pauses()).toBe(30);
});

test("a failure of no known cause is not waited for, nor called a missing sheet", async () => {
  const { workbook, pauses } = await refusing({ code: "GeneralException", place: "Range.values" }, 1);
  await expect(workbook.show({ sheet: "名单", cell: "A2" })).rejects.toMatchObject({ code: "not-readable" });
  expect(pauses()).toBe(0);
});
