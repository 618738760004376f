// The words of the notice (催收通知书, 附件3): warm defaults, each of which 设置 may replace under its own name.
import { type Day, dayParts } from "../../domain/values/day";
import type { PayWay } from "../../domain/policy/fact";
import { policyIn, type Season } from "../../domain/record/season";

/**
 * The texts of the notice by their names in 设置. In a text, `{…}` stands for a word (see `noticeWords`), and a part in 〔…〕 is left out when
 * a word in it is empty. A text that is just 「无」 is not printed.
 */
export const noticeTexts = {
  通知书标题: "生源地信用助学贷款催收通知书",
  通知书称呼: "尊敬的{姓名}同学及家长：",
  通知书开头:
    "您好！感谢您对助学贷款工作的信任与支持。又到年末还款时节，您办理的国家开发银行生源地信用助学贷款{年度}年应还本息如下，请您核对：",
  通知书数据说明: "注：以上数据截至{数据日期}，以国家开发银行系统记录为准。",
  通知书期限: "请您于{截止日}前（含当日），选择以下任一方式还清{未还合计}元；如方便，请提前几天办理，以免匆忙。",
  通知书支付宝:
    "支付宝：把款项存入助学贷款支付宝账户的余额（不要转入余额宝），账户须已实名认证，到期自动扣款。〔\n支付宝账户：{支付宝账号}〕",
  通知书刷卡: "刷卡：本人或家人持借记卡，到{中心}〔（{办公地址}）〕刷卡还款〔，办公时间{办公时间}〕。",
  通知书代还: "代还：家人、亲友也可在支付宝搜索“助学贷款还款”，代为还款。",
  通知书已还: "如您已经还款或存足款项，谨致谢意，不必重复办理（银行入账结果可能稍晚显示）；对数据有疑问，欢迎随时来电核对。",
  通知书特殊情况:
    "如您正在升学读书、服兵役，或因疾病、变故一时难以还款，请别着急，于{情况说明截止日}前（含当日）告知学校或我们，我们会依政策帮您办理相关手续。",
  通知书信用: "还款情况会如实记入个人征信：按时还款，就不会影响征信；逾期会留下记录，可能给日后贷款带来不便。如有困难，请提前告诉我们。",
  通知书联系: "咨询电话：〔{中心}{咨询电话}；〕〔{学校}联络员{联络员}{联络电话}；〕国家开发银行热线95593；支付宝客服95188。",
  通知书祝语: "祝您工作顺利，阖家安康！",
  通知书签收说明: "今收到上述通知书，内容已知悉。（本联由送达人收回，{交单日}（含）前上交，之后送达的当日上交。）",
} as const;

/** The texts that name a way to pay: ours are printed only of a way that is confirmed for the season (docs/policy.md §4). */
const wayTexts = { 通知书支付宝: "alipay", 通知书刷卡: "card", 通知书代还: "relatives" } as const satisfies {
  readonly [N in keyof typeof noticeTexts]?: PayWay;
};

/** What our own texts say once their day has passed; what 设置 says stays as it is. */
const passedTexts: {
  readonly [N in keyof typeof noticeTexts]?: { readonly day: "dueDate" | "statementsDue" | "slipsDue"; readonly text: string };
} = {
  通知书期限: { day: "dueDate", text: "本期应还日（{截止日}）已过，请您尽快选择以下任一方式还清{未还合计}元，以免利息增加。" },
  通知书特殊情况: {
    day: "statementsDue",
    text: "如您正在升学读书、服兵役，或因疾病、变故一时难以还款，请别着急，尽快告知学校或我们（集中上报情况说明的时间{情况说明截止日}已过，仍可补报），我们会依政策帮您办理相关手续。",
  },
  通知书信用: { day: "dueDate", text: "还款情况会如实记入个人征信，早一天还清，影响就小一分。如有困难，请及时告诉我们。" },
  通知书签收说明: { day: "slipsDue", text: "今收到上述通知书，内容已知悉。（本联由送达人收回，送达当日上交。）" },
};

