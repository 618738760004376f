// The tab 扣款批次: every sheet and file of the bank with its batches: when it was exported and registered, what became of its rows, and what to look at.
import { type Batch, batchesOf, batchPrint, duesIn, isElsewhere, isInWan, isRepeated } from "../../domain/bank/batch";
import type { PartsByContract } from "../../domain/bank/counted-parts";
import type { Booking } from "../../domain/bank/repayment";
import type { SheetRow } from "../../domain/record/field";
import type { Roster } from "../../domain/record/roster";
import type { Season } from "../../domain/record/season";
import { type Day, dayFromIso } from "../../domain/values/day";
import { type Fen, sumFen } from "../../domain/values/money";
import { takenSources } from "../../domain/explaining/money-sources";
import type { Grid } from "../grid";
import { ownTable } from "../reading/own-table";
import { exportedIn } from "./bank-file";
import type { SheetReading } from "../reading/reading";
import { type NoteFigure, type StackCell, traced } from "../rollups/figures";
import { countedRows, moneyOf, strange } from "../rollups/row-figures";
import { SheetStack, type StackColumn } from "../rollups/rollup-layout";
import { asOfLine, rollupPage, seasonTitle } from "../rollups/rollup-words";
import { tabNames } from "../vocabulary/tabs";
import type { SheetSpec } from "../writing/spec";

const headings = ["来源", "批次", "导出时间", "校验码", "登记日期"] as const;

/** A batch as it was registered. */
export interface BatchLine {
  readonly source: string;
  readonly batch: string;
  readonly exported: string;
  readonly print: string;
  readonly on: Day;
}

/** The batches that a book has registered. */
export function batchLines(grids: readonly Grid[]): readonly BatchLine[] {
  const table = ownTable(grids, "bank-batches", headings);
  return (table?.rows ?? []).flatMap((row): BatchLine[] => {
    const [source = "", batch = "", exported = "", print = "", on = ""] = headings.map((heading) => table?.text(row, heading));
    const registered = dayFromIso(on);
    return registered === undefined || source === ""
      ? []
      : [{ source, batch: batch === none ? "" : batch, exported: exported === none ? "" : exported, print, on: registered }];
  });
}

/** What the register is drawn from. */
export interface BatchInput {
  readonly season: Season;
  readonly asOf: Day;
  readonly dataAsOf: Day;
  readonly payments: readonly SheetRow[];
  readonly booking: Booking;
  readonly roster: Roster;
  /** What each row of the bank adds, contract by contract. */
  readonly parts: PartsByContract;
  readonly sheets: readonly SheetReading[];
  /** What was registered so far. */
  readonly lines: readonly BatchLine[];
  /** When picked files were exported, by source. */
  readonly exported?: ReadonlyMap<string, string>;
  readonly note?: NoteFigure;
}

const none = "—";

interface Sorted {
  readonly counted: readonly SheetRow[];
  readonly back: readonly SheetRow[];
  readonly failed: readonly SheetRow[];
  readonly later: readonly SheetRow[];
  readonly doubtful: readonly SheetRow[];
  readonly strangers: Booking["unmatched"];
  readonly repeated: readonly SheetRow[];
}

function sorted({ rows }: Batch, { booking }: BatchInput): Sorted {
  const own = new Set(rows);
  const why = new Map(booking.ignored.map((one) => [one.row, one.why]));
  const for_ = (holds: (reason: string) => boolean) => rows.filter((row) => holds(why.get(row) ?? ""));
  const counted = booking.counted.filter((row) => own.has(row));
  const isBack = (row: SheetRow) => {
    const amount = booking.moneyOf.get(row)?.amount;
    return amount === "whole-back" || (typeof amount === "number" && amount < 0);
  };
  const failed = (reason: string) => reason === "insufficient" || reason === "failed" || reason === "pending";
  return {
    counted,
    back: counted.filter(isBack),
    failed: for_(failed),
    later: for_((reason) => reason === "later"),
    doubtful: for_((reason) => reason !== "" && reason !== "later" && !failed(reason)),
    strangers: booking.unmatched.filter(({ row }) => own.has(row)),
    repeated: booking.duplicates.flatMap(({ row }) => (own.has(row) ? [row] : [])),
  };
}

