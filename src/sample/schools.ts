// The 24 schools of the invented county, the places each answers for (附件2), and their staff (附件1).
import { addDays, day } from "../domain/values/day";
import { type Dice, at } from "./dice";
import { fullName } from "./names";
import { mobile } from "./phones";
import { townships } from "./places";
import type { SampleSchool, SampleTerritory } from "./records";

const centralSchools = townships.map((township) => ({
  name: `${township.name}中心校`,
  alias: `${township.name.replace(/(?<=..)镇$/, "")}中心校`,
}));
const countySchools = [
  { name: "罕井初级中学", alias: "罕中" },
  { name: "孙镇初级中学", alias: "孙镇初中" },
  { name: "城关镇中", alias: "城关中学" },
  { name: "实验中学", alias: "实中" },
  { name: "蒲城中学", alias: "蒲中" },
  { name: "尧山中学", alias: "尧中" },
  { name: "第三高级中学", alias: "三高" },
  { name: "职业教育中心", alias: "职教中心" },
];

/** The middle schools that answer for their own former pupils from the county town. */
export const pupilSchools = ["蒲城中学", "尧山中学", "第三高级中学", "职业教育中心"] as const;

/** Middle schools that borrowers attended; only `pupilSchools` stand in 附件2. */
export const attendedSchools = [...pupilSchools, "实验中学", "迤山中学", "桥山中学", "罕井初级中学"] as const;

const blank = { township: "", village: "", middleSchool: "" };

function territoriesOf(township: string, villages: readonly string[]): readonly SampleTerritory[] {
  const central = `${township}中心校`;
  const villageLine = (village: string, school: string): SampleTerritory => ({ ...blank, township, village, school });
  if (township === "罕井镇") return villages.map((village, index) => villageLine(village, index < 6 ? central : "罕井初级中学"));
  if (township === "孙镇") {
    const away = villages.slice(-4).map((village) => villageLine(village, "孙镇初级中学"));
    return [{ ...blank, township, school: central }, ...away];
  }
  if (township === "城关镇") {
    return villages.map((village, index) => villageLine(village, index < 6 ? central : index < 10 ? "城关镇中" : "实验中学"));
  }
  return [{ ...blank, township, school: central }];
}

/** The table 附件2: most townships as a whole, three by village between schools, the county town by middle school. */
export const territories: readonly SampleTerritory[] = [
  ...townships.flatMap(({ name, villages }) => territoriesOf(name, villages)),
  ...pupilSchools.map((school) => ({ ...blank, middleSchool: school, school })),
];

/** The 24 schools with invented staff; eight members of the centre look after three schools each. */
export function drawSchools(dice: Dice): readonly SampleSchool[] {
  const person = (): string => fullName(dice, dice.chance(650));
  const liaisons = Array.from({ length: 8 }, () => ({ liaison: person(), liaisonPhone: mobile(dice) }));
  return [...centralSchools, ...countySchools].map(({ name, alias }, index) => ({
    name,
    code: String(index + 1).padStart(2, "0"),
    alias,
    headmaster: person(),
    leader: person(),
    leaderPhone: mobile(dice),
    contact: person(),
    contactPhone: mobile(dice),
    reportedOn: addDays(day("2019-11-18"), dice.between(0, 1)),
    ...at(liaisons, index % liaisons.length),
  }));
}

/** The school that a place belongs to by village, then township, then middle school; "" when 附件2 names none. */
export function schoolOf(place: { readonly township: string; readonly village: string; readonly middleSchool: string }): string {
  const village = place.village && schoolByPlace.get(`${place.township}|${place.village}|`);
  const township = place.township && schoolByPlace.get(`${place.township}||`);
  return village || township || schoolByPlace.get(`||${place.middleSchool}`) || "";
}

const schoolByPlace: ReadonlyMap<string, string> = new Map(
  territories.map((line) => [`${line.township}|${line.village}|${line.middleSchool}`, line.school]),
);
