// What the pane shows of a book that was read: the season, the sheets as understood, the sums, and how much was found. No person's row in it.
import type { CheckedSheet, ControlFigure } from "../../actions/check-book";
import type { OpenSeason } from "../../actions/season";
import type { FieldId } from "../../domain/record/field";
import type { Finding, Severity } from "../../domain/record/finding";
import { printedTotalsOff, type RosterTotals } from "../../domain/checking/roster-totals";
import type { Season } from "../../domain/record/season";
import { headingOf } from "../../sheets/vocabulary/columns";
import type { SheetKind } from "../../sheets/reading/reading";

/** One sheet as understood. */
export interface SheetSummary {
  readonly name: string;
  readonly kind: SheetKind;
  /** As the user counts rows; 0 when no heading row was found. */
  readonly headerRow: number;
  readonly rows: number;
}

/** A field with our own heading of it. */
export interface NamedField {
  readonly field: FieldId;
  readonly heading: string;
}

/** The book at a glance. */
export interface Overview {
  readonly season: Season;
  readonly sheets: readonly SheetSummary[];
  readonly totals: RosterTotals;
  readonly control: readonly ControlFigure[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** The columns that were not recognised on a list, by its name: what is due cannot be told without them, or only in part. */
  readonly lacking: readonly { readonly sheet: string; readonly fields: readonly NamedField[] }[];
  /** How many totals the list itself prints that its rows do not add up to. */
  readonly printedOff: number;
  /** Persons held back for errors. */
  readonly held: number;
  /** Persons without a school who are not held back for errors. */
  readonly unassigned: number;
}

const summaryOf = ({ name, kind, headerRow, rows }: CheckedSheet): SheetSummary => ({ name, kind, headerRow, rows });

/** The glance at the book of a season. */
export function overviewOf({ check, assignments, grids }: OpenSeason): Overview {
  const { season, sheets, totals, control, findings, held } = check;
  // What nobody can see need not be named.
  const unseen = new Set(grids.flatMap(({ name, visibility }) => (visibility === "veryHidden" ? [name] : [])));
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    season,
    sheets: sheets.filter(({ name }) => !unseen.has(name)).map(summaryOf),
    totals,
    control,
    counts: { error: count("error"), warning: count("warning"), info: count("info") },
    lacking: lackingIn(findings),
    printedOff: printedTotalsOff(findings).length,
    held: held.size,
    unassigned: assignments.filter(({ person, school }) => !school && !held.has(person.key)).length,
  };
}

const dueParts: readonly FieldId[] = ["principal", "interest"];

// Where nothing says what is due, its parts would do as well.
function lackingIn(findings: readonly Finding[]): Overview["lacking"] {
  const bySheet = new Map<string, FieldId[]>();
  for (const { rule, sheet, field } of findings) {
    if (field === undefined || (rule !== "column-missing" && rule !== "column-wanted")) continue;
    bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), ...(field === "due" ? dueParts : []), field]);
  }
  return [...bySheet].map(([sheet, fields]) => ({ sheet, fields: fields.map((field) => ({ field, heading: headingOf(field) })) }));
}
