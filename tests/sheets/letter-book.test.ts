// Books of letters on their way to another thread: what is made there is what would be made here.
import { expect, test } from "@jest/globals";
import type { SheetRow } from "../../src/domain/record/field";
import { day } from "../../src/domain/values/day";
import { gotLetters, letterBook, letterFields, sentLetters } from "../../src/sheets/notices/letter-book";
import type { Notices } from "../../src/sheets/notices/notice-letter";
import { aBorrower, aList, aSchool, aSeason } from "../support/standings";

function noticesOf(...contracts: readonly number[]): Notices {
  const standings = contracts.map((count, at) => aBorrower(at, count, at === 1 ? { taken: 50_000 } : {}));
  return {
    school: aSchool(),
    contact: { name: "周老师", phone: "13800000000" },
    standings,
    season: aSeason({ texts: new Map([["通知书祝语", "祝{姓名}同学工作顺利！"]]) }),
    index: aList(standings.flatMap(({ person }) => person.loans)),
    asOf: day("2019-11-20"),
    madeOn: day("2019-11-25"),
  };
}

test.each([
  { what: "of a page each", contracts: [1, 2, 3], pages: 3, spilled: 0 },
  { what: "of which one takes three pages", contracts: [1, 40], pages: 4, spilled: 1 },
])("letters $what are the same once they have been sent", ({ contracts, pages, spilled }) => {
  const notices = noticesOf(...contracts);
  const made = letterBook(gotLetters(structuredClone(sentLetters(notices))));
  expect(made).toEqual(letterBook(notices));
  expect([made.pages, made.spilled.length]).toEqual([pages, spilled]);
});

test("letters ask a contract for nothing that is not sent", () => {
  const asked = new Set<string>();
  const notices = noticesOf(1, 2);
  const watched = (loan: SheetRow): SheetRow => ({
    ...loan,
    values: new Proxy(loan.values, { get: (values, field) => (asked.add(String(field)), Reflect.get(values, field) as unknown) }),
  });
  const standings = notices.standings.map((one) => ({ ...one, person: { ...one.person, loans: one.person.loans.map(watched) } }));
  letterBook({ ...notices, standings, index: { numberOf: () => "1" } });
  expect([...asked].filter((field) => !letterFields.some((sent) => sent === field))).toEqual([]);
});
