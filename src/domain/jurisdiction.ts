// Jurisdiction (辖区): which school answers for whom. Places are compared by a key that the sheets layer makes; nothing is guessed.
import type { SheetRow } from "./field";
import type { Person } from "./person";

/** One school (责任学校) of the county with the places it answers for. */
export interface School {
  readonly name: string;
  /** Two-digit code used in row keys: the sheet's own, else the order in the table. */
  readonly code: string;
  readonly aliases: readonly string[];
  readonly liaison: string;
  readonly liaisonPhone: string;
}

/** One line of the table 附件2: a place and the school that answers for it. Absent places are not restricted. */
export interface Territory {
  readonly township?: string;
  readonly village?: string;
  readonly middleSchool?: string;
  readonly school: string;
  readonly place: SheetRow["place"];
}

/** The table 附件2 as a whole. `placeKey` brings two spellings of one place together (罕井 = 罕井镇); it never corrects typing errors. */
export interface Jurisdictions {
  readonly schools: readonly School[];
  readonly territories: readonly Territory[];
  readonly placeKey: (kind: PlaceKind, text: string) => string;
}

/** The kinds of place by which a person is assigned, strongest first. */
export type PlaceKind = "school" | "village" | "township" | "middleSchool";

/** Why a person has no school yet. */
export type UnassignedReason =
  | "no-table" // the book has no jurisdiction table
  | "no-place" // none of the person's rows names a place
  | "unknown-place" // the place is not in the table
  | "ambiguous" // the place belongs to several schools
  | "contracts-disagree" // the person's contracts point to different schools
  | "held-for-errors"; // the rows have errors; see the findings

/** Where a person belongs: one school and the kind of place that decided, or the reason why not, with the schools that could be meant. */
export type Assignment =
  | { readonly person: Person; readonly school: School; readonly by: PlaceKind }
  | { readonly person: Person; readonly school?: undefined; readonly reason: UnassignedReason; readonly candidates: readonly string[] };
