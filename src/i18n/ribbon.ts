// The words of the ribbon: the tab, its groups, and each button with its supertip. manifest.xml shows the same words, and a test compares them.
import type { Language } from "./index";

/** A button's label, and what is said when the pointer rests on it. */
export interface ButtonWords {
  readonly label: string;
  /** One or two sentences, at most 250 characters: what comes of pressing it. */
  readonly tip: string;
}

/** The groups of the ribbon: one for each phase of a season, after the one that opens the pane. */
export interface GroupWords {
  readonly assistant: string;
  readonly preparation: string;
  readonly delivery: string;
  readonly collection: string;
  readonly closing: string;
}

/** The buttons: one for each action of `src/actions/index.ts`, and the one that opens the pane. */
export type ButtonId =
  | "pane"
  | "explain"
  | "check"
  | "forms"
  | "calendar"
  | "split"
  | "notices"
  | "slips"
  | "collect"
  | "decide"
  | "fix"
  | "undo"
  | "statements"
  | "feedback"
  | "repayment-rollup"
  | "exception-rollup"
  | "circular"
  | "report"
  | "next-season";

/** What the ribbon says in one language. */
export interface RibbonWords {
  /** The product's name (at most 125 characters) and what it is for (at most 250). */
  readonly name: string;
  readonly description: string;
  readonly tab: string;
  readonly groups: GroupWords;
  readonly buttons: Readonly<Record<ButtonId, ButtonWords>>;
  /** The callout that Excel shows once after the add-in has been installed. */
  readonly welcome: { readonly title: string; readonly description: string };
}

