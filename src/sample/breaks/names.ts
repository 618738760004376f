// Broken names: one person under two names, characters that fonts and old systems lost, and text that is no name at all.
import type { LoanRow } from "../borrower-columns";
import type { SamplePerson } from "../records";
import { type Break, inField } from "./break";

const inAllRows = inField("name", "all");
const name = (row: LoanRow): string => row.person.name;
// Only the person's last row bears the other spelling; all rows are marked, since nobody can say which of them is right.
const onlyInLast =
  (spell: (row: LoanRow) => string): Break["write"] =>
  (row, index) =>
    index === row.person.contracts.length - 1 ? spell(row) : name(row);
const isMultiple = (person: SamplePerson): boolean => person.contracts.length > 1;

/** Same sound, another character. */
const homophones: Readonly<Record<string, string>> = {
  婷: "亭",
  静: "净",
  伟: "玮",
  娜: "那",
  玲: "铃",
  辉: "晖",
  涛: "滔",
  波: "博",
  林: "琳",
  敏: "闽",
};
/** Kangxi radicals and compatibility ideographs that look like the character and are another code. */
const lookAlikes: Readonly<Record<string, string>> = {
  高: "\u2fbc",
  田: "\u2f65",
  石: "\u2f6f",
  白: "\u2f69",
  方: "\u2f45",
  毛: "\u2f51",
  文: "\u2f42",
  玉: "\u2f5f",
  香: "\u2fb9",
  金: "\uf90a",
  李: "\uf9e1",
  林: "\uf9f4",
};
const traditional: Readonly<Record<string, string>> = { 张: "張", 刘: "劉", 陈: "陳", 杨: "楊", 赵: "趙", 马: "馬", 罗: "羅" };

const has = (table: Readonly<Record<string, string>>) => (person: SamplePerson) => [...person.name].some((character) => character in table);
const swap = (table: Readonly<Record<string, string>>, text: string): string =>
  [...text].map((character) => table[character] ?? character).join("");

/** Every break of a name. */
export const nameBreaks: readonly Break[] = [
  inAllRows(
    "D21",
    "error",
    "同一身份证号两个姓名",
    onlyInLast((row) => `${name(row).charAt(0)}建民`),
    { suits: isMultiple },
  ),
  inAllRows(
    "D21",
    "error",
    "同一身份证号两个姓名（同音字）",
    onlyInLast((row) => swap(homophones, name(row))),
    {
      suits: (person) => isMultiple(person) && has(homophones)(person),
    },
  ),
  inAllRows(
    "D21",
    "info",
    "姓名中间有空格",
    onlyInLast((row) => [...name(row)].join(" ")),
    { suits: isMultiple },
  ),
  inAllRows(
    "D21",
    "info",
    "姓名中间有全角空格",
    onlyInLast((row) => [...name(row)].join("\u3000")),
    { suits: isMultiple },
  ),
  inAllRows("D21", "info", "少数民族姓名的间隔号写法不一", (_, index) => (index === 0 ? "古丽·阿依木" : "古丽•阿依木"), {
    suits: isMultiple,
  }),
  inAllRows("D21", "warning", "生僻字成了问号", (row) => `${name(row).charAt(0)}?`),
  inAllRows("D21", "warning", "生僻字成了自造字", (row) => `${name(row).charAt(0)}\ue863`),
  inAllRows("D21", "warning", "生僻字成了方框", (row) => `${name(row).charAt(0)}□`),
  inAllRows("D21", "warning", "生僻字写成拼音", (row) => `${name(row).charAt(0)}yan`),
  inAllRows("D22", "info", "重名不同人，应各算各的", () => "王小军"),
  inAllRows("D22", "info", "重名不同人，应各算各的", () => "王小军"),
  inAllRows("D48", "info", "兼容汉字，看着相同编码不同", (row) => swap(lookAlikes, name(row)), { suits: has(lookAlikes) }),
  inAllRows("D48", "info", "繁体字姓名", (row) => swap(traditional, name(row)), { suits: has(traditional) }),
  inAllRows("D48", "info", "姓名以等号开头，像公式", () => '=HYPERLINK("http://x","y")'),
  inAllRows("D48", "info", "姓名以加号开头，像公式", () => "+1+cmd"),
  inAllRows("D48", "info", "姓名以@开头，像公式", () => "@SUM(1,2)"),
  inAllRows("D48", "warning", "姓名是程序里的特殊词", () => "__proto__"),
  inAllRows("D48", "warning", "姓名是程序里的特殊词", () => "constructor"),
];