/** The name of one of the notice's texts. */
export type NoticeTextName = keyof typeof noticeTexts;

/** The words that a text may ask for. */
export type NoticeWord =
  | "姓名"
  | "年度"
  | "县"
  | "中心"
  | "学校"
  | "办公地址"
  | "办公时间"
  | "联络员"
  | "联络电话"
  | "咨询电话"
  | "包联人"
  | "包联电话"
  | "截止日"
  | "截止日期"
  | "情况说明截止日"
  | "交单日"
  | "数据日期"
  | "支付宝账号"
  | "应还合计"
  | "应还合计大写"
  | "已还合计"
  | "未还合计"
  | "未还大写"
  | "校址"
  | "合同明细";

/** What each word is on one page; a word that is absent (amounts on the receipt) stays unfilled. */
export type NoticeWords = { readonly [W in NoticeWord]?: string };

/** The season's own version of a text, or ours as it is true on that day; undefined when it shall not be printed. */
export function noticeText(season: Season, name: NoticeTextName, on: Day): string | undefined {
  const own = season.texts.get(name)?.trim();
  const passed = passedTexts[name];
  const ours = passed && on > season.dates[passed.day] ? passed.text : noticeTexts[name];
  return own === "无" ? undefined : own ? own : isUnconfirmed(season, name) ? undefined : ours;
}

function isUnconfirmed(season: Season, name: NoticeTextName): boolean {
  return isWayText(name) && !policyIn(season).payWays.includes(wayTexts[name]);
}

function isWayText(name: NoticeTextName): name is keyof typeof wayTexts {
  return name in wayTexts;
}

/** The texts of a letter with the ways to pay numbered in their order; one that 设置 words keeps a number of its own. */
export function withNumberedWays(texts: ReadonlyMap<NoticeTextName, string>): ReadonlyMap<NoticeTextName, string> {
  let count = 0;
  return new Map(
    [...texts].map(([name, text]) => {
      if (!isWayText(name)) return [name, text];
      count++;
      return [name, /^\s*[\d①-⑨一二三四五]+\s*[.．、)）]/.test(text) ? text : `${count}. ${text}`];
    }),
  );
}

/** A piece of a text: as it stands, a word with its placeholder, or a part in 〔〕 that is left out when one of its words is blank. */
type Part = { readonly text: string } | { readonly word: string; readonly placeholder: string } | { readonly optional: readonly Part[] };

// A season's few texts are filled in for thousands of letters.
const known = new Map<string, readonly Part[]>();

function partsOf(text: string): readonly Part[] {
  const before = known.get(text);
  if (before) return before;
  // What stands in brackets comes as every second piece.
  const split = text.split(/〔([^〔〕]*)〕/).map((piece, index) => (index % 2 === 1 ? [{ optional: wordsIn(piece) }] : wordsIn(piece)));
  const parts = split.flat();
  if (known.size > 200) known.clear();
  known.set(text, parts);
  return parts;
}

function wordsIn(text: string): readonly Part[] {
  const pieces = text.split(/\{([^{}]+)\}/);
  return pieces.map((piece, index) => (index % 2 === 1 ? { word: piece, placeholder: `{${piece}}` } : { text: piece }));
}

/**
 * The text with its words filled in. A placeholder that is not a known word stays as it is, so that a slip of the pen is seen on paper.
 * @param allowed the words that the text may ask for; all of them unless told otherwise
 * @example fillWords("{姓名}同学〔，{联络员}〕", { 姓名: "李明", 联络员: "" }) // "李明同学"
 */
export function fillWords(text: string, words: NoticeWords, allowed?: ReadonlySet<string>): string {
  const valueOf = (word: string): string | undefined =>
    (!allowed || allowed.has(word)) && Object.hasOwn(words, word) ? words[word as NoticeWord] : undefined;
  const fill = (parts: readonly Part[]): string => {
    let filled = "";
    for (const part of parts) {
      if ("text" in part) filled += part.text;
      else if ("word" in part) filled += valueOf(part.word) ?? part.placeholder;
      else if (!part.optional.some((inner) => "word" in inner && valueOf(inner.word) === "")) filled += fill(part.optional);
    }
    return filled;
  };
  return fill(partsOf(text));
}

