// The words of the pane about taking back what was done, in English.
import type { undoZhCN } from "./pane-undo-zh-CN";

export const undoEn = {
  "plan.undo": "Takes back “{run}” of {day}[, the file “{file}” alone][; {kept} rows changed since stay]",
  "plan.undo.none": "There is nothing to take back",
  "plan.undo.what": "Take back",
  "plan.undo.all": "the whole last step",
  "plan.undo.others":
    "Other files of the same run stay; where two said different things, the other one counts. Taking back once more brings this file back.",
  "plan.undo.tabs": "What becomes of the tabs",
  "plan.undo.back": "as it was",
  "plan.undo.gone": "removed",
  "plan.undo.stays": "stays",
  "plan.undo.stays.why": "{tabs}: somebody has changed it since. Taking it back would lose that, so it stays as it is.",
  "plan.undo.marks": "The marks on cells go as well; checking again sets them.",
  "plan.undo.files":
    "Files that were saved are not called back: please delete or withdraw them yourself. Notice numbers stay, so everybody has the same one again.",
  "done.undo": "“{run}” of {day}[, the file “{file}” alone] was taken back",
  "done.undo.kept": "{kept} rows were changed since and stay as they are.",
  "done.undo.none": "Nothing was taken back: there is nothing to take back.",
  "done.undo.gone": "Removed: {tabs}",
  "done.undo.stays": "{tabs}: changed by somebody since, stays as it is.",
  "done.undo.treat": "Treating findings",
  "done.undo.rollup": "Roll-up",
  "done.undo.file": "Taking back a file",
  "done.undo.other": "Entry",
  "undo.last": "Undo last step",
  "undo.this": "Undo this step",
} as const satisfies Record<keyof typeof undoZhCN, string>;
