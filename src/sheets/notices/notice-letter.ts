// The letter of a notice: what it says to the family before and after the table of contracts.
import type { RosterIndex } from "../../domain/identity/roster-index";
import type { Day } from "../../domain/values/day";
import type { School } from "../../domain/places/jurisdiction";
import { dueOf } from "../../domain/bank/repayment";
import type { Person } from "../../domain/record/person";
import { groupedYuan } from "../../domain/values/money";
import type { Season } from "../../domain/record/season";
import type { Standing } from "../../domain/standing/standing";
import { amountInWords } from "../vocabulary/amount-in-words";
import { type Density, lastColumn, type Line, line, LinesOnce, piece, textHeight, wide } from "./notice-page";
import { fillWords } from "./fill-words";
import { commonWords, isWayText, numberedWay, paperText, withNumberedWays, writtenDay } from "./notice-texts";
import { type NoticeTextName, noticeTexts, type NoticeWord, type NoticeWords, wordsFor } from "./paper-texts";
import type { StyleName } from "../writing/styles";

/** What the notices of one school are made of. */
export interface Notices {
  readonly school: School;
  /** The school's own contact (联络员, 附件1), where there is one. */
  readonly contact?: { readonly name: string; readonly phone: string };
  /** Where the school is, when 附件1 says so. */
  readonly schoolAddress?: string;
  /** Those who get a notice, in the order of the pages; their contracts stand in the order of the persons' rows. */
  readonly standings: readonly Standing[];
  readonly season: Season;
  /** The day up to which the figures are true. */
  readonly asOf: Day;
  /** The day the letter bears. */
  readonly madeOn: Day;
  /** The list with everybody's numbers. */
  readonly index: Pick<RosterIndex, "numberOf">;
}

/** What a letter says of where its person stands. */
export type LetterStanding = Pick<Standing, "person" | "due" | "repaid" | "outstanding">;

/** As much of the notices of a school as their letters are made of. */
export interface Letters extends Omit<Notices, "standings"> {
  readonly standings: readonly LetterStanding[];
}

/** One person's notice before it is set in type. */
export interface Letter {
  readonly standing: LetterStanding;
  readonly school: School;
  readonly season: Season;
  readonly number: string;
  /** The day it bears; undefined where somebody will write it. */
  readonly madeOn: Day | undefined;
  /** The texts of 设置 or ours with their words filled in; a text that shall not be printed is absent. */
  readonly texts: LetterTexts;
}

/** The texts of a letter by their names. */
export type LetterTexts = Pick<ReadonlyMap<NoticeTextName, string>, "get">;

type Sender = Omit<Letters, "standings">;

// What a letter says to one person alone. Words are made only for texts that ask for them: amounts in capitals cost more than all the rest.
const ownWords = {
  姓名: ({ person }) => person.name,
  支付宝账号: ({ person }) => [...new Set(person.loans.flatMap(({ values }) => values.alipayAccount ?? []))].join("、"),
  应还合计: ({ due }) => groupedYuan(due),
  应还合计大写: ({ due }) => `人民币${amountInWords(due)}`,
  已还合计: ({ repaid }) => groupedYuan(repaid),
  未还合计: ({ outstanding }) => groupedYuan(outstanding),
  未还大写: ({ outstanding }) => `人民币${amountInWords(outstanding)}`,
  合同明细: ({ person }) => contractsInWords(person),
} as const satisfies { readonly [W in NoticeWord]?: (standing: LetterStanding) => string };

type OwnWord = keyof typeof ownWords;
const ownWordNames = Object.keys(ownWords) as OwnWord[];

/** What the letters of a school have in common. */
interface CommonPart {
  readonly words: NoticeWords;
  /** All texts; those that ask for words of a person's own are filled in anew for everybody. */
  readonly texts: ReadonlyMap<NoticeTextName, string>;
  readonly ownTexts: readonly { readonly name: NoticeTextName; readonly text: string; readonly way: number }[];
  readonly asked: readonly OwnWord[];
}

const commonParts = new WeakMap<Sender, CommonPart>();

function commonPartOf(sender: Sender): CommonPart {
  const known = commonParts.get(sender);
  if (known) return known;
  const { school, contact, schoolAddress = "", season, asOf, madeOn } = sender;
  const words = {
    ...commonWords(season),
    学校: school.name,
    包联人: school.liaison,
    包联电话: school.liaisonPhone,
    联络员: contact?.name ?? "",
    联络电话: contact?.phone ?? "",
    数据日期: writtenDay(asOf),
    校址: schoolAddress,
  };
  const texts = filledTexts(season, words, madeOn);
  const ways = [...texts.keys()].filter(isWayText);
  const asksFor = (text: string) => (word: OwnWord) => text.includes(`{${word}}`);
  const ownTexts = [...texts.keys()].flatMap((name) => {
    const text = paperText(season, name, madeOn) ?? "";
    return ownWordNames.some(asksFor(text)) ? [{ name, text, way: ways.findIndex((way) => way === name) + 1 }] : [];
  });
  const asked = ownWordNames.filter((word) => ownTexts.some(({ text }) => asksFor(text)(word)));
  const common = { words, texts, ownTexts, asked };
  commonParts.set(sender, common);
  return common;
}

