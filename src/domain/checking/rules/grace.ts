// Rules by the contracts' own grace (还本宽限期, docs/policy.md §2): may principal be due already. They ask for a look at the bank's system and stop nobody.
import type { SheetRow } from "../../record/field";
import { groupBy } from "../../values/group-by";
import type { Rule, RuleContext } from "../rule";
import { firstRow, yearIn } from "./evidence";

/** The years of grace in which a contract still is by its graduation; undefined where it is in none, or the list does not say enough. */
function graceLeft({ values: { graduation, loanYear, maturity } }: SheetRow, { policy, seasonYear }: RuleContext): number | undefined {
  const [graduated, lent] = [yearIn(graduation), yearIn(loanYear)];
  // In the year of its maturity everything that is left is due.
  if (graduated === undefined || lent === undefined || lent > graduated || (yearIn(maturity) ?? Infinity) <= seasonYear) return undefined;
  const years = policy.graceOf(lent);
  return years !== undefined && seasonYear < graduated + years ? years : undefined;
}

/** The rules over grace, in report order. */
export const graceRules = [
  {
    // Principal may be repaid early and contracts may differ, so it is asked once a sheet.
    code: "principal-in-grace",
    severity: "warning",
    scope: "roster",
    check: ({ rows }, context) => {
      const found = rows.filter((row) => (row.values.principal ?? 0) > 0 && graceLeft(row, context) !== undefined);
      return [...groupBy(found, ({ place }) => place.sheet).values()].flatMap((sheet) => {
        const row = firstRow(sheet);
        if (!row) return [];
        const { graduation = "", loanYear = "" } = row.values;
        const params = {
          count: sheet.length,
          graduation: yearIn(graduation) ?? "",
          year: yearIn(loanYear) ?? "",
          years: graceLeft(row, context) ?? "",
        };
        return [{ row, field: "principal" as const, params }];
      });
    },
    good: [
      {},
      { loanYear: 2016, graduation: "2017-07", principal: 0, due: 294 },
      { loanYear: 2015, graduation: "2016-07" },
      { loanYear: "", graduation: "2018-07" },
      { loanYear: 2016, graduation: "2018-07", maturity: "2019-09-20" },
    ],
    bad: [
      { loanYear: 2016, graduation: "2017-07" },
      { loanYear: 2013, graduation: "2018-07" },
    ],
  },
] as const satisfies readonly Rule[];
