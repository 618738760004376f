// The county's figures by other code: from the cells of random books, with plain loops and nothing of the program's own, batches late, repeated and out of order.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { rollup, type RollupOutcome } from "../../src/actions/rollup";
import { OpenSeason } from "../../src/actions/season";
import type { ExampleRow } from "../../src/domain/checking/rule";
import { addDays, day } from "../../src/domain/values/day";
import type { CellValue, Grid } from "../../src/sheets/grid";
import { gridOf, settingsGrid } from "../support/builders";
import { contractOf, feedbackTable } from "../support/feedback-season";
import { RecordingWorkbook } from "../support/recording";

const schools = ["罕井镇中心校", "孙镇中心校"] as const;
const open = "待划分";
const dayAt = (offset: number): string => addDays(day("2019-11-18"), offset);
const lettersOut = "2019-11-25";

const anyLine = fc.record({
  contract: fc.nat(11),
  on: fc.integer({ min: 0, max: 48 }),
  cents: fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 2, max: 90_000 })),
  result: fc.constantFrom("成功", "成功", "部分", "冲正", "余额不足", "失败", "处理中"),
  batch: fc.constantFrom("批1", "批2"),
  sheet: fc.nat(2),
});
const anyBook = fc.record({
  /** Of each contract whose it is, and what is due in cents. */
  dues: fc.array(fc.record({ who: fc.nat(6), cents: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 80_000 })) }), {
    minLength: 1,
    maxLength: 12,
  }),
  bank: fc.array(anyLine, { maxLength: 24 }),
  /** Rows that another sheet has again. */
  again: fc.array(fc.nat(23), { maxLength: 5 }),
  early: fc.array(fc.record({ contract: fc.nat(11), on: fc.integer({ min: 0, max: 48 }), cents: fc.integer({ min: 1, max: 90_000 }) }), {
    maxLength: 4,
  }),
  served: fc.array(
    fc.record({ contract: fc.nat(11), on: fc.integer({ min: 5, max: 20 }), by: fc.constantFrom("本人", "父亲", "母亲", "村干部") }),
    { maxLength: 8 },
  ),
  cases: fc.array(
    fc.record({ contract: fc.nat(11), on: fc.integer({ min: 0, max: 30 }), kind: fc.constantFrom("死亡", "经济困难", "服刑") }),
    {
      maxLength: 5,
    },
  ),
  asOf: fc.integer({ min: 20, max: 48 }),
});
type Book = typeof anyBook extends fc.Arbitrary<infer T> ? T : never;

const schoolOf = (who: number) => (who === 5 ? open : (schools[who % 2] ?? open));
const place = (who: number): ExampleRow => (who === 5 ? { township: "", village: "" } : {});
const fact = (book: Book, contract: number) => {
  const { who = 0, cents = 0 } = book.dues[contract] ?? {};
  return contractOf(who, contract, cents / 100, place(who));
};
// A row of no or one cent repays the whole due, so that people are settled now and then.
const centsOf = (book: Book, contract: number, cents: number) => (cents > 1 ? cents : Math.max(book.dues[contract]?.cents ?? 0, 1));

interface Line {
  readonly sheet: number;
  readonly contract: number;
  readonly on: string;
  readonly cents: number;
  readonly result: string;
  readonly batch: string;
}

function linesOf(book: Book): readonly Line[] {
  const lines = book.bank.map((line) => ({ ...line, on: dayAt(line.on), cents: centsOf(book, line.contract, line.cents) }));
  const again = book.again.flatMap((index) => {
    const line = lines[index];
    return line ? [{ ...line, sheet: (line.sheet + 1) % 3 }] : [];
  });
  return [...lines, ...again];
}

function register(name: string, headings: readonly string[], rows: readonly (readonly CellValue[])[]): readonly Grid[] {
  if (rows.length === 0) return [];
  return [{ ...gridOf(name, []), rows: [headings, ...rows] }];
}

function sheetsOf(book: Book): readonly Grid[] {
  const lines = linesOf(book);
  const subject = (contract: number) => {
    const { contractNo = "", name = "" } = fact(book, contract);
    return [String(contractNo), String(name)] as const;
  };
  // The newest sheet stands first: the order of sheets is not that of days.
  const banks = [2, 1, 0].flatMap((sheet) => {
    const rows = lines
      .filter((line) => line.sheet === sheet)
      .map(({ contract, on, cents, result, batch }): ExampleRow => {
        const [contractNo, name] = subject(contract);
        return { name, contractNo, repaidOn: on, repaid: cents / 100, deductionResult: result, batch };
      });
    return rows.length > 0 ? [gridOf(`扣款结果${sheet}`, rows)] : [];
  });
  const early = book.early.map(({ contract, on, cents }): ExampleRow => {
    const [contractNo, name] = subject(contract);
    return { name, contractNo, repaidOn: dayAt(on), repaid: cents / 100 };
  });
  return [
    settingsGrid(),
    gridOf(
      "应还名单",
      book.dues.map((_, contract) => fact(book, contract)),
      "2019年应还名单",
    ),
    feedbackTable,
    ...banks,
    ...(early.length > 0 ? [gridOf("提前还款名单", early)] : []),
    ...register(
      "送达登记",
      ["合同编号", "姓名", "送达日期", "送达方式", "签收人", "与借款人关系", "登记日期"],
      book.served
        .filter(({ contract }) => contract < book.dues.length)
        .map(({ contract, on, by }) => [...subject(contract), { day: day(dayAt(on)) }, "入户送达", "某某", by, { day: day(dayAt(on)) }]),
    ),
    ...register(
      "特殊情况",
      ["合同编号", "姓名", "特殊情况类别", "情况说明", "登记日期"],
      book.cases
        .filter(({ contract }) => contract < book.dues.length)
        .map(({ contract, on, kind }) => [...subject(contract), kind, "", { day: day(dayAt(on)) }]),
    ),
  ];
}

