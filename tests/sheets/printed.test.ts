// What comes out of the printer: the hard letters and the other papers as LibreOffice printed them, one page each, with every word on it. The golden files
// have the printed text and the print of the very workbook that was printed: a paper that has changed in any way must be printed anew (UPDATE_GOLDEN=1).
import { createHash } from "node:crypto";
import { expect, test } from "@jest/globals";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { day } from "../../src/domain/values/day";
import type { FieldValues } from "../../src/domain/record/field";
import { fen, groupedYuan } from "../../src/domain/values/money";
import type { Standing } from "../../src/domain/standing/standing";
import { blankNotice } from "../../src/sheets/notices/blank-notice";
import { labelSheet } from "../../src/sheets/notices/labels";
import { leaflet } from "../../src/sheets/notices/leaflet";
import { noticeSheets } from "../../src/sheets/notices/notice";
import { paperSheet } from "../../src/sheets/notices/notice-stack";
import { statementSheet } from "../../src/sheets/notices/statement";
import { cellText } from "../../src/sheets/grid";
import type { CellOut, SheetSpec } from "../../src/sheets/writing/spec";
import { cellValueOf } from "../../src/sheets/writing/spec-grid";
import { writeBook } from "../../src/xlsx/write-book";
import { goldenBytes } from "../support/golden";
import { printedPages } from "../support/libre-office";
import { aList, aLoan, aSchool, aSeason, aStanding } from "../support/standings";

const season = aSeason({ officeAddress: "东风街1号政务大厅二楼", officeHours: "工作日8:30—12:00，14:00—17:30" });
const on = day("2019-11-25");
const longName = "阿卜杜热合曼·买买提吐尔逊江·阿卜力克木";
const account = (at: number) => `610526a${String(at).repeat(28)}.cdb@sina.cn`;

const person = (contracts: number, values: (at: number) => FieldValues = () => ({}), taken = 0): Standing =>
  aStanding(
    Array.from({ length: contracts }, (_, at) => aLoan(at, { alipayAccount: "610526a1b2c.cdb@sina.cn", ...values(at) })),
    { taken },
  );

/** The hard letters, by what is hard about them. */
const letters: Readonly<Record<string, Standing>> = {
  "a long name": person(2, () => ({ name: longName })),
  "seven contracts": person(7),
  "seven contracts, a long name, two long accounts, partly paid": person(
    7,
    (at) => ({ name: longName, alipayAccount: account(at % 2) }),
    50_000,
  ),
  "zero principal": person(2, () => ({ principal: fen(0), interest: fen(43_210), due: fen(43_210), graduation: day("2018-07-01") })),
  penalty: person(1, () => ({ principal: fen(100_000), interest: fen(43_210), due: fen(143_210 + 1_234) })),
  "long accounts": person(3, (at) => ({ alipayAccount: account(at) })),
  "a long number of a contract": person(1, () => ({ contractNo: "6105262019123456789012345678901234567890" })),
};

const letterOf = (standing: Standing): SheetSpec =>
  noticeSheets({
    school: aSchool({ name: "蒲城县罕井镇中心小学校（含附属幼儿园）" }),
    contact: { name: "周老师", phone: "13800000000" },
    ...{ standings: [standing], season, index: aList(standing.person.loans), asOf: day("2019-11-20"), madeOn: on },
  })[0]!;

const statement = (standing: Standing): SheetSpec =>
  statementSheet({
    ...{ school: aSchool(), standings: [standing], reportsOf: () => undefined, numberOf: () => "PC19-07-0001-J", season, asOf: on },
  });

const papers: Readonly<Record<string, SheetSpec>> = {
  ...Object.fromEntries(Object.entries(letters).map(([what, standing]) => [what, letterOf(standing)])),
  statement: statement(aStanding([aLoan(0, { exceptionKind: "illness", exceptionNote: "因车祸住院，".repeat(120) })])),
  leaflet: paperSheet({ tab: "leaflet", name: "政策宣传页" }, [leaflet(season, on)!]),
  labels: labelSheet(
    Array.from({ length: 13 }, (_, at) => ({
      person: person(1, () => ({
        name: at === 3 ? longName : `李明${at}`,
        address:
          at === 5
            ? "陕西省渭南市蒲城县罕井镇某某村民委员会第十二村民小组某某安置小区三期十八号楼二单元一千三百零二室"
            : "陕西省渭南市蒲城县罕井镇某某村三组",
      })).person,
      number: `PC19-07-00${10 + at}-J`,
    })),
  ),
  "blank notice": paperSheet({ tab: "blank-notice", name: "空白通知书" }, [blankNotice(season, on)!]),
};

/** The characters of a text that are printed, in no order: which line is drawn first depends on the machine's fonts. */
const characters = (text: string) => [...text.replace(/\s/g, "")].sort().join("");

const shown = (cell: CellOut): string =>
  cell !== null && typeof cell === "object" && "fen" in cell ? groupedYuan(cell.fen) : cellText(cellValueOf(cell));

/** What should stand on a paper. */
const wanted = ({ rows }: SheetSpec) =>
  characters(
    rows
      .flat()
      .map((cell) => shown(cell ?? null))
      .join(""),
  );

// Of the parts, not of the packed bytes: those differ between versions of zlib.
function printOf(book: Uint8Array): string {
  const hash = createHash("sha256");
  for (const [name, bytes] of Object.entries(unzipSync(book)).sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(name).update(bytes);
  return hash.digest("hex").slice(0, 16);
}

test.each(Object.keys(papers).map((name) => [name]))(
  "%s: one page, every character that should stand on it, once, and no other",
  async (name) => {
    const paper = papers[name]!;
    const book = await writeBook({ sheets: [{ ...paper, tab: "paper", name: "第1张" }] });
    const print = async () => strToU8([printOf(book), ...(await printedPages(book)), ""].join("\n"));
    const [sheet, ...pages] = strFromU8(await goldenBytes(`printed-${name.replace(/\W+/g, "-")}.txt`, print))
      .trimEnd()
      .split("\n");
    expect(pages.map(characters)).toEqual([wanted(paper)]);
    expect(`printed: ${sheet}`).toBe(`printed: ${printOf(book)}`);
  },
);
