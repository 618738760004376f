// Date rules: do loan year, graduation, subsidy, maturity and due date make one story, and has nothing happened in the future.
import { isOfSeason } from "../../record/season";
import type { Fault, Rule } from "../rule";
import { birthYearOf, yearIn } from "./evidence";

const yearOf = (dayOrMonth: string) => Number(dayOrMonth.slice(0, 4));

const fault = (field: Fault["field"], value: string, params: Fault["params"] = {}): Fault => ({ field, params: { value, ...params } });

/** The rules over one row's dates, in report order. */
export const dateRules = [
  {
    code: "loan-year-unusual",
    severity: "warning",
    scope: "row",
    reads: ["loanYear"],
    check: ({ loanYear }, { seasonYear }) => {
      // 国家开发银行 has granted these loans since 2005.
      const year = yearIn(loanYear);
      return loanYear !== undefined && (year === undefined || year < 2005 || year > seasonYear) ? fault("loanYear", loanYear) : undefined;
    },
    good: [{}, { loanYear: 2015 }, { loanYear: "2015-2016学年" }, { loanYear: "" }],
    bad: [{ loanYear: "2020", maturity: "" }, { loanYear: "大一" }, { loanYear: "1994" }],
  },
  {
    // Whoever still studies owes nothing yet: further studies that were not reported (docs/facts.md T7), or a slip of the key.
    code: "graduation-in-future",
    severity: "warning",
    scope: "row",
    reads: ["graduation"],
    check: ({ graduation }, { today }) =>
      graduation !== undefined && graduation > today.slice(0, graduation.length) ? fault("graduation", graduation) : undefined,
    good: [{}, { graduation: "2019" }, { graduation: "2019-07" }, { graduation: "" }],
    bad: [{ graduation: "2021-07" }, { graduation: "2109年7月" }],
  },
  {
    code: "graduation-before-loan",
    severity: "warning",
    scope: "row",
    reads: ["graduation", "loanYear"],
    check: ({ graduation, loanYear }) => {
      const year = yearIn(loanYear);
      return graduation !== undefined && year !== undefined && yearOf(graduation) < year
        ? fault("graduation", graduation, { year })
        : undefined;
    },
    good: [{}, { loanYear: 2017, graduation: "2017-07" }],
    bad: [{ loanYear: 2015, graduation: "2014-07" }],
  },
  {
    code: "graduation-age",
    severity: "warning",
    scope: "row",
    reads: ["graduation", "citizenId"],
    check: ({ graduation }, _, row) => {
      const birth = birthYearOf(row, "citizenId");
      if (birth === undefined || graduation === undefined) return undefined;
      const age = yearOf(graduation) - birth;
      return age < 17 || age > 45 ? fault("graduation", graduation, { age }) : undefined;
    },
    good: [{}],
    bad: [{ graduation: "2010-07", loanYear: 2009 }],
  },
  {
    // Until subsidy ends the state pays the interest (docs/facts.md §6.3).
    code: "subsidy-not-ended",
    severity: "warning",
    scope: "row",
    reads: ["subsidyEnd", "interest"],
    check: ({ subsidyEnd, interest = 0 }, { dueDate }) =>
      subsidyEnd !== undefined && subsidyEnd > dueDate && interest > 0 ? fault("subsidyEnd", subsidyEnd) : undefined,
    good: [{}, { subsidyEnd: "2020-09-01", interest: 0, due: 1200 }],
    bad: [{ subsidyEnd: "2020-09-01" }],
  },
  {
    code: "maturity-before-graduation",
    severity: "warning",
    scope: "row",
    reads: ["maturity", "graduation"],
    check: ({ maturity, graduation }) =>
      maturity !== undefined && graduation !== undefined && maturity.slice(0, graduation.length) < graduation
        ? fault("maturity", maturity, { graduation })
        : undefined,
    good: [{}],
    bad: [{ maturity: "2016-09-20" }],
  },
  {
    // In its last year a contract is due at maturity, before 20 December; an earlier year's maturity means the whole loan is overdue.
    code: "maturity-passed",
    severity: "warning",
    scope: "row",
    reads: ["maturity"],
    check: ({ maturity }, { seasonYear }) =>
      maturity !== undefined && yearOf(maturity) < seasonYear ? fault("maturity", maturity) : undefined,
    good: [{}, { maturity: "2019-09-20" }],
    bad: [{ maturity: "2018-09-20" }],
  },
  {
    // No contract runs longer than the longest term offered by the season (docs/policy.md §2).
    code: "loan-term-unusual",
    severity: "warning",
    scope: "row",
    reads: ["maturity"],
    check: ({ maturity, loanYear }, { seasonYear, policy }) => {
      if (maturity === undefined) return undefined;
      const year = yearIn(loanYear);
      const years = yearOf(maturity) - (year ?? seasonYear);
      const isShort = year !== undefined && years < 2;
      return years > policy.longestTerm || isShort ? fault("maturity", maturity, { years }) : undefined;
    },
    good: [{}, { loanYear: "" }, { loanYear: 2009, maturity: "2029-09-20" }],
    bad: [{ maturity: "2107-09-20" }, { loanYear: 2018, maturity: "2019-09-20", graduation: "2019-07" }],
  },
  {
    // No instalment is due years from its season: a slip of the key, which must reach no family.
    code: "due-date-far",
    severity: "error",
    scope: "row",
    reads: ["dueDate"],
    check: ({ dueDate }, { seasonYear }) =>
      dueDate !== undefined && !isOfSeason(dueDate, seasonYear) ? fault("dueDate", dueDate, { year: seasonYear }) : undefined,
    good: [{}, { dueDate: "" }, { dueDate: "2018-12-20" }, { dueDate: "2020-01-20" }],
    bad: [{ dueDate: "2109-12-20" }, { dueDate: "2091-12-20" }, { dueDate: "2017-12-20" }],
  },
  {
    code: "due-date-other-season",
    severity: "warning",
    scope: "row",
    reads: ["dueDate"],
    check: ({ dueDate }, { seasonYear }) =>
      dueDate !== undefined && yearOf(dueDate) !== seasonYear && isOfSeason(dueDate, seasonYear)
        ? fault("dueDate", dueDate, { year: seasonYear })
        : undefined,
    good: [{}, { dueDate: "" }],
    bad: [{ dueDate: "2018-12-20" }, { dueDate: "2020-12-20" }],
  },
  {
    code: "due-date-unusual",
    severity: "info",
    scope: "row",
    reads: ["dueDate"],
    check: ({ dueDate, maturity }, context) =>
      dueDate !== undefined && yearOf(dueDate) === context.seasonYear && dueDate !== context.dueDate && dueDate !== maturity
        ? fault("dueDate", dueDate, { expected: context.dueDate })
        : undefined,
    good: [{}, { dueDate: "2019-09-20", maturity: "2019-09-20" }],
    bad: [{ dueDate: "2019-11-20" }],
  },
  {
    code: "entry-in-future",
    severity: "warning",
    scope: "row",
    reads: [],
    check: (values, { today }) => {
      const field = (["repaidOn", "visitedOn"] as const).find((candidate) => (values[candidate] ?? today) > today);
      return field && fault(field, values[field] ?? today, { today });
    },
    good: [{}, { repaidOn: "2019-11-20" }],
    bad: [{ repaidOn: "2020-11-20" }, { visitedOn: "2091-12-12" }],
  },
] as const satisfies readonly Rule[];
