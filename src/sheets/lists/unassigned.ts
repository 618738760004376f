// 待划分: everybody without a school for now, the reason, the schools that could be meant, and a column in which the centre decides.
import type { FieldId, SheetRow } from "../../domain/record/field";
import type { School, Unassigned, UnassignedReason } from "../../domain/places/jurisdiction";
import { sumFen } from "../../domain/values/money";
import type { Person } from "../../domain/record/person";
import { dueOf } from "../../domain/bank/repayment";
import { type ContractKey, contractIdentity } from "../../domain/identity/keys";
import type { RosterIndex } from "../../domain/identity/roster-index";
import { parseRowKey, printRowKey } from "../../domain/identity/row-key";
import type { Season } from "../../domain/record/season";
import { ruleTitle } from "../../i18n";
import { headingOf } from "../vocabulary/columns";
import type { Area, Grid } from "../grid";
import { blankCells, ownTable, tableIn } from "../reading/own-table";
import { factCell, listHeadingRow, totalLabel } from "./school-list";
import type { CellOut, ColumnSpec, SheetSpec, Validation } from "../writing/spec";
import { tabPage } from "../writing/tab-frames";
import { tabNames } from "../vocabulary/tabs";

const reasons: Readonly<Record<UnassignedReason, string>> = {
  "no-table": "没有辖区划分表，也没有写责任学校",
  "no-place": "没有填乡镇、村，也没有能用的就读中学",
  "unknown-place": "所填地名或校名不在辖区划分表里",
  ambiguous: "按辖区划分表不能确定是哪所学校",
  "contracts-disagree": "同一人的几笔合同指向不同学校",
  "held-for-errors": "信息有误，更正后再下发（见校验结果）",
};

/** The reason as the centre reads it. */
export function reasonLabel(reason: UnassignedReason): string {
  return reasons[reason];
}

const titles = {
  tab: "中心留存，不发学校：待划分名单（请在黄色的“责任学校”列选定学校，再拆分一次即可下发；信息有误的，请先在名单中更正）",
  file: "中心留存，不发学校：待划分名单（选定后请填到应还名单的“责任学校”列，再拆分一次即可下发；信息有误的，请先在名单中更正）",
} as const;

type Column = FieldId | "reason" | "candidates" | "place";

const looks: readonly (readonly [column: Column, look: ColumnSpec, heading?: string])[] = [
  ["rowKey", { width: 21, style: "cell" }],
  ["reason", { width: 34, style: "cellWrapped" }, "原因"],
  ["candidates", { width: 24, style: "cellWrapped" }, "候选学校"],
  ["school", { width: 18, style: "fill" }],
  ["name", { width: 10, style: "cellWrapped" }],
  ["citizenId", { width: 20, style: "cell" }],
  ["contractNo", { width: 18, style: "cell" }],
  ["principal", { width: 11, style: "cellMoney" }],
  ["interest", { width: 11, style: "cellMoney" }],
  ["due", { width: 12, style: "cellMoney" }],
  ["township", { width: 10, style: "cellWrapped" }],
  ["village", { width: 12, style: "cellWrapped" }],
  ["middleSchool", { width: 14, style: "cell" }],
  ["address", { width: 30, style: "cellWrapped" }],
  ["place", { width: 20, style: "cellWrapped" }, "所在位置"],
];
const columnOf = (column: Column) => looks.findIndex(([candidate]) => candidate === column);

/** The school code of row keys on this tab, which belong to no school yet. */
const noSchoolCode = "0";

/** A person whose school the centre has chosen on this tab. */
export interface Decided {
  readonly person: Person;
  readonly school: School;
}

