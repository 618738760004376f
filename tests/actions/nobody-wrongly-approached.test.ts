// Random counties: whoever is settled or must be left alone gets no letter, no open list row and no prepared visit, and everybody else gets all three.
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { notices } from "../../src/actions/notices";
import { OpenSeason } from "../../src/actions/season";
import { split } from "../../src/actions/split";
import { day } from "../../src/domain/values/day";
import type { ExampleRow } from "../../src/domain/checking/rule";
import { choiceLabel } from "../../src/sheets/vocabulary/choices";
import { cellText, type Grid } from "../../src/sheets/grid";
import { listFields } from "../../src/sheets/lists/school-list";
import type { BookSpec } from "../../src/sheets/writing/spec";
import { cellValueOf } from "../../src/sheets/writing/spec-grid";
import { tabNames } from "../../src/sheets/vocabulary/tabs";
import { visitFields } from "../../src/sheets/lists/school-visits";
import { aBorrower, gridOf, settingsGrid } from "../support/builders";
import { RecordingFiles, RecordingWorkbook } from "../support/recording";
import { idOf, nameOf } from "../support/season-rows";

const today = day("2019-12-11");
const fresh = "2019-12-05";
const stale = "2019-10-20";

const stopWords = ["学生已于2018年去世", "正在服刑", "现役军人", "重病住院", "失踪多年"] as const;
const harmless = ["", "已电话联系", "曾参军，2016年退伍", "家庭困难", "不是现役军人"] as const;
const remark = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...harmless) }, { weight: 1, arbitrary: fc.constantFrom(...stopWords) });

/** All that is known of one person. */
const facts = fc.record({
  contracts: fc.constantFrom(1, 2),
  due: fc.constantFrom(1100, 1100, 1100, 0),
  bank: fc.constantFrom("none", "none", "whole", "part", "failed"),
  isInPlace: fc.constantFrom(true, true, true, false),
  hasWrongId: fc.constantFrom(false, false, false, false, true),
  status: fc.constantFrom(undefined, undefined, "deposited", "paid", "promised", "unreachable"),
  statusOn: fc.constantFrom(fresh, stale),
  kind: fc.constantFrom(undefined, undefined, undefined, "deceased", "imprisoned", "illness", "hardship", "refusing", "early-applied"),
  kindOn: fc.constantFrom(fresh, stale),
  notes: fc.record({ borrower: remark, bank: remark, claim: remark, visit: remark, delivery: remark, exception: remark }),
  hasVisit: fc.boolean(),
});
type Facts = typeof facts extends fc.Arbitrary<infer F> ? F : never;

const said = (isThere: boolean, words: string) => isThere && stopWords.some((known) => known === words);

/** Why nobody may go there, told from the facts alone; undefined for everybody else. */
function reasonFor({ due, bank, status, statusOn, kind, kindOn, notes, hasVisit, hasWrongId, isInPlace }: Facts): string | undefined {
  if (due === 0 || bank === "whole") return "settled";
  if (kind !== undefined && !["hardship", "refusing", "early-applied"].includes(kind)) return kind;
  const words = [
    said(true, notes.borrower),
    said(bank !== "none", notes.bank),
    said(status !== undefined, notes.claim),
    said(hasVisit, notes.visit),
    said(true, notes.delivery),
    said(kind !== undefined, notes.exception),
  ];
  if (words.includes(true)) return "to-verify";
  if (hasWrongId) return "data-error";
  if (!isInPlace) return "unassigned";
  if (status === "deposited" && statusOn === fresh) return "deposited";
  return kind === "early-applied" && kindOn === fresh ? kind : undefined;
}

const wrongId = (id: string) => `${id.slice(0, 17)}${id.endsWith("1") ? "2" : "1"}`;
const idIn = ({ hasWrongId }: Facts, who: number) => (hasWrongId ? wrongId(idOf(who + 1)) : idOf(who + 1));
const contractOf = (who: number, index: number) => `610526201${index}0000${who}1`;

