// The buttons of the ribbon and the pane, in their order: one record each, with its place, its picture and its words. manifest.xml shows the same
// words, and a test compares them.
import type { Language } from "./index";

/** The groups of the ribbon: the one that opens the pane, and one for each phase of a season. */
export type Group = "assistant" | "preparation" | "delivery" | "collection" | "closing";

/** A button's label, and what is said when the pointer rests on it. */
export interface ButtonWords {
  readonly label: string;
  /** One or two sentences, at most 250 characters: what comes of pressing it. */
  readonly tip: string;
}

/** A button. */
export interface Button extends Readonly<Record<Language, ButtonWords>> {
  readonly group: Group;
  /** Its picture in the pane, as the path of an SVG on a 20 by 20 grid; those that the pane does not offer have none. */
  readonly icon?: string;
}

/** Every button; what it does is in `src/actions`. */
export const buttons = {
  pane: {
    group: "assistant",
    "zh-CN": { label: "打开助手", tip: "在窗口右侧打开助手，查看催收季各阶段的时间安排和当前该办的事，并从那里办理每一步。" },
    en: {
      label: "Open Assistant",
      tip: "Opens the assistant beside the workbook: the phases of the season with their dates, what is due now, and every step to be run.",
    },
  },
  explain: {
    group: "assistant",
    "zh-CN": {
      label: "数字来源",
      tip: "在汇总表里选中一个人数、金额或比率再点这里，列出加起来正好等于它的原始单元格；也可按名称查看，并说明与以前某一天相比差在哪里。",
    },
    en: {
      label: "Trace Figure",
      tip: "Select a count, an amount or a rate on a roll-up tab and press: the cells that add up to it exactly are listed. By name as well, with what made the difference to an earlier day.",
    },
  },
  check: {
    group: "preparation",
    icon: "M4 5.5h7M4 10h5M4 14.5h5M11.5 12.5l2.2 2.2 3.8-4.6",
    "zh-CN": {
      label: "校验名单",
      tip: "逐行核对身份证号、合同编号、联系电话、金额、日期和辖区，问题列入“校验结果”，并在单元格上标出。名单原文一个字不改。",
    },
    en: {
      label: "Check Lists",
      tip: "Checks ID and contract numbers, phones, amounts, dates and places row by row. Findings are listed on a tab of their own and marked on their cells. The lists themselves are never changed.",
    },
  },
  forms: {
    group: "preparation",
    icon: "M4 3h12v14H4zM4 7.5h12M8.5 7.5V17M11 11h3M11 14h3",
    "zh-CN": {
      label: "附件空表",
      tip: "生成附件1（联系表、领导小组）和附件2（辖区划分）的空表，预填名单里的学校和地名，并列出还没报联系表的学校。填好后放进本工作簿即可。",
    },
    en: {
      label: "Blank Forms",
      tip: "Makes the blank forms of contacts and of which school answers for which place, with the schools and places of the list filled in, and lists the schools without contacts. Put the filled forms into this workbook.",
    },
  },
  calendar: {
    group: "preparation",
    icon: "M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5",
    "zh-CN": {
      label: "任务日历",
      tip: "把通知里的每一项任务列成一张表，写入“任务日历”：责任单位、起止日期和今天的状态，今天截止的醒目标出。日期取自设置，可填办理情况。",
    },
    en: {
      label: "Duty Calendar",
      tip: "Lists every duty of the notice on a tab of its own: who answers for it, its days and where it stands today. Dates come from the settings; what was done can be noted.",
    },
  },
  split: {
    group: "preparation",
    icon: "M10 3v4M10 7c0 3-5 2.5-5 6M10 7c0 3 5 2.5 5 6M10 7v6M3.5 13.5h3v3h-3zM8.5 13.5h3v3h-3zM13.5 13.5h3v3h-3z",
    "zh-CN": {
      label: "按辖区拆分",
      tip: "按村、镇、就读中学找到责任学校，每校生成一个工作簿；认不准的列入“待划分”。各校人数、金额与全县总数分毫不差。",
    },
    en: {
      label: "Split by Jurisdiction",
      tip: "Finds the responsible school by village, township or middle school and makes one workbook per school. Unclear cases are set apart. All parts add up to the whole, to the cent.",
    },
  },
  notices: {
    group: "delivery",
    icon: "M3 5h14v10.5H3zM3.4 5.6 10 11l6.6-5.4",
    "zh-CN": {
      label: "生成通知书",
      tip: "为每位借款学生生成一页可打印的催收通知书，下方附签收单，按责任学校成册。已还清或不宜发送的不生成，并列明原因。",
    },
    en: {
      label: "Make Notices",
      tip: "Makes a printable page for each borrower, with a slip to sign, in one workbook per school. Nobody who has repaid or should not be written to gets one; the reasons are listed.",
    },
  },
  slips: {
    group: "delivery",
    icon: "M5 3.5h10v13l-2-1.4-1.6 1.4-1.4-1.4-1.6 1.4L7 15.1 5 16.5zM7.5 7.5h5M7.5 10.5h5",
    "zh-CN": {
      label: "签收单录入",
      tip: "按通知书编号逐份录入交回的签收单，可手工输入，也可用扫码枪。编号输错当场提示，登记到“签收单回收”和“送达登记”，并按包联人统计交单情况。",
    },
    en: {
      label: "Enter Slips",
      tip: "Takes signed slips by the number on them, typed or scanned. A wrong number is told at once; the rest goes into the registers of slips and deliveries, and every liaison's slips are counted.",
    },
  },
  collect: {
    group: "collection",
    icon: "M3 11.5v5h14v-5h-4l-1 2H8l-1-2zM10 3v6.5M7 7l3 3 3-3",
    "zh-CN": {
      label: "合并回收表",
      tip: "读取学校交回的工作簿，把学校填写的内容并入各登记表。对不上的列入“冲突与无法匹配”，还没交的学校列入“未回收”。",
    },
    en: {
      label: "Merge Returns",
      tip: "Reads the workbooks that schools sent back and takes what they filled in into the registers. What cannot be matched and schools that have not answered are listed.",
    },
  },
  decide: {
    group: "collection",
    icon: "M4 4.5h12v11H4zM7 8h6M7 11.5l1.6 1.6 3.4-3.6",
    "zh-CN": {
      label: "应用决定",
      tip: "把中心在“冲突与无法匹配”里填写的决定落实到各登记表和“更正”，并记入“冲突决定”；同样的问题以后不再提出。",
    },
    en: {
      label: "Apply Decisions",
      tip: "Carries out what you decided beside the questions about returned files and remembers it: the same question is never asked again.",
    },
  },
  fix: {
    group: "collection",
    icon: "M4 16.5l.8-3.4L13 5l2.5 2.5-8.2 8.2zM11.2 6.8l2.5 2.5M11 16.5h5.5",
    "zh-CN": {
      label: "待补正表",
      tip: "把校验和回收中存疑的内容按学校列成小表，只有存疑的格子可以填写，其余锁定。学校填好后用合并回收表收回，列入“更正”，由中心决定是否采用。",
    },
    en: {
      label: "Fix-it Files",
      tip: "Makes a small workbook for each school with its doubtful cells alone open to be filled in. Merge Returns takes them back, and corrections wait for your approval.",
    },
  },
  undo: {
    group: "collection",
    icon: "M7.5 4 4 7.5 7.5 11M4 7.5h8a4 4 0 0 1 0 8H8",
    "zh-CN": {
      label: "撤销上一步",
      tip: "撤销最近一次写入本工作簿的操作（校验、拆分、通知书、合并、汇总等），各表恢复原样；之后有人改过的保留不动。再按一次，撤销更早的一次。",
    },
    en: {
      label: "Undo Last Step",
      tip: "Takes back the last button that wrote into this workbook: check, split, letters, merged returns, roll-ups … Whatever somebody changed since stays. Pressed again, it takes back the one before.",
    },
  },
  statements: {
    group: "collection",
    icon: "M5 3h7l3 3v11H5zM12 3v3h3M7.5 9.5h5M7.5 12h3M11.5 14.5h2",
    "zh-CN": {
      label: "情况说明",
      tip: "为每位有特殊情况、尚未还清的学生生成一页情况说明，供学校写明原因、附材料、盖公章，每所学校一个工作簿，并登记原件是否交回。",
    },
    en: {
      label: "Statements",
      tip: "Makes a one-page statement for everyone with a special case who still owes something, for the school to explain, prove and seal, a workbook per school, and a register of the originals.",
    },
  },
  feedback: {
    group: "collection",
    icon: "M3 4h14v9.5H9.5L6 17v-3.5H3zM6.5 8.8l2.2 2.2 4.6-4.6",
    "zh-CN": {
      label: "每日反馈",
      tip: "每所学校生成一个工作簿，列出截至当天新还清、未还和撤销的学生，以及上次反馈以来的变更。以银行扣款为准，各校只有本校的人。",
    },
    en: {
      label: "Daily Feedback",
      tip: "Makes a workbook for each school of its own people: newly paid, still unpaid and withdrawn as of today, as the bank's deductions show, and what else has changed since the last feedback.",
    },
  },
  "repayment-rollup": {
    group: "closing",
    icon: "M3.5 16.5h13M5.5 16v-5M10 16V4.5M14.5 16V8",
    "zh-CN": { label: "还款汇总", tip: "以银行扣款为准，汇总应还、已还、未还的人数和金额以及回收率，写入“还款汇总”。" },
    en: {
      label: "Repayment Summary",
      tip: "Sums up what is due, repaid and outstanding, in persons and in money, with recovery rates, as the bank's deductions show.",
    },
  },
  "exception-rollup": {
    group: "closing",
    icon: "M10 3a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM4 17c0-3.5 2.5-5.5 6-5.5M14.5 11.5v3.2M14.5 16.8v.1",
    "zh-CN": {
      label: "异常汇总",
      tip: "按种类和学校汇总失联、重病、去世、服役等特殊情况，列出待跟进的人员，写入“异常汇总”。表中含个人信息，请勿外传。",
    },
    en: {
      label: "Exception Summary",
      tip: "Sums up special cases by kind and school (unreachable, ill, deceased, in service) and lists whom to follow up. It holds personal data: keep it inside.",
    },
  },
  circular: {
    group: "closing",
    icon: "M4 8v4h2.5l6.5 3.5v-11L6.5 8zM15.5 7.5c1 1.4 1 3.6 0 5M7 12l1 4.5h2",
    "zh-CN": {
      label: "全县通报",
      tip: "生成“领导总览”和“学校汇总”：截止时间、送达率、回收率和学校排名。表中没有任何个人信息，可直接用于通报。",
    },
    en: {
      label: "County Circular",
      tip: "Makes the overview for leaders and the summary of schools: as-of time, delivery and recovery rates, ranking. Without any personal data, ready to be circulated.",
    },
  },
  report: {
    group: "closing",
    icon: "M5 2.5h7L15.5 6v11.5H5zM12 2.5V6h3.5M7.5 10h5.5M7.5 12.5h5.5M10.2 15.8l1.3 1.2 2-2.4",
    "zh-CN": {
      label: "上报材料",
      tip: "一次生成六个文件：领导总览、通报、约谈建议、督查抽样、报省厅和报国开行的报告，数字同出一源，附校验码，并说明与上次相比的变化，记入“上报存档”。",
    },
    en: {
      label: "Reports",
      tip: "Makes six files from one frozen source: leaders' overview, circular, talks suggested, inspection sample, reports to the province and the bank. All bear its checksum; what has changed since the last ones is said.",
    },
  },
  "next-season": {
    group: "closing",
    icon: "M4 4.5h8v11H4zM6.5 8h3M10 12h7M14.2 9.2 17 12l-2.8 2.8",
    "zh-CN": {
      label: "结转下一年",
      tip: "生成下一年度的新工作簿：沿用学校、辖区划分、联系表、文字和设置，年度和日期顺延一年。应还名单和各登记表都留在本工作簿，请原样存档。",
    },
    en: {
      label: "Next Season",
      tip: "Makes the workbook of the next year: schools, jurisdictions, contacts, texts and settings go on, year and dates a year later. The list and all registers stay in this workbook, which is the archive.",
    },
  },
} as const satisfies Readonly<Record<string, Button>>;

/** The id of a button. */
export type ButtonId = keyof typeof buttons;

/** The ids of all buttons, in their order. */
export const buttonIds = Object.keys(buttons) as readonly ButtonId[];