/** What 待划分 is made from. */
export interface UnassignedPart {
  readonly open: readonly Unassigned[];
  /** Kept below the totals row, so that a decision is never lost; they go out with their school and do not count here. */
  readonly decided: readonly Decided[];
  readonly season: Season;
  readonly schools: readonly School[];
  /** Where the sheet stands: entries on the tab of the centre's book are read at the next split, those in a file of its own are not. */
  readonly stands: "tab" | "file";
  /** What the centre has written in 责任学校 on this tab, by contract. */
  readonly decisions: ReadonlyMap<ContractKey, string>;
  readonly index: RosterIndex;
  /** The codes of the errors on each row, by `sheet!row`. */
  readonly errors?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One row of the tab: a contract with what is said of its person. */
interface Line {
  readonly loan: SheetRow;
  readonly person: Person;
  readonly reason: string;
  readonly candidates: readonly string[];
}

const linesOf = (person: Person, reason: string, candidates: readonly string[]): readonly Line[] =>
  person.loans.map((loan) => ({ loan, person, reason, candidates }));

function cellFor(column: Column, { loan, person, reason, candidates }: Line, { season, decisions, index }: UnassignedPart): CellOut {
  const identity = contractIdentity(loan);
  if (column === "rowKey")
    return printRowKey({ kind: "list", year: season.year, schoolCode: noSchoolCode, fingerprint: index.prints.of(identity) });
  if (column === "reason") return loan.values.school ? `${reason}；名单上写的责任学校是“${loan.values.school}”` : reason;
  if (column === "candidates") return candidates.join("、") || null;
  if (column === "school") return decisions.get(identity) ?? null;
  if (column === "place") return `${loan.place.sheet} 第${loan.place.row}行`;
  return factCell(column, loan, person);
}

/** Why a person stays, with the errors of all their rows by name. */
function reasonOf({ person, reason }: Unassigned, { errors }: UnassignedPart): string {
  const rules = new Set(person.loans.flatMap(({ place }) => [...(errors?.get(`${place.sheet}!${place.row}`) ?? [])]));
  const named = [...rules].map((rule) => ruleTitle("zh-CN", rule)).join("、");
  return reason === "held-for-errors" && named ? `信息有误：${named}；更正后再下发` : reasonLabel(reason);
}

function totalsRow(open: readonly Unassigned[]): readonly CellOut[] {
  const loans = open.flatMap(({ person }) => person.loans);
  const totals: { readonly [C in Column]?: CellOut } = {
    rowKey: totalLabel,
    name: `${open.length}人`,
    contractNo: `${loans.length}笔`,
    principal: { fen: sumFen(loans.map(({ values }) => values.principal)) },
    interest: { fen: sumFen(loans.map(({ values }) => values.interest)) },
    due: { fen: sumFen(loans.map(dueOf)) },
  };
  return looks.map(([column]) => totals[column] ?? null);
}

function schoolRule(schools: readonly School[], area: Area): readonly Validation[] {
  if (schools.length === 0 || area.bottom < area.top) return [];
  return [
    {
      area,
      rule: { kind: "list", values: schools.map(({ name }) => name) },
      prompt: { title: headingOf("school"), message: "请从下拉列表中选定；同一人的几笔合同只需选一行。" },
      error: { title: headingOf("school"), message: "请从下拉列表中选一所学校，或按 Esc 取消。" },
    },
  ];
}

/** The sheet 待划分. */
export function unassignedSheet(part: UnassignedPart): SheetSpec {
  const cellsOf = (line: Line) => looks.map(([column]) => cellFor(column, line, part));
  const open = part.open.flatMap((one) => linesOf(one.person, reasonOf(one, part), one.candidates)).map(cellsOf);
  const decided = part.decided.flatMap(({ person, school }) => linesOf(person, `已指定给${school.name}`, [])).map(cellsOf);
  const right = looks.length - 1;
  const bottom = listHeadingRow + open.length;
  const row = (at: number, from = 0, to = right): Area => ({ top: at, left: from, bottom: at, right: to });
  const [fill, money] = [columnOf("school"), columnOf("principal")];
  const column = (top: number, last: number): Area => ({ top, left: fill, bottom: last, right: fill });
  return {
    tab: "unassigned",
    name: tabNames.unassigned,
    tabColor: "C00000",
    columns: looks.map(([, look]) => look),
    rows: [
      [titles[part.stands], ...Array.from({ length: right }, () => null)],
      looks.map(([field, , heading]) => heading ?? headingOf(field as FieldId)),
      ...open,
      totalsRow(part.open),
      ...decided,
    ],
    styled: [
      { area: row(0), style: "section" },
      { area: row(listHeadingRow), style: "heading" },
      { area: row(listHeadingRow, fill, fill), style: "headingFill" },
      { area: row(bottom + 1), style: "total" },
      { area: row(bottom + 1, money, money + 2), style: "totalMoney" },
    ],
    merges: [row(0)],
    heights: new Map([
      [0, 28],
      [listHeadingRow, 28],
    ]),
    freeze: { rows: listHeadingRow + 1, columns: 0 },
    ...(open.length > 0 ? { filter: { top: listHeadingRow, left: 0, bottom, right } } : {}),
    validations: [
      ...schoolRule(part.schools, column(listHeadingRow + 1, bottom)),
      ...schoolRule(part.schools, column(bottom + 2, bottom + 1 + decided.length)),
    ],
    isProtected: true,
    page: tabPage({ repeatRows: [0, listHeadingRow], right: "仅供县资助中心使用" }),
  };
}

/** What the centre has decided on the tab 待划分 of a book: the school it wrote, by contract. */
export function decisionsIn(grids: readonly Grid[], index: RosterIndex): ReadonlyMap<ContractKey, string> {
  const [key, school] = [headingOf("rowKey"), headingOf("school")];
  const table = ownTable(grids, "unassigned", [key, school]);
  return new Map(
    (table?.rows ?? []).flatMap((row): [ContractKey, string][] => {
      const text = table?.text(row, school);
      // Who bears a number has a school already, and numbers are given by the schools that are decided here.
      const printed = table?.text(row, key) ?? "";
      const contract = text && parseRowKey(printed) ? index.contractPrinted(printed) : undefined;
      return contract && text ? [[contract.identity, text]] : [];
    }),
  );
}

/** The addresses of the cells in which the centre has still to decide, from top to bottom; none below the totals row. */
export function openPlaces(grid: Pick<Grid, "rows">): readonly string[] {
  const [key, school] = [headingOf("rowKey"), headingOf("school")];
  const table = tableIn(grid, [key, school]);
  if (!table) return [];
  const end = table.rows.findIndex((row) => table.text(row, key) === totalLabel);
  return blankCells({ ...table, rows: end < 0 ? table.rows : table.rows.slice(0, end) }, school);
}
