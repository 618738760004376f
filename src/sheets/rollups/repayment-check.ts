// The tab 还款对账, for the centre's own work: contract by contract what the bank says beside what a school says of the same money, and how the two agree.
import { dueOf } from "../../domain/bank/repayment";
import { dueCells, loanRepaidSources } from "../../domain/explaining/money-sources";
import { sourceIn } from "../../domain/explaining/source";
import { contractIdentity } from "../../domain/identity/keys";
import type { RepaymentStatus } from "../../domain/record/choices";
import type { SheetRow } from "../../domain/record/field";
import { wordDay } from "../../domain/standing/stop";
import type { Day } from "../../domain/values/day";
import { type Fen, subtractFen, sumFen, zeroFen } from "../../domain/values/money";
import { choiceLabel } from "../vocabulary/choices";
import { tabNames } from "../vocabulary/tabs";
import type { SheetSpec } from "../writing/spec";
import { type FigurePart, type StackCell, traced } from "./figures";
import type { RollupInput } from "./rollup-input";
import { SheetStack } from "./rollup-layout";
import { asOfLine, rollupPage, seasonTitle } from "./rollup-words";
import { allOf, leftOn, moneyOf } from "./row-figures";

interface Line {
  readonly school: string;
  readonly name: string;
  readonly loan: SheetRow;
  readonly due: Fen;
  readonly claim: SheetRow | undefined;
  readonly repaid: Fen;
  readonly lastOn: Day | undefined;
}

const ofMoney: ReadonlySet<RepaymentStatus | undefined> = new Set<RepaymentStatus>(["paid", "partial", "deposited"]);

// Whoever has paid whole, and of whom no school says anything, needs no second look; nor does who has paid nothing and is said to have paid nothing.
const isOfInterest = ({ due, repaid, claim }: Line) =>
  ofMoney.has(claim?.values.repaymentStatus) || (repaid > 0 && (repaid < due || claim?.values.repaymentStatus !== undefined));

function linesOf({ tally, booking, claims }: RollupInput): readonly Line[] {
  const places = [
    ...tally.schools.map(({ school, standings }) => ({ school: school.name as string, standings })),
    { school: tabNames.unassigned, standings: tally.withoutSchool },
  ];
  return places.flatMap(({ school, standings }) =>
    standings.flatMap(({ person }) =>
      person.loans.flatMap((loan): Line[] => {
        const repaid = booking.byLoan.get(loan) ?? zeroFen;
        // Most people have paid nothing, and nobody says that they have.
        if (repaid === zeroFen && claims.size === 0) return [];
        const due = dueOf(loan);
        if (due === undefined) return [];
        const identity = contractIdentity(loan);
        const { lastOn } = booking.byContract.get(identity) ?? {};
        const whole: Line = { school, name: person.name, loan, due, claim: claims.get(identity), lastOn, repaid };
        return isOfInterest(whole) ? [whole] : [];
      }),
    ),
  );
}

/** Whether there is anything to compare. */
export function hasClaimsToCheck(input: RollupInput): boolean {
  return input.hasRepaymentCheck || linesOf(input).length > 0;
}

// How the school's word and the bank's agree.
function verdictOf({ due, repaid, claim }: Line): string {
  const { repaymentStatus: status, repaid: said } = claim?.values ?? {};
  if (repaid >= due) return status === "paid" ? "一致" : "银行已扣清";
  if (repaid > 0) {
    if (status === "paid") return "银行只到账一部分";
    if (status === "deposited") return "部分到账，余款待扣";
    if (status === "partial") return said === undefined || said === repaid ? "一致（部分）" : "部分到账，金额待核";
    return "部分到账，学校未报";
  }
  if (status !== "deposited") return "学校称已还，银行未到账";
  return claim && wordDay(claim) === undefined ? "已存待扣，没有日期" : "已存待扣";
}

interface LineMoney {
  readonly due: FigurePart;
  readonly said: FigurePart;
  readonly repaid: FigurePart;
  readonly left: FigurePart;
}

function moneyIn({ loan, claim }: Line): LineMoney {
  const said = claim?.values.repaid;
  return {
    due: moneyOf(() => dueCells(loan)),
    said: moneyOf(() => (claim && said !== undefined ? [sourceIn(claim, "repaid", said)] : [])),
    repaid: moneyOf(({ parts }) => loanRepaidSources(loan, parts)),
    left: leftOn(loan),
  };
}

const widths = [6, 20, 10, 20, 14, 12, 12, 14, 14, 12, 14, 24] as const;

/** The tab. */
export function repaymentCheck(input: RollupInput): SheetSpec {
  const { season, asOf } = input;
  const lines = linesOf(input).map((line) => ({ line, money: moneyIn(line) }));
  const stack = new SheetStack(widths, input.note);
  stack.across(seasonTitle(season, tabNames["repayment-check"]), "titleLeft", 30);
  stack.across(`${asOfLine(input)}学校所报取自“还款台账”，只列学校说到还款或银行部分到账的合同。仅供县资助中心办理，不外传。`, "subtitle");
  const headingRow = stack.next;
  const day = (on: Day | undefined): StackCell => (on === undefined ? "" : { day: on });
  const sum = (of: (line: Line) => Fen | undefined, part: keyof LineMoney): StackCell =>
    traced({ fen: sumFen(lines.map(({ line }) => of(line))) }, allOf(lines.map(({ money }) => money[part])));
  const body = stack.table({
    columns: [
      { heading: "序号", style: "cellCenter" },
      { heading: "责任学校", style: "cellWrapped" },
      { heading: "姓名", style: "cellWrapped" },
      { heading: "合同编号", style: "cell" },
      { heading: "应还金额", style: "cellMoney" },
      { heading: "学校所报", style: "cellCenter" },
      { heading: "所报日期", style: "cellDay" },
      { heading: "所报金额", style: "cellMoney" },
      { heading: "银行已还", style: "cellMoney" },
      { heading: "最近入账", style: "cellDay" },
      { heading: "未还金额", style: "cellMoney" },
      { heading: "核对", style: "cellWrapped" },
    ],
    rows: lines.map(({ line, money }, index): StackCell[] => {
      const { school, name, loan, due, claim, repaid, lastOn } = line;
      const { repaymentStatus, repaidOn, repaid: said } = claim?.values ?? {};
      return [
        index + 1,
        school,
        name,
        loan.values.contractNo ?? "",
        traced({ fen: due }, money.due),
        repaymentStatus === undefined ? "" : choiceLabel("repaymentStatus", repaymentStatus),
        day(repaidOn),
        said === undefined ? "" : traced({ fen: said }, money.said),
        traced({ fen: repaid }, money.repaid),
        day(lastOn),
        traced({ fen: subtractFen(due, repaid) }, money.left),
        verdictOf(line),
      ];
    }),
    total: [
      ...["合计", `${lines.length}笔`, "", ""],
      sum(({ due }) => due, "due"),
      ...["", ""],
      sum(({ claim }) => claim?.values.repaid, "said"),
      sum(({ repaid }) => repaid, "repaid"),
      "",
      sum(({ due, repaid }) => subtractFen(due, repaid), "left"),
      "",
    ],
    sums: [4, 7, 8, 10],
  });
  return stack.spec({
    tab: "repayment-check",
    name: tabNames["repayment-check"],
    tabColor: "2E75B6",
    freeze: { rows: headingRow + 1, columns: 3 },
    ...(lines.length > 0 ? { filter: { ...body, top: headingRow } } : {}),
    page: { ...rollupPage("landscape", asOf), repeatRows: [headingRow, headingRow] },
  });
}
