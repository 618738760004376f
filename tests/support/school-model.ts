// A model that plays schools: what they do with their workbooks, and what must be registered and told of it.
import fc from "fast-check";
import { leastRows } from "../../src/domain/returns/shifted";
import type { CellValue, Grid } from "../../src/sheets/grid";
import { countyGrids, editList, registerValues, type SchoolFile, schoolFiles } from "./collecting";

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
/** The field of each heading. */
export const fieldOf: Readonly<Record<keyof typeof answers, string>> = {
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

const newPhone = "13800000000";
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
export interface Model {
  file: SchoolFile;
  readonly entries: Map<string, Map<string, string | number>>;
  readonly told: Set<string>;
  isOut: boolean;
  isRepeated: boolean;
}

/** The contracts in a list. */
export const contractsIn = (file: SchoolFile): string[] => {
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
        (row, column) => (row[column(fact)] = fact === "应还合计" ? 1 : fact === "联系电话" ? newPhone : "改过"),
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
        const changed = rows.filter((row, at) => row[column("联系电话")] && values[at] && row[column("联系电话")] !== values[at]);
        // A number that somebody has typed over is nobody's, and its own is nowhere any more.
        const written = values.filter((value) => value === newPhone).length;
        moved = changed.length * 2 < rows.length ? 0 : changed.length - 2 * written;
        rows.forEach((row, at) => (row[column("联系电话")] = values[at]));
      });
      if (moved < leastRows) return;
      model.file = sorted;
      model.isOut = true;
    }
  }
}

/** A county with what its schools did. */
export interface Season {
  readonly grids: readonly Grid[];
  readonly models: readonly Model[];
}

/** Schools do these things to the lists of a county, or to lists of their own. */
export function play(persons: number, seed: number, actions: readonly { readonly school: number; readonly action: Action }[]): Season {
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

/** The files that come back. */
export const given = (models: readonly Model[]): SchoolFile[] =>
  models.flatMap(({ file, isRepeated }) => (isRepeated ? [file, { ...file, name: file.name.replace(".xlsx", "(1).xlsx") }] : [file]));

/** Everything that is registered, by contract and field. */
export function registered(grids: readonly Grid[]): ReadonlyMap<string, string | number> {
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

/** What the models say must be registered, by contract and field. */
export function wanted(models: readonly Model[]): ReadonlyMap<string, string | number> {
  return new Map(
    models.flatMap(({ entries, isOut }) =>
      isOut
        ? []
        : [...entries].flatMap(([contract, fields]) => [...fields].map(([field, value]) => [`${contract}|${field}`, value] as const)),
    ),
  );
}

export const byKey = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
/** What schools do, one after the other. */
export const actions = fc.array(fc.record({ school: fc.nat(6), action }), { maxLength: 25 });
export const county = { persons: fc.integer({ min: 20, max: 50 }), seed: fc.nat(500) };
/** How often each property is tried; ROUND_TRIPS sets it. */
export const runs = { numRuns: Number(process.env["ROUND_TRIPS"] ?? 15) };
