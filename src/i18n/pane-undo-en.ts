// The words of the pane about taking back what was done, and keeping it safe, in English.
import type { undoZhCN } from "./pane-undo-zh-CN";

export const undoEn = {
  "plan.undo": "Takes back “{run}” of {day}[, the file “{file}” alone][; {kept} {kept:row|rows} changed since {kept:stays|stay}]",
  "plan.undo.none": "There is nothing to take back",
  "plan.undo.what": "Take back",
  "plan.undo.all": "the whole last step",
  "plan.undo.others":
    "The other files of the same merge stay; where two of them disagreed, the other one counts now. Undoing once more brings this file back.",
  "plan.undo.tabs": "What becomes of the tabs",
  "plan.undo.back": "as it was",
  "plan.undo.gone": "removed",
  "plan.undo.stays": "stays",
  "plan.undo.stays.why": "{tabs}: changed by somebody since. Taking that back would lose the changes, so it stays as it is.",
  "plan.undo.marks": "The marks on cells go as well; checking again sets them.",
  "plan.undo.files":
    "Files that were saved are not called back: please delete or withdraw them yourself. Notice numbers stay, so everybody has the same one again.",
  "done.undo": "“{run}” of {day}[, the file “{file}” alone] was taken back",
  "done.undo.kept": "{kept} {kept:row was|rows were} changed since and {kept:stays as it is|stay as they are}.",
  "done.undo.none": "Nothing was taken back: there is nothing to take back.",
  "done.undo.gone": "Removed: {tabs}",
  "done.undo.stays": "{tabs}: changed by somebody since, stays as it is.",
  "done.undo.treat": "Treating findings",
  "done.undo.rollup": "Roll-up",
  "done.undo.file": "Taking back a file",
  "done.undo.other": "Entry",
  "undo.last": "Undo last step",
  "undo.this": "Undo this step",
  "backup.title": "Save a backup first",
  "backup.lead":
    "This is the first time that anything is written into this workbook. Saving it as it stands is a good idea; you may also start at once, your own sheets stay exactly as they are.",
  "backup.save": "Save backup",
  "backup.done": "The backup is saved; you can start.",
  "backup.name": "{name}_backup_{day}{kind}",
  "backup.saved": "The backup was handed to the browser: {name}.",
  "backup.opened": "The backup was opened in a window of its own; please save it there.",
  "backup.failed":
    "Excel did not hand over the workbook's content, so no backup was saved. You can save one with Save As in Excel first, then come back.",
  "left.title": "The last writing was cut short",
  "left.tidied":
    "The pane or Excel may have been closed in the middle. What was half written has been tidied up: every tab is as it was or complete, and nothing is lost.",
  "left.at-work":
    "Another pane may still be writing; please wait until it is done. If the pane or Excel was closed in the middle, tidy up: what is half written is completed or taken back, and the former tabs are all there.",
  "left.stuck":
    "The pane or Excel may have been closed in the middle, and half-written tabs were left. The structure of the workbook is protected, so they could not be tidied up. Lift the protection, then tidy up; the former tabs are all there.",
  "left.tidy": "Tidy up",
  "left.tidying": "Tidying up…",
  "left.done": "All tidied up; the former tabs are all there.",
} as const satisfies Record<keyof typeof undoZhCN, string>;