/** What is counted of some persons; money in cents. */
interface Sums {
  persons: number;
  due: number;
  repaid: number;
  settled: number;
  delivered: number;
  toDeliver: number;
  cases: number;
}

// Contract by contract what the bank has taken by a day: each row once, rows that are no money and rows of other counties left out.
function takenBy(book: Book, until: string): readonly number[] {
  const taken = book.dues.map(() => 0);
  const seen = new Set<string>();
  for (const { contract, on, cents, result, batch } of linesOf(book)) {
    const key = [contract, on, cents, result, batch].join();
    if (contract >= book.dues.length || on > until || seen.has(key)) continue;
    seen.add(key);
    if (result === "成功" || result === "部分") taken[contract] = (taken[contract] ?? 0) + cents;
    if (result === "冲正") taken[contract] = (taken[contract] ?? 0) - cents;
  }
  for (const { contract, on, cents } of book.early) {
    const key = [contract, dayAt(on), cents, "early"].join();
    if (contract >= book.dues.length || dayAt(on) > until || seen.has(key)) continue;
    seen.add(key);
    taken[contract] = (taken[contract] ?? 0) + cents;
  }
  return taken;
}

function computed(book: Book): ReadonlyMap<string, Sums> {
  const asOf = dayAt(book.asOf);
  const [now, atFirst] = [takenBy(book, asOf), takenBy(book, lettersOut)];
  const sums = new Map<string, Sums>(
    ["全县", ...schools, open].map((name) => [name, { persons: 0, due: 0, repaid: 0, settled: 0, delivered: 0, toDeliver: 0, cases: 0 }]),
  );
  for (const who of new Set(book.dues.map((one) => one.who))) {
    const own = book.dues.flatMap(({ who: whose, cents }, contract) => (whose === who ? [{ cents, contract }] : []));
    const isOwn = ({ contract }: { readonly contract: number }) => own.some((one) => one.contract === contract);
    const paidBy = (taken: readonly number[]) =>
      own.map(({ cents, contract }) => Math.min(cents, Math.max(0, taken[contract] ?? 0))).reduce((sum, one) => sum + one, 0);
    const due = own.reduce((sum, { cents }) => sum + cents, 0);
    const delivered = book.served.some((one) => isOwn(one) && one.by !== "村干部" && dayAt(one.on) <= asOf);
    const kinds = book.cases.filter(isOwn);
    // Nobody writes to the dead, to prisoners, to whom no school answers for, and to who has paid, as far as that was known when letters went out.
    const isSpared =
      paidBy(atFirst) === due || schoolOf(who) === open || kinds.some(({ kind, on }) => kind !== "经济困难" && dayAt(on) <= lettersOut);
    for (const name of ["全县", schoolOf(who)]) {
      const group = sums.get(name)!;
      group.persons += 1;
      group.due += due;
      group.repaid += paidBy(now);
      group.settled += paidBy(now) === due ? 1 : 0;
      group.delivered += delivered ? 1 : 0;
      group.toDeliver += isSpared && !delivered ? 0 : 1;
      group.cases += kinds.length > 0 ? 1 : 0;
    }
  }
  return sums;
}

// In hundredths of a percent, half rounded up.
const percent = (part: number, whole: number) => (whole === 0 ? undefined : Math.floor((part * 20_000 + whole) / (2 * whole)));

const figures = ({ persons, due, repaid, settled, delivered, toDeliver }: Sums) => ({
  ...{ persons, due, repaid, delivered, toDeliver },
  deliveryRateDue: percent(delivered, toDeliver),
  deliveryRate: percent(delivered, persons),
  recoveryRate: percent(repaid, due),
  recoveryRatePersons: percent(settled, persons),
});

async function rolledUp(book: Book): Promise<{ readonly outcome: RollupOutcome; readonly held: number }> {
  const workbook = new RecordingWorkbook(sheetsOf(book));
  const today = day(dayAt(book.asOf));
  const season = await OpenSeason.open(workbook, { clock: today, today });
  return { outcome: await rollup.run(season, { workbook }), held: season.held.size };
}

describe("on any county", () => {
  test("persons, money, deliveries, cases and rates of county, schools and 待划分 are those of plain loops over the cells", async () => {
    const seen = { settled: 0, reversed: 0, repeated: 0, later: 0 };
    await fc.assert(
      fc.asyncProperty(anyBook, async (book) => {
        const { outcome, held } = await rolledUp(book);
        const sums = computed(book);
        const county = sums.get("全县")!;
        expect(held).toBe(0);
        expect(outcome.county).toEqual({ ...figures(county), outstanding: county.due - county.repaid, exceptions: county.cases });
        expect(outcome.unassigned).toEqual(figures(sums.get(open)!));
        const ratio = (name: string) => {
          const { repaid, due } = sums.get(name)!;
          return due === 0 ? -1 : repaid / due;
        };
        expect(outcome.schools.map(({ rank, ...rest }) => [rest, rank])).toEqual(
          schools.map((school) => [
            { school, ...figures(sums.get(school)!) },
            ratio(school) < 0 ? null : 1 + schools.filter((other) => ratio(other) > ratio(school)).length,
          ]),
        );
        seen.settled += county.settled;
        seen.reversed += book.bank.filter(({ result }) => result === "冲正").length;
        seen.repeated += outcome.bank.duplicates;
        seen.later += book.bank.filter(({ on }) => on > book.asOf).length;
      }),
      { numRuns: 150 },
    );
    // The counties were not all of one kind.
    expect(Object.entries(seen).filter(([, count]) => count < 20)).toEqual([]);
  });
});