/** The day as letters write it. */
export function writtenDay(value: Day): string {
  const { year, month, date } = dayParts(value);
  return `${year}年${month}月${date}日`;
}

// Words that shame or threaten (docs/requirements.md R34): allowed to no text that a family reads.
const harsh = ["老赖", "失信", "曝光", "起诉", "法院", "强制执行", "黑名单", "严惩", "追究法律责任", "恶意拖欠", "恶意欠款"];

const receiptWords = ["姓名", "年度", "县", "中心", "学校", "交单日"] as const satisfies readonly NoticeWord[];
const receiptWordSet: ReadonlySet<string> = new Set(receiptWords);
const letterWords: ReadonlySet<string> = new Set<NoticeWord>([
  ...receiptWords,
  "办公地址",
  "办公时间",
  "联络员",
  "联络电话",
  "咨询电话",
  "包联人",
  "包联电话",
  "截止日",
  "截止日期",
  "情况说明截止日",
  "数据日期",
  "支付宝账号",
  "应还合计",
  "应还合计大写",
  "已还合计",
  "未还合计",
  "未还大写",
  "校址",
  "合同明细",
]);

/** The words that a text may ask for. The receipt goes through many hands: no amount is filled in there. */
export function wordsFor(name: NoticeTextName): ReadonlySet<string> {
  return name === "通知书签收说明" ? receiptWordSet : letterWords;
}

/** A piece of a text that must reach no family: a placeholder that nothing replaces, half of a bracket, a word that hurts, office data that nobody gave. */
export interface NoticeFault {
  readonly kind: "braces" | "harsh" | "missing";
  readonly word: string;
}

/** The office's own data as letters print them, "" where nobody gave them. */
export type OfficeWords = Pick<NoticeWords, "县" | "中心" | "办公地址" | "办公时间" | "咨询电话">;

/** What a season says of the office. */
export function officeWords({ county, office, officeAddress = "", officeHours = "", hotline }: Season): Required<OfficeWords> {
  return { 县: county, 中心: office, 办公地址: officeAddress, 办公时间: officeHours, 咨询电话: hotline };
}

/**
 * What is wrong with a text of 设置; nothing for settings that are no texts of the notice.
 * @example noticeFaults("通知书期限", "请于{截止日前还款") // [{ kind: "braces", word: "{截止日前还款" }]
 */
export function noticeFaults(name: string, text: string, office: OfficeWords = {}): readonly NoticeFault[] {
  if (!(name in noticeTexts)) return [];
  const known = wordsFor(name as NoticeTextName);
  const unknown = [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([all, word = ""]) => (known.has(word) ? [] : [all]));
  const left = text.replace(/\{[^{}]*\}/g, "\n").replace(/〔[^〔〕]*〕/g, (part) => part.slice(1, -1));
  const broken = /[{}〔〕][^{}〔〕\n]{0,12}/.exec(left)?.[0];
  const braces = [...unknown, ...(broken === undefined ? [] : [broken])].map((word): NoticeFault => ({ kind: "braces", word }));
  // What stands in 〔…〕 is left out where nobody gave it.
  const needed = new Set([...text.replace(/〔[^〔〕]*〕/g, "").matchAll(/\{([^{}]*)\}/g)].map(([, word = ""]) => word));
  const missing = Object.entries(office).flatMap(([word, value]): NoticeFault[] =>
    value === "" && needed.has(word) ? [{ kind: "missing", word: `{${word}}` }] : [],
  );
  return [...braces, ...harsh.filter((word) => text.includes(word)).map((word): NoticeFault => ({ kind: "harsh", word })), ...missing];
}
