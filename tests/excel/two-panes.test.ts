// Two panes over one book, and a pane that was closed in the middle: what one has begun the other leaves alone, and nothing that was written or typed is lost.
import { describe, expect, test } from "@jest/globals";
import type { ActionId } from "../../src/actions/index";
import { day } from "../../src/domain/values/day";
import { ExcelWorkbook } from "../../src/excel/excel-workbook";
import type { Left } from "../../src/excel/host";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { Engine } from "../../src/taskpane/engine/engine";
import { typeText } from "../../src/workbench/host/user-edits";
import { stateOf } from "./faults";
import { adapterOf, openBook } from "./open-book";

const list = { name: "名单", rows: [["姓名"], ["王小明"]] };
const aTab = (tab: string, name: string, text: string): SheetSpec => ({
  tab,
  name,
  columns: [{ width: 10, style: "cell" }],
  rows: [[text]],
});
const names = (client: Awaited<ReturnType<typeof openBook>>["client"]) => client.host.book.sheets.map(({ name }) => name);

async function twoPanes() {
  const { client, workbook: first } = await openBook([list], {}, "1.13");
  const told: Left[] = [];
  const second = await ExcelWorkbook.open(adapterOf(client, { onLeft: (what) => told.push(what) }));
  return { client, first, second, told };
}

/** Everything fails from the second round trip of a writing on, as when a pane is closed. */
async function cutShort({ client, first }: Awaited<ReturnType<typeof twoPanes>>) {
  const before = stateOf(client);
  const start = client.host.batches;
  client.host.faults = ({ number }) => (number > start + 2 ? { code: "GeneralException", done: "nothing" } : undefined);
  await expect(first.write([aTab("a", "甲", "新"), aTab("b", "乙", "新")])).rejects.toMatchObject({ code: "not-writable" });
  client.host.faults = undefined;
  expect(stateOf(client)).not.toBe(before);
  return before;
}

describe("a writing that was cut short", () => {
  test("may be another pane's that is at work: it is passed over and said, nothing is written, and one press tidies up", async () => {
    const panes = await twoPanes();
    const { client, second, told } = panes;
    const before = await cutShort(panes);
    expect((await second.read()).map(({ name }) => name)).toEqual(["名单"]);
    expect(told).toEqual(["at-work"]);
    await expect(second.write([aTab("a", "甲", "另")])).rejects.toMatchObject({ code: "other-pane", detail: "甲" });
    await second.tidy();
    expect(stateOf(client)).toBe(before);
    expect(await second.write([aTab("a", "甲", "另")])).toEqual(["甲"]);
    expect(names(client)).toEqual(["名单", "甲"]);
  });

  test("some time ago is tidied up by the next reading, which says so", async () => {
    const panes = await twoPanes();
    const { client, second, told } = panes;
    const before = await cutShort(panes);
    const { settings } = client.host.book;
    for (const [key, value] of settings) settings.set(key, { ...(value as object), at: Date.now() - 3_600_000 });
    expect((await second.read()).map(({ name }) => name)).toEqual(["名单"]);
    expect([told, stateOf(client)]).toEqual([["tidied"], before]);
  });

  test("cannot be tidied up in a book whose structure is protected: that is said, and what was there is read", async () => {
    const panes = await twoPanes();
    const { client, second, told } = panes;
    await cutShort(panes);
    const { settings } = client.host.book;
    for (const [key, value] of settings) settings.set(key, { ...(value as object), at: 0 });
    client.host.book.isStructureProtected = true;
    expect((await second.read()).map(({ name }) => name)).toEqual(["名单"]);
    expect(told).toEqual(["stuck"]);
    client.host.book.isStructureProtected = false;
    await second.tidy();
    expect(names(client)).toEqual(["名单"]);
  });
});

describe("a tab that was to be replaced", () => {
  test.each([
    ["written by another pane since", (second: ExcelWorkbook) => second.write([aTab("a", "甲", "另")]), "另"],
    ["made by another pane since", (second: ExcelWorkbook) => second.write([aTab("c", "丙", "另")]), "另"],
  ] as const)("%s is kept: nothing is written, and the next press goes on from it", async (_, meanwhile, text) => {
    const { client, first, second } = await twoPanes();
    await first.write([aTab("a", "甲", "旧")]);
    await first.read();
    await meanwhile(second);
    const before = stateOf(client);
    const writing = () => first.write([aTab("a", "甲", "新"), aTab("c", "丙", "新")]);
    await expect(writing()).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect(stateOf(client)).toBe(before);
    expect((await first.read()).flatMap(({ rows }) => rows.flat())).toContain(text);
    expect(await writing()).toEqual(["甲", "丙"]);
  });

  test("typed into since is kept, where Excel tells of it", async () => {
    const { client, first } = await twoPanes();
    await first.write([aTab("a", "甲", "旧")]);
    await first.read();
    typeText(client.host, { sheet: client.host.book.sheets[1]!, row: 3, column: 0 }, "中心填的");
    await expect(first.write([aTab("a", "甲", "新")])).rejects.toMatchObject({ code: "changed-meanwhile", detail: "甲" });
    expect((await first.read())[1]?.rows.flat()).toContain("中心填的");
  });
});

test("two panes press buttons in turn: each goes on from what the other wrote, and either takes the last one back", async () => {
  const { client } = await openBook([{ name: "空", rows: [] }], {}, "1.14");
  const season = { clock: day("2019-12-20") };
  const [one, two] = await Promise.all(
    [1, 2].map(async () => {
      const engine = new Engine();
      engine.attach(await ExcelWorkbook.open(adapterOf(client)));
      return (action: ActionId) => engine.run({ action, season }, 0, () => undefined);
    }),
  );
  const sample = new Engine();
  sample.attach(await ExcelWorkbook.open(adapterOf(client)));
  await sample.trySample("示例");
  await one!("calendar");
  await two!("exception-rollup");
  await one!("circular");
  expect((await two!("undo")).result).toMatchObject({ undone: { command: "rollup" }, removed: ["领导总览", "学校汇总"] });
  expect((await one!("undo")).result).toMatchObject({ undone: { command: "rollup" } });
  expect((await two!("undo")).result).toMatchObject({ undone: { command: "calendar" } });
  const { rows } = (await (await ExcelWorkbook.open(adapterOf(client))).read()).find(({ ownTab }) => ownTab === "change-log")!;
  expect(rows.slice(2).map(([, action]) => action)).toEqual(["任务日历", "汇总", "汇总", "撤销上一步", "撤销上一步", "撤销上一步"]);
  client.close();
});
