// Jurisdiction rules: does every person come to exactly one school, and does the table 附件2 give every place to one school only.
import type { SheetRow } from "../../record/field";
import { assignSchools, type Jurisdictions, type Territory, type Unassigned, type UnassignedReason } from "../../places/jurisdiction";
import type { RowFault, Rule, RuleContext } from "../rule";
import { groupBy } from "../../values/group-by";

type PlaceField = "school" | "village" | "township" | "middleSchool";

/** The strongest place of a row that the table does not know or that leaves a choice: the cell to look at first. */
function doubtful(row: SheetRow, reason: UnassignedReason, townships: ReadonlySet<string>, { jurisdictions }: RuleContext): PlaceField {
  const { school, village, township, middleSchool } = row.values;
  if (school !== undefined) return "school";
  const isKnown = townships.has(jurisdictions?.placeKey("township", township ?? "") ?? "");
  if (reason === "unknown-place" && township !== undefined && !isKnown) return "township";
  if (village !== undefined) return "village";
  return township === undefined && middleSchool !== undefined ? "middleSchool" : "township";
}

// A person's other rows may name a place that is known; only those that do not are to be mended.
function rowsAtFault(unassigned: readonly Unassigned[], jurisdictions: Jurisdictions | undefined): ReadonlySet<SheetRow> {
  const several = unassigned.filter(({ person }) => person.loans.length > 1);
  const single = several.flatMap(({ person }) => person.loans.map((row) => ({ ...person, loans: [row] })));
  const settled = new Set(assignSchools(single, jurisdictions).flatMap(({ person, school }) => (school ? person.loans : [])));
  return new Set(
    unassigned.flatMap(({ person }) => {
      const open = person.loans.filter((row) => !settled.has(row));
      return open.length > 0 ? open : person.loans;
    }),
  );
}

/** The rows that leave a person without a school for the given reason. */
function unassigned(context: RuleContext, wanted: UnassignedReason): readonly RowFault[] {
  const { assignments, jurisdictions } = context;
  const townships = new Set(jurisdictions?.territories.map(({ township = "" }) => jurisdictions.placeKey("township", township)));
  const concerned = assignments.filter((assignment): assignment is Unassigned => !assignment.school && assignment.reason === wanted);
  const atFault = rowsAtFault(concerned, jurisdictions);
  return concerned.flatMap(({ person, candidates }) =>
    person.loans
      .filter((row) => atFault.has(row))
      .map((row) => {
        const field = doubtful(row, wanted, townships, context);
        return { row, field, params: { value: row.values[field] ?? "", candidates: candidates.slice(0, 4).join(" / ") } };
      }),
  );
}

const rowOf = (territory: Territory): SheetRow => ({ place: territory.place, values: {}, issues: [] });

/** The field that a line of the table is about. */
function fieldOf({ village, middleSchool }: Territory): Exclude<PlaceField, "school"> {
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
    bad: [{ township: "罕并镇" }, { school: "汉井中心小学" }, [{}, { township: "罕并镇" }]],
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
    // The home county stays responsible until the centre decides otherwise (docs/facts.md D31).
    code: "address-elsewhere",
    severity: "info",
    scope: "row",
    reads: ["address"],
    check: ({ address }, { isElsewhere }) =>
      address !== undefined && isElsewhere(address) ? { field: "address", params: { value: address } } : undefined,
    good: [{}, { address: "罕井镇东街村" }, { address: "陕西省渭南市蒲城县孙镇" }, { address: "城关镇东街小区3号楼" }, { address: "" }],
    bad: [{ address: "陕西省渭南市富平县城关街道人民路12号" }, { address: "西安市雁塔区小寨" }, { address: "广东省东莞市" }],
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
        const schools = [...new Set(lines.map(({ school }) => school))];
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
  {
    // A school that the program has proposed in 附件2 is used, and said, until somebody has looked.
    code: "territory-unconfirmed",
    severity: "warning",
    scope: "roster",
    examplesIn: "jurisdictions",
    check: (_, { jurisdictions }) =>
      (jurisdictions?.territories ?? []).flatMap((line) => {
        const field = fieldOf(line);
        return line.isProposed ? [{ row: rowOf(line), field, params: { value: line[field] ?? "", school: line.school } }] : [];
      }),
    good: [[{ township: "罕井镇", school: "罕井镇中心校", note: "2019年起" }]],
    bad: [
      [{ township: "罕井镇", school: "罕井镇中心校", note: "按校名推荐，请核对" }],
      [{ township: "孙镇", school: "孙镇中心校", note: "校名是推荐写法，请核对" }],
    ],
  },
] as const satisfies readonly Rule[];
