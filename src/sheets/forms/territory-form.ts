// 附件2, the form for which school answers for which places, with the places of the list so that none is forgotten.
import type { Territory } from "../../domain/places/jurisdiction";
import { headingOf } from "../vocabulary/columns";
import { placeKeyFor } from "../vocabulary/place-key";
import { likelySchoolProposed, usualNameProposed } from "../vocabulary/proposal-words";
import { spokenDay } from "../vocabulary/spoken-day";
import type { CellOut, SheetSpec } from "../writing/spec";
import { schoolTypes } from "./contact-form";
import type { FormInput, FormPlace, FormSchool } from "./form-input";
import { formSheet } from "./form-table";

/** A line of the form: a place, the school if any is known, and what to look at. */
interface Line {
  readonly township?: string;
  readonly village?: string;
  readonly middleSchool?: string;
  readonly school?: FormSchool;
  readonly remark?: string;
}

// The one school whose name begins with the township's is offered; of several, a person must choose.
function offered({ schools, season }: FormInput, township: string): FormSchool | undefined {
  const stem = placeKeyFor(season.county)("township", township);
  const named = stem === "" ? [] : schools.filter(({ name }) => name.startsWith(stem));
  return named.length === 1 ? named[0] : undefined;
}

// Whether a line of the table answers for a place of the list, be it through its township as a whole.
function isCovered({ season }: FormInput, place: FormPlace, territories: readonly Territory[]): boolean {
  const keyOf = placeKeyFor(season.county);
  const same = (kind: "township" | "village" | "middleSchool", a: string, b = "") => keyOf(kind, a) === keyOf(kind, b);
  return territories.some((line) => {
    if (place.middleSchool !== "" && place.township === "") return same("middleSchool", place.middleSchool, line.middleSchool);
    if (line.middleSchool !== undefined || (line.township !== undefined && !same("township", place.township, line.township))) return false;
    return line.village === undefined ? line.township !== undefined : same("village", place.village, line.village);
  });
}

function linesOf(input: FormInput): readonly Line[] {
  const { schools, places, book } = input;
  const territories = book.jurisdictions?.territories ?? [];
  const byName = new Map(schools.map((school) => [school.name, school]));
  const known = territories.map(({ township, village, middleSchool, school }): Line => {
    const own = byName.get(school);
    return {
      ...(township ? { township } : {}),
      ...(village ? { village } : {}),
      ...(middleSchool ? { middleSchool } : {}),
      ...(own ? { school: own } : {}),
    };
  });
  const open = places.filter((place) => !isCovered(input, place, territories));
  // One line for a township as a whole; whoever divides it among schools adds lines by village.
  const towns = [...new Set(open.map(({ township }) => township))].filter((township) => township !== "");
  const gaps = towns.map((township): Line => {
    const school = offered(input, township);
    return { township, ...(school ? { school, remark: school.isProposed ? usualNameProposed : likelySchoolProposed } : {}) };
  });
  const byOthers = open
    .filter(({ township }) => township === "")
    .map(({ village, middleSchool }): Line => (village === "" ? { middleSchool } : { village, remark: "名单未写乡镇" }));
  return [...known, ...gaps, ...byOthers];
}

function cellsOf({ township, village, middleSchool, school, remark }: Line): readonly CellOut[] {
  const own = school?.school;
  return [
    township ?? null,
    village ?? null,
    middleSchool ?? null,
    school?.name ?? null,
    own?.code ?? null,
    own?.aliases.join("、") || null,
    school?.type || null,
    own?.liaison || null,
    own?.liaisonPhone || null,
    remark ?? null,
  ];
}

function territorySheet(input: FormInput): SheetSpec {
  const { county, year, dates, office } = input.season;
  const field = (id: Parameters<typeof headingOf>[0], width: number) => ({ heading: headingOf(id), width, style: "fill" as const });
  return formSheet({
    name: "辖区划分（附件2）",
    title: `${county}${year}年助学贷款催收包联辖区划分表（附件2）`,
    remark: `一处一行：整镇归一所学校的只写乡镇；一个镇分给几所学校的，按村各写一行；县城学校可按就读中学写。${spokenDay(dates.contactsDue)}前（含当日）报${office}。`,
    columns: [
      field("township", 12),
      field("village", 16),
      field("middleSchool", 16),
      field("school", 20),
      field("schoolCode", 10),
      field("schoolAlias", 14),
      field("schoolType", 10),
      field("liaison", 10),
      field("liaisonPhone", 14),
      { heading: "备注", width: 22, style: "fillWrapped" },
    ],
    lines: linesOf(input).map(cellsOf),
    spare: 10,
    signed: "centre",
    choices: new Map([
      [headingOf("school"), input.schools.every(({ isProposed }) => !isProposed) ? input.schools.map(({ name }) => name) : []],
      [headingOf("schoolType"), schoolTypes],
    ]),
  });
}

function placesSheet({ places, season }: FormInput): SheetSpec {
  return formSheet({
    name: "名单中的地名",
    title: "名单中的地名和应还人数",
    remark: `${season.county}${season.year}年应还名单里出现的乡镇、村和就读中学，供填写附件2时对照；没有写乡镇和村的同学按就读中学列出。仅供县资助中心使用。`,
    columns: [
      { heading: "所在乡镇", width: 14, style: "cell" },
      { heading: "所在村", width: 18, style: "cell" },
      { heading: "毕业的中学", width: 20, style: "cell" },
      { heading: "应还人数", width: 10, style: "cellCount" },
    ],
    lines: places.map(({ township, village, middleSchool, persons }) => [township || null, village || null, middleSchool || null, persons]),
    orientation: "portrait",
  });
}

/** The sheets of 附件2. */
export function territoryForm(input: FormInput): readonly SheetSpec[] {
  // Before the list is there, it names no places.
  return input.places.length > 0 ? [territorySheet(input), placesSheet(input)] : [territorySheet(input)];
}
