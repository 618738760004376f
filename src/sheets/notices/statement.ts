// The statement (情况说明): one page per special case for the school to explain, sign and seal, filled in as far as the registers know.
import { maskCitizenId } from "../../domain/identity/citizen-id";
import type { PersonReports } from "../../domain/identity/report";
import type { School } from "../../domain/places/jurisdiction";
import type { ExceptionKind } from "../../domain/record/choices";
import type { FieldId } from "../../domain/record/field";
import type { Season } from "../../domain/record/season";
import type { Standing } from "../../domain/standing/standing";
import type { Day } from "../../domain/values/day";
import { groupedYuan } from "../../domain/values/money";
import { choiceLabel } from "../vocabulary/choices";
import { tabNames } from "../vocabulary/tabs";
import { shortened } from "../writing/shortened";
import type { SheetSpec } from "../writing/spec";
import type { StyleName } from "../writing/styles";
import { heightOf, lastColumn, type Line, line, pageHeight, piece, textHeight, wide } from "./notice-page";
import { paperSheet } from "./notice-stack";
import { fillWords } from "./fill-words";
import { commonWords, paperText, writtenDay } from "./notice-texts";
import { type statementTexts, wordsFor } from "./paper-texts";

/** What the statements of one school are made of. */
export interface Statements {
  /** Undefined for people who have no school yet. */
  readonly school: School | undefined;
  readonly standings: readonly Standing[];
  readonly reportsOf: (standing: Standing) => PersonReports | undefined;
  readonly numberOf: (standing: Standing) => string;
  readonly season: Season;
  readonly asOf: Day;
}

/** What proves a case; the school ticks what it encloses. */
const evidence: Readonly<Record<ExceptionKind, readonly string[]>> = {
  deceased: ["死亡证明", "户口注销证明"],
  missing: ["法院宣告文书", "公安机关证明"],
  illness: ["诊断证明", "残疾人证"],
  imprisoned: ["判决或羁押文书", "监管单位证明"],
  enlisted: ["入伍通知书", "部队服役证明"],
  studying: ["录取通知书", "在读证明"],
  abroad: ["出国材料复印件", "家长说明"],
  unreachable: ["上门记录", "村（居）委会证明"],
  moved: ["村（居）委会证明", "新住址或联系方式"],
  hardship: ["低保或困难认定材料", "村（居）委会证明"],
  refusing: ["上门记录", "沟通情况记录"],
  "not-borrower": ["本人声明", "身份证复印件"],
  "paid-not-shown": ["还款凭证", "支付宝或银行流水"],
  "early-applied": ["提前还款申请截图", "还款凭证"],
  other: ["有关证明材料"],
};

interface Type {
  readonly body: StyleName;
  readonly size: number;
}
const types: readonly [Type, ...Type[]] = [
  { body: "statementLarge", size: 12 },
  { body: "statement", size: 10.5 },
  { body: "statementSmall", size: 9 },
];

const first = (
  { person: { loans } }: Standing,
  field: FieldId & ("university" | "address" | "phone" | "coBorrowerName" | "coBorrowerPhone"),
) => loans.flatMap(({ values }) => values[field] ?? [])[0] ?? "";

/** The kinds of special case that stand in the registers and the list, each once. */
export function kindsOf(standing: Standing, reports: PersonReports | undefined): readonly ExceptionKind[] {
  const rows = [...(reports?.exceptions.map(({ row }) => row) ?? []), ...standing.person.loans];
  const kinds = rows.flatMap(({ values }) => values.exceptionKind ?? []);
  return [...new Set(kinds.length > 0 ? kinds : standing.exceptionKind ? [standing.exceptionKind] : [])];
}

function reasonOf({ person }: Standing, reports: PersonReports | undefined): string {
  const rows = [...(reports?.exceptions.map(({ row }) => row) ?? []), ...person.loans];
  return [...new Set(rows.flatMap(({ values }) => values.exceptionNote?.trim() ?? []))].join("\n");
}

function visitsOf(reports: PersonReports | undefined): string {
  const visits = reports?.visits.map(({ row: { values } }) => values) ?? [];
  const said = visits.map(({ visitedOn, visitor, metWith, visitResult }) =>
    [visitedOn && writtenDay(visitedOn), visitor && `${visitor}上门`, metWith && `见到${metWith}`, visitResult].filter(Boolean).join("，"),
  );
  return said.filter((text) => text !== "").join("；\n");
}

const pair = (left: string, value: string, right: string, other: string): Line =>
  line(
    Math.max(24, textHeight(value, 10.5, 1, 3), textHeight(other, 10.5, 5, lastColumn)),
    piece(0, 0, left, "noticeHeading"),
    piece(1, 3, value, "noticeCell"),
    piece(4, 4, right, "noticeHeading"),
    piece(5, lastColumn, other, "noticeCell"),
  );
const single = (left: string, value: string): Line =>
  line(Math.max(24, textHeight(value, 10.5, 1)), piece(0, 0, left, "noticeHeading"), piece(1, lastColumn, value, "noticeCell"));

const blank = (characters: number) => "\u3000".repeat(characters);

// One of the frame's texts; "" where the office prints none.
function text(name: keyof typeof statementTexts, { school, season }: Statements): string {
  const words = { ...commonWords(season), 学校: school?.name ?? "", 包联人: school?.liaison ?? "", 包联电话: school?.liaisonPhone ?? "" };
  return fillWords(paperText(season, name, season.today) ?? "", words, wordsFor(name));
}

const unlessBlank = (words: string, set: (words: string) => Line): readonly Line[] => (words === "" ? [] : [set(words)]);

