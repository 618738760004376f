// A model plays schools against the centre: whatever they do with their workbooks, no answer is lost, none counts twice, no fact changes, all is told.
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { OpenSeason } from "../../src/actions/season";
import { undo } from "../../src/actions/undo";
import { leastRows } from "../../src/domain/returns/shifted";
import type { CellValue, Grid } from "../../src/sheets/grid";
import {
  collectingDay,
  collectInto,
  countyGrids,
  editList,
  fillList,
  incoming,
  MemoryBook,
  registerValues,
  type SchoolFile,
  schoolFiles,
  tabRows,
  typeInto,
} from "../support/collecting";

const answers = {
  送达日期: [
    ["2019-11-26", "2019-11-26"],
    ["2019.12.1", "2019-12-01"],
    ["12月3日", "2019-12-03"],
  ],
  送达方式: [
    ["入户", "visit"],
    ["邮寄送达", "mail"],
  ],
  签收人: [
    ["王建民", "王建民"],
    ["李玉兰", "李玉兰"],
  ],
  与借款人关系: [
    ["父亲", "father"],
    ["妈妈", "mother"],
  ],
  还款状态: [
    ["支付宝已还", "paid"],
    ["没还", "unpaid"],
    ["承诺", "promised"],
  ],
  实还合计: [
    ["1,020.50元", 102_050],
    [300, 30_000],
  ],
  备注: [
    ["见到本人", "见到本人"],
    ["=1+1", "=1+1"],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [CellValue, string | number])[]>>;
const fieldOf: Readonly<Record<keyof typeof answers, string>> = {
  送达日期: "deliveredOn",
  送达方式: "deliveryMethod",
  签收人: "signedBy",
  与借款人关系: "signerRelation",
  还款状态: "repaymentStatus",
  实还合计: "repaid",
  备注: "note",
};
const illegal = { 送达日期: "2019-11-31", 还款状态: "联系了", 实还合计: "约一千" } as const;
const facts = { 应还合计: "due", 姓名: "name", 联系电话: "phone", 家庭住址: "address" } as const;

const heading = fc.constantFrom(...(Object.keys(answers) as (keyof typeof answers)[]));
const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("fill" as const), row: fc.nat(30), heading, pick: fc.nat(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("wrong" as const),
      row: fc.nat(30),
      heading: fc.constantFrom(...(Object.keys(illegal) as (keyof typeof illegal)[])),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("fact" as const),
      row: fc.nat(30),
      heading: fc.constantFrom(...(Object.keys(facts) as (keyof typeof facts)[])),
    }),
  },
  fc.record({ do: fc.constant("blank" as const), row: fc.nat(30), heading }),
  fc.record({ do: fc.constant("delete" as const), row: fc.nat(30) }),
  fc.record({ do: fc.constant("copy" as const), row: fc.nat(30) }),
  fc.record({ do: fc.constantFrom("shuffle" as const, "rename" as const, "missend" as const, "sort" as const, "repeat" as const) }),
);
type Action = { readonly do: string; readonly row?: number; readonly heading?: string; readonly pick?: number };

/** What a school's file holds, as the model sees it: by contract its entries, and what must be told of it. */
interface Model {
  file: SchoolFile;
  readonly entries: Map<string, Map<string, string | number>>;
  readonly told: Set<string>;
  isOut: boolean;
  isRepeated: boolean;
}

const contractsIn = (file: SchoolFile): string[] => {
  const found: string[] = [];
  editList(file, (rows, column) => rows.forEach((row) => found.push(String(row[column("合同编号")] ?? ""))));
  // Below the contracts stands their sum: 18笔.
  return found.filter((text) => /^\w{10,}$/.test(text));
};

/** Changes the row of a contract wherever it stands now. */
const onRow = (
  file: SchoolFile,
  contract: string,
  change: (row: (CellValue | undefined)[], column: (heading: string) => number) => void,
): SchoolFile =>
  editList(file, (rows, column) => rows.filter((row) => row[column("合同编号")] === contract).forEach((row) => change(row, column)));

