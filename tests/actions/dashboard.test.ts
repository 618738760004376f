// The dashboard over a season: what was done last is the last line of 变更日志, the bars are the figures of the roll-up, and the next step follows.
import { expect, test } from "@jest/globals";
import { dashboardOf } from "../../src/actions/dashboard";
import type { ActionId } from "../../src/actions/index";
import { perform } from "../../src/actions/perform";
import { rollupInput } from "../../src/actions/rollup";
import { OpenSeason } from "../../src/actions/season";
import { type Day, day } from "../../src/domain/values/day";
import { countyGrids, MemoryBook } from "../support/collecting";

const files = { incoming: [], add: () => Promise.resolve() };

function county() {
  const workbook = new MemoryBook(countyGrids(40, 7));
  const open = (today: Day) => OpenSeason.open(workbook, { clock: today, today });
  const press = async (action: ActionId, today: Day) => perform(await open(today), { workbook, files }, { action });
  return { open, press };
}

test("a book to which nothing was done is to be checked; its bars begin at nothing", async () => {
  const { open } = county();
  const season = await open(day("2019-11-18"));
  const { county: whole } = rollupInput(season).tally;
  expect(dashboardOf(season)).toEqual({
    next: { step: "check" },
    recovered: { part: 0, whole: whole.due },
    delivered: { part: 0, whole: whole.toDeliver },
    slips: { part: 0, whole: whole.toDeliver },
  });
});

test("each button moves the season on by its line of the log", async () => {
  const { open, press } = county();
  const walk = [
    ["check", "2019-11-18", "校验名单", "split"],
    ["split", "2019-11-20", "按辖区拆分", "notices"],
    ["notices", "2019-11-25", "生成通知书", "slips"],
    ["feedback", "2019-12-11", "每日反馈", "collect"],
    ["repayment-rollup", "2019-12-11", "汇总", "collect"],
    ["report", "2019-12-19", "上报材料", "collect"],
  ] as const;
  for (const [action, on, name, next] of walk) {
    await press(action, day(on));
    const { last, next: step } = dashboardOf(await open(day(on)));
    expect([last?.on, last?.action, step.step]).toEqual([on, name, next]);
  }
  const { returned, recovered } = dashboardOf(await open(day("2019-12-19")));
  const { county: whole } = rollupInput(await open(day("2019-12-19"))).tally;
  expect(returned).toMatchObject({ part: 0 });
  expect(recovered).toEqual({ part: whole.repaid, whole: whole.due });
});

test("what was taken back is the next step again, and what was done anew is not", async () => {
  const { open, press } = county();
  const today = day("2019-11-25");
  const next = async () => dashboardOf(await open(today)).next.step;
  for (const action of ["check", "split", "notices"] as const) await press(action, today);
  const walk = [
    ["undo", "notices"],
    ["undo", "split"],
    ["undo", "check"],
    ["check", "split"],
  ] as const;
  for (const [action, step] of walk) {
    await press(action, today);
    expect(await next()).toBe(step);
  }
});
