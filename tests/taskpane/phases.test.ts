// The pane's season: the phases of the notice, what is due on a day, and the ribbon's buttons in their phases.
import { expect, test } from "@jest/globals";
import { actions, phases } from "../../src/actions/index";
import { day } from "../../src/domain/values/day";
import { seasonDates } from "../../src/domain/record/season";
import { actionIds, buttonIn, buttonsOf } from "../../src/taskpane/shell/buttons";
import { dueOn, phasesOn } from "../../src/taskpane/shell/phases";

const dates = seasonDates(2019);
const states = (today: string) => phasesOn(day(today), dates).map(({ state }) => state);

test("the pane has the ribbon's buttons in the ribbon's phases", () => {
  expect(actionIds).toEqual(actions.map(({ id }) => id));
  expect(phases.flatMap(buttonsOf)).toEqual(actionIds);
  expect(phasesOn(day("2019-11-20"), dates).map(({ id }) => id)).toEqual(phases);
  expect([buttonIn("?action=split"), buttonIn("?action=pane"), buttonIn("")]).toEqual(["split", undefined, undefined]);
});

test.each([
  ["2019-11-01", ["now", "ahead", "ahead", "ahead"]],
  ["2019-11-24", ["now", "ahead", "ahead", "ahead"]],
  ["2019-11-25", ["past", "now", "ahead", "ahead"]],
  ["2019-12-01", ["past", "now", "ahead", "ahead"]],
  ["2019-12-10", ["past", "past", "now", "ahead"]],
  ["2019-12-18", ["past", "past", "past", "now"]],
  ["2019-12-19", ["past", "past", "past", "past"]],
])("%s: %j", (today, expected) => {
  expect(states(today)).toEqual(expected);
});

test("what is due today, and what comes next with the days left", () => {
  expect(dueOn(day("2019-11-20"), dates)).toEqual({
    due: [{ id: "listsOut", on: "2019-11-20" }],
    next: { id: "slipsDue", on: "2019-11-29", days: 9 },
  });
  expect(dueOn(day("2019-12-20"), dates)).toEqual({ due: [{ id: "dueDate", on: "2019-12-20" }], next: undefined });
});
