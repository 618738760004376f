// What the buttons are called in 变更日志: each writes its line under one name, by which the line is found again.

/** The names by button; the three roll-up buttons write one line. */
export const loggedAs = {
  check: "校验",
  calendar: "任务日历",
  split: "拆分名单",
  notices: "催收通知书",
  slips: "签收单登记",
  statements: "情况说明",
  collect: "回收",
  decide: "应用决定",
  treat: "处理问题",
  undo: "撤销",
  "undo-file": "撤销一份文件",
  feedback: "每日反馈",
  rollup: "汇总",
  report: "上报材料",
} as const;

/** What a line of the log is about. */
export type Logged = keyof typeof loggedAs;
