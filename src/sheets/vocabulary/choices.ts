// The closed lists (下拉选项) in words: the label of each code in our drop-downs, and the many words that people write instead.
import { type ChoiceCode, choiceCodes, type ChoiceField } from "../../domain/record/choices";
import type { FieldId } from "../../domain/record/field";

/** The label of each code and other spellings of it, which are compared without spaces and case. */
const words = {
  gender: {
    male: ["男", "男性,m,male,1"],
    female: ["女", "女性,f,female,2"],
  },
  channel: {
    alipay: ["支付宝", "支付宝代扣,支付宝还款,支付宝账户"],
    "bank-card": ["银行卡代扣", "银行卡,银行代扣,代扣,借记卡"],
    pos: ["POS机", "pos,刷卡,pos机刷卡"],
    other: ["其他", "现金,转账"],
    unknown: ["不明", "未知"],
  },
  waiver: {
    interest: ["免息", "已免息,利息已免,利息免除,免除利息,利息全免,全额免息,是,√,✓,✔,1,y,yes"],
    debt: ["已减免", "减免,全部减免,本息全免,全免,已免除,已核销,已代偿"],
    none: ["不减免", "否,无,不免息,未免息,未减免,不免,×,x,0,n,no"],
  },
  deductionResult: {
    success: ["成功", "扣款成功,划扣成功,已扣,全额成功,交易成功,已扣款,全部成功,还款成功,已结清,结清,成功扣款"],
    partial: ["部分", "部分成功,部分扣款,部分扣收,部分还款"],
    insufficient: ["余额不足", "账户余额不足,余额不够,资金不足"],
    failed: ["失败", "扣款失败,划扣失败,未成功,不成功,交易失败,账户异常,账号错误,未扣,扣收失败"],
    reversed: ["冲正", "撤销,退回,已冲正"],
    pending: ["处理中", "待处理,审批中,扣款审批中,未处理,待扣,待扣款"],
  },
  paymentKind: {
    early: ["提前还款", "提前还本,提前结清"],
    deduction: ["扣款", "正常扣款,代扣,批量扣款,正常还款,到期还款"],
  },
  deliveryMethod: {
    visit: ["入户送达", "入户,上门,上门送达,家访,直接送达,当面送达,送到家"],
    school: ["学校约见", "到校领取,学校领取,约见,来校"],
    mail: ["邮寄", "邮寄送达,快递,ems,挂号信"],
    message: ["微信确认", "微信,微信送达,短信,电话,qq,微信+确认,电话告知,电话通知"],
    village: ["村委转交", "村委会转交,村干部转交,转交,社区转交"],
    posted: ["张贴", "张贴公告,公告,留置,留置送达"],
    failed: ["未送达", "无人,家中无人,无法送达,送达失败"],
  },
  signerRelation: {
    self: ["本人", "自己,学生本人,借款人本人,学生"],
    father: ["父亲", "父,爸爸,爸,父女,父子"],
    mother: ["母亲", "母,妈妈,妈,母女,母子"],
    parent: ["父母", "家长,监护人,共同借款人,父母亲,父(母)"],
    spouse: ["配偶", "丈夫,妻子,夫妻,爱人"],
    relative: [
      "其他亲属",
      "亲属,爷爷,奶奶,祖父,祖母,外公,外婆,兄弟,姐妹,哥哥,姐姐,弟弟,妹妹,兄,姐,弟,妹,叔叔,伯父,姑姑,舅舅,其他家属,祖父母,兄弟姐妹",
    ],
    official: ["村干部", "村委会,村主任,村支书,村委,社区干部,村组干部"],
    other: ["其他", "邻居,同学,朋友"],
  },
  repaymentStatus: {
    unpaid: ["未还", "否,未,×,x,0,没还,未还款,未缴,没有还,n,no,不,未交,欠款"],
    paid: [
      "已还",
      "还清,结清,已缴,√,✓,✔,是,1,y,yes,支付宝已还,已打款,本人已还,家长称已还,已还款,已还清,已结清,全部还清,已交,缴清,已缴清,已归还,对,已还完",
    ],
    deposited: ["已存待扣", "已存,已充值,存支付宝,卡里有钱,已存入,支付宝已存,待扣款,已存款,已存支付宝,已存入支付宝"],
    partial: ["部分还款", "部分,还了一半,部分已还,还了一部分,部分还"],
    promised: ["承诺还款", "承诺,月底还,过年还,答应还,近期还,承诺还,年底还,过几天还"],
    unreachable: ["失联", "不认识,查无此人,空号,联系不上,无法联系,找不到人,停机"],
  },
  exceptionKind: {
    deceased: ["死亡", "去世,亡故,已故,已死亡,已去世,病故,身故"],
    missing: ["失踪", "宣告失踪"],
    illness: ["重病或伤残", "重病,伤残,重大疾病,残疾,重病/伤残,重疾,住院"],
    imprisoned: ["服刑", "在押,监狱服刑,服刑中,羁押"],
    enlisted: ["现役军人", "入伍,现役,参军,服兵役,服役,当兵"],
    studying: ["续学未变更", "升学,考研,专升本,续学,在读,读研,升学未变更,研究生在读,在校"],
    abroad: ["出国", "出国务工,留学,境外,国外"],
    unreachable: ["失联", "联系不上,查无此人,不认识,无法联系"],
    moved: ["全家外迁", "外迁,搬迁,迁出,整户迁出,举家外迁"],
    hardship: ["经济困难", "家庭困难,困难,贫困,无力偿还,家庭经济困难"],
    refusing: ["有能力拒还", "拒还,恶意拖欠,拒不还款,拒绝还款"],
    "not-borrower": ["重名或非本人", "重名,非本人,同名,不是本人,重名/非本人"],
    "paid-not-shown": ["已还系统未显示", "已还未显示,系统未显示,系统未更新"],
    "early-applied": ["已申请提前还款", "提前还款,申请提前还款"],
    other: ["其他", ""],
  },
} as const satisfies { readonly [F in ChoiceField]: Readonly<Record<ChoiceCode<F>, readonly [label: string, aliases: string]>> };

