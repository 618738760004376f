// What the buttons are called in 变更日志: each writes its line under its own label, by which the line is found again.

/** The names by button; the three roll-up buttons write one line, and so does everything that is done to findings. */
export const loggedAs = {
  check: "校验名单",
  calendar: "任务日历",
  split: "按辖区拆分",
  notices: "生成通知书",
  slips: "签收单录入",
  statements: "情况说明",
  collect: "合并回收表",
  decide: "应用决定",
  treat: "处理问题",
  undo: "撤销上一步",
  "undo-file": "撤销一份文件",
  feedback: "每日反馈",
  rollup: "汇总",
  report: "上报材料",
} as const;

/** What a line of the log is about. */
export type Logged = keyof typeof loggedAs;

/** What each name in a log stands for, those of earlier logs too. */
export const loggedBy: ReadonlyMap<string, Logged> = new Map([
  ...(Object.keys(loggedAs) as Logged[]).map((what) => [loggedAs[what], what] as const),
  ["校验", "check"],
  ["拆分名单", "split"],
  ["催收通知书", "notices"],
  ["签收单登记", "slips"],
  ["回收", "collect"],
  ["撤销", "undo"],
]);