function apply(model: Model, one: Action, contracts: readonly string[], other: SchoolFile): void {
  const contract = contracts[(one.row ?? 0) % contracts.length]!;
  const entries = model.entries.get(contract) ?? new Map<string, string | number>();
  const key = one.heading as keyof typeof answers;
  // Nobody writes into a row that is gone.
  if ("row" in one && model.told.has(`row-missing|${contract}|`)) return;
  switch (one.do) {
    case "fill": {
      const [written, read] = answers[key][(one.pick ?? 0) % answers[key].length]!;
      model.file = onRow(model.file, contract, (row, column) => (row[column(key)] = written));
      model.entries.set(contract, entries.set(fieldOf[key], read));
      model.told.delete(`invalid-value|${contract}|${fieldOf[key]}`);
      return;
    }
    case "wrong":
      model.file = onRow(model.file, contract, (row, column) => (row[column(key)] = illegal[key as keyof typeof illegal]));
      entries.delete(fieldOf[key]);
      model.told.add(`invalid-value|${contract}|${fieldOf[key]}`);
      return;
    case "blank":
      model.file = onRow(model.file, contract, (row, column) => (row[column(key)] = null));
      entries.delete(fieldOf[key]);
      model.told.delete(`invalid-value|${contract}|${fieldOf[key]}`);
      return;
    case "fact": {
      const fact = one.heading as keyof typeof facts;
      model.file = onRow(
        model.file,
        contract,
        (row, column) => (row[column(fact)] = fact === "应还合计" ? 1 : fact === "联系电话" ? "13800000000" : "改过"),
      );
      model.told.add(`locked-changed|${contract}|${facts[fact]}`);
      return;
    }
    case "delete":
      model.file = editList(model.file, (rows, column) => {
        const kept = rows.filter((row) => row[column("合同编号")] !== contract);
        rows.splice(0, rows.length, ...kept);
      });
      model.entries.delete(contract);
      for (const text of [...model.told]) if (text.split("|")[1] === contract) model.told.delete(text);
      model.told.add(`row-missing|${contract}|`);
      return;
    case "copy":
      model.file = editList(model.file, (rows, column) => {
        const at = rows.findIndex((row) => row[column("合同编号")] === contract);
        if (at >= 0) rows.splice(at, 0, [...rows[at]!]);
      });
      if (!model.told.has(`row-missing|${contract}|`)) model.told.add(`row-duplicated|${contract}|`);
      return;
    case "shuffle":
      model.file = editList(model.file, (rows) => void rows.reverse());
      return;
    case "rename":
      model.file = { ...model.file, name: `返回(${contract.slice(-2)}).xlsx` };
      return;
    case "repeat":
      model.isRepeated = true;
      return;
    case "missend":
      model.file = { ...model.file, name: other.name };
      model.isOut = true;
      return;
    case "sort": {
      // Where only a few rows come to bear another's telephone, nobody could tell it from slips of the hand.
      let moved = 0;
      const sorted = editList(model.file, (rows, column) => {
        const values = rows.map((row) => row[column("联系电话")]);
        values.push(values.shift());
        const changed = rows.filter((row, at) => row[column("联系电话")] && values[at] && row[column("联系电话")] !== values[at]).length;
        moved = changed * 2 < rows.length ? 0 : changed;
        rows.forEach((row, at) => (row[column("联系电话")] = values[at]));
      });
      if (moved < leastRows) return;
      model.file = sorted;
      model.isOut = true;
    }
  }
}

interface Season {
  readonly grids: readonly Grid[];
  readonly models: readonly Model[];
}

function play(persons: number, seed: number, actions: readonly { readonly school: number; readonly action: Action }[]): Season {
  const grids = countyGrids(persons, seed);
  const sent = [...schoolFiles(grids).values()].filter((file) => contractsIn(file).length >= 4);
  const models = sent.map((file): Model => ({ file, entries: new Map(), told: new Set(), isOut: false, isRepeated: false }));
  const contracts = sent.map(contractsIn);
  for (const { school, action: one } of actions) {
    const at = school % models.length;
    // A file that stays out as a whole is changed no more: what is told of it is one thing.
    if (!models[at]!.isOut || one.do === "repeat") apply(models[at]!, one, contracts[at]!, sent[(at + 1) % sent.length]!);
  }
  return { grids, models };
}

const given = (models: readonly Model[]): SchoolFile[] =>
  models.flatMap(({ file, isRepeated }) => (isRepeated ? [file, { ...file, name: file.name.replace(".xlsx", "(1).xlsx") }] : [file]));

/** Everything that is registered, by contract and field. */
function registered(grids: readonly Grid[]): ReadonlyMap<string, string | number> {
  const found = new Map<string, string | number>();
  for (const rows of Object.values(registerValues(grids))) {
    for (const values of rows)
      for (const field of Object.values(fieldOf)) {
        const value = values[field as keyof typeof values];
        if (value !== undefined) found.set(`${values.contractNo ?? ""}|${field}`, value as string | number);
      }
  }
  return found;
}

function wanted(models: readonly Model[]): ReadonlyMap<string, string | number> {
  return new Map(
    models.flatMap(({ entries, isOut }) =>
      isOut
        ? []
        : [...entries].flatMap(([contract, fields]) => [...fields].map(([field, value]) => [`${contract}|${field}`, value] as const)),
    ),
  );
}

const byKey = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
const actions = fc.array(fc.record({ school: fc.nat(6), action }), { maxLength: 25 });
const county = { persons: fc.integer({ min: 20, max: 50 }), seed: fc.nat(500) };
const runs = { numRuns: Number(process.env["ROUND_TRIPS"] ?? 15) };

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
        const season = OpenSeason.in(book.grids, book.name, { clock: collectingDay, today: collectingDay });
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
