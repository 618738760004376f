// The borrowers of the invented county; their contracts are added later.
import { day } from "../domain/values/day";
import type { CitizenIds } from "./citizen-ids";
import type { Studies } from "./contracts";
import { type Dice, at } from "./dice";
import { type Family, birthIn, drawFamily, drawMiddleSchool } from "./families";
import { givenName } from "./names";
import { mobile } from "./phones";
import type { SamplePerson } from "./records";
import { schoolOf } from "./schools";

/** A borrower before the contracts are known. */
export type Borrower = Omit<SamplePerson, "contracts">;

const colleges: ReadonlyMap<number, readonly string[]> = new Map([
  [3, ["渭南职业技术学院", "陕西工业职业技术学院", "陕西铁路工程职业技术学院", "西安航空职业技术学院", "杨凌职业技术学院"]],
  [
    4,
    [
      "渭南师范学院",
      "西安石油大学",
      "陕西师范大学",
      "西安建筑科技大学",
      "延安大学",
      "宝鸡文理学院",
      "西北大学",
      "兰州理工大学",
      "太原科技大学",
    ],
  ],
  [5, ["陕西中医药大学", "西安医学院", "延安大学", "西安建筑科技大学"]],
]);
const channels = [
  ["支付宝", 86],
  ["银行卡代扣", 9],
  ["POS", 5],
] as const;
const letters = "abcdefghijkmnpqrstuvwxyz";

/** The account name that the bank opens for each contract holder: county code, a letter, four characters; unique by the number. */
function alipayAccount(dice: Dice, index: number): string {
  return `610526${dice.pick([...letters])}${index.toString(36).padStart(4, "0")}.cdb@sina.cn`;
}

/** Now and then a child of the family before: same home, same parent, a birth year within the parent's reach. */
function siblingFamily(dice: Dice, before: Family | undefined, birthYear: number): Family | undefined {
  if (!before || !dice.chance(30)) return undefined;
  const gap = birthYear - before.parentBirthYear;
  return gap > 20 && gap < 35 ? before : undefined;
}

interface Place {
  readonly index: number;
  readonly studies: Studies;
  readonly family: Family;
  readonly birthYear: number;
  /** The name of somebody else, for people who share a name and nothing more. */
  readonly namesake: Borrower | undefined;
}

function drawBorrower(dice: Dice, ids: CitizenIds, { index, studies, family, birthYear, namesake }: Place): Borrower {
  const isMale = namesake ? namesake.gender === "男" : dice.chance(520);
  const middleSchool = drawMiddleSchool(dice, family.home);
  const school = schoolOf({ ...family.home, middleSchool });
  return {
    name: namesake?.name ?? family.surname + givenName(dice, isMale),
    citizenId: ids.draw(birthIn(dice, birthYear), isMale),
    gender: isMale ? "男" : "女",
    phone: mobile(dice),
    university: dice.pick(colleges.get(studies.years) ?? []),
    graduation: day(`${studies.graduationYear}-07-01`),
    coBorrower: family.coBorrower,
    ...family.home,
    middleSchool,
    channel: dice.weigh<string>(channels),
    alipayAccount: alipayAccount(dice, index),
    handSchool: "",
    school,
  };
}

/** One borrower for each course of studies; about three in a hundred are siblings of the one before, one in a hundred a namesake of somebody. */
export function drawBorrowers(dice: Dice, ids: CitizenIds, courses: readonly Studies[]): readonly Borrower[] {
  const borrowers: Borrower[] = [];
  let before: Family | undefined;
  for (const [index, studies] of courses.entries()) {
    const birthYear = studies.graduationYear - studies.years - dice.between(17, 19);
    const shared = siblingFamily(dice, before, birthYear);
    const family = shared ?? drawFamily(dice, ids, birthYear);
    const namesake = !shared && index > 0 && dice.chance(10) ? at(borrowers, dice.between(0, index - 1)) : undefined;
    borrowers.push(drawBorrower(dice, ids, { index, studies, family, birthYear, namesake }));
    // At most two share a parent: a telephone that three families share would be a finding.
    before = shared || namesake ? undefined : family;
  }
  return borrowers;
}