/** One person's letter with all the words that its texts may ask for. */
export function letterOf(sender: Sender, standing: LetterStanding): Letter {
  const { school, season, madeOn, index } = sender;
  const { words: common, texts: commonTexts, ownTexts, asked } = commonPartOf(sender);
  const words: Record<string, string | undefined> = { ...common };
  for (const word of asked) words[word] = ownWords[word](standing);
  const own = new Map<NoticeTextName, string>();
  for (const { name, text, way } of ownTexts) own.set(name, numberedWay(fillWords(text, words, wordsFor(name)), way));
  const texts = { get: (name: NoticeTextName) => own.get(name) ?? commonTexts.get(name) };
  return { standing, school, season, madeOn, texts, number: index.numberOf(standing.person) };
}

function contractsInWords({ loans }: Person): string {
  return loans
    .map((loan) => {
      const due = dueOf(loan);
      return `合同${loan.values.contractNo ?? "—"}应还${due === undefined ? "—" : groupedYuan(due)}元`;
    })
    .join("；");
}

const names = Object.keys(noticeTexts) as NoticeTextName[];

/** The letter's texts with their words filled in, as they are true on a day. */
export function filledTexts(season: Season, words: NoticeWords, madeOn: Day): ReadonlyMap<NoticeTextName, string> {
  const texts = new Map(
    names.flatMap((name): readonly [NoticeTextName, string][] => {
      const text = paperText(season, name, madeOn);
      return text === undefined ? [] : [[name, fillWords(text, words, wordsFor(name))]];
    }),
  );
  return withNumberedWays(texts);
}

/** Two full-width blanks, as every Chinese paragraph begins. */
const indent = "\u3000\u3000";

type Type = Pick<Density, "size" | "isTight">;

// Most of what a letter says it says to everybody. Each style has one size.
const paragraphs = new LinesOnce<StyleName>();
const titles = new LinesOnce<StyleName>();
const signatures = new LinesOnce<boolean>();

function paragraph({ texts }: Pick<Letter, "texts">, name: NoticeTextName, style: StyleName, type: Type): readonly Line[] {
  const text = texts.get(name);
  return text === undefined ? [] : paragraphs.of(style, text, () => linesIn(text, style, type));
}

function linesIn(text: string, style: StyleName, { size, isTight }: Type): readonly Line[] {
  const parts = text.includes("\n") ? text.split(/\r?\n/) : [text];
  const set = isTight && parts.length > 1 ? [parts.map((part) => part.trim()).join("")] : parts;
  return set.map((part) => ({ ...wide(indent + part.trim(), style, size), stretch: true }));
}

/** Title, number, salutation and the opening words. */
export function opening(letter: Pick<Letter, "texts" | "number">, density: Density): readonly Line[] {
  const { body, size } = density;
  const plain = (name: NoticeTextName) => letter.texts.get(name) ?? "";
  const title = plain("通知书标题");
  return [
    ...titles.of("noticeTitle", title, () => [wide(title, "noticeTitle", 20)]),
    wide(`编号：${letter.number}`, "noticeSmallRight", 10),
    { ...wide(plain("通知书称呼"), body, size), stretch: true },
    ...paragraph(letter, "通知书开头", body, density),
  ];
}

const waysAndWishes = [
  "通知书支付宝",
  "通知书刷卡",
  "通知书代还",
  "通知书已还",
  "通知书特殊情况",
  "通知书信用",
  "通知书联系",
  "通知书祝语",
] as const satisfies readonly NoticeTextName[];

/** Until when and how to pay, whom to ask, good wishes, room for a seal, and who writes. */
export function closing(letter: Pick<Letter, "texts" | "season" | "madeOn">, density: Density): readonly Line[] {
  const { body, strong, seal, isTight } = density;
  const signature = [`${letter.season.office}（盖章）`, letter.madeOn === undefined ? "　　年　　月　　日" : writtenDay(letter.madeOn)];
  const from = isTight ? 2 : 3;
  const signed = (text: string) =>
    signatures.of(isTight === true, text, () => [line(textHeight(text, 12, from), piece(from, lastColumn, text, "noticeCenter"))]);
  return [
    ...paragraph(letter, "通知书期限", strong, density),
    ...waysAndWishes.flatMap((name) => paragraph(letter, name, body, density)),
    ...(seal > 0 ? [line(seal)] : []),
    ...(isTight ? [signature.join(indent)] : signature).flatMap(signed),
  ];
}
