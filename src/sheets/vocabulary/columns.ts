// The column vocabulary: for every field our heading and all the headings that banks, schools and old forms use for it.
import type { FieldId } from "../../domain/record/field";

/** A field as a column: our own heading first, then the aliases (别名), and the width it has on our tabs, in characters. */
export interface Column {
  readonly heading: string;
  readonly aliases: readonly string[];
  readonly width: number;
}

const column = (heading: string, width: number, aliases: string): Column => ({
  heading,
  width,
  aliases: aliases.split(",").filter((alias) => alias !== ""),
});

/** Every field's column. To add an alias, add it to the list; a test refuses an alias that two fields claim. */
export const columns: Readonly<Record<FieldId, Column>> = {
  rowKey: column("编号", 17, "编号(勿改),名单编号,行编号"),
  seq: column("序号", 6, "No,NO.,序,行号,顺序号"),
  name: column(
    "姓名",
    10,
    "学生姓名,借款人,借款人姓名,借款学生,借款学生姓名,贷款学生姓名,学生,贷款人,客户姓名,借款学生|姓名,学生|姓名,借款人|姓名",
  ),
  citizenId: column(
    "身份证号",
    21,
    "身份证,身份证号码,证件号码,证件号,公民身份号码,公民身份证号码,借款人身份证号,借款人身份证,借款学生身份证号,学生身份证,学生身份证号,身份证件号,ID号",
  ),
  gender: column("性别", 6, "学生性别,男女,借款人性别,sex"),
  contractNo: column("合同编号", 20, "贷款合同编号,合同号,借款合同号,借款合同编号,贷款合同号,合同编码,借据号,贷款编号"),
  loanYear: column("贷款年度", 10, "贷款年份,合同年度,借款年度,放款年度,贷款学年,申请年度,发放年度"),
  university: column("就读高校", 22, "高校,高校名称,毕业院校,院校名称,大学,毕业高校,所在高校,录取院校"),
  loanAmount: column("贷款金额", 12, "合同金额,借款金额,贷款总额,发放金额,贷款本金,放款金额,合同本金"),
  balance: column("剩余本金", 12, "贷款余额,本金余额,未还本金,剩余未还本金,尚欠本金,贷款本金余额"),
  principal: column("应还本金", 12, "本年应还本金,当期应还本金,到期本金,计划还本金,本期本金,本期应还本金,应收本金"),
  interest: column("应还利息", 12, "本年应还利息,当期应还利息,到期利息,计划利息,本期利息,本期应还利息,应付利息,应收利息,结息金额"),
  due: column(
    "应还合计",
    13,
    "应还本息,应还本息合计,到期本息,本年应还,当年应还,本息合计,应还总额,应还金额,应还款总额,当年应还合计,本年应还合计,总还款金额,合计应还,本息和",
  ),
  overduePrincipal: column("逾期本金", 12, "欠本,拖欠本金,逾期未还本金,历年逾期本金,欠还本金,已逾期本金"),
  overdueInterest: column("逾期利息", 12, "欠息,拖欠利息,逾期未还利息,历年逾期利息,欠还利息,应收欠息"),
  penalty: column("罚息", 10, "逾期罚息,应还罚息,罚金利息,违约罚息,本金罚息,罚息金额"),
  waiver: column("免息情况", 10, "是否免息,免息,免息标志,免息状态,减免情况,是否减免,减免状态,利息是否免除"),
  maturity: column("到期日", 12, "贷款到期日,合同到期日,到期日期,合同终止日,终止日期,贷款截止日,最后还款日"),
  dueDate: column("应还日", 12, "应还日期,应还款日,应还款日期,计划还款日,还款截止日,扣款日,本期还款日,结息日"),
  subsidyEnd: column("贴息截止日", 12, "贴息到期日,财政贴息截止,贴息终止日,自付利息起始日,起息日,贴息止日"),
  graduation: column("毕业日期", 12, "毕业时间,毕业年月,毕业年份,预计毕业时间,毕业年,离校时间"),
  phone: column(
    "联系电话",
    14,
    "手机,手机号,手机号码,本人电话,学生电话,联系方式,电话,移动电话,借款人电话,借款人联系电话,本人联系电话,学生联系电话",
  ),
  coBorrowerName: column(
    "共同借款人",
    10,
    "家长姓名,共同借款人姓名,共借人,共借人姓名,家长,监护人,监护人姓名,父母姓名,联保人,父亲姓名,母亲姓名,父母亲姓名",
  ),
  coBorrowerId: column(
    "共同借款人身份证号",
    21,
    "家长身份证,共同借款人身份证,共同借款人身份证号码,共同借款人证件号码,共借人证件号,共借人身份证号,家长身份证号,监护人身份证,父母身份证号",
  ),
  coBorrowerPhone: column(
    "共同借款人电话",
    14,
    "家长电话,共借人手机,共借人电话,家长联系电话,监护人电话,家庭电话,父母电话,共同借款人联系方式,共同借款人联系电话,共同借款人手机",
  ),
  coBorrowerRelation: column("与学生关系", 10, "家长关系,共同借款人关系,与借款学生关系,关系,亲属关系,与贷款人关系"),
  address: column("家庭住址", 34, "家庭地址,户籍地址,住址,详细地址,通讯地址,家庭详细住址,现住址,户口所在地,地址"),
  township: column("乡镇", 10, "镇,所属乡镇,镇办,镇街道,乡镇街道,户籍乡镇,所在镇,街办,辖区镇,辖区乡镇,镇街"),
  village: column("村(社区)", 12, "村,行政村,村社区,村组,村委会,社区,所在村,村名,辖区村,辖区村社区"),
  middleSchool: column("就读中学", 16, "毕业中学,高中,生源中学,毕业高中,高中学校,原就读学校,高中毕业学校,中学"),
  school: column("责任学校", 18, "辖区,催收学校,包联学校,责任单位,所属学校,负责学校,中心校,辖区学校,学校,学校名称"),
  schoolCode: column("学校编码", 10, "学校代码,学校编号"),
  schoolAlias: column("学校简称", 12, "简称,别称,学校别名"),
  schoolType: column("学校类型", 10, "学校类别"),
  liaison: column("包联人", 10, "包联同志,包联人员,包联人姓名,包校干部,资助中心包联人,责任人,联系干部,对口人员"),
  liaisonPhone: column("包联电话", 14, "包联人电话,包联同志电话,包联人联系电话,包联联系电话"),
  headmaster: column("校长", 10, "校长姓名"),
  leader: column("分管领导", 10, "催收分管领导,分管校长,分管领导姓名"),
  leaderPhone: column("分管领导电话", 14, "分管领导联系电话,分管领导|电话,分管领导|联系电话"),
  contact: column("联络员", 10, "联系人,联络员姓名"),
  contactPhone: column("联络员电话", 14, "联络员联系电话,联络员|电话,联络员|联系电话"),
  channel: column("还款方式", 10, "还款渠道,扣款方式,还款途径,缴款方式,代扣方式,结算方式,还款类型"),
  alipayAccount: column("支付宝账号", 24, "支付宝,支付宝账户,还款账号,还款账户,指定支付宝,贷款账户,支付宝号"),
  repaymentStatus: column("还款状态", 12, "是否还款,还款情况,缴纳情况,是否已还,是否缴清,完成情况,还清情况,回收情况"),
  repaidOn: column(
    "还款日期",
    12,
    "实际还款日期,缴款日期,实还日期,还清日期,到账日期,还款时间,扣款成功日期,扣款日期,提前还款日期,划扣日期,还款日",
  ),
  repaidPrincipal: column("实还本金", 12, "已还本金,实收本金,已缴本金,本次还本,扣款本金,归还本金"),
  repaidInterest: column("实还利息", 12, "已还利息,实收利息,已缴利息,本次还息,扣款利息,归还利息"),
  repaid: column("实还合计", 12, "已还金额,实还金额,扣款金额,到账金额,已还本息,实收合计,缴款金额,已还合计,还款金额,提前还款金额,实还本息"),
  deductionResult: column("扣款结果", 10, "扣款状态,划扣结果,处理结果,交易状态,回盘结果,扣收情况,扣收结果"),
  paymentKind: column("交易类型", 10, "还款业务,扣款类型"),
  batch: column("批次", 12, "扣款批次,批次号,批次编号"),
  deliveredOn: column("送达日期", 12, "送达时间,签收日期,签收时间,送达日,投递日期,通知日期"),
  deliveryMethod: column("送达方式", 12, "送达形式,通知方式,送达途径,催收方式,投递方式,告知方式"),
  signedBy: column("签收人", 10, "接收人,收件人,签字人,签收人姓名,领取人,签名"),
  signerRelation: column("与借款人关系", 12, "签收人关系,签收人与学生关系,与本人关系,签收关系,收件人关系,同借款人关系,签收人与借款人关系"),
  deliveredBy: column("送达人", 10, "经办教师,送达教师,投递人,催收人,经手人,送单人"),
  visitCount: column("上门次数", 9, "走访次数,催收次数,入户次数,上门催收次数,次数,到户次数"),
  visitedOn: column("上门日期", 12, "上门时间,走访日期,入户时间,催收日期,催收时间,家访日期"),
  visitor: column("上门人", 10, "走访人,上门教师,入户人员"),
  metWith: column("见到何人", 10, "见到谁,接待人,受访人"),
  visitResult: column("上门结果", 24, "走访结果,催收结果,入户情况,催收情况,处理情况,走访情况"),
  promisedOn: column("承诺还款日期", 12, "承诺日期,承诺还款日"),
  exceptionKind: column("特殊情况类别", 14, "特殊原因,未还原因,未还款原因类别,原因分类,情况类别,特殊情况"),
  exceptionNote: column("情况说明", 30, "原因说明,具体情况,未还原因说明,详细情况,情况描述,说明"),
  note: column("备注", 16, "其他,附注,说明备注,remark,批注,备注说明"),
  noticeNo: column("通知书编号", 17, "通知书号,签收单号,回执编号,文书编号,单号"),
  contactHint: column("联系提示", 20, ""),
  source: column("来源文件", 28, "来源"),
  recordedOn: column("登记日期", 12, "合并日期,入库日期"),
};

