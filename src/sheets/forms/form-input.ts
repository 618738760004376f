// What the blank forms 附件1 and 附件2 are prefilled from: the schools that the book knows, the places of its list, and who has reported.
import type { School } from "../../domain/places/jurisdiction";
import type { FieldId, SheetRow } from "../../domain/record/field";
import type { Season } from "../../domain/record/season";
import { groupBy } from "../../domain/values/group-by";
import { byPinyin } from "../../domain/values/text-order";
import { contactRowOf } from "../reading/contacts";
import type { SeasonBook } from "../reading/reading";
import { placeKeyFor } from "../vocabulary/place-key";
import { organisationOf, type Role } from "./organisation";

/** A school as the forms name it. */
export interface FormSchool {
  readonly name: string;
  /** As 附件1 or 附件2 says, or as the name itself does; "" when neither. */
  readonly type: string;
  /** The name is only what a school of this township is usually called. */
  readonly isProposed: boolean;
  /** Its row in 附件1. */
  readonly row?: SheetRow;
  readonly school?: School;
}

/** A place of the list with the persons who live or went to school there. */
export interface FormPlace {
  readonly township: string;
  readonly village: string;
  readonly middleSchool: string;
  readonly persons: number;
}

/** Everything that the forms show. */
export interface FormInput {
  readonly season: Season;
  readonly book: SeasonBook;
  /** Without either table, with a proposal for every township that no school is named after. */
  readonly schools: readonly FormSchool[];
  readonly places: readonly FormPlace[];
  readonly roles: readonly Role[];
}

/** What 附件1 asks of every school. */
export const contactFields = ["headmaster", "leader", "leaderPhone", "contact", "contactPhone"] as const satisfies readonly FieldId[];

/** What a school's row in 附件1 leaves open; everything when there is no row. */
export function missingOf({ row }: FormSchool): readonly (typeof contactFields)[number][] {
  return contactFields.filter((field) => row?.values[field] === undefined);
}

// A county's schools are of two types; a name that says so itself needs nobody to say it again.
const typeOf = (name: string, stated: string | undefined) => stated ?? (/中心(?:校|学校)$/.test(name) ? "中心校" : "");

const spelledMost = (texts: readonly string[]) =>
  [...groupBy(texts, (text) => text)].sort(([a, x], [b, y]) => y.length - x.length || byPinyin(a, b))[0]?.[0] ?? "";

function placesOf({ roster, season }: SeasonBook): readonly FormPlace[] {
  const keyOf = placeKeyFor(season.county);
  const lines = roster.persons.map(({ loans }) => {
    const said = (field: "township" | "village" | "middleSchool") => loans.find(({ values }) => values[field])?.values[field]?.trim() ?? "";
    const [township, village] = [said("township"), said("village")];
    return { township, village, middleSchool: township === "" && village === "" ? said("middleSchool") : "" };
  });
  const keyed = groupBy(lines, ({ township, village, middleSchool }) =>
    [keyOf("township", township), keyOf("village", village), keyOf("middleSchool", middleSchool)].join("|"),
  );
  const townOf = new Map(
    [...groupBy(lines, ({ township }) => keyOf("township", township))].map(([key, same]) => [
      key,
      key === "" ? "" : spelledMost(same.map(({ township }) => township)),
    ]),
  );
  const places = [...keyed].map(([key, same]): FormPlace => {
    const [town = "", village = "", middleSchool = ""] = key.split("|");
    const spelled = (part: string, field: "village" | "middleSchool") => (part === "" ? "" : spelledMost(same.map((line) => line[field])));
    return {
      township: townOf.get(town) ?? "",
      village: spelled(village, "village"),
      middleSchool: spelled(middleSchool, "middleSchool"),
      persons: same.length,
    };
  });
  return places
    .filter(({ township, village, middleSchool }) => township + village + middleSchool !== "")
    .sort((a, b) => byPinyin(a.township, b.township) || byPinyin(a.village, b.village) || byPinyin(a.middleSchool, b.middleSchool));
}

/** The school that a township's own would usually be called. */
const usualName = (township: string) => (/[镇乡]$/.test(township) ? `${township}中心校` : "");

function schoolsOf(book: SeasonBook, known: readonly School[], places: readonly FormPlace[]): readonly FormSchool[] {
  const stated = (school: Pick<School, "name">, row: SheetRow | undefined) =>
    row?.values.schoolType ??
    book.sheets
      .filter(({ kind }) => kind === "jurisdictions")
      .flatMap(({ rows }) => rows)
      .find(({ values }) => values.schoolType !== undefined && values.school?.trim() === school.name)?.values.schoolType;
  const listed = known.map((school): FormSchool => {
    const row = contactRowOf(book, school);
    return { name: school.name, type: typeOf(school.name, stated(school, row)), isProposed: false, school, ...(row ? { row } : {}) };
  });
  const taken = new Set(listed.flatMap(({ row }) => row ?? []));
  const others = book.contacts
    .filter((row) => !taken.has(row) && row.values.school !== undefined)
    .map((row): FormSchool => {
      const name = row.values.school?.trim() ?? "";
      return { name, type: typeOf(name, row.values.schoolType), isProposed: false, row };
    });
  const schools = [...listed, ...others];
  // Once either table is there, its schools are the county's.
  if (book.jurisdictions?.schools.length || book.contacts.length > 0) return schools;
  const keyOf = placeKeyFor(book.season.county);
  const towns = [...new Set(places.map(({ township }) => township))].filter((township) => usualName(township) !== "");
  const open = towns.filter((township) => !schools.some(({ name }) => name.startsWith(keyOf("township", township))));
  return [...schools, ...open.map(usualName).map((name) => ({ name, type: typeOf(name, undefined), isProposed: true }))];
}

/**
 * What the forms are prefilled from.
 * @param known the schools of the book, in its order
 */
export function formInput(book: SeasonBook, known: readonly School[]): FormInput {
  const places = placesOf(book);
  return { season: book.season, book, places, schools: schoolsOf(book, known, places), roles: organisationOf(book) };
}
