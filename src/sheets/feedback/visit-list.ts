// 今日上门: whom to visit today and why, village by village and families together; for each school, and for the centre the whole county.
import type { PersonReports } from "../../domain/identity/report";
import type { RosterIndex } from "../../domain/identity/roster-index";
import type { PersonKey } from "../../domain/identity/keys";
import type { School } from "../../domain/places/jurisdiction";
import type { FieldId } from "../../domain/record/field";
import type { Person } from "../../domain/record/person";
import type { Standing } from "../../domain/standing/standing";
import { familiesOf, type VisitCase, visitStateOf, type VisitWhy } from "../../domain/standing/visit-case";
import { type Day, daysBetween } from "../../domain/values/day";
import { schoolPage } from "../lists/school-list";
import { sortPersons } from "../lists/sort-persons";
import { dayInWords } from "../rollups/rollup-words";
import { headingOf } from "../vocabulary/columns";
import { tabNames } from "../vocabulary/tabs";
import type { CellOut, ColumnSpec, SheetSpec } from "../writing/spec";
import { tabPage } from "../writing/tab-frames";

/** What a visit list is made from. */
export interface VisitSources {
  readonly asOf: Day;
  readonly index: RosterIndex;
  readonly reports: ReadonlyMap<PersonKey, PersonReports>;
}

/** A school with those of its people who may have to be visited. */
export interface VisitSchool {
  readonly school: School;
  readonly standings: readonly Standing[];
}

interface Column extends ColumnSpec {
  readonly heading: string;
}

const columns: readonly Column[] = [
  { heading: headingOf("seq"), width: 6, style: "cellCenter" },
  { heading: headingOf("noticeNo"), width: 21, style: "cell" },
  { heading: headingOf("name"), width: 10, style: "cellWrapped" },
  { heading: "同户", width: 6, style: "cellCenter" },
  { heading: "乡镇、村", width: 20, style: "cellWrapped" },
  { heading: headingOf("address"), width: 36, style: "cellWrapped" },
  { heading: headingOf("phone"), width: 14, style: "cell" },
  { heading: headingOf("coBorrowerName"), width: 10, style: "cellWrapped" },
  { heading: headingOf("coBorrowerPhone"), width: 14, style: "cell" },
  { heading: "未还", width: 13, style: "cellMoney" },
  { heading: "已上门\n次数", width: 8, style: "cellCount" },
  { heading: "上次上门", width: 12, style: "cellDay" },
  { heading: headingOf("promisedOn"), width: 12, style: "cellDay" },
  { heading: "今日事由", width: 18, style: "cellWrapped" },
];

const contactColumns: ReadonlySet<number> = new Set([5, 6, 7, 8]);

const words = (asOf: Day, { why, promised }: VisitCase): string =>
  ({
    "promise-today": "承诺今日还款",
    "promise-past": `承诺已过${promised === undefined ? 0 : daysBetween(promised, asOf)}天`,
    first: "首次上门",
    again: "再次上门",
  })[why satisfies VisitWhy];

const said = ({ loans }: Person, field: FieldId): string => String(loans.find(({ values }) => values[field])?.values[field] ?? "");

interface Listed {
  readonly families: readonly (readonly VisitCase[])[];
  readonly promised: number;
  readonly visited: number;
}

function listed(standings: readonly Standing[], { asOf, reports }: VisitSources): Listed {
  const states = new Map(
    standings.map((standing) => [standing.person.key, visitStateOf(standing, reports.get(standing.person.key), asOf)]),
  );
  const inOrder = sortPersons(standings.map(({ person }) => person));
  const cases = inOrder.flatMap(({ key }): VisitCase[] => {
    const state = states.get(key);
    return state?.kind === "visit" ? [state.case] : [];
  });
  const count = (kind: "promised" | "visited") => [...states.values()].filter((state) => state.kind === kind).length;
  return { families: familiesOf(cases, ({ standing }) => standing.person), promised: count("promised"), visited: count("visited") };
}

