// 辖区划分(附件2) and 联系表(附件1) of the invented county.
import type { CellOut, SheetSpec } from "../sheets/writing/spec";
import type { County, SampleSchool } from "./records";
import { plainSheet } from "./sheet-frame";

const orBlank = (value: string): CellOut => (value === "" ? null : value);

function schoolNamed(county: County, name: string): SampleSchool {
  const school = county.schools.find((candidate) => candidate.name === name);
  if (!school) throw new RangeError(`no such school: ${name}`);
  return school;
}

/** 附件2: which school answers for which township, village or middle school. */
export function jurisdictionSheet(county: County): SheetSpec {
  return plainSheet(
    "辖区划分(附件2)",
    [
      ["乡镇", { width: 10, style: "cell" }],
      ["村(社区)", { width: 14, style: "cell" }],
      ["就读中学", { width: 16, style: "cell" }],
      ["责任学校", { width: 18, style: "cell" }],
      ["学校编码", { width: 10, style: "cellCenter" }],
      ["学校简称", { width: 12, style: "cell" }],
      ["包联人", { width: 10, style: "cell" }],
      ["包联电话", { width: 14, style: "cell" }],
    ],
    county.territories.map((line) => {
      const school = schoolNamed(county, line.school);
      const places = [orBlank(line.township), orBlank(line.village), orBlank(line.middleSchool)];
      return [...places, school.name, school.code, school.alias, school.liaison, school.liaisonPhone];
    }),
  );
}

/** 附件1: headmaster, leader and contact of every school, with two columns that are both headed 电话, as on the form. */
export function contactSheet(county: County): SheetSpec {
  return plainSheet(
    "联系表(附件1)",
    [
      ["学校", { width: 18, style: "cell" }],
      ["校长", { width: 10, style: "cell" }],
      ["分管领导", { width: 10, style: "cell" }],
      ["电话", { width: 14, style: "cell" }],
      ["联络员", { width: 10, style: "cell" }],
      ["电话", { width: 14, style: "cell" }],
      ["填报日期", { width: 12, style: "cellDay" }],
    ],
    county.schools.map((school) => [
      school.name,
      school.headmaster,
      school.leader,
      school.leaderPhone,
      school.contact,
      school.contactPhone,
      { day: school.reportedOn },
    ]),
  );
}
