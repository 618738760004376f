// 交单情况: of each liaison's schools, how many slips are expected, in, missing and late.
import type { School } from "../../domain/places/jurisdiction";
import type { Season } from "../../domain/record/season";
import type { PersonKey } from "../../domain/identity/keys";
import type { Person } from "../../domain/record/person";
import { resultOf, type SlipRecord } from "../../domain/returns/slip";
import { clocksOf } from "../../domain/returns/slip-check";
import { rate } from "../../domain/values/rate";
import { groupBy } from "../../domain/values/group-by";
import { tabNames } from "../vocabulary/tabs";
import { personIn } from "./slip-register";
import type { CellOut, SheetSpec, StyledArea } from "../writing/spec";
import { listFrame } from "../writing/tab-frames";

const looks = [
  ["包联人", 12, "cell"],
  ["责任学校", 26, "cellWrapped"],
  ["应收", 9, "cellCount"],
  ["已收", 9, "cellCount"],
  ["缺", 9, "cellCount"],
  ["交单率", 11, "cellRate"],
  ["交单逾期", 11, "cellCount"],
  ["送达逾期", 11, "cellCount"],
  ["代签", 9, "cellCount"],
  ["拒签或无人", 12, "cellCount"],
] as const;

/** The slips of one school. */
export interface SchoolSlips {
  readonly school: School;
  /** How many letters of the school must bring one. */
  readonly expected: number;
  readonly records: readonly SlipRecord[];
}

type Counts = readonly [expected: number, received: number, handedLate: number, deliveredLate: number, proxy: number, none: number];

type Persons = ReadonlyMap<PersonKey, Person>;

function countsOf({ expected, records }: SchoolSlips, { dates }: Season, persons: Persons): Counts {
  const result = (record: SlipRecord) => resultOf(record, personIn(record, persons));
  const count = (test: (record: SlipRecord) => boolean) => records.filter(test).length;
  return [
    expected,
    count(({ hasOriginal }) => hasOriginal),
    count((record) => clocksOf(record, dates).isHandedInLate === true),
    count((record) => clocksOf(record, dates).isDeliveredLate === true),
    count((record) => result(record) === "proxy"),
    count((record) => ["refused", "absent"].includes(result(record))),
  ];
}

const sum = (all: readonly Counts[]): Counts =>
  all.reduce((total, own) => total.map((value, at) => value + (own[at] ?? 0)) as unknown as Counts, [0, 0, 0, 0, 0, 0]);

function cells([expected, received, ...late]: Counts): readonly CellOut[] {
  const share = rate(received, expected);
  return [expected, received, Math.max(0, expected - received), share === undefined ? "—" : { rate: share }, ...late];
}

/** The tab: every liaison with a line of sums, the schools below it in their order. */
export function slipLiaisons(schools: readonly SchoolSlips[], season: Season, persons: Persons): SheetSpec {
  const right = looks.length - 1;
  const rows: (readonly CellOut[])[] = [];
  const styled: StyledArea[] = [];
  const strong = (values: readonly CellOut[]) => {
    const at = rows.length + 3;
    rows.push(values);
    styled.push(
      { area: { top: at, left: 0, bottom: at, right: 1 }, style: "total" },
      { area: { top: at, left: 2, bottom: at, right }, style: "totalCount" },
      { area: { top: at, left: 5, bottom: at, right: 5 }, style: "totalRate" },
    );
  };
  for (const [liaison, own] of groupBy(schools, ({ school }) => school.liaison || "未指定")) {
    strong([liaison, `${own.length}所学校`, ...cells(sum(own.map((one) => countsOf(one, season, persons))))]);
    for (const one of own) rows.push([liaison, one.school.name, ...cells(countsOf(one, season, persons))]);
  }
  strong(["合计", `${schools.length}所学校`, ...cells(sum(schools.map((one) => countsOf(one, season, persons))))]);
  return {
    tab: "slip-liaisons",
    name: tabNames["slip-liaisons"],
    columns: looks.map(([, width, style]) => ({ width, style })),
    rows: [
      [tabNames["slip-liaisons"]],
      [
        `应收＝名单上应发通知书的人数；已收＝收到签收单原件；交单以${season.dates.slipsDue}为限（之后送达的，次日前交到即为及时），送达以${season.dates.deliveryTo}为限，可在“设置”里改。`,
      ],
      looks.map(([heading]) => heading),
      ...rows,
    ],
    ...listFrame({ right, title: "titleLeft", frozen: 2, styled }),
    heights: new Map([[1, 33]]),
    isProtected: true,
  };
}
