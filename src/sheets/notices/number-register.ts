// 通知书编号, the register of numbers: who bears which since when, and when the letter was printed; lines are only ever added.
import { maskCitizenId } from "../../domain/identity/citizen-id";
import { type ContractKey, schoolKey } from "../../domain/identity/keys";
import { parseNoticeNumber } from "../../domain/identity/notice-number";
import type { NoticeNumbers, NumberEntry } from "../../domain/identity/notice-numbers";
import type { RosterIndex } from "../../domain/identity/roster-index";
import { type Day, dayFromIso } from "../../domain/values/day";
import { type CellValue, cellText, type Grid } from "../grid";
import { ownTable, tableIn } from "../reading/own-table";
import type { CellOut, SheetSpec } from "../writing/spec";
import { tabNames } from "../vocabulary/tabs";
import { registerFrame } from "../writing/tab-frames";

const headings = ["通知书编号", "责任学校", "姓名", "身份证号", "合同编号", "编号日期", "最近印发", "印发次数", "内容", "人"] as const;

const dayOf = (cell: CellValue | undefined) =>
  cell !== null && typeof cell === "object" && "day" in cell ? cell.day : dayFromIso(cellText(cell));

/** A line of the register with what it says of a person who may not be on the list any more. */
interface NumberLine {
  readonly entry: NumberEntry;
  readonly name: string;
  readonly citizenId: string;
}

function linesIn(grids: readonly Grid[]): readonly NumberLine[] {
  const table = ownTable(grids, "notice-numbers", headings);
  const seen = new Set<string>();
  return (table?.rows ?? []).flatMap((row): NumberLine[] => {
    const text = (heading: (typeof headings)[number]) => table?.text(row, heading) ?? "";
    const day = (heading: (typeof headings)[number]) => dayOf(row[table?.columnOf(heading) ?? -1]);
    const [number, givenOn, lastOn] = [text("通知书编号"), day("编号日期"), day("最近印发")];
    if (!parseNoticeNumber(number) || !givenOn || seen.has(number)) return [];
    seen.add(number);
    const contracts = text("合同编号").split("\n").filter(Boolean) as ContractKey[];
    const printing = lastOn ? { printing: { lastOn, times: Number(text("印发次数")) || 1, content: text("内容") } } : {};
    const entry: NumberEntry = { number, school: schoolKey(text("责任学校")), contracts, print: text("人"), givenOn, ...printing };
    return [{ entry, name: text("姓名"), citizenId: text("身份证号") }];
  });
}

/** The numbers that a book's register keeps, oldest first; none before a first list was made. */
export function keptNumbers(grids: readonly Grid[]): readonly NumberEntry[] {
  return linesIn(grids).map(({ entry }) => entry);
}

/**
 * The register with all numbers of the season; a person who is not on the list any more stays in it as the book has it.
 * @param grids the book's sheets as they were read
 */
export function numberRegister(numbers: NoticeNumbers, { persons }: RosterIndex, grids: readonly Grid[]): SheetSpec {
  const before = new Map(linesIn(grids).map((line) => [line.entry.number, line]));
  const body = numbers.entries.map(({ entry, person: key }): readonly CellOut[] => {
    const person = key === undefined ? undefined : persons.get(key);
    const { number, school, contracts, givenOn, printing, print } = entry;
    const name = person?.name ?? before.get(number)?.name ?? "";
    const citizenId = person ? maskCitizenId(person.citizenId) : (before.get(number)?.citizenId ?? "");
    const printed = printing ? [{ day: printing.lastOn }, printing.times, printing.content] : [null, null, null];
    return [number, school, name, citizenId, contracts.join("\n"), { day: givenOn }, ...printed, print];
  });
  const right = headings.length - 1;
  return {
    tab: "notice-numbers",
    name: tabNames["notice-numbers"],
    columns: [
      { width: 18, style: "cell" },
      { width: 24, style: "cellWrapped" },
      { width: 10, style: "cellWrapped" },
      { width: 20, style: "cellCenter" },
      { width: 22, style: "cellWrapped" },
      { width: 12, style: "cellDay" },
      { width: 12, style: "cellDay" },
      { width: 9, style: "cellCenter" },
      { width: 11, style: "cellCenter", hidden: true },
      { width: 11, style: "cellCenter", hidden: true },
    ],
    rows: [
      [tabNames["notice-numbers"]],
      ["每人一个编号，编定后不再改变，也不重复使用；名单、通知书、签收单、送达登记和情况说明上都是这个编号。本表由助手登记，请勿改动。"],
      headings,
      ...body,
    ],
    ...registerFrame({ right, count: body.length, frozen: 1 }),
    isProtected: true,
  };
}

const printingHeadings = ["最近印发", "印发次数", "内容"] as const;

type Lines = Grid["rows"];

function printingsIn(rows: Lines) {
  const table = tableIn({ rows }, headings);
  const columns = printingHeadings.map((heading) => table?.columnOf(heading) ?? -1);
  return { table, columns, of: (row: Lines[number]) => columns.map((column) => row[column] ?? null) };
}

/** What the register said of printing, by number, wherever it says something else now; undefined when it says the same. */
export function printingsBefore(before: Lines, after: Lines): Readonly<Record<string, Lines[number]>> | undefined {
  const [old, now] = [printingsIn(before), printingsIn(after)];
  const said = new Map((old.table?.rows ?? []).map((row) => [old.table?.text(row, "通知书编号") ?? "", old.of(row)]));
  const changed = (now.table?.rows ?? []).flatMap((row): [string, Lines[number]][] => {
    const number = now.table?.text(row, "通知书编号") ?? "";
    const then = said.get(number) ?? [null, null, null];
    return now.of(row).map(cellText).join() === then.map(cellText).join() ? [] : [[number, then]];
  });
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}

/** The register's lines with what it said of printing before a day's run; every number stays, and so does what was printed since. */
export function withPrintings(rows: Lines, before: Readonly<Record<string, Lines[number]>>, on: Day): Lines {
  const { table, columns } = printingsIn(rows);
  if (!table) return rows;
  return rows.map((row, at) => {
    const then = at <= table.headingRow ? undefined : before[table.text(row, "通知书编号")];
    if (!then || dayOf(row[table.columnOf("最近印发")]) !== on) return row;
    const length = Math.max(row.length, ...columns.map((column) => column + 1));
    return Array.from({ length }, (_, column) =>
      columns.includes(column) ? (then[columns.indexOf(column)] ?? null) : (row[column] ?? null),
    );
  });
}
