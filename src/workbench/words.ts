// The words of the stand-in's own page: its title bar, its status bar and what it refuses. The ribbon's words are the manifest's, the pane's its own.
import type { Language } from "../i18n/index";

/** What the page says in one language. */
export interface Words {
  readonly title: string;
  /** What this page is, for people who take it for Excel. */
  readonly about: string;
  readonly open: string;
  readonly save: string;
  readonly file: string;
  readonly sample: string;
  readonly untitled: string;
  readonly close: string;
  readonly pane: string;
  readonly resize: string;
  readonly ribbon: string;
  readonly sheets: string;
  readonly tabsBack: string;
  readonly tabsOn: string;
  readonly ready: string;
  readonly editing: string;
  readonly opening: string;
  readonly noCost: string;
  /** What the figures are about. */
  readonly costHelp: string;
  readonly cost: (cost: {
    readonly what: string;
    readonly syncs: string;
    readonly bytes: string;
    readonly read: string;
    readonly written: string;
  }) => string;
  /** What Excel says when a cell cannot be changed. */
  readonly locked: string;
  readonly refused: string;
  readonly cannotOpen: (name: string, why: string) => string;
}

const zhCN: Words = {
  title: "Excel 替身 · 助学贷款回收助手",
  about: "这不是 Excel，是开发和试用时代替它的页面；右侧是原样的助手和微软原版 office.js。",
  open: "打开…",
  save: "另存为 .xlsx",
  file: "选择要打开的工作簿",
  sample: "蒲城县2019年助学贷款本息回收.xlsx",
  untitled: "工作簿",
  close: "关闭任务窗格",
  pane: "任务窗格",
  resize: "调整任务窗格的宽度",
  ribbon: "功能区",
  sheets: "工作表",
  tabsBack: "向左滚动工作表标签",
  tabsOn: "向右滚动工作表标签",
  ready: "就绪",
  editing: "编辑",
  opening: "正在打开……",
  noCost: "助手尚未读写工作簿",
  costHelp: "自按下按钮以来，助手与 Excel 往来的次数、数据量和读写的单元格数",
  cost: ({ what, syncs, bytes, read, written }) => `${what}：往来 ${syncs} 次 · ${bytes} · 读 ${read} 格 · 写 ${written} 格`,
  locked: "单元格受保护，不能更改。",
  refused: "Excel 不接受这样的更改。",
  cannotOpen: (name, why) => `打不开“${name}”。${why}`,
};

const en: Words = {
  title: "Stand-in for Excel · Loan Recovery Assistant",
  about: "This is not Excel but a page that stands in for it; the pane on the right and Microsoft's office.js in it are the real ones.",
  open: "Open…",
  save: "Save as .xlsx",
  file: "The workbook to be opened",
  sample: "Student loans of an invented county 2019.xlsx",
  untitled: "Book",
  close: "Close task pane",
  pane: "Task pane",
  resize: "Width of the task pane",
  ribbon: "Ribbon",
  sheets: "Sheets",
  tabsBack: "Scroll the sheet tabs left",
  tabsOn: "Scroll the sheet tabs right",
  ready: "Ready",
  editing: "Edit",
  opening: "Opening…",
  noCost: "Nothing read or written yet",
  costHelp: "Round trips between the assistant and Excel since the button was pressed, their size, and the cells read and written",
  cost: ({ what, syncs, bytes, read, written }) => `${what}: ${syncs} round trips · ${bytes} · ${read} cells read · ${written} written`,
  locked: "The cell is protected and cannot be changed.",
  refused: "Excel does not take such a change.",
  cannotOpen: (name, why) => `“${name}” cannot be opened. ${why}`,
};

/** The page's words. */
export function wordsFor(language: Language): Words {
  return language === "en" ? en : zhCN;
}
