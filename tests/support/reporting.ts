// A small county with everything that reports must say: ties, small schools, one with nobody, special cases, a person without a school.
import { reportInput } from "../../src/actions/report";
import { OpenSeason } from "../../src/actions/season";
import { day } from "../../src/domain/values/day";
import type { FieldValues, SheetRow } from "../../src/domain/record/field";
import type { ChoiceCode } from "../../src/domain/record/choices";
import type { Reporting, Season } from "../../src/domain/record/season";
import type { School } from "../../src/domain/places/jurisdiction";
import type { SeasonBook } from "../../src/sheets/reading/reading";
import type { ReportInput } from "../../src/sheets/reports/report-input";
import type { Grid } from "../../src/sheets/grid";
import { assign, loan, payment, rosterOf, row, school } from "./season-rows";
import { aSeason } from "./standings";

/** The schools: two tie, the third is small, the fourth has nobody. */
export const schools = [
  school("罕井镇中心校", "01", "包联甲"),
  school("孙镇中心校", "02", "包联乙"),
  school("蒲城中学", "03", "包联甲"),
  school("桥陵镇中心校", "04"),
  school("龙池镇中心校", "05", "包联乙"),
];

const contract = (n: number) => `6105262019${String(n).padStart(6, "0")}`;

/** The n-th borrower's own data, none of which may stand on an impersonal report. */
export const personal = (n: number): FieldValues => ({
  phone: `1390913${String(n).padStart(4, "0")}`,
  address: `罕井镇测试村${n}组`,
  township: "罕井镇",
  village: `测试${n}村`,
  channel: n % 3 === 0 ? "pos" : "alipay",
});

/** Twenty persons owe 100 each, six, six, two, none and five by school, the last one has no school; person 1 has two contracts. */
export const loans: readonly SheetRow[] = [
  ...Array.from({ length: 20 }, (_, index) => loan(index + 1, contract(index + 1), 100, personal(index + 1))),
  loan(1, contract(21), 50.05, personal(1)),
];

/** To which school the person belongs, counted from 0 in the order of the list. */
export const placeOf = (index: number) => [0, 6, 12, 14, 14, 19].findLastIndex((first) => first <= index);

const told = (n: number, values: FieldValues) => row("登记", { contractNo: contract(n), ...values });
const served = (n: number, relation: ChoiceCode<"signerRelation"> = "father") =>
  told(n, { deliveredOn: day("2019-11-26"), deliveryMethod: "visit", signedBy: "某某", signerRelation: relation, deliveredBy: "白建国" });

/** What the bank took: three of six in both large schools, one in part, one early; one row comes later. */
export const payments: readonly SheetRow[] = [
  payment(contract(1), 100),
  payment(contract(21), 50.05),
  payment(contract(2), 100, { repaidOn: day("2019-12-06") }),
  payment(contract(3), 49.95, { deductionResult: "partial", repaidOn: day("2019-12-08") }),
  payment(contract(7), 100),
  payment(contract(8), 100),
  payment(contract(9), 80),
  payment(contract(15), 100, { repaidOn: day("2019-12-20") }),
];

const registers = {
  deliveries: [1, 2, 3, 4]
    .map((n) => served(n))
    .concat(
      served(5, "official"),
      [7, 8, 9, 10, 11, 12].map((n) => served(n)),
      served(13),
    ),
  claims: [],
  visits: [],
  exceptions: [
    told(4, { exceptionKind: "deceased", exceptionNote: "村委会已出具证明" }),
    told(10, { exceptionKind: "hardship", exceptionNote: "母亲住院" }),
    told(1, { exceptionKind: "enlisted" }),
  ],
};

/** What may be different about the county. */
export interface Change {
  readonly asOf?: string;
  readonly reporting?: Reporting;
  readonly loans?: readonly SheetRow[];
  readonly payments?: readonly SheetRow[];
  readonly registers?: Partial<SeasonBook["registers"]>;
  readonly schools?: readonly School[];
  readonly grids?: readonly Grid[];
  readonly documentNo?: string;
  readonly documentNos?: Season["documentNos"];
}

/** The county as an open season. */
export function countyOn({
  asOf = "2019-12-11",
  reporting = {},
  documentNo = "蒲教资〔2019〕7号",
  documentNos = {},
  ...change
}: Change = {}): OpenSeason {
  const roster = rosterOf(...(change.loans ?? loans));
  const own = change.schools ?? schools;
  const sheets = (change.grids ?? []).map((grid) => ({
    grid,
    name: grid.name,
    kind: "own" as const,
    headerRow: 0,
    columns: new Map(),
    headings: new Map(),
    rows: [],
    ignored: [],
    printedTotals: [],
    layout: [],
  }));
  const book: SeasonBook = {
    sheets,
    season: aSeason({ today: day(asOf), reporting, documentNo, documentNos }),
    roster,
    jurisdictions: { schools: own, territories: [], placeKey: (_, text) => text, isAlike: () => false },
    contacts: [],
    payments: change.payments ?? payments,
    registers: { ...registers, ...change.registers },
  };
  return new OpenSeason(book, { assignments: assign(roster, (index) => own[placeOf(index)]), held: new Set() });
}

/** The frozen source of the county's reports, stamped. */
export function countyInput(change: Change = {}): ReportInput {
  return { ...reportInput(countyOn(change)), stamp: { hash: "0123-4567-89ab-cdef", seed: "20191211-0123" } };
}
