// The tabs that are ours: permanent ids (marked in the book) and the Chinese names that people see.
import type { Register } from "../../domain/record/registers";

/** The product, as the papers that it makes call their author. */
export const productName = "助学贷款回收助手";

/** Every tab that we make in the centre's book or in a school's workbook. */
export const tabNames = {
  findings: "校验结果",
  "split-list": "拆分清单",
  unassigned: "待划分",
  "school-list": "催收名单",
  "school-guide": "填写说明",
  "school-visits": "上门记录",
  "school-exceptions": "特殊情况",
  "school-contacts": "联系表",
  meta: "_meta",
  notices: "催收通知书",
  "notice-numbers": "通知书编号",
  "notice-template": "通知书模板",
  "notices-withdrawn": "通知书撤回",
  slips: "签收单回收",
  statements: "情况说明",
  "statement-register": "情况说明登记",
  "slip-liaisons": "交单情况",
  deliveries: "送达登记",
  claims: "还款台账",
  visits: "上门记录",
  exceptions: "特殊情况",
  conflicts: "冲突与无法匹配",
  "not-returned": "未回收",
  returns: "回收登记",
  "bank-rows": "银行流水",
  "bank-batches": "扣款批次",
  "repayment-rollup": "还款汇总",
  "exception-rollup": "异常汇总",
  "exception-list": "异常明细",
  leadership: "领导总览",
  "school-rollup": "学校汇总",
  "stop-decisions": "核实决定",
  "case-decisions": "特殊情况审核",
  "list-versions": "名单版本",
  "list-changes": "名单变更",
  transfers: "转入转出",
  "feedback-snapshots": "反馈快照",
  "visit-list": "今日上门",
  "feedback-summary": "反馈概要",
  "feedback-paid": "新还清",
  "feedback-unpaid": "未还",
  "feedback-withdrawn": "撤销",
  "feedback-changed": "变更",
  calendar: "任务日历",
  corrections: "识别更正",
  "return-decisions": "冲突决定",
  amendments: "更正",
  "report-history": "填报历史",
  "run-journal": "_撤销",
  "fix-list": "待补正",
  "report-archive": "上报存档",
  "change-log": "变更日志",
} as const satisfies Readonly<Record<string, string>> & Readonly<Record<Register, string>>;

/** The permanent id of a tab of ours. */
export type TabId = keyof typeof tabNames;