/** The ribbon in every language. */
export const ribbonWords: Readonly<Record<Language, RibbonWords>> = {
  "zh-CN": {
    name: "助学贷款回收助手",
    description:
      "在中心原来的工作簿上办完一个催收季：校验名单、按辖区拆分、生成催收通知书、合并学校交回的表、汇总还款与异常、形成全县通报。不向外发送任何数据。",
    tab: "助学贷款回收",
    groups: { assistant: "助手", preparation: "数据准备", delivery: "通知送达", collection: "还款登记", closing: "汇总通报" },
    buttons: {
      pane: { label: "打开助手", tip: "在窗口右侧打开助手，查看催收季各阶段的时间安排和当前该办的事，并从那里办理每一步。" },
      explain: {
        label: "数字来源",
        tip: "在汇总表里选中一个人数、金额或比率再点这里，列出加起来正好等于它的原始单元格；也可按名称查看，并说明与以前某一天相比差在哪里。",
      },
      check: {
        label: "校验名单",
        tip: "逐行核对身份证号、合同编号、联系电话、金额、日期和辖区，问题列入“校验结果”，并在单元格上标出。名单原文一个字不改。",
      },
      forms: {
        label: "附件空表",
        tip: "生成附件1（联系表、领导小组）和附件2（辖区划分）的空表，预填名单里的学校和地名，并列出还没报联系表的学校。填好后放进本工作簿即可。",
      },
      calendar: {
        label: "任务日历",
        tip: "把通知里的每一项任务列成一张表，写入“任务日历”：责任单位、起止日期和今天的状态，今天截止的醒目标出。日期取自设置，可填办理情况。",
      },
      split: {
        label: "按辖区拆分",
        tip: "按村、镇、就读中学找到责任学校，每校生成一个工作簿；认不准的列入“待划分”。各校人数、金额与全县总数分毫不差。",
      },
      notices: {
        label: "生成通知书",
        tip: "为每位借款学生生成一页可打印的催收通知书，下方附签收单，按责任学校成册。已还清或不宜发送的不生成，并列明原因。",
      },
      slips: {
        label: "签收单录入",
        tip: "按通知书编号逐份录入交回的签收单，可手工输入，也可用扫码枪。编号输错当场提示，登记到“签收单回收”和“送达登记”，并按包联人统计交单情况。",
      },
      collect: {
        label: "合并回收表",
        tip: "读取学校交回的工作簿，把学校填写的内容并入各登记表。对不上的列入“冲突与无法匹配”，还没交的学校列入“未回收”。",
      },
      decide: {
        label: "应用决定",
        tip: "把中心在“冲突与无法匹配”里填写的决定落实到各登记表和“更正”，并记入“冲突决定”；同样的问题以后不再提出。",
      },
      fix: {
        label: "待补正表",
        tip: "把校验和回收中存疑的内容按学校列成小表，只有存疑的格子可以填写，其余锁定。学校填好后用合并回收表收回，列入“更正”，由中心决定是否采用。",
      },
      undo: {
        label: "撤销上次登记",
        tip: "撤销最近一次合并回收表、应用决定或签收单登记，各登记表恢复原样；之后又改过的行保留不动。再按一次，撤销更早的一次。",
      },
      statements: {
        label: "情况说明",
        tip: "为每位有特殊情况、尚未还清的学生生成一页情况说明，供学校写明原因、附材料、盖公章，每所学校一个工作簿，并登记原件是否交回。",
      },
      feedback: {
        label: "每日反馈",
        tip: "每所学校生成一个工作簿，列出截至当天新还清、未还和撤销的学生，以及上次反馈以来的变更。以银行扣款为准，各校只有本校的人。",
      },
      "repayment-rollup": {
        label: "还款汇总",
        tip: "以银行扣款为准，汇总应还、已还、未还的人数和金额以及回收率，写入“还款汇总”。",
      },
      "exception-rollup": {
        label: "异常汇总",
        tip: "按种类和学校汇总失联、重病、去世、服役等特殊情况，列出待跟进的人员，写入“异常汇总”。表中含个人信息，请勿外传。",
      },
      circular: {
        label: "全县通报",
        tip: "生成“领导总览”和“学校汇总”：截止时间、送达率、回收率和学校排名。表中没有任何个人信息，可直接用于通报。",
      },
      report: {
        label: "上报材料",
        tip: "一次生成六个文件：领导总览、通报、约谈建议、督查抽样、报省厅和报国开行的报告，数字同出一源，附校验码，并说明与上次相比的变化，记入“上报存档”。",
      },
      "next-season": {
        label: "结转下一年",
        tip: "生成下一年度的新工作簿：沿用学校、辖区划分、联系表、文字和设置，年度和日期顺延一年。应还名单和各登记表都留在本工作簿，请原样存档。",
      },
    },
    welcome: {
      title: "助学贷款回收助手已就绪",
      description: "打开中心的工作簿，在“助学贷款回收”选项卡上从左到右依次办理，第一步是“校验名单”。",
    },
  },
  en: {
    name: "Loan Recovery Assistant for Excel",
    description:
      "A whole student-loan repayment season in the workbook you already have: check lists, split by jurisdiction, make notices, merge what schools return, roll everything up. No data is sent anywhere.",
    tab: "Loan Recovery",
    groups: {
      assistant: "Assistant",
      preparation: "Preparation",
      delivery: "Delivery",
      collection: "Collection",
      closing: "Reporting",
    },
    buttons: {
      pane: {
        label: "Open Assistant",
        tip: "Opens the assistant beside the workbook: the phases of the season with their dates, what is due now, and every step to be run.",
      },
      explain: {
        label: "Where From",
        tip: "Select a count, an amount or a rate on a roll-up tab and press: the cells that add up to it exactly are listed. By name as well, with what made the difference to an earlier day.",
      },
      check: {
        label: "Check Lists",
        tip: "Checks ID and contract numbers, phones, amounts, dates and places row by row. Findings are listed on a tab of their own and marked on their cells. The lists themselves are never changed.",
      },
      forms: {
        label: "Blank Forms",
        tip: "Makes the blank forms of contacts and of which school answers for which place, with the schools and places of the list filled in, and lists the schools without contacts. Put the filled forms into this workbook.",
      },
      calendar: {
        label: "Duty Calendar",
        tip: "Lists every duty of the notice on a tab of its own: who answers for it, its days and where it stands today. Dates come from the settings; what was done can be noted.",
      },
      split: {
        label: "Split by Jurisdiction",
        tip: "Finds the responsible school by village, town or former school and makes one workbook per school. Unclear cases are set apart. All parts add up to the whole, to the cent.",
      },
      notices: {
        label: "Make Notices",
        tip: "Makes a printable page for each borrower, with a slip to sign, in one book per school. Nobody who has repaid or should not be written to gets one; the reasons are listed.",
      },
      slips: {
        label: "Enter Slips",
        tip: "Takes signed slips by the number on them, typed or scanned. A wrong number is told at once; the rest goes into the registers of slips and deliveries, and every liaison's slips are counted.",
      },
      collect: {
        label: "Merge Returns",
        tip: "Reads the workbooks that schools sent back and takes what they filled in into the registers. What cannot be matched and schools that have not answered are listed.",
      },
      decide: {
        label: "Apply Decisions",
        tip: "Carries out what you decided beside the questions about returned files and remembers it: the same question is never asked again.",
      },
      fix: {
        label: "Fix-it Files",
        tip: "Makes a small workbook for each school with its doubtful cells alone open to be filled in. Merge Returns takes them back, and corrections wait for your approval.",
      },
      undo: {
        label: "Undo Last Entry",
        tip: "Takes back the last run that wrote into the registers: merged returns, decisions or slips. Rows changed since then stay. Pressed again, it takes back the run before.",
      },
      statements: {
        label: "Statements",
        tip: "Makes a one-page statement for everyone with a special case who still owes something, for the school to explain, prove and seal, a workbook per school, and a register of the originals.",
      },
      feedback: {
        label: "Daily Feedback",
        tip: "Makes a workbook for each school of its own people: newly paid, still unpaid and withdrawn as of today, as the bank's deductions show, and what else has changed since the last feedback.",
      },
      "repayment-rollup": {
        label: "Repayment Summary",
        tip: "Sums up what is due, repaid and outstanding, in persons and in money, with recovery rates, as the bank's deductions show.",
      },
      "exception-rollup": {
        label: "Exception Summary",
        tip: "Sums up special cases by kind and school (unreachable, ill, deceased, in service) and lists whom to follow up. It holds personal data: keep it inside.",
      },
      circular: {
        label: "County Circular",
        tip: "Makes the overview for leaders and the summary of schools: as-of time, delivery and recovery rates, ranking. Without any personal data, ready to be circulated.",
      },
      report: {
        label: "Reports",
        tip: "Makes six files from one frozen source: leaders' overview, circular, talks suggested, inspection sample, reports to the province and the bank. All bear its print; what has changed since the last ones is said.",
      },
      "next-season": {
        label: "Next Season",
        tip: "Makes the workbook of the next year: schools, jurisdictions, contacts, texts and settings go on, year and dates a year later. The list and all registers stay in this workbook, which is the archive.",
      },
    },
    welcome: {
      title: "Loan Recovery Assistant is ready",
      description: "Open your workbook and go through the Loan Recovery tab from left to right. The first step is Check Lists.",
    },
  },
};
