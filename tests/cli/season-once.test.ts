// One run of `season` works each answer out once: one reading, one division, one booking and one judgement per day.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, jest, test } from "@jest/globals";

const answers = {
  readSeasonBook: "sheets/reading/read-season",
  assignmentsOf: "sheets/reading/assignments",
  decisionsIn: "sheets/lists/unassigned",
  RosterIndex: "domain/identity/roster-index",
  indexContracts: "domain/identity/contract-index",
  indexReports: "domain/identity/report",
  bookPayments: "domain/bank/repayment",
  heldPersons: "domain/checking/held",
  checkBook: "actions/check-book",
  standingsOf: "domain/standing/standing",
} as const;

type Answer = (...args: unknown[]) => unknown;
const isDay = (value: unknown) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);

/** Counts the calls of an exported function or class by the day that they are for, if any. */
function counting(name: string, answer: Answer, counts: Map<string, number>): Answer {
  return new Proxy(answer, {
    apply: (target, self, args: unknown[]) => {
      note(args);
      return Reflect.apply(target, self, args);
    },
    construct: (target, args: unknown[], made) => {
      note(args);
      return Reflect.construct(target, args, made) as object;
    },
  });
  function note(args: readonly unknown[]): void {
    const sources = args[0] as { readonly asOf?: unknown } | undefined;
    const day = [sources?.asOf, ...args].find(isDay);
    const key = day === undefined ? name : `${name} ${String(day)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}

test("season: every answer once, of those that depend on a day once a day", async () => {
  const counts = new Map<string, number>();
  for (const [name, path] of Object.entries(answers)) {
    const actual = (await import(`../../src/${path}`)) as Record<string, Answer>;
    jest.unstable_mockModule(`../../src/${path}`, () => ({ ...actual, [name]: counting(name, actual[name]!, counts) }));
  }
  const { run } = await import("../../src/cli/program");
  const { countyBook } = await import("../../src/sample/book");
  const { sampleCounty } = await import("../../src/sample/county");
  const { writeBook } = await import("../../src/xlsx/write-book");
  const folder = await mkdtemp(join(tmpdir(), "recovery-"));
  try {
    const book = join(folder, "county.xlsx");
    await writeFile(book, await writeBook(countyBook(sampleCounty({ persons: 60, seed: 11 }))));
    let said = "";
    const say = (text: string) => (said += text);
    const args = ["season", book, "--out", join(folder, "out"), "--today", "2019-12-11"];
    expect([await run(args, { out: say, err: say, now: () => new Date(2019, 11, 11, 9) }), said]).toEqual([0, said]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  expect(Object.fromEntries([...counts].sort())).toEqual({
    RosterIndex: 1,
    assignmentsOf: 1,
    "bookPayments 2019-11-25": 1,
    "bookPayments 2019-12-11": 1,
    checkBook: 1,
    decisionsIn: 1,
    heldPersons: 1,
    indexReports: 1,
    readSeasonBook: 1,
    "standingsOf 2019-11-25": 1,
    "standingsOf 2019-12-11": 1,
  });
});
