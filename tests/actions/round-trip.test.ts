// A model plays schools against the centre: whatever they do with their workbooks, no answer is lost, none counts twice, no fact changes, all is told.
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { undo } from "../../src/actions/undo";
import {
  collectInto,
  countyGrids,
  fillList,
  incoming,
  MemoryBook,
  registerValues,
  schoolFiles,
  seasonOf,
  tabRows,
  typeInto,
} from "../support/collecting";
import { actions, byKey, contractsIn, county, given, play, registered, runs, wanted } from "../support/school-model";

test("no legal answer is lost, none counts twice, no fact changes, every illegal change is told with its kind", async () => {
  await fc.assert(
    fc.asyncProperty(county.persons, county.seed, actions, async (persons, seed, played) => {
      const { grids, models } = play(persons, seed, played);
      const book = new MemoryBook(grids);
      const outcome = await collectInto(book, given(models));
      expect(byKey(registered(book.grids))).toEqual(byKey(wanted(models)));
      expect(book.grids.slice(0, grids.length)).toEqual(grids);
      for (const { file, told, isOut } of models) {
        const own = outcome.conflicts.filter((one) => one.file === file.name);
        if (isOut) {
          expect(own.some(({ kind }) => kind === "other-school" || kind === "row-shifted")).toBe(true);
          continue;
        }
        const said = new Set(outcome.conflicts.map(({ kind, contractNo, field }) => `${kind}|${contractNo ?? ""}|${field ?? ""}`));
        expect([...told].filter((text) => !said.has(text))).toEqual([]);
      }
      // Nothing is told that nobody did.
      const all = new Set(models.flatMap(({ told }) => [...told]));
      const whole = new Set(models.flatMap(({ file, isOut }) => (isOut ? [file.name] : [])));
      const invented = outcome.conflicts.filter(
        ({ file, kind, contractNo, field }) =>
          !whole.has(file.replace("(1).xlsx", ".xlsx")) && !whole.has(file) && !all.has(`${kind}|${contractNo ?? ""}|${field ?? ""}`),
      );
      expect(invented).toEqual([]);
    }),
    runs,
  );
});

test("the order of files decides nothing, and the same again changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(county.persons, county.seed, actions, async (persons, seed, played) => {
      const { grids, models } = play(persons, seed, played);
      const [there, back] = [new MemoryBook(grids), new MemoryBook(grids)];
      const first = await collectInto(there, given(models));
      const second = await collectInto(back, given(models).reverse());
      expect(registerValues(back.grids)).toEqual(registerValues(there.grids));
      const signs = ({ conflicts }: typeof first) => conflicts.map((one) => JSON.stringify(one)).sort();
      expect(signs(second)).toEqual(signs(first));
      const before = registerValues(there.grids);
      const again = await collectInto(there, given(models));
      expect([again.updated, signs(again), registerValues(there.grids)]).toEqual([0, signs(first), before]);
    }),
    runs,
  );
});

test("decisions are kept: what was decided is asked no more and stays decided", async () => {
  await fc.assert(
    fc.asyncProperty(county.persons, county.seed, actions, fc.infiniteStream(fc.boolean()), async (persons, seed, played, coin) => {
      const { grids, models } = play(persons, seed, played);
      const book = new MemoryBook(grids);
      await collectInto(book, given(models));
      const picks = new Map<string, string>();
      for (const row of tabRows(book, "conflicts")) {
        const isOffered =
          row["类型"] === "锁定内容被改" && ["联系电话", "家庭住址"].includes(String(row["项目"])) && row["交回内容"] !== null;
        const takes = coin.next().value && isOffered;
        picks.set(String(row["题号"]), takes ? "采用" : "拒绝");
      }
      for (const [key, decision] of picks) typeInto(book, "conflicts", (row) => row["题号"] === key, { 决定: decision });
      const second = await collectInto(book, given(models));
      expect([second.open, second.conflicts]).toEqual([0, []]);
      const decided = registerValues(book.grids);
      const third = await collectInto(book, given(models).reverse());
      expect([third.open, third.updated, registerValues(book.grids)]).toEqual([0, 0, decided]);
      expect(tabRows(book, "return-decisions")).toHaveLength(picks.size);
      expect(tabRows(book, "amendments")).toHaveLength([...picks.values()].filter((text) => text === "采用").length);
      expect(book.grids.slice(0, grids.length)).toEqual(grids);
    }),
    runs,
  );
});

test("undo is exact, run by run", async () => {
  await fc.assert(
    fc.asyncProperty(county.persons, county.seed, actions, actions, async (persons, seed, played, later) => {
      const { grids, models } = play(persons, seed, played);
      const book = new MemoryBook(grids);
      const growing: readonly (string | undefined)[] = ["change-log", "run-journal", "notice-numbers"];
      const state = () => book.grids.filter(({ ownTab }) => !growing.includes(ownTab)).map(({ name, rows }) => ({ name, rows }));
      const steps = [given(models), given(play(persons, seed, [...played, ...later]).models)];
      const states = [state()];
      for (const files of steps) {
        await collectInto(book, files);
        if (JSON.stringify(state()) !== JSON.stringify(states.at(-1))) states.push(state());
      }
      while (states.length > 1) {
        states.pop();
        const season = seasonOf(book);
        await undo.run(season, { workbook: book, files: incoming([]) });
        expect(state()).toEqual(states.at(-1));
      }
    }),
    runs,
  );
});

test("an older file that comes late takes nothing away, whatever it leaves blank", async () => {
  const grids = countyGrids(40, 7);
  const [file] = [...schoolFiles(grids).values()].filter((one) => contractsIn(one).length >= 4);
  const book = new MemoryBook(grids);
  const fuller = fillList(file!, { 0: { 签收人: "王建民", 备注: "x" }, 1: { 还款状态: "已还" } });
  await collectInto(book, [fuller]);
  const before = registerValues(book.grids);
  await collectInto(book, [file!, fillList(file!, { 0: { 签收人: "王建民" } })]);
  expect(registerValues(book.grids)).toEqual(before);
});
