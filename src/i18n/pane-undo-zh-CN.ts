// The words of the pane about taking back what was done, in Chinese.

/** These words in Chinese; the keys of every language. */
export const undoZhCN = {
  "plan.undo": "将撤销 {day} 的“{run}”[中的文件“{file}”][，{kept} 行之后又改过，保留不动]",
  "plan.undo.none": "没有可以撤销的操作",
  "plan.undo.what": "撤销",
  "plan.undo.all": "整个上一步",
  "plan.undo.others": "同一次合并的其他文件保留；两份不一致的地方改按另一份登记。再按一次撤销，可以把这份文件恢复。",
  "plan.undo.tabs": "各表将怎样",
  "plan.undo.back": "恢复原样",
  "plan.undo.gone": "删除",
  "plan.undo.stays": "保留不动",
  "plan.undo.stays.why": "{tabs}在那之后有人改过，撤销会丢掉改的内容，所以保留现在的样子。",
  "plan.undo.marks": "单元格上的标记一并清除，再按一次校验就有。",
  "plan.undo.files": "已经保存出去的文件不会收回，请自行删除或作废；通知书编号不收回，重做时每人还是原来的编号。",
  "done.undo": "已撤销 {day} 的“{run}”[中的文件“{file}”]",
  "done.undo.kept": "{kept} 行在那之后又改过，保留现在的内容。",
  "done.undo.none": "没有撤销任何内容：没有可以撤销的操作。",
  "done.undo.gone": "已删除：{tabs}",
  "done.undo.stays": "{tabs}在那之后有人改过，保留现在的样子。",
  "done.undo.treat": "处理问题",
  "done.undo.rollup": "汇总",
  "done.undo.file": "撤销一份文件",
  "done.undo.other": "登记",
  "undo.last": "撤销上一步",
  "undo.this": "撤销这一步",
} as const;
