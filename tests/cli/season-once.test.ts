// One run works each answer out once: one reading, one division, one booking and one judgement per day.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";

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
  checkErrors: "actions/check-book",
  standingsOf: "domain/standing/standing",
  stopsOf: "domain/standing/standing",
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

const counts = new Map<string, number>();
const counted = () => Object.fromEntries([...counts].sort());
let folder = "";
const at = (...parts: string[]) => join(folder, ...parts);

/** Runs the command line, everything it asks of the domain being counted. */
async function recovery(...args: string[]): Promise<void> {
  const { run } = await import("../../src/cli/program");
  counts.clear();
  let said = "";
  const say = (text: string) => (said += text);
  const status = await run([...args, "--today", "2019-12-11"], { out: say, err: say, now: () => new Date(2019, 11, 11, 9) });
  expect([status, said]).toEqual([0, said]);
}

beforeAll(async () => {
  for (const path of new Set(Object.values(answers))) {
    const actual = (await import(`../../src/${path}`)) as Record<string, Answer>;
    const own = Object.entries(answers).filter(([, other]) => other === path);
    jest.unstable_mockModule(`../../src/${path}`, () => ({
      ...actual,
      ...Object.fromEntries(own.map(([each]) => [each, counting(each, actual[each]!, counts)])),
    }));
  }
  const { countyBook } = await import("../../src/sample/book");
  const { sampleCounty } = await import("../../src/sample/county");
  const { writeBook } = await import("../../src/xlsx/write-book");
  folder = await mkdtemp(join(tmpdir(), "recovery-"));
  await writeFile(at("county.xlsx"), await writeBook(countyBook(sampleCounty({ persons: 60, seed: 11 }))));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test("season: every answer once, of those that depend on a day once a day", async () => {
  await recovery("season", at("county.xlsx"), "--out", at("out"));
  expect(counted()).toEqual({
    RosterIndex: 1,
    assignmentsOf: 1,
    "bookPayments 2019-11-25": 1,
    "bookPayments 2019-12-11": 1,
    checkBook: 1,
    checkErrors: 1,
    decisionsIn: 1,
    heldPersons: 1,
    indexReports: 1,
    readSeasonBook: 1,
    "standingsOf 2019-12-11": 1,
    "stopsOf 2019-11-25": 1,
  });
});

test("collect: only what the new reports change is worked out for them", async () => {
  await recovery("split", at("county.xlsx"), "--out", at("lists"));
  await recovery("collect", at("county.xlsx"), at("lists"), "--out", at("collected"));
  expect(counted()).toEqual({
    RosterIndex: 1,
    assignmentsOf: 1,
    // 回收情况 says who still owes a slip: by where everybody stands now, and stood on the day letters went out.
    "bookPayments 2019-11-25": 1,
    "bookPayments 2019-12-11": 1,
    // Nobody asks for the rest of the check.
    checkErrors: 1,
    decisionsIn: 1,
    heldPersons: 1,
    indexContracts: 1,
    indexReports: 1,
    readSeasonBook: 1,
    "stopsOf 2019-11-25": 1,
    "stopsOf 2019-12-11": 1,
  });
});
