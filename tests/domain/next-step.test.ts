// The next step: on every day of a season the one thing it waits for, in the order in which an office works.
import { expect, test } from "@jest/globals";
import { deadlinesOf, seasonDates } from "../../src/domain/record/season";
import { nextStep, type SeasonState } from "../../src/domain/standing/next-step";
import { type Day, day } from "../../src/domain/values/day";

const dates = seasonDates(2019);
type Done = Partial<Record<Parameters<SeasonState["doneOn"]>[0], string>>;
type Out = Partial<Pick<SeasonState, "decisions" | "slipsOut" | "schoolsOut">>;

function next(today: string, done: Done, out: Out = {}) {
  const doneOn: SeasonState["doneOn"] = (step) => done[step] as Day | undefined;
  const isOver = day(today) > deadlinesOf(dates).last;
  return nextStep({ today: day(today), dates, isOver, doneOn, decisions: 0, slipsOut: 0, schoolsOut: 0, ...out });
}

const prepared: Done = { check: "2019-11-18", split: "2019-11-20", notices: "2019-11-24" };

test.each<[string, string, Done, Out, ReturnType<typeof nextStep>]>([
  ["a new book is checked", "2019-11-18", {}, { slipsOut: 9 }, { step: "check" }],
  ["a checked list is split", "2019-11-18", { check: "2019-11-18" }, { slipsOut: 9 }, { step: "split" }],
  [
    "then letters are made",
    "2019-11-20",
    { ...prepared, notices: undefined as never },
    { slipsOut: 9, schoolsOut: 3 },
    { step: "notices" },
  ],
  ["letters that are out come back as slips", "2019-11-28", prepared, { slipsOut: 9, schoolsOut: 3 }, { step: "slips", count: 9 }],
  ["decisions that are written are carried out first", "2019-11-28", prepared, { decisions: 2, slipsOut: 9 }, { step: "decide", count: 2 }],
  ["after delivery schools are waited for", "2019-12-05", prepared, { slipsOut: 9, schoolsOut: 3 }, { step: "collect", count: 3 }],
  ["from visits on schools hear every day", "2019-12-11", { ...prepared, feedback: "2019-12-10" }, {}, { step: "feedback" }],
  [
    "once they have, figures are rolled up",
    "2019-12-11",
    { ...prepared, feedback: "2019-12-11", rollup: "2019-12-10" },
    {},
    { step: "rollup" },
  ],
  ["and published", "2019-12-11", { ...prepared, feedback: "2019-12-11", rollup: "2019-12-11" }, {}, { step: "circular" }],
  [
    "on the day of the statements reports are made",
    "2019-12-18",
    { ...prepared, feedback: "2019-12-18", rollup: "2019-12-18" },
    {},
    { step: "report" },
  ],
  ["after the season, reports that were never made", "2019-12-21", prepared, { schoolsOut: 3 }, { step: "report" }],
  ["then the next season", "2020-01-06", { ...prepared, report: "2019-12-19" }, {}, { step: "next-season" }],
])("%s", (_, today, done, out, expected) => {
  expect(next(today, done, out)).toEqual(expected);
});

test("the deadlines of a season lie between the reports of contacts and the due date", () => {
  expect(deadlinesOf(dates)).toEqual({ first: "2019-11-19", last: "2019-12-20" });
});
