// The words of every paper that goes out (通知书模板): warm defaults, each of which the office may replace under its name.
import { type PolicyWord, policyWords } from "./policy-facts";

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
  通知书期限: "请于{截止日}前（含当日）选择以下任一方式还清{未还合计}元，最好提前几天办理。",
  通知书支付宝:
    "支付宝：把款项存入助学贷款支付宝账户的余额（不要转入余额宝），账户须已实名认证，到期自动扣款。〔\n支付宝账户：{支付宝账号}〕",
  通知书刷卡: "刷卡：本人或家人持借记卡，到{中心}〔（{办公地址}）〕刷卡还款〔，办公时间{办公时间}〕。",
  通知书代还: "代还：家人、亲友也可在支付宝搜索“助学贷款还款”，代为还款。",
  通知书已还: "如您已经还款或存足款项，谨致谢意，不必重复办理（银行入账结果可能稍晚显示）；对数据有疑问，欢迎随时来电核对。",
  通知书特殊情况:
    "如您正在升学读书、服兵役，或因疾病、变故一时难以还款，不必着急，请于{情况说明截止日}前（含当日）告知学校或我们，我们会依政策帮您办理相关手续。",
  通知书信用: "还款情况会如实记入个人征信：按时还款，就不会影响征信；逾期会留下记录，可能影响日后贷款。如有困难请提前告诉我们。",
  通知书联系: "咨询电话：〔{中心}{咨询电话}；〕〔{学校}联络员{联络员}{联络电话}；〕国家开发银行热线95593；支付宝客服95188。",
  通知书祝语: "祝您工作顺利，阖家安康！",
  签收单标题: "助学贷款催收通知书签收单",
  通知书签收说明: "今收到上述通知书，内容已知悉。（本联由送达人收回，{交单日}（含）前上交，之后送达的当日上交。）",
} as const;

/** The texts of the statement (情况说明): what stands around the case that a school explains. */
export const statementTexts = {
  情况说明标题: "{年度}年助学贷款特殊情况说明",
  情况说明原因提示: "（请写明原因、经过、目前状况和还款打算）",
  情况说明上门提示: "（请写明上门或联系的时间、人员、见到何人、结果）",
  情况说明核实: "以上情况经核实属实。",
  情况说明上报: "请于{情况说明截止日}前（含当日）将盖章原件报{中心}。",
} as const;

/**
 * The texts of the leaflet (政策宣传页, 附件4). One that asks for a fact of policy which nobody has confirmed for the season is not printed; the ways to
 * pay, the record of credit, hardship and whom to ask stand there in the letter's own words.
 */
export const leafletTexts = {
  宣传页标题: "生源地信用助学贷款还款政策",
  宣传页开头:
    "各位同学、家长：您好！生源地信用助学贷款由国家开发银行发放，帮助许多同学顺利完成了学业。现将还款的主要政策告诉您，请您留意，也请转告身边的借款同学。",
  宣传页还款时间: "什么时候还：{年度}年的应还日是{截止日}，请于{截止日}前（含当日）还清当年应还的本息，最好提前几天备好款项。",
  宣传页还款金额:
    "还多少：毕业后的利息由本人承担；还本宽限期内只还利息，宽限期满后按合同约定还本付息。〔还本宽限期最长{宽限期}年；〕〔贷款期限最长{最长期限}年；〕具体金额和期限以合同和国家开发银行系统记录为准。",
  宣传页免息: "免息：按照国家政策〔（{免息文件}）〕，{免息毕业年份}年及以前毕业的同学，{年度}年内应还的利息免除，不用偿还。",
  宣传页延期:
    "延期还本：按照国家政策〔（{延期文件}）〕，{延期毕业年份}年及以前毕业的同学，{年度}年内应还的本金可以申请延期{延期年数}年偿还，需要的请向我们咨询。",
  宣传页还款方式: "怎么还：可以选择以下任一方式。",
  宣传页提前还款: "提前还款：想提前还清的，请先向我们咨询办理的时间和手续。",
  宣传页信息变更: "联系方式：手机号、住址或工作单位有变化的，请及时告诉学校或我们，以免错过通知。",
  宣传页防骗: "谨防诈骗：我们不会让您把钱转到任何个人账户，也不会索要密码和验证码；遇到可疑的电话、短信，请先拨打下面的电话核实。",
  宣传页祝语: "感谢您的信任与支持，祝您生活愉快、阖家安康！",
} as const;

/** All of them, in the order of the tab. */
export const paperTexts = { ...noticeTexts, ...statementTexts, ...leafletTexts } as const;

/** The name of one of the letter's texts, its receipt among them. */
export type NoticeTextName = keyof typeof noticeTexts;

/** The name of a text of any paper. */
export type PaperTextName = keyof typeof paperTexts;

/** Whether 设置 or the tab names a text of a paper. */
export function isPaperText(name: string): name is PaperTextName {
  return Object.hasOwn(paperTexts, name);
}

/** What our own texts say once their day has passed; what 设置 says stays as it is. */
export const passedTexts: {
  readonly [N in PaperTextName]?: { readonly day: "dueDate" | "statementsDue" | "slipsDue"; readonly text: string };
} = {
  通知书期限: { day: "dueDate", text: "本期应还日（{截止日}）已过，请您尽快选择以下任一方式还清{未还合计}元，以免利息增加。" },
  通知书特殊情况: {
    day: "statementsDue",
    text: "如您正在升学读书、服兵役，或因疾病、变故一时难以还款，不必着急，请尽快告知学校或我们（集中上报情况说明的时间{情况说明截止日}已过，仍可补报），我们会依政策帮您办理相关手续。",
  },
  通知书信用: { day: "dueDate", text: "还款情况会如实记入个人征信，早一天还清，影响就小一分。如有困难，请及时告诉我们。" },
  情况说明上报: { day: "statementsDue", text: "请尽快将盖章原件报{中心}。" },
  宣传页还款时间: { day: "dueDate", text: "什么时候还：{年度}年的应还日（{截止日}）已过，还没有还清的请尽快还清，以免利息增加。" },
  通知书签收说明: { day: "slipsDue", text: "今收到上述通知书，内容已知悉。（本联由送达人收回，送达当日上交。）" },
};

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

/** A word of any paper. */
export type PaperWord = NoticeWord | PolicyWord;

/** What each word is on one page; a word that is absent (amounts on the receipt) stays unfilled. */
export type NoticeWords = { readonly [W in PaperWord]?: string };

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

const receiptTexts: ReadonlySet<PaperTextName> = new Set<PaperTextName>(["签收单标题", "通知书签收说明"]);

// What is true of the office and the year, whoever holds the paper.
const office = ["年度", "县", "中心", "办公地址", "办公时间", "咨询电话"] as const;
const commonWords = [...office, "截止日", "截止日期", "情况说明截止日", "交单日"] as const satisfies readonly NoticeWord[];

/** A word that every paper may ask for but the receipt. */
export type CommonWord = (typeof commonWords)[number];

const statementWordSet: ReadonlySet<string> = new Set([...commonWords, "学校", "包联人", "包联电话"]);
const leafletWordSet: ReadonlySet<string> = new Set<string>([...commonWords, ...policyWords]);

/** The words that a text may ask for. The receipt goes through many hands: no amount is filled in there; a leaflet is nobody's own. */
export function wordsFor(name: PaperTextName): ReadonlySet<string> {
  if (name in leafletTexts) return leafletWordSet;
  if (name in statementTexts) return statementWordSet;
  return receiptTexts.has(name) ? receiptWordSet : letterWords;
}