function gridsOf(county: readonly Facts[]): readonly Grid[] {
  const rows = <T extends ExampleRow>(rowsOf: (one: Facts, who: number) => readonly T[]) => county.flatMap(rowsOf);
  const register = (tab: keyof typeof tabNames, own: readonly ExampleRow[]) => (own.length > 0 ? [gridOf(tabNames[tab], own)] : []);
  const borrowers = rows((one, who) =>
    Array.from({ length: one.contracts }, (_, index) =>
      aBorrower({
        ...{ name: nameOf(who + 1), citizenId: idIn(one, who), contractNo: contractOf(who, index), loanYear: 2013 + index },
        ...{ principal: one.due === 0 ? 0 : 1000, interest: one.due === 0 ? 0 : 100, due: one.due, note: one.notes.borrower },
        ...{
          phone: `1399130${who}018`,
          coBorrowerPhone: "",
          township: one.isInPlace ? "罕井镇" : "",
          village: one.isInPlace ? "东街村" : "",
        },
      }),
    ),
  );
  const bank = rows(({ bank: came, contracts, due, notes, ...one }, who) =>
    came === "none"
      ? []
      : Array.from({ length: contracts }, (_, index) => ({
          ...{
            name: nameOf(who + 1),
            citizenId: idIn({ bank: came, contracts, due, notes, ...one }, who),
            contractNo: contractOf(who, index),
          },
          ...{ repaid: came === "part" ? 100 : due, repaidOn: "2019-12-05", note: notes.bank },
          deductionResult: came === "failed" ? "余额不足" : came === "part" ? "部分" : "成功",
        })),
  );
  const about = (who: number) => ({ contractNo: contractOf(who, 0), name: nameOf(who + 1) });
  return [
    settingsGrid(),
    gridOf("应还名单", borrowers),
    gridOf("辖区划分", [{ school: "罕井镇中心校", schoolCode: "01", township: "罕井镇", liaison: "周同志" }]),
    ...(bank.length > 0 ? [gridOf("扣款结果", bank)] : []),
    ...register(
      "claims",
      rows(({ status, statusOn, notes }, who) =>
        status ? [{ ...about(who), repaymentStatus: choiceLabel("repaymentStatus", status), note: notes.claim, recordedOn: statusOn }] : [],
      ),
    ),
    ...register(
      "exceptions",
      rows(({ kind, kindOn, notes }, who) =>
        kind
          ? [{ ...about(who), exceptionKind: choiceLabel("exceptionKind", kind), exceptionNote: notes.exception, recordedOn: kindOn }]
          : [],
      ),
    ),
    ...register(
      "visits",
      rows(({ hasVisit, notes }, who) =>
        hasVisit ? [{ ...about(who), visitedOn: "2019-12-09", visitor: "周同志", visitResult: notes.visit }] : [],
      ),
    ),
    ...register(
      "deliveries",
      rows(({ notes }, who) => [
        { ...about(who), deliveredOn: "2019-11-26", signerRelation: "父亲", deliveryMethod: "上门", note: notes.delivery },
      ]),
    ),
  ];
}

const textsIn = (book: BookSpec | undefined, tab: string) =>
  (book?.sheets.find((sheet) => sheet.tab === tab)?.rows ?? []).map((row) => row.map((cell) => cellText(cellValueOf(cell))));

const namesIn = (rows: readonly (readonly string[])[], fields: readonly string[], isWanted: (row: readonly string[]) => boolean) => [
  ...new Set(
    rows.flatMap((row) => (/^测试/.test(row[fields.indexOf("name")] ?? "") && isWanted(row) ? [row[fields.indexOf("name")]] : [])),
  ),
];

/** Who is approached, and how, by everything that goes out. */
async function approachedIn(county: readonly Facts[]) {
  const workbook = new RecordingWorkbook(gridsOf(county));
  const season = await OpenSeason.open(workbook, { clock: today });
  const [letters, marking, leaving] = [new RecordingFiles(), new RecordingFiles(), new RecordingFiles()];
  const { withheld } = await notices.run(season, { workbook, files: letters });
  const first = await split.run(season, { workbook, files: marking });
  const second = await split.run(season, { workbook, files: leaving }, { version: 2, leavesOut: true });
  const hint = listFields.indexOf("contactHint");
  const listOf = (files: RecordingFiles) => files.added.find(({ name }) => name.includes("催收名单"))?.book;
  const salutations = letters.added.flatMap(({ book }) => JSON.stringify(book).match(/(?<=尊敬的)测试.(?=同学)/g) ?? []);
  const isBlank = (row: readonly string[]) => row[visitFields.indexOf("visitedOn")] === "";
  return {
    letters: salutations,
    withheld: withheld.map(({ name }) => name),
    openRows: namesIn(textsIn(listOf(marking), "school-list"), listFields, (row) => row[hint] === ""),
    markedRows: namesIn(textsIn(listOf(marking), "school-list"), listFields, (row) => row[hint] !== ""),
    visits: namesIn(textsIn(listOf(marking), "school-visits"), visitFields, isBlank),
    laterRows: namesIn(textsIn(listOf(leaving), "school-list"), listFields, () => true),
    laterVisits: namesIn(textsIn(listOf(leaving), "school-visits"), visitFields, isBlank),
    first,
    second,
  };
}

test("whatever the county: nobody stopped or settled is approached, everybody else is, and nobody is lost", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(facts, { minLength: 1, maxLength: 7 }), async (county) => {
      const who = county.map((one, index) => ({ name: nameOf(index + 1), reason: reasonFor(one), one }));
      const open = who.filter(({ reason }) => reason === undefined).map(({ name }) => name);
      const isListed = ({ one }: (typeof who)[number]) => one.isInPlace && !one.hasWrongId;
      const stopped = who.filter((person) => isListed(person) && person.reason !== undefined).map(({ name }) => name);
      const unvisited = who.filter(({ name, one }) => open.includes(name) && !one.hasVisit).map(({ name }) => name);
      const { first, second, ...seen } = await approachedIn(county);
      expect(Object.fromEntries(Object.entries(seen).map(([way, names]) => [way, [...names].sort()]))).toEqual(
        Object.fromEntries(
          Object.entries({
            letters: open,
            withheld: who.filter(({ name }) => !open.includes(name)).map(({ name }) => name),
            openRows: open,
            markedRows: stopped,
            visits: unvisited,
            laterRows: open,
            laterVisits: unvisited,
          }).map(([way, names]) => [way, [...names].sort()]),
        ),
      );
      const persons = (parts: readonly { readonly persons: number }[]) => parts.reduce((sum, part) => sum + part.persons, 0);
      expect([persons([...first.files, first.unassigned]), first.leftOut]).toEqual([county.length, []]);
      expect([persons([...second.files, second.unassigned]), persons(second.leftOut)]).toEqual([
        county.length - stopped.length,
        stopped.length,
      ]);
    }),
    { numRuns: 150 },
  );
});
