// Words of the pane for treating findings, and for the examples beside them, in English.
import type { treatZhCN } from "./pane-treat-zh-CN";

export const treatEn = {
  "treat.title": "About to be written",
  "treat.accept.lead":
    "{count} {count:proposal|proposals} accepted: from now on the second text counts (kept on 更正); the cells of the list stay as they are.",
  "treat.from": "The cell says",
  "treat.to": "From now on",
  "treat.more": "{count} more; they can all be seen on 更正 afterwards.",
  "treat.dismiss.lead": "{count} dismissed: checks no longer report {count:it|them} (kept on 忽略问题) unless the cell changes.",
  "treat.reason": "Why they are dismissed (required)",
  "treat.reason.checked": "Verified, correct as it is",
  "treat.reason.bank": "The bank's own data",
  "treat.reason.harmless": "Makes no difference here",
  "treat.bar": "Review and write: {accepted} accepted, {dismissed} dismissed",
  "treat.write": "Write",
  "treat.drop": "Discard these",
  "treat.what": "What to do about it",
  "treat.accept": "Accept proposal",
  "treat.dismiss": "Dismiss",
  "treat.all": "Accept all proposals of this kind ({count})",
  "treat.done": "Written: {accepted} accepted, {dismissed} dismissed. ",
  "treat.gone": "{count} more no longer {count:exists|exist} and {count:was|were} not written.",
  "treat.undo": "Take this back",
  "treat.undone": "Taken back: the workbook is what it was before.",
  "treat.undo.kept": "Taken back; {count} {count:row was|rows were} changed since and {count:stays|stay}.",
  "treat.undo.other": "Something else was done since. Use “Undo Last Step” to take steps back one after another.",
  "treat.dismissed": "{count} more {count:is|are} dismissed, see 忽略问题.",
  "help.example": "An example",
  "help.bad": "This is reported:",
  "help.good": "This is fine:",
} as const satisfies Record<keyof typeof treatZhCN, string>;
