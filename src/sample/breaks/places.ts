// Places and schools as they are really written, and remarks about people that the list's columns have no room for.
import type { LoanRow } from "../borrower-columns";
import type { SamplePerson } from "../records";
import { pupilSchools } from "../schools";
import { type Break, inField } from "./break";

const inTownship = inField("township", "all");
const inVillage = inField("village", "all");
const inSchool = inField("school", "all");
const inNote = inField("note", "all");
const inAddress = inField("address", "all");

const fromTownship = (...names: readonly string[]) => ({ suits: (person: SamplePerson) => names.includes(person.township) });
const fromVillage = (name: string) => ({ suits: (person: SamplePerson) => person.village === name });
const hasTownship = { suits: (person: SamplePerson) => person.township.length === 3 };
const short = (row: LoanRow): string => row.person.township.slice(0, 2);

/** Townships and villages. */
const places: readonly Break[] = [
  inTownship("D30", "info", "乡镇没有“镇”字", short, hasTownship),
  inTownship("D30", "info", "乡镇前后有空格", (row) => ` ${row.person.township}\u3000`, hasTownship),
  inTownship("D30", "warning", "乡镇多一个“镇”字", (row) => `${row.person.township}镇`, hasTownship),
  inTownship("D30", "warning", "乡镇填成中心校", (row) => `${short(row)}中心校`, hasTownship),
  inTownship("D30", "warning", "乡镇写错字", () => "军井镇", fromTownship("罕井镇")),
  inTownship("D30", "warning", "乡镇写错字", () => "荆瑶镇", fromTownship("荆姚镇")),
  inTownship("D30", "warning", "撤并前的乡镇名", () => "平路庙乡", fromTownship("桥陵镇", "高阳镇")),
  inTownship("D30", "warning", "撤并前的乡镇名", () => "贾曲乡", fromTownship("党睦镇", "陈庄镇")),
  inTownship("D30", "warning", "城关镇写成城关街道", () => "城关街道", fromTownship("城关镇")),
  inTownship("D30", "warning", "城关镇写成紫荆街道", () => "紫荆街道", fromTownship("城关镇")),
  inTownship("D30", "warning", "两镇都有南庄村，又没填乡镇", () => null, fromVillage("南庄村")),
  inTownship("D30", "warning", "没填乡镇，只有村名", () => null, {
    suits: (person) => ["罕井镇", "城关镇"].includes(person.township) && person.village !== "南庄村",
  }),
  inVillage("D30", "warning", "村名写错字", () => "东粱村", fromVillage("东梁村")),
  inVillage("D30", "warning", "村名写错字", () => "石桥勾村", fromVillage("石桥沟村")),
  inTownship("D48", "info", "乡镇用了兼容汉字", () => "\u2fbc阳镇", fromTownship("高阳镇")),
  inAddress("D31", "info", "住址在外县", () => "陕西省渭南市富平县城关街道人民路12号", hasTownship),
  inAddress("D31", "info", "全家已迁居外省", () => "广东省东莞市（全家外迁，原户籍蒲城）", hasTownship),
  inField("middleSchool", "all")("D32", "info", "家在乡镇，中学在县城，应按乡镇归属", (row) => row.person.middleSchool, {
    suits: (person) => person.township !== "" && pupilSchools.some((school) => school === person.middleSchool),
  }),
];

const nickname = (alias: string, school: string): Break =>
  inSchool("D33", "info", "责任学校填了简称", () => alias, { suits: (person) => person.school === school });

/** Schools under other names. */
const schools: readonly Break[] = [
  nickname("蒲中", "蒲城中学"),
  nickname("尧中", "尧山中学"),
  nickname("城关中学", "城关镇中"),
  inSchool("D33", "warning", "责任学校填了查不到的简称", () => "城关二中", fromTownship("城关镇")),
];

/** People for whom dunning must stop or wait; the remark is all that says so. */
const remarks: readonly Break[] = [
  inNote("D34", "warning", "学生死亡", () => "学生已于2018年去世"),
  inNote("D34", "warning", "现役军人", () => "现役军人，2017年入伍"),
  ...[
    "在读研究生，未办理就学变更",
    "本人患重病住院",
    "正在服刑",
    "出国务工，联系不上",
    "失联，电话为空号",
    "全家外迁，去向不明",
    "家庭经济特别困难",
    "有能力偿还但拒绝还款",
    "重名，非本人贷款",
    "称已还清，系统未显示",
    "已申请提前还款",
  ].map((words) => inNote("D34", "info", "备注里有特殊情况", () => words)),
];

/** Every break of a place, a school or a remark. */
export const placeBreaks: readonly Break[] = [...places, ...schools, ...remarks];
