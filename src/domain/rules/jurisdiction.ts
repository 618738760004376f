// Jurisdiction rules: does every person come to exactly one school, and does the table 附件2 give every place to one school only.
import type { FieldId, SheetRow } from "../field";
import type { Territory, UnassignedReason } from "../jurisdiction";
import type { RowFault, Rule, RuleContext } from "../rule";
import { firstRow, groupBy } from "./evidence";

const placeFields = ["school", "village", "township", "middleSchool"] as const satisfies readonly FieldId[];

/** The persons that have no school for the given reason, each at the first of their rows and at the strongest place that is written there. */
function unassigned({ assignments }: RuleContext, wanted: UnassignedReason): readonly RowFault[] {
  return assignments.flatMap((assignment): readonly RowFault[] => {
    if (assignment.school || assignment.reason !== wanted) return [];
    const row = firstRow(assignment.person.loans);
    if (!row) return [];
    const field = placeFields.find((candidate) => row.values[candidate] !== undefined) ?? "township";
    const candidates = [...assignment.candidates].sort().slice(0, 4).join(" / ");
    return [{ row, field, params: { value: row.values[field] ?? "", candidates } }];
  });
}

const rowOf = (territory: Territory): SheetRow => ({ place: territory.place, values: {}, noticings: [] });

/** The field that a line of the table is about. */
function fieldOf({ village, middleSchool }: Territory): "village" | "middleSchool" | "township" {
  return village !== undefined ? "village" : middleSchool !== undefined ? "middleSchool" : "township";
}

/** The rules over places and the table, in report order. */
export const jurisdictionRules = [
  {
    code: "place-missing",
    severity: "warning",
    scope: "roster",
    check: (_, context) => unassigned(context, "no-place"),
    good: [{}, { township: "", village: "", school: "罕井镇中心校" }],
    bad: [{ township: "", village: "", middleSchool: "", school: "" }],
  },
  {
    code: "place-unknown",
    severity: "warning",
    scope: "roster",
    check: (_, context) => unassigned(context, "unknown-place"),
    good: [{}, { township: "罕井" }, { school: "罕井中心校" }],
    bad: [{ township: "罕并镇" }, { school: "汉井中心小学" }],
  },
  {
    code: "place-ambiguous",
    severity: "warning",
    scope: "roster",
    check: (_, context) => unassigned(context, "ambiguous"),
    good: [{}, { township: "城关镇", village: "东街村" }],
    bad: [{ township: "城关镇", village: "" }],
  },
  {
    code: "places-disagree",
    severity: "warning",
    scope: "roster",
    check: (_, context) => unassigned(context, "contracts-disagree"),
    good: [[{}, {}]],
    bad: [[{ township: "罕井镇" }, { township: "孙镇" }]],
  },
  {
    code: "territory-overlap",
    severity: "warning",
    scope: "roster",
    examplesIn: "jurisdictions",
    check: (_, { jurisdictions }) => {
      if (!jurisdictions) return [];
      const { territories, placeKey } = jurisdictions;
      const keyOf = ({ township = "", village = "", middleSchool = "" }: Territory) =>
        [placeKey("township", township), placeKey("village", village), placeKey("middleSchool", middleSchool)].join("|");
      return [...groupBy(territories, keyOf).values()].flatMap((lines) => {
        const schools = [...new Set(lines.map(({ school }) => school))].sort();
        if (schools.length < 2) return [];
        return lines.map((line) => {
          const field = fieldOf(line);
          return { row: rowOf(line), field, params: { value: line[field] ?? "", candidates: schools.join(" / ") } };
        });
      });
    },
    good: [
      [
        { township: "罕井镇", school: "罕井镇中心校" },
        { township: "孙镇", school: "孙镇中心校" },
      ],
    ],
    bad: [
      [
        { township: "罕井镇", village: "东街村、西街村", school: "罕井镇中心校" },
        { township: "罕井", village: "西街", school: "孙镇中心校" },
      ],
    ],
  },
] as const satisfies readonly Rule[];
