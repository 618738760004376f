// Another workbook is in front: Excel refuses to add, activate or select without saying why. It is waited for, and nothing is said to be missing.
import { describe, expect, test } from "@jest/globals";
import { type WaitReason } from "../../src/excel/host";
import { type Fault } from "../../src/workbench/host/faults";
import { Engine } from "../../src/workbench/host/engine/engine";
import { HostError } from "../../src/workbench/host/model/errors";
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

const framed = {
  ...tab,
  freeze: { rows: 1, columns: 0 },
  page: { paper: "A4", orientation: "landscape", margins: { top: 1, bottom: 1, left: 1, right: 1 } },
} as const;

describe("what Excel refuses of a tab's frame", () => {
  const written = async (refuse: (name: string) => boolean) => {
    let skips = 0;
    const book = await openBook([list], { onSkip: () => void skips++ });
    const { execute } = Engine.prototype;
    Engine.prototype.execute = function (batch) {
      const paths = new Map(Object.values(batch.ObjectPaths ?? {}).map((path) => [path.Id, path.Name]));
      const index = batch.Actions.findIndex(({ ObjectPathId }) => refuse(paths.get(ObjectPathId) ?? ""));
      const error = new HostError("GeneralException", "no printer", "PageLayout.paperSize");
      return index < 0 ? execute.call(this, batch) : execute.call(this, batch, { index, error });
    };
    try {
      await book.workbook.write([framed]);
    } finally {
      Engine.prototype.execute = execute;
    }
    const sheet = book.client.host.book.sheet("甲");
    return { skips, cell: sheet?.cells.at(0, 0)?.content, freeze: sheet?.freeze?.rows, orientation: sheet?.page.orientation };
  };

  test.each([
    ["nothing", "", { skips: 0, cell: "新", freeze: 1, orientation: "Landscape" }],
    ["the page set-up, said once", "PageLayout", { skips: 1, cell: "新", freeze: 1, orientation: "Portrait" }],
    ["frozen panes, said once", "FreezePanes", { skips: 1, cell: "新", freeze: undefined, orientation: "Landscape" }],
  ])("is %s", async (_, refused, after) => expect(await written((name) => name !== "" && name === refused)).toEqual(after));
});

test("the width of pages that Excel passes over without a word is read back and said", async () => {
  const skips: string[] = [];
  const { workbook } = await openBook([list], { onSkip: (what) => void skips.push(what) });
  const { execute } = Engine.prototype;
  const wide = { ...framed, page: { ...framed.page, fitWidth: true } };
  await workbook.write([wide]);
  Engine.prototype.execute = function (batch) {
    const isPassedOver = (name: string, value: unknown): boolean =>
      name === "Zoom" && JSON.stringify(value).includes("orizontalFitToPages");
    const Actions = batch.Actions.filter(({ Name, ArgumentInfo }) => !isPassedOver(Name, ArgumentInfo?.Arguments));
    return execute.call(this, { ...batch, Actions });
  };
  try {
    expect(await workbook.write([wide])).toEqual(["甲"]);
  } finally {
    Engine.prototype.execute = execute;
  }
  expect(skips).toEqual(["width"]);
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