// What stands above the two boxes below the title, in rows.
const headRows = 9;

function head(standing: Standing, statements: Statements, kinds: readonly ExceptionKind[]): readonly Line[] {
  const { school, numberOf, asOf } = statements;
  const { person, due, repaid, outstanding } = standing;
  const parent = [first(standing, "coBorrowerName"), first(standing, "coBorrowerPhone")].filter(Boolean).join(" ");
  return [
    wide(text("情况说明标题", statements), "noticeTitle", 20),
    wide(`编号：${numberOf(standing)}`, "noticeSmallRight", 10),
    pair("借款学生", person.name, "身份证号", maskCitizenId(person.citizenId)),
    pair("责任学校", school?.name ?? "未划分", "就读高校", first(standing, "university")),
    single("家庭住址", first(standing, "address")),
    pair("联系电话", first(standing, "phone"), "共同借款人", parent),
    pair("本期应还", `${groupedYuan(due)}元`, "尚未还清", `${groupedYuan(outstanding)}元（已扣${groupedYuan(repaid)}元）`),
    single("数据截至", `${writtenDay(asOf)}，以国家开发银行系统记录为准`),
    single("情况类别", kinds.map((kind) => choiceLabel("exceptionKind", kind)).join("、")),
  ];
}

function foot(statements: Statements, kinds: readonly ExceptionKind[]): readonly Line[] {
  const proofs = [...new Set(kinds.flatMap((kind) => evidence[kind])), "其他：＿＿＿＿＿＿＿＿"].map((proof) => `□${proof}`).join(blank(1));
  const signed = `经办人（签名）：${blank(7)}学校负责人（签名）：`;
  return [
    single("佐证材料", `${proofs}\n（请随本说明附上复印件，共＿＿页）`),
    ...unlessBlank(text("情况说明核实", statements), (words) => wide(words, "notice", 12)),
    line(30, piece(0, lastColumn, signed, "notice")),
    line(66, piece(3, lastColumn, `学校（公章）${blank(10)}`, "noticeRight")),
    line(22.5, piece(3, lastColumn, `年${blank(3)}月${blank(3)}日`, "noticeRight")),
    line(15, piece(0, lastColumn, "以下由县资助中心填写", "noticeCut")),
    line(
      36,
      piece(0, 0, "中心意见", "noticeHeading"),
      piece(1, lastColumn, `□受理${blank(2)}□退回补充：${blank(10)}经办人：${blank(5)}日期：`, "noticeCell"),
    ),
    ...unlessBlank(text("情况说明上报", statements), (words) => wide(words, "noticeSmall", 10)),
  ];
}

const least = { reason: 120, visits: 60 } as const;

/** One person's page: the texts in the largest type that fits, and only then cut short with a word on where the rest stands. */
function pageFor(standing: Standing, statements: Statements): readonly Line[] {
  const reports = statements.reportsOf(standing);
  const kinds = kindsOf(standing, reports);
  const [above, below] = [head(standing, statements, kinds), foot(statements, kinds)];
  const room = pageHeight - heightOf(above) - heightOf(below);
  const [reason, visits] = [reasonOf(standing, reports), visitsOf(reports)];
  const box = (label: string, words: string, height: number, { body }: Type) =>
    line(Math.min(height, 408), piece(0, 0, label, "noticeHeading"), piece(1, lastColumn, words, body));
  const needs = (words: string, { size }: Type, floor: number) => Math.max(floor, textHeight(words, size, 1));
  const fitting = types.find((type) => needs(reason, type, least.reason) + needs(visits, type, least.visits) <= room);
  const type = fitting ?? types[types.length - 1] ?? types[0];
  // Cut by halves until both fit: what is left out stands in the registers.
  let [own, seen] = [reason, visits];
  for (
    let limit = 1600;
    needs(own, type, least.reason) + needs(seen, type, least.visits) > room && limit > 20;
    limit = Math.floor(limit * 0.8)
  ) {
    own = cut(reason, limit, tabNames.exceptions);
    seen = cut(visits, Math.floor(limit / 2), tabNames.visits);
  }
  const spare = Math.max(0, room - needs(own, type, least.reason) - needs(seen, type, least.visits));
  return [
    ...above,
    box(
      "原因说明",
      own || text("情况说明原因提示", statements),
      needs(own, type, least.reason) + Math.floor((spare * 0.6) / 0.75) * 0.75,
      type,
    ),
    box(
      "上门情况",
      seen || text("情况说明上门提示", statements),
      needs(seen, type, least.visits) + Math.floor((spare * 0.4) / 0.75) * 0.75,
      type,
    ),
    ...below,
  ];
}

const cut = (words: string, limit: number, tab: string) =>
  words.length > limit ? `${shortened(words, limit)}（全文见“${tab}”表）` : words;

/** The statements of one school, a page each. */
export function statementPages(statements: Statements): readonly (readonly Line[])[] {
  return statements.standings.map((standing) => pageFor(standing, statements));
}

/** The same as a tab that prints nothing else. */
export function statementSheet(statements: Statements): SheetSpec {
  return paperSheet({ tab: "statements", name: tabNames.statements }, statementPages(statements));
}

/** Whether the office's words leave room on the page for what a school has to write. */
export function statementFits(season: Season): boolean {
  const kinds = ["other"] as const;
  const nobody = { school: undefined, standings: [], reportsOf: () => undefined, numberOf: () => "", season, asOf: season.today };
  const frame = [wide(text("情况说明标题", nobody), "noticeTitle", 20), ...foot(nobody, kinds)];
  return heightOf(frame) + headRows * 24 + least.reason + least.visits <= pageHeight;
}