function linesOf({ families }: Listed, { asOf, index }: VisitSources, from = 0): readonly (readonly CellOut[])[] {
  let house = 0;
  const lines = families.flatMap((family) => {
    if (family.length > 1) house++;
    return family.map((one): readonly CellOut[] => {
      const { person, outstanding } = one.standing;
      return [
        index.numberOf(person),
        person.name,
        family.length > 1 ? `户${house}` : null,
        `${said(person, "township")}${said(person, "village")}`,
        said(person, "address"),
        said(person, "phone"),
        said(person, "coBorrowerName"),
        said(person, "coBorrowerPhone"),
        { fen: outstanding },
        one.visits,
        one.last === undefined ? null : { day: one.last },
        one.promised === undefined ? null : { day: one.promised },
        words(asOf, one),
      ];
    });
  });
  return lines.map((cells, at) => [from + at + 1, ...cells]);
}

const remark = "已还清、特殊情况、已存待扣等不必上门的同学不在表内；承诺日期未到的，到期当天再列入。同户的同学排在一起，请一次走访。";

function counts(lists: readonly Listed[], asOf: Day): string {
  const cases = lists.flatMap(({ families }) => families.flat());
  const sum = (of: (list: Listed) => number) => lists.reduce((total, list) => total + of(list), 0);
  const dueToday = cases.filter(({ why }) => why === "promise-today").length;
  return `${dayInWords(asOf)}：应上门${cases.length}人，其中承诺今日还款${dueToday}人；承诺未到期${sum((list) => list.promised)}人，今日已上门${sum((list) => list.visited)}人。${remark}`;
}

function sheet(
  title: string,
  subtitle: string,
  table: { readonly columns: readonly Column[]; readonly rows: readonly (readonly CellOut[])[] },
): SheetSpec {
  const right = table.columns.length - 1;
  const row = (at: number) => ({ top: at, left: 0, bottom: at, right });
  return {
    tab: "visit-list",
    name: tabNames["visit-list"],
    tabColor: "ED7D31",
    columns: table.columns.map(({ width, style }) => ({ width, style })),
    rows: [[title], [subtitle], table.columns.map(({ heading }) => heading), ...table.rows],
    styled: [
      { area: row(0), style: "titleLeft" },
      { area: row(1), style: "subtitle" },
      { area: row(2), style: "heading" },
    ],
    merges: [row(0), row(1)],
    heights: new Map([
      [0, 30],
      [2, 30],
    ]),
    freeze: { rows: 3, columns: 3 },
    ...(table.rows.length > 0 ? { filter: { top: 2, left: 0, bottom: 2 + table.rows.length, right } } : {}),
  };
}

/** The list of a school; undefined when nobody is to be visited. */
export function schoolVisitList({ school, standings }: VisitSchool, sources: VisitSources): SheetSpec | undefined {
  const list = listed(standings, sources);
  // A daily paper says no more than it must: addresses and telephones stand in the list that the school has.
  const rows = linesOf(list, sources).map((cells) => cells.filter((_, at) => !contactColumns.has(at)));
  if (rows.length === 0) return undefined;
  const table = { columns: columns.filter((_, at) => !contactColumns.has(at)), rows };
  const spec = sheet(`${tabNames["visit-list"]}（${school.name}）`, `${counts([list], sources.asOf)}住址、电话见催收名单。`, table);
  return { ...spec, isProtected: true, page: schoolPage(school, { repeatRows: [0, 2] }) };
}

const forCentre: readonly Column[] = [
  { heading: headingOf("school"), width: 20, style: "cellWrapped" },
  { heading: headingOf("liaison"), width: 10, style: "cell" },
];

/** The county's list for the centre, school by school. */
export function countyVisitList(schools: readonly VisitSchool[], sources: VisitSources): SheetSpec {
  const lists = schools.map(({ school, standings }) => ({ school, list: listed(standings, sources) }));
  const rows = lists.flatMap(({ school, list }) =>
    linesOf(list, sources).map(([seq = null, ...cells]): readonly CellOut[] => [seq, school.name, school.liaison, ...cells]),
  );
  const [seq, ...others] = columns;
  const subtitle = counts(
    lists.map(({ list }) => list),
    sources.asOf,
  );
  const spec = sheet(tabNames["visit-list"], subtitle, { columns: [...(seq ? [seq] : []), ...forCentre, ...others], rows });
  return {
    ...spec,
    page: tabPage({ repeatRows: [2, 2], right: "含个人信息，仅供县资助中心使用" }),
  };
}
