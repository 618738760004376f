// The engine across a thread's line, over the open book of the genuine Excel client: everything that travels arrives whole, errors with their codes.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { MessageChannel } from "node:worker_threads";
import { expose, proxy, type Remote, wrap } from "comlink";
import { actions } from "../../src/actions/index";
import { type Workbook, WorkbookError } from "../../src/actions/workbook";
import { day } from "../../src/domain/values/day";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { tabNames as tabs } from "../../src/sheets/vocabulary/tabs";
import { Cancelled } from "../../src/taskpane/engine/cancelled";
import { Engine } from "../../src/taskpane/engine/engine";
import { carryErrors } from "../../src/taskpane/engine/errors-across";
import { RemoteEngine, type SentBook, sentBook } from "../../src/taskpane/engine/remote-engine";
import type { Request } from "../../src/taskpane/engine/request";
import { openBook, type OpenBook } from "../excel/open-book";

const season = { clock: day("2019-11-20") };
const county = countyBook(sampleCounty({ persons: 40, seed: 3 }));
const empty = { name: "空", rows: [] };

// Every callback that travels opens a channel of its own; open ones would keep the test from ending.
const channels: MessageChannel[] = [];
globalThis.MessageChannel = class extends MessageChannel {
  constructor() {
    super();
    channels.push(this);
  }
} as unknown as typeof globalThis.MessageChannel;

carryErrors();
const { port1, port2 } = new MessageChannel();
expose(new RemoteEngine(new Engine()), port1 as never);
const engine: Remote<RemoteEngine> = wrap<RemoteEngine>(port2 as never);
const step = proxy(() => undefined);
let excel: OpenBook;

const attach = (workbook: Workbook) => engine.attach(workbook.name, proxy(sentBook(workbook)) as unknown as Remote<SentBook>);
const bare = { name: "", write: async () => [], remove: async () => undefined, clearMarks: async () => undefined };
const run = async (request: Request) => engine.run(request, (await engine.plan(request)).files.length, step);
// What is kept for taking back is hidden for good, and not announced.
const tabNames = async () => (await excel.workbook.read()).flatMap(({ name, visibility }) => (visibility === "veryHidden" ? [] : [name]));

beforeAll(async () => {
  excel = await openBook([empty], {}, "1.13");
  await attach(excel.workbook);
});
afterAll(() => {
  for (const channel of channels) channel.port1.close();
  port1.close();
});

test("a book without borrowers is refused with its code and detail", async () => {
  const refusal = await engine.look(season).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(WorkbookError);
  expect(refusal).toMatchObject({ code: "no-borrowers", detail: "回收.xlsx" });
});

test("the season at a glance, then every plan exactly as it comes to pass, tab for tab and file for file", async () => {
  await excel.workbook.write(county.sheets);
  const overview = await engine.look(season);
  expect(overview.totals.persons).toBe(40);
  expect(overview.control.every(({ ok }) => ok)).toBe(true);
  for (const action of ["check", "split", "notices", "repayment-rollup", "exception-rollup", "circular", "report"] as const) {
    const request: Request = { action, season };
    const before = await tabNames();
    const plan = await engine.plan(request);
    expect(await tabNames()).toEqual(before);
    const outcome = await engine.run(request, plan.files.length, step);
    const added = plan.tabs.filter(({ replaces }) => !replaces).map(({ name }) => name);
    expect(await tabNames()).toEqual([...before, ...added]);
    expect(outcome.files).toEqual(plan.files);
    expect(outcome.result).toEqual(plan.result);
    expect(outcome.saving === undefined).toBe(plan.files.length === 0);
  }
});

test.each(["repayment-rollup", "exception-rollup", "circular"] as const)(
  "%s announces and writes its own tabs, no other roll-up's",
  async (id) => {
    // In this county no school has said a word on money, and nobody has paid in part: there is nothing to compare.
    const wanted = (actions.find((action) => action.id === id)?.tabs ?? []).filter((tab) => tab !== "repayment-check");
    const own = wanted.map((tab) => tabs[tab]);
    const plan = await engine.plan({ action: id, season });
    expect(plan.tabs.map(({ name }) => name)).toEqual([...own, tabs["change-log"]]);
    expect((await engine.run({ action: id, season }, 0, step)).tabs).toEqual(own);
  },
);

test("a book that has not changed crosses the line once, and one that has crosses again", async () => {
  const grids = await excel.workbook.read();
  let book = grids;
  const crossing: boolean[] = [];
  const { read, ...rest } = sentBook({ ...bare, read: async () => book });
  const counted: SentBook = {
    ...rest,
    read: async () => {
      const sent = await read();
      crossing.push(sent !== undefined);
      return sent;
    },
  };
  await engine.attach("回收.xlsx", proxy(counted) as unknown as Remote<SentBook>);
  const persons = async () => (await engine.look(season)).totals.persons;
  expect([await persons(), await persons()]).toEqual([40, 40]);
  book = grids.map((grid) => (grid.name === "应还名单" ? { ...grid, rows: grid.rows.slice(0, 10) } : grid));
  expect(await persons()).toBeLessThan(40);
  expect(crossing).toEqual([true, false, true]);
  await attach(excel.workbook);
});

test.each([
  ["check", "校验结果"],
  ["split", "拆分清单"],
  ["notices", undefined],
  ["repayment-rollup", "还款汇总"],
  ["exception-rollup", "异常汇总"],
  ["circular", "领导总览"],
  ["report", "上报存档"],
] as const)("%s: the tab that it was pressed for is %s", async (action, tab) => {
  expect((await run({ action, season })).mainTab).toBe(tab);
});

test("with passwords, no password travels to the pane; they are in the centre's list", async () => {
  const outcome = await run({ action: "split", season, encrypt: true });
  expect(outcome.files).toContain("中心留存/密码清单.xlsx");
  expect(JSON.stringify(outcome.result)).not.toContain("password");
});

test("stopped before a tab is written, the book is as it was", async () => {
  const before = await excel.workbook.read();
  const stopped = engine.run(
    { action: "split", season, tabs: true },
    20,
    proxy((stage: string) => void (stage === "files" && engine.cancel())),
  );
  expect(await stopped.catch((error: unknown) => error)).toBeInstanceOf(Cancelled);
  expect(await excel.workbook.read()).toEqual(before);
});