function daysOf({ rows }: Batch): string {
  const days = rows.flatMap(({ values }) => values.repaidOn ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? none : first === last ? first : `${first} 至 ${last}`;
}

function remarkOf(
  batch: Batch,
  { booking }: BatchInput,
  dues: ReturnType<typeof duesIn>,
  known: BatchLine | undefined,
  print: string,
): string {
  const partial = batch.rows.filter(({ values }) => values.deductionResult === "partial").length;
  return [
    ...(isElsewhere(batch, booking) ? ["多数不在名单，像是别县或别年的批次"] : []),
    ...(isInWan(batch, booking, dues) ? ["金额像是以万元为单位，没有换算"] : []),
    ...(isRepeated(batch, booking) ? ["整批在别处已有，不再计"] : []),
    ...(partial > 0 ? [`部分扣款${partial}笔`] : []),
    ...(known && known.print !== print ? [`内容与登记时不同（原校验码${known.print}）`] : []),
  ].join("；");
}

const columns: readonly StackColumn[] = [
  { heading: "序号", style: "cellCenter" },
  { heading: "来源", style: "cellWrapped" },
  { heading: "批次", style: "cell" },
  { heading: "导出时间", style: "cell" },
  { heading: "还款日期", style: "cell" },
  { heading: "笔数", style: "cellCount" },
  { heading: "计入\n笔数", style: "cellCount" },
  { heading: "计入金额", style: "cellMoney" },
  { heading: "其中\n冲正", style: "cellCount" },
  { heading: "未扣成", style: "cellCount" },
  { heading: "截止日\n之后", style: "cellCount" },
  { heading: "待核", style: "cellCount" },
  { heading: "不在\n名单", style: "cellCount" },
  { heading: "不在名单\n金额", style: "cellMoney" },
  { heading: "重复", style: "cellCount" },
  { heading: "校验码", style: "cell" },
  { heading: "登记日期", style: "cell" },
  { heading: "提示", style: "cellWrapped" },
];
const widths = [6, 26, 18, 17, 24, 8, 8, 15, 7, 8, 8, 7, 7, 14, 7, 19, 12, 40];

/** Those parts alone that these rows add. */
const onlyOf = (parts: PartsByContract, rows: ReadonlySet<SheetRow>): PartsByContract =>
  new Map([...parts].map(([key, own]) => [key, own.filter(({ row }) => rows.has(row))]));

function figureCells(rows: readonly SheetRow[], sums: Sorted, input: BatchInput): readonly StackCell[] {
  const own = new Set(rows);
  const taken = sumFen([...input.parts.values()].flat().flatMap(({ row, taken: amount }): Fen[] => (own.has(row) ? [amount] : [])));
  return [
    countedRows(rows),
    countedRows(sums.counted),
    traced(
      { fen: taken },
      moneyOf(({ parts }) => takenSources(onlyOf(parts, own))),
    ),
    countedRows(sums.back),
    countedRows(sums.failed),
    countedRows(sums.later),
    countedRows(sums.doubtful),
    countedRows(sums.strangers.map(({ row }) => row)),
    traced({ fen: sumFen(sums.strangers.map(({ amount }) => amount)) }, strange(sums.strangers)),
    countedRows(sums.repeated),
  ];
}

/** The tab; batches that were registered and are not in the book any more keep their line. */
export function batchRegister(input: BatchInput): SheetSpec {
  const { season, asOf, payments, lines, sheets, exported } = input;
  const keyOf = ({ source, batch }: { readonly source: string; readonly batch: string }) => `${source}\n${batch}`;
  const known = new Map(lines.map((line) => [keyOf(line), line]));
  const batches = batchesOf(payments);
  const present = new Set(batches.map(keyOf));
  const dues = duesIn(input.roster.rows);
  const sheetOf = (name: string) => sheets.find((sheet) => sheet.name === name && sheet.kind === "repayments");
  const rows = batches.map((batch, index): StackCell[] => {
    const line = known.get(keyOf(batch));
    const print = batchPrint(batch.rows);
    const sheet = sheetOf(batch.source);
    const when = exported?.get(batch.source) ?? ((sheet && exportedIn(sheet)) || (line?.exported ?? ""));
    return [
      index + 1,
      batch.source,
      batch.batch || none,
      when || none,
      daysOf(batch),
      ...figureCells(batch.rows, sorted(batch, input), input),
      line?.print ?? print,
      line?.on ?? asOf,
      remarkOf(batch, input, dues, line, print),
    ];
  });
  const gone = lines.filter((line) => !present.has(keyOf(line)));
  const blanks = Array.from({ length: 11 }, () => none);
  const all = sorted({ source: "", batch: "", rows: payments }, input);
  const stack = new SheetStack(widths, input.note);
  stack.across(seasonTitle(season, tabNames["bank-batches"]), "titleLeft", 30);
  stack.across(asOfLine(input), "subtitle");
  stack.table({
    columns,
    rows: [
      ...rows,
      ...gone.map(({ source, batch, exported: when, print, on }, index): StackCell[] => [
        rows.length + index + 1,
        source,
        batch || none,
        when || none,
        ...blanks,
        print,
        on,
        "登记过，现在工作簿里没有这一批",
      ]),
    ],
    total: ["", "合计", "", "", "", ...figureCells(payments, all, input), "", "", ""],
    sums: blanks.map((_, index) => 5 + index),
  });
  stack.gap();
  for (const text of remarks) stack.across(text, "remark");
  return stack.spec({
    tab: "bank-batches",
    name: tabNames["bank-batches"],
    tabColor: "2E75B6",
    freeze: { rows: 3, columns: 3 },
    page: { ...rollupPage("landscape", asOf), repeatRows: [2, 2] },
  });
}

const remarks = [
  "1．每张银行表、每个选取的银行文件按批次记一行；同一批次的同一行只计一次，以先有的为准。",
  "2．别县的批次、疑似万元的金额、将来的日期、名单外的人只列出，不换算、不摊到别人名下。",
  "3．“校验码”由这一批各行的内容算出，与行的先后无关；内容改动后会注明。",
];
