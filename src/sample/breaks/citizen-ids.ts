// Broken ID numbers, as they come out of Excel, WPS and clerks' hands.
import { birthDay } from "../../domain/identity/citizen-id";
import type { LoanRow } from "../borrower-columns";
import { withCheckCharacter } from "../citizen-ids";
import type { SamplePerson } from "../records";
import { type Break, fullWidth, inField } from "./break";

const broken = inField("citizenId", "all");
const id = (row: LoanRow): string => row.person.citizenId;
const endsInDigit = (person: SamplePerson): boolean => !person.citizenId.endsWith("X");
const endsInX = (person: SamplePerson): boolean => person.citizenId.endsWith("X");
const options = (suits: (person: SamplePerson) => boolean) => ({ suits });

const withBirth = (row: LoanRow, birth: string): string => withCheckCharacter(id(row).slice(0, 6) + birth + id(row).slice(14, 17));
const withPrefix = (row: LoanRow, prefix: string): string => withCheckCharacter(prefix + id(row).slice(6, 17));

const swappedAt = (text: string, index: number): string =>
  text.slice(0, index) + text.charAt(index + 1) + text.charAt(index) + text.slice(index + 2);
const canSwap = (person: SamplePerson): boolean => person.citizenId.charAt(14) !== person.citizenId.charAt(15);

/** Numbers whose tail is lost because the cell held a number: nothing can bring it back. */
const lost: readonly Break[] = [
  broken("D11", "error", "身份证号存为数值，末3位已丢失（000）", (row) => Number(`${id(row).slice(0, 15)}000`), options(endsInDigit)),
  broken("D11", "error", "身份证号存为数值，末几位已不可靠", (row) => Number(id(row)), options(endsInDigit)),
  broken("D12", "error", "身份证号成了科学计数法文本", (row) => `${id(row).charAt(0)}.${id(row).slice(1, 6)}E+17`),
];

/** Numbers that are whole under stray characters. */
const dressed: readonly Break[] = [
  broken("D13", "info", "前面多了撇号", (row) => `'${id(row)}`),
  broken("D13", "info", "前后有空格", (row) => ` ${id(row)} `),
  broken("D13", "info", "带制表符", (row) => `${id(row)}\t`),
  broken("D13", "info", "夹不换行空格", (row) => `${id(row).slice(0, 6)}\u00a0${id(row).slice(6)}`),
  broken("D13", "info", "夹零宽空格", (row) => `\u200b${id(row)}`),
  broken("D13", "info", "夹换行", (row) => `${id(row).slice(0, 14)}\n${id(row).slice(14)}`),
  broken("D13", "info", "用短横分段", (row) => `${id(row).slice(0, 6)}-${id(row).slice(6, 14)}-${id(row).slice(14)}`),
  broken("D13", "info", "带“身份证:”字样", (row) => `身份证:${id(row)}`),
  broken("D14", "info", "全角数字", (row) => fullWidth(id(row))),
  ...(
    [
      ["小写x", "x"],
      ["乘号代替X", "×"],
      ["星号代替X", "*"],
      ["希腊字母代替X", "\u03a7"],
      ["西里尔字母代替X", "\u0425"],
      ["全角Ｘ", "Ｘ"],
    ] as const
  ).map(([what, last]) => broken("D14", "info", what, (row) => id(row).slice(0, 17) + last, options(endsInX))),
  broken("D15", "warning", "15位旧身份证号", (row) => id(row).slice(0, 6) + id(row).slice(8, 17)),
];

/** Numbers that cannot be the person's. */
const wrong: readonly Break[] = [
  broken("D16", "error", "少一位", (row) => id(row).slice(0, 9) + id(row).slice(10)),
  broken("D16", "error", "多一位", (row) => id(row) + id(row).slice(-1)),
  broken("D16", "error", "相邻两位颠倒", (row) => swappedAt(id(row), 14), options(canSwap)),
  broken("D16", "error", "校验码不符", (row) => id(row).slice(0, 17) + (id(row).endsWith("7") ? "4" : "7")),
  broken(
    "D16",
    "error",
    "字母O代替0",
    (row) => id(row).replace("0", "O"),
    options((person) => person.citizenId.includes("0")),
  ),
  broken("D16", "error", "字母l代替1", (row) => id(row).replace("1", "l")),
  broken("D16", "error", "字母I代替1", (row) => id(row).replace("1", "I")),
  broken("D16", "error", "身份证号空白", () => null),
  broken("D17", "error", "校验码相符但没有2月29日这一天", (row) => withBirth(row, "19950229")),
  broken("D17", "error", "校验码相符但月份为13", (row) => withBirth(row, "19951302")),
  broken("D17", "error", "年龄不到16岁", (row) => withBirth(row, `2008${id(row).slice(10, 14)}`)),
  broken("D17", "error", "年龄超过60岁", (row) => withBirth(row, `1951${id(row).slice(10, 14)}`)),
  broken("D17", "warning", "年龄超过45岁", (row) => withBirth(row, `1973${id(row).slice(10, 14)}`)),
  broken("D18", "info", "外省身份证号（随迁），不算错", (row) => withPrefix(row, "440306")),
  broken("D18", "error", "没有99开头的省份", (row) => withPrefix(row, "990526")),
  broken("D19", "warning", "身份证号已打码", (row) => `${id(row).slice(0, 6)}********${id(row).slice(14)}`),
  broken(
    "D48",
    "error",
    "数字0写成〇",
    (row) => id(row).replace("0", "〇"),
    options((person) => person.citizenId.includes("0")),
  ),
];

const inGender = inField("gender", "all");
const inParent = inField("coBorrowerId", "all");

/** Sex, and the parent's number. */
const kin: readonly Break[] = [
  inGender("D17", "warning", "性别与身份证号不符", (row) => (row.person.gender === "男" ? "女" : "男")),
  broken("D20", "error", "学生与家长身份证号填反", (row) => row.person.coBorrower.citizenId, {
    also: (row) => ({ coBorrowerId: id(row) }),
  }),
  broken("D20", "error", "学生与家长的姓名、身份证号都填反", (row) => row.person.coBorrower.citizenId, {
    also: (row) => ({ name: row.person.coBorrower.name, coBorrowerId: id(row), coBorrowerName: row.person.name }),
  }),
  inParent("D20", "error", "家长身份证号与学生相同", (row) => id(row)),
  inParent("D11", "warning", "家长身份证号存为数值", (row) => Number(`${row.person.coBorrower.citizenId.slice(0, 15)}000`), {
    suits: (person) => !person.coBorrower.citizenId.endsWith("X"),
  }),
  inParent("D16", "warning", "家长身份证号少一位", (row) => row.person.coBorrower.citizenId.slice(0, 17)),
  inParent("D17", "warning", "家长只比学生大几岁", (row) => {
    const birthYear = Number(birthDay(id(row))?.slice(0, 4)) - 6;
    const { citizenId } = row.person.coBorrower;
    return withCheckCharacter(`${citizenId.slice(0, 6)}${birthYear}${citizenId.slice(10, 17)}`);
  }),
];

/** Every break of an ID number. */
export const citizenIdBreaks: readonly Break[] = [...lost, ...dressed, ...wrong, ...kin];