/** Words before or after a heading that say nothing: the year, the unit, a required mark. */
const noise =
  /^\d{4}年(?:度)?|^本?次|[*:：#]|\((?:元|必填|万元|分|人民币|单位:?元|yyyy-?mm-?dd|是\/否)\)|（(?:元|必填)）|^\d+[.、]|\(元\)|[\s\u200b\ufeff]/gi;

/**
 * A heading as it is compared: width and case folded, spaces, units, year prefixes and marks dropped, brackets opened.
 * @example headingKey("2019年应还本金（元）*") // "应还本金"
 */
export function headingKey(text: string): string {
  const folded = text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  return folded.replace(noise, "").replace(/[()[\]【】]/g, "");
}

const fieldsByKey: ReadonlyMap<string, FieldId> = new Map(
  (Object.entries(columns) as [FieldId, Column][]).flatMap(([field, { heading, aliases }]) =>
    [heading, ...aliases].map((alias): [string, FieldId] => [headingKey(alias), field]),
  ),
);

/** The field that a heading names exactly (after folding), or undefined. */
export function fieldOfHeading(text: string): FieldId | undefined {
  return fieldsByKey.get(headingKey(text));
}

/** Our own heading of a field. */
export function headingOf(field: FieldId): string {
  return columns[field].heading;
}
