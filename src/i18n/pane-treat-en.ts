// Words of the pane for treating findings, and for the examples beside them, in English.
import type { treatZhCN } from "./pane-treat-zh-CN";

export const treatEn = {
  "treat.title": "About to be written",
  "treat.accept.lead":
    "{count} proposals accepted: from now on the second text counts (kept on 更正); the cells of the list stay as they are.",
  "treat.from": "The cell says",
  "treat.to": "From now on",
  "treat.more": "{count} more; all of them stand on 更正 afterwards.",
  "treat.dismiss.lead": "{count} dismissed: no check mentions them again (kept on 忽略问题) unless the cell changes.",
  "treat.reason": "Why they are dismissed (required)",
  "treat.reason.checked": "Verified, correct as it is",
  "treat.reason.bank": "The bank's own data",
  "treat.reason.harmless": "Makes no difference here",
  "treat.bar": "Look and write: {accepted} accepted, {dismissed} dismissed",
  "treat.write": "Write",
  "treat.drop": "Write nothing",
  "treat.what": "What to do about it",
  "treat.accept": "Accept proposal",
  "treat.dismiss": "Dismiss",
  "treat.all": "Accept all proposals of this kind ({count})",
  "treat.done": "Written: {accepted} accepted, {dismissed} dismissed. ",
  "treat.gone": "{count} more are gone meanwhile and were not written.",
  "treat.undo": "Take this back",
  "treat.undone": "Taken back: the workbook is what it was before.",
  "treat.undo.kept": "Taken back; {count} rows were changed since and stay.",
  "treat.undo.other": "Something else was done since. Use the button 撤销 to take runs back one after another.",
  "treat.dismissed": "{count} more are dismissed, see 忽略问题.",
  "help.example": "An example",
  "help.bad": "This is reported:",
  "help.good": "This is fine:",
} as const satisfies Record<keyof typeof treatZhCN, string>;