/** Whether a field has a closed list. */
export function isChoiceField(field: FieldId): field is ChoiceField {
  return field in choiceCodes;
}

const fold = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()。,.!！]/g, "");

function wordsOf(field: ChoiceField, code: ChoiceCode): readonly [label: string, aliases: string] {
  const all: Readonly<Record<string, readonly [string, string]>> = words[field];
  return all[code] ?? [code, ""];
}

/** Everything that people may write for a code: its label first. */
export function spellingsOf<F extends ChoiceField>(field: F, code: ChoiceCode<F>): readonly [label: string, ...aliases: string[]] {
  const [label, aliases] = wordsOf(field, code);
  return [label, ...aliases.split(",").filter((word) => word !== "")];
}

const codesOf = (field: ChoiceField): readonly ChoiceCode[] => choiceCodes[field];
const codesByWord = new Map(
  (Object.keys(choiceCodes) as ChoiceField[]).map((field) => [
    field,
    new Map(codesOf(field).flatMap((code) => spellingsOf(field, code).map((word) => [fold(word), code] as const))),
  ]),
);

/** The code that a word on a sheet stands for, or undefined when it is on no list (which is a finding, never a guess). */
export function choiceCode<F extends ChoiceField>(field: F, word: string): ChoiceCode<F> | undefined {
  return codesByWord.get(field)?.get(fold(word)) as ChoiceCode<F> | undefined;
}

/** The label of a code. */
export function choiceLabel<F extends ChoiceField>(field: F, code: ChoiceCode<F>): string {
  return wordsOf(field, code)[0];
}

/** The labels of a field's drop-down, in order. */
export function choiceLabels(field: ChoiceField): readonly string[] {
  return codesOf(field).map((code) => choiceLabel(field, code));
}
